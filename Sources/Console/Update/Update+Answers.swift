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
    refreshRows(rows)
    clearMarks(of: events)
    notice = .done(DecisionText.done(events, surroundings) + " · \(surroundings.keys.title(of: .undo)) takes it back")
    if let item = events.last?.item, queue.current?.item == item { goToNextWaiting() }
    return readDetail() + readMoreIfNeeded() + pressWaitingKeys(surroundings)
  }

  mutating func acknowledgeUndo(
    _ events: [Event], _ rows: [QueueRow], _ backlog: Backlog, _ surroundings: Surroundings
  ) -> [Command] {
    committing = false
    self.backlog = backlog
    refreshRows(rows)
    markAgain(events, rows)
    notice = .done(DecisionText.undone(events))
    if let item = events.last?.item, let index = queue.rows.firstIndex(where: { $0.item == item }) {
      queue.move(to: index)
      scrollToCursor()
    }
    return readDetail() + readMoreIfNeeded() + pressWaitingKeys(surroundings)
  }

  /// Rows are as they are now, where they are: a list never moves under the cursor. They keep their places in the order as
  /// well, from which the list is read on.
  mutating func refreshRows(_ rows: [QueueRow]) {
    marks.follow(rows)
    for row in rows {
      if detail?.item == row.item { detail?.state = row.state }
      queue.update(where: { $0.item == row.item }) { held in
        let position = held.position
        held = row
        held.position = position
        held.claimedBy = claims[row.item]?.person
      }
    }
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
