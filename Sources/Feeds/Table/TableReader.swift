import Moderation

/// Reads a table's rows as comments.
struct TableReader {
  /// A quote that is not closed within so much of the end was cut off with the file; one further up is a slip.
  private static let cutWindow = 64 << 10
  /// How often a lost quote may be looked for: each costs a mebibyte.
  private static let repairLimit = 4096

  private let format: TableFormat
  private let layout: TableLayout
  private let assigned: [(field: Field, column: Int)]
  private var record = GenericRecord()
  private var repaired = 0
  /// The last comment: the next line may turn out to be the rest of its text.
  private var pending: (comment: Comment, offset: Int, end: Int)?

  static func read(
    _ window: FeedWindow, _ layout: TableLayout, as format: TableFormat, into session: inout FeedSession
  ) throws {
    for name in layout.dropped { session.drop(name) }
    for note in layout.notes { session.note(note) }
    var reader = TableReader(format: format, layout: layout)
    try reader.readRows(window, into: &session)
  }

  private init(format: TableFormat, layout: TableLayout) {
    self.format = format
    self.layout = layout
    assigned = Field.allCases.compactMap { field in layout[field].map { (field, $0) } }
    record.stateName = layout.stateName
    record.order = layout.order
    record.isUTC = format.isUTC
  }

  private mutating func readRows(_ window: FeedWindow, into session: inout FeedSession) throws {
    var scanner = TableScanner(window, layout.dialect, from: layout.body)
    var lost = 0
    reading: while true {
      switch scanner.next() {
      case .end: break reading
      case .record:
        try row(&scanner, &session)
        if scanner.start & 0xFFF < 256 { session.release(before: pending?.offset ?? scanner.start) }
      case .openQuote:
        let begin = scanner.start
        if window.isComplete, window.available - begin <= Self.cutWindow {
          try flush(&session)
          session.cut(at: begin)
          break reading
        }
        lost += 1
        guard lost <= Self.repairLimit else {
          session.skip(at: begin, "too many quotes that nothing closes: the rest was not read")
          break reading
        }
        session.skip(at: begin, "a quote is opened here that nothing closes")
        scanner.skipLine()
      }
    }
    try flush(&session)
    if repaired > 0 { session.note("\(repaired) rows did not fit the header and were put right") }
  }

  private mutating func flush(_ session: inout FeedSession) throws {
    guard let last = pending.take() else { return }
    try session.emit(last.comment, at: last.offset)
  }

  private mutating func row(_ scanner: inout TableScanner, _ session: inout FeedSession) throws {
    if pending != nil {
      if isContinuation(scanner) {
        // The line, and empty ones before it, belong to the text of the row above.
        let end = pending?.end ?? scanner.start
        let raw = UnsafeRawBufferPointer(rebasing: scanner.window.bytes[end..<scanner.at])
        pending?.comment.text += "\n" + FeedText.decoded(FeedText.trimmedEnd(raw))
        pending?.end = scanner.at
        repaired += 1
        return
      }
      try flush(&session)
    }
    var excess = scanner.cells.count - layout.width
    // Empty cells at the end, as spreadsheets add them, are no excess.
    if excess > 0, scanner.cells[layout.width...].allSatisfy({ $0.start == $0.end }) {
      scanner.keep(layout.width)
      excess = 0
    }
    if excess > 0 || format.map != nil || format.finish != nil {
      if excess > 0 { repaired += 1 }
      return try formatRow(TableRow(scanner: scanner, layout: layout, excess: max(0, excess)), &session)
    }
    let count = scanner.cells.count
    guard let textColumn = layout[.text], count > textColumn || count > 1 else { return noText(scanner, &session) }
    var comment = Comment(nil, on: format.platform)
    for (field, column) in assigned where column < count {
      record.set(field, scanner.value(scanner.cells[column]), on: &comment)
    }
    record.finish(&comment)
    if layout.cleans { layout.clean(&comment, isHTML: format.isHTML) }
    if mayContinue(scanner) {
      pending = (comment, scanner.start, scanner.at)
    } else {
      try session.emit(consume comment, at: scanner.start)
    }
  }

  private func noText(_ scanner: borrowing TableScanner, _ session: inout FeedSession) {
    session.skip(
      at: scanner.start, "this row has \(scanner.cells.count) of \(layout.width) columns and no text")
  }

  /// A row that is too long, or whose format has something to say of it.
  private mutating func formatRow(_ row: TableRow, _ session: inout FeedSession) throws {
    if let map = format.map { return try map(row, &session) }
    let count = row.scanner.cells.count
    guard let textColumn = layout[.text], count > textColumn || count > 1 else { return noText(row.scanner, &session) }
    var comment = Comment(nil, on: format.platform)
    for (field, column) in assigned {
      if let cell = row.cell(column) { record.set(field, row.scanner.value(cell), on: &comment) }
    }
    record.finish(&comment)
    layout.clean(&comment, isHTML: format.isHTML)
    if let finish = format.finish, !finish(&comment, row, &session) { return }
    pending = (comment, row.offset, row.scanner.at)
  }

  /// Whether the next line may be the rest of this row's text: it does not begin as rows of this table do.
  private func mayContinue(_ scanner: TableScanner) -> Bool {
    guard layout.width > 1 else { return false }
    if let kind = layout.firstKind { return !kind.begins(scanner.window, scanner.at, layout.dialect.separator) }
    return layout[.text] == layout.width - 1 && !scanner.hasSeparator(from: scanner.at)
  }

  private func isContinuation(_ scanner: TableScanner) -> Bool {
    let cells = scanner.cells
    guard let first = cells.first, !first.isQuoted else { return false }
    if let kind = layout.firstKind { return !kind.matches(scanner.text(first)) }
    return cells.count == 1 && layout[.text] == layout.width - 1
  }
}
