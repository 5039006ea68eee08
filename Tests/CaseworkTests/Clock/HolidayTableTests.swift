import FoundationEssentials
import Moderation
import Testing

@testable import Casework

@Suite("The table of holidays")
struct HolidayTableTests {
  @Test(
    "A line that is not understood is refused by its number, with what to write",
    arguments: [
      ("", "t.csv:1: no line names the columns; begin with calendars,date,until,name,status"),
      (
        "calendars,day,name",
        "t.csv:1: \"day\" is not a column, or is there twice; columns are calendars,date,until,name,status"
      ),
      ("calendars,date", "t.csv:1: the column name is missing; calendars, date and name must be there"),
      ("calendars,date,name\n", "t.csv:2: no day is listed"),
      (
        "calendars,date,name\nnz-oia,2026-07-10,Matariki,early",
        "t.csv:2: 4 fields where the columns are calendars,date,name; put a name with a comma in double quotes"
      ),
      (
        "calendars,date,name\nnz-oia,2026-07-10,\"Matariki",
        "t.csv:2: a double quote is not closed, or something follows it; write \"\" for a quote inside a name"
      ),
      (
        "# ours\ncalendars,date,name\n\nnz-oia,10/7/2026,Matariki",
        "t.csv:4: \"10/7/2026\" is not a day; write it as 2026-07-10"
      ),
      ("calendars,date,name\nnz-oia,2026-02-30,x", "t.csv:2: \"2026-02-30\" is not a day; write it as 2026-07-10"),
      (
        "calendars,date,name\nnz-oai,2026-07-10,Matariki",
        "t.csv:2: there is no calendar \"nz-oai\"; did you mean nz-oia?, or begin an own one with agency-"
      ),
      (
        "calendars,date,name\n,2026-07-10,x",
        "t.csv:2: no calendar; write one such as nz-oia, or several with spaces between"
      ),
      (
        "calendars,date,name\nnz-oia,2026-07-10,",
        "t.csv:2: the day has no name; people are told it when the day is not counted"
      ),
      (
        "calendars,date,until,name\nnz-oia,2026-12-25,2026-12-20,x",
        "t.csv:2: the period ends on 2026-12-20, before it begins on 2026-12-25"
      ),
      (
        "calendars,date,until,name\nnz-oia,2026-12-25,2027-01-15,x",
        "t.csv:2: a period ends with its year; split it after 2026-12-31"
      ),
      (
        "calendars,date,name,status\nnz-oia,2026-07-10,x,maybe",
        "t.csv:2: status \"maybe\" is not known; leave it empty or write unverified"
      ),
      (
        "calendars,date,name\nnz-oia,2026-07-10,Matariki\nuk-foia nz-oia,2026-07-10,Matariki",
        "t.csv:3: 2026-07-10 is in nz-oia already, by line 2"
      ),
    ])
  func refused(_ text: String, _ message: String) {
    do throws(HolidayProblem) {
      _ = try HolidayTable(csv: Array(text.utf8), source: "t.csv")
      Issue.record("accepted: \(text)")
    } catch {
      #expect(error.message == message)
    }
  }

  @Test("Bytes that are not UTF-8 and files that are not there are refused")
  func unreadable() {
    #expect(throws: HolidayProblem.notUTF8("t.csv")) { try HolidayTable(csv: [0x63, 0xFF], source: "t.csv") }
    #expect(throws: HolidayProblem.unreadable("/nowhere/h.csv", errno: 2)) {
      try HolidayTable.load(path: "/nowhere/h.csv")
    }
    #expect(throws: HolidayProblem.unreadable("/", errno: 21)) { try HolidayTable.load(path: "/") }
  }

  @Test("Quoted names, comments, a byte order mark, CRLF and columns in another order are read")
  func forms() throws {
    let text =
      "\u{FEFF}# ours\r\nname,calendars,date\r\n\"Day of \"\"M\"\", one-off\",nz-oia agency-desk,2026-03-05\r\n"
    let table = try HolidayTable(csv: Array(text.utf8), source: "t.csv")
    let day = try Clocks.day("2026-03-05")
    #expect(
      try WorkingCalendar(["nz-oia"], table: table).kind(of: day)
        == .holiday("Day of \"M\", one-off", isUnverified: false))
    #expect(try !WorkingCalendar(["agency-desk"], table: table).isWorking(day))
    #expect(table.calendars == ["agency-desk", "nz-oia"])
  }

  @Test("A year that a calendar has no day of is an error that says which years there are")
  func uncovered() throws {
    let table = try HolidayTable.shipped()
    do throws(ClockError) {
      _ = try WorkingCalendar(["uk-foia"], table: table).kind(of: CivilDate(dayNumber: 23_376))
      Issue.record("counted in 2034")
    } catch {
      #expect(
        error.message
          == "the holidays of uk-foia in 2034 are not known: the table (shipped) has 2024 to 2033. Give a table that has them "
          + "with --holidays FILE")
    }
  }

  @Test("The shipped table has the days that the Acts say, and every calendar of every regime")
  func shipped() throws {
    let table = try HolidayTable.shipped()
    #expect(table.digest.count == 64)
    for regime in Regime.all {
      for calendar in regime.calendars {
        #expect(table.covers(year: 2026, of: calendar), "\(calendar)")
        #expect(table.covers(year: 2033, of: calendar), "\(calendar)")
      }
    }
    for year in 2016...2052 {
      let name = table.entry(try Clocks.day("\(year)-02-06"), in: "nz-oia")?.name
      #expect(name == "Waitangi Day")
    }
  }

  @Test("An agency's table from a file takes the place of the shipped one and has its own version")
  func loaded() throws {
    let path = FileManager.default.temporaryDirectory.path + "/holidays-\(UUID().uuidString).csv"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data("calendars,date,name\nuk-foia,2026-06-03,Jubilee\n".utf8).write(to: URL(filePath: path))
    let table = try HolidayTable.load(path: path)
    #expect(table.source == path)
    #expect(table.digest == "1f8dc49ff5ae296115b53385bebc4e305ae75b33c71308321c2ca288d877f929")
    #expect(try Clocks.deadline("uk-foia", "2026-06-01", holidays: table).due.iso8601 == "2026-06-30")
  }

  @Test("Single days added and removed make another version, and leave the table before as it was")
  func amended() throws {
    let table = try HolidayTable.shipped()
    let mourning = Holiday(name: "Day of mourning", first: try Clocks.day("2026-06-30"))
    let changed = table.amended(adding: [mourning], removing: [try Clocks.day("2026-07-10")], in: ["nz-oia"])
    #expect(changed.digest != table.digest)
    #expect(changed.source == "shipped, amended")
    #expect(table.amended(in: ["nz-oia"]) == table)
    let calendar = WorkingCalendar(["nz-oia"], table: changed)
    #expect(try calendar.kind(of: try Clocks.day("2026-06-30")) == .holiday("Day of mourning", isUnverified: false))
    #expect(try calendar.isWorking(try Clocks.day("2026-07-10")))
    #expect(try !WorkingCalendar(["nz-oia"], table: table).isWorking(try Clocks.day("2026-07-10")))
  }
}
