import Terminal

/// Every key with its sentence, made from the table that dispatches.
enum HelpView {
  static func draw(top: Int, on canvas: inout Canvas) {
    let lines = Action.allCases.map { action in
      let keys = action.keys.map(\.title).joined(separator: " ")
      return keys + String(repeating: " ", count: max(1, 12 - SafeText.width(keys))) + action.sentence
    }
    let box = PickerView.area(rows: lines.count + 2, on: canvas)
    PickerView.clear(box, on: &canvas)
    let more = lines.count > box.inside.rows ? "keys · j k scroll · any other key closes" : "keys · any key closes"
    canvas.box(
      row: box.row, column: box.column, rows: box.rows, columns: box.columns, title: more, style: "dialog",
      titleStyle: "dialog.title")
    let inside = box.inside
    let first = max(0, min(top, lines.count - inside.rows))
    for (index, line) in lines.dropFirst(first).prefix(inside.rows).enumerated() {
      canvas.put(
        SafeText.truncated(line, to: inside.columns - 2), row: inside.row + index, column: inside.column + 1,
        style: "dialog")
    }
  }
}
