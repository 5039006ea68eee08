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

extension ComplaintFacts {
  func refusal(of step: CaseStep, in file: CaseFile) -> CaseRefusal? {
    switch step {
    case .markedSerious: seriousAbout == nil ? nil : .done(step)
    case .resolved: resolvedOn == nil ? nil : .done(step)
    case .lessons: resolvedOn == nil ? .before(step, needs: .resolved) : nil
    case .dropped: resolvedOn == nil ? nil : .afterDecision(step)
    case .closed: file.acknowledgedOn == nil ? .notAcknowledged : resolvedOn == nil ? .notResolved : nil
    default: nil
    }
  }
}
