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
    committing = true
    return [.commit(decisions)]
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

  mutating func pick(_ verb: Verb, until: Timestamp? = nil, _ surroundings: Surroundings) -> [Command] {
    guard let shown = shown(surroundings) else { return [] }
    return open(ReasonPicker(verb: verb, shown: shown, until: until, rights: surroundings.rights(at: now)))
  }

  /// An item is taken up while its reason is chosen, if there is one to choose.
  private mutating func open(_ picker: ReasonPicker) -> [Command] {
    overlay = .picker(picker)
    return picker.offersAnything ? claim(picker.shown.item) : []
  }

  // MARK: Snooze

  mutating func openSnooze(_ surroundings: Surroundings) -> [Command] {
    guard let shown = shown(surroundings) else { return [] }
    let picker = ReasonPicker(verb: .snooze, shown: shown, rights: surroundings.rights(at: now))
    // Where nobody may, there is no use in asking until when.
    guard picker.offersAnything else { return open(picker) }
    overlay = .snooze(SnoozeMenu(now: now, localTime: surroundings.localTime), shown)
    return claim(shown.item)
  }

  mutating func press(
    _ key: Key, in open: SnoozeMenu, _ shown: Shown, _ surroundings: Surroundings
  ) -> [Command] {
    var menu = open
    switch key {
    case .escape: return letGo()
    case .up: menu.selected = max(0, menu.selected - 1)
    case .down: menu.selected = min(menu.choices.count - 1, menu.selected + 1)
    case .enter: return choose(in: menu, shown, surroundings)
    case .character(let character):
      guard let digit = character.wholeNumberValue, character.isASCII, menu.choices.indices.contains(digit - 1)
      else { return [] }
      menu.selected = digit - 1
      return choose(in: menu, shown, surroundings)
    default: return []
    }
    overlay = .snooze(menu, shown)
    return []
  }

  private mutating func choose(in menu: SnoozeMenu, _ shown: Shown, _ surroundings: Surroundings) -> [Command] {
    let until = menu.choices[menu.selected].until
    overlay = .picker(
      ReasonPicker(verb: .snooze, shown: shown, until: until, rights: surroundings.rights(at: now)))
    return []
  }

  // MARK: The reason

  mutating func press(_ key: Key, in open: ReasonPicker) -> [Command] {
    var picker = open
    switch key {
    case .escape:
      if picker.filter.isEmpty { return letGo() }
      picker.filter = ""
      picker.selected = 0
    case .enter: return choose(picker)
    case .up: picker.selected = max(0, picker.selected - 1)
    case .down: picker.selected = min(max(0, picker.visible.count - 1), picker.selected + 1)
    case .tab: picker.nextRecipient(by: 1)
    case .backTab: picker.nextRecipient(by: -1)
    case .backspace:
      if !picker.filter.isEmpty { picker.filter.removeLast() }
      picker.selected = 0
    case .character(let character):
      if picker.filter.isEmpty, let digit = character.wholeNumberValue, character.isASCII {
        guard (1...9).contains(digit), digit <= picker.visible.count else { return [] }
        let isShown = layout.dialog.map { PickerView.window(of: picker, in: $0).contains(digit - 1) } ?? false
        picker.selected = digit - 1
        // Deleting cannot be taken back on the platform: a digit only points, Enter does it. So it is for a reason that is
        // not on the screen: nobody decides by what they cannot see.
        if picker.verb != .delete, isShown { return choose(picker) }
      } else {
        picker.filter.append(character)
        picker.selected = 0
      }
    case .delete, .left, .right, .home, .end, .pageUp, .pageDown, .function, .control: return []
    }
    overlay = .picker(picker)
    return []
  }

  private mutating func choose(_ picker: ReasonPicker) -> [Command] {
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
      overlay = .rationale(picker, text: "")
      return []
    }
    return send(picker, rationale: nil)
  }

  mutating func press(_ key: Key, in picker: ReasonPicker, rationale text: String) -> [Command] {
    switch key {
    case .escape: overlay = .picker(picker)
    case .enter:
      guard text.contains(where: { !$0.isWhitespace }) else {
        notice = .problem("This reason needs a rationale: say in a sentence why.")
        return []
      }
      return send(picker, rationale: text)
    case .backspace: overlay = .rationale(picker, text: String(text.dropLast()))
    case .character(let character): overlay = .rationale(picker, text: text + String(character))
    default: break
    }
    return []
  }

  private mutating func send(_ picker: ReasonPicker, rationale: String?) -> [Command] {
    guard let decision = picker.decision(rationale: rationale, masked: !unmasked) else { return [] }
    overlay = nil
    committing = true
    return [.commit([decision])]
  }
}
