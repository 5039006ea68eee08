import Moderation

extension FeedFormat {
  /// Disqus' own export (FORMATS § 4.7): threads first, then posts. Also the import dialect, which is WXR.
  static let disqus = FeedFormat(
    name: "disqus@1", title: "Disqus XML export",
    .xml(
      XMLFormat(
        evidence: [.root("disqus"), .adds(90, "the root element is disqus") { _ in true }],
        records: ["thread", "post"], context: [], map: DisqusXML.map)))
}

private enum DisqusXML {
  @Sendable static func map(_ node: XMLNode, _ context: XMLContext, _ session: inout FeedSession) throws {
    if node.isNamed("thread") { return thread(node, &session) }
    var comment = Comment(node.attribute("id"), on: "disqus")
    comment.setHTML(node["message"]?.text ?? "")
    comment.thread = node["thread"]?.attribute("id")
    comment.parent = node["parent"]?.attribute("id")
    if let thread = comment.thread {
      comment.threadTitle = session.memory["disqus:title:" + thread]
      comment.permalink = session.memory["disqus:link:" + thread].map {
        comment.id.isEmpty ? $0 : "\($0)#comment-\(comment.id)"
      }
      comment.channel = session.memory["disqus:forum:" + thread]
    }
    let author = node["author"]
    comment.setAuthor(author?.text("name"))
    comment.authorHandle = author?.text("username")
    comment.created = node["createdAt"].flatMap { TimeParser.parse($0.text, isUTC: true) }
    comment.state =
      node.text("isDeleted") == "true"
      ? .deleted
      : node.text("isSpam") == "true" ? .spam : node.text("isApproved") == "false" ? .held : .published
    if author?.text("email") != nil { session.drop("author.email") }
    if node.text("ipAddress") != nil { session.drop("ipAddress") }
    try session.emit(comment, at: node.offset)
  }

  private static func thread(_ node: XMLNode, _ session: inout FeedSession) {
    guard let id = node.attribute("id") else { return }
    session.memory["disqus:title:" + id] = node.text("title").map(HTMLText.plain)
    session.memory["disqus:link:" + id] = node.text("link")
    session.memory["disqus:forum:" + id] = node.text("forum")
  }
}
