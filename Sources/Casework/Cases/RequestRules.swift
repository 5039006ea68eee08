import Moderation

extension RequestFacts {
  func refusal(of step: CaseStep, in file: CaseFile, _ context: StepContext) -> CaseRefusal? {
    if let refusal = refusalByProgress(of: step, in: file) { return refusal }
    switch step {
    case .eligibilityAsked, .eligibilityConfirmed, .eligibilityDeclined:
      if eligibility == .notNeeded { return .eligibilityNotAsked(regime: file.regime) }
      return isSettled(by: step) ? .done(step) : nil
    case .clarificationAsked: return openClarification == nil ? nil : .clarificationOpen
    case .clarificationAnswered: return openClarification == nil ? .noClarificationAsked : nil
    case .paused:
      if openPause != nil { return .done(.paused) }
      guard let regime = try? Regime.named(file.regime), regime.pause == nil else { return nil }
      return .clock(.pauseNotAllowed(regime: file.regime, why: ""))
    case .resumed: return openPause == nil ? .notStopped : nil
    case .split: return parts.contains { $0.outcome != nil } ? .partsDecided : nil
    case .decided:
      if file.kind == .ownInformation, eligibility != .confirmed { return .identityUnconfirmed(step) }
      return undecided.isEmpty ? nil : .partsUndecided(undecided.map(\.number))
    case .notARequestProposed: return notARequestBy == nil ? nil : .done(step)
    case .notARequest:
      guard context.hasColleagues, let notARequestBy else { return .secondPersonMissing }
      return notARequestBy == context.actor ? .secondPersonMustDiffer(notARequestBy) : nil
    case .closed:
      if !reviews.isEmpty { return .reviewsOpen(reviews) }
      if transfer != nil || eligibility == .declined { return nil }
      if decidedOn == nil { return .before(.closed, needs: .decided) }
      return sentOn == nil ? .before(.closed, needs: .sent) : nil
    default: return nil
    }
  }

  /// What has been done cannot be done again, and what comes before a decision cannot come after it.
  private func refusalByProgress(of step: CaseStep, in file: CaseFile) -> CaseRefusal? {
    switch step {
    case .sent: return decidedOn == nil ? .before(.sent, needs: .decided) : sentOn == nil ? nil : .done(.sent)
    case .reviewOpened: return decidedOn == nil ? .before(.reviewOpened, needs: .decided) : nil
    case .assigned, .joined, .closed, .acknowledged: return nil
    default: break
    }
    if transfer != nil { return .alreadyTransferred }
    if decidedOn != nil { return step == .decided ? .done(.decided) : .afterDecision(step) }
    return nil
  }

  private func isSettled(by step: CaseStep) -> Bool {
    switch (step, eligibility) {
    case (.eligibilityAsked, .asked), (.eligibilityAsked, .confirmed), (.eligibilityConfirmed, .confirmed),
      (.eligibilityDeclined, .declined):
      true
    default: false
    }
  }

  func refusal(of entry: StepEntry, in file: CaseFile) -> CaseRefusal? {
    switch entry.step {
    case .partDecided: return refusalOfOutcome(entry, in: file)
    case .transferred:
      guard let number = entry.number(.part) else { return nil }
      return refusalOfPart(number)
    case .sent:
      guard isAdverse, entry.yes(.reviewRight) != true else { return nil }
      return .reviewRightMissing(body: (try? Regime.named(file.regime))?.reviewBody ?? "")
    case .statuteSet:
      guard let id = entry.word(.regime), let regime = try? Regime.named(id) else {
        return .regimeUnknown(entry.word(.regime) ?? "")
      }
      let subject: Regime.Subject = file.kind == .ownInformation ? .ownInformation : .officialInformation
      return regime.subject == subject ? nil : .regimeUnknown(id)
    default: return nil
    }
  }

  private func refusalOfPart(_ number: Int) -> CaseRefusal? {
    guard parts.indices.contains(number - 1) else { return .partUnknown(number, count: parts.count) }
    return parts[number - 1].outcome == .transferred ? .alreadyTransferred : nil
  }

  private func refusalOfOutcome(_ entry: StepEntry, in file: CaseFile) -> CaseRefusal? {
    guard let number = entry.number(.part), let outcome = entry.word(.outcome).flatMap(PartOutcome.init(rawValue:))
    else { return nil }
    if let refusal = refusalOfPart(number) { return refusal }
    if outcome == .transferred { return .before(.partDecided, needs: .transferred) }
    let codes = entry.codes(.grounds)
    let known = Ground.list(of: file.regime)
    switch outcome {
    case .granted, .transferred: return codes.isEmpty ? nil : .groundsNotTaken(outcome)
    case .part, .refused:
      if codes.isEmpty { return .groundsMissing(outcome, regime: file.regime, some: known.map(\.code)) }
    case .notHeld, .alreadyPublic: break
    }
    if !known.isEmpty, let stray = codes.first(where: { Ground.named($0, of: file.regime) == nil }) {
      return .groundUnknown(stray, regime: file.regime, some: known.map(\.code))
    }
    let weighed = codes.filter { Ground.named($0, of: file.regime)?.test == .weighed }
    if !weighed.isEmpty, entry.yes(.weighed) != true { return .interestNotWeighed(weighed) }
    return entry.words() == nil ? .whyMissing(outcome) : nil
  }
}
