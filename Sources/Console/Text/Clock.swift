import Moderation

/// Moments in words, in the agency's zone.
enum Clock {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  /// `10 Jul 14:02`.
  static func date(_ time: CivilTime) -> String { "\(time.day) \(months[time.month - 1]) \(time.clock)" }

  /// `Mon 13 Jul 09:00`.
  static func day(_ time: CivilTime) -> String { weekdays[SnoozeMenu.weekday(time)] + " " + date(time) }

  /// `14:02` of today, and with the date of another day.
  static func brief(_ time: CivilTime, today: CivilTime) -> String {
    time.day == today.day && time.month == today.month && time.year == today.year ? time.clock : date(time)
  }
}
