import Moderation

extension FeedFormat {
  /// TikTok's download: an account's own comments (FORMATS § 4.13).
  static let tikTokDownload = FeedFormat(
    name: "tiktok-download@1", title: "TikTok download: user_data.json",
    .json(
      JSONFormat(
        lists: TikTokDownload.lists,
        evidence: [
          .adds(90, "the page has Comment.Comments.CommentsList") { sample in
            TikTokDownload.lists.contains { path in
              var node: JSONNode? = sample.page
              for key in path.split(separator: ".") { node = node?.member(String(key)) }
              return node?.isArray == true
            }
          }
        ],
        map: { record, _, session in
          let text = record["comment"] ?? record["Comment"]
          guard text != nil || record["date"] != nil || record["Date"] != nil else {
            return session.skip(at: record.offset, "a TikTok comment without text and date")
          }
          var comment = Comment(nil, on: "tiktok", text: text?.string ?? "")
          comment.created = (record["date"] ?? record["Date"])?.time(isUTC: true)
          comment.permalink = (record["url"] ?? record["Url"])?.nonEmpty.flatMap { $0 == "N/A" ? nil : $0 }
          comment.attach((record["photo"] ?? record["Photo"])?.nonEmpty.flatMap { $0 == "N/A" ? nil : $0 })
          comment.state = .published
          try session.emit(comment, at: record.offset)
        })))
}

private enum TikTokDownload {
  static let lists = [
    "Comment.Comments.CommentsList", "Comment.CommentsList", "Activity.Comment.Comments.CommentsList",
    "Your Activity.Comment.Comments.CommentsList", "Activity.Comments.CommentsList",
  ]
}
