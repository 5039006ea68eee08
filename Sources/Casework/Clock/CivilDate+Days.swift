import Moderation

/// A day of the week, Monday first as ISO 8601 has it.
public enum Weekday: Int, CaseIterable, Sendable, Comparable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday

  public static func < (a: Weekday, b: Weekday) -> Bool { a.rawValue < b.rawValue }

  public var isWeekend: Bool { self >= .saturday }

  /// `Saturday`.
  public var name: String {
    switch self {
    case .monday: "Monday"
    case .tuesday: "Tuesday"
    case .wednesday: "Wednesday"
    case .thursday: "Thursday"
    case .friday: "Friday"
    case .saturday: "Saturday"
    case .sunday: "Sunday"
    }
  }

  /// `Sat`.
  public var shortName: String { String(name.prefix(3)) }
}

extension CivilDate {
  /// Days since 1970-01-01; earlier days are negative.
  public var dayNumber: Int {
    guard let midnight = CivilTime(year: year, month: month, day: day) else { return 0 }
    let milliseconds = midnight.timestamp().milliseconds
    return Int(milliseconds / 86_400_000) - (milliseconds % 86_400_000 < 0 ? 1 : 0)
  }

  /// The day that is so many days after 1970-01-01.
  public init(dayNumber: Int) {
    self.init(Timestamp(seconds: Int64(dayNumber) * 86_400).civil())
  }

  public func adding(days: Int) -> CivilDate { CivilDate(dayNumber: dayNumber + days) }

  /// The same day of a later month, or that month's last day where it has no such day: 31 January + 1 is 28 February.
  public func adding(months: Int) -> CivilDate {
    let total = year * 12 + (month - 1) + months
    var moved = self
    moved.year = total / 12
    moved.month = total % 12 + 1
    moved.day = min(day, CivilTime.days(inMonth: moved.month, of: moved.year))
    return moved
  }

  /// Days from an earlier day to this one; negative when that day is later.
  public func days(since other: CivilDate) -> Int { dayNumber - other.dayNumber }

  public var weekday: Weekday {
    // 1970-01-01 was a Thursday.
    let index = ((dayNumber + 3) % 7 + 7) % 7
    return Weekday(rawValue: index + 1) ?? .monday
  }

  /// `Fri 10 July`.
  public var shortText: String { "\(weekday.shortName) \(day) \(Self.monthNames[month - 1])" }

  /// `Fri 10 July 2026`.
  public var text: String { shortText + " \(year)" }

  private static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}
