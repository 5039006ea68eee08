import Desk
import Moderation
import Terminal

/// Draws the state. Pure: the same state gives the same canvas.
public func view(_ state: ConsoleState, _ surroundings: Surroundings) -> Canvas {
  var canvas = Canvas(size: state.size)
  guard state.size.columns >= Layout.smallest.columns, state.size.rows >= Layout.smallest.rows else {
    canvas.put("docket needs 40×10", row: 0, column: 0, style: "error")
    canvas.put("this is \(state.size.columns)×\(state.size.rows)", row: 1, column: 0, style: "text")
    return canvas
  }
  let layout = state.layout
  BarView.draw(state, surroundings, on: &canvas)
  switch state.screen {
  case .list:
    ListView.draw(state, surroundings, in: layout.list, on: &canvas)
    if layout.detail.rows > 2 { DetailView.draw(state, surroundings, in: layout.detail, on: &canvas) }
  case .log:
    LogView.draw(state, surroundings, list: layout.list, detail: layout.detail, on: &canvas)
  }
  FooterView.draw(state, row: layout.footer, on: &canvas)
  switch (state.overlay, layout.dialog) {
  case (.help(let top), _): HelpView.draw(top: top, on: &canvas)
  case (.why(let sentences, let top), _): WhyView.draw(sentences, top: top, state, on: &canvas)
  case (.snooze(let menu, _), let box?): PickerView.draw(menu, surroundings, in: box, on: &canvas)
  case (.picker(let picker), let box?): PickerView.draw(picker, surroundings, in: box, on: &canvas)
  case (.rationale(let picker, let text), let box?): PickerView.drawRationale(picker, text: text, in: box, on: &canvas)
  case (.snooze, nil), (.picker, nil), (.rationale, nil), (.search, _), (nil, _): break
  }
  return canvas
}

extension Canvas {
  /// Writes pieces one after the other, clipped to `width`; returns the column after the last.
  @discardableResult
  mutating func put(_ pieces: [DetailText.Piece], row: Int, column: Int, width: Int) -> Int {
    var at = column
    for piece in pieces where at < column + width {
      at = put(piece.text, row: row, column: at, width: column + width - at, style: piece.style)
    }
    return at
  }

  /// Writes text that ends at the right edge of an area.
  mutating func putRight(_ text: String, row: Int, end: Int, style: Style) {
    put(text, row: row, column: max(0, end - SafeText.width(text)), width: .max, style: style)
  }
}

/// The last row: what happened, or what can be done next; a search is typed here.
enum FooterView {
  static func draw(_ state: ConsoleState, row: Int, on canvas: inout Canvas) {
    canvas.fill(row: row, column: 0, width: state.size.columns, style: "hint")
    if case .search(let text) = state.overlay {
      let end = canvas.put(" search: " + text, row: row, column: 0, style: "hint.key")
      canvas.cursor = CanvasPosition(row: row, column: min(end, state.size.columns - 1))
      canvas.showsCursor = true
      return
    }
    if let notice = state.notice {
      let (mark, style): (String, Style) =
        switch notice.kind {
        case .done: ("✓ ", "ok")
        case .problem: ("! ", "error")
        case .news: ("» ", "title")
        }
      let text = SafeText.truncated(mark + notice.text, to: state.size.columns - 2)
      canvas.put(text, row: row, column: 1, style: style)
      return
    }
    // A dialog says itself what its keys do; the list's would be wrong while it is open.
    guard state.overlay == nil else { return }
    var column = 1
    for action in hints(state) {
      let key = action.keys.first?.title ?? ""
      let hint = word(for: action, state)
      let width = SafeText.width(key) + 1 + SafeText.width(hint) + 2
      guard column + width <= state.size.columns else { break }
      column = canvas.put(key, row: row, column: column, style: "hint.key")
      column = canvas.put(" " + hint + "  ", row: row, column: column, style: "hint")
    }
  }

  /// What a key would do to the comment under the cursor: `h` shows a hidden one again.
  private static func word(for action: Action, _ state: ConsoleState) -> String {
    guard state.screen != .log, action == .hide || action == .hold else { return action.hint }
    return state.verb(of: action)?.title ?? action.hint
  }

  private static func hints(_ state: ConsoleState) -> [Action] {
    switch state.screen {
    case .list:
      [
        .accept, .hide, .delete, .escalate, .record, .leave, .undo, .snooze, .skip, .hold, .why, .search, .unmask,
        .help,
        .quit,
      ]
    case .log: [.down, .up, .pageDown, .refresh, .queue, .escalated, .help, .quit]
    }
  }
}
