import GRDB
import Moderation
import Testing

@testable import Desk

@Suite("Tampering")
struct TamperingTests {
  let scratch = Scratch()

  /// Eight events; the fifth is a decision with nearly every field set.
  private func prepare() throws {
    let desk = try scratch.desk()
    try desk.receive(
      [
        Sample.received(Sample.comment("c1", "one"), [Sample.flag(.high)]),
        Sample.received(Sample.comment("c2", "two"), [Sample.flag(.low)]),
      ], feed: FeedIdentity(sha256: "f00d", format: "youtube-api@1", rules: "classifier@1"), by: Sample.kereru)
    try desk.commit([Sample.decision("c1", .hide)], by: Sample.kereru)
    #expect(throws: CommitError.self) { try desk.commit([Sample.decision("c1", .hide)], by: Sample.kereru) }
    var escalation = Sample.decision("c1", .escalate, Sample.threat)
    escalation.rationale = "see attachment"
    try desk.commit([escalation], by: Sample.kereru)
    try desk.undo(by: Sample.kereru)
    try desk.commit([Sample.decision("c2", .hide), Sample.decision("c1", .record)], by: Sample.weka)
  }

  private func found() throws -> (sequence: Int64, tampering: Tampering?) {
    switch try Desk.verify(path: scratch.path) {
    case .whole: (0, nil)
    case .broken(let sequence, let tampering, _): (sequence, tampering)
    }
  }

  private static let columns: [String] = [
    "id", "at", "zone", "type", "verb", "attempted", "actor", "role", "authority", "item", "rev", "text_sha256",
    "before",
    "after", "reasons", "escalated_to", "rationale", "refusal", "flags", "policy", "rules", "automation", "masked",
    "batch", "cause", "undo_of", "feed_sha256", "format", "new", "changed", "same", "skipped", "items_sha256",
    "version",
    "prev", "hash",
  ]

  @Test("One changed character in any column of any event is noticed as an edit of it", arguments: columns)
  func edited(column: String) throws {
    try prepare()
    for sequence in [1, 2, 4, 5, 6, 8] as [Int64] {
      let copy = Scratch()
      try scratch.copy(to: copy)
      let isNumber = ["at", "rev", "masked", "cause", "undo_of", "new", "changed", "same", "skipped"].contains(column)
      let change =
        isNumber
        ? "ifnull(\(column) + 1, 0)" : "CASE WHEN \(column) IS NULL THEN '' ELSE 'x' || substr(\(column), 2) END"
      try copy.tamper("UPDATE ledger SET \(column) = \(change) WHERE seq = ?", [sequence])
      guard case .broken(sequence, .edited, _) = try Desk.verify(path: copy.path) else {
        Issue.record("\(column) of \(sequence): \(try Desk.verify(path: copy.path))")
        continue
      }
    }
  }

  @Test("What only shows in the bytes is noticed: text behind a U+0000")
  func hiddenBytes() throws {
    try prepare()
    try scratch.tamper("UPDATE ledger SET reasons = reasons || char(0) || 'OTHER@1' WHERE seq = 3")
    #expect(try found() == (3, .edited))
  }

  @Test("The list of columns above is the ledger's")
  func allColumns() throws {
    try prepare()
    let names = try DatabaseQueue(path: scratch.path).read { db in try db.columns(in: "ledger").map(\.name) }
    #expect(Set(names) == Set(Self.columns + ["seq"]))
  }

  @Test(
    "Each kind of tampering is called by its name",
    arguments: [
      ("DELETE FROM ledger WHERE seq = 3", 3, .deleted),
      ("DELETE FROM ledger WHERE seq IN (3, 4)", 3, .deleted),
      ("DELETE FROM ledger WHERE seq = 1", 1, .deleted),
      ("DELETE FROM ledger WHERE seq = 3; UPDATE ledger SET seq = seq - 1 WHERE seq > 3", 3, .deleted),
      ("DELETE FROM ledger WHERE seq = 8", 8, .truncated),
      ("DELETE FROM ledger WHERE seq > 2", 3, .truncated),
      ("DELETE FROM ledger", 1, .truncated),
      ("DELETE FROM chain", 9, .truncated),
      (
        "UPDATE ledger SET seq = -seq WHERE seq IN (3, 6); UPDATE ledger SET seq = 9 + seq WHERE seq < 0", 3, .reordered
      ),
      (
        "UPDATE ledger SET seq = -seq WHERE seq IN (3, 4); UPDATE ledger SET seq = 7 + seq WHERE seq < 0", 3, .reordered
      ),
      ("UPDATE ledger SET seq = 99 WHERE seq = 3", 3, .reordered),
      ("UPDATE ledger SET seq = 0 WHERE seq = 1", 1, .reordered),
      ("UPDATE chain SET head = 'x' || substr(head, 2)", 8, .edited),
      ("UPDATE chain SET last = 7", 8, .inserted),
      ("UPDATE chain SET last = 9", 9, .truncated),
    ] as [(String, Int64, Tampering)])
  func kinds(sql: String, sequence: Int64, tampering: Tampering) throws {
    try prepare()
    #expect(try found().tampering == nil)
    try scratch.tamper(sql)
    #expect(try found() == (sequence, tampering))
  }

  @Test(
    "An event put between others is noticed as inserted, made up or copied, at the end or in the middle",
    arguments: [(4, "id = 'made up', prev = 'nothing'"), (4, "id = id"), (9, "id = 'made up'")] as [(Int64, String)])
  func inserted(at place: Int64, change: String) throws {
    try prepare()
    let names = (Self.columns).joined(separator: ", ")
    try scratch.tamper(
      "UPDATE ledger SET seq = -seq - 1 WHERE seq >= \(place); UPDATE ledger SET seq = -seq WHERE seq < 0")
    try scratch.tamper("INSERT INTO ledger (seq, \(names)) SELECT \(place), \(names) FROM ledger WHERE seq = 3")
    try scratch.tamper("UPDATE ledger SET \(change) WHERE seq = \(place)")
    #expect(try found() == (place, .inserted))
  }

  /// Somebody who knows how hashes are made, but cannot make the later ones fit without rewriting them.
  @Test("An event with a hash of its own making is found out by the one that follows", arguments: [true, false])
  func forged(isInserted: Bool) throws {
    try prepare()
    var event = try #require(try Desk.existing(path: scratch.path).events(before: 5, limit: 1).first)
    let names = (Self.columns).joined(separator: ", ")
    if isInserted {
      try scratch.tamper("UPDATE ledger SET seq = -seq - 1 WHERE seq >= 5; UPDATE ledger SET seq = -seq WHERE seq < 0")
      try scratch.tamper("INSERT INTO ledger (seq, \(names)) SELECT 5, \(names) FROM ledger WHERE seq = 4")
      event.sequence = 5
      event.previous = event.hash
    }
    event.actor = "nobody"
    event.hash = CanonicalEvent(event).hash(after: event.previous.utf8)
    try scratch.tamper(
      "UPDATE ledger SET actor = ?, prev = ?, hash = ? WHERE seq = ?",
      [event.actor, event.previous, event.hash, event.sequence])
    #expect(try found() == (isInserted ? (5, .inserted) : (4, .edited)))
  }

  @Test("A tampered ledger still opens, for reading and for work")
  func opens() throws {
    try prepare()
    try scratch.tamper("UPDATE ledger SET type = 'nonsense' WHERE seq = 3")
    let desk = try scratch.desk()
    #expect(throws: DeskError.ledgerUnreadable(path: scratch.path, sequence: 3)) {
      try desk.events(before: nil, limit: 99)
    }
    #expect(throws: DeskError.readOnly(path: scratch.path)) {
      try Desk.existing(path: scratch.path).keep(ImportAccount(file: "f"), by: Sample.kereru)
    }
    try desk.commit([Sample.decision("c2", .unhide)], by: Sample.kereru)
    #expect(try found() == (3, .edited))
  }

  @Test(
    "The ledger refuses to be changed, whoever asks",
    arguments: [
      "UPDATE ledger SET actor = 'x' WHERE seq = 2", "DELETE FROM ledger WHERE seq = 2", "DELETE FROM ledger",
      "INSERT OR REPLACE INTO ledger SELECT * FROM ledger WHERE seq = 2",
      "INSERT INTO ledger (seq, id) VALUES (99, 'x')",
    ])
  func triggers(sql: String) throws {
    try prepare()
    let queue = try DatabaseQueue(path: scratch.path)
    let error = #expect(throws: DatabaseError.self) { try queue.write { db in try db.execute(sql: sql) } }
    #expect(error?.message == "the ledger is append-only")
    #expect(try found().tampering == nil)
  }
}
