import Moderation
import Testing

@testable import Desk

@Suite("Filters on the desk")
struct FilterTests {
  let scratch = Scratch()

  private static let queries = [
    "label:health", "label:health,spam", "label:health label:spam", "health>0.5", "score>0.8", "label:health score>0.8",
    "(label:health or label:spam) score>0.8", "-label:health", "severity>=high", "severity:low label:spam",
    "kind:threat",
    "kind:self", "kind:staff", "kind:staff,hate label:complaint", "-kind:threat label:offensive",
    "kind:phone label:personal", "rule:health", "rule:health.model score<0.5", "-(label:health score>0.5)",
    "state:open", "state:decided", "state:escalated,open", "stage:committed", "visibility:hidden",
    "-visibility:visible",
    "to:security", "to:privacy", "channel:waka", "channel:WAKA,\"facebook page\"", "channel:nowhere", "thread:t1",
    "thread:\"of t\"", "thread:\"TITLE OF T2\"", "language:en", "language:mi", "-language:en", "age<3d", "age>=3d",
    "age:1d..4d",
    "posted:2026-09-14..2026-09-17", "posted:..", "-posted:..", "posted>2026-09-18", "learned:..", "learned:today",
    "verb:hide", "verb:hide verb:leave", "reason:spam", "verb:hide reason:hate", "by:akereru", "by:nobody",
    "decided:..",
    "decided:yesterday", "-decided:..", "is:flagged", "is:unflagged", "is:reopened", "is:recorded", "is:edited",
    "is:reply",
    "is:answered", "has:media", "is:media,reply", "bus", "BUS late", "-bus", "flood", "flooding", "totara",
    "TŌTARA road",
    "time", "10:30", "don't", "🤬", "zzz", "\"bus late\"", "\"the bus\" road", "-\"late bus\"", "\"us late\"",
    "\"10:30\"", "/b.s/",
    "/^(bus|late) .*road$/", "-/o/", "/fl[o]{2}d(ing|ed)/ state:open", "bus or \"road late\"",
    "(bus or /^late/) -label:spam",
    "off(bus) label:legal", "off(bus)", "",
  ]

  @Test("What a filter lets through, how much of it and in what order is what going through the items one by one gives")
  func reference() throws {
    var random = SeededGenerator(seed: 1)
    let desk = try scratch.desk()
    let world = try FilterWorld.make(desk, count: 240, random: &random)
    let clock = QueryClock(now: scratch.ticks.now)
    for indexed in [0, 100, 200] {
      if indexed > 0 { _ = try desk.store.write { try $0.indexWords(limit: indexed) } }
      // A desk that remembers nothing, and one that does.
      for desk in [try scratch.desk(), desk] {
        let authors = "author:unknown,\(world.items[1].alias) -author:\(world.items[2].alias.uppercased())"
        for text in Self.queries + [authors] {
          try Self.compare(text, desk, world, clock, &random)
        }
      }
    }
  }

  @Test("Any filter at all: random ones, joined in any way")
  func random() throws {
    var random = SeededGenerator(seed: 2)
    let desk = try scratch.desk()
    let world = try FilterWorld.make(desk, count: 240, random: &random)
    let clock = QueryClock(now: scratch.ticks.now)
    let simple = Self.queries.filter { !$0.contains("off(") && !$0.isEmpty }
    func query(_ depth: Int) -> String {
      switch depth == 0 ? 0 : Int.random(in: 0...4, using: &random) {
      case 1: "-(" + query(depth - 1) + ")"
      case 2: "(" + query(depth - 1) + ") or (" + query(depth - 1) + ")"
      case 3: "(" + query(depth - 1) + ") " + query(0)
      default: simple.randomElement(using: &random) ?? "bus"
      }
    }
    for _ in 0..<200 { try Self.compare(query(3), desk, world, clock, &random) }
  }

  /// A page, the pages after it, those before one, the count, and an item's place.
  private static func compare(
    _ text: String, _ desk: Desk, _ world: FilterWorld, _ clock: QueryClock, _ random: inout SeededGenerator
  ) throws {
    let filter = try QueueFilter(text)
    let view = [QueueView.all, .queue].randomElement(using: &random) ?? .all
    let order = [QueueQuery.Order.urgent, .oldest, .newest].randomElement(using: &random) ?? .urgent
    let query = QueueQuery(view, order: order, filter: filter)
    let expected = world.list(query, clock)
    let listed = try desk.listed(query, limit: .max).map(\.item)
    #expect(listed == expected, "\(text) in \(view) by \(order)")
    #expect(try desk.count(query) == expected.count, "\(text)")
    guard let middle = expected.indices.randomElement(using: &random) else {
      #expect(try desk.page(query, after: nil, limit: 3).isEmpty && desk.page(query, before: nil, limit: 3).isEmpty)
      return
    }
    let position = try desk.position(of: expected[middle], in: query)
    #expect(try desk.place(of: expected[middle], in: query) == middle, "\(text)")
    #expect(
      try desk.page(query, before: position, limit: 5).map(\.item) == Array(expected[..<middle].suffix(5)), "\(text)")
    #expect(
      try desk.page(query, after: position, limit: 5).map(\.item) == Array(expected[(middle + 1)...].prefix(5)),
      "\(text)")
    #expect(try desk.page(query, before: nil, limit: 2).map(\.item) == Array(expected.suffix(2)), "\(text)")
    #expect(try desk.page(query, after: nil, limit: 2).map(\.item) == Array(expected.prefix(2)), "\(text)")
  }

  @Test("Filters follow what happens on the desk: decisions, new and edited comments, other programs' as well")
  func following() throws {
    let desk = try scratch.desk()
    let other = try scratch.desk(console: "other")
    func counts(_ texts: String...) throws -> [Int] {
      try texts.map { try desk.count(QueueQuery(.all, filter: QueueFilter($0))) }
    }
    try desk.receive(
      [
        Sample.received(Sample.comment("a", "a bus"), [Sample.flag(.high)]),
        Sample.received(Sample.comment("b", "late")),
      ],
      feed: Sample.feed, by: Sample.kereru)
    #expect(try counts("state:open", "bus", "/bus/", "label:health", "verb:hide", "language:mi") == [2, 1, 1, 1, 0, 0])
    try other.commit([Sample.decision("a", .hide)], by: Sample.kereru)
    #expect(try counts("state:open", "visibility:hidden", "verb:hide", "stage:committed") == [1, 1, 1, 1])
    try other.undo(by: Sample.kereru)
    #expect(try counts("state:open", "visibility:hidden", "verb:hide", "stage:committed") == [2, 0, 0, 0])
    try desk.indexAllWords()
    #expect(try counts("bus", "late") == [1, 1])
    var new = Sample.comment("c", "another bus")
    new.language = "mi"
    try other.receive(
      [Sample.received(new), Sample.received(Sample.comment("a", "a train"), [Sample.flag(.low, 90, .spam)])],
      feed: Sample.feed, by: Sample.kereru)
    #expect(
      try counts("bus", "train", "/bus/", "/train/", "label:health", "label:spam", "language:mi", "is:edited") == [
        1, 1, 1, 1, 0, 1, 1, 1,
      ])
    // The same text again, seen by another classifier.
    try other.receive(
      [Sample.received(Sample.comment("b", "late"), [Sample.flag(.low, 50, .complaint)])],
      feed: FeedIdentity(sha256: "", format: "f", rules: "classifier@2"), by: Sample.kereru)
    #expect(try counts("label:complaint", "complaint:0.5", "is:unflagged") == [1, 1, 1])
    try desk.check()
  }

  @Test(
    "Ages go by the desk's clock; a desk that is only read goes by its last event, or by the clock that it is given")
  func ages() throws {
    let desk = try scratch.desk()
    try desk.receive(
      [Sample.received(Sample.comment("a", "x", posted: Ticks.start - 7_200_000))], feed: Sample.feed, by: Sample.kereru
    )
    let query = QueueQuery(.queue, filter: try QueueFilter("age<3h"))
    #expect(try desk.count(query) == 1)
    scratch.ticks.advance(seconds: 7200)
    #expect(try desk.count(query) == 0)
    #expect(try Desk.existing(path: scratch.path).count(query) == 1)
    let now = scratch.ticks.now
    #expect(try Desk.existing(path: scratch.path) { QueryClock(now: now) }.count(query) == 0)
  }

  @Test("A page stops at its budget, says how far it looked, and goes on from there without looking twice")
  func budget() throws {
    let desk = try scratch.desk()
    try desk.fill(500)
    let query = QueueQuery(.queue, order: .oldest, filter: try QueueFilter("/number (7|77|477)$/"))
    var found: [ItemID] = []
    var position: QueuePosition?
    var looks = 0
    var looked = 0
    repeat {
      let look = try desk.look(query, after: position, limit: 9, budget: 100)
      found += look.rows.map(\.item)
      looked += look.looked
      looks += 1
      position = look.stopped
    } while position != nil
    #expect(Set(found) == Set(["c7", "c77", "c477"].map { Sample.item($0) }))
    #expect(looked == 500 && looks == 5)
    #expect(try desk.look(query, after: nil, limit: 9, budget: 0).rows.count == 3)
    let label = try desk.look(
      QueueQuery(.queue, filter: try QueueFilter("label:health")), after: nil, limit: 5, budget: 0)
    #expect(label.rows.count == 5 && label.stopped == nil && label.looked == 0)
  }

  @Test("A question that nobody waits for any more is given up, and the next one is answered all the same")
  func interruption() throws {
    let desk = try scratch.desk()
    try desk.fill(3000)
    let gone = Interruption()
    gone.interrupt()
    for text in ["/x/", "-/number/", "label:health", "decided:..", "language:mi"] {
      let query = QueueQuery(.queue, filter: try QueueFilter(text))
      let error = #expect(throws: DeskError.self) { try desk.count(query, unless: gone) }
      #expect(error == .interrupted)
      #expect(try desk.count(query) == (text == "label:health" ? 2400 : 0))
    }
  }

  @Test("Filters can be made ready before the first is asked, and a batch is known by the first digits of its id")
  func ready() throws {
    let desk = try scratch.desk()
    try desk.fill(20)
    let events = try desk.commit([Sample.decision("c1", .hide), Sample.decision("c2", .hide)], by: Sample.kereru)
    try desk.prepareFilters()
    let batch = try #require(events.last?.batch)
    for text in ["batch:\(batch)", "batch:\(batch.prefix(6).uppercased())", "batch:nobody,\(batch)"] {
      #expect(try desk.count(QueueQuery(.all, filter: QueueFilter(text))) == 2, "\(text)")
    }
    let first = try #require(try desk.position(of: Sample.item("c1"), in: QueueQuery(.all)))
    #expect(try desk.row(Sample.item("c1"))?.position == first)
    #expect(try desk.position(of: Sample.item("absent"), in: QueueQuery(.all)) == nil)
    #expect(try desk.place(of: Sample.item("c1"), in: QueueQuery(.queue)) == nil)
  }

  @Test("Each condition of a stack is counted alone, whether it is on or off")
  func counts() throws {
    let desk = try scratch.desk()
    try desk.fill(100)
    let query = QueueQuery(.queue, filter: try QueueFilter("label:health off(severity:critical) /number 1/"))
    #expect(try desk.counts(query) == [80, 20, 12])
  }

  @Test("A word is searched for within a filtered list, both ways and round its end")
  func find() throws {
    let desk = try scratch.desk()
    try desk.fill(60)
    let query = QueueQuery(.queue, order: .oldest, filter: try QueueFilter("severity:critical"))
    let hits = try desk.page(query, after: nil, limit: 99).filter { $0.excerpt.contains("4") }.map(\.item)
    #expect(hits.count == 7)
    var row: QueueRow?
    for expected in hits + hits.prefix(1) {
      row = try desk.find("4", in: query, from: row?.position, forward: true)
      #expect(row?.item == expected)
    }
  }
}
