extension FeedFormat {
  /// Drupal's comment table (FORMATS § 5.3).
  static let drupalTable = FeedFormat(
    name: "drupal-csv@1", title: "Drupal comment table",
    .table(
      TableFormat(
        evidence: [.header(80, "cid", "nid", "comment")], platform: "drupal",
        columns: [
          "cid": .id, "nid": .thread, "pid": .parent, "uid": .authorID, "subject": .threadTitle, "comment": .text,
          "timestamp": .created, "name": .authorName,
        ], ignored: ["hostname", "homepage", "mail", "thread"],
        finish: { comment, row, _ in
          switch row["status"] {
          case "0": comment.state = .held
          default: comment.state = .published
          }
          return true
        })))
}
