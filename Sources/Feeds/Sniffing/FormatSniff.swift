/// How well each format fits a feed, for `docket formats FILE`.
public struct FormatSniff: Sendable, Equatable {
  /// The format that would be taken; nil when none fits.
  public var chosen: String?
  /// Formats with any points, the best first.
  public var scores: [SniffScore]
  /// What would be read from which column, where it is a table.
  public var columns: [ColumnMapping]
  /// What was unpacked or decoded on the way: `gzip`, `UTF-16LE`.
  public var wrappings: [String]

  /// Looks at the beginning of a file.
  ///
  /// - Throws: `FeedError` when it cannot be opened. That no format fits is not an error here.
  public init(path: String) throws(FeedError) {
    let text = try FeedInput(path: path).open()
    let sniffer = Sniffer(path: path, text: text)
    let scores = try sniffer.scores()
    let order = Dictionary(uniqueKeysWithValues: FeedFormat.names.enumerated().map { ($1, $0) })
    chosen = scores.best?.format
    self.scores = scores.all.filter { $0.points > 0 }.sorted {
      ($1.points, order[$0.format] ?? 0) < ($0.points, order[$1.format] ?? 0)
    }
    wrappings = text.wrappings
    columns = (try? sniffer.format(asked: nil, map: nil))?.layout?.mappings ?? []
  }
}
