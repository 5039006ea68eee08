import Desk
import Moderation
import Terminal

/// Several people at one desk: what the others do comes in, and what one does is held against it.
extension ConsoleState {
  /// The minute has turned, or a key was pressed.
  mutating func timePassed(to now: Timestamp) -> [Command] {
    let isNewMinute = now.milliseconds / 60_000 != self.now.milliseconds / 60_000
    self.now = now
    guard isNewMinute else { return [] }
    // Whoever writes a long rationale goes on holding the item.
    return [.wake] + (claiming.map { [.claim($0)] } ?? [])
  }

  mutating func receive(_ news: DeskNews, _ surroundings: Surroundings) -> [Command] {
    let me = surroundings.rights(at: now).person
    people = news.people.filter { $0.person != me }
    let taken = news.claims.filter { $0.person != me }
    claims = Dictionary(taken.map { ($0.item, $0) }) { first, _ in first }
    queue.update(where: { [claims] row in row.claimedBy != claims[row.item]?.person }) { [claims] row in
      row.claimedBy = claims[row.item]?.person
    }
    defer { sequence = max(news.sequence, sequence ?? 0) }
    guard let sequence, news.sequence > sequence else { return [] }
    return [.others(after: sequence, about: Set(queue.rows.map(\.item)))]
  }

  /// Others wrote something: rows change in place, and a line says what became of what is looked at.
  mutating func othersDid(
    _ events: [Event], _ rows: [QueueRow], _ backlog: Backlog, _ surroundings: Surroundings
  ) -> [Command] {
    self.backlog = backlog
    refreshRows(rows)
    let me = surroundings.rights(at: now).person
    let foreign = events.filter { $0.actor != me }
    let here = queue.current?.item
    if sideScreen == nil, let event = foreign.last(where: { $0.item == here && EventText.isNews($0) }), here != nil {
      notice = .news(EventText.news(event, surroundings))
    } else if notice == nil, sideScreen != nil, !foreign.isEmpty {
      notice = .news(
        "Others wrote \(foreign.count == 1 ? "an event" : "\(foreign.count) events"). ^L reads the log anew.")
    } else if notice == nil, let text = EventText.news(ofOthers: foreign) {
      notice = .news(text)
    }
    // Where there is no row yet, none can move.
    if queue.rows.isEmpty, case .list = screen, foreign.contains(where: { $0.type == .imported }) { return refresh() }
    let counts = countAgain()
    guard let here, events.contains(where: { $0.item == here }) else { return counts }
    // Not from the top: somebody may be reading it.
    return counts + [.detail(here)]
  }

  // MARK: Claims

  mutating func claim(_ item: ItemID) -> [Command] {
    claiming = item
    return [.claim(item)]
  }

  /// Closes what is open and lets the item go.
  mutating func letGo() -> [Command] {
    overlay = nil
    return releaseUnlessOpen()
  }

  /// Lets an item go that is in hand no longer, though nothing was decided.
  mutating func releaseUnlessOpen() -> [Command] {
    guard let item = claiming, overlay?.item != item else { return [] }
    claiming = nil
    return [.release(item)]
  }

  mutating func receive(_ outcome: ClaimOutcome, _ surroundings: Surroundings) -> [Command] {
    switch outcome {
    case .yours(let claim):
      // Let go before the desk had answered.
      return claiming == claim.item ? [] : [.release(claim.item)]
    case .taken(let claim):
      claims[claim.item] = claim
      queue.update(where: { $0.item == claim.item }) { $0.claimedBy = claim.person }
      if claiming == claim.item { claiming = nil }
      guard overlay?.item == claim.item else { return [] }
      overlay = nil
      waitingKeys = []
      let since = Clock.brief(surroundings.localTime(claim.since), today: surroundings.localTime(now))
      notice = .problem("\(claim.person) is deciding about this, since \(since). Take another one meanwhile.")
      return [.detail(claim.item)]
    }
  }

  // MARK: Refusals

  /// Says what stood in the way; where it was somebody else, the item is read anew and shown as they left it.
  mutating func wasRefused(_ refusal: Refusal) -> [Command] {
    let commands = giveUp(DecisionText.refused(refusal)) + releaseUnlessOpen()
    switch refusal {
    case .stale(let item, _, _), .overtaken(let item, _, _), .claimed(let item, _, _), .nothingToChange(let item, _, _),
      .alreadyOut(let item, _, _):
      return commands + [.rows([item]), .backlog] + (queue.current?.item == item ? [.detail(item)] : [])
    default: return commands
    }
  }
}
