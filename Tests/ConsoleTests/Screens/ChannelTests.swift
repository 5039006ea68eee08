import Casework
import Desk
import Moderation
import Terminal
import Testing

@testable import Console

@Suite("Channels on the screen")
struct ChannelTests {
  @Test("An active channel that nobody has seen to for three days is said to be unmonitored; before that it is not")
  func silence() throws {
    let room = try CaseRoom()
    room.pass(hours: 71)
    var console = room.console()
    try console.press(script: "6")
    #expect(!console.shows("unmonitored"))
    room.pass(hours: 1)
    try console.press(script: "<C-l>")
    #expect(console.shows("▶‼ waka · active · 4 open · unmonitored: nothing came in"))
    try room.open(1, "INFO-REQ")
    try console.press(script: "<C-l>")
    #expect(!console.shows("unmonitored"))
  }

  @Test("What the policy's check says is missing stands with the channel")
  func lacks() throws {
    var console = try CaseRoom().console(TerminalSize(columns: 140, rows: 40))
    try console.press(script: "6")
    #expect(console.shows("! it lacks an objective; add objective = \"…\""))
    #expect(console.shows("notice      – no collection notice on record"))
  }

  @Test("A channel that is not in the register, one that is dormant with comments, one whose review is over")
  func alarms() throws {
    let today = try #require(CivilDate(year: 2026, month: 7, day: 8))
    let now = CaseRoom.monday
    let figures = ChannelFigures(channel: "x", open: 3, all: 9, lastArrival: now)
    #expect(
      ChannelStanding(id: "x", channel: nil, figures: figures).alarms(now: now, today: today).first?
        .hasPrefix("‼ not in the register") == true)
    var channel = Channel(id: "x", title: "X", owner: "a", state: .dormant, reviewBy: today.adding(days: -1))
    #expect(
      ChannelStanding(id: "x", channel: channel, figures: figures).alarms(now: now, today: today) == [
        "! dormant, and 3 wait on it", "! review was due Tue 7 July 2026",
      ])
    channel.state = .closed
    #expect(
      ChannelStanding(id: "x", channel: channel, figures: ChannelFigures(channel: "x")).alarms(now: now, today: today)
        .isEmpty)
  }

  @Test("The register is exported as it is shown")
  func export() throws {
    let room = try CaseRoom()
    var console = room.console()
    try console.press(script: "6C")
    let text = try #require(room.written.last?.text)
    #expect(text.hasPrefix("channel,state,owner,deputies,open,"))
    #expect(text.contains("waka,active,a.kereru,b.weka,4,2026-07-06T09:00:00"))
  }
}
