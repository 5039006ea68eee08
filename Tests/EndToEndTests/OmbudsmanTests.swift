import Foundation
import Testing

/// What an Ombudsman, a commissioner or a court asks, answered from `docket log` alone: one test a question.
@Suite("What an Ombudsman asks of the log")
struct OmbudsmanTests {
  /// One comment's whole story: it came in, was hidden with a reason, went out on a sheet, did not take, was hidden again,
  /// showed as hidden, and was put back because it had been our error.
  private static let story: Result<Story, any Error> = Result { try Story() }

  private func story() throws -> Story { try Self.story.get() }

  @Test("What exactly was said, and when?")
  func whatWasSaid() throws {
    let story = try story()
    let imported = try story.event("imported", 0)
    #expect((imported["imported"] as? [String: Any])?["feed_sha256"] as? String == story.feedSHA256)
    let decided = try story.event("decided", 0)
    #expect((decided["text_sha256"] as? String)?.count == 64)
    #expect(decided["rev"] as? Int == 1)
    #expect(decided["learned_at"] as? String == imported["at"] as? String, "when the desk learned of the text")
    let words = try story.docket("find", "footpath")
    #expect(words.output.contains("the footpath is a disgrace"), "the words themselves are in the vault")
    #expect(!story.log.contains("footpath"), "and never in the log")
  }

  @Test("Who decided, and with what authority?")
  func whoDecided() throws {
    let story = try story()
    let decided = try story.event("decided", 0)
    #expect(decided["actor"] as? String == "a.kereru")
    #expect(decided["role"] as? String == "owner")
    #expect(decided["authority"] as? String == "owner:page", "by the register of channels, valid on that day")
    let refused = try story.event("refused", 0)
    #expect(refused["refusal"] as? String == "verb_not_allowed")
    #expect(refused["attempted"] as? String == "delete", "what was tried in vain is there too")
  }

  @Test("Which rule, and which was published to the public when?")
  func whichRule() throws {
    let story = try story()
    let decided = try story.event("decided", 0)
    #expect(decided["reasons"] as? [String] == ["OFFENSIVE@1"])
    #expect(decided["house_rules"] as? String == "2026-1")
    #expect(decided["public_text"] as? String == "OFFENSIVE@1")
    #expect(decided["policy"] as? String == (try story.event("policy_adopted", 0))["policy"] as? String)
  }

  @Test("On what findings, what information, for what reasons?")
  func findings() throws {
    let decided = try story().event("decided", 0)
    let flags = try #require(decided["flags"] as? [String])
    #expect(flags.contains { $0.hasPrefix("offensive ") }, "\(flags)")
    #expect((decided["rationale"] as? String)?.count == 32, "its key: the words are in the vault")
    #expect((decided["rules"] as? String)?.isEmpty == false, "what raised the flags")
  }

  @Test("Was a person deciding?")
  func aPerson() throws {
    let story = try story()
    #expect(try story.event("decided", 0)["automation"] as? String == "command")
    #expect(try story.event("reconciled", 0)["automation"] as? String == "system_timer")
    #expect(try story.event("reconciled", 0)["role"] as? String == "system")
  }

  @Test("Was it consistent with others under the same rule?")
  func consistent() throws {
    let story = try story()
    let same = try story.docket("log", "--json", "--reason", "OFFENSIVE", "--type", "decided")
    #expect(same.lines.count == 3, "both comments under that reason, and the one that was hidden twice")
    #expect(same.lines.allSatisfy { $0.contains(#""verb":"hide""#) })
  }

  @Test("Was the citizen told?")
  func citizenTold() throws {
    let sheet = try story().sheet
    #expect(sheet.contains("We hid this comment because its language breaks our house rules"))
  }

  @Test("Was it reversible, was it reversed, and why?")
  func reversed() throws {
    let story = try story()
    #expect(story.sheet.contains(",yes,planned,"), "the sheet says that hiding can be taken back")
    let reversal = try story.event("decided", 3)
    #expect(reversal["verb"] as? String == "unhide")
    #expect(reversal["reasons"] as? [String] == ["REVERSED-ERROR@1"])
    #expect(reversal["supersedes"] as? Int == (try story.event("decided", 2))["seq"] as? Int)
  }

  @Test("How long did it take?")
  func howLong() throws {
    let story = try story()
    let steps = ["imported", "decided", "exported", "reconciled"]
    let times = try steps.map { try #require(try story.event($0, 0)["at"] as? String) }
    #expect(times == times.sorted(), "received, decided, sent out, seen to have taken: \(times)")
  }

  @Test("Is this log complete and unaltered?")
  func complete() throws {
    let story = try story()
    let verified = try story.docket("verify", "--rebuild", "--seal", story.seal, "--key", story.publicKey)
    #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
    #expect(verified.output.contains("are as a.kereru sealed them"))
    let numbers = story.events.compactMap { $0["seq"] as? Int }
    #expect(numbers == Array(1...numbers.count), "without a gap")
  }

  @Test("Was more personal data seen than needed?")
  func seen() throws {
    let story = try story()
    let revealed = try story.event("revealed", 0)
    #expect(revealed["actor"] as? String == "a.kereru")
    #expect((revealed["rationale"] as? String)?.count == 32, "the purpose, by its key")
    #expect((revealed["target"] as? String)?.hasPrefix("author ") == true, "whose alias was lifted")
    #expect(!story.log.contains("Hine Example"), "the name itself is in no event")
  }

  @Test("What became of it on the platform?")
  func becameOfIt() throws {
    let story = try story()
    let item = try story.event("decided", 0)["item"] as? String
    let settled = story.events.filter { $0["type"] as? String == "reconciled" && $0["item"] as? String == item }
    let first = try #require(settled.first)
    #expect(first["outcome"] as? String == "still shown")
    #expect((first["after"] as? [String: Any])?["stage"] as? String == "not_applied")
    let second = try #require(settled.last)
    #expect(second["outcome"] as? String == "hidden")
    #expect((second["after"] as? [String: Any])?["stage"] as? String == "reconciled")
  }
}

/// The story, played with the program itself. Nothing of it changes once it has been told, JSON values included.
private struct Story: @unchecked Sendable {
  let home: Scratch
  let feedSHA256: String
  let sheet: String
  let seal: String
  let publicKey: String
  let log: String
  let events: [[String: Any]]

  init() throws {
    home = try Scratch()
    let user = try Program.run("/usr/bin/id", ["-un"]).lines.first ?? "root"
    try FileManager.default.createDirectory(
      at: home.url.appending(path: ".config/docket"), withIntermediateDirectories: true)
    let policy = try Program.docket("policy", "show", "--source", home: home.url).output
    _ = try home.write(".config/docket/policy.toml", Data((policy + Self.team(user)).utf8))
    let feed = try home.write("first.jsonl", Data(Self.feed(state: "published").utf8))
    feedSHA256 = try Program.run("/usr/bin/sha256sum", [feed]).output.prefix { $0 != " " }.description
    let scratch = home
    func docket(_ arguments: String..., expect status: Int32 = 0) throws -> Program.Result {
      let result = try Program.run(Program.docket.path, arguments, environment: Self.environment(scratch))
      guard result.status == status else {
        throw TerminalSession.Gone(description: "\(arguments): \(result.output)\(result.errors)")
      }
      return result
    }
    _ = try docket("import", feed, "--channel", "page")
    _ = try docket("decide", "delete", "1", "--reason", "CRITICISM", expect: 1)
    _ = try docket("decide", "hide", "1", "--reason", "OFFENSIVE", "--rationale", "abuse of the works crew")
    _ = try docket("decide", "hide", "2", "--reason", "OFFENSIVE")
    let path = home.url.appending(path: "sheet.csv").path
    _ = try docket("actions", "export", path)
    sheet = try String(contentsOfFile: path, encoding: .utf8)
    // The platform still shows it: the decision did not take. It is made again, and the next feed shows it hidden.
    let second = try home.write("second.jsonl", Data((Self.feed(state: "published") + "\n").utf8))
    _ = try docket("import", second, "--channel", "page")
    _ = try docket("decide", "hide", "1", "--reason", "OFFENSIVE")
    _ = try docket("actions", "export", home.url.appending(path: "sheet2.csv").path)
    let third = try home.write("third.jsonl", Data(Self.feed(state: "hidden").utf8))
    _ = try docket("import", third, "--channel", "page")
    _ = try docket("reveal", "1", "--purpose", "the author asked for a review by letter")
    _ = try docket("decide", "unhide", "1", "--reason", "REVERSED-ERROR")
    publicKey = String(try docket("keys").lines[1].dropFirst("public key".count).drop { $0 == " " })
    seal = home.url.appending(path: "today.seal").path
    _ = try docket("seal", seal)
    log = try docket("log", "--json").output
    events = try log.split(separator: "\n").map { line in
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
    }
  }

  /// The nth event of a type, from 0.
  func event(_ type: String, _ number: Int) throws -> [String: Any] {
    let found = events.filter { $0["type"] as? String == type }
    return try #require(found.indices.contains(number) ? found[number] : nil, "there are \(found.count) of \(type)")
  }

  func docket(_ arguments: String...) throws -> Program.Result {
    try Program.run(Program.docket.path, arguments, environment: Self.environment(home))
  }

  private static func environment(_ home: Scratch) -> [String: String] {
    ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": home.url.path]
  }

  private static func feed(state: String) -> String {
    let text = "you useless fucking idiots, the footpath is a disgrace"
    return """
      {"id":"1","thread":"t","author_id":"u1","author_name":"Hine Example","text":"\(text)","state":"\(state)"}
      {"id":"2","thread":"t","author_id":"u2","text":"\(text) too","state":"\(state)"}
      {"id":"3","thread":"t","author_id":"u3","text":"Lovely photos, thanks","state":"published"}
      """
  }

  private static func team(_ user: String) -> String {
    """

    [[person]]
    user = "\(user)"
    id = "a.kereru"
    roles = ["moderator", "supervisor", "admin"]
    by = "c.tui"

    [[channel]]
    id = "page"
    title = "Our page"
    owner = "a.kereru"
    house_rules = { version = "2026-1", url = "https://agency.example/rules" }
    approvals = [{ role = "director", person = "a.kereru" }, { role = "executive", person = "b.weka" }]
    """
  }
}
