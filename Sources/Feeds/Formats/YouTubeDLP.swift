import Moderation

extension FeedFormat {
  /// yt-dlp's info JSON, or the list of comments alone (FORMATS § 4.5).
  static let youTubeDLP = FeedFormat(
    name: "youtube-dlp@1", title: "yt-dlp info JSON with comments",
    .json(
      JSONFormat(
        lists: ["comments"],
        evidence: [
          .adds(60, "records have parent, author_id and _time_text or timestamp") { sample in
            sample.records.contains {
              $0["parent"] != nil && $0["author_id"] != nil && $0["text"] != nil
                && ($0["_time_text"] != nil || $0["timestamp"] != nil)
            }
          },
          .needs("there is something that only yt-dlp writes") { sample in
            let own: [StaticString] = [
              "_time_text", "author_is_uploader", "is_favorited", "author_thumbnail", "author_url", "is_pinned",
            ]
            return sample.page["extractor"] != nil || sample.page["webpage_url"] != nil
              || sample.records.contains { record in own.contains { record[$0] != nil } }
          },
          .record(20, "author_is_uploader", "is_favorited", "_time_text"),
          .adds(25, "the page has extractor and comments") { sample in
            sample.page["extractor"] != nil && (sample.page["comments"] != nil || sample.page["webpage_url"] != nil)
          },
        ], map: YouTubeDLP.map)))
}

private enum YouTubeDLP {
  @Sendable static func map(_ record: JSONNode, _ page: JSONPage, _ session: inout FeedSession) throws {
    guard record["text"] != nil else {
      if record["extractor"] != nil || record["formats"] != nil {
        return session.note("this video's file holds no comments")
      }
      return session.skip(at: record.offset, "a comment without text")
    }
    let platform = page.nonEmpty("extractor").map { FeedText.lowered($0) } ?? "youtube"
    var comment = Comment(record["id"]?.id, on: platform, text: record["text"]?.string ?? "")
    comment.parent = record["parent"]?.id.flatMap { $0 == "root" ? nil : $0 }
    comment.thread = page.nonEmpty("id") ?? page.nonEmpty("display_id")
    comment.threadTitle = page.nonEmpty("title")
    comment.channel = page.nonEmpty("channel") ?? page.nonEmpty("uploader")
    if let video = comment.thread, !comment.id.isEmpty, platform == "youtube" {
      comment.permalink = YouTube.permalink(video, comment.id)
    }
    comment.authorID = record["author_id"]?.id
    comment.setAuthor(record["author"]?.nonEmpty)
    comment.authorHandle = YouTube.handle(comment.authorName)
    comment.created = record["timestamp"]?.time
    // Worked out from "2 years ago".
    if record["_time_text"] != nil { comment.created?.precision = .relative }
    comment.likes = record["like_count"]?.int
    comment.state = .published
    comment.keep("author_is_uploader", record["author_is_uploader"]?.bool == true ? "true" : nil)
    session.drop(["author_thumbnail", "author_url"], of: record)
    try session.emit(comment, at: record.offset)
  }
}

extension FeedText {
  static func lowered(_ text: String) -> String {
    var text = text
    return text.withUTF8 { lowered(UnsafeRawBufferPointer($0)) }
  }
}
