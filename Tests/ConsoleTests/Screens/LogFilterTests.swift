import Desk
import Moderation
import Terminal
import Testing

@testable import Console

@Suite("The log, narrowed and counted")
struct LogFilterTests {
  private func room() throws -> CaseRoom {
    let room = try CaseRoom()
    try room.open(1, "INFO-REQ")
    room.pass(hours: 48)
    try room.open(2, "COMPLAINT", by: "bweka")
    return room
  }

  @Test(
    "Each term narrows the log to what fits it",
    arguments: [
      ("person:b.weka", 2), ("verb:open_case", 2), ("type:case_step", 2), ("reason:COMPLAINT", 2),
      ("reason:INFO-REQ@1", 2),
      ("case:C-2026-0001", 1), ("since:2026-07-08", 2), ("until:2026-07-06 type:decided", 1),
      ("channel:waka type:decided", 2), ("role:owner type:decided person:a.kereru", 1), ("is:reversal", 0),
      ("item:zz", 0),
    ])
  func terms(_ text: String, _ count: Int) throws {
    var console = try room().console(TerminalSize(columns: 140, rows: 40))
    try console.press(script: "4f\(text)<Enter>")
    let rows = console.screen.filter { $0.contains(" 09:00 ") && !$0.hasPrefix("┌") }
    #expect(rows.count == count, "\(console.screen.joined(separator: "\n"))")
    #expect(console.shows("✓ the chain holds"))
    #expect(console.foot.hasPrefix(" ✓ Only "))
  }

  @Test("What cannot be read is said, and nothing changes")
  func problems() throws {
    var console = try room().console(TerminalSize(columns: 140, rows: 40))
    try console.press(script: "4fverb:eat<Enter>")
    #expect(console.foot.hasPrefix(" ! There is no such verb; write leave, hide"))
    try console.press(script: "fcats<Enter>")
    #expect(console.foot.hasPrefix(" ! Write terms with a colon: person:"))
    #expect(console.shows("newest first ─"))
  }

  @Test("A value with a blank is written in quotation marks and read back the same")
  func quoted() throws {
    let today = CivilDate(CaseRoom.localTime(CaseRoom.monday))
    let filter = try LogFilter.read("channel:\"Waka page\" is:reversal since:today", today: today).get()
    #expect(filter.channel == "Waka page")
    #expect(filter.since == today)
    #expect(try LogFilter.read(filter.text, today: today).get() == filter)
  }

  @Test("The sums are of what is shown; others' rows are a supervisor's to see")
  func sums() throws {
    let room = try room()
    var console = room.console(TerminalSize(columns: 140, rows: 40), by: "swhio")
    try console.press(script: "4<Tab>")
    #expect(console.shows("b.weka      1 100 %"))
    #expect(console.shows("a.kereru    1 100 %"))
    #expect(console.shows("to decision median 2 d, 90 % within 2 d, of 2"))
    var own = room.console(TerminalSize(columns: 140, rows: 40), by: "bweka")
    try own.press(script: "4<Tab>")
    #expect(!own.shows("a.kereru    1"))
    #expect(own.shows("Others' rows are for a supervisor."))
  }

  @Test("Export writes every event that passes, newest first, with the chain's hashes")
  func export() throws {
    let room = try room()
    var console = room.console()
    try console.press(script: "4ftype:decided<Enter>C")
    #expect(console.foot == " ✓ Written to /home/a/log-2026-07-08-filtered.csv.")
    let lines = try #require(room.written.last?.text).split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[1].contains("decided,b.weka,") && lines[2].contains("decided,a.kereru,"))
    let events = try room.desk.events(before: nil, limit: 99).filter { $0.type == .decided }
    #expect(zip(lines.dropFirst(), events).allSatisfy { $0.hasSuffix($1.hash) })
  }

  @Test("Nothing is written by looking: the ledger is as long afterwards")
  func readOnly() throws {
    let room = try room()
    let before = try room.desk.lastSequence()
    var console = room.console()
    try console.press(script: "4hdear<Enter>x<Tab>]fis:reversal<Enter>C")
    #expect(try room.desk.lastSequence() == before)
  }
}
