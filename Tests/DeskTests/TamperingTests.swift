import GRDB
import Moderation
import Testing

@testable import Desk

@Suite("Tampering")
struct TamperingTests {
  let scratch = Scratch()

  /// Twelve events: made, adopted, imported (3), hidden (4), refused (5), escalated with nearly every field set (6) and so
  /// raised (7), taken back (8) and so withdrawn (9), a batch's parent (10) and its two decisions.
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
    escalation.context = ["thread"]
    escalation.suggested = [Suggestion(verb: .hide, reason: Sample.spam)]
    try desk.claim(Sample.item("c1"), by: Sample.kereru)
    try desk.commit([escalation], by: Sample.kereru)
    try desk.undo(by: Sample.kereru)
    try desk.commit([Sample.decision("c2", .hide), Sample.decision("c1", .record)], by: Sample.weka)
  }

  private func found() throws -> Found { Found(try Desk.verify(path: scratch.path)) }

  static let columns: [String] =
    LedgerField.all.map(\.name).filter { $0 != "seq" && $0 != "encoding" }

  @Test("One changed character in any column of any event is noticed as an edit of it")
  func edited() throws {
    try prepare()
    try scratch.inFile { (db: Database) throws -> Void in
      for column in Self.columns {
        for sequence in [1, 3, 5, 6, 7, 8, 10, 12] as [Int64] {
          let isNumber = LedgerField.all.contains { $0.name == column && $0.isInteger }
          let change =
            isNumber
            ? "ifnull(\(column) + 1, 0)" : "CASE WHEN \(column) IS NULL THEN '' ELSE '~' || substr(\(column), 2) END"
          let found = try Found.after("UPDATE ledger SET \(column) = \(change) WHERE seq = \(sequence)", db)
          #expect(found == Found(sequence, .edited), "\(column) of \(sequence)")
        }
      }
    }
  }

  @Test("The columns are those that DOMAIN asks for, in a table and in the encoding")
  func allColumns() throws {
    try prepare()
    let names = try scratch.look { db in try db.columns(in: "ledger").map(\.name) }
    #expect(Set(names) == Set(Self.columns + ["seq", "encoding"]))
    #expect(Self.columns.count == 56)
    #expect(LedgerField.body(encoding: 1)?.count == 35)
    #expect(LedgerField.body(encoding: 2)?.count == 52)
    #expect(LedgerField.body(encoding: 3)?.count == 55)
    #expect(LedgerField.body(encoding: 4) == nil)
  }

  @Test("What only shows in the bytes is noticed: text behind a U+0000, a value that only looks the same")
  func hiddenBytes() throws {
    try prepare()
    try scratch.inFile { (db: Database) throws -> Void in
      for change in [
        "reasons = reasons || char(0) || 'OTHER@1'", "actor = actor || char(0)", "reasons = reasons || char(10)",
        "zone = zone || ' '", "rationale = ''", "target = ''", "masked = 2", "encoding = 1", "encoding = 2",
        "encoding = 4",
        "encoding = 0", "hash = upper(hash)", "prev = upper(prev)", "hash = ''",
      ] {
        #expect(
          try Found.after("UPDATE ledger SET \(change) WHERE seq = 4", db) == Found(4, .edited), "\(change)")
      }
    }
  }

  @Test(
    "Each kind of tampering is called by its name",
    arguments: [
      ("DELETE FROM ledger WHERE seq = 3", 3, .deleted),
      ("DELETE FROM ledger WHERE seq IN (3, 4)", 3, .deleted),
      ("DELETE FROM ledger WHERE seq = 1", 1, .deleted),
      ("DELETE FROM ledger WHERE seq = 3; UPDATE ledger SET seq = seq - 1 WHERE seq > 3", 3, .deleted),
      ("DELETE FROM ledger WHERE seq = 12", 12, .truncated),
      ("DELETE FROM ledger WHERE seq > 2", 3, .truncated),
      ("DELETE FROM ledger", 1, .truncated),
      ("DELETE FROM chain", 13, .truncated),
      (
        "UPDATE ledger SET seq = -seq WHERE seq IN (3, 6); UPDATE ledger SET seq = 9 + seq WHERE seq < 0", 3, .reordered
      ),
      (
        "UPDATE ledger SET seq = -seq WHERE seq IN (3, 4); UPDATE ledger SET seq = 7 + seq WHERE seq < 0", 3, .reordered
      ),
      ("UPDATE ledger SET seq = 99 WHERE seq = 3", 3, .reordered),
      ("UPDATE ledger SET seq = 0 WHERE seq = 1", 1, .reordered),
      ("UPDATE chain SET head = 'x' || substr(head, 2)", 12, .edited),
      ("UPDATE chain SET last = 11", 12, .inserted),
      ("UPDATE chain SET last = 13", 13, .truncated),
      ("UPDATE chain SET last = 0", 1, .inserted),
      ("DELETE FROM ledger; UPDATE chain SET last = 0, head = printf('%064d', 0)", 1, .truncated),
    ] as [(String, Int64, Tampering)])
  func kinds(sql: String, sequence: Int64, tampering: Tampering) throws {
    try prepare()
    #expect(try found() == .whole)
    try scratch.tamper(sql)
    #expect(try found() == Found(sequence, tampering))
  }

  @Test(
    "An event put between others is noticed as inserted, made up or copied, at the end or in the middle",
    arguments: [(4, "id = 'made up', prev = 'nothing'"), (4, "id = id"), (11, "id = 'made up'")] as [(Int64, String)])
  func inserted(at place: Int64, change: String) throws {
    try prepare()
    let names = (Self.columns + ["encoding"]).joined(separator: ", ")
    try scratch.tamper(
      "UPDATE ledger SET seq = -seq - 1 WHERE seq >= \(place); UPDATE ledger SET seq = -seq WHERE seq < 0")
    try scratch.tamper("INSERT INTO ledger (seq, \(names)) SELECT \(place), \(names) FROM ledger WHERE seq = 3")
    try scratch.tamper("UPDATE ledger SET \(change) WHERE seq = \(place)")
    #expect(try found() == Found(place, .inserted))
  }

  /// Somebody who knows how hashes are made, but cannot make the later ones fit without rewriting them.
  @Test("An event with a hash of its own making is found out by the one that follows", arguments: [true, false])
  func forged(isInserted: Bool) throws {
    try prepare()
    var event = try #require(try Desk.existing(path: scratch.path).events(before: 5, limit: 1).first)
    let names = (Self.columns + ["encoding"]).joined(separator: ", ")
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
    #expect(try found() == (isInserted ? Found(5, .inserted) : Found(4, .edited)))
  }

  @Test("A forged last event is found out by the counter")
  func forgedLast() throws {
    try prepare()
    var event = try #require(try Desk.existing(path: scratch.path).events(before: nil, limit: 1).first)
    event.actor = "nobody"
    event.hash = CanonicalEvent(event).hash(after: event.previous.utf8)
    try scratch.tamper("UPDATE ledger SET actor = ?, hash = ? WHERE seq = 10", [event.actor, event.hash])
    #expect(try found() == Found(10, .edited))
  }

  @Test("A tampered ledger still opens, for reading and for work")
  func opens() throws {
    try prepare()
    try scratch.tamper("UPDATE ledger SET type = 'nonsense' WHERE seq = 4")
    let desk = try scratch.desk()
    let error = #expect(throws: DeskError.self) { try desk.events(before: nil, limit: 99) }
    #expect(error == .ledgerUnreadable(path: scratch.path, sequence: 4))
    #expect(
      error?.message == "event 4 of \(scratch.path) cannot be read; `docket verify` says where it breaks")
    #expect(throws: CommitError.failed(.readOnly(path: scratch.path))) {
      try Desk.existing(path: scratch.path).commit([Sample.decision("c2", .unhide)], by: Sample.kereru)
    }
    try desk.commit([Sample.decision("c2", .unhide)], by: Sample.kereru)
    #expect(try found() == Found(4, .edited))
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
    #expect(try found() == .whole)
  }
}

/// What a check found, without its words.
struct Found: Equatable, CustomStringConvertible {
  var sequence: Int64
  var tampering: Tampering?

  static let whole = Found(0, nil)

  init(_ sequence: Int64, _ tampering: Tampering?) {
    self.sequence = sequence
    self.tampering = tampering
  }

  init(_ verification: Verification) {
    switch verification {
    case .whole: self = .whole
    case .broken(let sequence, let tampering, _): self.init(sequence, tampering)
    }
  }

  /// What a check finds after a change, which is then taken back.
  static func after(_ sql: String, _ db: Database) throws -> Found {
    var found = Found.whole
    try db.inSavepoint {
      try db.execute(sql: sql)
      found = Found(try ChainCheck(db).run())
      return .rollback
    }
    return found
  }

  var description: String { tampering.map { "\(sequence): \($0.rawValue)" } ?? "whole" }
}
