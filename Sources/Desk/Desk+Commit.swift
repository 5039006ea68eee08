import Moderation

extension Desk {
  /// Decides: all of it or none, in one transaction, durable on return.
  ///
  /// Each decision is checked against the person's authority, the policy, and the item as it is after the ones before it. The
  /// first that is refused is written down as a `refused` event, and thrown. Several decisions share a batch id; where they
  /// are about several items, one `batch` event is the parent of them all. A decision that takes two people is kept as
  /// `proposed` until another person makes the same one.
  ///
  /// - Parameter note: what a batch was chosen by (a filter's text), for the parent event; kept in the vault.
  @discardableResult
  public func commit(_ decisions: [Decision], note: String? = nil, by user: UserName) throws(CommitError) -> [Event] {
    try committing { desk, bench in
      var commit = Commit(desk, bench: bench, user: user)
      if let refusal = try bench.policyReplaced(desk) { return try commit.refuse(decisions, with: refusal) }
      return try commit.run(decisions, note: note)
    }
  }
}

/// One commit at work, inside its transaction.
private struct Commit {
  private let desk: any DeskWriter
  private let bench: DeskBench
  private let user: UserName
  private var check: DecisionCheck
  private var items: [ItemID: KnownItem] = [:]

  init(_ desk: any DeskWriter, bench: DeskBench, user: UserName) {
    self.desk = desk
    self.bench = bench
    self.user = user
    check = DecisionCheck(desk, bench: bench, user: user)
  }

  /// Refuses them all, whatever they are; the first is the one that is written down.
  func refuse(_ decisions: [Decision], with refusal: Refusal) throws -> Result<[Event], Refusal> {
    if let first = decisions.first { try write(refusal, of: first, try desk.find(first.item)) }
    return .failure(refusal)
  }

  /// Two passes: the first only looks, so that a refusal late in a batch has nothing to take back.
  mutating func run(_ decisions: [Decision], note: String?) throws -> Result<[Event], Refusal> {
    var rulings: [Ruling] = []
    for decision in decisions {
      if items[decision.item] == nil { items[decision.item] = try desk.find(decision.item) }
      let known = items[decision.item]
      switch try check.ruling(on: decision, known) {
      case .success(let ruling): rulings.append(ruling)
      case .failure(let refusal):
        try write(refusal, of: decision, known)
        return .failure(refusal)
      }
    }
    let batch = decisions.count > 1 ? Hex.random(bytes: 16) : nil
    var parent: Int64?
    if let batch, items.count > 1 { parent = try writeParent(batch, decisions, note, rulings) }
    var events: [Event] = []
    for (decision, ruling) in zip(decisions, rulings) {
      if let event = try write(decision, ruling, batch, parent) { events.append(event) }
    }
    return .success(events)
  }

  private func writeParent(
    _ batch: String, _ decisions: [Decision], _ note: String?, _ rulings: [Ruling]
  ) throws -> Int64 {
    var event = bench.event(.batch, by: rulings[0].authority)
    event.batch = batch
    event.count = decisions.count
    event.rationale = try note.map { try desk.keepRationale($0) }
    return try desk.append(event).sequence
  }

  private mutating func write(
    _ decision: Decision, _ ruling: Ruling, _ batch: String?, _ parent: Int64?
  ) throws -> Event? {
    guard var known = items[decision.item] else { return nil }
    var event = try event(ruling.isProposal ? .proposed : .decided, decision, known, by: ruling.authority)
    if ruling.isProposal { event.attempted = decision.verb } else { event.verb = decision.verb }
    event.before = known.standing.state
    event.after = ruling.after
    event.escalatedTo = bench.policy.recipient(of: decision)?.rawValue
    event.until = decision.verb == .snooze ? decision.until : nil
    event.batch = batch
    event.cause = ruling.confirms ?? parent
    event.claimedAt = ruling.claimedAt
    event.supersedes = try superseded(by: decision, batch)
    if decision.verb.changesVisibility || decision.verb == .reply { addPublicText(to: &event, decision) }
    if let rationale = decision.rationale, !rationale.allSatisfy(\.isWhitespace) {
      event.rationale = try desk.keepRationale(rationale)
    }
    event = try desk.append(event, moving: &known)
    items[decision.item] = known
    if !ruling.isProposal {
      try DecisionConsequences(desk, bench).follow(event, decision, known, by: ruling.authority)
    }
    // Only the person's own claim is there, if any; they may have made it at another console.
    if let held = try desk.claim(on: decision.item, at: bench.now) {
      try desk.release(decision.item, console: held.console)
    }
    return event
  }

  /// The earlier decision whose place this one takes: both of what the public sees, or neither, and not two steps of one.
  private func superseded(by decision: Decision, _ batch: String?) throws -> Int64? {
    try desk.history(of: decision.item).lastDecision { earlier in
      earlier.verb?.changesVisibility == decision.verb.changesVisibility && (batch == nil || earlier.batch != batch)
    }?.sequence
  }

  private func addPublicText(to event: inout Event, _ decision: Decision) {
    guard let reason = decision.reasons.first.flatMap(bench.policy.reason),
      !reason.citizenText(for: decision.verb).isEmpty
    else { return }
    event.publicText = "\(reason.code.rawValue)@\(reason.version)"
  }

  private func write(_ refusal: Refusal, of decision: Decision, _ known: KnownItem?) throws {
    var event = try event(.refused, decision, known, by: bench.standing(of: user, on: known?.channel))
    event.attempted = decision.verb
    event.before = known?.standing.state
    event.refusal = refusal.code
    _ = try desk.append(event)
  }

  /// What a decision and its refusal have in common. What a caller made up (an item that cannot be, a reason that the policy
  /// does not have) might be anything, a citizen's words included, and is left out.
  private func event(
    _ type: Event.Kind, _ decision: Decision, _ known: KnownItem?, by authority: Authority
  ) throws -> Event {
    var event = bench.event(type, by: authority)
    event.reasons = decision.reasons.compactMap { code in
      bench.policy.reason(code).map { "\(code.rawValue)@\($0.version)" }
    }
    event.automation = decision.automation
    event.masked = decision.masked
    event.suggested = decision.suggested.map { "\($0.verb.rawValue) \($0.reason.rawValue)" }
    event.context = decision.context
    event.houseRules = known.flatMap { bench.policy.channel($0.channel)?.houseRules?.version }
    if let known { event.describe(known, try desk.evidence(of: known)) }
    event.item = known != nil || decision.item.isWellFormed ? decision.item : nil
    event.revision = decision.revision
    return event
  }
}
