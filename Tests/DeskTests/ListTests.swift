import GRDB
import Moderation
import Testing

@testable import Desk

@Suite("Lists and pages")
struct ListTests {
  let scratch = Scratch()

  @Test("Paging forward and back gives each row once, in order", arguments: [1, 2, 3, 7, 50, 500], QueueView.allCases)
  func paging(size: Int, view: QueueView) throws {
    let desk = try scratch.desk()
    try desk.fill(120)
    if view == .escalated {
      for n in 1...30 { try desk.commit([Sample.decision("c\(n * 3)", .escalate, Sample.threat)], by: Sample.kereru) }
    }
    let count = view == .queue ? 120 : 30
    var forward: [QueueRow] = []
    while case let page = try desk.page(view, after: forward.last?.position, limit: size), !page.isEmpty {
      #expect(page.count <= size)
      forward += page
    }
    #expect(forward.count == count)
    #expect(Set(forward.map(\.item)).count == count)
    #expect(forward.map(\.position) == forward.map(\.position).sorted())
    var backward = Array(forward.suffix(1))
    while let first = backward.first {
      let page = try desk.page(view, before: first.position, limit: size)
      if page.isEmpty { break }
      backward = page + backward
    }
    #expect(backward == forward)
  }

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
    let ids = try desk.page(.queue, after: nil, limit: 9).map { try desk.externalID(of: $0.item)?.id }
    #expect(ids == ["critical", "old", "young", "low", "none"])
    try desk.commit([Sample.decision("low", .escalate, Sample.threat)], by: Sample.kereru)
    try desk.commit([Sample.decision("old", .escalate, Sample.threat)], by: Sample.kereru)
    #expect(try desk.page(.escalated, after: nil, limit: 9).map(\.item) == [Sample.item("old"), Sample.item("low")])
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
    let rows = try desk.page(.queue, after: nil, limit: 9)
    for start in rows.map(\.position) + [nil] {
      for forward in [true, false] {
        let found = try desk.find(needle, in: .queue, from: start, forward: forward)
        #expect(found?.item == Sample.item(expected))
      }
    }
    #expect(try desk.find("absent", in: .queue, from: nil, forward: true) == nil)
    #expect(try desk.find("", in: .queue, from: nil, forward: true) == nil)
    #expect(try desk.find(needle, in: .escalated, from: nil, forward: true) == nil)
  }

  @Test("Going on from a hit comes to the next one, in list order or against it")
  func findNext() throws {
    let desk = try scratch.desk()
    try desk.fill(30)
    let hits = try desk.page(.queue, after: nil, limit: 99).filter { $0.excerpt.contains("2") }.map(\.item)
    var row = try desk.find("2", in: .queue, from: nil, forward: true)
    for expected in hits + hits.prefix(1) {
      #expect(row?.item == expected)
      row = try desk.find("2", in: .queue, from: row?.position, forward: true)
    }
    row = try desk.find("2", in: .queue, from: nil, forward: false)
    for expected in hits.reversed() {
      #expect(row?.item == expected)
      row = try desk.find("2", in: .queue, from: row?.position, forward: false)
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

  @Test("Pages and counts are read from indexes, never by going through the table")
  func indexes() throws {
    let desk = try scratch.desk()
    try desk.fill(10)
    let position = QueuePosition(urgency: 1, order: 2, row: 3)
    let stretches: [QueueTable.Stretch] = [.all, .after(position), .from(position), .before(position), .upTo(position)]
    try DatabaseQueue(path: scratch.path).read { db in
      func plan(_ sql: String, _ arguments: StatementArguments = []) throws -> String {
        try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql, arguments: arguments).map { $0["detail"] as String }
          .joined(separator: "; ")
      }
      for view in QueueView.allCases {
        for stretch in stretches {
          for forward in [true, false] {
            let (rest, arguments) = QueueTable.clause(view, stretch, forward: forward)
            let found = try plan("SELECT * FROM item AS i \(rest) LIMIT 5", arguments)
            #expect(found.contains("USING INDEX item_\(view.rawValue)"))
            #expect(!found.contains("TEMP B-TREE"))
            if case .all = stretch { continue }
            #expect(found.hasPrefix("SEARCH"))
          }
        }
      }
      let oldest = try plan("SELECT min(posted) FROM item WHERE status = 'open' AND posted IS NOT NULL")
      #expect(oldest.hasPrefix("SEARCH item USING INDEX item_oldest"))
    }
  }
}
