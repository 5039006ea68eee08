import GRDB
import Moderation
import Testing

@testable import Desk

@Suite("Lists")
struct ListTests {
  let scratch = Scratch()

  @Test("The most urgent come first, then the oldest; unflagged ones are last, and the latest escalated is first")
  func order() throws {
    let desk = try scratch.desk()
    try desk.receive(
      [
        Sample.received(Sample.comment("none", "x", posted: 1)),
        Sample.received(Sample.comment("low", "x", posted: 2), [Sample.flag(.low, 99)]),
        Sample.received(Sample.comment("young", "x", posted: 9), [Sample.flag(.high, 50)]),
        Sample.received(Sample.comment("old", "x", posted: 3), [Sample.flag(.low), Sample.flag(.high, 50)]),
        Sample.received(Sample.comment("critical", "x", posted: nil), [Sample.flag(.critical, 1)]),
      ], feed: Sample.feed, by: Sample.kereru)
    let ids = try desk.page(QueueQuery(.queue), after: nil, limit: 9).map { try desk.externalID(of: $0.item)?.id }
    #expect(ids == ["critical", "old", "young", "low", "none"])
    try desk.commit([Sample.decision("low", .escalate, Sample.threat)], by: Sample.kereru)
    try desk.commit([Sample.decision("old", .escalate, Sample.threat)], by: Sample.kereru)
    #expect(
      try desk.page(QueueQuery(.escalated), after: nil, limit: 9).map(\.item)
        == [Sample.item("old"), Sample.item("low")])
  }

  @Test(
    "A word is found in any case, beyond ASCII too, both ways and round the end",
    arguments: [("TŌTARA", "t"), ("tōtara", "t"), ("plain", "p"), ("PLAIN w", "p"), ("ПРИВЕТ", "r")])
  func find(needle: String, expected: String) throws {
    let desk = try scratch.desk()
    try desk.receive(
      [
        Sample.received(Sample.comment("a", "nothing here", posted: 1)),
        Sample.received(Sample.comment("p", "a Plain Word", posted: 2)),
        Sample.received(Sample.comment("t", "Waka Tōtara", posted: 3)),
        Sample.received(Sample.comment("r", "привет\u{0}!", posted: 4)),
      ], feed: Sample.feed, by: Sample.kereru)
    let queries = QueueQuery.Order.allCases.map { QueueQuery(.queue, order: $0) }
    for query in queries {
      let rows = try desk.page(query, after: nil, limit: 9)
      for start in rows.map(\.position) + [nil] {
        for forward in [true, false] {
          #expect(try desk.find(needle, in: query, from: start, forward: forward)?.item == Sample.item(expected))
        }
      }
      #expect(try desk.find("absent", in: query, from: nil, forward: true) == nil)
      #expect(try desk.find("", in: query, from: nil, forward: true) == nil)
    }
    #expect(try desk.find(needle, in: QueueQuery(.escalated), from: nil, forward: true) == nil)
  }

  @Test("Going on from a hit comes to the next one, in list order or against it", arguments: QueueQuery.Order.allCases)
  func findNext(order: QueueQuery.Order) throws {
    let desk = try scratch.desk()
    try desk.fill(30)
    let query = QueueQuery(.queue, order: order)
    let hits = try desk.page(query, after: nil, limit: 99).filter { $0.excerpt.contains("2") }.map(\.item)
    #expect(hits.count == 12)
    var row = try desk.find("2", in: query, from: nil, forward: true)
    for expected in hits + hits.prefix(1) {
      #expect(row?.item == expected)
      row = try desk.find("2", in: query, from: row?.position, forward: true)
    }
    row = try desk.find("2", in: query, from: nil, forward: false)
    for expected in hits.reversed() {
      #expect(row?.item == expected)
      row = try desk.find("2", in: query, from: row?.position, forward: false)
    }
  }

  @Test("A row shows 200 scalars and the private stretches in them; the rest is the detail's")
  func excerpt() throws {
    let desk = try scratch.desk()
    let text = String(repeating: "👨‍👩‍👧ā\u{0}", count: 100)
    let spans = [
      Span(start: 0, end: 3, type: .relation, subject: .other), Span(start: 4, end: 9, type: .person, subject: .other),
      Span(start: 190, end: 260, type: .condition, subject: .other), Span(start: 300, end: 310, type: .phone),
    ]
    try desk.receive(
      [Sample.received(Sample.comment("c1", text), [Sample.flag(.high, spans: spans)])], feed: Sample.feed,
      by: Sample.kereru)
    let row = try #require(try desk.row(Sample.item("c1")))
    #expect(row.excerpt == String(String.UnicodeScalarView(text.unicodeScalars.prefix(200))))
    #expect(
      row.spans == [
        Span(start: 4, end: 9, type: .person, subject: .other),
        Span(start: 190, end: 200, type: .condition, subject: .other),
      ])
    let detail = try #require(try desk.detail(Sample.item("c1")))
    #expect(detail.text == text)
    #expect(detail.flags == [Sample.flag(.high, spans: spans)])
  }

  @Test("A page of the queue is read from an index in its order, never sorted and never by going through the table")
  func indexes() throws {
    let desk = try scratch.desk()
    try desk.fill(10)
    let position = QueuePosition(urgency: 1, order: 2, row: 3)
    let stretches: [Stretch] = [.all, .after(position), .from(position), .before(position), .upTo(position)]
    try scratch.look { (db: Database) throws -> Void in
      for query in Self.fastQueries {
        for stretch in stretches {
          for forward in [true, false] {
            let plan = try Self.plan(query, stretch, forward: forward, db)
            #expect(plan.contains("SEARCH item"), "\(query): \(plan)")
            #expect(!plan.contains("TEMP B-TREE") && !plan.contains("SCAN item"), "\(query): \(plan)")
          }
        }
      }
    }
  }

  private static var fastQueries: [QueueQuery] {
    var queries: [QueueQuery] = []
    for order in [QueueQuery.Order.urgent, .oldest, .newest] {
      for label in [nil, Label.health] {
        for severity in [nil] + Severity.allCases {
          for channel in [nil, "waka"] {
            queries.append(QueueQuery(.queue, order: order, channel: channel, label: label, severity: severity))
          }
        }
      }
    }
    return queries + [QueueQuery(.escalated), QueueQuery(.escalated, channel: "waka")]
  }

  /// How SQLite goes about the statements that a page of keys takes.
  private static func plan(_ query: QueueQuery, _ stretch: Stretch, forward: Bool, _ db: Database) throws -> String {
    let seen = Statements()
    db.trace { if case .statement(let statement) = $0 { seen.sql.append(statement.expandedSQL) } }
    _ = try QueueKeys(query, db).keys(stretch, forward: forward, limit: 5)
    db.trace()
    return try seen.sql.filter { $0.hasPrefix("SELECT row") }.map { sql in
      try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql).map { $0["detail"] as String }.joined(separator: "; ")
    }.joined(separator: "; ")
  }

  /// What a trace saw.
  private final class Statements: @unchecked Sendable {
    // Filled on the database's own queue, and read there.
    var sql: [String] = []
  }
}
