import Moderation

/// Counts one clock of one regime. Pure: table and zone come in as values.
public struct DeadlineCounter: Sendable {
  public let regime: Regime
  public let calendar: WorkingCalendar
  /// The regime's own zone.
  public let zone: ZoneRules

  public init(_ regime: Regime, holidays: HolidayTable, zone: ZoneRules) {
    self.regime = regime
    self.zone = zone
    calendar = WorkingCalendar(regime.calendars, table: holidays)
  }

  /// With the zone read from the machine's database.
  public init(_ regime: Regime, holidays: HolidayTable, database: ZoneDatabase = .system) throws(ClockError) {
    do {
      self.init(regime, holidays: holidays, zone: try database.zone(regime.zone))
    } catch {
      throw .zone(error)
    }
  }

  /// What lengthens a period.
  public enum Extra: Sendable, Equatable {
    case none
    /// So many more of the period's unit.
    case more(Int)
    /// To a day that was named in the notice; never earlier than the period's own last day.
    case until(CivilDate)
  }

  /// When a clock runs out. Costs a few look-ups a day of the period.
  public func deadline(
    _ kind: ClockKind, received: Receipt, extra: Extra = .none, pauses: [Pause] = []
  ) throws(ClockError) -> Deadline {
    var count = Count(rule: try regime.rule(kind), extra: extra, pauses: pauses)
    count.days.append(DerivationDay(date: received.day, counted: false, why: "received: the day itself is not counted"))
    let due: Deadline.Due
    switch count.rule.period {
    case .workingDays(let days): due = .day(try workingDays(days, after: received.day, &count))
    case .calendarDays(let days, let rolls):
      due = .day(try calendarDays(days, after: received.day, rolls: rolls, &count))
    case .months(let months): due = .day(try self.months(months, after: received.day, &count))
    case .hours(let hours): due = self.hours(hours, after: received, &count)
    }
    if !count.rule.isChecked {
      count.assumptions.append("The time of \(count.rule.section) is not checked against a text.")
    }
    guard due.day.year <= 9999 else { throw .outOfRange(received.day) }
    if let until = count.until, until == due.day, let kind = try? calendar.kind(of: until), !kind.isWorking {
      count.assumptions.append(
        "The day that the extension names, \(until.text), is not a working day (\(kind.reason)).")
    }
    return Deadline(
      regime: regime.id, clock: kind, received: received.text, start: received.day, due: due, derivation: count.days,
      assumptions: received.assumptions + count.assumptions + regime.notes, holidaysVersion: calendar.table.digest)
  }

  /// What is gathered while counting.
  private struct Count {
    var rule: ClockRule
    var extra: Extra
    var pauses: [Pause]
    var days: [DerivationDay] = []
    var assumptions: [String] = []

    /// How many are added to the period; a named day is handled apart.
    var more: Int {
      if case .more(let more) = extra { more } else { 0 }
    }

    var until: CivilDate? {
      if case .until(let day) = extra { day } else { nil }
    }

    func pause(on day: CivilDate) -> Pause? { pauses.first { $0.contains(day) } }

    mutating func skip(_ day: CivilDate, _ why: String) {
      days.append(DerivationDay(date: day, counted: false, why: why))
    }

    mutating func number(_ day: CivilDate, _ number: Int, of period: Int) {
      let why =
        "day \(number)" + (number == period && (more > 0 || until != nil) ? ", the last without the extension" : "")
      days.append(DerivationDay(date: day, counted: true, number: number, why: why))
    }

    mutating func assume(unconfirmed kind: WorkingCalendar.DayKind, on day: CivilDate) {
      guard case .holiday(let name, isUnverified: true) = kind else { return }
      assumptions.append("\(name), \(day.text), is not confirmed; if it is a working day, the last day may be earlier.")
    }
  }

  private func workingDays(_ period: Int, after start: CivilDate, _ count: inout Count) throws(ClockError) -> CivilDate
  {
    if period == 0 {
      let day = try roll(start, &count)
      count.days[count.days.count - 1] = DerivationDay(date: day, counted: true, why: "the same working day")
      return day
    }
    var day = start
    var number = 0
    while number < period + count.more || day < count.until ?? start {
      day = day.adding(days: 1)
      let kind = try calendar.kind(of: day)
      if !kind.isWorking {
        count.skip(day, kind.reason)
        if !day.weekday.isWeekend { count.assume(unconfirmed: kind, on: day) }
      } else if let pause = count.pause(on: day) {
        count.skip(day, "paused: " + pause.reason)
      } else {
        number += 1
        count.number(day, number, of: period)
      }
    }
    return day
  }

  private func calendarDays(
    _ period: Int, after start: CivilDate, rolls: Bool, _ count: inout Count
  ) throws(ClockError) -> CivilDate {
    var day = start
    var number = 0
    while number < period + count.more || day < count.until ?? start {
      day = day.adding(days: 1)
      if let pause = count.pause(on: day) {
        count.skip(day, "paused: " + pause.reason)
      } else {
        number += 1
        count.number(day, number, of: period)
      }
    }
    if count.until == day { return day }
    return rolls ? try roll(day, &count) : stay(day, &count)
  }

  private func months(_ period: Int, after start: CivilDate, _ count: inout Count) throws(ClockError) -> CivilDate {
    let months = period + count.more
    var day = start.adding(months: months)
    let isLastDay = day.day != start.day
    count.days.append(
      DerivationDay(
        date: day, counted: true,
        why: Period.text(months, .months) + " on, "
          + (isLastDay ? "the last day of a shorter month" : "the same day of the month")))
    // Each day that the clock stood still moves the day by one, and may so reach a later pause.
    var paused = start
    var stood = 0
    while paused < day {
      paused = paused.adding(days: 1)
      guard let pause = count.pause(on: paused) else { continue }
      count.skip(paused, "paused: " + pause.reason)
      day = day.adding(days: 1)
      stood += 1
    }
    if stood > 0 {
      count.days.append(DerivationDay(date: day, counted: true, why: "moved by the \(stood) days of the pause"))
    }
    if let until = count.until, until > day {
      count.days.append(DerivationDay(date: until, counted: true, why: "the day that the extension names"))
      return until
    }
    return try roll(day, &count)
  }

  private func hours(_ hours: Int, after received: Receipt, _ count: inout Count) -> Deadline.Due {
    let begin = received.moment ?? zone.start(of: received.day)
    if received.moment == nil {
      count.assumptions.append("No time of day is given: the hours run from the first minute of \(received.day).")
    }
    let end = Timestamp(milliseconds: begin.milliseconds + Int64(hours) * 3_600_000)
    count.days[0].why = "the hours run from \(zone.civil(begin).clock), day and night"
    count.days.append(
      DerivationDay(date: zone.day(end), counted: true, why: "hour \(hours) ends at \(zone.civil(end).clock)"))
    return .moment(end, offsetMinutes: zone.offset(at: end) / 60)
  }

  /// The next day, or the same, that is a working day; says why each day before it is not the last.
  private func roll(_ day: CivilDate, _ count: inout Count) throws(ClockError) -> CivilDate {
    var day = day
    let from = day
    while case let kind = try calendar.kind(of: day), !kind.isWorking {
      if day == from {
        count.days[count.days.count - 1].why += "; \(kind.reason), so it moves to the next working day"
      } else {
        count.skip(day, kind.reason)
      }
      count.assume(unconfirmed: kind, on: day)
      day = day.adding(days: 1)
    }
    if day != from { count.skip(day, "the next working day") }
    return day
  }

  /// The day as it is, with a word of warning where it is not a working day.
  private func stay(_ day: CivilDate, _ count: inout Count) -> CivilDate {
    guard !regime.calendars.isEmpty, let kind = try? calendar.kind(of: day) else {
      if !regime.calendars.isEmpty {
        count.assumptions.append(
          "Whether \(day) is a working day is not known: the table of holidays lacks \(day.year).")
      }
      return day
    }
    if !kind.isWorking {
      count.assumptions.append("The last day, \(day.text), is not a working day (\(kind.reason)); it is not moved.")
    }
    return day
  }
}
