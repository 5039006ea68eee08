extension TableLayout {
  /// A table without a header: the separator that cuts most rows into equally many cells.
  static func byContent(
    _ window: FeedWindow, _ start: Int, _ candidates: [UInt8], _ format: TableFormat
  ) -> TableLayout? {
    var best: (share: Double, separator: UInt8, width: Int)?
    for separator in candidates {
      var scanner = TableScanner(window, TableDialect(separator: separator), from: start, isBounded: true)
      var widths: [Int: Int] = [:]
      var rows = 0
      while rows < 50, scanner.next() == .record {
        widths[scanner.cells.count, default: 0] += 1
        rows += 1
      }
      guard let (width, count) = widths.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }), width > 1, rows > 1 else {
        continue
      }
      let share = Double(count) / Double(rows)
      if share >= 0.8, share > best?.share ?? 0 { best = (share, separator, width) }
    }
    guard let best else { return nil }
    let dialect = TableDialect(separator: best.separator)
    if let header = format.header {
      guard header.count == best.width else { return nil }
      var layout = TableLayout(dialect, names: header, body: start)
      layout.hasHeader = false
      return layout
    }
    var scanner = TableScanner(window, dialect, from: start, isBounded: true)
    guard scanner.next() == .record else { return nil }
    let first = scanner.cells.map { FeedText.trimmed(scanner.text($0)) }
    let numbered = TableLayout(dialect, names: (1...best.width).map { "#\($0)" }, body: start)
    let sample = ColumnSample(TableSample.rows(numbered, window, 50), width: best.width)
    if first.count == best.width, isHeader(first), sample.isHeader(first) {
      return TableLayout(dialect, names: first, body: scanner.at)
    }
    guard sample.hasShortColumn else { return nil }
    var layout = numbered
    layout.hasHeader = false
    return layout
  }
}
