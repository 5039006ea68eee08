import Moderation

@testable import Desk

/// Some thousand items that are unlike each other in everything that a filter can ask, and what is known of them.
struct FilterWorld {
  var items: [Known] = []

  struct Known {
    var received: ReceivedComment
    var item: ItemID
    var alias = ""
    var state = ItemState()
    var learned = Timestamp(milliseconds: 0)
    var order: Int64 = 0
    var decisions: [Event] = []
    var isReopened = false
    var isEdited = false
  }

  static let words = [
    "bus", "late", "flooding", "flooded", "Tōtara", "road", "timetable", "TIME", "wife", "🤬", "10:30", "don't", "the",
  ]
  private static let channels = ["waka", "Facebook page", "forum"]
  private static let languages = [nil, "en", "en-NZ", "mi", "eng"]

  /// Fills a desk, decides about some of the items, takes some of it back, and notes what came of it.
  static func make(_ desk: Desk, count: Int, random: inout SeededGenerator) throws -> FilterWorld {
    var world = FilterWorld()
    for n in 0..<count { world.items.append(known(n, &random)) }
    for start in stride(from: 0, to: count, by: count / 4) {
      try world.receive(start..<min(count, start + count / 4), desk)
    }
    try world.decide(desk, &random)
    // Some texts are edited after a decision, so that they wait again.
    for index in 0..<count where index % 37 == 0 {
      world.items[index].received.comment.text += " edited late"
      world.items[index].received.flags = flags(&random)
      world.items[index].isEdited = true
      let wasDecided = world.items[index].state.status == .decided
      try world.receive(index..<index + 1, desk)
      if wasDecided { world.items[index].isReopened = true }
    }
    for index in world.items.indices {
      guard let detail = try desk.detail(world.items[index].item) else { throw Unexpected("no item") }
      world.items[index].state = detail.state
      world.items[index].alias = detail.alias
    }
    return world
  }

  private static func known(_ n: Int, _ random: inout SeededGenerator) -> Known {
    let text = (0..<Int.random(in: 1...8, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }
    var comment = Sample.comment(
      "c\(n)", text.joined(separator: " "),
      posted: n % 11 == 0 ? nil : Ticks.start - Int64.random(in: 0...10, using: &random) * 86_400_000,
      thread: n % 5 == 0 ? nil : "t\(n % 7)", author: n % 13 == 0 ? nil : "u\(n % 17)")
    comment.language = languages[n % languages.count]
    comment.parent = n % 3 == 0 ? "c1" : nil
    comment.replies = n % 4 == 0 ? 2 : n % 4 == 1 ? 0 : nil
    comment.attachments = n % 9 == 0 ? ["https://pictures.example/1.png"] : []
    if n % 19 == 0 { comment.edited = PlatformTime(Timestamp(milliseconds: Ticks.start), zone: .utc) }
    let channel = channels[n % channels.count]
    return Known(
      received: Sample.received(comment, flags(&random), channel: channel),
      item: Sample.item("c\(n)", channel: channel), isEdited: comment.edited != nil)
  }

  private static func flags(_ random: inout SeededGenerator) -> [Flag] {
    let labels = Set(
      (0..<Int.random(in: 0...3, using: &random)).map { _ in Label.allCases.randomElement(using: &random) ?? .spam })
    return labels.sorted().map { label in
      let types = [SpanType.threat, .phone, .cue]
      let span = Span(
        start: 0, end: 1, type: types.randomElement(using: &random) ?? .cue,
        subject: [nil, .author, .other].randomElement(using: &random) ?? nil)
      var flag = Sample.flag(
        Severity.allCases.randomElement(using: &random) ?? .low, Int.random(in: 0...100, using: &random), label,
        spans: [span])
      flag.rule = "\(label.rawValue).\(["rule", "model", "threat", "staff"].randomElement(using: &random) ?? "rule")@1"
      return flag
    }
  }

  private mutating func receive(_ range: Range<Int>, _ desk: Desk) throws {
    try desk.receive(items[range].map(\.received), feed: Sample.feed, by: Sample.kereru)
    let event = try desk.events(before: nil, limit: 9).first { $0.type == .imported }
    for index in range where items[index].learned.milliseconds == 0 {
      items[index].learned = event?.at ?? items[index].learned
      items[index].order =
        items[index].received.comment.created?.instant.milliseconds ?? items[index].learned.milliseconds
    }
  }

  private mutating func decide(_ desk: Desk, _ random: inout SeededGenerator) throws {
    let verbs: [(Verb, ReasonCode)] = [
      (.hide, Sample.spam), (.leave, Sample.spam), (.hide, Sample.hate), (.escalate, Sample.threat),
      (.record, Sample.spam),
      (.hold, Sample.spam),
    ]
    for index in items.indices where index % 3 == 0 {
      let (verb, reason) = verbs[Int.random(in: 0..<verbs.count, using: &random)]
      let batch = index % 30 == 0 && index + 1 < items.count ? [index, index + 1] : [index]
      let events = try desk.commit(
        batch.map { Decision(item: items[$0].item, revision: 1, verb: verb, reasons: [reason]) }, by: Sample.kereru)
      if index % 12 == 0 {
        try desk.undo(by: Sample.kereru)
      } else {
        for (place, event) in zip(batch, events.filter { $0.type == .decided }) {
          items[place].decisions.append(event)
          items[place].state = event.after ?? items[place].state
        }
      }
    }
  }

  // MARK: The reference

  /// The items of a list in its order, found one by one and sorted.
  func list(_ query: QueueQuery, _ clock: QueryClock) -> [ItemID] {
    let found = items.enumerated().filter { _, known in
      let isIn =
        switch query.view {
        case .queue: known.state.status == .open
        case .escalated: known.state.status == .escalated
        case .snoozed: known.state.status == .snoozed
        case .untaken: known.state.stage == .notApplied || known.state.stage == .changed
        case .all: true
        }
      return isIn && (query.filter.condition.map { holds($0, known, clock) } ?? true)
    }
    func key(_ index: Int, _ known: Known) -> (Int64, Int64, Int64) {
      let calm = -Int64(StandingItem.urgency(of: known.received.flags))
      return switch query.order {
      case .urgent: (calm, known.order, Int64(index))
      case .oldest: (0, known.order, Int64(index))
      case .newest, .latest: (0, -known.order, -Int64(index))
      }
    }
    return found.sorted { key($0.offset, $0.element) < key($1.offset, $1.element) }.map(\.element.item)
  }

  func holds(_ condition: FilterCondition, _ known: Known, _ clock: QueryClock) -> Bool {
    switch condition {
    case .test(let test): return holds([test], known, clock)
    case .not(let inner): return !holds(inner, known, clock)
    case .any(let parts): return parts.contains { holds($0, known, clock) }
    case .all(let parts):
      let tests = parts.compactMap { part -> FilterTest? in if case .test(let test) = part { test } else { nil } }
      let others = parts.filter { if case .test = $0 { false } else { true } }
      return holds(tests, known, clock) && others.allSatisfy { holds($0, known, clock) }
    }
  }

  private func holds(_ tests: [FilterTest], _ known: Known, _ clock: QueryClock) -> Bool {
    func one<Value>(_ values: [Value], _ isOf: (FilterTest) -> Bool, _ holds: (FilterTest, Value) -> Bool) -> Bool {
      let mine = tests.filter(isOf)
      let named = mine.filter { test in
        switch test {
        case .label, .labelScore, .verb: true
        default: false
        }
      }
      let rest = mine.filter { !named.contains($0) }
      let wishes = named.isEmpty ? [rest] : named.map { [$0] + rest }
      return mine.isEmpty
        || wishes.allSatisfy { wish in values.contains { value in wish.allSatisfy { holds($0, value) } } }
    }
    return one(known.received.flags, Self.isOfFlag, Self.holds)
      && one(known.decisions, Self.isOfDecision) { holds($0, $1, clock) }
      && tests.filter { !Self.isOfFlag($0) && !Self.isOfDecision($0) }.allSatisfy { holds($0, known, clock) }
  }

  private static func isOfFlag(_ test: FilterTest) -> Bool {
    switch test {
    case .label, .labelScore, .score, .severity, .kind, .rule: true
    default: false
    }
  }

  private static func isOfDecision(_ test: FilterTest) -> Bool {
    switch test {
    case .verb, .reason, .decidedBy, .decided, .batch: true
    default: false
    }
  }

  private static func holds(_ test: FilterTest, _ flag: Flag) -> Bool {
    switch test {
    case .label(let labels): labels.contains(flag.label)
    case .labelScore(let label, let bound): flag.label == label && bound.holds(flag.score)
    case .score(let bound): bound.holds(flag.score)
    case .severity(let bound): bound.holds(flag.severity)
    case .kind(let kinds): kinds.contains { $0.holds(flag) }
    case .rule(let rules):
      rules.contains { flag.rule == $0 || flag.rule.hasPrefix($0 + ".") || flag.rule.hasPrefix($0 + "@") }
    default: false
    }
  }

  private func holds(_ test: FilterTest, _ decision: Event, _ clock: QueryClock) -> Bool {
    switch test {
    case .verb(let verbs): decision.verb.map(verbs.contains) ?? false
    case .reason(let codes):
      decision.reasons.contains { reason in codes.contains { reason.hasPrefix($0.rawValue + "@") } }
    case .decidedBy(let people): people.contains(decision.actor)
    case .decided(let bound): bound.range(clock).contains(decision.at)
    case .batch(let ids): decision.batch.map { id in ids.contains { id.hasPrefix($0) } } ?? false
    default: false
    }
  }

  private func holds(_ test: FilterTest, _ known: Known, _ clock: QueryClock) -> Bool {
    let comment = known.received.comment
    switch test {
    case .state(let states): return states.contains(known.state.status)
    case .stage(let stages): return known.state.stage.map(stages.contains) ?? false
    case .visibility(let visibilities): return visibilities.contains(known.state.visibility)
    case .escalatedTo(let roles): return known.state.status == .escalated && roles.contains(RoleName("security"))
    case .channel(let names): return names.contains { $0.lowercased() == known.received.channel.lowercased() }
    case .author(let aliases):
      return aliases.contains(known.alias) || aliases.contains("unknown") && comment.authorID == nil
    case .thread(let names):
      return comment.thread.map { thread in
        names.contains { $0 == thread || "title of \(thread)".contains($0.lowercased()) }
      } ?? false
    case .language(let tags):
      return comment.language.map { tag in tags.contains { tag == $0 || tag.hasPrefix($0 + "-") } } ?? false
    case .age(let bound): return bound.range(clock).contains(Timestamp(milliseconds: known.order))
    case .posted(let bound): return comment.created.map { bound.range(clock).contains($0.instant) } ?? false
    case .learned(let bound): return bound.range(clock).contains(known.learned)
    case .feature(let features): return features.contains { holds($0, known) }
    case .word(let word): return Self.has(word, comment.text)
    case .phrase(let phrase): return (" " + comment.text.lowercased() + " ").contains(" " + phrase.lowercased() + " ")
    case .pattern(let pattern): return !pattern.marks(in: comment.text).isEmpty
    default: return false
    }
  }

  private func holds(_ feature: ItemFeature, _ known: Known) -> Bool {
    switch feature {
    case .flagged: !known.received.flags.isEmpty
    case .unflagged: known.received.flags.isEmpty
    case .reopened: known.isReopened
    case .recorded: known.state.recorded
    case .edited: known.isEdited
    case .reply: known.received.comment.parent != nil
    case .answered: known.received.comment.replies ?? 0 > 0
    case .media: !known.received.comment.attachments.isEmpty
    }
  }

  /// Whether a text has a word of this world.
  private static func has(_ word: String, _ text: String) -> Bool {
    func plain(_ word: Substring) -> String { word.lowercased().replacing("ō", with: "o") }
    let parts = word.split { $0 == ":" || $0 == "'" }
    guard word != "🤬", let last = parts.last else { return text.split(separator: " ").contains { $0 == word } }
    let words = text.split { " :'".contains($0) }.map(plain)
    return parts.dropLast().allSatisfy { words.contains(plain($0)) }
      && words.contains { plain(last).utf8.count >= 4 ? $0.hasPrefix(plain(last)) : $0 == plain(last) }
  }
}
