import FoundationEssentials
import Moderation
import Policy
import Testing

@Suite("A policy that extends another")
struct ExtensionTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "docket-policy-\(UUID().uuidString)")

  private func write(_ files: [String: String]) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
  }

  private func path(_ name: String) -> String { folder.appending(path: name).path }

  private func read(_ name: String) throws -> AgencyPolicy { try PolicyFile.read(path: path(name)) }

  /// What a file is refused for, without its folder.
  private func refusal(_ files: [String: String], _ name: String = "own.toml") throws -> String {
    try write(files)
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      _ = try PolicyFile.read(path: path(name))
      return "read without a problem"
    } catch {
      return error.description.replacing(folder.path + "/", with: "")
    }
  }

  @Test("Every policy that ships reads without a problem or a warning", arguments: PolicyFile.shippedNames)
  func shipped(_ name: String) throws {
    let policy = try PolicyFile.read(path: name)
    #expect(PolicyLint.check(policy, file: name, on: try #require(Fixture.day)) == [])
    #expect(policy.reasons.count >= 38)
    #expect(!policy.casework.regime.isEmpty && !policy.greeting.isEmpty)
    let again = try PolicyFile.parse(policy.source, file: "kept")
    #expect(again == policy, "what a desk keeps can be read again")
  }

  @Test("What a variant does not say is as in the policy that it extends, what it says is changed in its place")
  func merging() throws {
    let nz = try PolicyFile.read(path: "nz")
    let uk = try PolicyFile.read(path: "uk")
    #expect(uk.reasons.map(\.code) == nz.reasons.map(\.code).filter { $0.rawValue != "HDC-NOTICE" })
    #expect(uk.reason(ReasonCode("SPAM")) == nz.reason(ReasonCode("SPAM")))
    let request = try #require(uk.reason(ReasonCode("INFO-REQ")))
    #expect(request.basis == "OAG 4.15-4.17; Freedom of Information Act 2000 s 8")
    #expect(request.verbs == nz.reason(request.code)?.verbs)
    #expect(request.otherTexts.isEmpty, "unset takes texts away")
    #expect(uk.casework.executive == nz.casework.executive)
    #expect(uk.casework.contacts.first { $0.id == "crisis_line" }?.labels == [.welfare])
    #expect(!uk.casework.statutes.contains { $0.title.contains("Official Information") })
    let texts = uk.reasons.flatMap { [$0.citizenText] + $0.otherTexts.values } + uk.houseRules.map(\.text)
    #expect(!texts.contains { $0.contains("111") || $0.contains("1737") })
  }

  @Test("An agency's own file may extend a shipped one, and its own in turn")
  func layers() throws {
    try write([
      "own.toml": "extends = \"base.toml\"\n[agency]\nname = \"Own\"\n",
      "base.toml": "extends = \"bc\"\n[agency]\nname = \"Base\"\ncontact = \"base@a.example\"\n",
    ])
    defer { try? FileManager.default.removeItem(at: folder) }
    let own = try read("own.toml")
    let bc = try PolicyFile.read(path: "bc")
    #expect(own.agency == "Own" && own.contact == "base@a.example" && own.zone == "America/Vancouver")
    #expect(own.reasons == bc.reasons)
    #expect(own.digest.count == 64 && own.digest != bc.digest)
    #expect(try PolicyFile.parse(own.source, file: "kept") == own, "the desk keeps the whole")
  }

  @Test("The digest follows what is extended, not where the files lie")
  func digest() throws {
    let own = "extends = \"base.toml\"\n"
    try write(["own.toml": own, "base.toml": Fixture.text])
    let one = try read("own.toml").digest
    try write(["base.toml": Fixture.text.replacing("\"A\"", with: "\"B\"")])
    #expect(try read("own.toml").digest != one)
    let elsewhere = folder.appending(path: "sub")
    try FileManager.default.createDirectory(at: elsewhere, withIntermediateDirectories: true)
    for (name, text) in ["own.toml": own, "base.toml": Fixture.text] {
      try Data(text.utf8).write(to: elsewhere.appending(path: name))
    }
    #expect(try PolicyFile.read(path: elsewhere.path + "/own.toml").digest == one)
    try FileManager.default.removeItem(at: folder)
  }

  @Test("Problems point at the file and line that have to be mended")
  func origins() throws {
    #expect(
      try refusal(["own.toml": "extends = \"nz\"\n\n[[reason]]\ncode = \"SPAM\"\nretention = \"BURN\"\n"])
        == "own.toml:5: there is no [[retention]] \"BURN\"; add it, or write one of CHATTER, GDA7, GDA6, CASE")
    #expect(
      try refusal([
        "own.toml": "extends = \"base.toml\"\n",
        "base.toml": Fixture.text.replacing("escalates_to = \"boss\"", with: "escalates_to = \"chief\""),
      ])
        == "base.toml:\(try Fixture.line(of: "escalates_to", in: Fixture.text)): there is no [[role]] named \"chief\"; "
        + "there is boss")
    #expect(
      try refusal(["own.toml": "extends = \"nz\"\n[remove]\nrole = [\"legal\"]\n"]).hasPrefix(
        "nz (shipped):"), "what a removal breaks is told where it breaks")
  }

  @Test(
    "What cannot be extended or removed is told",
    arguments: [
      ("extends = \"us\"", "own.toml:1: \"us\" cannot be read; write the path of a policy, or one of nz, bc, nsw, uk"),
      ("\nextends = 7", "own.toml:2: extends must be text in quotes, like \"nz\" or \"ours.toml\""),
      ("extends = \"own.toml\"", "own.toml:1: \"own.toml\" extends this policy in its turn; remove one extends"),
      (
        "extends = \"nz\"\n[remove]\nreason = [\"HAM\"]\nstatute = [\n  \"hdca\",\n  \"nothing\",\n]\n",
        "own.toml:3: there is no [[reason]] \"HAM\""
      ),
      ("extends = \"nz\"\nremove = 1\n", "own.toml:2: remove must be a table like { reason = [\"SPAM\"] }"),
      ("extends = \"nz\"\n[remove]\nperson = [\"x\"]\n", "own.toml:3: remove has no key person; it takes channel, "),
      ("extends = \"nz\"\nkontact = 1\n", "own.toml:2: the policy has no key kontact; it takes agency, "),
      ("extends = \"nz\"\n[[reason]]\ncode = \"SPAM\"\n\n[[reason]]\ncode = \"SPAM\"\n", "own.toml:5: SPAM lacks "),
      ("extends = \"nz\"\n[agency\n", "own.toml:2: not TOML: "),
    ])
  func refusals(_ text: String, _ message: String) throws {
    let found = try refusal(["own.toml": text])
    #expect(found.split(separator: "\n").contains { $0.hasPrefix(message) }, "\(found)")
  }

  @Test("A circle of files ends")
  func circle() throws {
    #expect(
      try refusal(["own.toml": "extends = \"b.toml\"", "b.toml": "extends = \"own.toml\""])
        == "b.toml:1: \"own.toml\" extends this policy in its turn; remove one extends")
  }

  @Test("Whatever bytes are lost, doubled or swapped in a variant, it is read or refused")
  func hostile() throws {
    var seed: UInt64 = 11
    func next(_ bound: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % bound
    }
    let original = Array(
      "extends = \"nz\"\n[remove]\nreason = [\"SPAM\"]\n[[reason]]\ncode = \"HATE\"\nunset = [\"class\"]\n".utf8)
    let marks = Array("[]{}\"'\\#=.,\n\r\u{0}".utf8)
    var refused = 0
    for _ in 0..<30 {
      var bytes = original
      for _ in 0...next(3) {
        let place = next(bytes.count)
        switch next(3) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(bytes[next(bytes.count)], at: place)
        default: bytes[place] = marks[next(marks.count)]
        }
      }
      do {
        _ = try PolicyFile.parse(String(decoding: bytes, as: UTF8.self), file: "p")
      } catch {
        refused += 1
        #expect(!error.problems.isEmpty)
      }
    }
    #expect(refused > 10)
  }
}
