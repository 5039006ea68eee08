import Moderation

/// What became of a notice of complaint about a comment so far (HDCA s 24).
public struct NoticeFacts: Sendable, Equatable {
  public internal(set) var isValid: Bool?
  public internal(set) var passedOnAt: Timestamp?
  public internal(set) var unreachableAt: Timestamp?
  public internal(set) var counterNoticeAt: Timestamp?
  /// Whether the author agrees to taking it down.
  public internal(set) var authorConsents: Bool?
  public internal(set) var takenDownAt: Timestamp?
  public internal(set) var leftUpAt: Timestamp?
  public internal(set) var complainantToldAt: Timestamp?

  mutating func apply(_ step: CaseStep, _ event: Event, _ details: StepDetails) {
    let at = details.moment(.at) ?? event.at
    switch step {
    case .checked: isValid = details.yes(.valid)
    case .passedOn: passedOnAt = at
    case .authorUnreachable: unreachableAt = at
    case .counterNotice:
      counterNoticeAt = at
      authorConsents = details.yes(.consents)
    case .takenDown: takenDownAt = at
    case .leftUp: leftUpAt = at
    case .complainantTold: complainantToldAt = at
    default: break
    }
  }

  var isSettled: Bool { takenDownAt != nil || leftUpAt != nil || isValid == false }

  var state: String {
    if takenDownAt != nil { return "taken_down" }
    if leftUpAt != nil { return "left_up" }
    if isValid == false { return "not_valid" }
    if counterNoticeAt != nil { return "counter_notice" }
    if unreachableAt != nil { return "author_unreachable" }
    return passedOnAt == nil ? "open" : "passed_on"
  }
}

extension NoticeFacts {
  func refusal(of step: CaseStep, in file: CaseFile, _ context: StepContext) -> CaseRefusal? {
    switch step {
    case .checked: return isValid == nil ? nil : .done(step)
    case .passedOn, .authorUnreachable:
      if isSettled { return .done(step) }
      return passedOnAt == nil ? nil : .done(.passedOn)
    case .counterNotice:
      if counterNoticeAt != nil { return .done(step) }
      return passedOnAt == nil ? .authorNotTold : nil
    case .takenDown:
      if isSettled { return .done(step) }
      return passedOnAt == nil && unreachableAt == nil ? .authorNotTold : nil
    case .leftUp:
      if isSettled { return .done(step) }
      if authorConsents == true { return .authorConsents }
      guard counterNoticeAt == nil else { return nil }
      let answer = file.deadlines.first { $0.clock == .counterNotice }
      return answer.map { .authorMayStillAnswer(until: $0.until) } ?? .authorNotTold
    case .complainantTold: return isSettled ? nil : .noticeUnsettled
    case .closed:
      return isSettled
        ? (complainantToldAt == nil ? .before(.closed, needs: .complainantTold) : nil) : .noticeUnsettled
    case .dropped: return takenDownAt == nil && leftUpAt == nil ? nil : .afterDecision(step)
    default: return nil
    }
  }
}
