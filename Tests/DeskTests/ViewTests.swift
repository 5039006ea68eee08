import GRDB
import Moderation
import Testing

@testable import Desk

/// The views are what the events make of them, whatever happened, and a hand in the file is found out.
@Suite("Views made anew")
struct ViewTests {
  let scratch = Scratch()

  // MARK: A long life

  /// A team at work, at random.
  private struct Life {
    let desk: Desk
    let ticks: Ticks
    var generator: SeededGenerator
    var number = 0
    var feeds = 0
    var done: [String: Int] = [:]

    static let users = [
      Sample.kereru, Sample.weka, Sample.tui, Sample.huia, Sample.kea, Sample.ruru, Sample.moa, Sample.stranger,
    ]

    mutating func pick<Element>(_ elements: [Element]) -> Element {
      elements[Int.random(in: 0..<elements.count, using: &generator)]
    }

    mutating func step() throws {
      ticks.advance(seconds: Int64.random(in: 0...600, using: &generator))
      let (name, act) = pick(Self.acts)
      do {
        try act(&self)
        done[name, default: 0] += 1
      } catch CommitError.refused {
        done["refused", default: 0] += 1
      }
    }

    /// How often each comes up is how often it is there.
    static let acts: [(String, @Sendable (inout Life) throws -> Void)] = [
      ("receive", { try $0.receive() }), ("receive", { try $0.receive() }), ("decide", { try $0.decide() }),
      ("decide", { try $0.decide() }), ("decide", { try $0.decide() }), ("decide", { try $0.decide() }),
      ("delete", { try $0.delete() }), ("delete", { try $0.delete() }), ("undo", { try $0.undo() }),
      ("undo", { try $0.undo() }), ("undo", { try $0.undo() }),
      ("partial undo", { try $0.undoPart() }), ("export", { try $0.export() }), ("note", { try $0.note() }),
      ("wake", { _ = try $0.desk.wake() }), ("claim", { try $0.claim() }), ("index", { try $0.index() }),
    ]

    private mutating func item() -> String { "c\(Int.random(in: 1...40, using: &generator))" }

    private mutating func receive() throws {
      feeds += 1
      let rules = "classifier@\(pick([1, 2, 3]))"
      var batch: [ReceivedComment] = []
      for _ in 0..<Int.random(in: 1...12, using: &generator) {
        let labels = Label.allCases.filter { _ in Int.random(in: 0..<5, using: &generator) == 0 }
        let flags = labels.map { label in Sample.flag(pick(Severity.allCases), pick([10, 50, 90]), label) }
        let words = pick(["some words", "some words", "other words", "tōtara \(feeds)"])
        var comment = Sample.comment(item(), words, posted: pick([nil, 5, 9, 12]))
        comment.state = pick([.published, .published, .hidden, .deleted, .unknown])
        batch.append(Sample.received(comment, flags))
      }
      let counts = try desk.receive(
        batch, feed: FeedIdentity(sha256: "", format: "f@1", rules: rules), by: pick([Sample.ruru, Sample.moa]))
      try desk.close(
        ImportAccount(file: "feed", sha256: "sha\(pick([feeds, feeds, 1]))", read: batch.count),
        coverage: FeedCoverage(channels: ["waka"], threads: pick([[], ["t1"]]), sightings: counts.sightings),
        by: Sample.ruru)
    }

    private mutating func decision() throws -> Decision? {
      guard let row = try desk.row(Sample.item(item())) else { return nil }
      let verb = pick(Verb.allCases.filter { $0 != .delete })
      var decision = Decision(
        item: row.item, revision: row.revision, seen: pick([row.state, nil]), verb: verb,
        reasons: [verb == .escalate ? Sample.threat : Sample.spam])
      if verb == .escalate { decision.escalateTo = pick([nil, RoleName("privacy"), RoleName("b.weka")]) }
      if verb == .hold { decision.reasons = [pick([Sample.spam, Sample.threat])] }
      if verb == .hold { decision.escalateTo = pick([nil, RoleName("privacy")]) }
      if verb == .snooze {
        decision.until = Timestamp(milliseconds: ticks.now.milliseconds + pick([5000, 500_000, 5_000_000]))
      }
      return decision
    }

    private mutating func decide() throws {
      var decisions: [Decision] = []
      for _ in 0..<pick([1, 1, 1, 2, 5]) { if let decision = try decision() { decisions.append(decision) } }
      try desk.commit(decisions, by: pick(Self.users))
    }

    private mutating func delete() throws {
      guard let row = try desk.row(Sample.item(item())) else { return }
      let reason = pick([Sample.hate, Sample.threat, Sample.spam])
      for user in [Sample.huia, pick([Sample.kea, Sample.kereru])] {
        try desk.commit(
          [Decision(item: row.item, revision: row.revision, verb: .delete, reasons: [reason])], by: user)
        if Bool.random(using: &generator) { return }
      }
    }

    private mutating func undo() throws { try desk.undo(by: pick(Self.users)) }

    private mutating func undoPart() throws {
      let batches = try desk.events(before: nil, limit: 60).compactMap { $0.type == .batch ? $0.batch : nil }
      guard !batches.isEmpty else { return }
      try desk.undo(
        batch: pick(batches), only: pick([nil, Set((1...20).map { Sample.item("c\($0)") })]),
        by: pick([Sample.tui, Sample.kereru]))
    }

    private mutating func export() throws {
      let fails = Int.random(in: 0..<4, using: &generator) == 0
      do {
        _ = try desk.exportActions(channel: pick([nil, "waka"]), audience: "x", by: pick([Sample.tui, Sample.huia])) {
          _ in
          if fails { throw Unexpected("no paper") }
          return "ab"
        }
      } catch is Unexpected {}
    }

    private mutating func note() throws {
      let sent = try desk.events(before: nil, limit: 40).compactMap { $0.type == .exported ? $0.cause : nil }
      let reports = sent.map { ActionReport(decision: $0, isDone: Bool.random(using: &generator)) }
      try desk.note(reports, sheetSHA256: "cd", by: Sample.tui)
    }

    private mutating func claim() throws {
      let user = pick(Array(Self.users.prefix(5)))
      _ = try desk.claim(Sample.item(item()), by: user)
      try desk.appear(as: user)
    }

    private mutating func index() throws {
      _ = try desk.store.write { [limit = pick([1, 10])] in try $0.indexWords(limit: limit) }
    }
  }

  @Test("After a long life of a team every view is what the events make of it", arguments: [1, 2, 3, 4, 5] as [UInt64])
  func longLife(seed: UInt64) throws {
    let desk = try scratch.desk(Sample.team)
    var life = Life(desk: desk, ticks: scratch.ticks, generator: SeededGenerator(seed: seed))
    for step in 1...400 {
      try life.step()
      if step % 100 == 0 { try desk.check() }
    }
    for name in Set(Life.acts.map(\.0)) { #expect(life.done[name, default: 0] > 2, "\(name): \(life.done)") }
    #expect(
      Set(try desk.events(before: nil, limit: 9999).map(\.type)).isSuperset(of: [
        .imported, .decided, .undone, .refused, .proposed, .batch, .reopened, .exported, .applied, .reconciled,
        .accounted,
      ]))
    // The status line is what the lists hold.
    let backlog = try desk.backlog()
    #expect(backlog.open == (try desk.count(QueueQuery(.queue))))
    #expect(backlog.urgent == (try desk.count(QueueQuery(.queue, severity: .high))))
    #expect(backlog.escalated == (try desk.count(QueueQuery(.escalated))))
    #expect(backlog.untaken == (try desk.count(QueueQuery(.untaken))))
    #expect(backlog.unexported == (try desk.pendingActions().count))
    for action in try desk.pendingActions() {
      let wanted = ItemState().applying(action.verb).visibility
      #expect(try desk.row(action.item)?.state.visibility == wanted, "a sheet asks for what the desk says is so")
    }
    // Nobody sleeps for ever, and nobody's proposal is waited for without there being one.
    let lost = try scratch.look { db in
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM item WHERE (status = 'snoozed' AND until IS NULL) OR (stage = 'proposed' AND proposal IS NULL)
          OR (status = 'escalated' AND escalated_to IS NULL)
          """)
    }
    #expect(lost == 0)
    // Search is right however far the index has come.
    let found = try desk.search("totara", limit: 99).map(\.item)
    let rows = try desk.rows((1...40).map { Sample.item("c\($0)") })
    #expect(Set(found) == Set(rows.filter { $0.excerpt.contains("tōtara") }.map(\.item)))
  }

  // MARK: A hand in the file

  private func prepare() throws -> Desk {
    let desk = try scratch.desk(Sample.team)
    try desk.fill(10, by: Sample.ruru)
    try desk.commit([Sample.decision("c1", .hide), Sample.decision("c3", .escalate, Sample.threat)], by: Sample.kereru)
    try desk.close(
      ImportAccount(
        file: "feed.json", sha256: "ab", read: 10, skipped: [FeedProblem(file: "feed.json", line: 3, why: "no id")]),
      by: Sample.ruru)
    #expect(try desk.compareViews() == [])
    return desk
  }

  @Test(
    "Each row that a hand changed is named",
    arguments: [
      ("UPDATE item SET status = 'decided' WHERE row = 2", "item", 1),
      ("UPDATE item SET visibility = 'deleted' WHERE row = 1", "item", 1),
      ("UPDATE item SET stage = 'reconciled' WHERE row = 1", "item", 1),
      ("UPDATE item SET calm = 0 WHERE row = 1", "item", 1),
      ("UPDATE item SET labels = 128 WHERE row = 1", "item", 1),
      ("UPDATE item SET escalated_to = 'privacy' WHERE row = 3", "item", 1),
      ("UPDATE item SET moved = 1 WHERE row = 3", "item", 1),
      ("UPDATE item SET rev = 2 WHERE row = 1", "item", 1),
      ("UPDATE item SET until = 5 WHERE row = 1", "item", 1),
      ("UPDATE item SET proposal = 5 WHERE row = 1", "item", 1),
      ("UPDATE item SET channel = 9 WHERE row = 1", "item", 1),
      ("UPDATE item SET ord = 9 WHERE row = 1", "item", 1),
      ("DELETE FROM item WHERE row = 5", "item", 1),
      ("UPDATE tally SET open = open + 1", "tally", 1),
      ("UPDATE tally SET untaken = 7", "tally", 1),
      ("DELETE FROM item_label WHERE row = 8", "item_label", 1),
      ("UPDATE item_label SET calm = 0 WHERE row = 8", "item_label", 1),
      ("INSERT INTO item_label SELECT 7, channel, calm, ord, row FROM item WHERE row = 8", "item_label", 1),
      ("UPDATE vault_text SET text = CAST('nothing to see' AS BLOB) WHERE id = 4", "vault_text", 1),
      ("DELETE FROM vault_text WHERE id = 5", "vault_text", 1),
      ("UPDATE vault_comment SET salt = zeroblob(16) WHERE row = 4", "vault_text", 1),
      ("UPDATE policy SET text = 'anything goes'", "policy", 1),
      ("UPDATE policy SET names_people = 0", "policy", 1),
      ("UPDATE policy SET digest = 'f'", "policy", 1),
      ("DELETE FROM policy", "policy", 1),
      ("INSERT INTO policy SELECT 99, 'f', 'anything goes', 0", "policy", 1),
      ("UPDATE account SET new = 99", "account", 1),
      ("UPDATE account_problem SET why = 'nothing'", "account", 1),
      ("DELETE FROM account_problem", "account", 1),
      ("DELETE FROM account_problem; DELETE FROM account", "account", 1),
      (
        "INSERT INTO account SELECT 99, 99, at, actor, file, sha256, bytes, format, read, new, changed, same, dropped, notes FROM account",
        "account", 1
      ),
    ] as [(String, String, Int)])
  func tampered(sql: String, table: String, least: Int) throws {
    let desk = try prepare()
    try scratch.tamper(sql)
    let differences = try desk.compareViews()
    #expect(differences.filter { $0.table == table }.count >= least, "\(differences)")
    for difference in differences { #expect(difference.stored != difference.rebuilt) }
  }

  @Test("A row that says of an item that it was never edited, or edited without end, is found out")
  func revisions() throws {
    let desk = try prepare()
    try desk.receive([Sample.received(Sample.comment("c2", "the worst of it"))], feed: Sample.feed, by: Sample.ruru)
    for revision in [1, 3, 4_000_000_000] {
      try scratch.tamper("UPDATE item SET rev = \(revision) WHERE row = 2")
      #expect(try desk.compareViews().first?.rebuilt == "r2, open visible, urgency 0, labels 0")
    }
  }

  @Test("What is stored and what it should be are both said")
  func words() throws {
    let desk = try prepare()
    try scratch.tamper("UPDATE item SET visibility = NULL, escalated_to = 'x' WHERE row = 1")
    #expect(
      try desk.compareViews() == [
        ViewDifference(
          table: "item", row: Sample.item("c1").rawValue,
          stored: "r1, decided visible stage=committed, urgency 1010, labels 1, to x",
          rebuilt: "r1, decided hidden stage=committed, urgency 1010, labels 1")
      ])
  }

  @Test("More than a hundred differences are not told apart")
  func many() throws {
    let desk = try scratch.desk()
    try desk.fill(150)
    try scratch.tamper("UPDATE item SET status = 'decided'")
    #expect(try desk.compareViews().count == 100)
  }
}
