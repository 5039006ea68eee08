extension FeedFormat {
  /// OpenWeb's table of comments (FORMATS § 4.14).
  static let openWebTable = FeedFormat(
    name: "openweb-csv@1", title: "OpenWeb (Spot.IM) table",
    .table(
      TableFormat(
        evidence: [.header(80, "spotid", "messagestatus", "content")], platform: "openweb",
        columns: [
          "messagestatus": .state, "postid": .thread, "content": .text, "username": .authorName, "spotid": .channel,
        ],
        isHTML: true,
        finish: { comment, row, _ in
          switch row["messagestatus"]?.lowercased() {
          case "publish and moderate", "approved": comment.state = .published
          case "rejected": comment.state = .hidden
          case "require approval": comment.state = .held
          default: break
          }
          return true
        })))
}
