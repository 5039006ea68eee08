import Moderation

extension FeedFormat {
  /// LinkedIn's download: an account's own comments (FORMATS § 4.13). Quotes in it are escaped with a backslash, or lines
  /// are broken without quotes.
  static let linkedInTable = FeedFormat(
    name: "linkedin-csv@1", title: "LinkedIn download: Comments.csv",
    .table(
      TableFormat(
        evidence: [
          .adds(70, "the header is Date, Link, Message") { $0.names == ["date", "link", "message"] },
          .adds(20, "links go to linkedin.com") { sample in
            sample.rows.contains { row in row.contains { $0.contains("linkedin.com/") } }
          },
        ], platform: "linkedin", columns: ["date": .created, "link": .permalink, "message": .text], isUTC: true,
        finish: { comment, _, _ in
          comment.thread = comment.permalink.flatMap(LinkedInTable.post)
          comment.state = .published
          return true
        })))
}

private enum LinkedInTable {
  /// `urn:li:activity:7348…`, which stands percent-encoded in the link.
  static func post(_ link: String) -> String? {
    let link = WebAddress.unescaped(link)
    guard let start = link.firstRange(of: "urn:li:")?.lowerBound else { return nil }
    return String(link[start...].prefix { $0 != "?" && $0 != "/" && $0 != "&" })
  }
}
