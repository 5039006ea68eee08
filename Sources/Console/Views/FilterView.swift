import Moderation
import Terminal

/// The query line at the foot: candidates above it, what is wrong under the place where it is wrong.
enum QueryView {
  static func draw(_ line: QueryLine, _ state: ConsoleState, on canvas: inout Canvas) {
    let shown = min(line.completions.candidates.count, max(0, min(8, canvas.size.rows - 8)))
    let rows = shown + 4
    let area = Layout.Area(row: canvas.size.rows - 1 - rows, column: 0, rows: rows, columns: canvas.size.columns)
    PickerView.clear(area, on: &canvas)
    let title = line.editing.map { "filter \($0)" } ?? "show only"
    canvas.box(
      row: area.row, column: 0, rows: area.rows, columns: area.columns, title: title, style: "dialog",
      titleStyle: "dialog.title")
    let inside = area.inside
    drawCandidates(line, shown, inside, on: &canvas)
    drawBelow(line, state, row: inside.row + shown + 1, inside, on: &canvas)
    FieldView.draw(line.field, prompt: "", row: inside.row + shown, inside, style: "input", on: &canvas)
  }

  private static func drawCandidates(
    _ line: QueryLine, _ shown: Int, _ area: Layout.Area, on canvas: inout Canvas
  ) {
    let candidates = line.completions.candidates
    let top = max(0, min((line.selected ?? 0) - shown + 1, candidates.count - shown))
    let width = min(28, (candidates.map { SafeText.width($0.text) }.max() ?? 0) + 2)
    for (offset, candidate) in candidates.dropFirst(top).prefix(shown).enumerated() {
      let row = area.row + offset
      let isSelected = line.selected == top + offset
      canvas.put(isSelected ? "▶" : " ", row: row, column: area.column, style: "dialog")
      canvas.put(
        SafeText.truncated(candidate.text, to: width - 1), row: row, column: area.column + 1, style: "hint.key")
      canvas.put(
        SafeText.truncated(candidate.explanation, to: max(0, area.columns - width - 2)), row: row,
        column: area.column + 1 + width, style: "text.dim")
      if isSelected { canvas.restyle(row: row, column: area.column, width: area.columns, style: "list.selected") }
    }
  }

  /// What is wrong, with a caret under the place; else how many comments the line lets through.
  private static func drawBelow(
    _ line: QueryLine, _ state: ConsoleState, row: Int, _ area: Layout.Area, on canvas: inout Canvas
  ) {
    guard let error = line.error else {
      let count = state.preview(of: line).flatMap { state.filters.count(of: $0) }
      let told =
        count.map { "\(Number.grouped($0)) in this list · ⏎ shows them · tab completes · esc" }
        ?? "tab completes · ↑ ↓ choose · ⏎ shows them · esc"
      canvas.put(SafeText.truncated(told, to: area.columns - 2), row: row, column: area.column + 1, style: "text.dim")
      return
    }
    let before = String(String.UnicodeScalarView(line.field.text.unicodeScalars.prefix(error.range.lowerBound)))
    let place = min(SafeText.width(before), max(0, area.columns - 12))
    let style: Style = line.isRefused ? "error" : "text.dim"
    let message = "^ " + error.message
    // A message that would run off the frame stands to the left of its caret.
    let room = area.columns - 2 - place
    if SafeText.width(message) <= room {
      canvas.put(message, row: row, column: area.column + 1 + place, style: style)
    } else {
      let fitted = SafeText.truncated(error.message, to: area.columns - 6)
      let column = max(0, min(place - SafeText.width(fitted) - 1, area.columns - 4 - SafeText.width(fitted)))
      if place > SafeText.width(fitted) {
        canvas.put(fitted + " ^", row: row, column: area.column + 1 + column, style: style)
      } else {
        canvas.put(SafeText.truncated(message, to: area.columns - 2), row: row, column: area.column + 1, style: style)
      }
    }
  }
}

/// The filters, numbered, with counts.
enum FilterPanelView {
  static func draw(_ panel: FilterPanel, _ state: ConsoleState, on canvas: inout Canvas) {
    let rows = FilterPanel.rows(state.filters)
    let box = TextBox.area(rows: rows.count + 5, on: canvas)
    PickerView.clear(box, on: &canvas)
    let total = state.filters.count(of: state.query).map { " · \(Number.grouped($0)) pass" } ?? ""
    canvas.box(
      row: box.row, column: box.column, rows: box.rows, columns: box.columns, title: "filters" + total,
      style: "dialog", titleStyle: "dialog.title")
    let inside = box.inside
    if rows.isEmpty {
      canvas.put("No filters. f adds one.", row: inside.row, column: inside.column + 1, style: "text.dim")
    }
    let shown = max(0, inside.rows - 1)
    let top = max(0, min(panel.selected - shown + 1, rows.count - shown))
    for (offset, row) in rows.dropFirst(top).prefix(shown).enumerated() {
      let isSelected = panel.selected == top + offset
      let (text, style) = words(row, state)
      let line = inside.row + offset
      canvas.put(
        SafeText.truncated((isSelected ? "▶" : " ") + text, to: inside.columns), row: line, column: inside.column,
        style: style)
      if isSelected { canvas.restyle(row: line, column: inside.column, width: inside.columns, style: "list.selected") }
    }
    canvas.put(
      SafeText.truncated(
        "digits switch · 0 all · e changes · x drops · s saves · f adds · esc", to: inside.columns - 2),
      row: inside.row + inside.rows - 1, column: inside.column + 1, style: "text.dim")
  }

  static func words(_ row: FilterPanel.Row, _ state: ConsoleState) -> (String, Style) {
    switch row {
    case .condition(let number):
      let entry = state.filters.stack.entries[number - 1]
      let count = state.filters.count(of: Filters.alone(entry, state.view)).map { "  (\(Number.grouped($0)))" } ?? ""
      return ("\(number) \(entry.isOn ? "[x]" : "[ ]") \(entry.text)\(count)", entry.isOn ? "dialog" : "text.dim")
    case .saved(let saved): return ("  saved as \(saved.name): \(saved.filter.text)", "text.dim")
    }
  }
}
