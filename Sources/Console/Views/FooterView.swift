import Moderation
import Terminal

/// The last row: what happened, or what can be done next; a search is typed here.
enum FooterView {
  static func draw(_ state: ConsoleState, _ keys: KeyMap, row: Int, on canvas: inout Canvas) {
    canvas.fill(row: row, column: 0, width: state.size.columns, style: "hint")
    let area = Layout.Area(row: row, column: 0, rows: 1, columns: state.size.columns)
    if case .search(let field) = state.overlay {
      FieldView.draw(field, prompt: "search: ", row: row, area, style: "hint.key", on: &canvas)
      let told =
        state.search.asked != nil
        ? "looking… " : state.search.isEmptyHanded ? "nothing has that " : String(state.hitsFound.dropFirst(2)) + " "
      canvas.putRight(told, row: row, end: state.size.columns, style: "hint")
      return
    }
    if let notice = state.notice {
      let (mark, style): (String, Style) =
        switch notice.kind {
        case .done: ("✓ ", "ok")
        case .problem: ("! ", "error")
        case .news: ("» ", "title")
        }
      canvas.put(SafeText.truncated(mark + notice.text, to: state.size.columns - 2), row: row, column: 1, style: style)
      return
    }
    // A dialog says itself what its keys do; the list's would be wrong while it is open.
    guard state.overlay == nil else { return }
    var column = 1
    for action in hints(state) {
      let key = keys.title(of: action)
      guard !key.isEmpty else { continue }
      let hint = word(for: action, state)
      let width = SafeText.width(key) + 1 + SafeText.width(hint) + 2
      guard column + width <= state.size.columns else { break }
      column = canvas.put(key, row: row, column: column, style: "hint.key")
      column = canvas.put(" " + hint + "  ", row: row, column: column, style: "hint")
    }
  }

  /// What a key would do to the comment under the cursor: `h` shows a hidden one again.
  private static func word(for action: Action, _ state: ConsoleState) -> String {
    guard state.sideScreen == nil, action == .hide || action == .hold else { return action.hint }
    return state.verb(of: action)?.title ?? action.hint
  }

  private static func hints(_ state: ConsoleState) -> [Action] {
    if let side = state.sideScreen { return side.hints }
    let marked: [Action] = [
      .hideMarked, .leaveMarked, .escalateMarked, .recordMarked, .deleteMarked, .undoView, .help, .quit,
    ]
    return state.marks.isEmpty
      ? [
        .accept, .hide, .delete, .escalate, .record, .leave, .undo, .snooze, .skip, .hold, .mark, .filter, .why,
        .unmask,
        .palette, .help, .quit,
      ] : marked
  }
}
