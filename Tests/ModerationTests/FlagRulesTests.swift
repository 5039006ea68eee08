import Moderation
import Testing

@Suite("What a policy says about flags")
struct FlagRulesTests {
  private func flag(_ label: Label, _ score: Int, _ spans: [(Int, Int)] = []) -> Flag {
    Flag(
      label: label, score: Score(hundredths: score), severity: .medium, why: "w",
      spans: spans.map { Span(start: $0.0, end: $0.1, type: .person) }, rule: "r@1")
  }

  @Test("Without a word of configuration flags come out as they went in")
  func nothing() {
    let rules = FlagRules(FlaggingPolicy())
    let flags = [flag(.personal, 51)]
    #expect(rules.changesNothing)
    #expect(rules.applied(to: flags, text: "bridge", channel: nil) == flags)
  }

  @Test("A threshold hides what is less certain; the channel's own comes first")
  func thresholds() {
    let rules = FlagRules(
      FlaggingPolicy(thresholds: [
        ThresholdKey(.offensive): Score(hundredths: 70),
        ThresholdKey(.offensive, channel: "page"): Score(hundredths: 90),
      ]))
    let flags = [flag(.personal, 51), flag(.offensive, 70), flag(.spam, 50)]
    #expect(rules.applied(to: flags, text: "", channel: nil).map(\.label) == [.personal, .offensive, .spam])
    #expect(rules.applied(to: flags, text: "", channel: "page").map(\.label) == [.personal, .spam])
    #expect(rules.applied(to: [flag(.offensive, 69)], text: "", channel: "other").isEmpty)
    var threat = flag(.offensive, 51)
    threat.severity = .critical
    #expect(rules.applied(to: [threat], text: "", channel: nil) == [threat], "what is critical is always shown")
  }

  @Test(
    "Watched words are whole words whatever their case, with a star they begin one",
    arguments: [
      ("The BRIDGE is shut", [4..<10]), ("bridges", []), ("drawbridge", []),
      ("a bridge, the bridge", [2..<8, 14..<20]),
      ("The budgeting of a budget", [4..<13, 19..<25]), ("rimu   street!", [0..<13]), ("rimu streets", []),
      ("Tōtara’s TŌTARA", [9..<15]), ("🙂 bridge", [2..<8]), ("", []), ("road works", [0..<10]), ("road work", [0..<9]),
    ] as [(String, [Range<Int>])])
  func watched(_ text: String, _ ranges: [Range<Int>]) {
    let entry = WatchedWords(
      words: ["bridge", "budg*", "Rimu Street", "tōtara", "road work*"], label: .complaint, severity: .high,
      why: "asked")
    let found = FlagRules(FlaggingPolicy(watchedWords: [entry])).applied(to: [], text: text, channel: nil)
    #expect(found.flatMap { $0.spans.map { $0.start..<$0.end } } == ranges)
    #expect(found.allSatisfy { $0.label == .complaint && $0.severity == .high && $0.rule == entry.rule })
  }

  @Test("A watched word's flag says why, stands in its label's place, and its rule holds no word")
  func watchedFlag() {
    let entry = WatchedWords(words: ["jane doe"], label: .personal, severity: .critical, why: "court order")
    let rules = FlagRules(FlaggingPolicy(watchedWords: [entry]))
    let found = rules.applied(to: [flag(.personal, 60), flag(.spam, 60)], text: "ask Jane Doe", channel: nil)
    #expect(found.map(\.label) == [.personal, .personal, .spam])
    #expect(found[1].why == "watched word \"jane doe\": court order")
    #expect(found[1].rule.hasPrefix("watch.") && !found[1].rule.contains("jane"))
  }

  @Test("Words are watched on their channels and until their day")
  func limits() {
    let entry = WatchedWords(
      words: ["bridge"], label: .complaint, why: "w", channels: ["page"], until: CivilDate("2026-12-31"))
    func count(_ channel: String?, _ day: String) -> Int {
      FlagRules(FlaggingPolicy(watchedWords: [entry]), on: CivilDate(day))
        .applied(to: [], text: "the bridge", channel: channel).count
    }
    #expect(count("page", "2026-12-31") == 1)
    #expect(count("page", "2027-01-01") == 0)
    #expect(count("blog", "2026-12-31") == 0)
    #expect(count(nil, "2026-12-31") == 0)
  }

  @Test("A flag that rests on what is never flagged alone is not shown")
  func neverFlag() {
    let rules = FlagRules(FlaggingPolicy(neverFlag: ["Dick Smith"]))
    let text = "dick smith owes me"
    #expect(rules.applied(to: [flag(.offensive, 80, [(0, 4)])], text: text, channel: nil).isEmpty)
    #expect(rules.applied(to: [flag(.offensive, 80, [(0, 4), (11, 15)])], text: text, channel: nil).count == 1)
    #expect(rules.applied(to: [flag(.complaint, 80)], text: text, channel: nil).count == 1, "it rests on no words")
  }

  @Test("Watched words propose what their entry says, before their label")
  func suggestions() {
    let spam = ReasonCode("SPAM")
    let entry = WatchedWords(
      words: ["bridge"], label: .complaint, suggestion: Suggestion(verb: .hide, reason: spam), why: "w")
    let policy = AgencyPolicy(
      agency: "A", zone: "UTC", contact: "", rulesURL: "", reasons: [],
      suggestions: [SuggestionKey(.complaint): Suggestion(verb: .leave, reason: spam)], escalationRoles: [],
      flagging: FlaggingPolicy(watchedWords: [entry]), digest: "")
    let found = FlagRules(policy.flagging).applied(to: [], text: "bridge", channel: nil)
    #expect(policy.suggestion(for: found) == [Suggestion(verb: .hide, reason: spam)])
    #expect(policy.suggestion(for: [flag(.complaint, 60)]) == [Suggestion(verb: .leave, reason: spam)])
  }
}
