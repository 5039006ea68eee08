import Casework
import Moderation

/// What a decision brings with it beside the item's new state, in the same transaction: an escalation, a case, the end of
/// an escalation. And what its undoing takes back.
struct DecisionConsequences {
  let desk: any DeskWriter
  let bench: DeskBench

  init(_ desk: any DeskWriter, _ bench: DeskBench) {
    self.desk = desk
    self.bench = bench
  }

  /// After the event of a decision that was made, not only proposed.
  func follow(_ event: Event, _ decision: Decision, _ known: KnownItem, by authority: Authority) throws {
    switch decision.verb {
    case .escalate:
      guard let to = bench.policy.recipient(of: decision) else { return }
      for role in recipients(of: decision, first: to) {
        try bench.raise(
          DeskBench.Raise(
            level: level(of: decision), to: role, reasons: event.reasons, item: known.item, revision: event.revision,
            channel: known.channel, cause: event.sequence, batch: event.batch),
          by: authority, desk)
      }
    case .openCase:
      guard let kind = bench.caseKind(of: decision, try desk.evidence(of: known)?.flags ?? []) else { return }
      try bench.open(kind, decision: event, known, by: authority, desk)
    case .leave, .hide, .unhide, .delete, .record, .hold, .publish, .reply, .refer, .snooze, .skip: break
    }
    if event.before?.status == .escalated, event.after?.status == .decided {
      try resolveEscalations(of: known.item, by: authority, cause: event)
    }
  }

  /// A breach and a concern about neutrality go to the executive as well as to whom the decision names (DPMC L179).
  private func recipients(of decision: Decision, first: RoleName) -> [RoleName] {
    let about = bench.seriousness(of: decision.reasons)
    guard about == "privacy_breach" || about == "neutrality", let executive = bench.executive, executive != first else {
      return [first]
    }
    return [first, executive]
  }

  /// The class that the reasons say, the most pressing first; what nobody says is the least pressing.
  private func level(of decision: Decision) -> EscalationClass {
    decision.reasons.compactMap { bench.policy.reason($0)?.escalationClass }
      .min { $0.rawValue < $1.rawValue } ?? .s3
  }

  /// Whoever it went to and who decides about the comment has answered for it; anybody else's decision does not.
  private func resolveEscalations(of item: ItemID, by authority: Authority, cause: Event) throws {
    for escalation in try desk.escalations(of: item) where !escalation.isClosed && escalation.caseID == nil {
      let holders = bench.holders(of: escalation)
      guard holders.isEmpty || !bench.policy.namesPeople || holders.contains(authority.actor) else { continue }
      var event = bench.event(.resolved, of: escalation, by: authority)
      event.cause = cause.sequence
      event.batch = cause.batch
      event.outcome = cause.verb.map { "decided: \($0.rawValue)" }
      _ = try desk.append(event, ofMatter: escalation.id)
    }
  }

  // MARK: Taking back

  /// Whether a case has gone on since the decision that opened it.
  func refusalOfUndoing(_ decision: Event) throws -> Refusal? {
    guard decision.verb == .openCase, let item = decision.item else { return nil }
    for file in try desk.cases(of: item) where file.cause == decision.sequence && file.last != file.opened {
      return .caseMovedOn(file.id)
    }
    return nil
  }

  /// After the event that takes a decision back.
  func follow(undoing decision: Event, _ undone: Event, by authority: Authority) throws {
    guard let item = decision.item else { return }
    for file in try desk.cases(of: item) where file.cause == decision.sequence && !file.isClosed {
      var event = bench.event(.caseStep, by: authority)
      event.step = CaseStep.withdrawn.rawValue
      event.item = item
      event.channel = file.channel
      event.cause = undone.sequence
      _ = try desk.append(event, ofMatter: file.id)
    }
    let escalations = try desk.escalations(of: item)
    var withdrawn: Set<String> = []
    for escalation in escalations {
      let isRaisedByIt = escalation.cause == decision.sequence
      let isItsHeir = escalation.from.map(withdrawn.contains) ?? false
      guard isRaisedByIt || isItsHeir else { continue }
      withdrawn.insert(escalation.id)
      if escalation.isClosed { continue }
      var event = bench.event(.withdrawn, of: escalation, by: authority)
      event.cause = undone.sequence
      _ = try desk.append(event, ofMatter: escalation.id)
    }
    for escalation in escalations where escalation.state == .resolved {
      let resolved = try desk.history(ofMatter: escalation.id).last { $0.step == EscalationStep.resolved.rawValue }
      guard resolved?.cause == decision.sequence else { continue }
      var event = bench.event(.reopened, of: escalation, by: authority)
      event.cause = undone.sequence
      _ = try desk.append(event, ofMatter: escalation.id)
    }
  }
}
