import Foundation
import GRDB
import Moderation
import Testing

@testable import Desk

/// `Fixtures/desk-v1.sqlite` is a desk as the first released docket made it: two feeds, six decisions and attempts, and one
/// of the feeds again with edits. `desk-v2.sqlite` is one as the first docket for teams made it.
@Suite("From older schemas")
struct MigrationTests {
  let scratch = Scratch()

  private func copyFixture(_ name: String = "desk-v1") throws {
    let fixture = try #require(
      Bundle.module.url(forResource: name, withExtension: "sqlite", subdirectory: "Fixtures"))
    try FileManager.default.createDirectory(atPath: scratch.folder + "/state", withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: fixture.path, toPath: scratch.path)
  }

  /// A desk that began under the first schema and has three events of its own since.
  private func prepare() throws -> Desk {
    try copyFixture()
    let desk = try scratch.desk()
    let first = try #require(try desk.page(QueueQuery(.queue), after: nil, limit: 1).first)
    try desk.commit(
      [Decision(item: first.item, revision: first.revision, verb: .hide, reasons: [Sample.spam])], by: Sample.kereru)
    return desk
  }

  @Test("The chain holds before and after, and the ledger says when the schema changed")
  func chain() throws {
    try copyFixture()
    #expect(try scratch.look { db in try Int.fetchOne(db, sql: "PRAGMA user_version") } == 1)
    let before = try scratch.look { db in try Row.fetchAll(db, sql: "SELECT * FROM ledger ORDER BY seq") }
    let head = try scratch.look { db in try String.fetchOne(db, sql: "SELECT head FROM chain") }
    let desk = try scratch.desk()
    #expect(try desk.log(2) == ["migrated by docket", "policy_adopted by akereru"])
    let migrated = try #require(try desk.events(before: 12, limit: 1).first)
    #expect(migrated.previous == head)
    #expect(migrated.target == "schema 3")
    let after = try scratch.look { db in
      try Row.fetchAll(
        db,
        sql: "SELECT \((LedgerField.first + LedgerField.links).map(\.name).joined(separator: ", ")) FROM ledger "
          + "WHERE seq <= 10 ORDER BY seq")
    }
    #expect(
      after.map { Array($0.databaseValues) }
        == before.map { row in
          (LedgerField.first + LedgerField.links).map { row[$0.name] as DatabaseValue }
        })
    #expect(try desk.events(before: 11, limit: 99).map(\.encoding) == Array(repeating: 1, count: 10))
    try desk.check()
    let again = try scratch.desk()
    #expect(try again.lastSequence() == 12, "once is enough")
  }

  @Test("Every item, text, flag, author, account and count is as it was")
  func contents() throws {
    try copyFixture()
    let texts = "seq, text, raw, edited FROM vault_text"
    let same = [
      "SELECT row, channel, external_id, parent, thread, author, permalink, language, posted, likes, replies, "
        + "attachments, extra, salt FROM vault_comment ORDER BY row",
      "SELECT row, rev, n, label, score, severity, rule, why, spans FROM vault_flag ORDER BY row, rev, n",
      "SELECT id, channel, substr(key, 1, 16), alias, platform_id, name, handle FROM vault_author ORDER BY id",
      "SELECT id, channel, external_id, title FROM vault_thread ORDER BY id",
      "SELECT id, name FROM channel", "SELECT secret FROM vault_secret",
      "SELECT key, text FROM vault_rationale ORDER BY key",
      "SELECT id, at, actor, file, sha256, bytes, format, read, new, changed, same, dropped FROM account ORDER BY id",
      "SELECT account, n, file, line, why FROM account_problem ORDER BY account, n",
      "SELECT row, rev, status, calm, ord, escalated_to FROM item ORDER BY row",
      "SELECT open, urgent, escalated FROM tally",
    ]
    func contents(_ row: String, _ revision: String) throws -> [[[DatabaseValue]]] {
      try scratch.look { db in
        try (same + ["SELECT \(row), \(revision), \(texts) ORDER BY 1, 2"]).map {
          try Row.fetchAll(db, sql: $0).map { Array($0.databaseValues) }
        }
      }
    }
    let before = try contents("row", "rev")
    let old = try scratch.look { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT c.platform, c.kind, c.platform_state, c.precision, c.id_is_derived, t.rules, t.markup, i.id, i.visibility, i.recorded
          FROM item AS i JOIN vault_comment AS c ON c.row = i.row JOIN vault_text AS t ON t.row = i.row AND t.rev = i.rev
          ORDER BY i.row
          """
      ).map { Array($0.databaseValues) }
    }
    let desk = try scratch.desk()
    let now = try contents("id & ((1 << 40) - 1)", "(id >> 40) + 1")
    for (table, was) in zip(now, before) { #expect(table == was) }
    let new = try scratch.look { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT ifnull(c.platform, h.platform), ifnull(c.kind, 'comment'), ifnull(c.state, 'published'),
          CASE WHEN c.posted IS NULL THEN c.precision ELSE ifnull(c.precision, 'exact') END, ifnull(c.derived, 0), r.name,
          ifnull(t.markup, 'plain'), lower(hex(i.id)), ifnull(i.visibility, 'visible'), ifnull(i.recorded, 0)
          FROM item AS i JOIN vault_comment AS c ON c.row = i.row JOIN channel AS h ON h.id = c.channel
          JOIN vault_text AS t ON t.id = \(TextKey.ofItem) JOIN rule_set AS r ON r.id = t.rules ORDER BY i.row
          """
      ).map { Array($0.databaseValues) }
    }
    #expect(new == old)
    #expect(try desk.count(QueueQuery(.queue)) == 64)
    #expect(try desk.compareViews() == [])
    let labels = try scratch.look { db in
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(DISTINCT f.row || f.label) FROM vault_flag AS f JOIN item AS i ON i.row = f.row AND i.rev = f.rev
          WHERE i.status = 'open'
          """)
    }
    let listed = try Label.allCases.map { try desk.count(QueueQuery(.queue, label: $0)) }
    #expect(listed.reduce(0, +) == labels)
  }

  @Test("Work goes on: an old decision is taken back, an old feed is known, words are found")
  func work() throws {
    try copyFixture()
    // The second feed edited every comment that was decided about; one of them stays as it was here.
    try scratch.tamper(
      """
      DELETE FROM vault_text WHERE rev = 2 AND row = (SELECT row FROM item WHERE id LIKE 'be7f0c33%');
      DELETE FROM vault_flag WHERE rev = 2 AND row = (SELECT row FROM item WHERE id LIKE 'be7f0c33%');
      UPDATE item SET rev = 1, status = 'decided' WHERE id LIKE 'be7f0c33%'; UPDATE tally SET open = open - 1
      """)
    let desk = try scratch.desk()
    #expect(try desk.compareViews() == [])
    let undone = try #require(try desk.undo(event: 4, by: UserName("root")).first)
    #expect(undone.before == ItemState(status: .decided, visibility: .hidden))
    let item = try #require(undone.item)
    #expect(try desk.row(item)?.state == ItemState())
    let escalated = try #require(try desk.page(QueueQuery(.escalated), after: nil, limit: 9).first)
    #expect(throws: CommitError.refused(.stale(escalated.item, seen: 1, current: 2))) {
      try desk.undo(event: 5, by: UserName("root"))
    }
    try desk.commit(
      [Decision(item: escalated.item, revision: 2, verb: .leave, reasons: [Sample.spam])], by: Sample.kereru)
    #expect(try desk.count(QueueQuery(.escalated)) == 0)
    try desk.indexAllWords()
    let detail = try #require(try desk.detail(item))
    let word = try #require(
      detail.text.split(whereSeparator: { !$0.isLetter }).map(String.init).max { $0.count < $1.count })
    #expect(try desk.search(word, limit: 99).map(\.item).contains(item))
    #expect(try desk.accounts().map(\.file) == ["b.xml", "c.csv", "a.xml"])
    try desk.check()
  }

  @Test("Opened for reading only, it is left as it is, and the answer says how to bring it up")
  func readOnly() throws {
    try copyFixture()
    let before = try Data(contentsOf: URL(filePath: scratch.path))
    let error = #expect(throws: DeskError.self) { try Desk.existing(path: scratch.path) }
    #expect(error == .older(path: scratch.path, schema: 1, known: 3))
    #expect(
      error?.message
        == "\(scratch.path) was written by an older docket (schema 1, this one has 3); `docket desk upgrade` brings it up"
    )
    #expect(try Desk.adoptedPolicy(path: scratch.path) == nil)
    #expect(try Data(contentsOf: URL(filePath: scratch.path)) == before)
  }

  @Test("Several programs that migrate at once do it once")
  func atOnce() async throws {
    try copyFixture()
    let scratch = scratch
    let ends = try await withThrowingTaskGroup(of: Int64.self) { group in
      for _ in 0..<4 { group.addTask { try scratch.desk().lastSequence() } }
      return try await group.reduce(into: [Int64]()) { $0.append($1) }
    }
    #expect(ends.count == 4)
    let desk = try scratch.desk()
    #expect(
      try desk.events(before: nil, limit: 99).map(\.type).filter { $0 == .migrated || $0 == .policyAdopted }.count == 2)
    #expect(try desk.lastSequence() == 12)
    try desk.check()
  }

  @Test("A migration that fails midway leaves the old desk as it was")
  func failing() throws {
    try copyFixture()
    // A table of the new schema's name is in the way.
    try DatabaseQueue(path: scratch.path).write { db in try db.execute(sql: "CREATE TABLE rule_set (a)") }
    #expect(throws: DeskError.self) { try scratch.desk() }
    let state = try scratch.look { db in
      (try Int.fetchOne(db, sql: "PRAGMA user_version"), try Int.fetchOne(db, sql: "SELECT count(*) FROM item"))
    }
    #expect(state == (1, 65))
    try scratch.tamper("DROP TABLE rule_set")
    try scratch.desk().check()
  }

  @Test("From schema 2: decisions, undoing and a list of what it is about go on where they were")
  func second() throws {
    try copyFixture("desk-v2")
    let before = try scratch.look { db in
      try Row.fetchAll(db, sql: "SELECT * FROM item ORDER BY row").map { Array($0.databaseValues) }
    }
    let desk = try scratch.desk()
    try desk.check()
    #expect(try desk.events(before: 20, limit: 1).first?.target == "schema 3")
    #expect(
      try scratch.look { db in
        try Row.fetchAll(db, sql: "SELECT * FROM item ORDER BY row").map { Array($0.databaseValues) }
      } == before)
    #expect(try desk.count(QueueQuery(.escalated)) == 1)
    #expect(try desk.undo(event: 15, by: UserName("root")).first?.after == ItemState())
    try desk.check()
  }

  // MARK: A ledger in several encodings

  @Test("Every column of an event of the first encoding is guarded too, those that it does not hash included")
  func tampering() throws {
    _ = try prepare()
    try scratch.inFile { (db: Database) throws -> Void in
      for column in TamperingTests.columns {
        for sequence in [2, 4, 7, 10, 11, 13] as [Int64] {
          let isNumber = LedgerField.all.contains { $0.name == column && $0.isInteger }
          let change =
            isNumber
            ? "ifnull(\(column) + 1, 0)" : "CASE WHEN \(column) IS NULL THEN '' ELSE '~' || substr(\(column), 2) END"
          let found = try Found.after("UPDATE ledger SET \(column) = \(change) WHERE seq = \(sequence)", db)
          #expect(found == Found(sequence, .edited), "\(column) of \(sequence)")
        }
      }
      for (sql, sequence, tampering) in [
        ("UPDATE ledger SET encoding = 2 WHERE seq = 4", 4, .edited),
        ("UPDATE ledger SET encoding = 1 WHERE seq = 12", 12, .edited),
        ("DELETE FROM ledger WHERE seq = 11", 11, .deleted),
        ("DELETE FROM ledger WHERE seq IN (10, 11)", 10, .deleted),
        ("DELETE FROM ledger WHERE seq > 10", 11, .truncated),
        (
          "UPDATE ledger SET seq = -seq WHERE seq IN (10, 11); UPDATE ledger SET seq = 21 + seq WHERE seq < 0", 10,
          .reordered
        ),
        ("UPDATE ledger SET seq = 99 WHERE seq = 4", 4, .reordered),
      ] as [(String, Int64, Tampering)] {
        #expect(try Found.after(sql, db) == Found(sequence, tampering), "\(sql)")
      }
    }
    let desk = try scratch.desk()
    #expect(try desk.lastSequence() == 13)
  }
}
