import Moderation

/// How decisions are worded on the screen.
enum DecisionText {
  /// `hidden · HEALTH-3P, escalated to Privacy officer · INFO-REQ`.
  static func done(_ events: [Event], policy: AgencyPolicy) -> String {
    let steps = events.compactMap { event -> String? in
      guard let verb = event.verb else { return nil }
      return line(verb: verb, event: event, policy: policy)
    }
    return capitalised(steps.joined(separator: ", "))
  }

  static func undone(_ events: [Event]) -> String {
    guard let state = events.last?.after else { return "Taken back" }
    return "Taken back: the comment is \(summary(of: state)) again."
  }

  /// One event as the history and the log tell it.
  static func line(_ event: Event, policy: AgencyPolicy) -> String {
    switch event.type {
    case .deskCreated: return "desk created"
    case .imported:
      guard let counts = event.imported else { return "imported" }
      return "imported \(counts.new) new, \(counts.changed) edited, \(counts.same) known"
    case .decided: return event.verb.map { line(verb: $0, event: event, policy: policy) } ?? "decided"
    case .undone: return "undid \(event.undoOf.map { "event \($0)" } ?? "a decision")"
    case .refused:
      return "refused: \(event.attempted?.rawValue ?? "?") \(codes(event)) (\(event.refusal ?? "not allowed"))"
    }
  }

  /// `open`, `left up`, `hidden, escalated`.
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
    case .decided: if parts.isEmpty { parts.append("left up") }
    }
    return parts.joined(separator: ", ")
  }

  /// Codes without their versions.
  static func codes(_ event: Event) -> String {
    event.reasons.map { String($0.prefix { $0 != "@" }) }.joined(separator: " ")
  }

  private static func line(verb: Verb, event: Event, policy: AgencyPolicy) -> String {
    var text = verb.pastTense
    if let role = event.escalatedTo {
      text += " to " + (policy.escalationRole(RoleName(role))?.title ?? role)
    }
    let codes = codes(event)
    return codes.isEmpty ? text : text + " · " + codes
  }

  private static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
