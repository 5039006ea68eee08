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
  private mutating func open(_ picker: ReasonPicker) -> [Command] {
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

  // MARK: Snooze

  mutating func openSnooze(_ surroundings: Surroundings) -> [Command] {
    guard let shown = shown(surroundings) else { return [] }
    let target = Target.one(shown)
    let picker = ReasonPicker(verb: .snooze, target: target, rights: surroundings.rights(at: now))
    // Where nobody may, there is no use in asking until when.
    guard picker.offersAnything else { return open(picker) }
    overlay = .snooze(SnoozeMenu(now: now, localTime: surroundings.localTime), target)
    return claim(shown.item)
  }

  mutating func press(
    _ key: Key, in open: SnoozeMenu, _ target: Target, _ surroundings: Surroundings
  ) -> [Command] {
    var menu = open
    switch key {
    case .escape: return letGo()
    case .up: menu.selected = max(0, menu.selected - 1)
    case .down: menu.selected = min(menu.choices.count - 1, menu.selected + 1)
    case .enter: return choose(in: menu, target, surroundings)
    case .character(let character):
      guard let digit = character.wholeNumberValue, character.isASCII, menu.choices.indices.contains(digit - 1)
      else { return [] }
      menu.selected = digit - 1
      return choose(in: menu, target, surroundings)
    default: return []
    }
    overlay = .snooze(menu, target)
    return []
  }

  private mutating func choose(in menu: SnoozeMenu, _ target: Target, _ surroundings: Surroundings) -> [Command] {
    let until = menu.choices[menu.selected].until
    overlay = .picker(
      ReasonPicker(verb: .snooze, target: target, until: until, rights: surroundings.rights(at: now)))
    return []
  }

  // MARK: The reason

  mutating func press(_ key: Key, in open: ReasonPicker, _ surroundings: Surroundings) -> [Command] {
    var picker = open
    switch key {
    case .escape:
      if picker.filter.text.isEmpty { return letGo() }
      picker.filter = TextField()
      picker.selected = 0
    case .enter: return choose(picker, surroundings)
    case .up: picker.selected = max(0, picker.selected - 1)
    case .down: picker.selected = min(max(0, picker.visible.count - 1), picker.selected + 1)
    case .tab: picker.nextRecipient(by: 1)
    case .backTab: picker.nextRecipient(by: -1)
    case .character(let character) where picker.filter.text.isEmpty && character.isASCII && character.isWholeNumber:
      guard let digit = character.wholeNumberValue, (1...9).contains(digit), digit <= picker.visible.count else {
        return []
      }
      let isShown = layout.dialog.map { PickerView.window(of: picker, in: $0).contains(digit - 1) } ?? false
      picker.selected = digit - 1
      // Deleting cannot be taken back on the platform: a digit only points, Enter does it. So it is for a reason that is
      // not on the screen: nobody decides by what they cannot see.
      if picker.verb != .delete, isShown { return choose(picker, surroundings) }
    default: if picker.filter.press(key) { picker.selected = 0 }
    }
    overlay = .picker(picker)
    return []
  }

  mutating func choose(_ picker: ReasonPicker, _ surroundings: Surroundings) -> [Command] {
    overlay = .picker(picker)
    guard let choice = picker.current else {
      if let obstacle = picker.obstacle { notice = .problem("Not allowed: \(obstacle).") }
      return []
    }
    if let refusal = choice.refusal {
      notice = .problem(
        picker.obstacle.map { "Not allowed: \($0)." }
          ?? "\(picker.verb.title) under \(choice.reason.code.rawValue): \(refusal).")
      return []
    }
    if choice.reason.rationaleRequired {
      overlay = .rationale(picker, TextField())
      return []
    }
    return send(picker, rationale: nil, surroundings)
  }

  mutating func press(
    _ key: Key, in picker: ReasonPicker, rationale open: TextField, _ surroundings: Surroundings
  ) -> [Command] {
    var field = open
    switch key {
    case .escape: overlay = .picker(picker)
    case .enter:
      guard field.text.contains(where: { !$0.isWhitespace }) else {
        notice = .problem("This reason needs a rationale: say in a sentence why.")
        return []
      }
      return send(picker, rationale: field.text, surroundings)
    default:
      _ = field.press(key)
      overlay = .rationale(picker, field)
    }
    return []
  }

  private mutating func send(_ picker: ReasonPicker, rationale: String?, _ surroundings: Surroundings) -> [Command] {
    guard let decision = picker.decision(rationale: rationale, masked: !unmasked) else { return [] }
    lastDecision = decision
    switch picker.target {
    case .one:
      overlay = nil
      committing = true
      return [.commit([decision], note: nil)]
    case .marked(let items, let outOfView):
      return plan(items, outOfView: outOfView, template: decision, surroundings)
    }
  }
}
