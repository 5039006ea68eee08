import Moderation

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

extension ReviewFacts {
  func refusal(of step: CaseStep, in file: CaseFile, _ context: StepContext) -> CaseRefusal? {
    switch step {
    case .reviewDecided:
      if decidedOn != nil { return .done(step) }
      guard let decider = file.reviewedDecider, context.hasColleagues else { return nil }
      return decider == context.actor ? .reviewerMustDiffer(decider) : nil
    case .sent: return decidedOn == nil ? .before(.sent, needs: .reviewDecided) : sentOn == nil ? nil : .done(.sent)
    case .closed:
      if decidedOn == nil { return .before(.closed, needs: .reviewDecided) }
      return sentOn == nil ? .before(.closed, needs: .sent) : nil
    case .dropped: return decidedOn == nil ? nil : .afterDecision(step)
    default: return nil
    }
  }

  func refusal(of entry: StepEntry, in file: CaseFile) -> CaseRefusal? {
    guard entry.step == .sent, outcome == "upheld", entry.yes(.reviewRight) != true else { return nil }
    return .reviewRightMissing(body: (try? Regime.named(file.regime))?.reviewBody ?? "")
  }
}
