import Moderation
import Testing

@Suite("Patterns")
struct TextPatternTests {
  @Test(
    "What is found, and which stretches of the text it is",
    arguments: [
      ("bus", "The BUS is a bus", [4..<7, 13..<16]), ("b.s", "bus bos b\ns", [0..<3, 4..<7]),
      ("colou?r", "color colour", [0..<5, 6..<12]),
      ("\\bbus\\b", "busy bus", [5..<8]), ("\\Bus\\b", "bus us", [1..<3]),
      ("^the$", "the\nthen\nthe", [0..<3, 9..<12]),
      ("\\d{3}", "12 1234", [3..<6]), ("\\d{2,3}", "1 12 12345", [2..<4, 5..<8, 8..<10]),
      ("a{2,}", "a aa aaa", [2..<4, 5..<8]),
      ("[a-c]+", "abcd", [0..<3]), ("[^a-c ]+", "ab dé", [3..<5]), ("[\\d.]+", "v1.2", [1..<4]),
      ("[\\-x]", "a-x", [1..<2, 2..<3]),
      ("(cat|dog)s?", "cats dog", [0..<4, 5..<8]), ("(?:ab)+", "ababa", [0..<4]), ("a|ab", "ab", [0..<1]),
      ("ab|a", "ab", [0..<2]),
      ("a.*c", "abcbc", [0..<5]), ("a.*?c", "abcbc", [0..<3]), ("TŌTARA", "tōtara", [0..<6]),
      ("tōtara", "TŌTARA", [0..<6]),
      ("\\w+", "tōtara-x", [0..<6, 7..<8]), ("[Ā-Ō]", "tōtara", [1..<2]), ("привет", "ПРИВЕТ", [0..<6]),
      ("東.タ", "東京タワー", [0..<3]),
      ("\\s+", "a \u{3000}b", [1..<3]), ("x*", "axxb", [1..<3]), ("a{", "a{", [0..<2]), ("a{x}", "a{x}", [0..<4]),
      ("\\.", "a.", [1..<2]),
      ("a||b", "ab", [0..<1]), ("\\n", "a\nb", [1..<2]), ("é", "e\u{301}", []), ("nothing", "bus", []),
    ])
  func marks(source: String, text: String, expected: [Range<Int>]) throws {
    let pattern = try TextPattern(source)
    #expect(pattern.marks(in: text) == expected)
    var matcher = pattern.matcher()
    let matchesNothing = source == "x*" || source == "a||b"
    #expect(matcher.isFound(in: text) == (!expected.isEmpty || matchesNothing))
  }

  @Test("Case counts when it is to")
  func caseCounts() throws {
    let pattern = try TextPattern("Bus[A-Z]", caseCounts: true)
    #expect(pattern.marks(in: "busA BusA Busa") == [5..<9])
    var matcher = pattern.matcher()
    #expect(matcher.isFound(in: "a BusA") && !matcher.isFound(in: "a BUSA"))
  }

  @Test("Any pattern finds in any text what the library's own matcher finds")
  func reference() throws {
    var random = Generator(seed: 3)
    let atoms = ["a", "b", "c", ".", "[ab]", "[^a]", "\\b", "^", "$", "\\w", "\\d", "1", " ", "\\s"]
    func pattern(_ depth: Int) -> String {
      switch depth == 0 ? 0 : Int.random(in: 0...6, using: &random) {
      case 1: "(" + pattern(depth - 1) + "|" + pattern(depth - 1) + ")"
      case 2: "(?:" + pattern(depth - 1) + ")" + (["*", "+", "?", "{1,2}", "*?"].randomElement(using: &random) ?? "")
      case 3, 4: pattern(depth - 1) + pattern(depth - 1)
      default: atoms.randomElement(using: &random) ?? "a"
      }
    }
    var found = 0
    for _ in 0..<400 {
      let source = pattern(4)
      let ours = try TextPattern(source)
      let theirs = try Regex(source).ignoresCase().anchorsMatchLineEndings().wordBoundaryKind(.simple)
      var matcher = ours.matcher()
      for _ in 0..<20 {
        let text = String(
          (0..<Int.random(in: 0...9, using: &random)).map { _ in "abcA1 \n".randomElement(using: &random) ?? "a" })
        let expected = text.firstMatch(of: theirs)
        #expect(matcher.isFound(in: text) == (expected != nil), "/\(source)/ in \(text.debugDescription)")
        if let expected, !expected.range.isEmpty {
          let start = text.unicodeScalars.distance(from: text.startIndex, to: expected.range.lowerBound)
          #expect(ours.marks(in: text).first?.lowerBound == start, "/\(source)/ in \(text.debugDescription)")
          found += 1
        }
      }
    }
    #expect(found > 1000)
  }

  @Test("What would take others for ever takes one pass, and states are forgotten before they fill the memory")
  func hostile() throws {
    let text = String(repeating: "a", count: 5000)
    for source in ["(a*)*b", "(a|a)*b", "(a+)+$b", "a{0,200}a{200}b", "([ab]*a[ab]{12})c"] {
      var matcher = try TextPattern(source).matcher()
      let isFound = matcher.isFound(in: text)
      #expect(!isFound)
    }
    var random = Generator(seed: 5)
    var matcher = try TextPattern("a.{16}b.{0,3}x").matcher()
    for _ in 0..<50 {
      let text = String((0..<2000).map { _ in "ab".randomElement(using: &random) ?? "a" })
      let found = [text, text + "abcdefghijklmnopqbx"].map { matcher.isFound(in: $0) }
      #expect(found == [false, true])
    }
  }

  @Test("Bytes that are no text are looked through like any others")
  func notText() throws {
    var matcher = try TextPattern("b.s").matcher()
    let bytes: [UInt8] = [0xFF, 0xC3, 0x62, 0xE2, 0x73, 0xF0]
    #expect(bytes.withUnsafeBytes { matcher.isFound(in: $0) })
  }
}
