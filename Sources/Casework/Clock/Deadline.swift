import Moderation

/// When a clock runs out, and how that was counted.
///
/// The value holds everything that the answer rests on: its days and the digest of the holidays that were used. What a
/// closed case keeps is this value; a later table counts anew only what is asked anew.
public struct Deadline: Sendable, Equatable {
  /// The regime's id.
  public var regime: String
  public var clock: ClockKind
  /// When it came in, as it was said.
  public var received: String
  /// Day 0: the day of receipt, or the later day that a clarified request counts from.
  public var start: CivilDate
  public var due: Due
  /// Day by day from day 0 to the due day; for clocks in months and hours only the days that decide.
  public var derivation: [DerivationDay]
  /// What was taken for granted, one sentence each.
  public var assumptions: [String]
  /// Digest of the table of holidays.
  public var holidaysVersion: String

  /// A whole day, in the regime's zone, to its last minute; or a moment.
  public enum Due: Sendable, Equatable {
    case day(CivilDate)
    /// The offset is that of the regime's zone then.
    case moment(Timestamp, offsetMinutes: Int)

    /// The day that it is, in the regime's zone.
    public var day: CivilDate {
      switch self {
      case .day(let day): day
      case .moment(let moment, let offset): CivilDate(moment.civil(offsetMinutes: offset))
      }
    }

    /// `2026-12-24`, or `2026-11-29T16:40:00+13:00`.
    public var iso8601: String {
      switch self {
      case .day(let day): day.description
      case .moment(let moment, let offset): moment.iso8601(offsetMinutes: offset)
      }
    }
  }

  /// Days from a day until the due day: 0 on it, negative after it.
  public func daysLeft(on today: CivilDate) -> Int { due.day.days(since: today) }
}

/// One day of a derivation.
public struct DerivationDay: Sendable, Equatable {
  public var date: CivilDate
  public var counted: Bool
  /// Which day of the count; nil when it is not counted.
  public var number: Int?
  /// `day 7`, or why the day is not counted.
  public var why: String

  public init(date: CivilDate, counted: Bool, number: Int? = nil, why: String) {
    self.date = date
    self.counted = counted
    self.number = number
    self.why = why
  }
}

/// Days on which a clock stands still, first and last among them.
public struct Pause: Sendable, Equatable {
  public var first: CivilDate
  public var last: CivilDate
  /// `fees notice`.
  public var reason: String

  public init(first: CivilDate, last: CivilDate, reason: String) {
    self.first = first
    self.last = last
    self.reason = reason
  }

  func contains(_ day: CivilDate) -> Bool { first <= day && day <= last }
}
