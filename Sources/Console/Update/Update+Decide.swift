import Moderation
import Terminal

extension ConsoleState {
  /// What is on the screen about the item under the cursor, for the decision to be held against; nil until it is read.
  func shown(_ surroundings: Surroundings) -> Shown? {
    guard let detail, let row = queue.current, row.item == detail.item else { return nil }
    return Shown(
      item: detail.item, channel: detail.channel, revision: detail.revision, state: row.state,
      proposal: detail.proposal, suggested: surroundings.policy.suggestion(for: detail.flags),
      context: DetailView.context(self, surroundings))
  }

  mutating func acceptSuggestion(_ surroundings: Surroundings) -> [Command] {
    guard let shown = shown(surroundings) else { return [] }
    guard shown.state.status == .open || shown.state.status == .snoozed else {
      let isOut = shown.state.stage == .notApplied || shown.state.stage == .changed
      notice = .problem(
        isOut
          ? "Already \(DecisionText.standing(of: shown.state)): decide again with the verb's key to send it once more."
          : "Already \(DecisionText.standing(of: shown.state)). u takes the last decision back.")
      return []
    }
    guard !shown.suggested.isEmpty else {
      notice = .problem("Nothing is suggested here. a leaves it up; h d e r decide otherwise.")
      return []
    }
    let rights = surroundings.rights(at: now)
    let decisions = shown.suggested.map { step in
      Decision(
        item: shown.item, revision: shown.revision, seen: shown.state, verb: step.verb, reasons: [step.reason],
        automation: .humanAcceptingSuggestion, masked: !unmasked, suggested: shown.suggested, context: shown.context)
    }
    // All or nothing: half a suggestion is another decision, and the person's to make.
    let refusals = shown.suggested.compactMap { step in
      rights.refusal(of: step.verb, under: step.reason, proposal: shown.proposal, on: shown.channel)
    }
    if let refusal = refusals.first ?? decisions.compactMap(surroundings.policy.refusal).first {
      notice = .problem("Not accepted: \(refusal.message).")
      return []
    }
    lastDecision = decisions.count == 1 ? decisions.first : nil
    committing = true
    return [.commit(decisions, note: nil)]
  }

  /// The verb of a key for the item under the cursor. What hides also shows again where hiding would change nothing, so
  /// that a decision that has been sent out can be reversed.
  func verb(of action: Action) -> Verb? {
    let plain: Verb
    switch action {
    case .hide: plain = .hide
    case .hold: plain = .hold
    case .delete: return .delete
    case .escalate: return .escalate
    case .record: return .record
    case .leave: return .leave
    case .skip: return .skip
    case .snooze: return .snooze
    default: return nil
    }
    guard let state = queue.current?.state, state.stage != .notApplied, state.stage != .changed else { return plain }
    let after = state.applying(plain)
    return after.status == state.status && after.visibility == state.visibility ? plain.reverse : plain
  }

  mutating func pick(_ verb: Verb, under code: String?, _ surroundings: Surroundings) -> [Command] {
    guard let shown = shown(surroundings) else { return [] }
    return pick(verb, target: .one(shown), under: code, surroundings)
  }

  /// - Parameter code: a reason that was typed behind the verb's name: it is taken at once where it can be.
  mutating func pick(
    _ verb: Verb, target: Target, until: Timestamp? = nil, under code: String?, _ surroundings: Surroundings
  ) -> [Command] {
    var picker = ReasonPicker(verb: verb, target: target, until: until, rights: surroundings.rights(at: now))
    let commands = open(picker)
    guard let code else { return commands }
    guard let index = picker.choices.firstIndex(where: { $0.reason.code.rawValue == code.uppercased() }) else {
      notice = .problem("The policy has no reason \(code) that allows \(verb.title).")
      return commands
    }
    picker.selected = index
    return commands + choose(picker, surroundings)
  }

  /// An item is taken up while its reason is chosen, if there is one to choose.
  mutating func open(_ picker: ReasonPicker) -> [Command] {
    overlay = .picker(picker)
    return picker.offersAnything ? picker.target.item.map { claim($0) } ?? [] : []
  }

  /// The same verb under the same reason as last time, if the policy lets it be so here.
  mutating func decideAsLast(_ surroundings: Surroundings) -> [Command] {
    guard let last = lastDecision, let code = last.reasons.first else {
      return say(.problem("There is no decision to make again yet."))
    }
    guard let shown = shown(surroundings) else { return [] }
    var again = last
    again.item = shown.item
    again.revision = shown.revision
    again.seen = shown.state
    again.suggested = shown.suggested
    again.context = shown.context
    again.masked = !unmasked
    again.automation = .human
    let isBarred =
      surroundings.rights(at: now).refusal(
        of: last.verb, under: code, proposal: shown.proposal, on: shown.channel)
      ?? surroundings.policy.refusal(of: again)
    if let isBarred { return say(.problem("Not done: \(isBarred.message).")) }
    // Words that were about another comment are not this one's.
    guard last.rationale == nil else { return pick(last.verb, under: code.rawValue, surroundings) }
    guard last.verb != .delete else {
      return pick(.delete, under: nil, surroundings)
    }
    committing = true
    return [.commit([again], note: nil)]
  }
}
