extension FeedFormat {
  /// Decidim's export of comments as a table (FORMATS § 4.15).
  static let decidimTable = FeedFormat(
    name: "decidim-csv@1", title: "Decidim comments, table",
    .table(
      TableFormat(
        evidence: [.header(80, "body", "commentabletype", "commentableid")], platform: "decidim",
        columns: [
          "authorid": .authorID, "authorname": .authorName, "body": .text, "locale": .language,
          "rootcommentableurl": .thread,
        ], ignored: ["usergroupname", "usergroupid"],
        finish: { comment, row, _ in
          if row["commentabletype"] == "Decidim::Comments::Comment" {
            comment.parent = row["commentableid"]
          } else if comment.thread == nil {
            comment.thread = row["commentableid"]
          }
          comment.state = .published
          comment.keep("alignment", row["alignment"])
          return true
        })))
}
