import Moderation
import Testing

@testable import Classifier

@Suite("The classifier")
struct ClassifierTests {
  static let texts = [
    "My wife takes 40 mg of fluoxetine and you hid my comment, you pack of clowns",
    "How much did the rebrand cost? Please release the report", "we're on the roof, water is rising, 3 kids",
    "DM me to recover your account", "Lovely photos, thanks!", "", "👍", "name suppression my foot",
  ]

  @Test("Any number of threads gives the same flags")
  func deterministic() async throws {
    let classifier = try Shared.loaded.get()
    let expected = Self.texts.map { classifier.flags(for: $0) }
    await withTaskGroup(of: [[Flag]].self) { group in
      for _ in 0..<8 {
        group.addTask {
          var scratch = Scratch()
          return Self.texts.map { classifier.flags(for: $0, scratch: &scratch) }
        }
      }
      for await found in group { #expect(found == expected) }
    }
  }

  @Test("Flags come in the order of the labels, from 0.50, with sorted spans inside the text", arguments: texts)
  func shape(text: String) throws {
    let flags = try Shared.flags(text)
    #expect(flags.map(\.label) == flags.map(\.label).sorted())
    for flag in flags {
      #expect(flag.score >= Score(hundredths: 50))
      #expect(flag.spans.map(\.start) == flag.spans.map(\.start).sorted())
      #expect(flag.spans.allSatisfy { $0.start < $0.end && $0.end <= text.unicodeScalars.count })
      #expect(!flag.why.isEmpty && !flag.why.contains("\n"))
    }
  }

  @Test(
    "What each label is for",
    arguments: [
      ("How much did the rebrand cost?", Label.request), ("Under the OIA please release the report", .request),
      ("I've waited 9 weeks and nobody answers", .complaint), ("you hid my comment", .complaint),
      ("we're on the roof, water is rising, 3 kids", .welfare), ("I can't go on anymore, I want to die", .welfare),
      ("DM me to recover your account", .spam), ("he's got name suppression but it's the coach", .legal),
    ])
  func labels(text: String, label: Label) throws { #expect(try Shared.labels(text).contains(label), "\(text)") }

  @Test(
    "Ordinary comments carry nothing",
    arguments: [
      "Lovely photos, thanks!", "what time do you open on Saturday?", "where do I get the form?",
      "this queue is killing me",
      "Thanks Jo!", "please fix the road", "Good on you team, great work",
    ])
  func nothing(text: String) throws { #expect(try Shared.labels(text) == [], "\(text)") }

  @Test(
    "Hostile input ends, whatever it is",
    arguments: [
      String(repeating: "my mum has cancer ", count: 600), String(repeating: "@", count: 20_000),
      String(repeating: "a@b.cd ", count: 1_500), String(repeating: "1 ", count: 4_000),
      String(repeating: "f u c k ", count: 2_000), String(repeating: "14 Rimu Street ", count: 700),
      String(repeating: "\u{301}", count: 20_000), String(repeating: "x", count: 20_000),
      String(decoding: (0..<10_000).map { UInt8(truncatingIfNeeded: $0 &* 7919) }, as: UTF8.self),
      String(repeating: "021 555 0134 ", count: 300), String(repeating: "Jane Smith dob 1/2/88 ", count: 200),
      String(repeating: "he has cancer and ", count: 300), String(repeating: "a at gmail dot com ", count: 300),
      String(repeating: "Flat 3, ", count: 500), String(repeating: "00:", count: 1_000), "@", "#", "'", "1'1", "a'",
      "\u{0}\u{1B}[2J\u{202E}\u{FFFF}\u{10FFFF}&#39;&amp",
    ])
  func hostile(text: String) throws {
    for span in try Shared.flags(text).flatMap(\.spans) { #expect(span.end <= text.unicodeScalars.count) }
  }

  @Test("Folding keeps the way back to the scalars")
  func folding() {
    var document = Document()
    document.read("Pōhutukawa e\u{301}a æ ＡＢ &amp; ок")
    #expect(document.words(0..<5) == "pohutukawa ea ae ab & ok")
    #expect(document.scalars(tokens: 1..<2) == 11..<14)
    #expect(document.tokens.count == 5)
  }

  @Test("A bad line of a word list is named by file and line")
  func badLine() {
    var lexicon = Lexicon(capacity: 8)
    #expect(throws: LexiconError.badLine(file: "x.tsv", line: 2, what: "unknown role kim")) {
      try LexiconReader.add(Array("# head\nmum\tkim\n".utf8), named: "x.tsv", to: &lexicon)
    }
  }
}
