import Moderation
import Terminal

/// The list: mark, label, age and the start of the comment.
enum ListView {
  static func draw(
    _ state: ConsoleState, _ surroundings: Surroundings, in area: Layout.Area, on canvas: inout Canvas
  ) {
    let title = state.view == .queue ? "most urgent first" : "waiting for somebody else"
    canvas.box(
      row: area.row, column: area.column, rows: area.rows, columns: area.columns, title: title, style: "border",
      titleStyle: "title")
    let inside = area.inside
    guard !state.queue.rows.isEmpty else {
      return drawEmpty(state, in: inside, on: &canvas)
    }
    for line in 0..<inside.rows {
      let index = state.queue.top + line
      guard index < state.queue.rows.count else { break }
      drawRow(
        state.queue.rows[index], isCursor: index == state.queue.cursor, state, row: inside.row + line, inside,
        on: &canvas)
    }
  }

  private static func drawEmpty(_ state: ConsoleState, in area: Layout.Area, on canvas: inout Canvas) {
    let lines: [String]
    if state.importing != nil {
      lines = ["Reading…"]
    } else if state.view == .escalated {
      lines = ["Nothing is escalated.", "1 goes back to the queue."]
    } else if state.backlog.open == 0 {
      lines = ["Nothing waits.", "docket open FEED… brings comments in."]
    } else {
      lines = ["Reading…"]
    }
    for (index, line) in lines.enumerated() where index < area.rows {
      canvas.put(line, row: area.row + index, column: area.column + 1, width: area.columns - 1, style: "text.dim")
    }
  }

  private static func drawRow(
    _ row: QueueRow, isCursor: Bool, _ state: ConsoleState, row line: Int, _ area: Layout.Area, on canvas: inout Canvas
  ) {
    let waits = row.state.status == (state.view == .queue ? .open : .escalated)
    if isCursor {
      canvas.fill(row: line, column: area.column, width: area.columns, style: "list.selected")
      canvas.cursor = CanvasPosition(row: line, column: area.column)
    }
    canvas.put(isCursor ? "▶" : " ", row: line, column: area.column, width: 1, style: "text")
    let mark = waits ? severityMark(row.severity) : "✓"
    let markStyle: Style = waits ? row.severity.map { Style("severity." + $0.rawValue) } ?? "text.dim" : "ok"
    canvas.put(mark, row: line, column: area.column + 1, width: 1, style: markStyle)
    let name = waits ? row.label?.rawValue ?? "—" : DecisionText.summary(of: row.state)
    let style: Style =
      waits ? row.label.map { Style("label." + $0.rawValue) } ?? "text.dim" : "list.decided"
    canvas.put(
      SafeText.truncated(name, to: 10), row: line, column: area.column + 3, width: 10, style: style)
    canvas.putRight(
      Age.short(since: row.posted, now: state.now), row: line, end: area.column + 18, style: "text.dim")
    let column = area.column + 20
    let width = area.columns - 21
    guard width > 0 else { return }
    var pieces = Masking.excerpt(row, width: width)
    if !waits { for index in pieces.indices { pieces[index].style = "list.decided" } }
    if pieces.isEmpty { pieces = [DetailText.Piece(text: "(no text)", style: "text.dim")] }
    canvas.put(pieces, row: line, column: column, width: width)
    if isCursor { canvas.restyle(row: line, column: area.column, width: area.columns, style: "list.selected") }
  }

  /// A sign beside every colour, so that meaning never rests on colour alone.
  static func severityMark(_ severity: Severity?) -> String {
    switch severity {
    case .critical: "‼"
    case .high, .medium: "!"
    case .low: "·"
    case nil: " "
    }
  }
}
