import Moderation

/// What X's archive and its API v1.1 have in common (FORMATS § 4.4).
enum XTweet {
  static func comment(_ tweet: JSONNode) -> Comment {
    var comment = Comment(tweet["id_str"]?.id ?? tweet["id"]?.id, on: "x")
    comment.text = unescaped(tweet["full_text"]?.string ?? tweet["text"]?.string ?? "")
    comment.parent = tweet["in_reply_to_status_id_str"]?.id ?? tweet["in_reply_to_status_id"]?.id
    if let user = tweet["user"] {
      comment.authorID = user["id_str"]?.id ?? user["id"]?.id
      comment.setAuthor(user["name"]?.nonEmpty)
      comment.authorHandle = user["screen_name"]?.nonEmpty
    }
    comment.created = tweet["created_at"]?.time ?? time(of: comment.id)
    comment.language = tweet["lang"]?.nonEmpty.flatMap(Language.known)
    comment.likes = tweet["favorite_count"]?.int
    comment.replies = tweet["reply_count"]?.int
    comment.permalink = permalink(comment)
    let media = tweet["extended_entities"]?["media"] ?? tweet["entities"]?["media"]
    media?.forEachElement { comment.attach($0["media_url_https"]?.nonEmpty ?? $0["media_url"]?.nonEmpty) }
    keepLinks(tweet["entities"]?["urls"], &comment)
    let isRepost = tweet["retweeted_status"] != nil || comment.text.hasPrefix("RT @")
    comment.kind = isRepost ? .repost : .comment
    comment.state = tweet["withheld_in_countries"]?.first == nil ? .published : .hidden
    if tweet["truncated"]?.bool == true, tweet["full_text"] == nil { comment.keep("truncated", "true") }
    return comment
  }

  /// X escapes these three in plain text, once.
  static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
  }

  /// An id holds the time at which it was given out.
  static func time(of id: String) -> PlatformTime? {
    guard let number = UInt64(id), number > 1 << 32 else { return nil }
    return PlatformTime(Timestamp(milliseconds: Int64(number >> 22) + 1_288_834_974_657), zone: .utc)
  }

  /// Whether a value is a number of X, of an account or a post.
  static func isID(_ node: JSONNode?) -> Bool {
    guard let raw = node?.raw, node?.kind == .string else { return false }
    return (6...19).contains(raw.count) && raw.allSatisfy { (0x30...0x39).contains($0) }
  }

  static func permalink(_ comment: Comment) -> String? {
    comment.id.isEmpty ? nil : "https://x.com/\(comment.authorHandle ?? "i")/status/\(comment.id)"
  }

  /// Where the shortened links of the text lead to.
  static func keepLinks(_ urls: JSONNode?, _ comment: inout Comment) {
    var links: [String] = []
    urls?.forEachElement { if let link = $0["expanded_url"]?.nonEmpty, !links.contains(link) { links.append(link) } }
    comment.keep("links", links.isEmpty ? nil : links.joined(separator: " "))
  }

  /// Fields of an author's profile that stay at the door.
  static let profile: [StaticString] = [
    "description", "location", "profile_image_url", "profile_image_url_https", "followers_count", "public_metrics",
    "url", "profile_banner_url",
  ]
}
