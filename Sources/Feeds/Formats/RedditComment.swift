import Moderation

/// What Reddit's API and the dumps of it have in common (FORMATS § 4.6).
enum RedditComment {
  static func comment(_ data: JSONNode, title: String? = nil) -> Comment {
    var comment = Comment(data["id"]?.id, on: "reddit")
    // Markdown in which these three are escaped, once.
    comment.text = XTweet.unescaped(data["body"]?.string ?? "")
    comment.textSource = .markdown
    comment.parent = data["parent_id"]?.id.flatMap { $0.hasPrefix("t1_") ? String($0.dropFirst(3)) : nil }
    comment.thread = data["link_id"]?.id.map { $0.hasPrefix("t3_") ? String($0.dropFirst(3)) : $0 }
    comment.threadTitle = data["link_title"]?.nonEmpty ?? title
    comment.channel = data["subreddit"]?.nonEmpty
    comment.authorID = data["author_fullname"]?.id
    comment.setAuthor(data["author"]?.nonEmpty)
    comment.authorHandle = comment.authorName
    if comment.authorDeleted { comment.authorID = nil }
    comment.created = data["created_utc"]?.time
    comment.edited = data["edited"].flatMap { $0.bool == nil ? $0.time : nil }
    comment.permalink = data["permalink"]?.nonEmpty.map { $0.hasPrefix("/") ? "https://www.reddit.com" + $0 : $0 }
    if data["score_hidden"]?.bool != true { comment.likes = signed(data["score"]) }
    comment.state = state(data, comment.text)
    data["media_metadata"]?.forEachMember { _, media in
      comment.attach((media["s"]?["u"] ?? media["s"]?["gif"])?.nonEmpty.map(XTweet.unescaped))
    }
    for key in ["num_reports", "distinguished", "stickied", "locked"] as [StaticString] {
      if let value = data[key]?.scalar, value != "false", value != "0" { comment.keep(key.description, value) }
    }
    return comment
  }

  private static func signed(_ node: JSONNode?) -> Int? {
    guard let raw = node?.scalar else { return nil }
    return Int(raw)
  }

  private static func state(_ data: JSONNode, _ text: String) -> Comment.PlatformState {
    if data["spam"]?.bool == true || data["banned_by"]?.bool == true { return .spam }
    if text == "[removed]" || data["removed"]?.bool == true || data["removal_reason"]?.nonEmpty != nil
      || data["banned_by"]?.nonEmpty != nil
    {
      return .hidden
    }
    if text == "[deleted]" { return .deleted }
    switch data["_meta"]?["removal_type"]?.string {
    case "deleted": return .deleted
    case nil: return .published
    default: return .hidden
    }
  }
}
