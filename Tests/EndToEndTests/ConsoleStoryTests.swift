import Foundation
import Testing

@Suite("The console from outside", .serialized)
struct ConsoleStoryTests {
  @Test("The first steps are shown once, and can be left for good")
  func tour() throws {
    let home = try Scratch()
    let first = try TerminalSession("open \(Program.sampleFeeds)", home: home.url, isFirstRun: true)
    try first.wait(for: "1 of 4")
    try first.type("j")
    try first.wait(for: "2 of 4")
    try first.type("Escape")
    try first.wait(for: "suggests")
    try first.type("q")
    try first.wait(for: "ended 0")
    let second = try TerminalSession("", home: home.url, isFirstRun: true)
    let screen = try second.wait(for: "suggests")
    #expect(!screen.contains("1 of 4"))
    try second.type("q")
    try second.wait(for: "ended 0")
  }

  @Test("A script presses keys without a terminal, decides for real, and prints the screen")
  func script() throws {
    let home = try Scratch()
    let run = try Program.docket(
      "open", Program.sampleFeeds, "--script", "hspam<Enter>jj", "--dump-screen", "--size", "100x30", home: home.url)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.lines.count == 30)
    #expect(run.output.contains("✓ hidden"))
    #expect(run.output.contains("355 open"))
    let again = try Program.docket("open", "--script", "u", "--dump-screen", home: home.url)
    #expect(again.lines.last == " ✓ Taken back: the comment is open again.")
  }

  @Test("The same script at the same time gives the same screen")
  func deterministic() throws {
    let home = try Scratch()
    _ = try Program.docket("import", Program.sampleFeeds, home: home.url)
    let runs = try (0..<2).map { _ in
      try Program.docket(
        "open", "--script", "jjjz", "--dump-screen", "--at", "2026-11-30T09:00", home: home.url
      ).output
    }
    #expect(runs[0] == runs[1])
    let wrong = try Program.docket("open", "--script", "<Entr>", home: home.url)
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("<Entr> is no key"))
  }

  @Test("From which severity words are masked is a person's setting; a wrong one is named with its line")
  func careFile() throws {
    let home = try Scratch()
    let folder = home.url.appending(path: ".config/docket")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: "console.toml")
    let feed = try home.write("feed.jsonl", Data(#"{"id":"1","text":"you useless wankers, all of you"}"#.utf8))
    let screen = { try Program.docket("open", feed, "--script", "g", "--dump-screen", home: home.url) }
    #expect(try screen().output.contains("▒▒▒"))
    try Data("[care]\nmask = \"never\"\n".utf8).write(to: file)
    #expect(try screen().output.contains("useless wankers"))
    try Data("[care]\nmask = \"none\"\n".utf8).write(to: file)
    #expect(try screen().errors.contains("console.toml:2: mask is low, medium, high, critical or never"))
  }

  @Test("A person's keys are read from keys.toml, and a clash is named with both lines")
  func keyFile() throws {
    let home = try Scratch()
    let folder = home.url.appending(path: ".config/docket")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: "keys.toml")
    try Data("[keys]\n\"m x\" = \"mark-range\"  # mine\nb = 'hide'\n".utf8).write(to: file)
    let listed = try Program.docket("bindings", home: home.url)
    #expect(listed.lines.contains("\"m x\" = \"mark-range\""))
    #expect(try Program.docket("bindings", "--markdown", home: home.url).output.contains("`b` `h` hide"))
    try Data("[keys]\nm = \"mark\"\n\"m x\" = \"mark-range\"\nb = \n".utf8).write(to: file)
    let wrong = try Program.docket("bindings", home: home.url)
    #expect(wrong.status == 1)
    #expect(wrong.errors.contains("keys.toml:4: write \"m x\" = \"mark-range\""))
    try Data("[keys]\nm = \"mark\"\n\"m x\" = \"mark-range\"\n".utf8).write(to: file)
    #expect(
      try Program.docket("bindings", home: home.url).errors.contains(
        "keys.toml:3: “m x” (mark-range) clashes with line 2, “m” (mark)"))
  }
}

@Suite("A console that is lost", .serialized)
struct LostConsoleTests {
  @Test("Ended by a signal, it opens again at the same comment, with filters and marks", arguments: [SIGTERM, SIGHUP])
  func signalled(_ number: Int32) throws {
    let home = try Scratch()
    let session = try TerminalSession("open \(Program.sampleFeeds)", home: home.url)
    try session.wait(for: "356 open")
    try session.wait(for: "suggests")
    let folder = home.url.appending(path: ".local/state/docket")
    let kept = { () -> String in
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      return names.filter { $0.hasPrefix("console-") && !$0.contains(".") }
        .compactMap { try? String(contentsOf: folder.appending(path: $0), encoding: .utf8) }.joined()
    }
    try session.type("Space")
    _ = try session.wait(until: { _ in kept().contains("mark ") }, "the mark to be kept")
    let position = { kept().split(separator: "\n").first { $0.hasPrefix("position") } }
    let marked = position()
    let before = try session.screen()
    try session.type("G")
    let last = try session.wait(until: { Self.row($0) != Self.row(before) }, "the last row")
    _ = try session.wait(until: { _ in position() != marked }, "the position to be kept")
    kill(try session.processID(), number)
    try session.wait(for: "ended \(128 + number)")
    let again = try TerminalSession("", home: home.url)
    try again.wait(for: "As you left it: 1 marked.")
    let screen = try again.wait(until: { Self.row($0) != nil }, "the list")
    #expect(Self.row(screen) == Self.row(last))
    try again.type("q")
    try again.wait(for: "ended 0")
  }

  private static func row(_ screen: String) -> Substring? {
    screen.split(separator: "\n").first { $0.hasPrefix("│▶") }.map { $0.prefix(38) }
  }

  @Test("Suspended with ^Z and brought back with fg, the screen is as it was")
  func suspended() throws {
    let home = try Scratch()
    _ = try Program.docket("import", Program.sampleFeeds, home: home.url)
    let session = try TerminalSession("", home: home.url, hasJobControl: true)
    try session.wait(for: "$")
    try session.type("\(Program.docket.path) open", "Enter")
    try session.wait(for: "suggests")
    let before = try session.screen()
    try session.type("C-z")
    try session.wait(until: { $0.contains("Stopped") && !$0.contains("suggests") }, "the shell")
    try session.type("fg", "Enter")
    try session.wait(until: { $0 == before }, "the same screen")
    try session.type("z")
    try session.wait(until: { !$0.contains("most urgent first") && $0.contains("suggests") }, "the focus view")
    try session.type("q")
    try session.wait(until: { !$0.contains("suggests") && $0.contains("$") }, "the shell")
  }

  @Test("In lines: the row is where the cursor is, a decision is said, and the terminal is given back")
  func plain() throws {
    let home = try Scratch()
    _ = try Program.docket("import", Program.sampleFeeds, home: home.url)
    let session = try TerminalSession("open --plain", home: home.url, columns: 100, rows: 50)
    try session.wait(for: "1: welfare, critical")
    try session.type("h", "s", "p", "a", "m", "Enter")
    try session.wait(for: "Hidden, SPAM, u takes it back")
    try session.wait(for: "2: welfare, critical")
    try session.type("u")
    try session.wait(for: "Taken back: the comment is open again.")
    try session.type("q")
    let screen = try session.wait(for: "ended 0")
    #expect(!screen.contains("┌"))
    try session.type("echo", "Enter")
    try session.wait(for: "echo")
  }
}
