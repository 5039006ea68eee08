import Casework
import Moderation
import Testing

@Suite("When it came in")
struct ReceiptTests {
  @Test(
    "A moment is taken to the regime's zone; a time without an offset is the clock on the wall there, or in the zone that is said",
    arguments: [
      ("2026-11-27", nil, "2026-11-27"), ("2026-11-27T23:59", nil, "2026-11-27"),
      ("2026-11-27 00:00:00", nil, "2026-11-27"),
      ("2026-11-27T10:59:59.999Z", nil, "2026-11-27"), ("2026-11-27T11:00Z", nil, "2026-11-28"),
      ("2026-11-27T11:00+00:00", nil, "2026-11-28"), ("2026-11-27T12:00-0500", nil, "2026-11-28"),
      ("2026-11-27T00:30+13", nil, "2026-11-27"), ("2026-11-27T10:59", "UTC", "2026-11-27"),
      ("2026-11-27T11:00", "UTC", "2026-11-28"), ("2026-11-27T06:00", "America/New_York", "2026-11-28"),
      ("2026-11-27T11:00Z", "America/New_York", "2026-11-28"), ("2026-11-27", "UTC", "2026-11-27"),
      ("2026-09-27T02:30", nil, "2026-09-27"),
    ] as [(String, String?, String)])
  func day(_ text: String, _ stated: String?, _ day: String) throws {
    let zone = try ZoneDatabase.system.zone("Pacific/Auckland")
    let other = try stated.map { try ZoneDatabase.system.zone($0) }
    #expect(try Receipt(parsing: text, stated: other, zone: zone).day.description == day)
  }

  @Test(
    "What is not a time is refused",
    arguments: [
      "", "yesterday", "2026-13-01", "2026-02-30", "27/11/2026", "2026-11-27T", "2026-11-27T24:00", "2026-11-27T16",
      "2026-11-27T16:60", "2026-11-27T16:40+19:00", "2026-11-27T16:40 NZDT", "2026-11-27T16:40Zx", "2026-11-27T1６:40",
      "2026-11-27T16:40:05.", "-2026-11-27", "2026-11-27T16:40+1", String(repeating: "2026-11-27", count: 100),
    ])
  func refused(_ text: String) {
    #expect(throws: ClockError.unreadableTime(text)) { try Receipt(parsing: text, zone: .utc) }
  }

  @Test("Years that nobody counts are refused")
  func outOfRange() throws {
    #expect(throws: ClockError.self) { try Receipt(parsing: "1899-12-31", zone: .utc) }
    #expect(throws: ClockError.self) { try Receipt(parsing: "9999-12-31T23:00Z", zone: .utc) }
    #expect(try Clocks.deadline("au-wa-foi", "9900-12-31").due.iso8601 == "9901-02-14")
  }

  @Test("What had to be taken for granted is said")
  func assumptions() throws {
    let zone = try ZoneDatabase.system.zone("Pacific/Auckland")
    #expect(
      try Receipt(parsing: "2026-11-27", stated: .utc, zone: zone).assumptions == [
        "2026-11-27 in UTC is 2026-11-27 and 2026-11-28 in Pacific/Auckland; without a time of day the earlier is taken."
      ])
    #expect(
      try Receipt(parsing: "2026-04-05T02:30", zone: zone).assumptions == [
        "The clock showed 2026-04-05T02:30 twice that day; the first time is taken."
      ])
    #expect(try Receipt(parsing: "2026-11-27", stated: ZoneDatabase.system.zone("NZ"), zone: zone).assumptions == [])
  }
}
