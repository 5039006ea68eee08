import GRDB
import Moderation

extension Desk {
  /// Decides: all of it or none, in one transaction, durable on return.
  ///
  /// Each decision is checked against the policy and against the item as it is after the ones before it. The first that is
  /// refused is written down as a `refused` event, and thrown. Several decisions share a batch id.
  @discardableResult
  public func commit(_ decisions: [Decision], by authority: Authority) throws(CommitError) -> [Event] {
    let outcome: Outcome
    do {
      outcome = try writing { db, desk in
        var bench = CommitBench(db, desk: desk, authority: authority)
        return try bench.commit(decisions)
      }
    } catch {
      throw .failed(error)
    }
    switch outcome {
    case .done(let events): return events
    case .refused(let refusal): throw .refused(refusal)
    }
  }

  /// A refusal is committed too, so it leaves the transaction as a value.
  enum Outcome: Sendable {
    case done([Event])
    case refused(Refusal)
  }
}

/// One commit at work, inside its transaction.
private struct CommitBench {
  private let db: Database
  private let desk: Desk.Writing
  private let authority: Authority
  private var items: [ItemID: KnownItem] = [:]

  init(_ db: Database, desk: Desk.Writing, authority: Authority) {
    self.db = db
    self.desk = desk
    self.authority = authority
  }

  /// Two passes: the first only looks, so that a refusal late in a batch has nothing to take back.
  mutating func commit(_ decisions: [Decision]) throws -> Desk.Outcome {
    var states: [ItemID: (state: ItemState, to: String?)] = [:]
    for decision in decisions {
      if items[decision.item] == nil { items[decision.item] = try ItemTable.find(decision.item, db) }
      let known = items[decision.item]
      let at = states[decision.item] ?? known.map { ($0.standing.state, $0.standing.escalatedTo) }
      if let refusal = refusal(of: decision, known, at?.state, at?.to) {
        try write(refusal, of: decision, known, at?.state)
        return .refused(refusal)
      }
      if let at {
        let to = desk.policy.recipient(of: decision)?.rawValue
        states[decision.item] = (at.state.applying(decision.verb), to ?? at.to)
      }
    }
    let batch = decisions.count > 1 ? Hex.random(bytes: 16) : nil
    var tally = Tally()
    var events: [Event] = []
    for decision in decisions { if let event = try write(decision, batch, &tally) { events.append(event) } }
    for known in items.values { try ItemTable.update(known, db) }
    try ItemTable.add(tally, db)
    return .done(events)
  }

  private func refusal(of decision: Decision, _ known: KnownItem?, _ state: ItemState?, _ to: String?) -> Refusal? {
    guard let known, let state else { return .itemUnknown(decision.item) }
    if decision.revision != known.standing.revision {
      return .stale(decision.item, seen: decision.revision, current: known.standing.revision)
    }
    if let refusal = desk.policy.refusal(of: decision) { return refusal }
    guard decision.verb.movesState, state.applying(decision.verb) == state else { return nil }
    if decision.verb == .escalate, desk.policy.recipient(of: decision)?.rawValue != to { return nil }
    return .nothingToChange(decision.item, decision.verb, state)
  }

  private mutating func write(_ decision: Decision, _ batch: String?, _ tally: inout Tally) throws -> Event? {
    guard var known = items[decision.item] else { return nil }
    var event = try event(.decided, decision, known)
    event.verb = decision.verb
    event.before = known.standing.state
    event.after = known.standing.state.applying(decision.verb)
    event.escalatedTo = desk.policy.recipient(of: decision)?.rawValue
    event.batch = batch
    if let rationale = decision.rationale, !rationale.allSatisfy(\.isWhitespace) {
      event.rationale = try VaultTable.insertRationale(rationale, db)
    }
    event = try LedgerTable.append(event, db)
    guard let standing = StandingItem.after(event, known.standing) else { return event }
    tally.count(from: known.standing, to: standing)
    known.standing = standing
    items[decision.item] = known
    return event
  }

  private func write(_ refusal: Refusal, of decision: Decision, _ known: KnownItem?, _ state: ItemState?) throws {
    var event = try event(.refused, decision, known)
    event.attempted = decision.verb
    event.before = state
    event.refusal = refusal.code
    _ = try LedgerTable.append(event, db)
  }

  /// What a decision and its refusal have in common. What a caller made up (an item that cannot be, a reason that the policy
  /// does not have) might be anything, a citizen's words included, and is left out.
  private func event(_ type: Event.Kind, _ decision: Decision, _ known: KnownItem?) throws -> Event {
    var event = desk.event(type, by: authority)
    event.item = known != nil || decision.item.isWellFormed ? decision.item : nil
    event.revision = decision.revision
    event.reasons = decision.reasons.compactMap { code in
      desk.policy.reason(code).map { "\(code.rawValue)@\($0.version)" }
    }
    event.automation = decision.automation
    event.masked = decision.masked
    if let known { try event.describeText(of: known, db) }
    return event
  }
}

extension Event {
  /// Adds what the actor had before them: the text's salted hash, the flags, and the version of what raised them.
  mutating func describeText(of known: KnownItem, _ db: Database) throws {
    guard let kept = try VaultTable.kept(known.row, known.standing.revision, db) else { return }
    textSHA256 = Salt.hash(kept.text, salt: kept.salt)
    flags = kept.flags.map { "\($0.label.rawValue) \($0.score) \($0.severity.rawValue) \($0.rule)" }
    rules = kept.rules
  }
}

extension Verb {
  /// Whether it is meant to change an item's state, so that it is refused where it would not.
  fileprivate var movesState: Bool {
    switch self {
    case .leave, .hide, .unhide, .delete, .escalate, .record, .hold, .publish: true
    case .reply, .refer, .openCase, .snooze, .skip: false
    }
  }
}

extension Refusal {
  /// How the ledger spells it.
  var code: String {
    switch self {
    case .reasonMissing: "reason_missing"
    case .reasonUnknown: "reason_unknown"
    case .verbNotAllowed: "verb_not_allowed"
    case .rationaleRequired: "rationale_required"
    case .secondPersonRequired: "second_person_required"
    case .escalationRoleMissing: "escalation_role_missing"
    case .escalationRoleUnknown: "escalation_role_unknown"
    case .itemUnknown: "item_unknown"
    case .stale: "stale"
    case .nothingToChange: "nothing_to_change"
    case .nothingToUndo: "nothing_to_undo"
    }
  }
}
