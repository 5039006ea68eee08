import Moderation

/// What became of a request for information so far.
public struct RequestFacts: Sendable, Equatable {
  public internal(set) var eligibility: Eligibility
  public internal(set) var eligibilityOn: CivilDate?
  /// The parts; one that is the whole request until it is split.
  public internal(set) var parts: [CasePart] = [CasePart(number: 1)]
  public internal(set) var clarifications: [Clarification] = []
  public internal(set) var pauses: [Stop] = []
  /// In order; most regimes allow one.
  public internal(set) var extensions: [ExtensionNotice] = []
  public internal(set) var transfer: Transfer?
  public internal(set) var decidedOn: CivilDate?
  public internal(set) var decidedBy: String?
  public internal(set) var sentOn: CivilDate?
  public internal(set) var sentBy: String?
  /// Who proposed that it is no request, and waits for a second person.
  public internal(set) var notARequestBy: String?
  /// The reviews of it that are open.
  public internal(set) var reviews: [String] = []

  init(eligibility: Eligibility) { self.eligibility = eligibility }

  /// Whether whoever asks is somebody who may: for one's own information, whether it is them.
  public enum Eligibility: String, Sendable {
    case unknown, asked, confirmed, declined
    case notNeeded = "not_needed"
  }

  /// A question to the requester, and what came of it.
  public struct Clarification: Sendable, Equatable {
    public var askedOn: CivilDate
    public var answeredOn: CivilDate?
    /// The answer changed what is asked for.
    public var amends = false
    /// The clock stands still until it is answered, by the rule when it was asked.
    public var stopsClock = false
  }

  /// A time in which the clock stands still.
  public struct Stop: Sendable, Equatable {
    public var from: CivilDate
    public var to: CivilDate?
    public var reason: String
  }

  /// What the requester was told of an extension.
  public struct ExtensionNotice: Sendable, Equatable {
    public var to: CivilDate
    public var reason: String
    public var notifiedOn: CivilDate
    public var reviewRightStated: Bool
  }

  /// The whole request went to another agency.
  public struct Transfer: Sendable, Equatable {
    public var on: CivilDate
    public var isLate: Bool
  }

  /// The clarification that waits for its answer.
  var openClarification: Clarification? { clarifications.last.flatMap { $0.answeredOn == nil ? $0 : nil } }
  var openPause: Stop? { pauses.last.flatMap { $0.to == nil ? $0 : nil } }
  var undecided: [CasePart] { parts.filter { $0.outcome == nil } }
  var isAdverse: Bool { parts.contains { $0.outcome?.isAdverse ?? false } }

  /// Where it stands.
  var state: String {
    if !reviews.isEmpty { return "under_review" }
    if sentOn != nil { return "sent" }
    if decidedOn != nil { return "decided" }
    if transfer != nil { return "transferred" }
    if openClarification != nil { return "clarification_asked" }
    if openPause != nil { return "paused" }
    if eligibility == .asked { return "eligibility_asked" }
    return extensions.isEmpty ? "running" : "extended"
  }
}

/// One of the things that a request asks for.
public struct CasePart: Sendable, Equatable {
  public var number: Int
  /// Its words, by their key in the vault; nil for the whole request.
  public var words: String?
  public var outcome: PartOutcome?
  public var grounds: [String] = []
  /// Whether the public interest was weighed, where a ground asks for it.
  public var isWeighed = false
  /// Why, by its key in the vault.
  public var why: String?
  public var decidedBy: String?
}

extension RequestFacts {
  mutating func apply(_ step: CaseStep, _ event: Event, _ details: StepDetails) {
    let day = details.day(.on)
    switch step {
    case .statuteSet:
      switch (details["eligibility"], eligibility) {
      case ("not_needed", _): eligibility = .notNeeded
      case ("unknown", .notNeeded): eligibility = .unknown
      default: break
      }
    case .split:
      parts = details.all(StepField.Name.parts.rawValue).enumerated().map { index, value in
        CasePart(number: index + 1, words: String(value.dropFirst(StepDetails.vaultMark.count)))
      }
    case .eligibilityAsked: (eligibility, eligibilityOn) = (.asked, day)
    case .eligibilityConfirmed: (eligibility, eligibilityOn) = (.confirmed, day)
    case .eligibilityDeclined: (eligibility, eligibilityOn) = (.declined, day)
    case .clarificationAsked:
      if let day { clarifications.append(Clarification(askedOn: day, stopsClock: details["stops"] == "yes")) }
    case .clarificationAnswered:
      guard !clarifications.isEmpty else { return }
      clarifications[clarifications.count - 1].answeredOn = day
      clarifications[clarifications.count - 1].amends = details.yes(.amended) ?? false
    case .paused:
      if let day { pauses.append(Stop(from: day, reason: details[.reason] ?? "")) }
    case .resumed:
      if !pauses.isEmpty { pauses[pauses.count - 1].to = day }
    case .extended:
      guard let to = details.day(.to), let day else { return }
      extensions.append(
        ExtensionNotice(
          to: to, reason: details[.reason] ?? "", notifiedOn: day,
          reviewRightStated: details.yes(.reviewRight) ?? false))
    case .transferred: applyTransfer(event, details)
    case .partDecided:
      guard let number = details.number(.part), parts.indices.contains(number - 1) else { return }
      parts[number - 1].outcome = details[.outcome].flatMap(PartOutcome.init(rawValue:))
      parts[number - 1].grounds = details.codes(.grounds)
      parts[number - 1].isWeighed = details.yes(.weighed) ?? false
      parts[number - 1].why = event.rationale
      parts[number - 1].decidedBy = event.actor
    case .decided:
      decidedOn = day
      decidedBy = event.actor
    case .sent:
      sentOn = day
      sentBy = event.actor
    case .notARequestProposed: notARequestBy = event.actor
    case .reviewOpened:
      if let review = details["review"] { reviews.append(review) }
    case .reviewClosed:
      if let review = details["review"] { reviews.removeAll { $0 == review } }
    default: break
    }
  }

  private mutating func applyTransfer(_ event: Event, _ details: StepDetails) {
    if let number = details.number(.part), parts.indices.contains(number - 1) {
      parts[number - 1].outcome = .transferred
      parts[number - 1].decidedBy = event.actor
    } else if let day = details.day(.on) {
      for index in parts.indices where parts[index].outcome == nil {
        parts[index].outcome = .transferred
        parts[index].decidedBy = event.actor
      }
      transfer = Transfer(on: day, isLate: event.outcome == CaseFile.late)
    }
  }

  /// A case that is opened again is decided anew, on the parts that somebody decides anew.
  mutating func reopen() {
    decidedOn = nil
    decidedBy = nil
    sentOn = nil
    sentBy = nil
    transfer = nil
    notARequestBy = nil
  }
}
