import Foundation
import Testing

@Suite("Terminals of many kinds", .serialized)
struct TerminalVariantTests {
  @Test(
    "The console opens, decides, takes back and leaves on whatever TERM says",
    arguments: ["xterm", "xterm-256color", "xterm-direct", "tmux-256color", "linux", "vt100"])
  func variants(term: String) throws {
    let home = try Scratch()
    let feed = try home.write(
      "feed.jsonl",
      Data(#"{"id":"1","text":"my son has epilepsy"}"#.utf8 + Data([10]) + #"{"id":"2","text":"Kia ora"}"#.utf8))
    let session = try TerminalSession("open \(feed)", home: home.url, term: term)
    let screen = try session.wait(for: "suggests")
    #expect(screen.contains("docket"), "\(term)")
    #expect(screen.contains("HEALTH-3P"), "\(term)")
    try session.type("Enter")
    try session.wait(for: "takes it back")
    try session.type("u")
    try session.wait(for: "Taken back")
    try session.type("q")
    try session.wait(for: "ended 0")
  }

  @Test("A terminal that is not known is said to be so, and nothing is written to it")
  func unknown() throws {
    let home = try Scratch()
    let session = try TerminalSession("open \(Program.sampleFeeds)", home: home.url, term: "no-such-terminal")
    let screen = try session.wait(for: "ended 2")
    #expect(screen.contains("not known here"))
  }

  @Test("What is pasted into the list is no key, and what is pasted into a line is its text")
  func paste() throws {
    let home = try Scratch()
    let session = try TerminalSession("open \(Program.sampleFeeds)", home: home.url)
    try session.wait(for: "356 open")
    try session.paste("hhhdddeee\rqqq")
    let screen = try session.wait(for: "not taken for keys")
    #expect(screen.contains("356 open"))
    try session.type("f")
    try session.paste("label:spam")
    try session.type("Enter")
    try session.wait(for: "Only label:spam")
    try session.type("q")
    try session.wait(for: "ended 0")
  }
}
