import Desk
import Moderation

/// The log's state and what keys do to it. It only reads.
struct LogScreen: SideScreen {
  var events = ListWindow<Event>()
  var verification: Verification?

  var hints: [Action] { [.down, .up, .pageDown, .refresh, .queue, .escalated, .palette, .help, .quit] }

  mutating func open() -> [Command] {
    events = ListWindow()
    verification = nil
    return [.events(before: nil, .first), .verify]
  }

  mutating func perform(_ instruction: Instruction, _ room: ScreenRoom) -> ScreenOutcome {
    let page = max(1, room.layout.list.inside.rows - 1)
    switch instruction.action {
    case .down: events.move(by: 1)
    case .up: events.move(by: -1)
    case .pageDown: events.move(by: page)
    case .pageUp: events.move(by: -page)
    case .first: events.move(to: 0)
    case .last: events.move(to: events.rows.count)
    case .refresh: return .ask([.events(before: nil, .first), .verify])
    default: return .say(.problem("The log is read-only. 1 goes back to the queue."))
    }
    return .ask(fit(room))
  }

  mutating func fit(_ room: ScreenRoom) -> [Command] {
    events.scroll(height: room.layout.list.inside.rows)
    guard events.wanted(height: room.layout.list.inside.rows) == .end, let last = events.rows.last else { return [] }
    events.loading = .end
    return [.events(before: last.sequence, .after)]
  }

  mutating func receive(_ more: [Event], _ fetch: Fetch, _ room: ScreenRoom) {
    switch fetch {
    case .after: events.append(more)
    case .first, .again, .last, .before, .around, .split: events.replace(with: more, edge: .start)
    }
    events.scroll(height: room.layout.list.inside.rows)
  }
}
