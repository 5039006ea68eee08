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
    TextBox.draw(lines, title: "keys", top: top, on: &canvas)
  }
}

/// Why the comment under the cursor is flagged, and why not. The sentences quote it, so what distresses is masked in them too.
enum WhyView {
  static func draw(_ sentences: [String], top: Int, _ state: ConsoleState, on canvas: inout Canvas) {
    let distressing = state.detail?.flags.contains { $0.spans.contains { $0.type.isDistressing } } ?? false
    let shown = distressing && !state.unmasked ? sentences.map(WhyText.masked) : sentences
    let width = max(1, min(canvas.size.columns - 2, TextBox.widest) - 4)
    let lines = shown.flatMap { sentence in
      SafeText.wrapped(sentence, width: width).map { $0.map(\.text).joined() }
    }
    TextBox.draw(
      lines.isEmpty ? ["Nothing was flagged, and nothing came near it."] : lines, title: "why", top: top, on: &canvas)
  }
}

/// Lines in a box in the middle, scrolled where they do not fit.
enum TextBox {
  static let widest = 84

  static func draw(_ lines: [String], title: String, top: Int, on canvas: inout Canvas) {
    let box = area(rows: lines.count + 2, on: canvas)
    PickerView.clear(box, on: &canvas)
    let how = lines.count > box.inside.rows ? " · j k scroll · any other key closes" : " · any key closes"
    canvas.box(
      row: box.row, column: box.column, rows: box.rows, columns: box.columns, title: title + how, style: "dialog",
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
    let columns = min(canvas.size.columns - 2, widest)
    let rows = min(max(rows, 5), canvas.size.rows - 3)
    return Layout.Area(
      row: max(2, (canvas.size.rows - rows) / 2), column: (canvas.size.columns - columns) / 2, rows: rows,
      columns: columns)
  }
}
