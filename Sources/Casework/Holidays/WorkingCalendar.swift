import Moderation

/// Which days count: neither a Saturday nor a Sunday nor a day of any of its calendars.
///
/// A year that a calendar says nothing about is an error, never a year without holidays.
public struct WorkingCalendar: Sendable, Equatable {
  /// Names in the table; a day in any of them does not count.
  public let calendars: [String]
  public let table: HolidayTable

  public init(_ calendars: [String], table: HolidayTable) {
    self.calendars = calendars
    self.table = table
  }

  /// What a day is.
  public enum DayKind: Sendable, Equatable {
    case working
    case weekend(Weekday)
    /// A day of the table, on whatever day of the week.
    case holiday(String, isUnverified: Bool)

    public var isWorking: Bool { self == .working }

    /// Why it does not count; empty for a working day.
    public var reason: String {
      switch self {
      case .working: ""
      case .weekend(let weekday): weekday.name
      case .holiday(let name, let isUnverified): name + (isUnverified ? " (not confirmed)" : "")
      }
    }
  }

  /// What a day is; throws when a calendar has no day of its year.
  public func kind(of day: CivilDate) throws(ClockError) -> DayKind {
    for calendar in calendars where !table.covers(year: day.year, of: calendar) {
      throw .yearNotCovered(
        day.year, calendar: calendar, covered: table.span(of: calendar), table: table.source)
    }
    for calendar in calendars {
      guard let entry = table.entry(day, in: calendar) else { continue }
      return .holiday(entry.name, isUnverified: entry.isUnverified)
    }
    return day.weekday.isWeekend ? .weekend(day.weekday) : .working
  }

  public func isWorking(_ day: CivilDate) throws(ClockError) -> Bool { try kind(of: day).isWorking }

  /// The day itself when it is a working day, else the next one that is.
  public func workingDay(onOrAfter day: CivilDate) throws(ClockError) -> CivilDate {
    var day = day
    while try !isWorking(day) { day = day.adding(days: 1) }
    return day
  }

  /// Working days after `start` up to and with `end`; negative, the same way round, when `end` is earlier.
  public func workingDays(from start: CivilDate, to end: CivilDate) throws(ClockError) -> Int {
    guard start <= end else { return try -workingDays(from: end, to: start) }
    var count = 0
    var day = start
    while day < end {
      day = day.adding(days: 1)
      if try isWorking(day) { count += 1 }
    }
    return count
  }
}
