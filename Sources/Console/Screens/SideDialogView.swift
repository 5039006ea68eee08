import Terminal

/// A question of a screen beside the lists, in the place where reasons are picked.
enum SideDialogView {
  static func draw(_ dialog: SideDialog, in box: Layout.Area, on canvas: inout Canvas) {
    PickerView.clear(box, on: &canvas)
    canvas.box(
      row: box.row, column: box.column, rows: box.rows, columns: box.columns, title: dialog.title, style: "dialog",
      titleStyle: "dialog.title")
    let inside = box.inside
    guard inside.rows > 0 else { return }
    let last = inside.row + inside.rows - 1
    let width = max(1, inside.columns - 2)
    let said = dialog.lines.flatMap { SafeText.wrapped($0, width: width).map { $0.map(\.text).joined() } }
    var row = inside.row
    // Where there is next to no room, the choices are worth more than what is said about them.
    let room = max(0, inside.rows - (isList(dialog) ? 4 : 2))
    for line in said.prefix(room) {
      canvas.put(line, row: row, column: inside.column + 1, width: width, style: "dialog")
      row += 1
    }
    switch dialog.body {
    case .line(let field):
      FieldView.draw(field, prompt: "", row: row, inside, on: &canvas)
      if row < last { drawFoot(dialog, "⏎ goes on · esc", row: last, inside, on: &canvas) }
    case .choices(let choices):
      let rows = max(1, last - row)
      let top = max(0, min(choices.selected - rows / 2, choices.visible.count - rows))
      for (offset, choice) in choices.visible.dropFirst(top).prefix(rows).enumerated() {
        draw(choice, number: top + offset + 1, top + offset == choices.selected, row: row + offset, inside, on: &canvas)
      }
      if choices.visible.isEmpty {
        canvas.put("nothing fits", row: row, column: inside.column + 1, width: width, style: "text.dim")
      }
      let filter = choices.filter.text.isEmpty ? "digit or ⏎ chooses · type to filter · esc" : nil
      drawFoot(dialog, filter ?? "filter: \(choices.filter.text)▏ · ⏎ chooses · esc", row: last, inside, on: &canvas)
    }
  }

  private static func isList(_ dialog: SideDialog) -> Bool {
    if case .choices = dialog.body { true } else { false }
  }

  private static func draw(
    _ choice: SideDialog.Choice, number: Int, _ isSelected: Bool, row: Int, _ area: Layout.Area,
    on canvas: inout Canvas
  ) {
    let digit = number <= 9 ? String(number) : " "
    let text = "\(isSelected ? "▶" : " ")\(digit) \(choice.text)" + (choice.whyNot.map { " (no: \($0))" } ?? "")
    canvas.put(
      SafeText.truncated(text, to: area.columns), row: row, column: area.column, width: area.columns,
      style: choice.whyNot == nil ? "dialog" : "text.dim")
    guard isSelected else { return }
    canvas.restyle(row: row, column: area.column, width: area.columns, style: "list.selected")
    canvas.cursor = CanvasPosition(row: row, column: area.column)
  }

  private static func drawFoot(
    _ dialog: SideDialog, _ how: String, row: Int, _ area: Layout.Area, on canvas: inout Canvas
  ) {
    let text = dialog.isSent ? "writing…" : dialog.problem.map { "! " + $0 } ?? how
    canvas.put(
      SafeText.truncated(text, to: max(1, area.columns - 2)), row: row, column: area.column + 1,
      style: dialog.problem == nil ? "text.dim" : "error")
  }
}
