import Casework
import Desk
import Moderation

/// The log's state and what keys do to it. It only reads.
struct LogScreen: SideScreen {
  var events = ListWindow<Event>()
  var verification: Verification?
  var filter = LogFilter()
  /// Whether who did what is shown in place of the event under the cursor.
  var showsSummary = false
  var summary: LogSummary?
  /// First line of the detail that is shown.
  var top = 0

  var hints: [Action] {
    [
      .down, .up, .pageDown, .filter, .part, .nextChoice, .goToComment, .exportView, .refresh, .queue, .palette, .help,
      .quit,
    ]
  }

  mutating func open(_ room: ScreenRoom) -> [Command] {
    events = ListWindow()
    verification = nil
    return read() + [.verify]
  }

  /// The first page, and the sums where they are shown.
  private func read() -> [Command] {
    [ask(before: nil, .first)] + (showsSummary ? [.side(.logSummary(filter))] : [])
  }

  private func ask(before sequence: Int64?, _ fetch: Fetch) -> Command {
    filter.isEmpty ? .events(before: sequence, fetch) : .side(.log(filter, before: sequence, fetch))
  }

  mutating func perform(_ instruction: Instruction, _ room: ScreenRoom) -> ScreenOutcome {
    let page = max(1, room.layout.list.inside.rows - 1)
    switch instruction.action {
    case .down: move(by: 1)
    case .up: move(by: -1)
    case .pageDown: move(by: page)
    case .pageUp: move(by: -page)
    case .first: move(by: -events.rows.count)
    case .last: move(by: events.rows.count)
    case .textDown: top += max(1, room.layout.detail.inside.rows / 2)
    case .textUp: top -= max(1, room.layout.detail.inside.rows / 2)
    case .refresh: return .ask(read() + [.verify])
    case .filter, .toggle: return narrow(instruction.argument, room)
    case .filtersOff, .dropFilters: return narrow("", room)
    case .nextChoice: return turn(by: 1, room)
    case .previousChoice: return turn(by: -1, room)
    case .part:
      showsSummary.toggle()
      top = 0
      return .ask(showsSummary ? [.side(.logSummary(filter))] : [])
    case .goToComment:
      guard let item = events.current?.item else { return .say(.problem("This event is about no one comment.")) }
      return ScreenOutcome(goTo: item)
    case .exportView: return .ask([.side(.logExport(filter))])
    default: return .say(.problem("The log is read-only. 1 goes back to the queue."))
    }
    return .ask(fit(room))
  }

  mutating func fit(_ room: ScreenRoom) -> [Command] {
    events.scroll(height: room.layout.list.inside.rows)
    top = max(0, min(top, LogView.detail(self, room).count - room.layout.detail.inside.rows))
    guard events.wanted(height: room.layout.list.inside.rows) == .end, let last = events.rows.last else { return [] }
    events.loading = .end
    return [ask(before: last.sequence, .after)]
  }

  private mutating func move(by distance: Int) {
    events.move(by: distance)
    if !showsSummary { top = 0 }
  }

  // MARK: What is shown

  private mutating func narrow(_ text: String?, _ room: ScreenRoom) -> ScreenOutcome {
    guard let text else {
      return .ask(.line("which events?", [LogFilter.help + "; nothing for all."], filter.text, .filter))
    }
    switch LogFilter.read(text, today: CivilDate(room.surroundings.localTime(room.now))) {
    case .failure(let problem): return .say(.problem(DecisionText.capitalised(problem.message) + "."))
    case .success(let filter): return show(filter)
    }
  }

  private mutating func show(_ filter: LogFilter) -> ScreenOutcome {
    self.filter = filter
    events = ListWindow()
    summary = nil
    top = 0
    return ScreenOutcome(
      commands: read(), notice: .done(filter.isEmpty ? "Every event." : "Only \(filter.text)."))
  }

  /// All of it, today, the last 7 days, the last 30.
  private mutating func turn(by step: Int, _ room: ScreenRoom) -> ScreenOutcome {
    let today = CivilDate(room.surroundings.localTime(room.now))
    let starts: [CivilDate?] = [nil, today, today.adding(days: -6), today.adding(days: -29)]
    let place = starts.firstIndex(of: filter.since) ?? 0
    var filter = filter
    filter.since = starts[(place + step + starts.count) % starts.count]
    filter.until = nil
    return show(filter)
  }

  mutating func receive(_ more: [Event], _ fetch: Fetch, _ room: ScreenRoom) {
    switch fetch {
    case .after: events.append(more)
    case .first, .again, .last, .before, .around, .split: events.replace(with: more, edge: .start)
    }
    events.scroll(height: room.layout.list.inside.rows)
  }
}
