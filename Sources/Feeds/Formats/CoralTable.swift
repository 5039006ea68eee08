extension FeedFormat {
  /// The table that Coral's importer takes, which has no header (FORMATS § 4.14).
  static let coralTable = FeedFormat(
    name: "coral-csv@1", title: "Coral importer table, without a header",
    .table(
      TableFormat(
        evidence: [
          .needs("there is no header") { !$0.hasHeader },
          .adds(80, "eight columns, the seventh a status of Coral") { sample in
            let words = ["NONE", "APPROVED", "REJECTED", "PREMOD", "SYSTEM_WITHHELD"]
            return sample.names.count == 8 && !sample.rows.isEmpty
              && sample.rows.allSatisfy { $0.count == 8 && words.contains($0[6]) }
          },
        ], platform: "coral", columns: ["storyid": .thread, "body": .text, "rating": .likes],
        header: ["id", "author_id", "story_id", "created_at", "body", "parent_id", "status", "rating"], isHTML: true,
        finish: { comment, row, _ in
          switch row["status"] {
          case "NONE", "APPROVED": comment.state = .published
          case "REJECTED": comment.state = .hidden
          default: comment.state = .held
          }
          return true
        })))
}
