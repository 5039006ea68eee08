extension FeedFormat {
  /// Tables of which nothing is known but the names and contents of their columns (FORMATS § 5), separated by comma,
  /// semicolon, tab or bar; workbooks too.
  static let csv = FeedFormat(
    name: "csv@1", title: "Any table with a text column: CSV, TSV, XLSX",
    .table(
      TableFormat(
        evidence: [
          .needs("a column holds text") { $0.hasText },
          .adds(20, "a column holds text") { $0.hasText },
          .adds(10, "the header names fields") { $0.hasHeader },
        ], platform: "csv")))
}
