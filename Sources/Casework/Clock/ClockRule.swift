import Moderation

/// What a clock of a regime runs to. The raw value is its name on the command line and in JSON.
public enum ClockKind: String, CaseIterable, Sendable, Codable {
  /// The decision on a request; for a complaint, the answer.
  case response
  /// The last day to pass a request on to another agency.
  case transfer
  /// The last day to acknowledge, or to say whether a request is valid.
  case acknowledge
  /// The last day on which an extension can be notified; with an extension, the day to which it runs.
  case extensionNotice = "extension"
  /// The agency's decision on its own earlier decision, from the day on which the review was asked for.
  case review
  /// Telling the regulator of a breach, from when the agency became aware.
  case notify
  /// Finding out whether a suspected breach is one that must be notified.
  case assess
  /// Giving the author a copy of a notice of complaint.
  case passOn = "pass-on"
  /// Taking content down.
  case takeDown = "take-down"
  /// The author's answer to a notice of complaint, from when the author was told.
  case counterNotice = "counter-notice"
}

/// How long a clock runs. The day of receipt is never counted, whatever day it is.
public enum Period: Sendable, Equatable {
  /// The n-th working day after the day of receipt; 0 is the day itself, or the first working day after it.
  case workingDays(Int)
  /// n days of the calendar; where `rolls`, a last day that is not a working day moves to the next one.
  case calendarDays(Int, rolls: Bool)
  /// The same day of a later month, or that month's last day; rolls as above.
  case months(Int)
  /// Hours on the clock, day and night.
  case hours(Int)

  /// `20 working days`.
  public var text: String {
    switch self {
    case .workingDays(0): "the same working day"
    case .workingDays(let count): Self.text(count, .workingDays)
    case .calendarDays(let count, _): Self.text(count, .calendarDays)
    case .months(let count): Self.text(count, .months)
    case .hours(let count): "\(count) hours"
    }
  }

  /// What an extension of the period is counted in; nil for hours, which nothing extends.
  public var unit: Unit? {
    switch self {
    case .workingDays: .workingDays
    case .calendarDays: .calendarDays
    case .months: .months
    case .hours: nil
    }
  }

  public enum Unit: String, Sendable, Codable {
    case workingDays = "working days"
    case calendarDays = "days"
    case months
  }

  /// `1 working day`, `10 working days`.
  static func text(_ count: Int, _ unit: Unit) -> String {
    "\(count) \(count == 1 ? String(unit.rawValue.dropLast()) : unit.rawValue)"
  }
}

/// One clock of a regime: how long, for what, by which section.
public struct ClockRule: Sendable, Equatable {
  public var kind: ClockKind
  public var period: Period
  /// The provision that it rests on.
  public var section: String
  /// What is due on the last day.
  public var what: String
  /// Whether the period was checked against a text; where not, every answer says so.
  public var isChecked: Bool

  init(_ kind: ClockKind, _ period: Period, _ section: String, what: String, isChecked: Bool = true) {
    self.kind = kind
    self.period = period
    self.section = section
    self.what = what
    self.isChecked = isChecked
  }
}

/// When and how far a regime lets the agency extend its period.
public struct ExtensionRule: Sendable, Equatable {
  /// The most, in the unit of the period; nil for "a reasonable period".
  public var most: Int?
  public var section: String
  /// On what grounds, in short.
  public var grounds: String
  /// The notice must tell the requester of the right to complain.
  public var statesReviewRight: Bool
  /// A second extension is unlawful.
  public var isOnce: Bool
  /// The limit for passing a request on can be extended too.
  public var reachesTransfer: Bool

  init(
    most: Int? = nil, _ section: String, grounds: String, statesReviewRight: Bool = false, isOnce: Bool = false,
    reachesTransfer: Bool = false
  ) {
    self.most = most
    self.section = section
    self.grounds = grounds
    self.statesReviewRight = statesReviewRight
    self.isOnce = isOnce
    self.reachesTransfer = reachesTransfer
  }
}

/// What asking the requester to clarify does to the clock.
public enum ClarificationRule: Sendable, Equatable {
  /// The clarified request is a new one: its day is day 0. Where `askWithin` is given, only if the agency asked within so
  /// many working days of receipt.
  case restarts(section: String, askWithin: Int?)
  /// The days from the one after the question to that of the answer are not counted.
  case pauses(section: String)
  /// The clock runs on.
  case runsOn
}

/// What else may stop a clock for a time, and by which section.
public struct PauseRule: Sendable, Equatable {
  public var section: String
  public var grounds: String
}

/// A condition of who may ask.
public struct EligibilityRule: Sendable, Equatable {
  public var section: String
  public var who: String
  /// Who says that the clock only runs once the agency knows; nil where nobody does. docket shows that date too, and
  /// works to the earlier one.
  public var startsClock: String?

  init(section: String, who: String, startsClock: String? = nil) {
    self.section = section
    self.who = who
    self.startsClock = startsClock
  }
}
