import Moderation

extension FeedFormat {
  /// Comments as TikTok's own pages load them (FORMATS § 4.13).
  static let tikTokCaptured = FeedFormat(
    name: "tiktok-captured@1", title: "TikTok comments as captured by a scraper",
    .json(
      JSONFormat(
        lists: ["comments", "reply_comment"],
        evidence: [
          .needsRecord("cid"), .record(50, "aweme_id", "digg_count"), .record(20, "create_time"),
          .record(20, "comment_language", "reply_id"),
        ], map: TikTokCaptured.map)))
}

private enum TikTokCaptured {
  @Sendable static func map(_ record: JSONNode, _ page: JSONPage, _ session: inout FeedSession) throws {
    guard let id = record["cid"]?.id else { return session.skip(at: record.offset, "a TikTok comment without cid") }
    var comment = Comment(id, on: "tiktok", text: record["text"]?.string ?? "")
    comment.thread = record["aweme_id"]?.id
    comment.parent = record["reply_id"]?.idOrZero
    comment.authorID = record["user"]?["uid"]?.id
    comment.setAuthor(record["user"]?["nickname"]?.nonEmpty)
    comment.authorHandle = record["user"]?["unique_id"]?.nonEmpty
    comment.created = record["create_time"]?.time
    comment.likes = record["digg_count"]?.int
    comment.replies = record["reply_comment_total"]?.int
    comment.language = record["comment_language"]?.nonEmpty.flatMap(Language.known)
    comment.state = .published
    session.drop(["signature", "avatar_thumb", "avatar_larger", "follower_count"], of: record["user"])
    try session.emit(comment, at: record.offset)
  }
}
