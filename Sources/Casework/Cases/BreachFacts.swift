import Moderation

/// What became of a privacy breach so far.
public struct BreachFacts: Sendable, Equatable {
  public internal(set) var containedAt: Timestamp?
  public internal(set) var assessedAt: Timestamp?
  /// Whether serious harm is caused or likely.
  public internal(set) var isHarmful: Bool?
  public internal(set) var peopleAffected: Int?
  public internal(set) var isNotifiable: Bool?
  /// Who was told, and when.
  public internal(set) var notified: [String: Timestamp] = [:]
  /// Who need not be told, with a reason.
  public internal(set) var excepted: Set<String> = []
  public internal(set) var hasLessons = false

  /// Those who have to be told still.
  var untold: [String] {
    guard isNotifiable == true else { return [] }
    return ["commissioner", "people"].filter { notified[$0] == nil && !excepted.contains($0) }
  }

  mutating func apply(_ step: CaseStep, _ event: Event, _ details: StepDetails) {
    switch step {
    case .contained: containedAt = details.moment(.at)
    case .assessed:
      assessedAt = details.moment(.at)
      isHarmful = details.yes(.harm)
      peopleAffected = details.number(.people)
    case .notifiable: isNotifiable = details.yes(.notifiable)
    case .notified:
      if let whom = details[.whom] { notified[whom] = details.moment(.at) ?? event.at }
    case .notificationExcepted:
      if let whom = details[.whom] { excepted.insert(whom) }
    case .lessons: hasLessons = true
    default: break
    }
  }

  var state: String {
    if isNotifiable == true { return untold.isEmpty ? "notified" : "notifiable" }
    if isNotifiable == false { return "not_notifiable" }
    if assessedAt != nil { return "assessed" }
    return containedAt == nil ? "open" : "contained"
  }
}

extension BreachFacts {
  func refusal(of step: CaseStep) -> CaseRefusal? {
    switch step {
    case .notifiable: assessedAt == nil ? .notAssessed(step) : nil
    case .notified, .notificationExcepted: isNotifiable == true ? nil : .notNotifiable
    case .closed:
      containedAt == nil
        ? .before(.closed, needs: .contained)
        : assessedAt == nil
          ? .notAssessed(step)
          : isNotifiable == nil ? .before(.closed, needs: .notifiable) : untold.isEmpty ? nil : .untold(untold)
    default: nil
    }
  }
}
