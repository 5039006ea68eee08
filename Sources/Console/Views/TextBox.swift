import Terminal

/// Boxes over the screen, in the middle: lines that scroll, or a list one of whose rows is pointed at.
enum TextBox {
  static let widest = 84

  static func draw(
    _ lines: [[DetailText.Piece]], title: String, top: Int, how: String, on canvas: inout Canvas
  ) {
    let box = area(rows: lines.count + 2, on: canvas)
    PickerView.clear(box, on: &canvas)
    let inside = box.inside
    let told = lines.count > inside.rows ? "\(title) · \(how)" : "\(title) · any key closes"
    canvas.box(
      row: box.row, column: box.column, rows: box.rows, columns: box.columns, title: told, style: "dialog",
      titleStyle: "dialog.title")
    let first = max(0, min(top, lines.count - inside.rows))
    for (index, line) in lines.dropFirst(first).prefix(inside.rows).enumerated() {
      canvas.put(line, row: inside.row + index, column: inside.column + 1, width: inside.columns - 2)
    }
  }

  static func draw(_ lines: [String], title: String, top: Int, _ keys: KeyMap, on canvas: inout Canvas) {
    let how = "\(keys.title(of: .down)) \(keys.title(of: .up)) scroll · any other key closes"
    draw(lines.map { [DetailText.Piece(text: $0, style: "dialog")] }, title: title, top: top, how: how, on: &canvas)
  }

  /// Columns for a line in a box as wide as it may be.
  static func width(on canvas: Canvas) -> Int { max(1, min(canvas.size.columns - 2, widest) - 4) }

  /// A box in the middle, as high as it needs to be and the screen allows.
  static func area(rows: Int, on canvas: Canvas) -> Layout.Area {
    let columns = min(canvas.size.columns - 2, widest)
    let rows = min(max(rows, 5), canvas.size.rows - 3)
    return Layout.Area(
      row: max(2, (canvas.size.rows - rows) / 2), column: (canvas.size.columns - columns) / 2, rows: rows,
      columns: columns)
  }
}

/// A line that is typed over a list that it narrows: palette and help.
struct MenuView {
  struct Row {
    var left: String
    var text: String
    /// Index of the choice; nil for a heading.
    var index: Int?
  }

  var title: String
  var prompt: String
  var field: TextField
  var rows: [Row]
  var selected: Int
  var leftWidth: Int
  var foot: String

  func draw(on canvas: inout Canvas) {
    let box = TextBox.area(rows: canvas.size.rows, on: canvas)
    PickerView.clear(box, on: &canvas)
    canvas.box(
      row: box.row, column: box.column, rows: box.rows, columns: box.columns, title: title, style: "dialog",
      titleStyle: "dialog.title")
    let inside = box.inside
    let shown = max(0, inside.rows - 2)
    let place = rows.firstIndex { $0.index == selected } ?? 0
    let top = max(0, min(place - shown / 2, rows.count - shown))
    for (offset, row) in rows.dropFirst(top).prefix(shown).enumerated() {
      draw(row, at: inside.row + 1 + offset, inside, on: &canvas)
    }
    canvas.put(
      SafeText.truncated(foot, to: inside.columns - 2), row: inside.row + inside.rows - 1, column: inside.column + 1,
      style: "text.dim")
    FieldView.draw(field, prompt: prompt, row: inside.row, inside, on: &canvas)
  }

  private func draw(_ row: Row, at line: Int, _ area: Layout.Area, on canvas: inout Canvas) {
    guard let index = row.index else {
      canvas.put(row.text, row: line, column: area.column + 1, width: area.columns - 2, style: "dialog.title")
      return
    }
    let isSelected = index == selected
    canvas.put(isSelected ? "▶" : " ", row: line, column: area.column, style: "dialog")
    canvas.put(row.left, row: line, column: area.column + 1, width: leftWidth - 1, style: "hint.key")
    canvas.put(
      SafeText.truncated(row.text, to: area.columns - leftWidth - 3), row: line, column: area.column + 1 + leftWidth,
      style: "dialog")
    if isSelected {
      canvas.restyle(row: line, column: area.column, width: area.columns, style: "list.selected")
    }
  }
}

/// A line that is being typed, with the terminal's cursor in it.
enum FieldView {
  /// Scrolled so that the cursor is in sight.
  static func draw(
    _ field: TextField, prompt: String, row: Int, _ area: Layout.Area, style: Style = "dialog",
    on canvas: inout Canvas
  ) {
    let start = canvas.put(prompt, row: row, column: area.column + 1, width: area.columns - 2, style: "hint.key")
    let room = max(1, area.column + area.columns - 1 - start)
    var head = Substring(field.head)
    while SafeText.width(String(head)) >= room, !head.isEmpty { head.removeFirst() }
    let cursor = canvas.put(String(head), row: row, column: start, width: room, style: style)
    canvas.put(
      String(field.text.dropFirst(field.cursor)), row: row, column: cursor, width: start + room - cursor, style: style)
    canvas.cursor = CanvasPosition(row: row, column: min(cursor, canvas.size.columns - 1))
    canvas.showsCursor = true
  }
}
