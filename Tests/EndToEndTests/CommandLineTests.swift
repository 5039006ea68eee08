import Foundation
import Testing

@Suite("The command line")
struct CommandLineTests {
  @Test("Without a terminal, open says so and exits 2")
  func openNeedsATerminal() throws {
    let home = try Scratch()
    let result = try Program.docket("open", Program.sampleFeeds, home: home.url)
    #expect(result.status == 2)
    #expect(
      result.errors
        == "docket: open needs a terminal; `docket import` brings feeds in and `docket decide` decides without one\n")
  }

  @Test(
    "Usage errors exit 2",
    arguments: [["decide"], ["decide", "burn", "1"], ["frobnicate"], ["scan", "--threads", "0"]])
  func usageErrorsExitTwo(_ arguments: [String]) throws {
    let home = try Scratch()
    let result = try Program.run(
      Program.docket.path, arguments, environment: ["HOME": home.url.path, "LANG": "C.UTF-8"])
    #expect(result.status == 2, "\(result.errors)")
    #expect(result.errors.contains("Usage:") || result.errors.contains("terminal"))
  }

  @Test("Help fits a screen of 60 lines and shows examples")
  func helpFits() throws {
    let home = try Scratch()
    let result = try Program.docket("--help", home: home.url)
    #expect(result.status == 0)
    #expect(result.output.contains("EXAMPLES"))
    #expect(result.lines.count <= 60)
  }

  @Test("Scan classifies JSON Lines from standard input, in order, and reports a bad line by its number")
  func scanIsAFilter() throws {
    let home = try Scratch()
    let input = """
      {"id":"a","text":"Lovely day at the park"}
      {"id":"b","text":"My wife takes 40 mg of fluoxetine"}
      {"id":"c","text":
      {"text":"ring me on 021 555 0123 about the dog"}

      """
    let result = try Program.docket("scan", "-", home: home.url, input: input)
    #expect(result.status == 3)
    let lines = result.lines
    #expect(lines.count == 3)
    #expect(lines.first == #"{"id":"a","flags":[]}"#)
    #expect(lines.dropFirst().first?.hasPrefix(#"{"id":"b","flags":[{"label":"health","score":"#) == true)
    #expect(lines.last?.hasPrefix(#"{"id":"4","flags":[{"label":"personal""#) == true, "\(lines)")
    #expect(result.errors.contains("-:3: "))
    let one = try Program.docket("scan", "--threads", "1", home: home.url, input: input)
    #expect(one.output == result.output)
  }

  @Test("Bad input gets a clear message, nothing is lost, nothing crashes", arguments: BadInput.all)
  func badInput(_ bad: BadInput) throws {
    let home = try Scratch()
    let folder = try Scratch()
    let good = try folder.write("good.jsonl", Data(#"{"id":"1","text":"Kia ora"}"#.utf8))
    let path = try folder.write(bad.name, bad.bytes)
    let result = try Program.docket("import", path, good, home: home.url)
    #expect(result.status == bad.status, "\(result.errors)")
    #expect(result.errors.contains(bad.says), "\(result.errors)")
    #expect(result.errors.contains("good.jsonl: jsonl@1: 1 read, 1 new"), "the rest is read")
  }

  struct BadInput: Sendable, CustomTestStringConvertible {
    var name: String
    var bytes: Data
    var status: Int32
    var says: String
    var testDescription: String { name }

    static let all = [
      BadInput(name: "empty.json", bytes: Data(), status: 3, says: "empty.json"),
      BadInput(
        name: "cut.json",
        bytes: Data(
          #"{"data":[{"id":"1_2","message":"a","created_time":"2026-11-20T00:00:00+0000","can_hide":true},{"id":"1_3","mess"#
            .utf8),
        status: 3, says: "cut.json: facebook-graph@1: 1 read, 1 new, 0 edited, 0 known, 1 could not be read"),
      BadInput(
        name: "binary.dat", bytes: Data((0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 7) }), status: 3,
        says: "binary.dat"),
      BadInput(
        name: "broken-utf8.jsonl",
        bytes: Data(#"{"id":"7","text":"caf"#.utf8) + Data([0xE9, 0xFF]) + Data("\"}\n".utf8),
        status: 0, says: "broken-utf8.jsonl: jsonl@1: 1 read"),
      BadInput(name: "prose.txt", bytes: Data("Dear sir,\n\nno comments here.\n".utf8), status: 3, says: "prose.txt"),
      BadInput(name: "packed.gz", bytes: Data([0x1F, 0x8B, 8, 0, 0, 0, 0, 0]), status: 3, says: "cut off"),
      BadInput(name: "packed.bz2", bytes: Data("BZh91AY&SY".utf8), status: 3, says: "bzip2"),
    ]
  }

  @Test("A folder without feeds and a path that is not there are named")
  func nothingToRead() throws {
    let home = try Scratch()
    let folder = try Scratch()
    for path in [folder.url.path, folder.url.path + "/missing.json"] {
      let result = try Program.docket("import", path, home: home.url)
      #expect(result.status == 3)
      #expect(result.errors.contains(path), "\(result.errors)")
    }
  }

  @Test("Importing the same feeds again adds nothing, and an edited comment becomes a new revision")
  func importingAgain() throws {
    let home = try Scratch()
    let folder = try Scratch()
    #expect(try Program.docket("import", Program.sampleFeeds, home: home.url).errors.contains("116 new"))
    let again = try Program.docket("import", Program.sampleFeeds, home: home.url)
    #expect(again.errors.contains("116 read, 0 new, 0 edited, 116 known"))
    let one = try folder.write("one.jsonl", Data(#"{"id":"9","text":"first"}"#.utf8))
    #expect(try Program.docket("import", one, home: home.url).errors.contains("1 new"))
    let edited = try folder.write("one.jsonl", Data(#"{"id":"9","text":"second"}"#.utf8))
    #expect(try Program.docket("import", edited, home: home.url).errors.contains("0 new, 1 edited"))
  }

  @Test("A decision that the policy does not allow is refused with what would be, and the refusal is logged")
  func refusals() throws {
    let home = try Scratch()
    let input = #"{"id":"1","text":"You lot never listen"}"#
    #expect(try Program.docket("import", "-", home: home.url, input: input).status == 0)
    let refused = try Program.docket("decide", "hide", "1", "--reason", "CRITICISM", home: home.url)
    #expect(refused.status == 1)
    #expect(refused.errors == "docket: CRITICISM does not allow hide; it allows leave or record\n")
    let log = try Program.docket("log", "--json", home: home.url)
    let last = try #require(log.lines.last)
    #expect(last.contains(#""type":"refused""#) && last.contains(#""attempted":"hide""#))
    #expect(!last.contains(#""verb""#))
  }

  @Test("The reasons of the policy are listed, one object a line")
  func reasons() throws {
    let home = try Scratch()
    let result = try Program.docket("reasons", "--json", home: home.url)
    #expect(result.lines.count == 39)
    #expect(
      result.lines.first?.hasPrefix(
        #"{"code":"PI-SELF","title":"Own contact details","verbs":["hide","leave","escalate"]"#) == true)
  }

  @Test("What a citizen wrote never reaches an error or the log")
  func noWordsInTheLog() throws {
    let home = try Scratch()
    let input =
      #"{"id":"1","author":"Canary Smith","text":"My wife canaryword takes fluoxetine"}"# + "\n"
      + #"{"id":"2","text":"canaryword"#
    let imported = try Program.docket("import", "-", home: home.url, input: input)
    _ = try Program.docket("decide", "hide", "1", "--reason", "HEALTH-3P", "--rationale", "canaryword", home: home.url)
    let log = try Program.docket("log", "--json", home: home.url)
    for text in [imported.output, imported.errors, log.output, log.errors] {
      #expect(!text.lowercased().contains("canary"))
    }
    #expect(log.lines.count == 5)
  }
}
