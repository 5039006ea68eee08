import Moderation

extension FeedFormat {
  /// LinkedIn's API: comments of a share (FORMATS § 4.13).
  static let linkedInAPI = FeedFormat(
    name: "linkedin-api@1", title: "LinkedIn API: socialActions comments",
    .json(
      JSONFormat(
        lists: ["elements"],
        evidence: [
          .record(40, "$URN"),
          .adds(50, "records have actor, message.text") { sample in
            sample.records.contains { $0["actor"] != nil && $0["message"]?["text"] != nil }
          },
        ],
        map: { record, _, session in
          guard record["message"] != nil || record["$URN"] != nil else {
            return session.skip(at: record.offset, "a LinkedIn comment without message")
          }
          let id = record["commentUrn"]?.id ?? record["$URN"]?.id ?? record["id"]?.id
          var comment = Comment(id, on: "linkedin", text: record["message"]?["text"]?.string ?? "")
          comment.thread = record["object"]?.id
          comment.parent = record["parentComment"]?.id
          comment.authorID = record["actor"]?.id
          comment.created = record["created"]?["time"]?.time
          if let edited = record["lastModified"]?["time"]?.time, edited != comment.created { comment.edited = edited }
          comment.likes = record["likesSummary"]?["totalLikes"]?.int
          comment.state = .published
          try session.emit(comment, at: record.offset)
        })))
}
