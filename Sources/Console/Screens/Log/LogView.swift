import Desk
import Moderation
import Terminal

extension LogScreen {
  func draw(_ room: ScreenRoom, on canvas: inout Canvas) {
    LogView.draw(self, room, on: &canvas)
  }

  func spoken(_ room: ScreenRoom) -> Spoken {
    let (chain, _) = LogView.chainText(verification)
    let row = events.current.map { event in
      "\(events.cursor + 1): event \(event.sequence), \(room.surroundings.localTime(event.at).clock), \(event.actor), "
        + EventText.line(event, room.surroundings)
    }
    let detail =
      showsSummary
      ? LogView.detail(self, room).map { $0.map(\.text).joined() }
      : events.current.map { LogView.fields(of: $0, room.surroundings).map { "\($0.0): \($0.1)" } } ?? []
    let only = filter.isEmpty ? "" : " Only \(filter.text)."
    return Spoken(title: "Log, newest first.\(only) \(chain)", row: row ?? "No events.", detail: detail)
  }
}

/// The log: every event, newest first, the one under the cursor in full, and whether the chain holds.
enum LogView {
  static func draw(_ log: LogScreen, _ room: ScreenRoom, on canvas: inout Canvas) {
    let (list, detail) = (room.layout.list, room.layout.detail)
    let title = log.filter.isEmpty ? "newest first" : "newest first · only \(log.filter.text)"
    canvas.box(
      row: list.row, column: list.column, rows: list.rows, columns: list.columns,
      title: SafeText.truncated(title, to: max(0, list.columns - 6)), style: "border", titleStyle: "title")
    let inside = list.inside
    if log.events.rows.isEmpty, log.events.reachedEnd {
      canvas.put("No event passes.", row: inside.row, column: inside.column + 1, style: "text.dim")
    }
    for line in 0..<inside.rows {
      let index = log.events.top + line
      guard index < log.events.rows.count else { break }
      drawRow(
        log.events.rows[index], isCursor: index == log.events.cursor, room.surroundings, row: inside.row + line,
        inside, on: &canvas)
    }
    let (chain, style) = chainText(log.verification)
    let lines = self.detail(log, room)
    let left = lines.count - log.top - detail.inside.rows
    let more = left > 0 ? " · ↓ \(left) more, \(room.surroundings.keys.title(of: .textDown)) scrolls" : ""
    canvas.box(
      row: detail.row, column: detail.column, rows: detail.rows, columns: detail.columns,
      title: SafeText.truncated(chain + more, to: max(0, detail.columns - 6)), style: "border", titleStyle: style)
    for (offset, line) in lines.dropFirst(log.top).prefix(detail.inside.rows).enumerated() {
      canvas.put(
        line, row: detail.inside.row + offset, column: detail.inside.column + 1,
        width: max(0, detail.inside.columns - 2))
    }
  }

  /// The event under the cursor field by field, or who did what.
  static func detail(_ log: LogScreen, _ room: ScreenRoom) -> [CasesView.Line] {
    let width = max(1, room.layout.detail.inside.columns - 2)
    guard log.showsSummary else {
      guard let event = log.events.current else { return [] }
      return fields(of: event, room.surroundings).map { name, value in
        [
          CasesView.piece(CasesView.pad(name, 13), "text.dim"),
          CasesView.piece(SafeText.truncated(value, to: max(0, width - 13)), "text"),
        ]
      }
    }
    guard let summary = log.summary else { return [[CasesView.piece("counting…", "text.dim")]] }
    let me = room.surroundings.rights(at: room.now).person
    let policy = room.surroundings.policy
    let seesAll = !policy.namesPeople || policy.person(me)?.roles.contains(.supervisor) == true
    let (header, rows) = summary.table(only: seesAll ? nil : me)
    let time = PageLines.field("to decision", summary.timeToDecision, width: width)
    let head = PageLines.field("events", Number.grouped(summary.events), width: width) + time
    guard !rows.isEmpty else { return head + [[CasesView.piece("Nobody decided anything among them.", "text")]] }
    let note = seesAll ? [] : [[CasesView.piece("Others' rows are for a supervisor.", "text.dim")]]
    return head + [[]] + ReportsView.table(header, rows, width: width) + note
  }

  private static func drawRow(
    _ event: Event, isCursor: Bool, _ surroundings: Surroundings, row: Int, _ area: Layout.Area,
    on canvas: inout Canvas
  ) {
    let local = surroundings.localTime(event.at)
    let text = "\(isCursor ? "▶" : " ")\(event.sequence) \(local.clock) \(event.actor)  "
    let column = canvas.put(text, row: row, column: area.column, width: area.columns, style: "text.dim")
    let what = EventText.line(event, surroundings)
    let style: Style = event.type == .refused ? "error" : "text"
    let room = max(0, area.column + area.columns - column)
    let end = canvas.put(SafeText.truncated(what, to: room), row: row, column: column, width: room, style: style)
    if let change = EventText.change(event), column + room - end > SafeText.width(change) + 3 {
      canvas.put("   " + change, row: row, column: end, width: column + room - end, style: "text.dim")
    }
    guard isCursor else { return }
    canvas.restyle(row: row, column: area.column, width: area.columns, style: "list.selected")
    canvas.cursor = CanvasPosition(row: row, column: area.column)
  }

  static func chainText(_ verification: Verification?) -> (String, Style) {
    switch verification {
    case nil: ("checking the chain…", "title")
    case .whole(let events, _): ("✓ the chain holds: \(events) events", "ok")
    case .broken(let sequence, let tampering, _):
      ("‼ the chain is broken: event \(sequence) \(tampering.rawValue)", "error")
    }
  }

  /// What an event says, for a person; absent fields are left out.
  static func fields(of event: Event, _ surroundings: Surroundings) -> [(String, String)] {
    var fields: [(String, String)] = [
      ("event", "\(event.sequence) · \(event.type.rawValue)"),
      ("at", "\(surroundings.localTime(event.at).iso8601) \(event.zone)"),
      (
        "by",
        "\(event.actor) as \(event.role) (\(event.authority))" + (event.onBehalfOf.map { " for \($0)" } ?? "")
      ),
      ("what", EventText.line(event, surroundings)),
    ]
    func add(_ name: String, _ value: String?) {
      if let value { fields.append((name, value)) }
    }
    add("item", event.item.map { "\($0.rawValue), revision \(event.revision ?? 1)" })
    add("state", EventText.change(event) ?? event.after.map { DecisionText.standing(of: $0) + ", as before" })
    add("why", event.outcome.map { event.type == .reopened ? EventText.why($0) : $0 })
    add("reasons", event.reasons.isEmpty ? nil : event.reasons.joined(separator: " "))
    add("how", event.automation.map { $0.rawValue.split(separator: "_").joined(separator: " ") })
    add("suggested", event.suggested.isEmpty ? nil : event.suggested.joined(separator: ", "))
    add("beside it", event.context.isEmpty ? nil : event.context.joined(separator: ", "))
    add("screen", event.masked.map { $0 ? "distressing words masked" : "words shown" })
    for flag in event.flags { add("flag shown", flag) }
    add("matter", event.matter)
    for detail in event.details { add("detail", detail) }
    add("batch", event.batch)
    add("undoes", event.undoOf.map { "event \($0)" })
    add("because of", event.cause.map { "event \($0)" })
    add("replaces", event.supersedes.map { "event \($0)" })
    add("about", event.target)
    add("channel", event.channel)
    add("until", event.until.map { Clock.day(surroundings.localTime($0)) })
    add("how many", event.count.map(String.init))
    add("told", event.publicText)
    add("house rules", event.houseRules)
    add("text", event.textSHA256)
    add("policy", event.policy)
    add("rules", event.rules)
    add("feed", event.imported.map { "\($0.format) \($0.feedSHA256)" })
    add("previous", event.previous)
    add("hash", event.hash)
    return fields
  }
}
