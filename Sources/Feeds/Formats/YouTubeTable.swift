extension FeedFormat {
  /// Tables of YouTube comments: YouTube Data Tools, and the UCI spam collection (FORMATS § 4.5).
  static let youTubeTable = FeedFormat(
    name: "youtube-csv@1", title: "YouTube Data Tools tables, YouTube Spam Collection",
    .table(
      TableFormat(
        evidence: [
          .header(60, "authorchannelid", "isreply", "text"), .header(60, "commentid", "author", "content", "class"),
        ], platform: "youtube", columns: ["isreplyto": .parent, "authorname": .authorName],
        finish: { comment, row, _ in
          // Cells of the collection end in a byte order mark.
          while comment.text.unicodeScalars.last == "\u{FEFF}" { comment.text.unicodeScalars.removeLast() }
          if row["isreply"] == "0" { comment.parent = nil }
          comment.state = .published
          return true
        })))
}
