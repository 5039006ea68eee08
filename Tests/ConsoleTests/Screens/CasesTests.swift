import Casework
import Desk
import Moderation
import Terminal
import Testing

@testable import Console

@Suite("Cases and escalations on the screen")
struct CasesTests {
  /// A request, a complaint and a breach of Monday; it is Wednesday noon.
  private func room() throws -> CaseRoom {
    let room = try CaseRoom()
    try room.open(1, "INFO-REQ")
    try room.open(2, "COMPLAINT")
    try room.open(3, "BREACH-REP")
    room.pass(hours: 51)
    return room
  }

  @Test("A step asks only for what is missing, one thing after the other, and is in the ledger")
  func split() throws {
    let room = try room()
    var console = room.console()
    try console.press(script: "3GTsplit<Enter>what it cost<Enter>who signed<Enter>")
    #expect(console.shows("1. what it cost"))
    try console.press(script: "<Enter>")
    #expect(console.shows("▶1 Take this step."))
    #expect(console.shows("2 parts: what it cost | who signed"))
    try console.press(script: "<Enter>")
    #expect(console.foot == " ✓ C-2026-0001: split.")
    let detail = try #require(try room.desk.caseDetail("C-2026-0001", for: UserName("akereru")))
    #expect(detail.parts.map(\.words) == ["what it cost", "who signed"])
    #expect(try !room.desk.events(before: nil, limit: 99).flatMap(\.details).contains { $0.contains("what it cost") })
  }

  @Test("What is typed wrongly is said where it is typed, and so is what the rules refuse; nothing is lost")
  func refused() throws {
    let room = try room()
    var console = room.console()
    try console.press(script: "3GTextended<Enter>soon<Enter>")
    #expect(console.shows("! To"))
    try console.press(script: "<C-u>2027-01-01<Enter>1many files<Enter>today<Enter>2<Enter>")
    #expect(console.shows("extended"))
    #expect(console.foot.hasPrefix(" ! Not done:"), "\(console.screen.joined(separator: "\n"))")
    #expect(console.shows("to: 2027-01-01"))
    #expect(try room.desk.events(before: nil, limit: 1).first?.type == .refused)
  }

  @Test("A step is not taken over the head of somebody who was quicker")
  func overtaken() throws {
    let room = try room()
    var slow = room.console()
    try slow.press(script: "3GTacknowledged<Enter>")
    var quick = room.console(by: "ikaka")
    try quick.press(script: "3GTacknowledged<Enter><Enter>")
    #expect(quick.foot == " ✓ C-2026-0001: acknowledged.")
    try slow.press(script: "<Enter>")
    #expect(slow.foot.hasPrefix(" ! Not done:"))
    #expect(slow.foot.contains("i.kaka"))
    #expect(try room.desk.events(before: nil, limit: 1).first?.refusal == "case_overtaken")
  }

  @Test("An escalation that nobody acknowledged lapses while a console is open, and goes on to the next")
  func lapse() throws {
    let room = try CaseRoom()
    var console = room.console()
    try room.open(3, "BREACH-REP")
    room.pass(hours: 2)
    try console.press(script: "3<Tab>")
    #expect(try room.desk.escalation("E-2026-0001")?.escalation.state == .lapsed)
    try console.press(script: "<C-l>")
    #expect(console.shows("not acknowledged: 60 min overdue"))
  }

  @Test("A step that cannot be taken is in the list with why, and choosing it says so")
  func whyNot() throws {
    var console = try room().console()
    try console.press(script: "3jTnotified<Enter>")
    #expect(console.shows("(no: it was not found notifiable"))
    #expect(console.shows("! notified: it was not found notifiable; notifiable=yes comes first."))
  }

  @Test("What the role may not do is barred as well")
  func role() throws {
    var console = try room().console(by: "ctui")
    try console.press(script: "3GTtransferred")
    #expect(console.shows("transferred (no: your role may not take it)"))
  }

  @Test("One key away is how the due day was counted, day by day")
  func derivation() throws {
    var console = try room().console(TerminalSize(columns: 140, rows: 40))
    try console.press(script: "3Gy")
    #expect(console.shows("day 20 is Tue 4 August 2026; Fri 10 July is Matariki Observance Day and"))
    #expect(console.shows("day  7  Thu 16 July 2026"))
    #expect(console.shows("–    Fri 10 July 2026                  Matariki Observance Day"))
  }

  @Test("The strip of the weeks to come marks today, holidays, weekends and what is due")
  func strip() throws {
    let console = try pressed("3", TerminalSize(columns: 140, rows: 40))
    #expect(console.shows(" 6 Jul    6*1  7   [8]   9*1  10H  11-  12-  10 Matar"))
    #expect(console.shows(" 3 Aug    3    4*1  5    6    7    8-   9-"))
    #expect(console.shows("[ ] today  *2 due  H holiday  - weekend"))
  }

  private func pressed(_ keys: String, _ size: TerminalSize = TerminalSize(columns: 80, rows: 24)) throws
    -> ScriptedConsole
  {
    var console = try room().console(size)
    try console.press(script: keys)
    return console
  }

  @Test(
    "Kinds are turned through by one key; a filter narrows by kind, statute and lateness, and says what it cannot read")
  func filters() throws {
    var console = try room().console()
    try console.press(script: "3]")
    #expect(console.shows("1 case · open · only information request"))
    #expect(console.foot == " ✓ Shown: open · only information request.")
    try console.press(script: "f<C-u>is:overdue<Enter>")
    #expect(console.shows("1 case · open, overdue · ‼ 1 overdue"))
    try console.press(script: "f<C-u>regime:nz-oia<Enter>")
    #expect(console.shows("1 case · open · nz-oia"))
    try console.press(script: "f<C-u>kind:complaint<Enter>")
    #expect(console.shows("C-2026-0002 complaint"))
    try console.press(script: "f<C-u>kind:cat<Enter>")
    #expect(console.foot.hasPrefix(" ! There is no such kind; write information_request"))
    try console.press(script: "f<C-u>kind:appeal<Enter>")
    #expect(console.shows("No case passes “kind:appeal”. f changes that."))
  }

  @Test("One key goes to the comment, and one goes back")
  func comment() throws {
    var console = try room().console()
    try console.press(script: "3l")
    #expect(console.shows("[9 All]"))
    #expect(console.shows("Your people were rude to my mum at the counter"))
    try console.press(script: "U")
    #expect(console.shows("[3 Cases]"))
  }

  @Test("Whoever an escalation went to acknowledges it, says what is next and resolves it; its breach stays visible")
  func escalation() throws {
    let room = try room()
    var stranger = room.console(by: "bweka")
    try stranger.press(script: "3<Tab>T1<Enter>")
    #expect(stranger.foot.hasPrefix(" ! Not done: it went to executive"), "\(stranger.foot)")
    var console = room.console(by: "swhio")
    try console.press(script: "3<Tab>T3")
    #expect(console.shows("! say what is done next: it has not been acknowledged"))
    try console.press(script: "<Esc>T1ringing them<Enter>")
    #expect(console.foot == " ✓ E-2026-0002: acknowledged.")
    #expect(console.shows("acknowledged by s.whio, late"))
    try console.press(script: "Tsay<Enter><Enter>")
    #expect(console.shows("! Say what is done next."))
    try console.press(script: "call the courier<Enter>")
    #expect(console.foot == " ✓ E-2026-0002: next steps noted.")
    try console.press(script: "Tresolve<Enter>the letter is back<Enter>")
    #expect(console.foot == " ✓ E-2026-0002: resolved.")
    try console.press(script: "OG")
    #expect(try room.desk.escalation("E-2026-0002")?.escalation.isBreached == true)
  }

  @Test("A playbook is walked as a checklist: done by one key, left out with a reason, the next step under the cursor")
  func checklist() throws {
    let room = try room()
    var console = room.console()
    try console.press(script: "3jL1")
    #expect(console.shows(" 1 [x] Get the letter back · done by a.kereru"))
    #expect(console.shows("▶2 [ ] Tell the media team (may be left out)"))
    try console.press(script: "22it is the Queen's birthday<Enter>")
    #expect(console.shows(" 2 [-] Tell the media team (may be left out) · left out by a.kereru"))
    try console.press(script: "3")
    #expect(console.foot == " ✓ C-2026-0003: learn done.")
    let walk = try #require(try room.desk.playbook(of: "C-2026-0003"))
    #expect(walk.isFinished)
  }

  @Test("Where there is no case, the screen says how one comes about")
  func none() throws {
    var console = try CaseRoom().console()
    try console.press(script: "3")
    #expect(console.shows("No case is open. A comment that asks for information, complains or reports"))
    try console.press(script: "T")
    #expect(console.foot == " ! There is nothing under the cursor.")
    try console.press(script: "<Tab>")
    #expect(console.shows("Nothing waits to be acknowledged."))
  }

  @Test("In lines for a screen reader: the row in words, its page, the choices, no signs")
  func plain() throws {
    var console = try room().console(isPlain: true)
    try console.press(script: "3jT")
    #expect(console.transcript.contains("Cases, open: 3, 1 overdue."))
    #expect(console.transcript.contains { $0.hasPrefix("> 1: urgent: 2 working days overdue, C-2026-0002 complaint") })
    #expect(console.transcript.contains("C-2026-0003, which step?"))
    #expect(console.transcript.contains { $0.hasPrefix("7: notifiable, no: notifiable comes after") })
  }
}

extension ScriptedConsole {
  func shows(_ text: String) -> Bool { screen.contains { $0.contains(text) } }

  var foot: String { screen.last ?? "" }
}
