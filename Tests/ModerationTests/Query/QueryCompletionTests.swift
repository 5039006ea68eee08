import Moderation
import Testing

@Suite("Completion of queries")
struct QueryCompletionTests {
  static let vocabulary = QueryVocabulary(
    channels: [.init("facebook", title: "Facebook page"), .init("waka", title: "Waka page")],
    reasons: [.init("PI-OTHER", title: "Somebody else's details"), .init("SPAM", title: "Spam")],
    people: [.init("a.kereru", title: "moderator")], roles: [.init("privacy officer", title: "Privacy officer")],
    languages: [.init("en-NZ"), .init("mi", title: "te reo Māori")])

  @Test(
    "The cursor is where the mark is; what is offered takes the place of the range, the likeliest first",
    arguments: [
      ("se|", 0..<2, ["severity>=", "kind:self"]), ("lab|", 0..<3, ["label:"]), ("lab|el:spam", 0..<5, ["label:"]),
      ("label:|", 6..<6, ["health", "personal", "offensive"]), ("label:s|", 6..<7, ["spam"]),
      ("label:spam,h|", 11..<12, ["health"]), ("label:s|pam,health", 6..<10, ["spam"]),
      ("-label:we|", 7..<9, ["welfare"]), ("(bus or state:e|)", 14..<15, ["escalated"]),
      ("channel:page|", 8..<12, ["facebook", "waka"]), ("channel:\"wa|", 8..<11, ["waka"]),
      ("reason:pi|", 7..<9, ["PI-OTHER"]),
      ("reason:det|", 7..<10, ["PI-OTHER"]), ("to:|", 3..<3, ["\"privacy officer\""]), ("by:|", 3..<3, ["a.kereru"]),
      ("language:m|", 9..<10, ["mi"]), ("score>|", 6..<6, ["0.5", "0.8", "0.9"]), ("age<|", 4..<4, ["1h", "2h", "1d"]),
      ("health>|", 7..<7, ["0.5", "0.8", "0.9"]), ("bus hidd|", 4..<8, ["visibility:hidden", "verb:hide"]),
      ("posted:to|", 7..<9, ["today"]), ("bus o|", 4..<5, ["or"]), ("has:|", 4..<4, ["media"]),
      ("\"lab|", 4..<4, []), ("/lab|/", 4..<4, []), ("\"bus\" lab|", 6..<9, ["label:"]), ("nokey:x|", 7..<7, []),
      ("|", 0..<0, ["label:", "score>", "severity>="]), ("bus |", 4..<4, ["label:", "score>", "severity>="]),
    ])
  func candidates(marked: String, range: Range<Int>, expected: [String]) {
    let cursor = marked.unicodeScalars.enumerated().first { $0.element == "|" }?.offset ?? 0
    let text = String(String.UnicodeScalarView(marked.unicodeScalars.filter { $0 != "|" }))
    let completions = QueueFilter.completions(for: text, at: cursor, Self.vocabulary)
    #expect(completions.range == range)
    #expect(Array(completions.candidates.map(\.text).prefix(max(1, expected.count))) == expected)
  }

  @Test("Every key is explained, its example is a query, and what is offered for it can be read")
  func keys() throws {
    let keys = QueueFilter.completions(for: "", at: 0, Self.vocabulary).candidates
    #expect(keys.count == QueryKey.allCases.count)
    for (key, candidate) in zip(QueryKey.allCases, keys) {
      #expect(!candidate.explanation.isEmpty && candidate.kind == .key)
      #expect(try QueueFilter(key.example).text.hasPrefix(key.rawValue))
      let length = candidate.text.unicodeScalars.count
      for value in QueueFilter.completions(for: candidate.text, at: length, Self.vocabulary).candidates {
        #expect(throws: Never.self) { try QueueFilter(candidate.text + value.text) }
        #expect(value.kind == .value && !value.explanation.isEmpty)
      }
    }
  }

  @Test("A name that nobody knows is worth a remark")
  func unknown() throws {
    let filter = try QueueFilter(
      "channel:Waka,twitter reason:spam,old-code by:nobody language:xx (to:\"privacy officer\")")
    #expect(Self.vocabulary.unknownNames(in: filter) == ["channel twitter", "reason OLD-CODE", "by nobody"])
  }

  @Test("Wherever the cursor is, whatever is written, there is an answer within the text")
  func hostile() {
    for text in ["label:\"", "\\", "/[", "a:\"b\\", "label:,,", "“", "-(", "off(", "x\u{301}:y", "label:\"a\",\"b"] {
      for cursor in -1...text.unicodeScalars.count + 1 {
        let range = QueueFilter.completions(for: text, at: cursor, Self.vocabulary).range
        #expect(range.lowerBound >= 0 && range.upperBound <= text.unicodeScalars.count, "\(text) \(cursor)")
      }
    }
  }
}
