import Casework
import Moderation

/// What a decision may do: by what right, and where it leaves the item.
struct Ruling {
  var authority: Authority
  var after: ItemState
  /// It waits for a second person.
  var isProposal = false
  /// The proposal that it confirms.
  var confirms: Int64?
  /// When the actor took the item up.
  var claimedAt: Timestamp?
}

/// Checks decisions one after the other, each against the items as the ones before it would leave them.
struct DecisionCheck {
  private let desk: any DeskWriter
  private let bench: DeskBench
  private let user: UserName
  private var standings: [ItemID: (state: ItemState, to: String?)] = [:]
  /// The kinds of case that the decisions before this one open about an item.
  private var opening: [ItemID: Set<CaseKind>] = [:]

  init(_ desk: any DeskWriter, bench: DeskBench, user: UserName) {
    self.desk = desk
    self.bench = bench
    self.user = user
  }

  mutating func ruling(on decision: Decision, _ known: KnownItem?) throws -> Result<Ruling, Refusal> {
    guard let known else { return .failure(.itemUnknown(decision.item)) }
    let policy = bench.policy
    if try desk.text(of: known, revision: known.standing.revision) == nil {
      return .failure(.casework(.wordsDestroyed))
    }
    if let refusal = try overtaking(decision, known) { return .failure(refusal) }
    let proposal = try proposal(that: decision, confirms: known)
    let authority: Authority
    switch bench.authority(for: proposal == nil ? Permission(decision.verb) : .confirm, of: user, on: known.channel) {
    case .success(let found): authority = found
    case .failure(let refusal): return .failure(refusal)
    }
    let (claimedAt, holder) = try claim(on: decision.item, by: authority)
    if let holder { return .failure(holder) }
    if let refusal = policy.refusal(of: decision) ?? policy.refusal(of: decision.verb, on: known.channel) {
      return .failure(refusal)
    }
    if decision.verb == .snooze, decision.until.map({ $0 <= bench.now }) ?? true { return .failure(.untilMissing) }
    if decision.verb == .openCase, let refusal = try refusalOfCase(decision, known) { return .failure(refusal) }
    let at = standings[decision.item] ?? (known.standing.state, known.standing.escalatedTo)
    let to = policy.recipient(of: decision)?.rawValue
    var after = at.state.applying(decision.verb, asking: to != nil)
    if decision.verb == .leave, after.stage == .proposed { after.stage = nil }
    if changesNothing(decision.verb, at.state, after), to == nil || to == at.to {
      return .failure(.nothingToChange(decision.item, decision.verb, at.state))
    }
    var ruling = Ruling(authority: authority, after: after, confirms: proposal?.sequence, claimedAt: claimedAt)
    if let code = policy.needsSecondPerson(decision) {
      if let proposal {
        if proposal.actor == authority.actor {
          return .failure(.secondPersonMustDiffer(decision.verb, code, proposer: proposal.actor))
        }
      } else {
        // A decision that is still on its way out goes on its way: hidden now, and deleted when somebody else agrees.
        after = at.state
        if after.stage == nil { after.stage = .proposed }
        ruling.after = after
        ruling.isProposal = true
      }
    }
    standings[decision.item] = (ruling.after, to ?? at.to)
    return .success(ruling)
  }

  /// Why no case is opened: it would be of no kind, or there is one already.
  private mutating func refusalOfCase(_ decision: Decision, _ known: KnownItem) throws -> Refusal? {
    guard let kind = bench.caseKind(of: decision, try desk.evidence(of: known)?.flags ?? []) else {
      return .caseKindMissing
    }
    let open = try desk.cases(of: known.item).first { $0.kind == kind && !$0.isClosed }
    if let open { return .caseOpenAlready(known.item, open.id) }
    return opening[known.item, default: []].insert(kind).inserted ? nil : .caseOpenAlready(known.item, "a case")
  }

  /// Whether the item is not what the person had before them any more.
  private func overtaking(_ decision: Decision, _ known: KnownItem) throws -> Refusal? {
    if decision.revision != known.standing.revision {
      return .stale(decision.item, seen: decision.revision, current: known.standing.revision)
    }
    guard let seen = decision.seen, standings[decision.item] == nil, seen != known.standing.state else { return nil }
    let last = try desk.history(of: decision.item).last { $0.after != nil }
    return .overtaken(decision.item, by: last?.actor ?? "somebody", verb: last?.verb)
  }

  /// The proposal that waits on the item, if this is the same decision.
  private func proposal(that decision: Decision, confirms known: KnownItem) throws -> Event? {
    guard bench.policy.needsSecondPerson(decision) != nil, let sequence = known.standing.proposal,
      let proposal = try desk.event(sequence), proposal.attempted == decision.verb,
      proposal.revision == decision.revision
    else { return nil }
    let code = proposal.reasons.first?.split(separator: "@").first.map { ReasonCode(String($0)) }
    return code == decision.reasons.first ? proposal : nil
  }

  private func claim(on item: ItemID, by authority: Authority) throws -> (since: Timestamp?, holder: Refusal?) {
    guard let held = try desk.claim(on: item, at: bench.now) else { return (nil, nil) }
    if held.claim.person == authority.actor { return (held.claim.since, nil) }
    return (nil, .claimed(item, by: held.claim.person, until: held.claim.until))
  }

  /// Whether a verb that is meant to change an item's state would not. A decision that has been sent out and did not take
  /// may be made again.
  private func changesNothing(_ verb: Verb, _ before: ItemState, _ after: ItemState) -> Bool {
    switch verb {
    case .reply, .refer, .openCase, .skip, .snooze: return false
    case .leave, .escalate, .record: return after == before
    case .hide, .unhide, .delete, .hold, .publish:
      if before.stage == .notApplied || before.stage == .changed { return false }
      return after.status == before.status && after.visibility == before.visibility
    }
  }
}
