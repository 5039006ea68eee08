import Moderation

/// Reads a table's rows as comments.
enum TableFormat {
  /// A quote that is not closed within so much of the end was cut off with the file; one further up is a slip.
  private static let cutWindow = 64 << 10
  /// How often a lost quote may be looked for to the end of the file: each costs a pass over the rest.
  private static let repairs = 64

  static func read(_ bytes: UnsafeRawBufferPointer, from start: Int, into session: inout FeedSession) throws {
    guard case .found(let layout) = TableLayout.find(bytes, from: start) else { return }
    for name in layout.dropped { session.drop(name) }
    var scanner = TableScanner(bytes, separator: layout.separator, from: layout.body)
    var repairs = 0
    while true {
      switch scanner.next() {
      case .end: return
      case .record: try emit(scanner, layout, &session)
      case .openQuote:
        let begin = scanner.start
        guard bytes.count - begin > cutWindow else { return session.cut(at: begin) }
        repairs += 1
        guard repairs <= Self.repairs else {
          return session.skip(at: begin, "too many quotes that nothing closes: the rest was not read")
        }
        session.skip(at: begin, "a quote is opened here that nothing closes")
        scanner.skipLine()
      }
    }
  }

  private static func emit(_ scanner: TableScanner, _ layout: TableLayout, _ session: inout FeedSession) throws {
    guard let textColumn = layout[.text] else { return }
    let cells = scanner.cells
    // Commas in an unquoted text make a row too long: columns left of the text count from the left, those right of it
    // from the right, and what is between them is the text (§ 5.1).
    let excess = max(0, cells.count - layout.width)
    func cell(_ column: Int) -> TableScanner.Cell? {
      if column == textColumn, excess > 0, column + excess < cells.count {
        let last = cells[column + excess]
        let first = cells[column]
        return TableScanner.Cell(
          start: first.isQuoted ? first.start - 1 : first.start, end: last.isQuoted ? last.end + 1 : last.end,
          isQuoted: false)
      }
      let place = column > textColumn ? column + excess : column
      return place < cells.count ? cells[place] : nil
    }
    // Empty cells at the end, as spreadsheets add them, are no excess.
    if excess > 0, cells[layout.width...].allSatisfy({ $0.start == $0.end }) {
      return try emit(trimmed(scanner, layout.width), layout, &session)
    }
    guard cells.count > textColumn || cells.count > 1 else {
      return session.skip(at: scanner.start, "this row has \(cells.count) of \(layout.width) columns and no text")
    }
    var comment = GenericRecord.comment(platform: "csv", order: layout.order, stateName: layout.stateName) { field in
      layout[field].flatMap(cell).map { scanner.text($0) }
    }
    if let urls = layout[.attachments].flatMap(cell).map({ scanner.text($0) }) {
      comment.attachments = urls.split { $0 == " " || $0 == "," || $0 == ";" || $0 == "\n" || $0 == "|" }.map(
        String.init)
    }
    try session.emit(comment, at: scanner.start)
  }

  private static func trimmed(_ scanner: TableScanner, _ width: Int) -> TableScanner {
    var copy = scanner
    copy.keep(width)
    return copy
  }
}
