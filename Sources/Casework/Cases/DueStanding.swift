import Moderation

/// How far off a deadline is, in words that need no colour.
public struct DueStanding: Sendable, Equatable {
  /// `3 working days left`, `due today`, `overdue by 2 working days`.
  public var text: String
  public var isOverdue: Bool
  /// Working days left, negative when it is over; nil for clocks that run by hours.
  public var days: Int?

  public init(text: String, isOverdue: Bool, days: Int? = nil) {
    self.text = text
    self.isOverdue = isOverdue
    self.days = days
  }
}

extension CaseClocks {
  /// How far off a deadline is, counted as its regime counts, by the table that it was counted with where that is this one.
  public func standing(of deadline: CaseDeadline, now: Timestamp) -> DueStanding {
    guard let regime = try? Regime.named(deadline.deadline.regime), case .day(let due) = deadline.deadline.due,
      let zone = try? zone(of: regime)
    else { return Self.byTheHour(deadline.until, now) }
    let today = zone.day(now)
    let isOverdue = today > due
    if today == due { return DueStanding(text: "due today", isOverdue: false, days: 0) }
    let (count, unit) = distance(today, due, regime)
    if isOverdue {
      let text = count == 0 ? "overdue" : "overdue by \(Self.counted(-count, unit))"
      return DueStanding(text: text, isOverdue: true, days: count)
    }
    return DueStanding(text: "\(Self.counted(count, unit)) left", isOverdue: false, days: count)
  }

  /// Working days where the table knows the years, else days.
  private func distance(_ today: CivilDate, _ due: CivilDate, _ regime: Regime) -> (count: Int, unit: String) {
    let calendar = WorkingCalendar(regime.calendars, table: holidays)
    guard let count = try? calendar.workingDays(from: today, to: due) else { return (due.days(since: today), "day") }
    return (count, "working day")
  }

  private static func counted(_ count: Int, _ unit: String) -> String { "\(count) \(unit)\(count == 1 ? "" : "s")" }

  /// For clocks in hours.
  public static func byTheHour(_ due: Timestamp, _ now: Timestamp) -> DueStanding {
    let minutes = (due.milliseconds - now.milliseconds) / 60_000
    let size = abs(minutes)
    let text = size < 120 ? "\(size) min" : size < 48 * 60 ? "\(size / 60) h" : "\(size / 1440) days"
    return minutes < 0 || due < now
      ? DueStanding(text: "overdue by \(text)", isOverdue: true) : DueStanding(text: "\(text) left", isOverdue: false)
  }
}

/// One day of the strip under a case: what it is, and what falls on it.
public struct CalendarDay: Sendable, Equatable {
  public var date: CivilDate
  public var kind: Kind
  /// Which day of the count.
  public var number: Int?
  /// Why it is not counted.
  public var why: String
  public var isToday: Bool
  public var isDue: Bool

  public enum Kind: String, Sendable { case start, counted, weekend, holiday, stopped, after }
}

extension CaseDeadline {
  /// Day by day from the day of receipt to the due day, and on to today where that is later (60 days at most).
  public func strip(today: CivilDate) -> [CalendarDay] {
    let due = deadline.due.day
    var days = deadline.derivation.map { day in
      CalendarDay(
        date: day.date, kind: kind(of: day), number: day.number, why: day.counted ? "" : day.why,
        isToday: day.date == today, isDue: day.date == due)
    }
    guard let last = days.last?.date, today > last else { return days }
    for ahead in 1...min(60, max(1, today.days(since: last))) {
      let date = last.adding(days: ahead)
      days.append(
        CalendarDay(date: date, kind: .after, number: nil, why: "", isToday: date == today, isDue: date == due))
    }
    return days
  }

  private func kind(of day: DerivationDay) -> CalendarDay.Kind {
    if day.counted { return .counted }
    if day.date == deadline.start { return .start }
    if day.why == day.date.weekday.name { return .weekend }
    return day.why.hasPrefix("waiting") || ["fee", "identity", "commissioner"].contains { day.why.contains($0) }
      ? .stopped : .holiday
  }
}
