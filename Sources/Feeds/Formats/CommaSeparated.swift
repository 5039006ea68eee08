extension FeedFormat {
  /// Tables with a header row whose columns go by the names of FORMATS § 5.2, separated by comma, semicolon, tab or bar.
  static let csv = FeedFormat(name: "csv@1", notation: .table)
}
