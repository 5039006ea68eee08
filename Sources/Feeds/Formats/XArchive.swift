import Moderation

extension FeedFormat {
  /// X: the `tweets.js` of an account's archive, and its kin (FORMATS § 4.4).
  static let xArchive = FeedFormat(
    name: "x-archive@1", title: "X archive: tweets.js, deleted-tweets.js",
    .json(
      JSONFormat(
        lists: [],
        evidence: [
          .adds(30, "it begins with window.YTD") { !$0.variable.isEmpty },
          .adds(40, "it is a part that holds posts") { XArchive.parts.contains($0.variable) },
          .adds(60, "records have tweet") { sample in
            sample.records.contains { $0["tweet"]?["id_str"] != nil || $0["noteTweet"] != nil }
          },
        ], map: XArchive.map)))
}

private enum XArchive {
  static let parts: Set<String> = [
    "tweets", "tweet", "deleted_tweets", "deleted_tweet", "community_tweet", "note_tweet", "noteTweet",
  ]

  @Sendable static func map(_ record: JSONNode, _ page: JSONPage, _ session: inout FeedSession) throws {
    if let note = record["noteTweet"] { return try self.note(note, &session) }
    let tweet = record["tweet"] ?? record
    guard tweet["full_text"] != nil || tweet["text"] != nil, tweet["id_str"] != nil || tweet["id"] != nil else {
      // Likes, followers and other lists of an archive are no comments.
      return session.note("this part of the archive holds records that are no posts")
    }
    var comment = XTweet.comment(tweet)
    var edits = 0
    tweet["edit_info"]?["initial"]?["editTweetIds"]?.forEachElement { _ in edits += 1 }
    if edits > 1 { comment.keep("versions", String(edits)) }
    if tweet["deleted_at"] != nil { comment.state = .deleted }
    try session.emit(comment, at: tweet.offset)
  }

  private static func note(_ note: JSONNode, _ session: inout FeedSession) throws {
    var comment = Comment(note["noteTweetId"]?.id, on: "x", text: note["core"]?["text"]?.string ?? "")
    comment.created = note["createdAt"]?.time
    comment.edited = note["updatedAt"]?.time
    comment.state = .published
    try session.emit(comment, at: note.offset)
  }
}
