/// A stretch of the calendar as it is written in a query, in the agency's zone: a month, a day or a minute.
public enum TimePoint: Sendable, Hashable {
  /// `2026-11`
  case month(year: Int, month: Int)
  /// `2026-11-05`
  case day(CivilDate)
  /// `2026-11-05T14:30`; seconds are not written.
  case minute(CivilTime)
  case today
  case yesterday
}

/// Which times a query asks for.
public enum TimeBound: Sendable, Hashable {
  /// `posted:2026-11-01..2026-11-05`, both ends included whole; nil is no end. A single day is a range of one.
  case within(TimePoint?, TimePoint?)
  /// `posted>2026-11-05`: from when that day is over.
  case after(TimePoint)
  /// `posted<2026-11-05`: until that day begins.
  case before(TimePoint)
}

/// What the time is where a query is asked: words like `today` and `age` mean nothing without.
public struct QueryClock: Sendable {
  public var now: Timestamp
  /// Civil time in the agency's zone.
  public var localTime: @Sendable (Timestamp) -> CivilTime

  public init(now: Timestamp, localTime: @escaping @Sendable (Timestamp) -> CivilTime = { $0.civil() }) {
    self.now = now
    self.localTime = localTime
  }

  /// When a civil time is. One that a change of the clocks leaves out is taken by the offset before the change.
  func moment(of time: CivilTime) -> Timestamp {
    let asUTC = time.timestamp()
    var moment = asUTC
    // The offset is not known before the moment is: two steps settle it on either side of a change.
    for _ in 0..<2 {
      let offset = localTime(moment).timestamp().milliseconds - moment.milliseconds
      moment = Timestamp(milliseconds: asUTC.milliseconds - offset)
    }
    return moment
  }

  fileprivate func midnight(of date: CivilDate) -> Timestamp {
    CivilTime(year: date.year, month: date.month, day: date.day).map(moment) ?? now
  }
}

extension TimePoint {
  /// When it begins and when it is over.
  func range(_ clock: QueryClock) -> Range<Timestamp> {
    switch self {
    case .month(let year, let month):
      guard let first = CivilDate(year: year, month: month, day: 1),
        let last = CivilDate(year: year, month: month, day: CivilTime.days(inMonth: month, of: year))
      else { return clock.now..<clock.now }
      return clock.midnight(of: first)..<clock.midnight(of: last.adding(days: 1))
    case .day(let date): return clock.midnight(of: date)..<clock.midnight(of: date.adding(days: 1))
    case .minute(let time):
      let start = clock.moment(of: time)
      return start..<Timestamp(milliseconds: start.milliseconds + 60_000)
    case .today: return TimePoint.day(CivilDate(clock.localTime(clock.now))).range(clock)
    case .yesterday: return TimePoint.day(CivilDate(clock.localTime(clock.now)).adding(days: -1)).range(clock)
    }
  }
}

extension TimeBound {
  /// The moments that it holds for.
  public func range(_ clock: QueryClock) -> Range<Timestamp> {
    let ends: (from: Timestamp?, to: Timestamp?) =
      switch self {
      case .within(let from, let to): (from?.range(clock).lowerBound, to?.range(clock).upperBound)
      case .after(let point): (point.range(clock).upperBound, nil)
      case .before(let point): (nil, point.range(clock).lowerBound)
      }
    let from = ends.from ?? Timestamp(milliseconds: .min)
    return from..<max(from, ends.to ?? Timestamp(milliseconds: .max))
  }
}

extension AgeBound {
  /// The moments at which something happened that is so old now. A second's fraction makes nothing younger.
  public func range(_ clock: QueryClock) -> Range<Timestamp> {
    let now = clock.now.milliseconds
    func ago(_ span: TimeSpan) -> Int64 { now - span.milliseconds }
    let ends: (from: Int64, to: Int64) =
      switch self {
      case .compared(.less, let span): (ago(span) + 1, .max)
      case .compared(.lessOrEqual, let span): (ago(span), .max)
      case .compared(.greater, let span): (.min, ago(span))
      case .compared(.greaterOrEqual, let span): (.min, ago(span) + 1)
      case .within(let youngest, let oldest): (ago(oldest), ago(youngest) + 1)
      }
    return Timestamp(milliseconds: ends.from)..<Timestamp(milliseconds: max(ends.from, ends.to))
  }
}

extension CivilDate {
  fileprivate func adding(days: Int64) -> CivilDate {
    guard let noon = CivilTime(year: year, month: month, day: day, hour: 12) else { return self }
    return CivilDate(Timestamp(milliseconds: noon.timestamp().milliseconds + days * 86_400_000).civil())
  }
}
