import Moderation
import Policy
import Testing

@Suite("A policy file by an enemy, or by an accident")
struct HostileFileTests {
  @Test(
    "What the TOML library would stumble over is refused before it sees it",
    arguments: [
      ("[agency]\n[=x]\n", "p:2: not TOML: a table's name is missing after ["),
      ("\n[[ ,x]]\n", "p:2: not TOML: a table's name is missing after ["),
      ("[\nagency]", "p:1: not TOML: a table's name is missing after ["),
      ("[ā]", "p:1: not TOML: a table's name is missing after ["),
      ("a = [\n  1, }\n]", "p:2: not TOML: a list has something that is no value"),
      ("a = [\u{A0}1]", "p:1: not TOML: a list has something that is no value"),
      ("a = { b = 2026-01-01 2}", "p:1: not TOML: a value has something behind it"),
      ("a = 1\n\u{0}[agency]", "p:2: not TOML: there is a NUL, which no text has"),
    ])
  func stumbles(_ text: String, _ message: String) {
    do {
      _ = try PolicyFile.parse(text, file: "p")
      Issue.record("read without a problem")
    } catch {
      #expect(error.description == message)
    }
  }

  @Test("Whatever bytes are lost, doubled or swapped, a file is read or refused with lines that it has")
  func hostileFiles() throws {
    var seed: UInt64 = 7
    func next(_ bound: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % bound
    }
    let original = Array(Fixture.text.utf8)
    let marks = Array("[]{}\"'\\#=.,\n\r\u{0}\u{1B}".utf8)
    var refused = 0
    for _ in 0..<400 {
      var bytes = original
      for _ in 0...next(4) {
        let place = next(bytes.count)
        switch next(3) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(bytes[next(bytes.count)], at: place)
        default: bytes[place] = marks[next(marks.count)]
        }
      }
      let text = String(decoding: bytes, as: UTF8.self)
      let count = text.utf8.count { $0 == UInt8(ascii: "\n") } + 1
      do {
        let policy = try PolicyFile.parse(text, file: "p")
        for found in PolicyLint.check(policy, file: "p", on: try #require(Fixture.day)) {
          #expect(found.line.map { (1...count).contains($0) } ?? true)
        }
      } catch let problems as PolicyProblems {
        refused += 1
        #expect(!problems.problems.isEmpty)
        #expect(problems.problems.allSatisfy { $0.line.map { (1...count).contains($0) } ?? true })
      }
    }
    #expect(refused > 100)
  }

  @Test("A file nested without end is refused")
  func deepNesting() throws {
    for open in ["[", "{a=", "a.", "[[", "\"\"\""] {
      do {
        _ = try PolicyFile.parse("x = " + String(repeating: open, count: 20_000), file: "p")
        Issue.record("read without a problem")
      } catch {
        #expect(error.problems.count == 1)
      }
    }
    var policy = try Fixture.policy()
    policy.source = "x = " + String(repeating: "[", count: 20_000)
    #expect(PolicyLint.check(policy, file: "p", on: try #require(Fixture.day)) == [])
  }

  @Test("Brackets, quotes and comments where TOML allows them are no stumbling stones, and move no line")
  func oddButValid() throws {
    let text = try Fixture.text([
      (
        "citizen = \"We hid it.\"",
        #"""
        citizen = """
        [=x]
        [ }
        a \"\"" 2026-01-01 2] # "quoted"""""
        """#
      ),
      ("title = \"Spam\"", "title = '''['=]\n[#'''''"), ("basis = \"rule 1\"", "'basis' = '\\'"),
      ("[permissions]", "[ permissions ] # [=]"),
      (
        "triage = [\"leave\", \"escalate\"]", "\"triage\" = [ # [ }\n  'leave', # ]\n\n  \"\"\"escalate\"\"\" , # \"\n]"
      ),
      ("[[person]]", "  [[ \"person\" ]]# =\n"),
      ("house_rules = { version = \"3\"", "house_rules = { version = \"\\\"}]3\""),
      ("terms = { version = \"2026\", indemnity = false }", "terms.version = '2026'\nterms . indemnity = false"),
    ])
    let policy = try PolicyFile.parse(text, file: "p")
    let spam = try #require(policy.reasons.first)
    #expect(spam.citizenText == "[=x]\n[ }\na \"\"\" 2026-01-01 2] # \"quoted\"\"")
    #expect(spam.title == "['=]\n[#''")
    #expect(policy.channels.first?.terms == Channel.Terms(version: "2026", indemnity: false))
    #expect(PolicyLint.check(policy, file: "p", on: try #require(Fixture.day)) == [])
    let broken = text.replacing("escalates_to = \"boss\"", with: "escalates_to = \"chief\"")
    let line = try Fixture.line(of: "\"chief\"", in: broken)
    do {
      _ = try PolicyFile.parse(broken, file: "p")
      Issue.record("read without a problem")
    } catch {
      #expect(error.description == "p:\(line): there is no [[role]] named \"chief\"; there is boss")
    }
  }
}
