import Casework
import Moderation

extension Desk {
  /// Takes back this person's last decision, or proposal, that is not taken back yet, a whole batch at once, by one `undone`
  /// event each. Again goes one further back.
  ///
  /// Refused, with a `refused` event: `stale` when the text was edited since, `overtaken` when somebody has decided about the
  /// item since, `alreadyOut` when it is on an action sheet: then another decision reverses it. With nothing of the person's
  /// left it is `nothingToUndo` without an event.
  @discardableResult
  public func undo(by user: UserName) throws(CommitError) -> [Event] {
    try committing { desk, bench in
      let decisions = try desk.lastDecision(by: bench.person(user))
      return try Self.takeBack(decisions, ofBatch: decisions.first?.batch, desk, bench, user)
    }
  }

  /// Takes back a batch, or of it only what was decided about some items. Another's batch needs the right to reverse.
  @discardableResult
  public func undo(batch: String, only items: Set<ItemID>? = nil, by user: UserName) throws(CommitError) -> [Event] {
    try committing { desk, bench in
      let decisions = try desk.decisions(ofBatch: batch).filter { event in
        items.map { wanted in event.item.map(wanted.contains) ?? false } ?? true
      }
      return try Self.takeBack(decisions, ofBatch: batch, desk, bench, user)
    }
  }

  /// Takes back one decision, by its event. What else its batch decided about the item since stands in its way.
  @discardableResult
  public func undo(event sequence: Int64, by user: UserName) throws(CommitError) -> [Event] {
    try committing { desk, bench in
      guard let event = try desk.event(sequence), event.type == .decided || event.type == .proposed,
        try !desk.isTakenBack(sequence)
      else { return .failure(.nothingToUndo) }
      return try Self.takeBack([event], ofBatch: nil, desk, bench, user)
    }
  }

  /// - Parameter batch: of which nothing stands in the way of the rest, newest first.
  private static func takeBack(
    _ decisions: [Event], ofBatch batch: String?, _ desk: any DeskWriter, _ bench: DeskBench, _ user: UserName
  ) throws -> Result<[Event], Refusal> {
    guard !decisions.isEmpty else { return .failure(.nothingToUndo) }
    let replaced = try bench.policyReplaced(desk)
    var authorities: [Authority] = []
    for decision in decisions {
      let right = try replaced.map { .failure($0) } ?? right(to: decision, ofBatch: batch, desk, bench, user)
      switch right {
      case .success(let authority): authorities.append(authority)
      case .failure(let refusal):
        let known = try decision.item.flatMap { try desk.find($0) }
        try bench.write(refusal, of: "undo", by: user, on: known?.channel, about: known, cause: decision.sequence, desk)
        return .failure(refusal)
      }
    }
    let ofUndoing = decisions.count > 1 ? Hex.random(bytes: 16) : nil
    var events: [Event] = []
    for (decision, authority) in zip(decisions, authorities) {
      guard let item = decision.item, var known = try desk.find(item) else { continue }
      var event = bench.event(.undone, by: authority)
      event.describe(known, try desk.evidence(of: known))
      try restore(known, asBefore: decision, in: &event, desk)
      event.undoOf = decision.sequence
      event.batch = ofUndoing
      event = try desk.append(event, moving: &known)
      events.append(event)
      try DecisionConsequences(desk, bench).follow(undoing: decision, event, by: authority)
    }
    return .success(events)
  }

  /// Where the item stands once the decision is taken back.
  ///
  /// What became on a platform of an earlier decision is not undone with one that does not touch what the public sees.
  private static func restore(
    _ known: KnownItem, asBefore decision: Event, in event: inout Event, _ desk: any DeskReader
  ) throws {
    event.before = known.standing.state
    event.after = decision.before
    if !decision.isForThePublic, known.standing.state.stage?.isOut ?? false {
      event.after?.stage = known.standing.state.stage
    }
    var was = StandingItem(revision: known.standing.revision, state: ItemState(), urgency: 0, labels: [])
    for earlier in try desk.history(of: known.item) where earlier.sequence < decision.sequence {
      was = StandingItem.after(earlier, was) ?? was
    }
    switch event.after?.status {
    case .escalated where event.before?.status != .escalated || known.standing.escalatedTo != was.escalatedTo:
      event.escalatedTo = was.escalatedTo
    case .snoozed: event.until = was.until
    case .escalated, .open, .decided, nil: break
    }
    event.cause = was.proposal
  }

  /// By what right a person takes back a decision, or why not.
  private static func right(
    to decision: Event, ofBatch batch: String?, _ desk: any DeskWriter, _ bench: DeskBench, _ user: UserName
  ) throws -> Result<Authority, Refusal> {
    guard let item = decision.item, let known = try desk.find(item) else { return .failure(.nothingToUndo) }
    if try desk.text(of: known, revision: known.standing.revision) == nil {
      return .failure(.casework(.wordsDestroyed))
    }
    let isOwn = decision.actor == bench.person(user)
    let authority: Authority
    switch bench.authority(for: isOwn ? .undo : .reverse, of: user, on: known.channel) {
    case .success(let found): authority = found
    case .failure(let refusal): return .failure(refusal)
    }
    let seen = decision.revision ?? 0
    if known.standing.revision != seen {
      return .failure(.stale(item, seen: seen, current: known.standing.revision))
    }
    if let later = try desk.laterDecision(of: item, after: decision.sequence, outside: batch) {
      return .failure(.overtaken(item, by: later.actor, verb: later.verb))
    }
    if decision.isForThePublic, decision.after?.stage == .committed, known.standing.state.stage?.isOut ?? false {
      return .failure(.alreadyOut(item, verb: decision.verb, reverse: decision.verb?.reverse))
    }
    if let refusal = try DecisionConsequences(desk, bench).refusalOfUndoing(decision) { return .failure(refusal) }
    return .success(authority)
  }
}

extension Event {
  /// Whether it is a decision that changes what the public sees; a proposal does not yet.
  fileprivate var isForThePublic: Bool { verb?.changesVisibility ?? false }
}
