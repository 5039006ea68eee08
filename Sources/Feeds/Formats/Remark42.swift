import Moderation

extension FeedFormat {
  /// Remark42's backup: a line of its own and then comments (FORMATS § 4.14).
  static let remark42 = FeedFormat(
    name: "remark42@1", title: "Remark42 backup",
    .json(
      JSONFormat(
        lists: [],
        evidence: [
          .recordAll(80, "pid", "locator"), .recordAll(60, "locator", "user"), .page(60, "version", "users", "posts"),
        ], map: Remark42.map)))
}

private enum Remark42 {
  @Sendable static func map(_ record: JSONNode, _ page: JSONPage, _ session: inout FeedSession) throws {
    if record["version"] != nil, record["locator"] == nil { return }
    guard record["id"] != nil, record["locator"] != nil else {
      return session.skip(at: record.offset, "a Remark42 comment without id and locator")
    }
    var comment = Comment(record["id"]?.id, on: "remark42")
    comment.setHTML(record["text"]?.string ?? "")
    if comment.text.isEmpty, let markdown = record["orig"]?.nonEmpty {
      comment.text = markdown
      comment.textSource = .markdown
    }
    comment.parent = record["pid"]?.id
    comment.thread = record["locator"]?["url"]?.nonEmpty
    comment.threadTitle = record["title"]?.nonEmpty
    comment.channel = record["locator"]?["site"]?.nonEmpty
    comment.authorID = record["user"]?["id"]?.id
    comment.setAuthor(record["user"]?["name"]?.nonEmpty)
    comment.created = record["time"]?.time
    comment.edited = record["edit"]?["time"]?.time
    comment.likes = record["score"]?.int
    comment.state = record["delete"]?.bool == true ? .deleted : .published
    session.drop(["ip", "picture", "email"], of: record["user"])
    try session.emit(comment, at: record.offset)
  }
}
