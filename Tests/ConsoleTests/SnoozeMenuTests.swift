import Moderation
import Testing

@testable import Console

@Suite("Until when to snooze")
struct SnoozeMenuTests {
  @Test(
    "Tomorrow and Monday are the next ones, across months, years and a Monday itself",
    arguments: [
      ("2026-07-10 Friday", CivilTime(year: 2026, month: 7, day: 10, hour: 14), "2026-07-11", "2026-07-13"),
      ("2026-07-12 Sunday", CivilTime(year: 2026, month: 7, day: 12, hour: 23, minute: 59), "2026-07-13", "2026-07-13"),
      ("2026-07-13 Monday", CivilTime(year: 2026, month: 7, day: 13, hour: 8), "2026-07-14", "2026-07-20"),
      ("2026-12-31 Thursday", CivilTime(year: 2026, month: 12, day: 31, hour: 0), "2027-01-01", "2027-01-04"),
      ("2028-02-28 Monday", CivilTime(year: 2028, month: 2, day: 28, hour: 9), "2028-02-29", "2028-03-06"),
    ])
  func days(_ name: String, _ time: CivilTime?, _ tomorrow: String, _ monday: String) throws {
    let now = try #require(time).timestamp()
    let menu = SnoozeMenu(now: now, localTime: { $0.civil() })
    #expect(menu.choices.map(\.title) == ["1 hour", "4 hours", "tomorrow", "Monday"])
    #expect(menu.choices[0].until.milliseconds - now.milliseconds == 3_600_000)
    #expect(menu.choices[1].until.milliseconds - now.milliseconds == 14_400_000)
    #expect(menu.choices[2].until.iso8601() == tomorrow + "T09:00:00Z")
    #expect(menu.choices[3].until.iso8601() == monday + "T09:00:00Z")
    #expect(menu.choices.allSatisfy { $0.until > now })
  }
}
