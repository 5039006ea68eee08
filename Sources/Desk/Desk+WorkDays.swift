import Casework
import Moderation

/// A day of a calendar as a strip shows it.
public struct WorkDay: Sendable, Equatable {
  public var date: CivilDate
  /// Why nothing is counted on it, where it is neither a weekend nor a working day: the holiday's name.
  public var holiday: String?
  /// Whether the table of holidays says something of the year.
  public var isKnown: Bool

  public init(date: CivilDate, holiday: String? = nil, isKnown: Bool = true) {
    self.date = date
    self.holiday = holiday
    self.isKnown = isKnown
  }
}

extension Desk {
  /// Days from the Monday of this week on, by the holidays that a statute counts with; for a statute that is unknown, or
  /// none, only weekends are known.
  ///
  /// - Parameter regime: as the clocks name it; empty for the policy's own.
  public func workDays(_ count: Int, regime: String) throws(DeskError) -> [WorkDay] {
    guard let bench else { throw .readOnly(path: path) }
    let today = bench.today()
    let monday = today.adding(days: 1 - today.weekday.rawValue)
    let name = regime.isEmpty ? bench.policy.casework.regime : regime
    let calendar = (try? Regime.named(name)).map {
      WorkingCalendar($0.calendars, table: bench.surroundings.holidays)
    }
    return (0..<max(0, count)).map { offset in
      let date = monday.adding(days: offset)
      guard let kind = try? calendar?.kind(of: date) else { return WorkDay(date: date, isKnown: false) }
      if case .holiday(let name, _) = kind { return WorkDay(date: date, holiday: name) }
      return WorkDay(date: date)
    }
  }
}
