import Terminal

/// Where the panes are, for a size. Side by side from 100 columns, stacked below that.
///
/// A dialog in which something is decided leaves the comment in sight: nobody should choose a reason for words that they
/// cannot see. Stacked, it takes the list's place and the detail moves below it; side by side, it comes up from the foot and
/// list and detail make room.
struct Layout: Equatable {
  var list: Area
  var detail: Area
  var dialog: Area?
  /// The row of hints or of a notice.
  var footer: Int

  struct Area: Equatable {
    var row: Int
    var column: Int
    var rows: Int
    var columns: Int

    /// Without its frame.
    var inside: Area { Area(row: row + 1, column: column + 1, rows: max(0, rows - 2), columns: max(0, columns - 2)) }
  }

  static let smallest = TerminalSize(columns: 40, rows: 10)

  /// - Parameters:
  ///   - wanted: how many rows a dialog would like; nil for none.
  ///   - isFocused: whether one comment has the whole screen.
  init(_ size: TerminalSize, dialog wanted: Int? = nil, isFocused: Bool = false) {
    let top = 2
    let rows = max(0, size.rows - top - 1)
    footer = size.rows - 1
    if isFocused {
      list = Area(row: top, column: 0, rows: 0, columns: 0)
      detail = Area(row: top, column: 0, rows: rows, columns: size.columns)
    } else if size.columns >= 100 {
      let left = size.columns * 2 / 5
      list = Area(row: top, column: 0, rows: rows, columns: left)
      detail = Area(row: top, column: left, rows: rows, columns: size.columns - left)
    } else {
      let upper = max(3, rows * 2 / 5)
      list = Area(row: top, column: 0, rows: upper, columns: size.columns)
      detail = Area(row: top + upper, column: 0, rows: rows - upper, columns: size.columns)
    }
    guard let wanted else { return }
    // Two choices at least, and three fifths of the screen at most; where there is next to no room, two lines of the
    // comment stay all the same.
    let high = min(rows, max(5, min(wanted, max(7, rows * 3 / 5), rows - 2)))
    if size.columns >= 100, !isFocused {
      dialog = Area(row: footer - high, column: 0, rows: high, columns: size.columns)
      list.rows -= high
      detail.rows -= high
    } else {
      let area = Area(row: top, column: 0, rows: high, columns: size.columns)
      dialog = area
      if !isFocused { list = area }
      detail = Area(row: top + high, column: 0, rows: rows - high, columns: size.columns)
    }
  }
}

extension ConsoleState {
  var layout: Layout { Layout(size, dialog: overlay?.rowsWanted, isFocused: isFocused && sideScreen == nil) }
  /// Rows of the list that are on the screen.
  var listHeight: Int { layout.list.inside.rows }
  /// Columns for a comment's text: the pane less a margin each side.
  var detailWidth: Int { max(1, layout.detail.inside.columns - 2) }
  /// Rows that a comment's text may take before it scrolls: what is left when flags and suggestion have theirs.
  var textHeight: Int {
    let below = DetailView.rowsBelowText(self)
    return max(2, layout.detail.inside.rows - min(below, layout.detail.inside.rows * 2 / 3))
  }
}

extension Overlay {
  /// How high a dialog would like to be. It stays so while the reasons are narrowed: nothing jumps.
  fileprivate var rowsWanted: Int? {
    switch self {
    case .snooze(let menu, _): menu.choices.count + 4
    case .picker(let picker): picker.choices.count + 5
    case .rationale, .note: 5
    case .confirm(let plan): plan.leftOut.count + 4
    case .side(let dialog): dialog.rowsWanted
    case .help, .palette, .search, .query, .filters, .why, .page, .tour: nil
    }
  }
}
