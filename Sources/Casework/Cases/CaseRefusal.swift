import Moderation

/// Why a step of a case is not taken. The wording is in `CaseRefusal+Message.swift`.
public enum CaseRefusal: Error, Sendable, Equatable {
  // What was given.
  case stepUnknown(String, among: [String])
  case notAStepOf(CaseKind, CaseStep, steps: [CaseStep])
  case fieldMissing(CaseStep, StepField)
  case fieldUnknown(CaseStep, String, among: [String])
  case valueUnreadable(StepField, given: String)
  case inTheFuture(StepField)
  case beforeReceipt(CaseStep, received: CivilDate)
  case nobodySuch(String, among: [String])
  case regimeUnknown(String)

  // Where the case stands.
  case closed(CaseEnding)
  case notClosed
  case done(CaseStep)
  case before(CaseStep, needs: CaseStep)
  case afterDecision(CaseStep)

  // Requests.
  case eligibilityNotAsked(regime: String)
  case identityUnconfirmed(CaseStep)
  case clarificationOpen
  case noClarificationAsked
  case notStopped
  case alreadyTransferred
  case partUnknown(Int, count: Int)
  case partsDecided
  case partsUndecided([Int])
  case groundsMissing(PartOutcome, regime: String, some: [String])
  case groundsNotTaken(PartOutcome)
  case groundUnknown(String, regime: String, some: [String])
  case interestNotWeighed([String])
  case whyMissing(PartOutcome)
  case reviewRightMissing(body: String)
  case clock(ClockRefusal)
  case clockUnknown(ClockError)
  case secondPersonMissing
  case secondPersonMustDiffer(String)
  case reviewerMustDiffer(String)
  case reviewsOpen([String])

  // Complaints, breaches, notices.
  case notAcknowledged
  case notResolved
  case notAssessed(CaseStep)
  case untold([String])
  case notNotifiable
  case noticeUnsettled
  case authorNotTold
  case authorConsents
  case authorMayStillAnswer(until: Timestamp)
}
