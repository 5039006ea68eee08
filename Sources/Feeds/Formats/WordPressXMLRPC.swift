import Moderation

extension FeedFormat {
  /// The answer of WordPress' XML-RPC call `wp.getComments` (FORMATS § 4.8).
  static let wordPressXMLRPC = FeedFormat(
    name: "wp-xmlrpc@1", title: "WordPress XML-RPC: wp.getComments",
    .xml(
      XMLFormat(
        evidence: [
          .root("methodResponse"), .adds(40, "the root element is methodResponse") { _ in true },
          .adds(50, "it has comment_id") { $0.has("comment_id") },
        ],
        records: ["struct"], context: [], map: WordPressXMLRPC.map)))
}

private enum WordPressXMLRPC {
  @Sendable static func map(_ node: XMLNode, _ context: XMLContext, _ session: inout FeedSession) throws {
    var fields: [String: String] = [:]
    node.forEachChild { member in
      guard let name = member.text("name"), let value = member["value"] else { return }
      fields[name] = value.text
    }
    guard let id = fields["comment_id"] else {
      return session.skip(at: node.offset, "an answer that is no comment")
    }
    func field(_ name: String) -> String? { fields[name].flatMap { $0.isEmpty ? nil : $0 } }
    var comment = Comment(id, on: "wordpress")
    comment.setHTML(fields["content"] ?? "")
    comment.parent = field("parent").flatMap { $0 == "0" ? nil : $0 }
    comment.thread = field("post_id")
    comment.threadTitle = field("post_title")
    comment.authorID = field("user_id").flatMap { $0 == "0" ? nil : $0 }
    comment.setAuthor(field("author"))
    comment.created =
      field("date_created_gmt").flatMap { TimeParser.parse(compact($0), isUTC: true) }
      ?? field("dateCreated").flatMap { TimeParser.parse(compact($0)) }
    comment.permalink = field("link")
    comment.state = WordPress.state(field("status"))
    comment.kind = WordPress.kind(field("type"), &comment)
    for name in ["author_email", "author_ip", "author_url"] where field(name) != nil { session.drop(name) }
    try session.emit(comment, at: node.offset)
  }

  /// `20240901T06:13:38`, as XML-RPC writes dates.
  private static func compact(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.count > 9, bytes[8] == UInt8(ascii: "T"), bytes[..<8].allSatisfy({ (0x30...0x39).contains($0) }) else {
      return text
    }
    let dash = [UInt8(ascii: "-")]
    return String(decoding: bytes[..<4] + dash + bytes[4..<6] + dash + bytes[6...], as: UTF8.self)
  }
}
