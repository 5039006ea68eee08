import Foundation
import Testing

@Suite("A moderator's shift, in a real terminal", .serialized)
struct TriageStoryTests {
  @Test("Comments are hidden, deleted, escalated, recorded and left up with a reason, taken back, and found in the log")
  func wholeStory() throws {
    let home = try Scratch()
    let session = try TerminalSession("open \(Program.sampleFeeds)", home: home.url)
    try session.wait(for: "356 open")
    try session.wait(for: "suggests")

    try session.type("h")
    try session.wait(for: "hide: why?")
    try session.type("spam")
    try session.wait(for: "filter: spam")
    try session.type("Enter")
    try session.wait(for: "Hidden · SPAM")

    try session.type("d")
    try session.wait(for: "delete: why?")
    try session.type("1")
    #expect(try session.screen().contains("delete: why?"), "a digit only points")
    try session.type("Enter")
    try session.wait(for: "Deleted ·")

    try session.type("e")
    try session.wait(for: "to: Duty manager")
    try session.type("Tab")
    try session.wait(for: "to: Channel owner")
    try session.type("1")
    try session.wait(for: "Escalated to Channel owner")

    try session.type("r", "1")
    try session.wait(for: "Recorded · RECORD")
    try session.type("a", "no-reply", "Enter")
    try session.wait(for: "Left up · NO-REPLY-NEEDED")
    try session.wait(for: "351 open")
    try session.type("u")
    try session.wait(for: "Taken back")
    try session.wait(for: "352 open")
    try session.type("2")
    try session.wait(for: "waiting for somebody else")
    try session.type("4")
    try session.wait(for: "the chain holds: 19 events")
    try session.type("q")
    try session.wait(for: "ended 0")

    let log = try Program.docket("log", "--json", home: home.url)
    #expect(log.status == 0)
    let events = try log.lines.map { line in
      try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    #expect(events.compactMap { $0["verb"] as? String } == ["hide", "delete", "escalate", "record", "leave"])
    #expect(
      events.compactMap { $0["type"] as? String } == [
        "desk_created", "policy_adopted", "imported", "accounted", "imported", "accounted", "imported", "accounted",
        "imported", "accounted", "imported", "accounted", "decided", "decided", "decided", "escalation_step", "decided",
        "decided", "undone",
      ])
    #expect(events.compactMap { $0["seq"] as? Int } == Array(1...19))
    for event in events where event["type"] as? String == "decided" {
      for key in [
        "at", "zone", "actor", "role", "authority", "item", "rev", "text_sha256", "before", "after", "policy", "prev",
        "hash",
      ] {
        #expect(event[key] != nil, "\(key)")
      }
      #expect((event["reasons"] as? [String])?.count == 1)
    }
    #expect(events[14]["escalated_to"] as? String == "channel_owner")
    #expect(events[18]["undo_of"] as? Int == 18)
    #expect(try Program.docket("verify", home: home.url).status == 0)
  }

  @Test("Flipping one byte of an event makes verify name that event")
  func flippedByteIsNamed() throws {
    let home = try Scratch()
    #expect(try Program.docket("import", Program.sampleFeeds, home: home.url).status == 0)
    let read = try Program.docket("read", Program.sampleFeeds + "/website.xml", home: home.url)
    let line = try #require(read.lines.first)
    let first = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    let id = try #require(first["id"] as? String)
    let decided = try Program.docket("decide", "hide", id, "--reason", "SUB-JUD", home: home.url)
    #expect(decided.status == 0, "\(decided.errors)")
    let sequence = try #require(decided.output.split(separator: "\t").first)
    let file = home.url.appending(path: ".local/state/docket/desk.sqlite")
    var bytes = try Data(contentsOf: file)
    // The only place where this code stands with its version is that event.
    let place = try #require(bytes.range(of: Data("SUB-JUD@1".utf8)))
    bytes[place.lowerBound] = UInt8(ascii: "R")
    try bytes.write(to: file)
    let verified = try Program.docket("verify", home: home.url)
    #expect(verified.status == 1)
    #expect(verified.lines.last == "seq \(sequence): edited")
  }

  @Test(
    "After kill -9 every decision that was acknowledged is in the ledger, the chain holds, and the next start works")
  func killedInTheMiddle() throws {
    let home = try Scratch()
    let session = try TerminalSession("open \(Program.sampleFeeds)", home: home.url)
    try session.wait(for: "356 open")
    try session.wait(for: "suggests")
    for _ in 0..<8 { try session.type("Enter") }
    // Somewhere in the run of decisions: whatever the screen has acknowledged by now must be there afterwards.
    let screen = try session.wait(
      until: { screen in Self.open(screen).map { $0 <= 352 } ?? false }, "the fourth decision")
    kill(try session.processID(), SIGKILL)
    try session.wait(for: "ended 137")
    let acknowledged = 356 - (try #require(Self.open(screen)))

    let verified = try Program.docket("verify", home: home.url)
    #expect(verified.status == 0, "\(verified.output)")
    let log = try Program.docket("log", "--json", home: home.url)
    let decided = Set(
      try log.lines.compactMap { line -> String? in
        let event = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        return event?["type"] as? String == "decided" ? event?["item"] as? String : nil
      })
    #expect(decided.count >= acknowledged)

    let again = try TerminalSession("", home: home.url)
    try again.wait(for: "\(356 - decided.count) open")
    try again.type("q")
    try again.wait(for: "ended 0")
  }

  private static func open(_ screen: String) -> Int? {
    let words = screen.split(whereSeparator: { $0 == " " || $0 == "\n" })
    return zip(words, words.dropFirst()).first { $1 == "open" }.flatMap { Int($0.0) }
  }

  @Test("The terminal is given back on quit and on SIGTERM, and a resize redraws", arguments: ["q", "TERM"])
  func terminalIsRestored(_ how: String) throws {
    let home = try Scratch()
    let session = try TerminalSession("open \(Program.sampleFeeds)", home: home.url, columns: 120, rows: 40)
    try session.wait(for: "suggests")
    try session.resize(columns: 80, rows: 24)
    try session.wait(
      until: { $0.split(separator: "\n").contains { $0.hasPrefix("└") && $0.count == 80 } }, "80 columns")
    try session.resize(columns: 30, rows: 8)
    try session.wait(for: "docket needs 40×10")
    try session.resize(columns: 140, rows: 40)
    try session.wait(for: "most urgent first")
    if how == "q" { try session.type("q") } else { kill(try session.processID(), SIGTERM) }
    let after = try session.wait(for: "ended \(how == "q" ? 0 : 143)")
    #expect(!after.contains("most urgent first"), "the alternate screen is left")
    try session.type("echo", "Enter")
    try session.wait(for: "echo")
  }
}
