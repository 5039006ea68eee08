import Moderation
import Testing

@Suite("The query language")
struct QueryParserTests {
  @Test(
    "What is written one way or another comes out in one way",
    arguments: [
      ("", ""), ("   ", ""),
      ("label:health score>0.8", "label:health score>0.80"),
      ("LABEL:Health,SPAM,health", "label:health,spam"),
      ("score:>0.8", "score>0.80"), ("score>=80%", "score>=0.80"), ("score=.5", "score:0.50"),
      ("score:0.5..0.75", "score:0.50..0.75"), ("health>0.8", "health>0.80"), ("spam:0.5..1", "spam:0.50..1.00"),
      ("severity>=high", "severity>=high"), ("sev:high,critical", "severity:high,critical"),
      ("kind:threat,self", "kind:threat,self"), ("rule:personal.email", "rule:personal.email"),
      ("state:open,escalated", "state:open,escalated"), ("status=open", "state:open"),
      ("stage:not-applied", "stage:not_applied"), ("visibility:hidden", "visibility:hidden"),
      ("to:privacy_officer", "to:privacy_officer"),
      ("channel:\"Facebook page\",council", "channel:\"Facebook page\",council"),
      ("channel:“Facebook page”", "channel:\"Facebook page\""), ("channel:\"council\"", "channel:council"),
      ("author:weka-2207", "author:weka-2207"), ("thread:\"bus timetable\"", "thread:\"bus timetable\""),
      ("lang:mi", "language:mi"), ("age<2h", "age<2h"), ("age>=90m", "age>=90m"), ("age:2h..3d", "age:2h..3d"),
      ("posted:2026-11-01..2026-11-05", "posted:2026-11-01..2026-11-05"), ("posted:2026-11-01", "posted:2026-11-01"),
      ("posted>=2026-11", "posted:2026-11.."), ("posted<=2026-11-05", "posted:..2026-11-05"),
      ("posted<2026-11-05T14:30", "posted<2026-11-05T14:30"), ("learned:Today", "learned:today"),
      ("decided>yesterday", "decided>yesterday"), ("posted:..", "posted:.."),
      ("verb:open_case,hide", "verb:open_case,hide"), ("reason:health-3p", "reason:HEALTH-3P"),
      ("by:a.kereru", "by:a.kereru"), ("batch:5f0c", "batch:5f0c"),
      ("is:media", "has:media"), ("has:edited", "is:edited"), ("is:reopened", "is:reopened"),
      ("has:media,reply", "is:media,reply"),
      ("bus late", "bus late"), ("don't", "don't"), ("10:30", "10:30"), ("🤬", "🤬"), ("off", "off"),
      ("\"exact  words\"", "\"exact  words\""), ("\"a \\\"quote\\\" and \\\\\"", "\"a \\\"quote\\\" and \\\\\""),
      ("\"or\"", "\"or\""), ("\"label:health\"", "\"label:health\""),
      ("/road (works|closed)/", "/road (works|closed)/"), ("/a\\/b[/]\\d/c", "/a\\/b[/]\\d/c"),
      ("-label:spam", "-label:spam"), ("not label:spam", "-label:spam"), ("NOT bus", "-bus"), ("--bus", "bus"),
      ("−bus", "-bus"), ("-(bus late)", "-(bus late)"), ("-(bus)", "-bus"), ("not not bus", "bus"),
      ("bus or tram", "bus or tram"), ("bus OR tram late", "bus or tram late"),
      ("(bus or tram) late", "(bus or tram) late"),
      ("(bus or (tram or train))", "bus or tram or train"), ("bus and late", "bus late"),
      ("(label:health score>0.8) label:spam", "(label:health score>0.80) label:spam"),
      ("((bus))", "bus"), ("(bus late)", "(bus late)"), ("(a (b c))", "(a (b c))"),
      ("off(label:spam) bus", "off(label:spam) bus"), ("OFF(bus or tram)", "off(bus or tram)"),
      ("off(bus late)", "off(bus late)"), ("off((bus late))", "off(bus late)"),
    ])
  func canonical(text: String, expected: String) throws {
    let filter = try QueueFilter(text)
    #expect(filter.text == expected)
    #expect(try QueueFilter(filter.text) == filter)
  }

  @Test("What stands together is a stack; groups and either-or are one condition each")
  func stack() throws {
    #expect(try QueueFilter("label:health score>0.8 bus").entries.map(\.text) == ["label:health", "score>0.80", "bus"])
    #expect(try QueueFilter("(label:health score>0.8) bus").entries.count == 2)
    #expect(try QueueFilter("a b or c").entries.map(\.text) == ["a b or c"])
    #expect(try QueueFilter("off(a or b) c").entries.map(\.isOn) == [false, true])
  }

  @Test(
    "What is wrong is pointed at, and what to write is said",
    arguments: [
      ("score>high", "      ^^^^", "score needs a number from 0 to 1, e.g. score>0.8"),
      ("score>80", "      ^^", "score needs a number from 0 to 1, e.g. score>0.80"),
      ("score>0,8", "      ^^^", "score needs a number from 0 to 1, e.g. score>0.80"),
      ("a score>1.5", "        ^^^", "score needs a number from 0 to 1, e.g. score>0.8"),
      ("health:high", "       ^^^^", "health needs a number from 0 to 1, e.g. health>0.8"),
      ("health>", "^^^^^^^", "health needs a number from 0 to 1, e.g. health>0.8"),
      ("score:0.9..0.1", "      ^^^^^^^^", "the range ends before it begins; write score:0.10..0.90"),
      ("lable:health", "^^^^^", "there is no key lable; did you mean label? To look for words, put them in quotes"),
      ("https://bit.ly", "^^^^^", "there is no key https; to look for words, put them in quotes"),
      ("label:", "^^^^^^", "label needs a value, e.g. label:health"),
      ("label: health", "^^^^^^", "label needs a value, e.g. label:health"),
      ("label>health", "^^^^^^", "label is not compared; write label:health"),
      ("label:helth", "      ^^^^^", "label has no helth; did you mean label:health?"),
      ("label:high", "      ^^^^", "write severity:high"), ("state:hidden", "      ^^^^^^", "write visibility:hidden"),
      ("is:open", "   ^^^^", "write state:open"), ("severity:health", "         ^^^^^^", "write label:health"),
      (
        "stage:xyz", "      ^^^",
        "stage has no xyz; it is one of proposed, committed, exported, applied, reconciled, not_applied, changed"
      ),
      ("label:health,", "             ^", "label needs a value, e.g. label:health"),
      ("age<2", "    ^", "age needs a number and m, h, d or w, e.g. age<2h"),
      ("age<2hours", "    ^^^^^^", "age needs a number and m, h, d or w, e.g. age<2h"),
      ("age<3D", "    ^^", "age needs a number and m, h, d or w, e.g. age<3d"),
      ("age:3d", "    ^^", "age needs a number and m, h, d or w, e.g. age<3d"),
      ("age<-1h", "    ^^^", "age needs a number and m, h, d or w, e.g. age<2h"),
      ("age<2026-11-01", "    ^^^^^^^^^^", "age is how long ago; for a day write posted:2026-11-01"),
      ("age:3d..2h", "    ^^^^^^", "the range ends before it begins; write age:2h..3d"),
      ("posted<2h", "       ^^", "posted needs a day, e.g. posted:2026-11-01; for how long ago write age<2h"),
      (
        "posted:soon", "       ^^^^",
        "posted needs a day, e.g. posted:2026-11-01..2026-11-05, or a month, a time, today or yesterday"
      ),
      ("posted:2026-02-30", "       ^^^^^^^^^^", "there is no 2026-02-30 in the calendar"),
      (
        "posted:2026-11-05..2026-11-01", "       ^^^^^^^^^^^^^^^^^^^^^^",
        "the range ends before it begins; write posted:2026-11-01..2026-11-05"
      ),
      ("\"bus", "^", "this quote is not closed; end it with \""),
      ("\" \"", "^^^", "there is nothing between these quotes"),
      ("/bus", "^", "this pattern is not closed; end it with /, or put words with a slash in quotes"),
      (
        "/r/nz", "   ^^",
        "only c (case counts) can follow a pattern; put words with a slash in quotes, and write \\/ within a pattern"
      ),
      ("/a(b/", "  ^", "this group is not closed; end it with ), or write \\( for the character"),
      (
        "/a\\/b(?=c)/", "     ^^^",
        "looking ahead or back, or a named group, is not supported: patterns are matched in one pass over the text"
      ),
      ("/(a)\\1/", "    ^^", "a backreference is not supported: patterns are matched in one pass over the text"),
      ("(bus", "^", "this parenthesis is not closed; end the group with )"),
      ("bus)", "   ^", "no group is open here; leave ) out, or put it in quotes"),
      ("()", "^^", "there is nothing in this group"),
      ("-", "^", "what is not wanted must follow, e.g. -label:spam"),
      ("bus not", "    ^^^", "what is not wanted must follow, e.g. -label:spam"),
      ("or bus", "^^", "or stands between two conditions; to look for the word, write \"or\""),
      ("bus or", "    ^^", "or stands between two conditions; to look for the word, write \"or\""),
      ("bus or or tram", "       ^^", "or stands between two conditions; to look for the word, write \"or\""),
      ("-off(bus)", " ^^^^^^^^", "off(…) switches a whole condition; it cannot stand within another"),
      ("(off(bus))", " ^^^^^^^^", "off(…) switches a whole condition; it cannot stand within another"),
      ("off(a) or b", "^^^^^^", "off(…) switches a whole condition; it cannot stand within another"),
    ])
  func errors(text: String, carets: String, message: String) {
    let error = #expect(throws: QueryError.self) { try QueueFilter(text) }
    #expect(error?.pointing(into: text) == text + "\n" + carets)
    #expect(error?.message == message)
  }

  @Test("Whatever is typed is read or refused, never more than so deep or long")
  func hostile() throws {
    #expect(throws: QueryError.self) { try QueueFilter(String(repeating: "(", count: 1999)) }
    #expect(throws: QueryError.self) { try QueueFilter(String(repeating: "-", count: 1999)) }
    #expect(throws: QueryError.self) { try QueueFilter(String(repeating: "a", count: 2001)) }
    #expect(throws: QueryError.self) { try QueueFilter("/((((((a{200}){200}){200}){200}){200}){200}/") }
    #expect(try QueueFilter("/((((((){200}){200}){200}){200}){200}){200}/").entries.count == 1)
    var random = Generator(seed: 7)
    let pieces = [
      "label", ":", "health", ",", "score", ">", "<", "=", "0.8", "(", ")", "-", " or ", "not ", "\"", "/", "\\", "[",
      "]",
      "off(", "{2,3}", "age", "2h", "posted", "2026-11-01", "..", "ā", "\u{301}", "🤬", "\n", "*", "?", "|", "^", "\\d",
    ]
    var read = 0
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 1...9, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
        .joined()
      do {
        let filter = try QueueFilter(text)
        #expect(try QueueFilter(filter.text) == filter, "\(text)")
        read += 1
      } catch {
        #expect(error.range.lowerBound >= 0 && error.range.upperBound <= text.unicodeScalars.count, "\(text)")
        #expect(!error.message.isEmpty)
      }
    }
    #expect(read > 1000)
  }

  @Test("Any condition reads back from its own text")
  func roundTrip() throws {
    var random = Generator(seed: 11)
    for _ in 0..<3000 {
      let filter = QueueFilter(
        (0..<Int.random(in: 1...3, using: &random)).map { _ in
          QueueFilter.Entry(.random(depth: 3, &random), isOn: Bool.random(using: &random))
        })
      let read = try QueueFilter(filter.text)
      #expect(read == filter, "\(filter.text)")
      #expect(read.text == filter.text)
    }
  }
}

@Suite("A stack of filters")
struct QueueFilterTests {
  @Test("Conditions are put on, switched and taken out by number; one that is there is not put on twice")
  func stack() throws {
    var filter = try QueueFilter("label:health")
    filter.push(try QueueFilter("score>0.8 label:health"))
    #expect(filter.text == "label:health score>0.80")
    filter.toggle(1)
    #expect(filter.text == "off(label:health) score>0.80")
    #expect(filter.condition == .test(.score(.compared(.greater, Score(0.8)))))
    filter.push(try QueueFilter("label:health"))
    #expect(filter.text == "label:health score>0.80")
    filter.toggleAll()
    #expect(filter.text == "off(label:health) off(score>0.80)")
    #expect(filter.condition == nil)
    filter.toggleAll()
    #expect(filter.remove(1)?.text == "label:health")
    #expect(filter.remove(2) == nil)
    filter.toggle(5)
    #expect(filter.text == "score>0.80")
    #expect(filter.pop()?.text == "score>0.80")
    #expect(filter.pop() == nil && filter.isEmpty && filter.text == "")
  }

  @Test("Whether a filter asks where items stand, in what of it is on")
  func state() throws {
    #expect(try QueueFilter("bus (state:open or label:spam)").asksForState)
    #expect(try QueueFilter("stage:exported").asksForState)
    #expect(try !QueueFilter("off(state:open) visibility:hidden").asksForState)
  }

  @Test("Times are the agency's: a day begins and ends at its midnight, across a change of the clocks too")
  func times() throws {
    // Thirteen hours ahead until the clocks go back, at 14:00 UTC on 4 April 2026, and twelve after.
    let change = Int64(1_775_311_200_000)
    let clock = QueryClock(now: Timestamp(milliseconds: change + 3_600_000)) { time in
      Timestamp(milliseconds: time.milliseconds + (time.milliseconds < change ? 13 : 12) * 3_600_000).civil()
    }
    func range(_ text: String) throws -> String {
      let range: Range<Timestamp>
      switch try QueueFilter(text).condition {
      case .test(.posted(let bound)): range = bound.range(clock)
      case .test(.age(let bound)): range = bound.range(clock)
      default: return "?"
      }
      func end(_ time: Timestamp) -> String {
        time.milliseconds == .min || time.milliseconds == .max ? "" : time.iso8601()
      }
      return end(range.lowerBound) + " " + end(range.upperBound)
    }
    #expect(try range("posted:2026-04-05") == "2026-04-04T11:00:00Z 2026-04-05T12:00:00Z")
    #expect(try range("posted:today") == "2026-04-04T11:00:00Z 2026-04-05T12:00:00Z")
    #expect(try range("posted:yesterday") == "2026-04-03T11:00:00Z 2026-04-04T11:00:00Z")
    #expect(try range("posted:2026-03..2026-04-01") == "2026-02-28T11:00:00Z 2026-04-01T11:00:00Z")
    #expect(try range("posted>2026-04-05") == "2026-04-05T12:00:00Z ")
    #expect(try range("posted<2026-04-05T10:30") == " 2026-04-04T22:30:00Z")
    #expect(try range("posted:2026-04-05T10:30") == "2026-04-04T22:30:00Z 2026-04-04T22:31:00Z")
    #expect(try range("posted:..") == " ")
    #expect(try range("age<2h") == "2026-04-04T13:00:00.001Z ")
    #expect(try range("age<=2h") == "2026-04-04T13:00:00Z ")
    #expect(try range("age>2h") == " 2026-04-04T13:00:00Z")
    #expect(try range("age>=2h") == " 2026-04-04T13:00:00.001Z")
    #expect(try range("age:1h..1d") == "2026-04-03T15:00:00Z 2026-04-04T14:00:00.001Z")
  }
}

/// The same numbers on every machine and every run.
struct Generator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension FilterCondition {
  static func random(depth: Int, _ random: inout Generator) -> FilterCondition {
    func parts() -> [FilterCondition] {
      (0..<Int.random(in: 1...3, using: &random)).map { _ in .random(depth: depth - 1, &random) }
    }
    return switch depth == 0 ? 0 : Int.random(in: 0...5, using: &random) {
    case 3: .not(.random(depth: depth - 1, &random))
    case 4: .all(parts())
    case 5: .any(parts())
    default: .test(.random(&random))
    }
  }
}

extension FilterTest {
  static func random(_ random: inout Generator) -> FilterTest {
    func some<Value>(_ values: [Value]) -> [Value] {
      (0..<Int.random(in: 1...3, using: &random)).map { _ in values[Int.random(in: 0..<values.count, using: &random)] }
    }
    let names = ["council", "Facebook page", "a,b", "", "\"", "<x", "ā (b)", "\\", "x:y", "or", "-n", "\n"].filter {
      !$0.isEmpty
    }
    let words = names.filter { $0 != "\n" }
    let comparison = some(Comparison.allCases)[0]
    let score = Score(hundredths: Int.random(in: 0...100, using: &random))
    let days = some(["2026-11-05", "2024-02-29"].compactMap { CivilDate($0) }).map(TimePoint.day)
    let points: [TimePoint] =
      days + [.today, .yesterday, .month(year: 2026, month: 1)]
      + [CivilTime(year: 2026, month: 5, day: 6, hour: 7, minute: 8)].compactMap { $0.map(TimePoint.minute) }
    let bounds: [TimeBound] = [
      .within(days[0], days[0]), .within(points[0], nil), .within(nil, some(points)[0]), .after(some(points)[0]),
      .before(some(points)[0]), .within(nil, nil),
    ]
    let spans = [TimeSpan(2, .hours), TimeSpan(90, .minutes), TimeSpan(3, .days), TimeSpan(0, .weeks)].compactMap(
      \.self)
    let patterns = ["a/b", "[/]", "\\d+\\/", "(a|b)*c"].compactMap {
      try? TextPattern($0, caseCounts: score.hundredths % 2 == 0)
    }
    let tests: [FilterTest] = [
      .label(some(Label.allCases)), .labelScore(some(Label.allCases)[0], .compared(comparison, score)),
      .score(.within(score, score)), .score(.compared(comparison, score)), .severity(.oneOf(some(Severity.allCases))),
      .severity(.compared(comparison, .high)), .kind(some(FlagTrait.all)), .rule(some(names)),
      .state(some(ItemState.Status.allCases)), .stage(some(ItemState.Stage.allCases)),
      .visibility(some(ItemState.Visibility.allCases)), .escalatedTo(some(names).map { RoleName($0) }),
      .channel(some(names)), .author(some(names)), .thread(some(names)), .language(some(names)),
      .age(.compared(comparison, some(spans)[0])), .age(.within(spans[3], spans[2])), .posted(some(bounds)[0]),
      .learned(some(bounds)[0]), .decided(some(bounds)[0]), .verb(some(Verb.allCases)),
      .reason(some(["SPAM", "HEALTH-3P"]).map { ReasonCode($0) }), .decidedBy(some(names)), .batch(some(names)),
      .feature(some(ItemFeature.allCases)), .word(some(words + ["10:30", "a/b", "off"])[0]),
      .phrase(some(words + ["two  words"])[0]), .pattern(some(patterns)[0]),
    ]
    return some(tests)[0]
  }
}
