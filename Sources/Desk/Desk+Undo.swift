import GRDB
import Moderation

extension Desk {
  /// Takes back this actor's last decision that is not taken back yet, a whole batch at once, by one `undone` event each.
  /// Again goes one further back.
  ///
  /// Refused, with a `refused` event: `stale` when the text was edited since, `nothingToUndo` when somebody else has decided
  /// about the item since. With nothing of the actor's left it is `nothingToUndo` without an event.
  @discardableResult
  public func undo(by authority: Authority) throws(CommitError) -> [Event] {
    let outcome: Outcome
    do {
      outcome = try writing { db, desk in try Self.undo(db, desk, authority) }
    } catch {
      throw .failed(error)
    }
    switch outcome {
    case .done(let events): return events
    case .refused(let refusal): throw .refused(refusal)
    }
  }

  private static func undo(_ db: Database, _ desk: Writing, _ authority: Authority) throws -> Outcome {
    let decisions = try LedgerTable.lastDecision(by: authority.actor, db)
    guard !decisions.isEmpty else { return .refused(.nothingToUndo) }
    for decision in decisions {
      guard let refusal = try refusal(of: decision, db) else { continue }
      var event = desk.event(.refused, by: authority)
      event.item = decision.item
      event.revision = decision.revision
      event.refusal = refusal.code
      event.cause = decision.sequence
      _ = try LedgerTable.append(event, db)
      return .refused(refusal)
    }
    let batch = decisions.count > 1 ? Hex.random(bytes: 16) : nil
    var tally = Tally()
    var events: [Event] = []
    for decision in decisions {
      guard let item = decision.item, var known = try ItemTable.find(item, db) else { continue }
      var event = desk.event(.undone, by: authority)
      event.item = item
      event.revision = known.standing.revision
      event.before = known.standing.state
      event.after = decision.before
      event.undoOf = decision.sequence
      event.batch = batch
      try event.describeText(of: known, db)
      event = try LedgerTable.append(event, db)
      guard let standing = StandingItem.after(event, known.standing) else { continue }
      tally.count(from: known.standing, to: standing)
      known.standing = standing
      try ItemTable.update(known, db)
      events.append(event)
    }
    try ItemTable.add(tally, db)
    return .done(events)
  }

  private static func refusal(of decision: Event, _ db: Database) throws -> Refusal? {
    guard let item = decision.item, let known = try ItemTable.find(item, db) else { return .nothingToUndo }
    let seen = decision.revision ?? 0
    if known.standing.revision != seen { return .stale(item, seen: seen, current: known.standing.revision) }
    return try LedgerTable.isDecided(item, after: decision, db) ? .nothingToUndo : nil
  }
}
