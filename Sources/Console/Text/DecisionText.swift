import Moderation

/// How states and decisions are worded on the screen.
enum DecisionText {
  /// `Hidden · HEALTH-3P, escalated to Privacy officer · INFO-REQ`.
  static func done(_ events: [Event], _ surroundings: Surroundings) -> String {
    let decided = events.filter { $0.type == .decided || $0.type == .proposed }
    let items = Set(decided.compactMap(\.item)).count
    if items > 1, let first = decided.first {
      let proposed = first.type == .proposed ? ", wait for a second person" : ""
      return "\(items) comments: \(EventText.line(first, surroundings))\(proposed)"
    }
    let steps = decided.map { event in
      let line = EventText.line(event, surroundings)
      return event.type == .proposed ? line + ", waits for a second person" : line
    }
    return capitalised(steps.joined(separator: ", "))
  }

  /// What an undo took back: how much, where it was more than one.
  static func undone(_ events: [Event]) -> String {
    let items = Set(events.compactMap(\.item))
    if items.count > 1 {
      let extra = events.count > items.count ? " (\(events.count) decisions)" : ""
      return "Taken back: \(items.count) comments are as they were before\(extra)."
    }
    // The first of several steps about one comment is taken back last.
    guard let state = events.last?.after else { return "Taken back." }
    let what = events.count > 1 ? "Taken back, all \(events.count) steps" : "Taken back"
    return "\(what): the comment is \(summary(of: state)) again."
  }

  /// `open`, `left up`, `hidden, escalated`: the state without how far it has come.
  static func summary(of state: ItemState) -> String {
    var parts: [String] = []
    switch state.visibility {
    case .visible: break
    case .held, .hidden, .deleted: parts.append(state.visibility.rawValue)
    }
    if state.recorded { parts.append("recorded") }
    switch state.status {
    case .open: if parts.isEmpty { parts.append("open") }
    case .escalated: parts.append("escalated")
    case .snoozed: parts.append("snoozed")
    case .decided: if parts.isEmpty { parts.append("left up") }
    }
    return parts.joined(separator: ", ")
  }

  /// `hidden, to send`: the state and how far it has come.
  static func standing(of state: ItemState) -> String {
    let text = summary(of: state)
    return state.stage.map { "\(text), \($0.words)" } ?? text
  }

  /// Why something was not done, for the foot of the screen.
  static func refused(_ refusal: Refusal) -> String {
    switch refusal {
    case .overtaken(_, let person, let verb):
      "Not done: \(person) \(verb?.done ?? "changed this") meanwhile. Here it is as it stands now."
    case .claimed(_, let person, _): "Not done: \(person) is deciding about this just now. Take another one meanwhile."
    default: "Not done: \(refusal.message)."
    }
  }

  static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}

extension ItemState.Stage {
  /// How far a decision has come, in words.
  var words: String {
    switch self {
    case .proposed: "proposed"
    case .committed: "to send"
    case .exported: "sent"
    case .applied: "applied"
    case .reconciled: "confirmed"
    case .notApplied: "did not take"
    case .changed: "edited since"
    }
  }
}

extension Verb {
  /// What somebody did about the comment that is looked at: "b.weka hid this".
  var done: String {
    switch self {
    case .leave: "left this up"
    case .hide: "hid this"
    case .unhide: "made this visible"
    case .delete: "deleted this"
    case .escalate: "escalated this"
    case .record: "recorded this"
    case .hold: "held this back"
    case .publish: "published this"
    case .reply: "replied to this"
    case .refer: "referred this"
    case .openCase: "opened a case from this"
    case .snooze: "snoozed this"
    case .skip: "skipped this"
    }
  }
}
