import Foundation
import Testing

/// Records, holds, disposal and own information played with the program itself.
@Suite("Records from the command line")
struct RecordsStoryTests {
  private let home: Scratch

  init() throws {
    home = try Scratch()
    let feed = [
      #"{"id":"1","thread":"t","author_id":"u1","author_name":"Hine Canary","created":"2026-07-10T02:02:05Z","#
        + #""text":"My neighbour's number is 021 555 0199, and the ramp is too steep. canaryword"}"#,
      #"{"id":"2","thread":"t","author_id":"u2","author_name":"Rewi Other","text":"Lovely photos. otherword"}"#,
    ].joined(separator: "\n")
    let path = try home.write("feed.jsonl", Data(feed.utf8))
    _ = try must("import", path, "--channel", "page")
    _ = try must("decide", "record", "1", "--reason", "PI-OTHER")
  }

  private func docket(_ arguments: String...) throws -> Program.Result { try run(arguments) }

  private func run(_ arguments: [String]) throws -> Program.Result {
    try Program.run(
      Program.docket.path, arguments, environment: ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": home.url.path])
  }

  private func must(_ arguments: String...) throws -> Program.Result {
    let result = try run(arguments)
    try #require(result.status == 0, "\(arguments): \(result.output)\(result.errors)")
    return result
  }

  private func file(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: home.url.appending(path: path)), as: UTF8.self)
  }

  @Test("A comment that was decided to be recorded becomes a record, is filed, and leaves in a bag that holds together")
  func record() throws {
    #expect(try must("records").output == "-\tto be captured\t1\n")
    #expect(
      try must("records", "capture", "1", "--form", "copy", "--dry-run").output.split(separator: "\n")
        .map { $0.prefix { $0 != "\t" } } == ["need", "worksheet"])
    let refused = try docket("records", "capture", "1", "--form", "copy")
    #expect(
      refused.status == 1 && refused.errors.contains("need (why does the programme need it?"), "\(refused.errors)")
    _ = try must(
      "records", "capture", "1", "--form", "copy", "--need", "the council decides on the ramp", "--worksheet",
      "image=no,about=yes,opinion=yes", "--restriction", "restricted")
    let listed = try must("records").output
    let id = String(listed.prefix { $0 != "\t" })
    #expect(id.hasPrefix("R-") && listed.contains("\tcaptured\tcopy\tGDA6\tComment by "), "\(listed)")
    _ = try must("records", "file", id, "--in", "Objective", "--as", "WT/26/114")
    #expect(try must("records", "show", id).output.contains("filed in Objective as WT/26/114"))
    let bag = home.url.appending(path: "bag").path
    let unmarked = try docket("records", "export", id, "--to", bag, "--audience", "Archives")
    #expect(unmarked.status == 1 && unmarked.errors.contains("--marking"), "\(unmarked.errors)")
    _ = try must(
      "records", "export", id, "--to", bag, "--audience", "Archives", "--approver", "Records manager", "--marking",
      "IN CONFIDENCE")
    #expect(try must("records", "check", bag).output == "\(bag): complete and valid\n")
    let capture = try file("bag/data/captures/\(id).txt")
    #expect(capture.contains("the ramp is too steep") && !capture.contains("021 555 0199"), "\(capture)")
    #expect(try !file("bag/data/records.jsonl").contains("Hine"))
    try Data("x".utf8).write(to: home.url.appending(path: "bag/data/README.txt"))
    #expect(try docket("records", "check", bag).status == 1)
    #expect(try must("log", "--json").output.contains("\"step\":\"exported\""))
    _ = try must("verify")
  }

  @Test("A hold keeps what would be due, the dry run says so, and nothing is destroyed before its day")
  func disposal() throws {
    _ = try must("hold", "place", "2", "--reason", "a claim", "--authority", "High Court")
    #expect(try must("hold").output.contains("1 comment\tHigh Court"))
    let plan = try must("dispose", "--due", "--dry-run", "--on", "2090-01-01").output
    #expect(plan.contains("GDA6\t") && plan.contains("held\t"), "\(plan)")
    #expect(try must("dispose", "--due", "--approver", "CA").output.hasPrefix("Nothing is due on "))
    #expect(try docket("dispose", "--due").status == 2)
    #expect(try docket("dispose", "--due", "--approver", "CA", "--on", "2090-01-01").status == 2)
  }

  @Test("What is due is destroyed: no file of the desk has the words, a certificate is written, and all still holds")
  func destroyed() throws {
    // The policy that ships, but for chatter that is kept no day at all.
    let shipped = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Policy/default.toml")
    let policy = try String(contentsOf: shipped, encoding: .utf8)
    try #require(policy.contains("keep = \"6 months\""))
    try FileManager.default.createDirectory(
      at: home.url.appending(path: ".config/docket"), withIntermediateDirectories: true)
    _ = try home.write(
      ".config/docket/policy.toml", Data(policy.replacing("keep = \"6 months\"", with: "keep = \"0 days\"").utf8))
    let desk = home.url.appending(path: "desks/one.sqlite").path
    _ = try must("import", home.url.appending(path: "feed.jsonl").path, "--channel", "page", "--desk", desk)
    let output = try must("dispose", "--due", "--approver", "Chief Archivist", "--desk", desk).output
    #expect(
      output.contains("words of 1 destroyed\n") && output.hasSuffix("free pages and log overwritten\n"), "\(output)")
    let files = try FileManager.default.subpathsOfDirectory(atPath: home.url.appending(path: "desks").path)
    #expect(files.filter { $0.hasPrefix("certificates/D-") }.count == 2, "\(files)")
    for file in files {
      let bytes = FileManager.default.contents(atPath: home.url.appending(path: "desks/" + file).path) ?? Data()
      for word in ["otherword", "Rewi", "photos"] {
        #expect(bytes.firstRange(of: Data(word.utf8)) == nil, "\(word) in \(file)")
      }
    }
    _ = try must("verify", "--rebuild", "--desk", desk)
    #expect(try must("find", "channel:page", "--desk", desk).output.contains("words destroyed on "))
    #expect(try must("log", "--desk", desk).output.contains("disposed: class CHATTER"))
    #expect(try must("dispose", "--due", "--approver", "x", "--desk", desk).output.hasPrefix("Nothing is due on "))
  }

  @Test("What is held on an author is gathered for them, and of another nothing; reasons are stated without the words")
  func own() throws {
    let out = home.url.appending(path: "own").path
    #expect(try docket("own-information", "1", "--purpose", "p", "--out", out).status == 2)
    _ = try must(
      "own-information", "1", "--purpose", "Privacy Act request", "--out", out, "--audience", "the requester",
      "--approver", "Privacy officer", "--marking", "IN CONFIDENCE")
    let text = try file("own/own-information.txt")
    #expect(text.contains("the ramp is too steep. canaryword") && text.contains("Hine Canary"), "\(text)")
    #expect(!text.contains("021 555 0199") && !text.contains("otherword") && !text.contains("Rewi"))
    #expect(try must("log", "--json").output.contains("\"type\":\"gathered\""))
    let statement = try must("reasons-statement", "1").output
    #expect(statement.contains("1. Findings on material issues of fact") && !statement.contains("canaryword"))
    #expect(try docket("reasons-statement", "2").status == 1)
  }
}
