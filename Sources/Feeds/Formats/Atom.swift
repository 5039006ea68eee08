import Moderation

extension FeedFormat {
  /// Atom, with the threading extension where it holds comments (FORMATS § 4.16).
  static let atom = FeedFormat(
    name: "atom@1", title: "Atom comment feed",
    .xml(
      XMLFormat(
        evidence: [
          .root("feed"), .adds(60, "the root element is feed") { _ in true },
          .adds(30, "it has thr:in-reply-to") { $0.has("in-reply-to") },
        ],
        records: ["entry"], context: ["feed/title", "feed/id"], map: AtomFeed.map)))
}

private enum AtomFeed {
  /// A blog's whole export says of each entry what it is: posts, templates and settings are no comments.
  private static func isOther(_ node: XMLNode) -> Bool {
    var kind: String?
    node.forEachChild { child in
      guard child.isNamed("category"), let term = child.attribute("term"), term.contains("kind#") else { return }
      kind = term
    }
    return kind.map { !$0.hasSuffix("kind#comment") } ?? false
  }

  @Sendable static func map(_ node: XMLNode, _ context: XMLContext, _ session: inout FeedSession) throws {
    if isOther(node) { return }
    var comment = Comment(node.text("id"), on: "feed")
    if let content = node["content"] ?? node["summary"] {
      switch content.attribute("type") {
      case "xhtml", "application/xhtml+xml":
        comment.setHTML(FeedText.decoded(content.raw))
      case "html", "text/html": comment.setHTML(content.text)
      default: comment.text = content.text
      }
    }
    let reply = node["in-reply-to"]
    // A reply to the post itself is at top level; its address is the thread.
    if let target = reply?.attribute("ref") {
      if target.contains(".comment") || target.contains("#comment") || session.memory["atom:" + target] != nil {
        comment.parent = target
      } else {
        comment.thread = target
      }
    }
    if !comment.id.isEmpty { session.memory["atom:" + comment.id] = "seen" }
    comment.threadTitle = context["feed/title"]
    comment.channel = context["feed/title"]
    comment.setAuthor(node["author"]?.text("name"))
    comment.created = (node["published"] ?? node["updated"]).flatMap { TimeParser.parse($0.text) }
    if let edited = node["updated"].flatMap({ TimeParser.parse($0.text) }), let created = comment.created,
      edited.instant > created.instant
    {
      comment.edited = edited
    }
    node.forEachChild { child in
      guard child.isNamed("link") else { return }
      if child.attribute("rel") ?? "alternate" == "alternate" { comment.permalink = child.attribute("href") }
      if child.attribute("rel") == "enclosure" { comment.attach(child.attribute("href")) }
    }
    comment.kind = reply == nil ? .post : .comment
    comment.state = .published
    if node["author"]?.text("email") != nil { session.drop("author.email") }
    if node["author"]?.text("uri") != nil { session.drop("author.uri") }
    try session.emit(comment, at: node.offset)
  }
}
