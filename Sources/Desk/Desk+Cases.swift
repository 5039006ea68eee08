import Casework
import Moderation

extension Desk {
  /// Takes a step of a case, checked by the case's own rules, the statute's and the policy's: durable on return, or refused
  /// and written down as refused.
  ///
  /// - Parameter seen: the case's last event (`CaseFile.last`) as it was on the screen; a later one on the desk means that
  ///   somebody was quicker. Nil does not look.
  /// - Returns: the step's event first; then what it brought with it: an escalation, a review, the end of one.
  @discardableResult
  public func take(
    _ entry: StepEntry, onCase id: String, seen: Int64? = nil, by user: UserName
  ) throws(CommitError) -> [Event] {
    try committing { desk, bench in
      guard let file = try desk.caseFile(id) else {
        let refusal = Refusal.casework(.matterUnknown)
        try bench.write(refusal, of: "case \(entry.step.rawValue)", by: user, on: nil, desk)
        return .failure(refusal)
      }
      let outcome = try bench.take(entry, file, seen: seen, by: user, desk)
      if case .failure(let refusal) = outcome {
        try bench.write(refusal, of: "\(file.id) \(entry.step.rawValue)", by: user, on: file.channel, desk)
      }
      return outcome
    }
  }
}

extension Desk {
  /// The addresses that were given for a case, the latest last. Needs a purpose in the person's own words, and is an event.
  public func addresses(ofCase id: String, purpose: String, by user: UserName) throws(CommitError) -> [String] {
    try committing { desk, bench in
      let events = try desk.history(ofMatter: id)
      let file = CaseFile.folded(events)
      return try bench.allowed(.reveal, user, desk, on: file?.channel) { authority in
        guard let file else { return .failure(.casework(.matterUnknown)) }
        guard purpose.contains(where: { !$0.isWhitespace }) else { return .failure(.purposeMissing) }
        var event = bench.event(.revealed, by: authority)
        event.channel = file.channel
        event.target = "address \(file.id)"
        event.rationale = try desk.keepRationale(purpose)
        _ = try desk.append(event)
        return .success(
          try events.compactMap { StepDetails($0.details).vaultKey(.address) }.compactMap { try desk.rationale($0) })
      }
    }
  }
}

extension DeskBench {
  fileprivate func take(
    _ entry: StepEntry, _ file: CaseFile, seen: Int64?, by user: UserName, _ desk: any DeskWriter
  ) throws -> Result<[Event], Refusal> {
    if let refusal = try policyReplaced(desk) { return .failure(refusal) }
    if let seen, seen != file.last, let last = try desk.event(file.last) {
      return .failure(.casework(.overtaken(by: last.actor, step: last.step ?? "")))
    }
    switch authority(for: entry.step.permission, of: user, on: file.channel) {
    case .success(let authority): return try CaseTaking(desk, self, authority).take(entry, file)
    case .failure(let refusal): return .failure(refusal)
    }
  }
}

/// One step of a case at work, inside its transaction.
private struct CaseTaking {
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

extension CaseworkRefusal {
  static func overtaken(by person: String, step: String) -> CaseworkRefusal {
    CaseworkRefusal(
      code: "case_overtaken",
      message: "\(person) was quicker (\(step.replacing("_", with: " "))) since it was shown; read it again")
  }

  static let commentUnknown = CaseworkRefusal(
    code: "comment_unknown", message: "there is no such comment on this desk")
}
