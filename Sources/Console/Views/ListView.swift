import Moderation
import Terminal

/// The list: mark, label, age and the start of the comment.
enum ListView {
  static func draw(
    _ state: ConsoleState, _ surroundings: Surroundings, in area: Layout.Area, on canvas: inout Canvas
  ) {
    canvas.box(
      row: area.row, column: area.column, rows: area.rows, columns: area.columns, title: title(of: state),
      style: "border", titleStyle: "title")
    let inside = area.inside
    guard !state.queue.rows.isEmpty else {
      return drawEmpty(state, surroundings.keys, in: inside, on: &canvas)
    }
    let look = Look(state: state, care: surroundings.care, hits: SearchMarks(state.search.needle), area: inside)
    // A dialog may have taken the lower rows: the row that it is about is shown all the same.
    let top = max(state.queue.top, state.queue.cursor - inside.rows + 1)
    for line in 0..<inside.rows {
      let index = top + line
      guard index < state.queue.rows.count else { break }
      drawRow(state.queue.rows[index], isCursor: index == state.queue.cursor, look, row: inside.row + line, on: &canvas)
    }
  }

  private static func title(of state: ConsoleState) -> String {
    let what =
      switch state.query.view {
      case .queue: state.query.order.title
      case .escalated: "waiting for somebody else"
      case .snoozed: "put off until a time"
      case .untaken: "did not take on the platform"
      case .all: "everything, \(state.query.order.title)"
      }
    var parts = state.marks.isEmpty ? [] : [state.scope]
    if state.filters.isActive {
      let count = state.filters.count(of: state.query).map { Number.grouped($0) + " · " } ?? ""
      parts.append(count + state.filters.stack.entries.filter(\.isOn).map(\.text).joined(separator: " · "))
    }
    return (parts + [what]).joined(separator: " · ")
  }

  private static func drawEmpty(
    _ state: ConsoleState, _ keys: KeyMap, in area: Layout.Area, on canvas: inout Canvas
  ) {
    let lines: [String]
    if state.importing != nil || state.queue.loading != nil {
      lines = ["Reading…"]
    } else if state.filters.isActive {
      let off = keys.title(of: .filtersOff)
      lines = ["Nothing passes the filters.", "\(keys.title(of: .filters)) lists them, \(off) switches them off."]
    } else {
      switch state.view {
      case .queue: lines = emptyQueue(state, keys)
      case .escalated: lines = ["Nothing is escalated.", "1 goes back to the queue."]
      case .snoozed: lines = ["Nothing is snoozed.", "1 goes back to the queue."]
      case .untaken: lines = ["Everything that was sent out took.", "1 goes back to the queue."]
      case .all: lines = ["The desk is empty.", "docket open FEED… brings comments in."]
      }
    }
    for (index, line) in lines.enumerated() where index < area.rows {
      canvas.put(line, row: area.row + index, column: area.column + 1, width: area.columns - 1, style: "text.dim")
    }
  }

  /// Nothing was ever brought in, or everything is done: what to do is not the same.
  private static func emptyQueue(_ state: ConsoleState, _ keys: KeyMap) -> [String] {
    guard state.backlog.open == 0 else { return ["Reading…"] }
    // A desk that holds no more than its making and its policy.
    guard let sequence = state.sequence, sequence <= 2 else {
      return [
        "Nothing waits.", "docket open FEED… brings comments in.", "\(keys.title(of: .everything)) shows all there is.",
      ]
    }
    return [
      "This desk is empty.", "", "Leave with \(keys.title(of: .quit)), then bring comments in:",
      "docket open exports/", "", "docket formats lists what can be read.",
      "docket open SampleFeeds is for trying it out.",
      "\(keys.title(of: .help)) shows the keys.",
    ]
  }

  /// What all rows of a screen are drawn with.
  private struct Look {
    var state: ConsoleState
    var care: CareSettings
    var hits: SearchMarks
    var area: Layout.Area
  }

  private static func drawRow(
    _ row: QueueRow, isCursor: Bool, _ look: Look, row line: Int, on canvas: inout Canvas
  ) {
    let state = look.state
    let area = look.area
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
    let isMarked = state.marks.contains(row.item)
    if row.claimedBy != nil || isMarked {
      let sign = row.claimedBy != nil ? claimMark : markMark
      canvas.put(sign, row: line, column: area.column + 2, width: 1, style: isMarked ? "list.marked" : "hint.key")
    }
    let name = waits ? row.label?.rawValue ?? "—" : DecisionText.summary(of: row.state)
    let style: Style =
      waits ? row.label.map { Style("label." + $0.rawValue) } ?? "text.dim" : "list.decided"
    canvas.put(
      SafeText.truncated(name, to: 10), row: line, column: area.column + 3, width: 10,
      style: isMarked && waits ? "list.marked" : style)
    // What sleeps says in how long it comes back; everything else how old it is.
    let asleep = row.until.map { "+" + Age.short(since: state.now, now: $0) }
    canvas.putRight(
      asleep ?? Age.short(since: row.posted, now: state.now), row: line, end: area.column + 18, style: "text.dim")
    let column = area.column + 20
    let width = area.columns - 21
    guard width > 0 else { return }
    let stageWidth = row.state.stage.map { SafeText.width($0.words) + 3 } ?? 0
    var pieces = Masking.excerpt(
      row, width: max(1, width - stageWidth), look.care, hits: look.hits.ranges(in: row.excerpt))
    if !waits {
      for index in pieces.indices where pieces[index].style != "search.match" { pieces[index].style = "list.decided" }
    }
    if pieces.isEmpty { pieces = [DetailText.Piece(text: "(no text)", style: "text.dim")] }
    if let stage = row.state.stage {
      pieces.insert(DetailText.Piece(text: stage.words + " · ", style: stageStyle(stage)), at: 0)
    }
    canvas.put(pieces, row: line, column: column, width: width)
    if isCursor { canvas.restyle(row: line, column: area.column, width: area.columns, style: "list.selected") }
  }

  static let markMark = "*"
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
