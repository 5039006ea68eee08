import Moderation
import Terminal

extension ConsoleState {
  mutating func acceptSuggestion(_ surroundings: Surroundings) -> [Command] {
    guard let detail, let row = queue.current, row.item == detail.item else { return [] }
    guard row.state.status == .open else {
      notice = .problem("Already \(DecisionText.summary(of: row.state)). u takes the last decision back.")
      return []
    }
    let steps = surroundings.policy.suggestion(for: detail.flags)
    guard !steps.isEmpty else {
      notice = .problem("Nothing is suggested here. a leaves it up; h d e r decide otherwise.")
      return []
    }
    committing = true
    return [
      .commit(
        steps.map { step in
          Decision(
            item: detail.item, revision: detail.revision, verb: step.verb, reasons: [step.reason],
            automation: .humanAcceptingSuggestion, masked: !unmasked)
        })
    ]
  }

  mutating func pick(_ verb: Verb, _ surroundings: Surroundings) -> [Command] {
    guard let detail, queue.current?.item == detail.item else { return [] }
    let picker = ReasonPicker(
      verb: verb, item: detail.item, revision: detail.revision, flags: detail.flags, policy: surroundings.policy)
    guard !picker.choices.isEmpty else {
      notice = .problem("The policy has no reason that allows \(verb.rawValue).")
      return []
    }
    overlay = .picker(picker)
    return []
  }

  mutating func press(_ key: Key, in open: ReasonPicker, _ surroundings: Surroundings) -> [Command] {
    var picker = open
    switch key {
    case .escape:
      if picker.filter.isEmpty {
        overlay = nil
      } else {
        picker.filter = ""
        picker.selected = 0
        overlay = .picker(picker)
      }
      return []
    case .enter: return choose(picker)
    case .up: picker.selected = max(0, picker.selected - 1)
    case .down: picker.selected = min(max(0, picker.visible.count - 1), picker.selected + 1)
    case .tab: picker.nextRole(of: surroundings.policy)
    case .backspace:
      if !picker.filter.isEmpty { picker.filter.removeLast() }
      picker.selected = 0
    case .character(let character):
      if picker.filter.isEmpty, let digit = character.wholeNumberValue, character.isASCII {
        guard (1...9).contains(digit), digit <= picker.visible.count else { return [] }
        picker.selected = digit - 1
        // Deleting cannot be taken back on the platform: a digit only points, Enter does it.
        if picker.verb != .delete { return choose(picker) }
      } else {
        picker.filter.append(character)
        picker.selected = 0
      }
    case .backTab, .delete, .left, .right, .home, .end, .pageUp, .pageDown, .function, .control: return []
    }
    overlay = .picker(picker)
    return []
  }

  private mutating func choose(_ picker: ReasonPicker) -> [Command] {
    guard let choice = picker.current else { return [] }
    if let refusal = choice.refusal {
      overlay = .picker(picker)
      notice = .problem("\(picker.verb.rawValue) under \(choice.reason.code.rawValue) \(refusal).")
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

  mutating func press(_ key: Key, search text: String) -> [Command] {
    switch key {
    case .escape: overlay = nil
    case .enter:
      overlay = nil
      let needle = text.isEmpty ? lastSearch : text
      guard !needle.isEmpty, case .list(let view) = screen else { return [] }
      lastSearch = needle
      return [.find(needle, view, from: queue.current?.position)]
    case .backspace: overlay = .search(text: String(text.dropLast()))
    case .character(let character): overlay = .search(text: text + String(character))
    default: break
    }
    return []
  }

  /// A commit is on disk: the row shows it, and the cursor goes to the next item that waits.
  mutating func acknowledge(
    _ events: [Event], _ rows: [QueueRow], _ backlog: Backlog, _ surroundings: Surroundings
  ) -> [Command] {
    committing = false
    self.backlog = backlog
    refreshRows(rows)
    notice = .done(DecisionText.done(events, policy: surroundings.policy) + " · u takes it back")
    if let item = events.last?.item, queue.current?.item == item { goToNextWaiting() }
    return readDetail() + readMoreIfNeeded() + pressWaitingKeys(surroundings)
  }

  mutating func acknowledgeUndo(
    _ events: [Event], _ rows: [QueueRow], _ backlog: Backlog, _ surroundings: Surroundings
  ) -> [Command] {
    committing = false
    self.backlog = backlog
    refreshRows(rows)
    notice = .done(DecisionText.undone(events))
    if let item = events.last?.item, let index = queue.rows.firstIndex(where: { $0.item == item }) {
      queue.move(to: index)
      scrollToCursor()
    }
    return readDetail() + readMoreIfNeeded() + pressWaitingKeys(surroundings)
  }

  private mutating func refreshRows(_ rows: [QueueRow]) {
    for row in rows {
      queue.update(where: { $0.item == row.item }) { held in
        held.state = row.state
        held.revision = row.revision
      }
    }
  }

  /// Down to the next row that still waits in this view; where there is none below, the nearest one above.
  private mutating func goToNextWaiting() {
    let waits: ItemState.Status = view == .queue ? .open : .escalated
    let below = queue.rows.indices.first { $0 > queue.cursor && queue.rows[$0].state.status == waits }
    let above = queue.rows.indices.last { $0 < queue.cursor && queue.rows[$0].state.status == waits }
    if let next = below ?? above { queue.move(to: next) }
    scrollToCursor()
  }
}
