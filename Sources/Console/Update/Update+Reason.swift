import Moderation
import Terminal

/// The dialogs of a decision: until when, under which reason, in whose words.
extension ConsoleState {
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
    case .control("r"):
      // Words that nobody asked for may say most.
      guard picker.current?.refusal == nil, picker.current != nil else { return [] }
      overlay = .rationale(picker, TextField())
      return []
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
      let isEmpty = !field.text.contains { !$0.isWhitespace }
      if isEmpty, picker.current?.reason.rationaleRequired == false {
        return send(picker, rationale: nil, surroundings)
      }
      guard !isEmpty else {
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
