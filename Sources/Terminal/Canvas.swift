/// A place on a canvas, from 0.
public struct CanvasPosition: Sendable, Equatable {
  public var row: Int
  public var column: Int

  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// One column of one row.
public struct Cell: Sendable, Equatable {
  /// One cluster that is safe to draw; "" for the second half of a wide one.
  public var text: String
  public var style: Style
  /// Drawn over the style: what it leaves unsaid, the style says. A highlight on a selected row.
  public var overlay: Style?

  public init(text: String, style: Style, overlay: Style? = nil) {
    self.text = text
    self.style = style
    self.overlay = overlay
  }
}

/// A grid of styled cells: what a screen shows, as a value.
///
/// ```swift
/// var canvas = Canvas(size: TerminalSize(columns: 20, rows: 2))
/// canvas.put("Kia ora", row: 0, column: 1, style: "title")
/// canvas.rowsOfText   // [" Kia ora", ""]
/// ```
/// Whatever is written, and wherever: a cell is text that SafeText let through, a wide cluster is followed by its empty
/// half in the same row, and nothing is written outside.
public struct Canvas: Sendable, Equatable {
  public private(set) var size: TerminalSize
  /// Where the terminal's cursor stands: on the selected row, so that a screen reader follows; nil leaves it top left.
  public var cursor: CanvasPosition?
  /// Whether the cursor is visible: in a text field.
  public var showsCursor = false
  private var cells: [Cell]

  /// A blank canvas. Neither side is taken beyond 10,000 cells, wherever the size came from.
  public init(size: TerminalSize) {
    self.size = TerminalSize(columns: min(size.columns, 10_000), rows: min(size.rows, 10_000))
    cells = Array(repeating: Cell(text: " ", style: "text"), count: self.size.columns * self.size.rows)
  }

  /// The cell at a place; nil outside.
  public subscript(row: Int, column: Int) -> Cell? {
    index(row, column).map { cells[$0] }
  }

  /// Writes one line, cut to `width` columns and to the canvas, and returns the column after its last cell.
  ///
  /// Stand-ins have the overlay "stand-in". A wide character that would be cut in half is left out.
  @discardableResult
  public mutating func put(_ text: String, row: Int, column: Int, width: Int = .max, style: Style) -> Int {
    put(SafeText.clusters(text), row: row, column: column, width: width, style: style)
  }

  /// Writes clusters, as a line of `SafeText.wrapped` has them.
  @discardableResult
  public mutating func put(_ line: [SafeCluster], row: Int, column: Int, width: Int = .max, style: Style) -> Int {
    let end = Self.end(column, width, limit: size.columns)
    var at = column
    for cluster in line {
      if cluster.isStandIn && cluster.width == cluster.text.count && cluster.width > 1 {
        for character in cluster.text where at < end {
          set(Cell(text: String(character), style: style, overlay: "stand-in"), width: 1, row: row, column: at)
          at += 1
        }
        if at >= end { break }
      } else {
        if at >= end || at + cluster.width > end { break }
        let cell = Cell(text: cluster.text, style: style, overlay: cluster.isStandIn ? "stand-in" : nil)
        set(cell, width: cluster.width, row: row, column: at)
        at += cluster.width
      }
    }
    return at
  }

  /// Fills a stretch of a row with one character; one that is not safe or is wide counts as a space.
  public mutating func fill(row: Int, column: Int, width: Int, style: Style, with character: Character = " ") {
    let drawn = SafeText.clusters(String(character))
    let text = drawn.count == 1 && drawn[0].width == 1 ? drawn[0].text : " "
    for at in columns(row, column, width) {
      set(Cell(text: text, style: style), width: 1, row: row, column: at)
    }
  }

  /// Lays a style over a stretch and keeps what is written there. A second one is laid over the first.
  public mutating func restyle(row: Int, column: Int, width: Int, style: Style) {
    for at in columns(row, column, width) {
      guard let place = index(row, at) else { continue }
      // Two layers are kept; the selection under a search match matters more than the text's own colour.
      if let overlay = cells[place].overlay, overlay != "stand-in" { cells[place].style = overlay }
      cells[place].overlay = style
    }
  }

  /// Draws a frame with a title in its upper side. Under 2 rows or columns there is no room for one.
  public mutating func box(
    row: Int, column: Int, rows: Int, columns: Int, title: String, style: Style, titleStyle: Style
  ) {
    guard rows >= 2, columns >= 2 else { return }
    let (right, rightOverflows) = column.addingReportingOverflow(columns - 1)
    let (bottom, bottomOverflows) = row.addingReportingOverflow(rows - 1)
    guard !rightOverflows, !bottomOverflows else { return }
    fill(row: row, column: column, width: columns, style: style, with: "─")
    fill(row: bottom, column: column, width: columns, style: style, with: "─")
    for side in max(0, row)..<max(0, row, min(bottom, size.rows - 1) + 1) {
      put("│", row: side, column: column, style: style)
      put("│", row: side, column: right, style: style)
    }
    put("┌", row: row, column: column, style: style)
    put("┐", row: row, column: right, style: style)
    put("└", row: bottom, column: column, style: style)
    put("┘", row: bottom, column: right, style: style)
    if columns > 4, !title.isEmpty {
      let shown = SafeText.truncated(title, to: columns - 4)
      put(" \(shown) ", row: row, column: column + 1, width: columns - 2, style: titleStyle)
    }
  }

  /// The rows as text, for tests, without the spaces at their ends.
  public var rowsOfText: [String] {
    (0..<size.rows).map { row in
      let text = self.row(row).map(\.text).joined()
      return String(text[..<(text.lastIndex { $0 != " " }.map { text.index(after: $0) } ?? text.startIndex)])
    }
  }

  /// A mark for the style of each cell, the overlay's before the style's, "." for all others; for tests.
  public func stylesOfText(_ map: [Style: Character]) -> [String] {
    (0..<size.rows).map { row in
      String(self.row(row).map { cell in cell.overlay.flatMap { map[$0] } ?? map[cell.style] ?? "." })
    }
  }

  /// The cells of a row that is on the canvas.
  func row(_ row: Int) -> ArraySlice<Cell> {
    cells[row * size.columns..<(row + 1) * size.columns]
  }

  private mutating func set(_ cell: Cell, width: Int, row: Int, column: Int) {
    guard column >= 0, column <= size.columns - width, let place = index(row, column) else { return }
    split(at: place)
    if width == 2 { split(at: place + 1) }
    cells[place] = cell
    if width == 2 { cells[place + 1] = Cell(text: "", style: cell.style, overlay: cell.overlay) }
  }

  /// Makes spaces of both halves of the wide cluster that a cell belongs to.
  private mutating func split(at place: Int) {
    if cells[place].text.isEmpty {
      cells[place].text = " "
      if place > 0 { cells[place - 1].text = " " }
    } else if place + 1 < cells.count, cells[place + 1].text.isEmpty {
      cells[place + 1].text = " "
    }
  }

  private func index(_ row: Int, _ column: Int) -> Int? {
    guard row >= 0, row < size.rows, column >= 0, column < size.columns else { return nil }
    return row * size.columns + column
  }

  private func columns(_ row: Int, _ column: Int, _ width: Int) -> Range<Int> {
    guard row >= 0, row < size.rows else { return 0..<0 }
    let end = Self.end(column, width, limit: size.columns)
    return max(0, column)..<max(0, column, end)
  }

  private static func end(_ column: Int, _ width: Int, limit: Int) -> Int {
    let (end, overflow) = column.addingReportingOverflow(max(0, width))
    return overflow ? limit : min(limit, end)
  }
}
