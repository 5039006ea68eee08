import Desk
import Moderation
import Terminal
import Testing

@testable import Console

@Suite("In lines, for a screen reader")
struct PlainTests {
  private func room() throws -> DeskRoom {
    try DeskRoom([
      ("My wife has asthma", [.health]), ("what a lot, muppets all", [.insult]), ("Kia ora koutou", []),
    ])
  }

  private func transcript(_ room: DeskRoom, _ script: String) throws -> [String] {
    var console = room.console(isPlain: true)
    let before = console.transcript.count
    try console.press(script: script)
    return Array(console.transcript[before...])
  }

  @Test(
    "The first lines say which list it is, how much waits, the comment and what is suggested; one stands on the row")
  func first() throws {
    let console = try room().console(isPlain: true)
    #expect(
      console.transcript == [
        "Queue, most urgent first.", "3 open, 1 urgent, oldest 25 h.", "\(alias(console)), waka:", "My wife has asthma",
        "health 0.97 Health of another person: \"My wife\"", "suggests hide, HEALTH-3P", "Enter accept",
        "history: none",
        "thread: this comment alone", "> 1: health, high, 25 h old: My wife has asthma",
      ])
  }

  private func alias(_ console: ScriptedConsole) -> String {
    console.transcript.first { $0.hasSuffix(", waka:") }.map { String($0.dropLast(7)) } ?? ""
  }

  @Test("The whole story: hide with a reason, delete, escalate, record nothing, leave, undo, log, quit")
  func story() throws {
    let room = try room()
    let lines = try transcript(room, "h1d3<Enter>a1u4q")
    for expected in [
      "hide: why?", "1: HEALTH-3P, Someone else's health", "> 1: HEALTH-3P, Someone else's health (1 of 4)",
      "Hidden, HEALTH-3P, u takes it back", "Deleted, SPAM, u takes it back", "Left up, NOTHING, u takes it back",
      "Taken back: the comment is open again.", "> 3: no flag, 25 h old: Kia ora koutou",
    ] {
      #expect(lines.contains(expected), "\(expected) in\n\(lines.joined(separator: "\n"))")
    }
    #expect(lines.contains { $0.hasPrefix("Log, newest first. done: the chain holds:") })
    #expect(try room.desk.events(before: nil, limit: 20).compactMap(\.verb).count == 3)
  }

  @Test("No frames, no signs that a voice stumbles over, nothing masked read out")
  func noSigns() throws {
    let lines = try transcript(room(), "j?<Esc>m<Esc>hx<Esc><Esc>f<Esc>F<Esc>y<Esc>p<Esc>4")
    let text = lines.joined(separator: "\n")
    for sign in "┌┐└┘│─▶▒⏎‼✓✗…" { #expect(!text.contains(sign), "\(sign)") }
    #expect(!text.contains("muppets"))
    #expect(text.contains("what a lot, [masked] all"))
  }

  @Test("Nothing is said when nothing to be told has changed, and ^L says everything again")
  func quiet() throws {
    var console = try room().console(isPlain: true)
    let before = console.transcript
    console.press(.up)
    #expect(console.transcript == before)
    console.press(.control("l"))
    #expect(Array(console.transcript[before.count...]) == before)
  }

  @Test("What is being typed is one line that grows")
  func typing() throws {
    let lines = try transcript(room(), "/kia")
    #expect(lines.first == "Search, as you type.")
    #expect(lines.last == "> search: kia")
    #expect(lines.count { $0.hasPrefix("> search:") } == 1)
  }

  @Test("A mark is said on the row")
  func mark() throws {
    let lines = try transcript(room(), "<Space>k")
    #expect(lines.last == "> 1: marked, health, high, 25 h old: My wife has asthma")
  }
}
