import Terminal

/// Every key with its sentence, made from the table that dispatches, and what the signs in a list mean.
enum HelpView {
  private static let signs = [
    ("‼ ! ·", "How urgent: critical, high or medium, low."),
    ("✓ ✗", "Decided; decided, but it did not take on the platform."),
    (ListView.claimMark, "Somebody else is deciding about it just now."),
  ]

  static func draw(top: Int, on canvas: inout Canvas) {
    let keys = Action.allCases.map { ($0.keys.map(\.title).joined(separator: " "), $0.sentence) }
    let lines = (keys + signs).map { name, sentence in
      name + String(repeating: " ", count: max(1, 12 - SafeText.width(name))) + sentence
    }
    let box = area(rows: lines.count + 2, on: canvas)
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

  /// A box in the middle, as high as it needs to be and the screen allows.
  private static func area(rows: Int, on canvas: Canvas) -> Layout.Area {
    let columns = min(canvas.size.columns - 2, 84)
    let rows = min(max(rows, 5), canvas.size.rows - 3)
    return Layout.Area(
      row: max(2, (canvas.size.rows - rows) / 2), column: (canvas.size.columns - columns) / 2, rows: rows,
      columns: columns)
  }
}
