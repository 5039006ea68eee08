import Moderation

/// What is known of a case that its clocks depend on. Unknown stays unknown.
public struct CaseFacts: Sendable, Equatable {
  /// When docket's agency got it: when it came in with the export, or as an officer set it.
  public var received: Receipt
  /// When it was posted on the agency's own page, and so entered the agency's account.
  public var posted: Receipt?
  /// When somebody at the agency first saw it.
  public var noticed: Receipt?
  /// When somebody saw that it is a request. Kept to be shown; never counted from.
  public var recognised: Receipt?
  /// Whether the agency has designated the channel for requests: where it has not, receipt is when it was noticed
  /// (Contract and Commercial Law Act 2017 ss 213-214). Nil when the agency has not said.
  public var channelIsDesignated: Bool?
  public var eligibility: Eligibility
  /// Questions to the requester, in order.
  public var clarifications: [Clarification]
  public var pauses: [Pause]
  /// Notices of extension, in order.
  public var extensions: [ExtensionNotice]
  /// When all of it was passed on to another agency.
  public var transferred: CivilDate?
  /// For a question that is still open: until when the clock has stood still so far.
  public var today: CivilDate?

  public init(
    received: Receipt, posted: Receipt? = nil, noticed: Receipt? = nil, recognised: Receipt? = nil,
    channelIsDesignated: Bool? = nil, eligibility: Eligibility = .notNeeded, clarifications: [Clarification] = [],
    pauses: [Pause] = [], extensions: [ExtensionNotice] = [], transferred: CivilDate? = nil, today: CivilDate? = nil
  ) {
    self.received = received
    self.posted = posted
    self.noticed = noticed
    self.recognised = recognised
    self.channelIsDesignated = channelIsDesignated
    self.eligibility = eligibility
    self.clarifications = clarifications
    self.pauses = pauses
    self.extensions = extensions
    self.transferred = transferred
    self.today = today
  }

  /// Whether the requester may ask at all; counts only where the regime has such a rule.
  public enum Eligibility: Sendable, Equatable {
    case notNeeded
    case unknown
    case asked(on: CivilDate)
    case confirmed(on: CivilDate)
    /// The requester would not say, or may not ask.
    case declined(on: CivilDate)
  }

  public struct Clarification: Sendable, Equatable {
    public var asked: CivilDate
    /// Nil while the requester has not answered.
    public var answered: CivilDate?

    public init(asked: CivilDate, answered: CivilDate? = nil) {
      self.asked = asked
      self.answered = answered
    }
  }

  public struct ExtensionNotice: Sendable, Equatable {
    /// The limit that it extends: the answer's, or where the regime allows it the transfer's.
    public var clock: ClockKind
    /// In the unit of the limit, or to a day.
    public var length: DeadlineCounter.Extra
    public var notified: CivilDate
    /// Whether the notice told of the right to complain.
    public var statesReviewRight: Bool

    public init(
      _ length: DeadlineCounter.Extra, of clock: ClockKind = .response, notified: CivilDate, statesReviewRight: Bool
    ) {
      self.clock = clock
      self.length = length
      self.notified = notified
      self.statesReviewRight = statesReviewRight
    }
  }
}
