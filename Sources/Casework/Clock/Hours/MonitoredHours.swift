import Moderation

/// When somebody at the agency watches a channel: the policy's hours of the week, in the agency's zone, and which days
/// are holidays there.
public struct MonitoredHours: Sendable, Equatable {
  public var weekly: WeeklyHours
  /// Where the hours observe holidays, its days are not watched. That a day is a weekend is for the hours to say.
  public var holidays: WorkingCalendar
  public var zone: ZoneRules

  public init(_ weekly: WeeklyHours, holidays: WorkingCalendar, zone: ZoneRules) {
    self.weekly = weekly
    self.holidays = holidays
    self.zone = zone
  }

  /// The watched stretches of a day, as moments, in order; none on a holiday.
  public func stretches(on day: CivilDate) throws(ClockError) -> [Range<Timestamp>] {
    let index = day.weekday.rawValue - 1
    guard weekly.days.indices.contains(index), !weekly.days[index].isEmpty else { return [] }
    if weekly.observesHolidays, case .holiday = try holidays.kind(of: day) { return [] }
    return weekly.days[index].sorted { $0.lowerBound < $1.lowerBound }.compactMap { minutes in
      let from = moment(minutes.lowerBound, on: day)
      let to = moment(minutes.upperBound, on: day)
      // Daylight time may swallow a stretch whole.
      return from < to ? from..<to : nil
    }
  }

  public func isMonitored(_ moment: Timestamp) throws(ClockError) -> Bool {
    try stretches(on: zone.day(moment)).contains { $0.contains(moment) }
  }

  /// The first watched day on or after a day; the search ends after a year.
  func watchedDay(onOrAfter day: CivilDate) throws(ClockError) -> (day: CivilDate, stretches: [Range<Timestamp>]) {
    for ahead in 0...366 {
      let candidate = day.adding(days: ahead)
      let stretches = try stretches(on: candidate)
      if !stretches.isEmpty { return (candidate, stretches) }
    }
    throw .neverMonitored
  }

  private func moment(_ minute: Int, on day: CivilDate) -> Timestamp {
    guard minute < 1440 else { return zone.start(of: day.adding(days: 1)) }
    guard
      let time = CivilTime(year: day.year, month: day.month, day: day.day, hour: minute / 60, minute: minute % 60),
      let moment = zone.moments(of: time).first
    else { return zone.start(of: day) }
    return moment
  }
}
