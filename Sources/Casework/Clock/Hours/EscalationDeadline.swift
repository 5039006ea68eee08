import Moderation

/// By when an escalation must be acknowledged, and how that was worked out (DOMAIN § 5.5). As docket ships: S1 within one
/// monitored hour, and by whoever is on call outside those hours; S2 by the close of the same working day; S3 by the close
/// of the next.
///
/// A working day is one on which the channel is watched. What is raised after its close belongs to the next one.
public struct EscalationDeadline: Sendable, Equatable {
  public var level: EscalationClass
  public var raised: Timestamp
  public var due: Timestamp
  /// Seconds east of UTC at the due moment.
  public var offset: Int
  /// Who has to answer at first.
  public var answeredBy: Responder
  /// One line a step.
  public var derivation: [String]
  /// Digest of the table of holidays.
  public var holidaysVersion: String

  public enum Responder: String, Sendable { case team, onCall = "on call" }

  /// ISO 8601 with the zone's offset.
  public var dueText: String { due.iso8601(offsetMinutes: offset / 60) }

  public func isBreached(at now: Timestamp) -> Bool { now > due }

  /// `within` is the policy's time for the class. `hasOnCall`: whether the roster has somebody outside the watched hours;
  /// an S1 then runs on the clock, day and night. Where it has nobody, the hours stand still until the channel is watched
  /// again.
  public init(
    _ level: EscalationClass, within time: AcknowledgementTime, raised: Timestamp, hours: MonitoredHours,
    hasOnCall: Bool
  ) throws(ClockError) {
    self.level = level
    self.raised = raised
    holidaysVersion = hours.holidays.table.digest
    let isWatched = try hours.isMonitored(raised)
    let zone = hours.zone
    let day = zone.day(raised)
    answeredBy = level == .s1 && hasOnCall && !isWatched ? .onCall : .team
    var steps = ["raised \(Self.text(raised, zone)), \(isWatched ? "in" : "outside") monitored hours"]
    switch time {
    case .workingHours(let count) where level == .s1 && hasOnCall:
      due = Timestamp(milliseconds: raised.milliseconds + Int64(count) * 3_600_000)
      let close = try hours.stretches(on: day).first { $0.contains(raised) }?.upperBound
      if let close, close < due {
        steps.append("monitored hours end \(Self.text(close, zone)); then it is for whoever is on call")
      }
    case .workingHours(let count):
      due = try Self.after(hours: count, from: raised, hours, &steps)
    case .sameWorkingDay:
      var watched = try hours.watchedDay(onOrAfter: day)
      if let close = watched.stretches.last?.upperBound, close <= raised {
        watched = try hours.watchedDay(onOrAfter: watched.day.adding(days: 1))
      }
      due = watched.stretches.last?.upperBound ?? raised
      if watched.day != day { steps.append("the working day that it falls to is \(watched.day.text)") }
    case .nextWorkingDay:
      let watched = try hours.watchedDay(onOrAfter: day.adding(days: 1))
      due = watched.stretches.last?.upperBound ?? raised
      steps.append("the next working day is \(watched.day.text)")
    }
    offset = zone.offset(at: due)
    steps.append("acknowledge by \(Self.text(due, zone)) (\(level.rawValue))")
    derivation = steps
  }

  /// So many hours of watched time from a moment.
  private static func after(
    hours count: Int, from raised: Timestamp, _ hours: MonitoredHours, _ steps: inout [String]
  ) throws(ClockError) -> Timestamp {
    var left = Int64(count) * 3_600_000
    var day = hours.zone.day(raised)
    while true {
      let watched = try hours.watchedDay(onOrAfter: day)
      for stretch in watched.stretches where stretch.upperBound > raised {
        let from = max(stretch.lowerBound, raised)
        if from > raised { steps.append("monitored again from \(text(from, hours.zone))") }
        let here = stretch.upperBound.milliseconds - from.milliseconds
        if here >= left { return Timestamp(milliseconds: from.milliseconds + left) }
        left -= here
        steps.append("\(here / 60_000) minutes pass until \(text(stretch.upperBound, hours.zone))")
      }
      day = watched.day.adding(days: 1)
    }
  }

  /// `Fri 10 July 2026, 16:40`.
  private static func text(_ moment: Timestamp, _ zone: ZoneRules) -> String {
    zone.day(moment).text + ", " + zone.civil(moment).clock
  }
}
