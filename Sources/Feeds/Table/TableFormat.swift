import Moderation

/// A format that is a table: what it is recognised by, and what it knows of its columns that the general rules do not.
struct TableFormat: Sendable {
  let evidence: [Evidence<TableSample>]
  let platform: String
  /// Fields by the columns' names, lower case, letters and digits only. They go before the general names.
  var columns: [String: Field] = [:]
  /// Columns that only look like a field.
  var ignored: Set<String> = []
  /// Names of the columns of a table that comes without a header.
  var header: [String]?
  /// Times without a zone are UTC.
  var isUTC = false
  /// Cells are HTML.
  var isHTML = false
  /// Puts a comment right by what its row says besides. False: the row is none of the feed's comments.
  var finish: (@Sendable (inout Comment, TableRow, inout FeedSession) -> Bool)?
  /// Makes of a row what it likes.
  var map: (@Sendable (TableRow, inout FeedSession) throws -> Void)?

  /// Knows nothing of its own.
  static let plain = TableFormat(evidence: [], platform: "csv")
}

/// The first rows of a table, for questions that only names and values answer.
struct TableSample {
  /// Lower case, letters and digits only.
  private(set) var names: [String] = []
  /// As they stand there.
  private(set) var titles: [String] = []
  private(set) var rows: [[String]] = []
  private(set) var hasText = false
  private(set) var hasHeader = false

  private static let rowLimit = 200

  init(_ finding: TableLayout.Finding, _ window: FeedWindow) {
    switch finding {
    case .found(let layout):
      names = layout.names.map(Field.normalized)
      titles = layout.names
      hasHeader = layout.hasHeader
      hasText = layout[.text] != nil
      rows = Self.rows(layout, window, Self.rowLimit)
    case .noTextColumn(let columns), .noSuchColumn(_, let columns): names = columns.map(Field.normalized)
    case .noHeader: break
    }
  }

  static func rows(_ layout: TableLayout, _ window: FeedWindow, _ limit: Int) -> [[String]] {
    var rows: [[String]] = []
    var scanner = TableScanner(window, layout.dialect, from: layout.body, isBounded: true)
    while rows.count < limit, scanner.next() == .record { rows.append(scanner.cells.map { scanner.text($0) }) }
    return rows
  }

  func has(_ names: String...) -> Bool { names.allSatisfy(self.names.contains) }
}

extension Evidence<TableSample> {
  /// The header has all of these, by lower-case letters and digits.
  static func header(_ points: Int, _ names: String...) -> Evidence {
    adds(points, "the header has " + names.joined(separator: ", ")) { sample in names.allSatisfy(sample.names.contains)
    }
  }
}

/// A row of a table, with what its columns are.
struct TableRow {
  let scanner: TableScanner
  let layout: TableLayout
  /// Cells beyond the header that the text has too many.
  let excess: Int
  var offset: Int { scanner.start }

  /// A cell by the column's name, lower case, letters and digits only; nil where it is empty or there is none.
  subscript(name: String) -> String? {
    guard let column = layout.index[name] else { return nil }
    let text = FeedText.trimmed(self.text(column))
    return text.isEmpty ? nil : text
  }

  func text(_ column: Int) -> String { cell(column).map { scanner.text($0) } ?? "" }

  /// Commas in an unquoted text make a row too long: columns left of the text count from the left, those right of it from
  /// the right, and what is between them is the text (FORMATS § 5.1).
  func cell(_ column: Int) -> TableScanner.Cell? {
    let cells = scanner.cells
    guard excess > 0, let textColumn = layout[.text] else { return column < cells.count ? cells[column] : nil }
    if column == textColumn, column + excess < cells.count {
      let first = cells[column]
      let last = cells[column + excess]
      return TableScanner.Cell(
        start: first.isQuoted ? first.start - 1 : first.start, end: last.isQuoted ? last.end + 1 : last.end,
        isQuoted: false)
    }
    let place = column > textColumn ? column + excess : column
    return place < cells.count ? cells[place] : nil
  }
}

/// A cell as a field's value.
struct TableValue: FieldValue {
  let raw: UnsafeRawBufferPointer
  let isEscaped: Bool
  let isBackslash: Bool

  var plain: UnsafeRawBufferPointer? { isEscaped ? nil : raw }

  /// The cell's text, doubled quotes made single.
  var string: String {
    if let plain { return FeedText.decoded(plain) }
    var out: [UInt8] = []
    out.reserveCapacity(raw.count)
    var place = 0
    while place < raw.count {
      let byte = raw[place]
      if isBackslash, byte == UInt8(ascii: "\\"), place + 1 < raw.count,
        raw[place + 1] == UInt8(ascii: "\"") || raw[place + 1] == UInt8(ascii: "\\")
      {
        out.append(raw[place + 1])
        place += 2
      } else {
        out.append(byte)
        place += byte == UInt8(ascii: "\"") && !isBackslash ? 2 : 1
      }
    }
    return out.withUnsafeBytes(FeedText.decoded)
  }
}
