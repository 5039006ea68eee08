import Moderation

extension FeedFormat {
  /// Lines of youtube-comment-downloader (FORMATS § 4.5).
  static let youTubeDownloader = FeedFormat(
    name: "youtube-downloader@1", title: "youtube-comment-downloader lines",
    .json(
      JSONFormat(
        lists: ["comments"],
        evidence: [
          .needsRecord("cid", "text"), .record(40, "time_parsed", "votes"), .record(30, "heart", "reply"),
          .needs("records are not of TikTok") { sample in
            !sample.records.contains { $0["aweme_id"] != nil || $0["digg_count"] != nil || $0["replyToCid"] != nil }
          },
        ],
        map: { record, _, session in
          guard let id = record["cid"]?.id else { return session.skip(at: record.offset, "a comment without cid") }
          var comment = Comment(id, on: "youtube", text: record["text"]?.string ?? "")
          comment.parent = YouTube.parent(of: id)
          comment.authorID = record["channel"]?.id
          comment.setAuthor(record["author"]?.nonEmpty)
          comment.authorHandle = YouTube.handle(comment.authorName)
          comment.created = record["time_parsed"]?.time
          comment.created?.precision = .relative
          comment.likes = record["votes"]?.int
          comment.replies = record["replies"]?.int
          comment.state = .published
          comment.keep("paid", record["paid"]?.nonEmpty)
          session.drop(["photo"], of: record)
          try session.emit(comment, at: record.offset)
        })))
}
