import Moderation

extension FeedFormat {
  /// Discourse: a topic, the latest posts, or one post (FORMATS § 4.9).
  static let discourse = FeedFormat(
    name: "discourse@1", title: "Discourse: topic or posts JSON",
    .json(
      JSONFormat(
        lists: ["post_stream.posts", "latest_posts", "posts"],
        evidence: [
          .adds(50, "the page has post_stream") { $0.page["post_stream"] != nil },
          .page(50, "latest_posts"), .recordAll(60, "post_number", "cooked"), .recordAll(40, "post_number", "topic_id"),
        ], prepare: Discourse.prepare, map: Discourse.map)))
}

private enum Discourse {
  /// Replies name the number of a post in its topic: remembers the ids behind the numbers.
  @Sendable static func prepare(_ page: JSONNode, _ session: inout FeedSession) {
    let stream = page["post_stream"]
    var count = 0
    (stream?["posts"] ?? page["latest_posts"])?.forEachElement {
      remember($0, &session)
      count += 1
    }
    var all = 0
    stream?["stream"]?.forEachElement { _ in all += 1 }
    if all > count { session.note("a topic has \(all) posts, of which \(count) are in the export: fetch the rest") }
  }

  private static func remember(_ post: JSONNode, _ session: inout FeedSession) {
    guard let topic = post["topic_id"]?.id, let number = post["post_number"]?.id else { return }
    session.memory["discourse:" + topic + "/" + number] = post["id"]?.id
  }

  @Sendable static func map(_ post: JSONNode, _ page: JSONPage, _ session: inout FeedSession) throws {
    guard post["cooked"] != nil || post["raw"] != nil || post["post_number"] != nil else {
      return session.skip(at: post.offset, "a Discourse post without text and number")
    }
    remember(post, &session)
    var comment = Comment(post["id"]?.id, on: "discourse")
    if let cooked = post["cooked"]?.string {
      comment.setHTML(DiscourseHTML.withoutQuotes(cooked))
      if comment.raw != nil { comment.raw = cooked }
    } else if let raw = post["raw"]?.string {
      comment.text = raw
      comment.textSource = .markdown
    }
    comment.thread = post["topic_id"]?.id ?? page.nonEmpty("id")
    comment.threadTitle = (post["topic_title"]?.nonEmpty ?? page.nonEmpty("title")).map(HTMLText.plain)
    if let number = post["reply_to_post_number"]?.idOrZero, let topic = comment.thread {
      comment.parent = session.memory["discourse:" + topic + "/" + number]
      if comment.parent == nil { comment.keep("reply_to_post_number", number) }
    }
    comment.authorID = post["user_id"]?.id
    comment.setAuthor(post["name"]?.nonEmpty ?? post["username"]?.nonEmpty)
    comment.authorHandle = post["username"]?.nonEmpty
    comment.created = post["created_at"]?.time
    if let version = post["version"]?.int, version > 1 { comment.edited = post["updated_at"]?.time }
    comment.state =
      post["deleted_at"] != nil || post["user_deleted"]?.bool == true
      ? .deleted : post["hidden"]?.bool == true ? .hidden : .published
    post["actions_summary"]?.forEachElement { action in
      if action["id"]?.id == "2" { comment.likes = action["count"]?.int }
    }
    comment.replies = post["reply_count"]?.int
    comment.kind = post["post_type"]?.id == "3" ? .system : post["post_number"]?.id == "1" ? .post : .comment
    comment.permalink = post["post_url"]?.nonEmpty
    session.drop(["avatar_template", "user_title", "email", "user_custom_fields"], of: post)
    try session.emit(comment, at: post.offset)
  }
}

/// The HTML that Discourse makes of a post.
enum DiscourseHTML {
  /// Without what the post quotes of others.
  static func withoutQuotes(_ html: String) -> String {
    guard html.contains("<aside class=\"quote") else { return html }
    var out = ""
    var rest = html[...]
    while let open = rest.firstRange(of: "<aside class=\"quote") {
      out += rest[..<open.lowerBound]
      rest = rest[open.upperBound...]
      // A quote within a quote has an aside of its own.
      var depth = 1
      while depth > 0, let close = rest.firstRange(of: "</aside>") {
        let inner = rest[..<close.lowerBound].ranges(of: "<aside").count
        depth += inner - 1
        rest = rest[close.upperBound...]
      }
      if depth > 0 { return out }
    }
    return out + rest
  }
}
