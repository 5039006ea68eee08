import Moderation

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
