import Terminal

/// Every key with its sentence, made from the table that dispatches, and what the signs in a list mean.
enum HelpView {
  private static let signs = [
    ("‼ ! ·", "How urgent: critical, high or medium, low."),
    ("✓ ✗", "Decided; decided, but it did not take on the platform."),
    (ListView.markMark, "Marked."),
    (ListView.claimMark, "Somebody else is deciding about it just now."),
  ]

  static func draw(_ page: HelpPage, _ keys: KeyMap, on canvas: inout Canvas) {
    var rows: [MenuView.Row] = []
    if page.field.text.isEmpty {
      var index = 0
      for group in Action.Group.allCases {
        rows.append(MenuView.Row(left: "", text: group.rawValue, index: nil))
        for entry in KeyDocument.entries(of: group, keys) {
          rows.append(row(entry, index))
          index += 1
        }
      }
      rows.append(MenuView.Row(left: "", text: "Signs in a list", index: nil))
      for (number, sign) in signs.enumerated() {
        rows.append(MenuView.Row(left: sign.0, text: sign.1, index: -1 - number))
      }
    } else {
      rows = page.entries(keys).enumerated().map { row($1, $0) }
    }
    let none = rows.isEmpty ? "no key and no command has that" : nil
    MenuView(
      title: "keys", prompt: "find: ", field: page.field, rows: rows, selected: page.selected, leftWidth: 12,
      foot: none ?? "type a key or a word · ↑ ↓ move · ⏎ does it · esc closes"
    ).draw(on: &canvas)
  }

  private static func row(_ entry: KeyDocument.Entry, _ index: Int) -> MenuView.Row {
    MenuView.Row(
      left: entry.keys.isEmpty ? ":" + entry.command : entry.keys.joined(separator: " "), text: entry.sentence,
      index: index)
  }
}

/// The palette: what fits what is typed, with its keys.
enum PaletteView {
  static func draw(_ palette: Palette, _ keys: KeyMap, on canvas: inout Canvas) {
    let rows = palette.choices(keys).enumerated().map { index, choice in
      let keys = choice.keys.isEmpty ? "" : " (\(choice.keys))"
      return MenuView.Row(
        left: choice.instruction.action.rawValue, text: choice.instruction.sentence + keys, index: index)
    }
    MenuView(
      title: "commands", prompt: ": ", field: palette.field, rows: rows, selected: palette.selected, leftWidth: 17,
      foot: rows.isEmpty ? "no command is called that" : "⏎ runs it · tab writes it out · esc closes"
    ).draw(on: &canvas)
  }
}

/// What may follow the keys pressed so far, at the foot of the screen.
enum WhichKeyView {
  static func draw(_ state: ConsoleState, _ keys: KeyMap, on canvas: inout Canvas) {
    guard case .prefix(let bindings) = keys.answer(to: state.pending) else { return }
    let entries = bindings.map { ($0.keys.dropFirst(state.pending.count).map(\.title).joined(separator: " "), $0) }
    let width = min(
      canvas.size.columns - 4,
      (entries.map { SafeText.width($0.0) + 1 + SafeText.width($0.1.instruction.hint) }.max() ?? 0) + 3)
    let across = max(1, (canvas.size.columns - 2) / max(1, width))
    let rows = min((entries.count + across - 1) / across, max(1, canvas.size.rows - 5))
    let top = canvas.size.rows - 1 - rows - 2
    let area = Layout.Area(row: top, column: 0, rows: rows + 2, columns: canvas.size.columns)
    PickerView.clear(area, on: &canvas)
    canvas.box(
      row: area.row, column: 0, rows: area.rows, columns: area.columns, title: "\(state.pending.title) …  esc closes",
      style: "dialog", titleStyle: "dialog.title")
    for (index, entry) in entries.enumerated() where index / rows < across {
      let row = area.row + 1 + index % rows
      let column = 2 + index / rows * width
      let end = canvas.put(entry.0, row: row, column: column, style: "hint.key")
      canvas.put(
        " " + entry.1.instruction.hint, row: row, column: end, width: max(0, column + width - 1 - end), style: "dialog")
    }
  }
}
