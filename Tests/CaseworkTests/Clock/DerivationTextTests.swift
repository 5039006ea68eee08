import Casework
import Moderation
import Testing

@Suite("A derivation as people read it")
struct DerivationTextTests {
  @Test("Each counted day has its line, and what is left out says why")
  func lines() throws {
    #expect(
      try Clocks.deadline("nz-oia", "2026-06-25", .transfer, extra: .none).lines.joined(separator: "\n") == """
           –    Thu 25 June 2026                received: the day itself is not counted
        day  1  Fri 26 June 2026
           –    Sat 27 June – Sun 28 June 2026  weekend
        day  2  Mon 29 June 2026
        day  3  Tue 30 June 2026
        day  4  Wed 1 July 2026
        day  5  Thu 2 July 2026
        day  6  Fri 3 July 2026
           –    Sat 4 July – Sun 5 July 2026    weekend
        day  7  Mon 6 July 2026
        day  8  Tue 7 July 2026
        day  9  Wed 8 July 2026
        day 10  Thu 9 July 2026
        """)
  }

  @Test("Runs of days that are left out for one reason take one line; an extension is marked")
  func runs() throws {
    let over = try Clocks.deadline("nz-oia", "2026-12-11", .transfer)
    #expect(
      over.lines.suffix(4) == [
        "day  9  Thu 24 December 2026",
        "   –    Fri 25 December – Fri 15 January 2027   Summer period, 25 December to 15 January",
        "   –    Sat 16 January – Sun 17 January 2027    weekend", "day 10  Mon 18 January 2027",
      ])
  }

  @Test("One sentence says the last day and what was not counted, weekends left out")
  func sentences() throws {
    #expect(
      try Clocks.deadline("nz-oia", "2026-06-25").sentence
        == "day 20 is Fri 24 July 2026; Fri 10 July is Matariki Observance Day and not counted")
    #expect(
      try Clocks.deadline("nz-lgoima-auckland", "2026-12-18").sentence
        == "day 20 is Tue 9 February 2027; Sun 20 December to Sun 10 January are not counted: Summer period, 20 December to 10 "
        + "January; Mon 1 February is Auckland anniversary and not counted; Mon 8 February is Waitangi Day (following Monday) "
        + "and not counted")
    #expect(
      try Clocks.deadline("uk-gdpr", "2026-01-31").sentence
        == "due Mon 2 March 2026: 1 month on, the last day of a shorter month; Saturday, so it moves to the next working day"
    )
  }

  @Test("The JSON is one compact object with the contract's keys")
  func json() throws {
    #expect(
      try Clocks.deadline("uk-gdpr", "2026-02-27T23:30Z").json == #"""
        {"regime":"uk-gdpr","received":"2026-02-27T23:30Z","clock":"response","due":"2026-03-27","start":"2026-02-27",\#
        "derivation":[{"date":"2026-02-27","counted":false,"why":"received: the day itself is not counted"},\#
        {"date":"2026-03-27","counted":true,"why":"1 month on, the same day of the month"}],\#
        "assumptions":["Holidays are those of England and Wales; an agency elsewhere uses its own part's."],\#
        "holidays":"\#(try HolidayTable.shipped().digest)"}
        """#)
  }
}
