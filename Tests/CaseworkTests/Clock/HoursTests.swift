import Casework
import Moderation
import Testing

@Suite("Monitored hours and escalations")
struct HoursTests {
  private func hours(_ weekly: WeeklyHours = WeeklyHours(), holidays: HolidayTable? = nil) throws -> MonitoredHours {
    MonitoredHours(
      weekly, holidays: WorkingCalendar(["nz-public"], table: try holidays ?? .shipped()),
      zone: try ZoneDatabase.system.zone("Pacific/Auckland"))
  }

  /// A deadline for what is raised at a local time.
  private func due(
    _ level: EscalationClass, _ raised: String, _ weekly: WeeklyHours = WeeklyHours(), onCall: Bool = false,
    holidays: HolidayTable? = nil
  ) throws -> EscalationDeadline {
    let hours = try hours(weekly, holidays: holidays)
    let moment = try #require(try Receipt(parsing: raised, zone: hours.zone).moment)
    let within = try #require(CaseworkPolicy.standardAcknowledgement[level])
    return try EscalationDeadline(level, within: within, raised: moment, hours: hours, hasOnCall: onCall)
  }

  @Test(
    "S1 is one monitored hour, S2 the close of the same working day, S3 the close of the next",
    arguments: [
      // Thursday before Matariki (10 July 2026), in hours.
      ("2026-07-09T10:00", "2026-07-09T11:00", "2026-07-09T17:00", "2026-07-13T17:00"),
      // The hour runs over the close, the holiday and the weekend.
      ("2026-07-09T16:30", "2026-07-13T09:00", "2026-07-09T17:00", "2026-07-13T17:00"),
      ("2026-07-09T17:00", "2026-07-13T09:30", "2026-07-13T17:00", "2026-07-13T17:00"),
      ("2026-07-10T12:00", "2026-07-13T09:30", "2026-07-13T17:00", "2026-07-13T17:00"),
      ("2026-07-13T02:00", "2026-07-13T09:30", "2026-07-13T17:00", "2026-07-14T17:00"),
      ("2026-12-24T18:00", "2026-12-29T09:30", "2026-12-29T17:00", "2026-12-29T17:00"),
    ])
  func classes(_ raised: String, _ s1: String, _ s2: String, _ s3: String) throws {
    let zone = try ZoneDatabase.system.zone("Pacific/Auckland")
    for (level, expected) in [(EscalationClass.s1, s1), (.s2, s2), (.s3, s3)] {
      let deadline = try due(level, raised)
      #expect(String(zone.iso8601(deadline.due).prefix(16)) == expected, "\(level)")
      #expect(deadline.due > deadline.raised)
    }
  }

  @Test("Where somebody is on call, an S1 is due within the hour at any time")
  func onCall() throws {
    let night = try due(.s1, "2026-07-11T03:10", onCall: true)
    #expect(night.dueText == "2026-07-11T04:10:00+12:00")
    #expect(night.answeredBy == .onCall)
    #expect(
      night.derivation == [
        "raised Sat 11 July 2026, 03:10, outside monitored hours", "acknowledge by Sat 11 July 2026, 04:10 (S1)",
      ])
    let evening = try due(.s1, "2026-07-09T16:30", onCall: true)
    #expect(evening.dueText == "2026-07-09T17:30:00+12:00")
    #expect(evening.answeredBy == .team)
    #expect(
      evening.derivation == [
        "raised Thu 9 July 2026, 16:30, in monitored hours",
        "monitored hours end Thu 9 July 2026, 17:00; then it is for whoever is on call",
        "acknowledge by Thu 9 July 2026, 17:30 (S1)",
      ])
    #expect(!evening.isBreached(at: evening.due))
    #expect(evening.isBreached(at: Timestamp(milliseconds: evening.due.milliseconds + 1)))
  }

  @Test("The derivation says where the hour went")
  func derivation() throws {
    #expect(
      try due(.s1, "2026-07-09T16:30").derivation == [
        "raised Thu 9 July 2026, 16:30, in monitored hours", "30 minutes pass until Thu 9 July 2026, 17:00",
        "monitored again from Mon 13 July 2026, 08:30", "acknowledge by Mon 13 July 2026, 09:00 (S1)",
      ])
  }

  @Test("Hours of several stretches, of weekends and over midnight's daylight time are kept to")
  func shapes() throws {
    // 08:00-12:00 and 13:00-17:00, written the other way round; Saturdays 10:00-14:00.
    let weekly = WeeklyHours(days: Array(repeating: [780...1020, 480...720], count: 5) + [[600...840], []])
    #expect(try due(.s1, "2026-07-06T11:40", weekly).dueText == "2026-07-06T13:40:00+12:00")
    #expect(try due(.s2, "2026-07-11T09:00", weekly).dueText == "2026-07-11T14:00:00+12:00")
    #expect(try due(.s3, "2026-07-11T09:00", weekly).dueText == "2026-07-13T17:00:00+12:00")
    // Daylight time begins on 27 September at 02:00: the stretch from 01:30 to 03:30 is one hour.
    #expect(
      try due(.s1, "2026-09-27T01:00", WeeklyHours(days: Array(repeating: [], count: 6) + [[90...210]])).dueText
        == "2026-09-27T03:30:00+13:00")
    #expect(
      try due(.s2, "2026-07-11T09:00", WeeklyHours(days: Array(repeating: [0...1440], count: 7))).dueText
        == "2026-07-12T00:00:00+12:00")
  }

  @Test("What is raised later is never due earlier, and one more holiday never brings it forward")
  func properties() throws {
    let table = try HolidayTable.shipped()
    let more = table.amended(adding: [Holiday(name: "One-off", first: try Clocks.day("2026-07-14"))], in: ["nz-public"])
    let plain = try hours()
    let fewer = try hours(holidays: more)
    for (level, within) in CaseworkPolicy.standardAcknowledgement {
      var last = Timestamp(seconds: 0)
      for quarter in 0..<960 {
        let raised = Timestamp(seconds: 1_783_512_000 + Int64(quarter) * 900)
        let deadline = try EscalationDeadline(level, within: within, raised: raised, hours: plain, hasOnCall: false)
        #expect(deadline.due >= last)
        #expect(deadline.due >= raised)
        let later = try EscalationDeadline(level, within: within, raised: raised, hours: fewer, hasOnCall: false)
        #expect(later.due >= deadline.due)
        last = deadline.due
      }
    }
  }

  @Test("Hours that never come are an error, not a search without end")
  func never() throws {
    let shut = Holiday(name: "Shut", first: try Clocks.day("2026-01-01"), last: try Clocks.day("2028-12-31"))
    let table = try HolidayTable.shipped().amended(adding: [shut], in: ["nz-public"])
    #expect(throws: ClockError.neverMonitored) { try due(.s1, "2026-07-09T16:30", holidays: table) }
    #expect(throws: ClockError.neverMonitored) { try due(.s3, "2026-07-09T16:30", WeeklyHours(days: [])) }
  }

  @Test("Hours that do not observe holidays are watched on them, and a policy's own times are kept to")
  func otherPolicies() throws {
    #expect(
      try due(.s2, "2026-07-10T12:00", WeeklyHours(observesHolidays: false)).dueText == "2026-07-10T17:00:00+12:00")
    let raised = try #require(try Receipt(parsing: "2026-07-09T15:00", zone: hours().zone).moment)
    let four = try EscalationDeadline(.s2, within: .workingHours(4), raised: raised, hours: hours(), hasOnCall: true)
    #expect(four.dueText == "2026-07-13T10:30:00+12:00")
    #expect(four.answeredBy == .team)
  }
}
