import Casework
import FoundationEssentials
import Moderation
import Testing

@Suite("Counting")
struct CountingTests {
  /// Every regime whose period is counted in days, and some receipts spread over the years of the table.
  private static let regimes = Regime.all.filter { $0.clocks[0].period.unit != nil }
  private static let receipts = (0..<35).map { CivilDate(dayNumber: 19_724 + $0 * 91) }

  @Test("No clock runs out before receipt, and later receipt is never due earlier", arguments: regimes.map(\.id))
  func monotone(_ id: String) throws {
    let counter = try Clocks.counter(id)
    for kind in counter.regime.kinds where try counter.regime.rule(kind).period.unit != nil {
      var last: CivilDate?
      for number in 20_700..<20_900 {
        let day = CivilDate(dayNumber: number)
        let due = try counter.deadline(kind, received: Receipt(day: day)).due.day
        #expect(due >= day)
        if let last { #expect(due >= last, "\(id) \(kind) \(day)") }
        last = due
      }
    }
  }

  @Test(
    "A day added to the table never makes a clock run out earlier, and one removed never later",
    arguments: regimes.map(\.id))
  func moreHolidays(_ id: String) throws {
    let table = try HolidayTable.shipped()
    let regime = try Regime.named(id)
    for (index, day) in Self.receipts.enumerated() {
      let before = try Clocks.deadline(id, day.description).due.day
      let extra = day.adding(days: 1 + index % 30)
      let more = table.amended(adding: [Holiday(name: "One-off", first: extra)], in: regime.calendars)
      #expect(try Clocks.deadline(id, day.description, holidays: more).due.day >= before)
      let less = table.amended(removing: (1...25).map { day.adding(days: $0) }, in: regime.calendars)
      #expect(try Clocks.deadline(id, day.description, holidays: less).due.day <= before)
    }
  }

  @Test("A pause adds exactly its working days", arguments: ["uk-foia", "us-foia", "ca-bc-foippa", "au-nsw-gipa"])
  func pauseOfWorkingDays(_ id: String) throws {
    let calendar = try Clocks.counter(id).calendar
    for (index, day) in Self.receipts.enumerated() {
      let pause = Pause(
        first: day.adding(days: 1 + index % 9), last: day.adding(days: 3 + index % 17), reason: "fees notice")
      guard pause.first <= pause.last else { continue }
      let before = try Clocks.deadline(id, day.description).due.day
      let after = try Clocks.deadline(id, day.description, pauses: [pause]).due.day
      let paused = try calendar.workingDays(from: pause.first.adding(days: -1), to: pause.last)
      #expect(try calendar.workingDays(from: before, to: after) == paused, "\(id) \(day) \(pause)")
    }
  }

  @Test("A pause adds exactly its days where days of the calendar are counted")
  func pauseOfCalendarDays() throws {
    // 30 days from 2 March 2026 end on 1 April, and 8 more on 9 April; neither is rolled.
    #expect(try Clocks.deadline("au-cth-foi", "2026-03-02").due.iso8601 == "2026-04-01")
    let pause = try Clocks.pause("2026-03-05", "2026-03-12")
    #expect(try Clocks.deadline("au-cth-foi", "2026-03-02", pauses: [pause]).due.iso8601 == "2026-04-09")
    // One month from 3 September is 3 October, a Saturday; with four days of pause 7 October.
    let waiting = try Clocks.pause("2026-09-10", "2026-09-13")
    #expect(try Clocks.deadline("uk-gdpr", "2026-09-03", pauses: [waiting]).due.iso8601 == "2026-10-07")
  }

  @Test("A new table counts anew, and what was kept of a closed case stays as it was")
  func keptDerivation() throws {
    let kept = try Clocks.deadline("nz-oia", "2026-06-25")
    let stored = Data(kept.json.utf8)
    let table = try HolidayTable.shipped().amended(
      adding: [Holiday(name: "Day of mourning", first: try Clocks.day("2026-07-20"))], in: ["nz-oia"])
    let anew = try Clocks.deadline("nz-oia", "2026-06-25", holidays: table)
    #expect(anew.due.iso8601 == "2026-07-27")
    #expect(anew.holidaysVersion != kept.holidaysVersion)
    let read = try JSONDecoder().decode(Deadline.self, from: stored)
    #expect(read == kept)
    #expect(read.due.iso8601 == "2026-07-24")
    #expect(try JSONDecoder().decode(Deadline.self, from: JSONEncoder().encode(anew)) == anew)
  }

  @Test(
    "Every regime answers for every clock that it has, with its zone and calendars", arguments: Regime.all.map(\.id))
  func everyRegime(_ id: String) throws {
    let counter = try Clocks.counter(id)
    #expect(!counter.regime.kinds.isEmpty)
    for kind in counter.regime.kinds {
      let deadline = try counter.deadline(kind, received: Receipt(parsing: "2026-09-09T10:00", zone: counter.zone))
      #expect(deadline.due.day > deadline.start || counter.regime.id == "nz-complaint")
      #expect(deadline.derivation.last?.date == deadline.due.day)
      #expect(deadline.sentence.contains(deadline.due.day.text))
    }
  }

  @Test(
    "Hours run day and night, over the change of daylight time too",
    arguments: [
      ("nz-hdca", ClockKind.passOn, "2026-11-27T16:40", "2026-11-29T16:40:00+13:00"),
      ("nz-hdca", .counterNotice, "2026-04-04T12:00", "2026-04-06T11:00:00+12:00"),
      ("nz-hdca", .takeDown, "2026-09-26T12:00", "2026-09-28T13:00:00+13:00"),
      ("nz-privacy-breach", .notify, "2026-12-24T17:05", "2026-12-27T17:05:00+13:00"),
      ("uk-gdpr-breach", .notify, "2026-07-01T23:30Z", "2026-07-05T00:30:00+01:00"),
      ("uk-gdpr-breach", .notify, "2026-07-01", "2026-07-04T00:00:00+01:00"),
    ])
  func hours(_ id: String, _ kind: ClockKind, _ received: String, _ due: String) throws {
    #expect(try Clocks.deadline(id, received, kind).due.iso8601 == due)
  }

  @Test("A clock that a regime lacks is refused with those that it has")
  func lacking() throws {
    #expect(
      throws: ClockError.noSuchClock(
        .acknowledge, regime: "nz-oia", available: [.response, .transfer, .extensionNotice],
        why: "it sets no time for acknowledging")
    ) { try Clocks.deadline("nz-oia", "2026-06-25", .acknowledge) }
    #expect(throws: ClockError.self) { try Clocks.deadline("gb-sct-foisa", "2026-06-25", .extensionNotice) }
    #expect(throws: ClockError.unknownRegime("nz-oai")) { try Regime.named("nz-oai") }
    #expect(try Regime.named("NZ-LGOIMA-Otago").id == "nz-lgoima-otago")
    #expect(
      ClockError.unknownRegime("nz-oai").message.hasPrefix(
        "there is no regime \"nz-oai\"; did you mean nz-oia? The regimes are nz-oia, nz-lgoima, nz-lgoima-northland, "))
  }

  @Test("A complaint is acknowledged the same working day")
  func sameWorkingDay() throws {
    #expect(try Clocks.deadline("nz-complaint", "2026-07-09").due.iso8601 == "2026-07-09")
    let matariki = try Clocks.deadline("nz-complaint", "2026-07-10")
    #expect(matariki.due.iso8601 == "2026-07-13")
    #expect(matariki.derivation.map(\.date.description) == ["2026-07-10", "2026-07-11", "2026-07-12", "2026-07-13"])
  }

  @Test("A time that is not checked against a text says so")
  func unchecked() throws {
    #expect(
      try Clocks.deadline("uk-eir", "2026-06-01", .review).assumptions.first
        == "The time of reg 11(4) is not checked against a text.")
    #expect(try Clocks.deadline("uk-foia", "2026-06-01").assumptions == [])
  }

  @Test("An unconfirmed day in the count is named as such")
  func unconfirmed() throws {
    let deadline = try Clocks.deadline("au-nsw-gipa", "2026-04-20")
    #expect(
      deadline.assumptions.first
        == "Anzac Day (additional), Mon 27 April 2026, is not confirmed; if it is a working day, the last day may be earlier."
    )
    let ontario = try Clocks.deadline("ca-on-fippa", "2026-06-01")
    #expect(
      ontario.assumptions.first == "The last day, Wed 1 July 2026, is not a working day (Canada Day); it is not moved.")
  }
}
