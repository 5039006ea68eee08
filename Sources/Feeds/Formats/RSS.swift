import Moderation

extension FeedFormat {
  /// RSS 2.0 and RDF: the comment feeds that blogs and forums offer, and feeds of posts (FORMATS § 4.16).
  static let rss = FeedFormat(
    name: "rss@1", title: "RSS comment feed",
    .xml(
      XMLFormat(
        evidence: [
          .needs("the root element is rss or RDF") { ["rss", "RDF"].contains($0.root) },
          .adds(40, "the root element is rss or RDF") { _ in true },
          .adds(20, "items are about comments") {
            $0.has("#comment-") || $0.has("Comments on") || $0.has("Comment on")
          },
        ],
        records: ["item"], context: ["channel/title", "channel/link"], map: RSSFeed.map)))
}

private enum RSSFeed {
  @Sendable static func map(_ node: XMLNode, _ context: XMLContext, _ session: inout FeedSession) throws {
    let link = node.text("link")
    let guid = node.text("guid")
    let anchor = [link, guid].lazy.compactMap { $0.flatMap { WebAddress.segment(after: "#comment-", $0) } }.first
    var comment = Comment(anchor ?? guid ?? link ?? node.attribute("about"), on: "feed")
    var html = (node["encoded"] ?? node["description"] ?? node["content"])?.text ?? ""
    comment.parent = takeParent(&html)
    comment.setHTML(html)
    comment.permalink = link ?? guid
    comment.channel = context["channel/title"]
    let title = node.text("title").map(HTMLText.plain) ?? ""
    comment.setAuthor((node.text("creator") ?? node.text("author")).map(HTMLText.plain))
    comment.created = (node["pubDate"] ?? node["date"]).flatMap { TimeParser.parse($0.text) }
    comment.state = .published
    let about = ["Comment on ", "Reply to: ", "Reply to ", "Re: "].first(where: title.hasPrefix)
    comment.kind = anchor != nil || about != nil || title.hasPrefix("By: ") ? .comment : .post
    if let about {
      var post = String(title.dropFirst(about.utf8.count))
      if let author = comment.authorName, post.hasSuffix(" by " + author) { post.removeLast(author.count + 4) }
      comment.threadTitle = post
    } else if !title.hasPrefix("By: ") {
      comment.threadTitle = title.isEmpty ? nil : title
    }
    if let link, let sign = link.firstIndex(of: "#") { comment.thread = String(link[..<sign]) }
    try session.emit(comment, at: node.offset)
  }

  /// WordPress says first whom a reply answers: takes that off and returns the id.
  private static func takeParent(_ html: inout String) -> String? {
    let start = html.prefix(400)
    guard let words = start.firstRange(of: "In reply to <a href=\""), start[..<words.lowerBound].count <= 4,
      let close = html[words.upperBound...].firstRange(of: "</a>"),
      let id = WebAddress.segment(
        after: "#comment-", String(html[words.upperBound..<close.lowerBound].prefix { $0 != "\"" }))
    else { return nil }
    var rest = html[close.upperBound...]
    if rest.hasPrefix(".") { rest = rest.dropFirst() }
    html = String(rest)
    return id
  }
}
