import Moderation

/// What became of a complaint so far.
public struct ComplaintFacts: Sendable, Equatable {
  public internal(set) var movedPrivateOn: CivilDate?
  /// What makes it serious.
  public internal(set) var seriousAbout: String?
  public internal(set) var resolvedOn: CivilDate?
  public internal(set) var outcome: String?
  public internal(set) var hasLessons = false

  mutating func apply(_ step: CaseStep, _ event: Event, _ details: StepDetails) {
    switch step {
    case .opened: seriousAbout = details[.about]
    case .movedPrivate: movedPrivateOn = details.day(.on)
    case .markedSerious: seriousAbout = details[.about]
    case .resolved:
      resolvedOn = details.day(.on)
      outcome = details[.outcome]
    case .lessons: hasLessons = true
    default: break
    }
  }
}

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

/// What became of a review or an appeal so far.
public struct ReviewFacts: Sendable, Equatable {
  public internal(set) var decidedOn: CivilDate?
  public internal(set) var decidedBy: String?
  /// `upheld`, `varied`, `overturned`.
  public internal(set) var outcome: String?
  public internal(set) var sentOn: CivilDate?

  mutating func apply(_ step: CaseStep, _ event: Event, _ details: StepDetails) {
    switch step {
    case .reviewDecided:
      decidedOn = details.day(.on)
      decidedBy = event.actor
      outcome = details[.outcome]
    case .sent: sentOn = details.day(.on)
    default: break
    }
  }

  var state: String { sentOn != nil ? "sent" : decidedOn != nil ? "decided" : "under_review" }
}
