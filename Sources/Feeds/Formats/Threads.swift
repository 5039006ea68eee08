import Moderation

extension FeedFormat {
  /// Threads: the API's replies, and the posts of an account's download (FORMATS § 4.13).
  static let threads = FeedFormat(
    name: "threads@1", title: "Threads: API replies, or the download's threads_and_replies.json",
    .json(
      JSONFormat(
        lists: ["data", "text_post_app_text_posts"],
        evidence: [
          .record(70, "hide_status", "root_post", "replied_to"), .record(30, "media_product_type"),
          .recordAll(20, "text", "timestamp"), .page(80, "text_post_app_text_posts"),
        ], map: ThreadsPosts.map)))
}

private enum ThreadsPosts {
  @Sendable static func map(_ record: JSONNode, _ page: JSONPage, _ session: inout FeedSession) throws {
    if let media = record["media"], media.isArray {
      return try media.forEachElement { try downloaded($0, &session) }
    }
    guard record["text"] != nil || record["id"] != nil else {
      return session.skip(at: record.offset, "a Threads post without id and text")
    }
    var comment = Comment(record["id"]?.id, on: "threads", text: record["text"]?.string ?? "")
    comment.thread = record["root_post"]?["id"]?.id
    comment.parent = record["replied_to"]?["id"]?.id
    if comment.parent == comment.thread { comment.parent = nil }
    comment.setAuthor(record["username"]?.nonEmpty)
    comment.authorHandle = comment.authorName
    comment.permalink = record["permalink"]?.nonEmpty
    comment.created = record["timestamp"]?.time
    comment.attach(record["media_url"]?.nonEmpty)
    switch record["hide_status"]?.string {
    case nil, "NOT_HUSHED", "UNHUSHED": comment.state = .published
    default: comment.state = .hidden
    }
    if record["is_reply"]?.bool == false { comment.kind = .post }
    try session.emit(comment, at: record.offset)
  }

  private static func downloaded(_ media: JSONNode, _ session: inout FeedSession) throws {
    var comment = Comment(nil, on: "threads", text: media["title"]?.repaired ?? "")
    comment.created = media["creation_timestamp"]?.time
    comment.attach(media["uri"]?.repaired)
    comment.state = .published
    try session.emit(comment, at: media.offset)
  }
}
