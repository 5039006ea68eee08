/// How a table is laid out: its separator, where its header is and which column holds what.
struct TableLayout {
  var separator: UInt8
  /// Where the first record after the header begins.
  var body: Int
  /// Column numbers by field.
  var columns: [Int?]
  var width: Int
  var stateName: String?
  var order: TimeParser.DayOrder
  /// Names of columns that stay at the door.
  var dropped: [String]

  enum Finding {
    case found(TableLayout)
    case noTextColumn([String])
    case noHeader
  }

  private static let separators: [UInt8] = [0x09, UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "|")]
  private static let headerRows = 20
  private static let sampleRows = 1000

  subscript(field: Field) -> Int? { columns[field.rawValue] }

  /// Looks for the header among the first rows, under each separator: the row that names most fields wins.
  static func find(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Finding {
    var start = start
    var candidates = separators
    if let named = namedSeparator(bytes, start) {
      candidates = [named]
      while start < bytes.count, bytes[start] != 0x0A { start += 1 }
    }
    var best: (score: Int, names: [String], separator: UInt8, body: Int)?
    for separator in candidates {
      var scanner = TableScanner(bytes, separator: separator, from: start)
      for row in 0..<headerRows {
        guard scanner.next() == .record else { break }
        // Below the first row, a lone known word is more likely a word of a text.
        let names = scanner.cells.map { scanner.text($0) }
        guard isHeader(names), row == 0 || names.count > 1 else { continue }
        let score = score(names)
        if score > (best?.score ?? 0) { best = (score, names, separator, scanner.at) }
      }
    }
    guard let best else { return .noHeader }
    let names = best.names.map(FeedText.trimmed)
    var layout = TableLayout(
      separator: best.separator, body: best.body, columns: Array(repeating: nil, count: Field.allCases.count),
      width: names.count, order: .dayFirst, dropped: names.filter { Field.of($0) == nil && Field.isPersonal($0) })
    return layout.assign(names, bytes) ? .found(layout) : .noTextColumn(names)
  }

  /// `sep=;` on the first line, as spreadsheets write it.
  private static func namedSeparator(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> UInt8? {
    guard start + 5 < bytes.count, bytes[start...].starts(with: Array("sep=".utf8)), bytes[start + 5] < 0x20 else {
      return nil
    }
    return bytes[start + 4]
  }

  private static func isHeader(_ names: [String]) -> Bool {
    names.allSatisfy { $0.utf8.count <= 60 } && Set(names.filter { !$0.isEmpty }).count == names.count { !$0.isEmpty }
  }

  private static func score(_ names: [String]) -> Int {
    var fields: Set<Field> = []
    for name in names { if let field = Field.of(name)?.field { fields.insert(field) } }
    return fields.count * 2 + (fields.contains(.text) ? 1 : 0)
  }

  /// Gives every field the column whose name comes first in its list. False without a column that holds text.
  private mutating func assign(_ names: [String], _ bytes: UnsafeRawBufferPointer) -> Bool {
    var ranks = Array(repeating: Int.max, count: columns.count)
    let sample = TableSample(bytes, self, rows: Self.sampleRows)
    for (column, name) in names.enumerated() {
      guard let (field, rank) = Field.of(name), rank < ranks[field.rawValue] else { continue }
      // `comments` that are numbers count something: they are not the text.
      if field == .text, !sample.mayBeText(column) { continue }
      columns[field.rawValue] = column
      ranks[field.rawValue] = rank
      if field == .state { stateName = Field.normalized(name) }
    }
    if let created = self[.created], sample.hasMonthFirst(created) { order = .monthFirst }
    // A post's id stands for the comment's own only where there is no other.
    if self[.id] == nil, let post = names.firstIndex(where: { Field.normalized($0) == "postid" }) {
      columns[Field.id.rawValue] = post
      if self[.thread] == post { columns[Field.thread.rawValue] = nil }
    }
    return self[.text] != nil
  }
}

/// The first rows of a table, for questions that only values answer.
struct TableSample {
  private var rows: [[String]] = []

  init(_ bytes: UnsafeRawBufferPointer, _ layout: TableLayout, rows limit: Int) {
    var scanner = TableScanner(bytes, separator: layout.separator, from: layout.body)
    while rows.count < limit, scanner.next() == .record { rows.append(scanner.cells.map { scanner.text($0) }) }
  }

  /// Whether a column has a letter, or anything beyond ASCII, or nothing at all in it.
  func mayBeText(_ column: Int) -> Bool {
    var hasDigits = false
    for row in rows where column < row.count {
      if row[column].utf8.contains(where: { $0 >= 0x80 || (0x41...0x5A).contains($0 & 0xDF) }) { return true }
      if !row[column].isEmpty { hasDigits = true }
    }
    return !hasDigits
  }

  /// Whether the dates of a column can only be read with the month first; the day is taken to be first otherwise.
  func hasMonthFirst(_ column: Int) -> Bool {
    var monthFirst = false
    for row in rows where column < row.count {
      let parts = row[column].utf8.split(whereSeparator: { $0 == UInt8(ascii: "/") || $0 == 0x20 })
      guard parts.count > 2, let a = Int(String(parts[0]) ?? ""), let b = Int(String(parts[1]) ?? "") else { continue }
      if a > 12 { return false }
      if b > 12 { monthFirst = true }
    }
    return monthFirst
  }
}
