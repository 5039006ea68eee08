import Moderation

extension FeedFormat {
  /// The posts of a Discourse user's own archive (FORMATS § 4.9).
  static let discourseTable = FeedFormat(
    name: "discourse-csv@1", title: "Discourse user archive: user_archive.csv",
    .table(
      TableFormat(
        evidence: [
          .header(70, "topictitle", "postraw"), .header(70, "topictitle", "ispm", "url"),
          .header(50, "topictitle", "post", "likecount", "url"),
        ],
        platform: "discourse",
        columns: [
          "topictitle": .threadTitle, "postraw": .text, "post": .text, "url": .permalink, "categories": .channel,
          "category": .channel,
        ], ignored: ["postcooked", "subcategory", "ispm"],
        finish: { comment, row, _ in
          comment.textSource = .markdown
          comment.state = .published
          return true
        })))
}
