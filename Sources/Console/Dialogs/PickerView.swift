import Moderation
import Terminal

/// The reasons of a verb, in a box over the screen; and the line for a rationale.
enum PickerView {
  static func draw(
    _ picker: ReasonPicker, _ surroundings: Surroundings, in box: Layout.Area, on canvas: inout Canvas
  ) {
    let visible = picker.visible
    clear(box, on: &canvas)
    canvas.box(
      row: box.row, column: box.column, rows: box.rows, columns: box.columns, title: title(of: picker),
      style: "dialog", titleStyle: "dialog.title")
    let inside = box.inside
    let window = window(of: picker, in: box)
    for index in window {
      drawChoice(
        visible[index], number: index + 1, isSelected: index == picker.selected,
        row: inside.row + index - window.lowerBound, inside, on: &canvas)
    }
    if visible.isEmpty, !picker.filter.text.isEmpty {
      canvas.put("no reason has “\(picker.filter.text)”", row: inside.row, column: inside.column + 1, style: "error")
    }
    drawFoot(picker, surroundings, below: visible.count - window.upperBound, inside, on: &canvas)
  }

  private static func title(of picker: ReasonPicker) -> String {
    "\(picker.verb.title)\(picker.target.scope.map { " \($0)" } ?? ""): why?"
  }

  /// Which of the visible reasons are on the screen. A digit decides about nothing else.
  static func window(of picker: ReasonPicker, in box: Layout.Area) -> Range<Int> {
    let count = picker.visible.count
    let shown = min(count, max(0, box.inside.rows - 1 - toldRows(box.inside)))
    let top = max(0, min(picker.selected - shown + 1, count - shown))
    return top..<(top + shown)
  }

  /// Rows for what the citizen will read: in next to no room two reasons are worth more.
  private static func toldRows(_ inside: Layout.Area) -> Int { inside.rows < 4 ? 0 : inside.rows < 9 ? 1 : 2 }

  private static func drawChoice(
    _ choice: ReasonPicker.Choice, number: Int, isSelected: Bool, row: Int, _ area: Layout.Area,
    on canvas: inout Canvas
  ) {
    let digit = number <= 9 ? String(number) : " "
    let style: Style = choice.refusal == nil ? "dialog" : "text.dim"
    let code = choice.reason.code.rawValue
    let text =
      "\(isSelected ? "▶" : " ")\(digit) \(code)\(String(repeating: " ", count: max(1, 17 - code.count)))"
      + choice.reason.title + ((choice.refusal ?? choice.note).map { " (\($0))" } ?? "")
      + (choice.reason.rationaleRequired ? " (rationale)" : "")
    let fitted = SafeText.truncated(text, to: area.columns)
    canvas.put(fitted, row: row, column: area.column, width: area.columns, style: style)
    guard isSelected else { return }
    canvas.restyle(row: row, column: area.column, width: area.columns, style: "list.selected")
    canvas.cursor = CanvasPosition(row: row, column: area.column)
  }

  private static func drawFoot(
    _ picker: ReasonPicker, _ surroundings: Surroundings, below: Int, _ area: Layout.Area, on canvas: inout Canvas
  ) {
    let last = area.row + area.rows - 1
    let isBarred = picker.obstacle != nil && picker.current?.refusal != nil || picker.choices.isEmpty
    let told = isBarred ? "Not allowed: \(picker.obstacle ?? "")." : told(picker, surroundings)
    let rows = isBarred ? max(1, toldRows(area)) : toldRows(area)
    let style: Style = isBarred ? "error" : "dialog"
    if rows == 1 {
      canvas.put(SafeText.truncated(told, to: area.columns - 2), row: last - 1, column: area.column + 1, style: style)
    } else if rows == 2 {
      let lines = SafeText.wrapped(told, width: area.columns - 2)
      let rest = lines.dropFirst(2).isEmpty ? "" : "…"
      for (index, line) in lines.prefix(2).enumerated() {
        let text = line.map(\.text).joined() + (index == 1 ? rest : "")
        canvas.put(
          SafeText.truncated(text, to: area.columns - 2), row: last - min(2, lines.count) + index,
          column: area.column + 1,
          style: style)
      }
    }
    guard picker.offersAnything else {
      canvas.put("esc", row: last, column: area.column + 1, style: "text.dim")
      return
    }
    let how = picker.verb == .delete ? "digit points, ⏎ deletes" : "digit decides"
    let keys =
      picker.filter.text.isEmpty
      ? "\(how) · type to filter · ^R own words · esc" : "filter: \(picker.filter.text)▏ · ⏎ decides · esc"
    if below > 0 {
      canvas.putRight("↓ \(below) more ", row: last, end: area.column + area.columns, style: "text.dim")
    }
    let room = area.columns - 2 - (below > 0 ? 12 : 0)
    canvas.put(SafeText.truncated(keys, to: max(0, room)), row: last, column: area.column + 1, style: "text.dim")
  }

  /// To whom it goes, until when it is away, or what the citizen reads.
  static func told(_ picker: ReasonPicker, _ surroundings: Surroundings) -> String {
    let who = picker.recipient.map { surroundings.policy.escalationRole($0)?.title ?? $0.rawValue }
    switch picker.verb {
    case .escalate: return "to: \(who ?? "nobody yet") · tab changes"
    case .hold: return "asks: \(who ?? "nobody") · tab changes"
    case .snooze: return picker.until.map { "until \(Clock.day(surroundings.localTime($0)))" } ?? ""
    case .skip: return "It stays in the queue, for you or somebody else."
    default:
      let text = surroundings.policy.filled(picker.current?.reason.citizenText ?? "")
      return text.isEmpty ? "The citizen is told nothing." : "Citizen: " + text
    }
  }

  /// Until when something is put off.
  static func draw(
    _ menu: SnoozeMenu, _ surroundings: Surroundings, in box: Layout.Area, on canvas: inout Canvas
  ) {
    clear(box, on: &canvas)
    canvas.box(
      row: box.row, column: box.column, rows: box.rows, columns: box.columns, title: "snooze: until when?",
      style: "dialog", titleStyle: "dialog.title")
    let inside = box.inside
    for (index, choice) in menu.choices.enumerated() where index < inside.rows {
      let isSelected = index == menu.selected
      let name = choice.title + String(repeating: " ", count: max(1, 12 - choice.title.count))
      let text = "\(isSelected ? "▶" : " ")\(index + 1) \(name)\(Clock.day(surroundings.localTime(choice.until)))"
      canvas.put(text, row: inside.row + index, column: inside.column, width: inside.columns, style: "dialog")
      guard isSelected else { continue }
      canvas.restyle(row: inside.row + index, column: inside.column, width: inside.columns, style: "list.selected")
      canvas.cursor = CanvasPosition(row: inside.row + index, column: inside.column)
    }
    canvas.put(
      "digit chooses · then the reason · esc", row: inside.row + inside.rows - 1, column: inside.column + 1,
      width: inside.columns - 1, style: "text.dim")
  }

  static func drawRationale(
    _ picker: ReasonPicker, _ field: TextField, in box: Layout.Area, on canvas: inout Canvas
  ) {
    clear(box, on: &canvas)
    let code = picker.current?.reason.code.rawValue ?? ""
    canvas.box(
      row: box.row, column: box.column, rows: box.rows, columns: box.columns,
      title: "\(picker.verb.title) · \(code): in your own words", style: "dialog", titleStyle: "dialog.title")
    let inside = box.inside
    let isOptional = picker.current?.reason.rationaleRequired == false
    let how = isOptional ? "⏎ decides, with or without words" : "⏎ decides"
    canvas.put(
      SafeText.truncated("\(how) · esc goes back · kept in the vault", to: max(1, inside.columns - 3)),
      row: inside.row + 2, column: inside.column + 1, style: "text.dim")
    FieldView.draw(field, prompt: "", row: inside.row, inside, on: &canvas)
  }

  /// A decision about many, as it would be made.
  static func draw(_ plan: BulkPlan, in box: Layout.Area, on canvas: inout Canvas) {
    clear(box, on: &canvas)
    canvas.box(
      row: box.row, column: box.column, rows: box.rows, columns: box.columns, title: "\(plan.verb.title): sure?",
      style: "dialog", titleStyle: "dialog.title")
    let inside = box.inside
    let lines =
      [plan.question] + plan.leftOut.map { "\($0.count) left out: \($0.why)" }
    for (index, line) in lines.enumerated() where index < inside.rows - 1 {
      canvas.put(
        SafeText.truncated(line, to: inside.columns - 2), row: inside.row + index, column: inside.column + 1,
        style: index == 0 ? "dialog" : "text.dim")
    }
    canvas.put(
      "y does it, as one step that u takes back · esc", row: inside.row + inside.rows - 1, column: inside.column + 1,
      width: inside.columns - 2, style: "hint.key")
  }

  static func clear(_ area: Layout.Area, on canvas: inout Canvas) {
    for row in area.row..<(area.row + area.rows) {
      canvas.fill(row: row, column: area.column, width: area.columns, style: "dialog")
    }
  }
}
