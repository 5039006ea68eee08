import Moderation
import Testing

@testable import Classifier

@Suite("Careless typing")
struct RobustnessTests {
  static let texts = [
    "My wife's chemo was cancelled and she's got breast cancer", "Koro's got dementia, he's at Whakatāne hospital",
    "I live at 14B Rimu Street, Kilbirnie, ring me on 021 555 0134", "Our neighbour's son has epilepsy",
    "my mum's IRD number is 49-091-850",
  ]

  private static func labels(_ text: String) throws -> [Label] {
    try Shared.labels(text).filter { $0 == .health || $0 == .personal }
  }

  @Test("Case, apostrophes, macrons, emoji and wrapped lines change nothing", arguments: texts)
  func variants(text: String) throws {
    let expected = try Self.labels(text)
    #expect(!expected.isEmpty)
    let variants = [
      text.lowercased(), text.uppercased(), text.replacing("'", with: ""), text.replacing("'", with: "’"),
      text.replacing("ā", with: "a"),
      text.replacing("ā", with: "a\u{304}"), text.replacing(" ", with: " 😬 "), text.replacing(" ", with: "  "),
      "🌊👩‍👩‍👧 " + text, text + " 🙏🏽",
      text.replacing("a", with: "а"), String(String.UnicodeScalarView(text.unicodeScalars.map { Self.wide($0) })),
      text.lowercased().replacing(" has ", with: "\nhas "),
    ]
    for variant in variants { #expect(try Self.labels(variant) == expected, "\(variant)") }
  }

  private static func wide(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0x30...0x39).contains(scalar.value), let wide = Unicode.Scalar(scalar.value + 0xFEE0) else { return scalar }
    return wide
  }

  @Test(
    "A span covers the same words wherever they stand",
    arguments: ["", "🌊", "👩‍👩‍👧 ", "Tēnā koe. ", "e\u{301}e\u{301} ", "&amp; ", "ﬁ œ æ ß ", "中文。", "\u{200B}\u{FEFF}"])
  func offsets(prefix: String) throws {
    for (text, quotes) in [
      ("My dad has bowel cancer", ["My dad", "bowel cancer"]), ("ring me on +64 21 555 0134 ok", ["+64 21 555 0134"]),
      ("we live at 8 Nīkau Crescent, Ōtaki ok", ["8 Nīkau Crescent, Ōtaki"]),
      ("my mail is ta\u{304}ne.k@mailbox.example", ["ta\u{304}ne.k@mailbox.example"]),
    ] {
      let whole = prefix + text
      let spans = try Shared.flags(whole).filter { $0.label == .health || $0.label == .personal }.flatMap(\.spans)
      #expect(spans.map { Shared.quote($0, in: whole) } == quotes, "\(whole)")
    }
  }
}
