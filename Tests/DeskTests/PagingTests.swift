import Moderation
import Testing

@testable import Desk

/// Every list, in every order, under every filter, against a model that sorts and filters an array.
@Suite("Paging")
struct PagingTests {
  let scratch = Scratch()

  /// What the model knows of an item.
  private struct Known {
    var row: Int64
    var item: ItemID
    var channel: String
    var posted: Int64
    var flags: [Flag]
    var moved: Int64 = 0
    var state = ItemState()

    var urgency: Int {
      flags.map { ($0.severity.rank + 1) * 1000 + $0.score.hundredths }.max() ?? 0
    }
  }

  private static func key(_ known: Known, _ order: QueueQuery.Order) -> [Int64] {
    switch order {
    case .urgent: [-Int64(known.urgency), known.posted, known.row]
    case .oldest: [known.posted, known.row]
    case .newest: [-known.posted, -known.row]
    case .latest: [-known.moved, -known.row]
    }
  }

  private static func isShown(_ known: Known, _ query: QueueQuery) -> Bool {
    let inView =
      switch query.view {
      case .queue: known.state.status == .open
      case .escalated: known.state.status == .escalated
      case .snoozed: known.state.status == .snoozed
      case .untaken: known.state.stage == .notApplied || known.state.stage == .changed
      case .all: true
      }
    return inView && (query.channel.map { $0 == known.channel } ?? true)
      && (query.label.map { label in known.flags.contains { $0.label == label } } ?? true)
      && (query.severity.map { severity in known.flags.contains { $0.severity >= severity } } ?? true)
  }

  /// Some 150 items on three channels, in all kinds of states.
  private func prepare(_ generator: inout SeededGenerator) throws -> (Desk, [Known]) {
    let desk = try scratch.desk()
    var known: [Known] = []
    var batch: [ReceivedComment] = []
    for number in 1...150 {
      let labels = Label.allCases.filter { _ in Int.random(in: 0..<6, using: &generator) == 0 }
      let flags = labels.map { label in
        Sample.flag(
          Severity.allCases.randomElement(using: &generator) ?? .low, Int.random(in: 0...3, using: &generator), label)
      }
      let posted = Int64.random(in: 1...20, using: &generator)
      let channel = ["waka", "tui", "kea"].randomElement(using: &generator) ?? "waka"
      batch.append(Sample.received(Sample.comment("c\(number)", "x", posted: posted), flags, channel: channel))
      known.append(
        Known(
          row: Int64(number), item: Sample.item("c\(number)", channel: channel), channel: channel, posted: posted,
          flags: flags))
    }
    try desk.receive(batch, feed: Sample.feed, by: Sample.kereru)
    for index in known.indices {
      let (verb, reason) =
        [
          (Verb.hide, Sample.spam), (.escalate, Sample.threat), (.snooze, Sample.spam), (.leave, Sample.spam),
          (nil, Sample.spam), (nil, Sample.spam),
        ].randomElement(using: &generator) ?? (nil, Sample.spam)
      guard let verb else { continue }
      var decision = Decision(item: known[index].item, revision: 1, verb: verb, reasons: [reason])
      decision.until = Timestamp(milliseconds: Ticks.start * 2)
      let event = try desk.commit([decision], by: Sample.kereru)[0]
      if verb == .escalate { known[index].moved = event.sequence }
    }
    _ = try desk.exportActions(audience: "x", by: Sample.kereru) { _ in "ab" }
    let exported = try desk.events(before: nil, limit: 200).filter { $0.type == .exported }
    try desk.note(
      exported.compactMap(\.cause).map { ActionReport(decision: $0, isDone: $0 % 3 == 0) }, sheetSHA256: "cd",
      by: Sample.kereru)
    for index in known.indices {
      known[index].state = try #require(try desk.row(known[index].item)).state
      let last = try desk.detail(known[index].item)?.history.last { $0.type == .applied }
      if let last { known[index].moved = last.sequence }
    }
    return (desk, known)
  }

  private static func query(_ generator: inout SeededGenerator) -> QueueQuery {
    QueueQuery(
      QueueView.allCases.randomElement(using: &generator) ?? .queue,
      order: QueueQuery.Order.allCases.randomElement(using: &generator),
      channel: ["waka", "tui", "nowhere", nil, nil].randomElement(using: &generator) ?? nil,
      label: Bool.random(using: &generator) ? Label.allCases.randomElement(using: &generator) : nil,
      severity: Bool.random(using: &generator) ? Severity.allCases.randomElement(using: &generator) : nil)
  }

  @Test("Every list is what a naive model sorts, forward, back and counted", arguments: 1...3)
  func model(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let (desk, known) = try prepare(&generator)
    let all = QueueView.allCases.flatMap { view in
      QueueQuery.Order.allCases.map { QueueQuery(view, order: $0) }
    }
    for query in all + (0..<120).map({ _ in Self.query(&generator) }) {
      let expected = known.filter { Self.isShown($0, query) }
        .sorted { Self.key($0, query.order).lexicographicallyPrecedes(Self.key($1, query.order)) }.map(\.item)
      let size = [1, 2, 7, 50, 500].randomElement(using: &generator) ?? 7
      if query.channel == nil, query.label == nil { #expect(!expected.isEmpty, "\(query)") }
      #expect(try desk.count(query) == expected.count)
      var forward: [QueueRow] = []
      while case let page = try desk.page(query, after: forward.last?.position, limit: size), !page.isEmpty {
        #expect(page.count <= size)
        forward += page
      }
      #expect(forward.map(\.item) == expected, "\(query)")
      var backward: [QueueRow] = []
      while case let page = try desk.page(query, before: backward.first?.position, limit: size), !page.isEmpty {
        backward = page + backward
      }
      #expect(backward == forward, "\(query)")
    }
    try desk.check()
  }

  @Test("A page goes on from its key when the rows before it, and the one it was read at, have left")
  func leaving() throws {
    let desk = try scratch.desk()
    try desk.fill(20)
    let query = QueueQuery(.queue, order: .oldest)
    let all = try desk.page(query, after: nil, limit: 99)
    let first = try desk.page(query, after: nil, limit: 5)
    for row in first.suffix(2) {
      try desk.commit(
        [Decision(item: row.item, revision: 1, verb: .leave, reasons: [Sample.spam])], by: Sample.kereru)
    }
    #expect(try desk.page(query, after: first[4].position, limit: 5) == Array(all[5..<10]))
    #expect(try desk.page(query, before: first[3].position, limit: 5) == Array(all[0..<3]))
    #expect(try desk.page(query, after: nil, limit: 0) == [])
  }
}
