import CTerminal

/// Turns canvases into curses calls and styles into colour pairs.
final class Painter {
  private struct Look: Hashable {
    let style: Style
    let overlay: Style?
  }

  private struct Pair: Hashable {
    let foreground: Int
    let background: Int
  }

  private let theme: Theme
  /// nil where there are no colours.
  private let palette: Palette?
  private let pairLimit: Int
  private var pairs: [Pair: Int32] = [:]
  private var looks: [Look: (attributes: UInt32, pair: Int32)] = [:]
  /// Whether the C library gives a cluster the columns that our table gives it.
  private var agrees: [String: Bool] = [:]

  init(theme: Theme, colors: Int) {
    self.theme = theme
    palette = colors >= 8 ? Palette(count: colors) : nil
    pairLimit = colors >= 8 ? Int(ct_pair_limit()) : 0
  }

  /// - Parameter last: what curses holds already, where that is known: rows that are the same are passed over.
  func paint(_ canvas: Canvas, over last: Canvas?, on size: TerminalSize) {
    let last = last?.size == canvas.size ? last : nil
    if last == nil { ct_erase() }
    let columns = min(canvas.size.columns, size.columns)
    for row in 0..<min(canvas.size.rows, size.rows) where last?.row(row) != canvas.row(row) {
      paint(canvas.row(row).prefix(columns), row: row)
    }
    let cursor = canvas.cursor ?? CanvasPosition(row: 0, column: 0)
    ct_place_cursor(
      Int32(max(0, min(cursor.row, size.rows - 1))), Int32(max(0, min(cursor.column, size.columns - 1))),
      canvas.showsCursor)
    ct_refresh()
  }

  private func paint(_ cells: ArraySlice<Cell>, row: Int) {
    var run = ""
    var start = 0
    var look: Look?
    func flush() {
      guard !run.isEmpty, let look else { return }
      let found = resolved(look)
      ct_set_style(found.attributes, found.pair)
      ct_put(Int32(row), Int32(start), run, Int32(run.utf8.count))
      run = ""
    }
    for (column, cell) in cells.enumerated() where !cell.text.isEmpty {
      let next = Look(style: cell.style, overlay: cell.overlay)
      if next != look || run.isEmpty {
        flush()
        (look, start) = (next, column)
      }
      let isWide = cells.dropFirst(column + 1).first?.text.isEmpty == true
      run += drawn(cell.text, width: isWide ? 2 : 1, isLast: column == cells.count - 1)
      // Whatever a cluster that is not plain ASCII does to the column, the next one starts where it must.
      if cell.text.utf8.count > 1 { flush() }
    }
    flush()
  }

  /// The cluster, or marks of the same width where this system's tables are older or newer than ours.
  private func drawn(_ text: String, width: Int, isLast: Bool) -> String {
    if text.utf8.count == 1 { return text }
    let known = agrees[text] ?? (ct_width(text, Int32(text.utf8.count)) == Int32(SafeText.width(text)))
    if agrees.count > 4096 { agrees.removeAll(keepingCapacity: true) }
    agrees[text] = known
    // A canvas that is wider than the terminal may be cut through a wide cluster.
    if !known || isLast && SafeText.width(text) > 1 { return String(repeating: StandIn.invisible, count: width) }
    return text
  }

  private func resolved(_ look: Look) -> (attributes: UInt32, pair: Int32) {
    if let found = looks[look] { return found }
    let style = theme.resolve(look.style, overlay: look.overlay)
    let found: (attributes: UInt32, pair: Int32)
    if let palette {
      let numbers = palette.numbers(foreground: style.foreground, background: style.background)
      let pair = pair(Pair(foreground: numbers.foreground, background: numbers.background))
      found = (bits(pair == nil ? style.monochrome : style.attributes), pair ?? 0)
    } else {
      found = (bits(style.monochrome), 0)
    }
    looks[look] = found
    return found
  }

  /// Pairs are defined as they are needed: a console has 63. nil when they are used up.
  private func pair(_ wanted: Pair) -> Int32? {
    if wanted == Pair(foreground: -1, background: -1) { return 0 }
    if let known = pairs[wanted] { return known }
    let number = Int32(pairs.count + 1)
    guard number < pairLimit, ct_define_pair(number, Int32(wanted.foreground), Int32(wanted.background)) else {
      return nil
    }
    pairs[wanted] = number
    return number
  }

  private func bits(_ attributes: TextAttributes) -> UInt32 {
    var bits: UInt32 = 0
    if attributes.contains(.bold) { bits |= ct_bold }
    if attributes.contains(.dim) { bits |= ct_dim }
    if attributes.contains(.italic) { bits |= ct_italic }
    if attributes.contains(.underline) { bits |= ct_underline }
    if attributes.contains(.reverse) { bits |= ct_reverse }
    return bits
  }
}
