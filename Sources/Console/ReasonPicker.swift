import Moderation

/// The list of reasons for one verb: the likeliest first, numbered, narrowed as one types.
struct ReasonPicker: Sendable, Equatable {
  var verb: Verb
  var item: ItemID
  var revision: Int
  /// All reasons the verb could have, allowed ones first.
  var choices: [Choice]
  var filter = ""
  var selected = 0
  /// For `escalate`: whom the person chose instead of the reason's own role.
  var role: RoleName?

  struct Choice: Sendable, Equatable {
    var reason: Reason
    /// Why it cannot be taken now; nil when it can.
    var refusal: String?
  }

  /// The choices for a verb about an item.
  init(verb: Verb, item: ItemID, revision: Int, flags: [Flag], policy: AgencyPolicy) {
    self.verb = verb
    self.item = item
    self.revision = revision
    let suggested = policy.suggestion(for: flags).map(\.reason)
    let ranked = policy.reasons(allowing: verb).enumerated().sorted { a, b in
      Self.rank(a.element, verb: verb, suggested: suggested, place: a.offset)
        < Self.rank(b.element, verb: verb, suggested: suggested, place: b.offset)
    }
    choices = ranked.map(\.element).map { reason in
      Choice(reason: reason, refusal: reason.secondPersonFor.contains(verb) ? "needs a second person" : nil)
    }
    choices.sort { $0.refusal == nil && $1.refusal != nil }
  }

  private static func rank(_ reason: Reason, verb: Verb, suggested: [ReasonCode], place: Int) -> (Int, Int) {
    if let index = suggested.firstIndex(of: reason.code) { return (0, index) }
    // A reason made for this verb alone, then those that propose it, then those that merely allow it.
    if reason.verbs == [verb] { return (1, place) }
    return (reason.verbs.first == verb ? 2 : 3, place)
  }

  /// What is left after the filter: code or title contains every typed word.
  var visible: [Choice] {
    let words = filter.lowercased().split(separator: " ")
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

  /// Whom the escalation would go to.
  var recipient: RoleName? { verb == .escalate ? role ?? current?.reason.escalatesTo : nil }

  /// The next role of the policy after the one that would be taken.
  mutating func nextRole(of policy: AgencyPolicy) {
    let names = policy.escalationRoles.map(\.name)
    guard verb == .escalate, !names.isEmpty else { return }
    let index = recipient.flatMap { names.firstIndex(of: $0) } ?? -1
    role = names[(index + 1) % names.count]
  }

  func decision(rationale: String?, masked: Bool) -> Decision? {
    guard let choice = current, choice.refusal == nil else { return nil }
    return Decision(
      item: item, revision: revision, verb: verb, reasons: [choice.reason.code], escalateTo: recipient,
      rationale: rationale, automation: .human, masked: masked)
  }
}
