import Moderation
import Terminal

/// The list: mark, label, age and the start of the comment.
enum ListView {
  static func draw(
    _ state: ConsoleState, _ surroundings: Surroundings, in area: Layout.Area, on canvas: inout Canvas
  ) {
    canvas.box(
      row: area.row, column: area.column, rows: area.rows, columns: area.columns, title: title(of: state.view),
      style: "border",
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

  private static func title(of view: QueueView) -> String {
    switch view {
    case .queue: "most urgent first"
    case .escalated: "waiting for somebody else"
    case .snoozed: "put off until a time"
    case .untaken: "did not take on the platform"
    }
  }

  private static func drawEmpty(_ state: ConsoleState, in area: Layout.Area, on canvas: inout Canvas) {
    let lines: [String]
    if state.importing != nil {
      lines = ["Reading…"]
    } else {
      switch state.view {
      case .queue:
        lines = state.backlog.open == 0 ? ["Nothing waits.", "docket open FEED… brings comments in."] : ["Reading…"]
      case .escalated: lines = ["Nothing is escalated.", "1 goes back to the queue."]
      case .snoozed: lines = ["Nothing is snoozed.", "1 goes back to the queue."]
      case .untaken: lines = ["Everything that was sent out took.", "1 goes back to the queue."]
      }
    }
    for (index, line) in lines.enumerated() where index < area.rows {
      canvas.put(line, row: area.row + index, column: area.column + 1, width: area.columns - 1, style: "text.dim")
    }
  }

  private static func drawRow(
    _ row: QueueRow, isCursor: Bool, _ state: ConsoleState, row line: Int, _ area: Layout.Area, on canvas: inout Canvas
  ) {
    let waits = state.waits(row)
    if isCursor {
      canvas.fill(row: line, column: area.column, width: area.columns, style: "list.selected")
      canvas.cursor = CanvasPosition(row: line, column: area.column)
    }
    canvas.put(isCursor ? "▶" : " ", row: line, column: area.column, width: 1, style: "text")
    let isOff = row.state.stage == .notApplied || row.state.stage == .changed
    let mark = waits ? severityMark(row.severity) : isOff ? "✗" : "✓"
    let markStyle: Style =
      waits ? row.severity.map { Style("severity." + $0.rawValue) } ?? "text.dim" : isOff ? "error" : "ok"
    canvas.put(mark, row: line, column: area.column + 1, width: 1, style: markStyle)
    if row.claimedBy != nil {
      canvas.put(claimMark, row: line, column: area.column + 2, width: 1, style: "hint.key")
    }
    let name = waits ? row.label?.rawValue ?? "—" : DecisionText.summary(of: row.state)
    let style: Style =
      waits ? row.label.map { Style("label." + $0.rawValue) } ?? "text.dim" : "list.decided"
    canvas.put(
      SafeText.truncated(name, to: 10), row: line, column: area.column + 3, width: 10, style: style)
    // What sleeps says in how long it comes back; everything else how old it is.
    let asleep = row.until.map { "+" + Age.short(since: state.now, now: $0) }
    canvas.putRight(
      asleep ?? Age.short(since: row.posted, now: state.now), row: line, end: area.column + 18, style: "text.dim")
    let column = area.column + 20
    let width = area.columns - 21
    guard width > 0 else { return }
    let stageWidth = row.state.stage.map { SafeText.width($0.words) + 3 } ?? 0
    var pieces = Masking.excerpt(row, width: max(1, width - stageWidth))
    if !waits { for index in pieces.indices { pieces[index].style = "list.decided" } }
    if pieces.isEmpty { pieces = [DetailText.Piece(text: "(no text)", style: "text.dim")] }
    if let stage = row.state.stage {
      pieces.insert(DetailText.Piece(text: stage.words + " · ", style: stageStyle(stage)), at: 0)
    }
    canvas.put(pieces, row: line, column: column, width: width)
    if isCursor { canvas.restyle(row: line, column: area.column, width: area.columns, style: "list.selected") }
  }

  /// Somebody else is at it. The detail says who.
  static let claimMark = "@"

  private static func stageStyle(_ stage: ItemState.Stage) -> Style {
    switch stage {
    case .notApplied, .changed: "error"
    case .proposed: "hint.key"
    case .committed, .exported, .applied, .reconciled: "text.dim"
    }
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
