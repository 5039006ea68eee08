import Casework
import Moderation
import Testing

/// Clocks with the shipped holidays, and short ways to ask them.
enum Clocks {
  static func counter(_ regime: String, holidays: HolidayTable? = nil) throws -> DeadlineCounter {
    let regime = try Regime.named(regime)
    return DeadlineCounter(
      regime, holidays: try holidays ?? HolidayTable.shipped(), zone: try ZoneDatabase.system.zone(regime.zone))
  }

  static func deadline(
    _ regime: String, _ received: String, _ kind: ClockKind? = nil, extra: DeadlineCounter.Extra = .none,
    pauses: [Pause] = [], holidays: HolidayTable? = nil
  ) throws -> Deadline {
    let counter = try counter(regime, holidays: holidays)
    return try counter.deadline(
      kind ?? counter.regime.mainClock, received: Receipt(parsing: received, zone: counter.zone), extra: extra,
      pauses: pauses)
  }

  static func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  static func pause(_ first: String, _ last: String) throws -> Pause {
    Pause(first: try day(first), last: try day(last), reason: "fees notice")
  }
}
