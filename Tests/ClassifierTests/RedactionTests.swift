import Moderation
import Testing

@testable import Classifier

@Suite("Masked copies")
struct RedactionTests {
  private static let text = "🌊 My wife, Jané, lives at 14 Rimu Street."

  private static func span(_ start: Int, _ end: Int, _ type: SpanType) -> Span {
    Span(start: start, end: end, type: type)
  }

  @Test("A span becomes its type in brackets, whatever stands before it")
  func byType() {
    let redaction = Redaction(
      of: Self.text, hiding: [Self.span(26, 40, .address), Self.span(11, 15, .person), Self.span(2, 9, .relation)])
    #expect(redaction.text == "🌊 [relation], [person], lives at [address].")
    #expect(redaction.replaced.map(\.range) == [2..<9, 11..<15, 26..<40])
  }

  @Test("Overlapping spans become one replacement; empty and outlying ones none")
  func overlapping() {
    let redaction = Redaction(
      of: "ring 021 555 0134 now",
      hiding: [
        Self.span(5, 12, .phone), Self.span(9, 17, .phone), Self.span(3, 3, .person), Self.span(99, 120, .person),
      ])
    #expect(redaction.text == "ring [phone] now")
  }

  @Test("A ground for withholding stands for every stretch")
  func ground() {
    #expect(
      Redaction(of: "ask Jo Tua about it", hiding: [Self.span(4, 10, .person)], under: "s9(2)(a)").text
        == "ask [s9(2)(a)] about it")
  }

  @Test("A label may leave a span alone")
  func left() {
    let redaction = Redaction(of: "ask Jo now", hiding: [Self.span(4, 6, .person), Self.span(7, 10, .cue)]) {
      $0.type.isPrivate ? "█" : nil
    }
    #expect(redaction.text == "ask █ now")
  }

  @Test("An accent of the last letter goes with it, and nothing of a stretch is kept")
  func marks() {
    let text = "ko Ma\u{304}ia\u{301} ia"
    let redaction = Redaction(of: text, hiding: [Self.span(3, 8, .person)])
    #expect(redaction.text == "ko [person] ia")
  }

  @Test(
    "Masking what was flagged hides it, and what is left says nothing of it",
    arguments: [
      "my wife takes 40 mg of fluoxetine", "ring me on 021 555 0134 🌊", "He lives at 14B Rimu Street, Kilbirnie",
      "my ird is 49-091-850",
    ])
  func flagged(text: String) throws {
    let spans = try Shared.flags(text).flatMap(\.spans).filter(\.type.isPrivate)
    let redaction = Redaction(of: text, hiding: spans)
    for span in spans { #expect(!redaction.text.contains(Shared.quote(span, in: text))) }
    #expect(Redaction(of: redaction.text, hiding: []).text == redaction.text)
  }
}
