import Casework
import Moderation

/// One step of a case at work, inside its transaction.
struct CaseTaking {
  let desk: any DeskWriter
  let bench: DeskBench
  let authority: Authority

  init(_ desk: any DeskWriter, _ bench: DeskBench, _ authority: Authority) {
    self.desk = desk
    self.bench = bench
    self.authority = authority
  }

  func take(_ entry: StepEntry, _ file: CaseFile) throws -> Result<[Event], Refusal> {
    if let refusal = refusalOfNames(entry) { return .failure(.casework(refusal.refusal)) }
    var event = bench.event(.caseStep, by: authority)
    event.channel = file.channel
    event.cause = file.opened
    event.step = entry.step.rawValue
    if entry.step == .joined {
      guard let other = entry.values[.comment].flatMap(Self.item), let known = try desk.find(other) else {
        return .failure(.casework(.commentUnknown))
      }
      event.item = other
      event.describe(known, try desk.evidence(of: known))
      event.channel = file.channel
    }
    let judged: JudgedStep
    switch bench.caseClocks.judge(entry, in: file, event: event, bench.context(file, actor: authority.actor)) {
    case .success(let allowed): judged = allowed
    case .failure(let refusal): return .failure(.casework(refusal.refusal))
    }
    event.details = judged.details
    event.outcome = judged.outcome
    for (name, texts) in judged.words {
      for text in texts {
        let key = try desk.keepRationale(text)
        if name == .words {
          event.rationale = key
        } else {
          event.details.append("\(name.rawValue)=\(StepDetails.vaultMark)\(key)")
        }
      }
    }
    return .success(try write(event, entry, file))
  }

  private func write(_ event: Event, _ entry: StepEntry, _ file: CaseFile) throws -> [Event] {
    var event = event
    var consequences: [Event] = []
    if entry.step == .reviewOpened {
      let review = try openReview(of: file, cause: event.cause)
      event.details.append("review=\(review.matter ?? "")")
      consequences.append(review)
    }
    event = try desk.append(event, ofMatter: file.id)
    if entry.step == .markedSerious, let executive = bench.executive {
      consequences.append(
        try bench.raise(
          DeskBench.Raise(
            level: .s1, to: executive, item: file.items.first, channel: file.channel, caseID: file.id,
            cause: event.sequence), by: authority, desk))
    }
    if let after = try desk.caseFile(file.id), after.isClosed, !file.isClosed {
      consequences += try end(after, cause: event)
    }
    return [event] + consequences
  }

  /// The case in which a decision on a request is looked at again.
  private func openReview(of file: CaseFile, cause: Int64?) throws -> Event {
    let opening = CaseOpening(
      kind: .internalReview, regime: file.regime,
      dates: CaseDates(posted: nil, received: bench.now, noticed: bench.now, recognised: bench.now, basis: .given),
      reviewOf: file.id, reviewedDecider: file.request?.decidedBy)
    return try bench.open(
      opening, item: file.items.first, revision: nil, textSHA256: file.textSHA256, channel: file.channel, reasons: [],
      cause: cause, by: authority, desk)
  }

  /// What ends with a case: the escalations about it, and its place in the case that it looked at again.
  private func end(_ file: CaseFile, cause: Event) throws -> [Event] {
    var events: [Event] = []
    for item in file.items.prefix(1) {
      for escalation in try desk.escalations(of: item) where escalation.caseID == file.id && !escalation.isClosed {
        var resolved = bench.event(.resolved, of: escalation, by: authority)
        resolved.cause = cause.sequence
        resolved.outcome = "case \(file.state)"
        events.append(try desk.append(resolved, ofMatter: escalation.id))
      }
    }
    if let parent = file.reviewOf {
      var closed = bench.event(.caseStep, by: authority)
      closed.channel = file.channel
      closed.step = CaseStep.reviewClosed.rawValue
      closed.cause = cause.sequence
      closed.details = ["review=\(file.id)", "outcome=\(file.reviewOutcome ?? file.state)"]
      events.append(try desk.append(closed, ofMatter: parent))
    }
    return events
  }

  /// Roles and people that the policy does not have.
  private func refusalOfNames(_ entry: StepEntry) -> CaseRefusal? {
    let policy = bench.policy
    if case .word(let role)? = entry.values[.role], policy.escalationRole(RoleName(role)) == nil {
      return .nobodySuch(role, among: policy.escalationRoles.map(\.name.rawValue))
    }
    if case .word(let person)? = entry.values[.person], policy.person(person) == nil {
      return .nobodySuch(person, among: policy.people.map(\.id))
    }
    return nil
  }

  private static func item(_ value: StepValue) -> ItemID? {
    if case .word(let id) = value { ItemID(rawValue: id) } else { nil }
  }
}

extension DeskBench {
  func context(_ file: CaseFile, actor: String) -> StepContext {
    StepContext(
      now: now, today: today(), received: CivilDate(surroundings.localTime(file.dates.received)), actor: actor,
      hasColleagues: policy.namesPeople)
  }
}
