import Moderation

/// The list of reasons for one verb: the likeliest first, numbered, narrowed as one types.
struct ReasonPicker: Sendable, Equatable {
  var verb: Verb
  /// What was on the screen when it was opened, which the decision is then held against.
  var target: Target
  /// For `snooze`: when it comes back.
  var until: Timestamp?
  /// All reasons the verb could have, allowed ones first.
  var choices: [Choice]
  /// Why the verb cannot be used here at all. The picker opens even so: keys typed ahead must not fall through to the list.
  var obstacle: String?
  var filter = TextField()
  var selected = 0
  /// For `escalate` and `hold`: whom the person chose instead of the reason's own role.
  var role: RoleName?
  /// Whom Tab goes through: the policy's roles, then its people for a second opinion.
  var recipients: [RoleName]

  struct Choice: Sendable, Equatable {
    var reason: Reason
    /// What is special about it: "needs a second person".
    var note: String?
    /// Why it cannot be taken now; nil when it can.
    var refusal: String?
    /// Whether it makes another's proposal a decision.
    var confirms = false
  }

  /// - Parameter likely: reasons that come first beside those that are suggested.
  init(verb: Verb, target: Target, until: Timestamp? = nil, likely recent: [ReasonCode] = [], rights: Rights) {
    self.verb = verb
    self.target = target
    self.until = until
    let policy = rights.policy
    let proposal = target.proposal.flatMap { $0.verb == verb ? $0 : nil }
    let likely = [proposal?.reason].compactMap { $0 } + target.suggested.map(\.reason) + recent
    let reasons = policy.reasons(allowing: verb)
    let ranked = reasons.enumerated().sorted { a, b in
      Self.rank(a.element, verb: verb, likely: likely, place: a.offset)
        < Self.rank(b.element, verb: verb, likely: likely, place: b.offset)
    }
    // Of many, those that it may not be done about are left out one by one, unless that is all of them.
    let refusals = target.channels.map { rights.refusal(of: verb, on: $0) }
    obstacle = refusals.contains { $0 == nil } ? nil : refusals.compactMap { $0 }.first?.message
    if reasons.isEmpty { obstacle = "the policy has no reason that allows \(verb.title)" }
    let isBarred = obstacle != nil
    let judged = ranked.map { Self.choice($0.element, verb, proposal, target, rights, isBarred: isBarred) }
    choices = judged.filter { $0.refusal == nil } + judged.filter { $0.refusal != nil }
    let me = rights.person
    var people: [RoleName] = []
    for person in policy.people where person.id != me && person.isInForce(on: rights.today) {
      let name = RoleName(person.id)
      if !people.contains(name) { people.append(name) }
    }
    recipients = verb == .escalate || verb == .hold ? policy.escalationRoles.map(\.name) + people : []
  }

  private static func choice(
    _ reason: Reason, _ verb: Verb, _ proposal: Proposal?, _ target: Target, _ rights: Rights, isBarred: Bool
  ) -> Choice {
    var choice = Choice(reason: reason, refusal: isBarred ? "not allowed here" : nil)
    guard reason.secondPersonFor.contains(verb) else { return choice }
    guard rights.policy.namesPeople else {
      choice.refusal = "needs a second person, and the policy names nobody"
      return choice
    }
    guard let proposal, proposal.reason == reason.code else {
      choice.note = "a second person confirms"
      return choice
    }
    if proposal.person == rights.person {
      choice.refusal = "you proposed it; somebody else confirms"
    } else if case .one(let shown) = target,
      let refusal = rights.refusal(of: verb, under: reason.code, proposal: proposal, on: shown.channel)
    {
      choice.refusal = refusal.message
    } else {
      choice.refusal = nil
      choice.confirms = true
      choice.note = "confirms \(proposal.person)"
    }
    return choice
  }

  private static func rank(_ reason: Reason, verb: Verb, likely: [ReasonCode], place: Int) -> (Int, Int) {
    if let index = likely.firstIndex(of: reason.code) { return (0, index) }
    // A reason made for this verb alone, then those that propose it, then those that merely allow it.
    if reason.verbs == [verb] { return (1, place) }
    return (reason.verbs.first == verb ? 2 : 3, place)
  }

  /// What is left after the filter: code or title contains every typed word.
  var visible: [Choice] {
    let words = filter.text.lowercased().split(separator: " ")
    guard !words.isEmpty else { return choices }
    return choices.filter { choice in
      let text = (choice.reason.code.rawValue + " " + choice.reason.title).lowercased()
      return words.allSatisfy { text.contains($0) }
    }
  }

  var current: Choice? {
    let visible = visible
    return visible.indices.contains(selected) ? visible[selected] : nil
  }

  /// Whether anything in it can be taken: an item that nothing can be done about is not taken up.
  var offersAnything: Bool { choices.contains { $0.refusal == nil } }

  /// Whom the item would go to. A hold asks nobody unless somebody is chosen.
  var recipient: RoleName? {
    switch verb {
    case .escalate: role ?? current?.reason.escalatesTo
    case .hold: role
    default: nil
    }
  }

  /// The recipient after the one that would be taken, or before it.
  mutating func nextRecipient(by step: Int) {
    guard !recipients.isEmpty else { return }
    // A hold may also ask nobody: one more place to stop at.
    let places: [RoleName?] = (verb == .hold ? [nil] : []) + recipients.map { $0 }
    let index = places.firstIndex(of: recipient) ?? (step > 0 ? -1 : 0)
    role = places[(index + step + places.count) % places.count]
  }

  /// The decision as it would be made about an item; nil where the reason cannot be taken.
  func decision(rationale: String?, masked: Bool) -> Decision? {
    guard let choice = current, choice.refusal == nil else { return nil }
    var decision = Decision(
      item: ItemID(rawValue: ""), revision: 0, verb: verb, reasons: [choice.reason.code], escalateTo: recipient,
      until: until, rationale: rationale, masked: masked)
    switch target {
    case .one(let shown):
      decision.item = shown.item
      decision.revision = shown.revision
      decision.seen = shown.state
      decision.suggested = shown.suggested
      decision.context = shown.context
    case .marked: decision.automation = .humanBatch
    }
    return decision
  }
}
