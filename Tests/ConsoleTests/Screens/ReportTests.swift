import Casework
import Desk
import Moderation
import Terminal
import Testing

@testable import Console

@Suite("Reports on the screen")
struct ReportTests {
  /// Four comments came in on Monday; one was decided at once, two by another person on Tuesday, one still waits on
  /// Wednesday.
  private func room() throws -> CaseRoom {
    let room = try CaseRoom()
    try room.open(1, "INFO-REQ")
    room.pass(hours: 24)
    try room.open(2, "COMPLAINT", by: "bweka")
    try room.open(3, "BREACH-REP", by: "bweka")
    room.pass(hours: 27)
    return room
  }

  private func report(_ room: CaseRoom, by user: String = "swhio") throws -> DeskReport {
    let last = try #require(CivilDate(year: 2026, month: 7, day: 8))
    return try room.desk.report(
      ReportQuery(first: last.adding(days: -3), last: last, isWeekly: false), for: UserName(user))
  }

  @Test("What waited at the end of each day, what came in, and how long the oldest had waited")
  func backlog() throws {
    let report = try report(room())
    #expect(report.arrived == [0, 4, 0, 0])
    #expect(report.backlog == [0, 3, 1, 1])
    // Monday nine to midnight; the last stretch ends now.
    #expect(report.oldestHours == [nil, 15, 39, 51])
  }

  @Test("Flags by label by the day of the comment, decisions by reason, times from when the desk had it")
  func counts() throws {
    let report = try report(room())
    #expect(report.flags.map(\.name) == ["complaint", "request"])
    #expect(report.flags.map(\.counts) == [[0, 2, 0, 0], [0, 1, 0, 0]])
    #expect(report.reasons.map(\.name) == ["BREACH-REP", "COMPLAINT", "INFO-REQ"])
    #expect(report.times.count == 3)
    #expect(report.times.median == 1440)
    #expect(report.timesByStretch.map(\.median) == [nil, 0, 1440, nil])
  }

  @Test("A supervisor sees everybody's row, others their own")
  func people() throws {
    let room = try room()
    #expect(try report(room).people.map(\.person) == ["b.weka", "a.kereru"])
    let own = try report(room, by: "akereru")
    #expect(own.people.map(\.person) == ["a.kereru"])
    #expect(!own.showsEverybody)
    var console = room.console(by: "bweka")
    try console.press(script: "5jjjjj")
    #expect(console.shows("b.weka"))
    #expect(!console.shows("a.kereru "))
  }

  @Test("Exposure counts decisions about comments with a high flag")
  func exposure() throws {
    let rows = try report(room()).people
    #expect(rows.map(\.hard) == [1, 0])
  }

  @Test("What is taken back is not a decision any more, and is counted beside the person")
  func takenBack() throws {
    let room = try CaseRoom()
    let item = try #require(try room.item(4))
    try room.desk.commit(
      [Decision(item: item, revision: 1, verb: .leave, reasons: [ReasonCode("NOTHING")])], by: UserName("akereru"))
    try room.desk.undo(by: UserName("akereru"))
    room.pass(hours: 51)
    let report = try report(room)
    #expect(report.reasons.isEmpty)
    #expect(report.people.map(\.takenBack) == [1])
    #expect(report.backlog == [0, 4, 4, 4])
  }

  @Test("A range is chosen by keys and read once")
  func range() throws {
    var console = try room().console()
    try console.press(script: "5")
    #expect(console.shows("the last 30 days"))
    try console.press(script: "]")
    #expect(console.shows("the last 13 weeks"))
    try console.press(script: "[[")
    #expect(console.shows("the last 7 days"))
    #expect(console.foot == " ✓ The last 7 days.")
  }

  @Test("Without UTF-8 charts keep to ASCII")
  func ascii() throws {
    var console = try room().console(TerminalSize(columns: 140, rows: 40), isASCII: true)
    try console.press(script: "5j")
    #expect(console.shows("#"))
    #expect(!console.screen.joined().contains { "▁▂▃▄▅▆▇█".contains($0) })
  }

  @Test("Export writes the numbers of the chart that is shown, and says where")
  func export() throws {
    let room = try room()
    var console = room.console()
    try console.press(script: "5[jC")
    #expect(console.foot == " ✓ Written to /home/a/report-backlog-2026-07-02-2026-07-08.csv.")
    #expect(
      room.written.last?.text == """
        from,came in,waiting
        2026-07-02,0,0
        2026-07-03,0,0
        2026-07-04,0,0
        2026-07-05,0,0
        2026-07-06,4,3
        2026-07-07,0,1
        2026-07-08,0,1

        """)
  }

  @Test("A cell that a spreadsheet would take for a formula is text, and what holds a comma is quoted")
  func cells() {
    let chart = ReportChart(
      kind: .people, headline: "", header: ["a", "b"], rows: [["=SUM(A1)", "x,y"], ["-", "say \"hi\""]])
    #expect(chart.csv == "a,b\n'=SUM(A1),\"x,y\"\n'-,\"say \"\"hi\"\"\"\n")
  }

  @Test("Bars: nought is nothing, the least that is not can be seen, neighbours are told as the greater of them")
  func bars() {
    #expect(Bars(isASCII: false).row([0, 1, 8, 4], width: 10) == " ▁█▄")
    #expect(Bars(isASCII: true).row([0, 1, 8, 4], width: 10) == "_.#=")
    #expect(Bars(isASCII: false).row([1, 8, 2, 3], width: 2) == "█▃")
    #expect(Bars(isASCII: false).columns([0, 1, 100, nil], width: 4, height: 2) == ["  █ ", " ▁█ "])
  }
}
