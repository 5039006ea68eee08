import Testing

@testable import Terminal

@Suite("What hostile text becomes")
struct SafeTextTests {
  @Test(
    "Each dangerous or disputed text has its visible stand-in",
    arguments: [
      ("a\u{1B}[2Jb", "a␛[2Jb"), ("\u{0}\u{7}\u{7F}", "␀␇␡"), ("\u{9B}31m", "‹U+009B›31m"),
      ("\u{202E}evil\u{202C}", "‹RLO›evil‹PDF›"), ("\u{2066}x\u{2069}", "‹LRI›x‹PDI›"),
      ("a\u{200B}b", "a·b"), ("a\u{200D}b", "a·b"), ("a\u{AD}b", "a·b"), ("\u{FEFF}a", "‹BOM›a"),
      ("x\u{E0041}\u{E0042}y", "x‹TAG›y"), ("\u{301}a", "◌\u{301}a"), ("\u{E000}", "‹U+E000›"),
      ("\u{10FFFF}", "‹U+10FFFF›"), ("\u{FDFD}", "‹U+FDFD›"), ("\u{3164}", "·"), ("\u{2028}", "‹LS›"),
      ("👨‍👩‍👧", "👨"), ("👍🏽", "👍"), ("❤️", "❤"), ("🇳🇿", "‹NZ›"), ("🇳", "‹N›"), ("1️⃣", "1"),
      ("\u{1F3F4}\u{E0067}\u{E0062}\u{E007F}", "\u{1F3F4}"), ("a\tb\u{A0}c", "a b c"), ("a\r\nb", "a↵b"),
      ("z\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}z", "z\u{300}\u{301}\u{302}\u{303}·z"),
    ])
  func standIns(text: String, drawn: String) {
    #expect(Array(SafeText.clusters(text).map(\.text).joined().unicodeScalars) == Array(drawn.unicodeScalars))
  }

  @Test(
    "Ordinary writing of every script is drawn as it was written",
    arguments: [
      "Tōtara ngā mihi", "Straße naïve", "Привет", "漢字かなカナ", "한국어", "שלום", "العربية", "देवनागरी", "ไทย", "மிழ்", "می‌خواهم",
    ])
  func ordinaryWriting(text: String) {
    let clusters = SafeText.clusters(text)
    #expect(Array(clusters.map(\.text).joined().unicodeScalars) == Array(text.unicodeScalars))
    #expect(!clusters.contains { $0.isStandIn })
  }

  @Test(
    "Width is what curses counts",
    arguments: [
      ("", 0), ("abc", 3), ("漢字", 4), ("e\u{301}", 1), ("ｶﾅ", 2), ("Ａ", 2), ("👍🏽", 2), ("❤️", 1), ("🇳🇿", 4),
      ("👨‍👩‍👧", 2), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("\u{3000}", 2), ("क्षि", 3), ("\u{202E}", 5), ("…", 1),
      ("─", 1),
    ])
  func width(text: String, columns: Int) {
    #expect(SafeText.width(text) == columns)
  }

  @Test("The ranges of scalars follow one another without gaps, whatever the text")
  func scalarRanges() {
    for text in HostileText.samples {
      var next = 0
      for cluster in SafeText.clusters(text) {
        #expect(cluster.scalars.lowerBound == next)
        #expect(!cluster.scalars.isEmpty)
        next = cluster.scalars.upperBound
      }
      #expect(next == text.unicodeScalars.count)
    }
  }

  @Test("No scalar at all is drawn as a control, a format character or something unassigned")
  func everyScalar() {
    let joiners: Set<UInt32> = [0x200C, 0x200D]
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for cluster in SafeText.clusters(String(Character(scalar))) {
        for drawn in cluster.text.unicodeScalars where drawn.value >= 0x7F || drawn.value < 0x20 {
          switch drawn.properties.generalCategory {
          case .control, .unassigned, .privateUse, .lineSeparator, .paragraphSeparator, .surrogate:
            Issue.record("U+\(String(value, radix: 16)) is drawn as itself")
          case .format where !joiners.contains(drawn.value):
            Issue.record("U+\(String(value, radix: 16)) is drawn as itself")
          default: break
          }
        }
      }
    }
  }

  @Test(
    "What does not fit is cut at a whole cluster and marked",
    arguments: [
      ("whole", 5, "whole"), ("longer", 5, "long…"), ("漢字漢", 5, "漢字…"), ("漢字", 3, "漢…"), ("漢", 1, "…"), ("a", 0, ""),
      ("a\u{202E}b", 4, "a…"),
    ])
  func truncated(text: String, width: Int, cut: String) {
    #expect(SafeText.truncated(text, to: width) == cut)
  }
}

@Suite("Wrapping")
struct WrappingTests {
  private func lines(_ text: String, _ width: Int) -> [String] {
    SafeText.wrapped(text, width: width).map { $0.map(\.text).joined() }
  }

  @Test("Lines break between words and drop the spaces they break at")
  func words() {
    #expect(
      lines("the bus timetable means she can't get there", 12)
        == ["the bus", "timetable", "means she", "can't get", "there"])
    #expect(lines("exact fit here", 9) == ["exact fit", "here"])
    #expect(lines("a   b", 1) == ["a", "b"])
  }

  @Test("A word longer than the line is broken, and wide characters are not halved")
  func longWords() {
    #expect(lines("abcdefghij k", 4) == ["abcd", "efgh", "ij k"])
    #expect(lines("漢字漢字", 5) == ["漢字", "漢字"])
    #expect(lines("漢", 1) == ["漢"])
  }

  @Test("Every kind of line end ends a line; empty lines stay")
  func lineEnds() {
    #expect(lines("a\nb\r\nc\rd\n\ne", 10) == ["a", "b", "c", "d", "", "e"])
    #expect(lines("", 10) == [""])
    #expect(lines("a\n", 10) == ["a", ""])
  }

  @Test("Offsets of scalars survive the wrapping")
  func offsets() {
    let wrapped = SafeText.wrapped("e\u{301}a bb\r\ncc", width: 3)
    #expect(wrapped.map { $0.map(\.scalars) } == [[0..<2, 2..<3], [4..<5, 5..<6], [8..<9, 9..<10]])
  }

  @Test("No line is wider than asked unless a single cluster is")
  func neverWider() {
    for text in HostileText.samples {
      for width in 1...12 {
        for line in SafeText.wrapped(text, width: width) where line.count > 1 {
          #expect(line.reduce(0) { $0 + $1.width } <= width)
        }
      }
    }
  }
}
