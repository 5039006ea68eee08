import Moderation

/// A case as its events make it: everything that its steps are checked against and that its story tells.
///
/// It is folded from the ledger and never stored, so that what is shown is what happened. Words are keys of the vault.
public struct CaseFile: Sendable, Equatable {
  /// `C-2026-0007`.
  public let id: String
  public let kind: CaseKind
  /// The event that opened it.
  public let opened: Int64
  public let openedAt: Timestamp
  public let openedBy: String
  /// The decision that opened it.
  public let cause: Int64?
  public let channel: String?
  /// The comments that it is about, the first one first.
  public internal(set) var items: [ItemID]
  /// The words as they were when it was opened: their digest, salted as the item's texts are.
  public let textSHA256: String?
  public let dates: CaseDates
  /// As the clocks name it; empty where the policy names none.
  public internal(set) var regime: String
  /// What it looks at again: a case's id.
  public let reviewOf: String?
  /// Who decided what it looks at again.
  public let reviewedDecider: String?
  public internal(set) var track: CaseTrack
  /// What is due, as the step that set it worked it out.
  public internal(set) var deadlines: [CaseDeadline]
  public internal(set) var role: String?
  public internal(set) var person: String?
  public internal(set) var acknowledgedOn: CivilDate?
  public internal(set) var ending: CaseEnding?
  public internal(set) var endedAt: Timestamp?
  /// The last event of it.
  public internal(set) var last: Int64

  public var isClosed: Bool { ending != nil }
}

/// How a case came to its end.
public enum CaseEnding: String, Sendable {
  case closed
  case notARequest = "not_a_request"
  /// Whoever asked took it back.
  case dropped
  /// The decision that opened it was taken back.
  case withdrawn
}

/// The four dates of a request, kept apart (DOMAIN N2), and which of them starts the clock.
public struct CaseDates: Sendable, Equatable {
  /// When the comment was posted; nil where the feed does not say, or does not say in which zone.
  public var posted: Timestamp?
  /// When it reached the agency, from which the clock runs: see `basis`.
  public var received: Timestamp
  /// When the desk first had it.
  public var noticed: Timestamp
  /// When a person saw what it is.
  public var recognised: Timestamp
  /// What `received` rests on.
  public var basis: Basis

  public enum Basis: String, Sendable {
    /// The comment stood on the agency's page from then on.
    case posted
    /// The feed does not say when it was posted.
    case noticed
    /// Somebody gave the date, with a reason.
    case given
  }

  public init(posted: Timestamp?, received: Timestamp, noticed: Timestamp, recognised: Timestamp, basis: Basis) {
    self.posted = posted
    self.received = received
    self.noticed = noticed
    self.recognised = recognised
    self.basis = basis
  }
}

/// What is particular to a kind of case.
public enum CaseTrack: Sendable, Equatable {
  case request(RequestFacts)
  case complaint(ComplaintFacts)
  case breach(BreachFacts)
  case notice(NoticeFacts)
  case review(ReviewFacts)

  init(_ kind: CaseKind, isAnyoneEligible: Bool) {
    switch kind {
    case .informationRequest:
      self = .request(RequestFacts(eligibility: isAnyoneEligible ? .notNeeded : .unknown))
    case .ownInformation: self = .request(RequestFacts(eligibility: .unknown))
    case .complaint: self = .complaint(ComplaintFacts())
    case .breach: self = .breach(BreachFacts())
    case .hdcNotice: self = .notice(NoticeFacts())
    case .internalReview, .appeal: self = .review(ReviewFacts())
    }
  }
}
