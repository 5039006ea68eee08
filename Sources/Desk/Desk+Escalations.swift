import Casework
import Moderation

/// An escalation as a list or a sheet shows it.
public struct EscalationEntry: Sendable, Equatable {
  public var escalation: Escalation
  /// How to reach whoever has it: the roster's, else the role's.
  public var contact: String
  /// Who may acknowledge it now; empty for anybody who may do anything on its channel.
  public var people: [String]
  /// Nobody has acknowledged it and its time is over.
  public var isOverdue: Bool
  /// The comment's own id, where it is about one.
  public var externalID: String?
}

extension Desk {
  /// Escalations: those that wait for somebody, or all; the soonest due first.
  public func escalations(openOnly: Bool = true, limit: Int = 500) throws(DeskError) -> [EscalationEntry] {
    try store.read { desk in
      try desk.matters(MatterQuery(.escalation, openOnly: openOnly, limit: limit)).compactMap { row in
        try desk.escalation(row.id).map { try entry($0, desk) }
      }
    }
  }

  public func escalation(_ id: String) throws(DeskError) -> EscalationEntry? {
    try store.read { desk in try desk.escalation(id).map { try entry($0, desk) } }
  }

  func entry(_ escalation: Escalation, _ desk: any DeskReader) throws -> EscalationEntry {
    let now = bench?.now ?? escalation.due
    let role = RoleName(escalation.role)
    return EscalationEntry(
      escalation: escalation, contact: bench?.contact(of: role, person: escalation.person) ?? "",
      people: bench?.holders(of: escalation) ?? [],
      isOverdue: escalation.isOverdue(at: now) || escalation.state == .lapsed && !escalation.isClosed,
      externalID: try escalation.item.flatMap { try desk.located(nil, or: [$0]).first?.externalID })
  }

  /// What happened to an escalation, oldest first, with the words that people wrote; empty when there is none.
  public func story(ofEscalation id: String) throws(DeskError) -> [(event: Event, words: String?)] {
    try store.read { desk in
      try desk.history(ofMatter: id).map { event in (event, try event.rationale.flatMap { try desk.rationale($0) }) }
    }
  }

  /// Says that one has it. For whoever it went to.
  @discardableResult
  public func acknowledge(_ id: String, words: String? = nil, by user: UserName) throws(CommitError) -> Event {
    try take(.acknowledged, id, words: words, by: user)
  }

  /// Says what is done next.
  @discardableResult
  public func addNextSteps(_ words: String, to id: String, by user: UserName) throws(CommitError) -> Event {
    try take(.nextSteps, id, words: words, by: user)
  }

  /// Ends it, with what came of it.
  @discardableResult
  public func resolve(_ id: String, words: String, by user: UserName) throws(CommitError) -> Event {
    try take(.resolved, id, words: words, by: user)
  }

  /// Hands it to another role or person. For whoever it went to, and for those who may reverse others' decisions.
  @discardableResult
  public func reassign(_ id: String, to recipient: String, words: String?, by user: UserName) throws(CommitError)
    -> Event
  {
    try take(.reassigned, id, words: words, to: recipient, by: user)
  }

  /// Lets one lapse whose time is over, as the timer does by itself.
  @discardableResult
  public func lapse(_ id: String, by user: UserName) throws(CommitError) -> [Event] {
    try committing { desk, bench in
      let escalation = try desk.escalation(id)
      return try bench.present(user, desk, on: escalation?.channel, "letting an escalation lapse") { authority in
        guard let escalation else { return .failure(.casework(EscalationRefusal.unknown(id).refusal)) }
        if let refusal = escalation.refusal(of: .lapsed, words: nil) { return .failure(.casework(refusal.refusal)) }
        guard escalation.isOverdue(at: bench.now) else {
          return .failure(.casework(EscalationRefusal.notDue(until: escalation.due).refusal))
        }
        return .success(try bench.lapse(escalation, by: authority, desk))
      }
    }
  }

  /// Lets lapse what nobody acknowledged in time, each once however many consoles look. Cheap while nothing is due.
  @discardableResult
  public func runTimers() throws(DeskError) -> [Event] {
    guard let bench else { return [] }
    let isDue = try store.read { desk in
      try desk.matters(MatterQuery(.escalation, dueBy: bench.now)).contains {
        $0.state == Escalation.State.raised.rawValue
      }
    }
    guard isDue else { return [] }
    return try writing { desk, bench in
      // By the rules that are in force, which a program that was started under others does not know.
      if try bench.policyReplaced(desk) != nil { return [] }
      // Somebody else may have been quicker; the transaction sees what they wrote.
      return try desk.matters(MatterQuery(.escalation, dueBy: bench.now)).flatMap { row -> [Event] in
        guard let escalation = try desk.escalation(row.id), escalation.isOverdue(at: bench.now) else { return [] }
        return try bench.lapse(escalation, by: .system, desk)
      }
    }
  }

  private func take(
    _ step: EscalationStep, _ id: String, words: String?, to recipient: String? = nil, by user: UserName
  ) throws(CommitError) -> Event {
    try committing { desk, bench in
      let escalation = try desk.escalation(id)
      let outcome = try bench.step(step, escalation, id, words: words, to: recipient, by: user, desk)
      if case .failure(let refusal) = outcome {
        let what = "\(escalation?.id ?? "escalation") \(step.rawValue)"
        try bench.write(refusal, of: what, by: user, on: escalation?.channel, desk)
      }
      return outcome
    }
  }
}

extension DeskBench {
  fileprivate func step(
    _ step: EscalationStep, _ escalation: Escalation?, _ id: String, words: String?, to recipient: String?,
    by user: UserName, _ desk: any DeskWriter
  ) throws -> Result<Event, Refusal> {
    if let refusal = try policyReplaced(desk) { return .failure(refusal) }
    guard let escalation else { return .failure(.casework(EscalationRefusal.unknown(id).refusal)) }
    let authority: Authority
    switch right(to: step, escalation, user) {
    case .success(let found): authority = found
    case .failure(let refusal): return .failure(refusal)
    }
    if let refusal = escalation.refusal(of: step, words: words) { return .failure(.casework(refusal.refusal)) }
    var event = event(step, of: escalation, by: authority)
    if let recipient {
      guard let hand = handOn(to: recipient, at: event.at) else {
        let known = policy.escalationRoles.map(\.name.rawValue) + policy.people.map(\.id)
        return .failure(.casework(EscalationRefusal.nobodySuch(recipient, roles: known).refusal))
      }
      event.escalatedTo = hand.role ?? escalation.role
      event.details = hand.person.map { ["person=\($0)"] } ?? []
    }
    if step == .acknowledged { event.outcome = event.at > escalation.due ? "late" : "in time" }
    if step == .resolved { event.outcome = "resolved" }
    if let words, words.contains(where: { !$0.isWhitespace }) { event.rationale = try desk.keepRationale(words) }
    return .success(try desk.append(event, ofMatter: escalation.id))
  }

  /// Who may answer an escalation now; empty where the policy says nothing of it.
  func holders(of escalation: Escalation) -> [String] {
    let onCall = escalationClocks.people(on: RoleName(escalation.role), at: now)
    let named = [escalation.person, policy.person(escalation.role)?.id].compactMap { $0 }
    return (named + onCall).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// Whoever it went to answers it; where nobody is named, whoever may do anything on the channel. Others who may reverse
  /// a decision may hand it on.
  private func right(
    to step: EscalationStep, _ escalation: Escalation, _ user: UserName
  ) -> Result<Authority, Refusal> {
    let holders = holders(of: escalation)
    var standing = standing(of: user, on: escalation.channel)
    let isNamed = policy.people.contains { $0.id == standing.actor }
    if !policy.namesPeople || holders.contains(standing.actor) && isNamed {
      if policy.namesPeople { standing.reference = "roster:\(escalation.role)" }
      return .success(standing)
    }
    if step == .reassigned, case .success(let supervisor) = authority(for: .reverse, of: user, on: escalation.channel) {
      return .success(supervisor)
    }
    if holders.isEmpty, let own = policy.authorities(of: user, on: escalation.channel, at: today()).first {
      return .success(own)
    }
    return .failure(.casework(EscalationRefusal.notYours(role: escalation.role, people: holders).refusal))
  }

  /// A role, with whoever is on call for it, or a person.
  private func handOn(to recipient: String, at moment: Timestamp) -> (role: String?, person: String?)? {
    if policy.escalationRole(RoleName(recipient)) != nil {
      return (recipient, escalationClocks.people(on: RoleName(recipient), at: moment).first)
    }
    return policy.person(recipient).map { (nil, $0.id) }
  }

  func contact(of role: RoleName, person: String?) -> String {
    let shift = policy.casework.roster.first { $0.role == role && $0.person == person && !$0.contact.isEmpty }
    return shift?.contact ?? policy.escalationRole(role)?.contact ?? ""
  }
}
