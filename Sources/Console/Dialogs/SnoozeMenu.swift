import Moderation

/// Until when an item is put off: four answers, each a digit.
struct SnoozeMenu: Sendable, Equatable {
  struct Choice: Sendable, Equatable {
    var title: String
    var until: Timestamp
  }

  var choices: [Choice]
  var selected = 0

  /// - Parameter localTime: civil time in the agency's zone: nine in the morning is nine there.
  init(now: Timestamp, localTime: (Timestamp) -> CivilTime) {
    let today = localTime(now)
    let toMonday = 7 - Self.weekday(today)
    choices = [
      Choice(title: "1 hour", until: Timestamp(milliseconds: now.milliseconds + 3_600_000)),
      Choice(title: "4 hours", until: Timestamp(milliseconds: now.milliseconds + 4 * 3_600_000)),
      Choice(title: "tomorrow", until: Self.nine(inDays: 1, after: today, now: now, localTime)),
      Choice(title: "Monday", until: Self.nine(inDays: toMonday, after: today, now: now, localTime)),
    ]
  }

  /// 0 for Monday to 6 for Sunday.
  static func weekday(_ time: CivilTime) -> Int {
    let days = Int(Self.midnight(time).milliseconds / 86_400_000)
    // 1 January 1970 was a Thursday.
    return ((days + 3) % 7 + 7) % 7
  }

  private static func midnight(_ time: CivilTime) -> Timestamp {
    CivilTime(year: time.year, month: time.month, day: time.day)?.timestamp() ?? Timestamp(milliseconds: 0)
  }

  /// The moment at which the clocks of the zone show nine. The zone is only known by asking it, so it is approached: the
  /// second step is right even where daylight saving begins or ends in between.
  private static func nine(
    inDays days: Int, after today: CivilTime, now: Timestamp, _ localTime: (Timestamp) -> CivilTime
  ) -> Timestamp {
    let wanted = midnight(today).milliseconds + Int64(days) * 86_400_000 + 9 * 3_600_000
    var found = wanted
    for _ in 0..<3 { found += wanted - localTime(Timestamp(milliseconds: found)).timestamp().milliseconds }
    return Timestamp(milliseconds: found)
  }
}
