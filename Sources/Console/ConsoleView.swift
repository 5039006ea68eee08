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
    DetailView.draw(state, surroundings, in: layout.detail, on: &canvas)
  case .log:
    LogView.draw(state, surroundings, list: layout.list, detail: layout.detail, on: &canvas)
  }
  FooterView.draw(state, row: layout.footer, on: &canvas)
  switch state.overlay {
  case .help(let top): HelpView.draw(top: top, on: &canvas)
  case .picker(let picker): PickerView.draw(picker, state, surroundings, on: &canvas)
  case .rationale(let picker, let text): PickerView.drawRationale(picker, text: text, on: &canvas)
  case .search, nil: break
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

/// The two rows at the top: where one is, how much waits, who sits here; and the screens.
enum BarView {
  static func draw(_ state: ConsoleState, _ surroundings: Surroundings, on canvas: inout Canvas) {
    let columns = state.size.columns
    canvas.fill(row: 0, column: 0, width: columns, style: "bar")
    let who = surroundings.authority.actor + " · " + surroundings.authority.role + " "
    let agency = " docket  " + surroundings.policy.agency
    let counts = backlog(state)
    var column = canvas.put(agency, row: 0, column: 0, width: columns, style: "bar")
    let roomForWho = columns - column - SafeText.width(counts) - 4 >= SafeText.width(who)
    let end = roomForWho ? columns - SafeText.width(who) : columns - 1
    if roomForWho { canvas.putRight(who, row: 0, end: columns, style: "bar") }
    column = max(column + 2, min((columns - SafeText.width(counts)) / 2, end - SafeText.width(counts) - 2))
    canvas.put(counts, row: 0, column: column, width: max(0, end - column), style: "bar")
    drawTabs(state, surroundings, on: &canvas)
  }

  private static func backlog(_ state: ConsoleState) -> String {
    var parts = ["\(state.backlog.open) open"]
    if state.backlog.urgent > 0 { parts.append("\(state.backlog.urgent) urgent") }
    if state.backlog.escalated > 0 { parts.append("\(state.backlog.escalated) escalated") }
    if let oldest = Age.words(since: state.backlog.oldest, now: state.now) { parts.append("oldest \(oldest)") }
    if let importing = state.importing { parts.append("reading \(importing.read)…") }
    return parts.joined(separator: " · ")
  }

  private static func drawTabs(_ state: ConsoleState, _ surroundings: Surroundings, on canvas: inout Canvas) {
    canvas.fill(row: 1, column: 0, width: state.size.columns, style: "tab")
    let tabs: [(ScreenName, Action)] = [(.list(.queue), .queue), (.list(.escalated), .escalated), (.log, .log)]
    var column = 1
    for (screen, action) in tabs {
      let style: Style = screen == state.screen ? "tab.active" : "tab"
      let label = (action.keys.first?.title ?? "") + " " + action.hint
      column = canvas.put(screen == state.screen ? "[\(label)]" : " \(label) ", row: 1, column: column, style: style)
    }
    let right = "/ search   ? help "
    if state.size.columns - column > right.count {
      canvas.putRight(right, row: 1, end: state.size.columns, style: "tab")
    }
    let warning = "shipped policy: see README, “Make it yours”"
    if surroundings.usesShippedPolicy, state.size.columns - column > right.count + warning.count + 6 {
      canvas.put(warning, row: 1, column: column + 3, style: "tab")
    }
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
      let (mark, style): (String, Style) = notice.kind == .problem ? ("! ", "error") : ("✓ ", "ok")
      let text = SafeText.truncated(mark + notice.text, to: state.size.columns - 2)
      canvas.put(text, row: row, column: 1, style: style)
      return
    }
    var column = 1
    for action in hints(state) {
      let key = action.keys.first?.title ?? ""
      let width = SafeText.width(key) + 1 + SafeText.width(action.hint) + 2
      guard column + width <= state.size.columns else { break }
      column = canvas.put(key, row: row, column: column, style: "hint.key")
      column = canvas.put(" " + action.hint + "  ", row: row, column: column, style: "hint")
    }
  }

  private static func hints(_ state: ConsoleState) -> [Action] {
    switch state.screen {
    case .list: [.accept, .hide, .delete, .escalate, .record, .leave, .undo, .search, .unmask, .help, .quit]
    case .log: [.down, .up, .pageDown, .refresh, .queue, .escalated, .help, .quit]
    }
  }
}
