import Moderation
import Terminal

extension ConsoleState {
  /// A commit is on disk: the row shows it, and the cursor goes to the next item that waits.
  mutating func acknowledge(
    _ events: [Event], _ rows: [QueueRow], _ backlog: Backlog, _ surroundings: Surroundings
  ) -> [Command] {
    committing = false
    // The desk let the item go with the decision.
    if let item = claiming, events.contains(where: { $0.item == item }) { claiming = nil }
    self.backlog = backlog
    refreshStates(events)
    refreshRows(rows)
    clearMarks(of: events)
    notice = .done(DecisionText.done(events, surroundings) + " · \(surroundings.keys.title(of: .undo)) takes it back")
    if let here = queue.current?.item, events.contains(where: { $0.item == here }) { goToNextWaiting() }
    return readDetail() + readMoreIfNeeded() + countAgain() + pressWaitingKeys(surroundings)
  }

  mutating func acknowledgeUndo(
    _ events: [Event], _ rows: [QueueRow], _ backlog: Backlog, _ surroundings: Surroundings
  ) -> [Command] {
    committing = false
    self.backlog = backlog
    refreshStates(events)
    refreshRows(rows)
    markAgain(events)
    notice = .done(DecisionText.undone(events))
    if let item = events.last?.item, let index = queue.rows.firstIndex(where: { $0.item == item }) {
      queue.move(to: index)
      scrollToCursor()
    }
    return readDetail() + readMoreIfNeeded() + countAgain() + pressWaitingKeys(surroundings)
  }

  /// What passes the filters is another number now.
  mutating func countAgain() -> [Command] {
    guard filters.isActive else { return [] }
    filters.forgetCounts()
    return [.count(query)]
  }

  /// Rows are as they are now, where they are: a list never moves under the cursor. They keep their places in the order as
  /// well, from which the list is read on.
  mutating func refreshRows(_ rows: [QueueRow]) {
    guard !rows.isEmpty else { return }
    marks.follow(rows)
    let read = Dictionary(rows.map { ($0.item, $0) }) { _, last in last }
    if let here = detail?.item, let row = read[here] { detail?.state = row.state }
    queue.update(where: { read[$0.item] != nil }) { [claims] held in
      guard var row = read[held.item] else { return }
      row.position = held.position
      row.claimedBy = claims[row.item]?.person
      held = row
    }
  }

  /// The same from the events alone, where they are too many for their rows to be read.
  mutating func refreshStates(_ events: [Event]) {
    var states: [ItemID: ItemState] = [:]
    for event in events { if let item = event.item, let after = event.after { states[item] = after } }
    if let here = detail?.item, let state = states[here] { detail?.state = state }
    queue.update(where: { states[$0.item] != nil }) { held in held.state = states[held.item] ?? held.state }
  }

  /// Down to the next row that still waits in this view and that nobody else has in hand; where there is none below, the
  /// nearest one above.
  private mutating func goToNextWaiting() {
    func isFree(_ index: Int) -> Bool { waits(queue.rows[index]) && queue.rows[index].claimedBy == nil }
    let below = queue.rows.indices.first { $0 > queue.cursor && isFree($0) }
    let above = queue.rows.indices.last { $0 < queue.cursor && isFree($0) }
    if let next = below ?? above { queue.move(to: next) }
    scrollToCursor()
  }
}
