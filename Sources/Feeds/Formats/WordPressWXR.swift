import Moderation

extension FeedFormat {
  /// WordPress eXtended RSS, 1.0 to 1.2 (FORMATS § 4.8): posts with the comments on them. Disqus takes it too, with marks
  /// of its own.
  static let wordPressWXR = FeedFormat(
    name: "wxr@1", title: "WordPress export (WXR)",
    .xml(
      XMLFormat(
        evidence: [
          .root("rss"),
          .adds(90, "it declares wordpress.org/export") { $0.declares("wordpress.org/export/") },
          .adds(80, "it has wp:comment") { $0.has("<wp:comment>") || $0.has("dsq:thread_identifier") },
        ],
        records: ["comment"], context: ["channel/title", "item/title", "item/link", "item/post_id"],
        map: WordPressWXR.map)))
}

private enum WordPressWXR {
  @Sendable static func map(_ node: XMLNode, _ context: XMLContext, _ session: inout FeedSession) throws {
    // Feeds have another element of that name, which holds an address.
    guard node["comment_id"] != nil || node["comment_content"] != nil else { return }
    var comment = Comment(node.text("comment_id"), on: "wordpress")
    comment.setHTML(node["comment_content"]?.text ?? "")
    comment.parent = node.text("comment_parent").flatMap { $0 == "0" ? nil : $0 }
    comment.thread = context["item/post_id"]
    comment.threadTitle = context["item/title"].map(HTMLText.plain)
    comment.channel = context["channel/title"].map(HTMLText.plain)
    if let link = context["item/link"], !comment.id.isEmpty { comment.permalink = "\(link)#comment-\(comment.id)" }
    comment.authorID = node.text("comment_user_id").flatMap { $0 == "0" ? nil : $0 } ?? node["remote"]?.text("id")
    comment.setAuthor(node.text("comment_author").map(HTMLText.plain))
    comment.created =
      node.text("comment_date_gmt").flatMap { TimeParser.parse($0, isUTC: true) }
      ?? node.text("comment_date").flatMap { TimeParser.parse($0) }
    comment.state = WordPress.state(node.text("comment_approved"))
    comment.kind = WordPress.kind(node.text("comment_type"), &comment)
    for name in ["comment_author_email", "comment_author_url", "comment_author_IP"] as [StaticString]
    where node.text(name) != nil {
      session.drop(name.description)
    }
    try session.emit(comment, at: node.offset)
  }
}

/// What WordPress' formats have in common.
enum WordPress {
  static func state(_ word: String?) -> Comment.PlatformState {
    switch word {
    case "1", "approved", "approve": .published
    case "0", "hold", "unapproved": .held
    case "spam": .spam
    case "trash", "post-trashed": .deleted
    default: .unknown
    }
  }

  /// Other types than a comment's are kept by their word.
  static func kind(_ type: String?, _ comment: inout Comment) -> Comment.Kind {
    switch type {
    case nil, "", "comment": return .comment
    case "pingback", "trackback", "webmention": return .ping
    case .some(let type):
      comment.keep("comment_type", type)
      return .comment
    }
  }
}
