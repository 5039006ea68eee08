import Terminal

/// Where the panes are, for a size. Side by side from 100 columns, stacked below that.
struct Layout: Equatable {
  var list: Area
  var detail: Area
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

  init(_ size: TerminalSize) {
    let top = 2
    let rows = max(0, size.rows - top - 1)
    footer = size.rows - 1
    if size.columns >= 100 {
      let left = size.columns * 2 / 5
      list = Area(row: top, column: 0, rows: rows, columns: left)
      detail = Area(row: top, column: left, rows: rows, columns: size.columns - left)
    } else {
      let upper = max(3, rows * 2 / 5)
      list = Area(row: top, column: 0, rows: upper, columns: size.columns)
      detail = Area(row: top + upper, column: 0, rows: rows - upper, columns: size.columns)
    }
  }
}

extension ConsoleState {
  var layout: Layout { Layout(size) }
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
