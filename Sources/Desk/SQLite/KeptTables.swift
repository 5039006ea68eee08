import GRDB
import Moderation

/// The SQL of adopted policies.
enum PolicyTable {
  static func latest(_ db: Database) throws -> AdoptedPolicy? {
    try Row.fetchOne(db.cachedStatement(sql: "SELECT * FROM policy ORDER BY seq DESC LIMIT 1")).map(policy)
  }

  static func policy(digest: String, _ db: Database) throws -> AdoptedPolicy? {
    let statement = try db.cachedStatement(
      sql: "SELECT * FROM policy WHERE digest = ? ORDER BY seq DESC LIMIT 1")
    return try Row.fetchOne(statement, arguments: [digest]).map(policy)
  }

  static func policy(at sequence: Int64, _ db: Database) throws -> AdoptedPolicy? {
    try Row.fetchOne(db, sql: "SELECT * FROM policy WHERE seq = ?", arguments: [sequence]).map(policy)
  }

  static func insert(_ policy: AdoptedPolicy, _ db: Database) throws {
    try db.execute(
      sql: "INSERT INTO policy (seq, digest, text, names_people) VALUES (?, ?, ?, ?)",
      arguments: [policy.sequence, policy.digest, policy.text, policy.namesPeople])
  }

  private static func policy(_ row: Row) -> AdoptedPolicy {
    AdoptedPolicy(
      digest: row["digest"], text: row["text"], namesPeople: row["names_people"], sequence: row["seq"])
  }
}

/// The SQL of import accounts.
enum AccountTable {
  static func insert(
    _ account: ImportAccount, at sequence: Int64, _ time: Timestamp, by actor: String, _ db: Database
  ) throws {
    try db.execute(
      sql: """
        INSERT INTO account (seq, at, actor, file, sha256, bytes, format, read, new, changed, same, dropped,
        notes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        sequence, time.milliseconds, actor, account.file, account.sha256, account.bytes, account.format, account.read,
        account.new, account.changed, account.same, account.droppedFields.joined(separator: "\n"),
        account.notes.joined(separator: "\n"),
      ])
    let id = db.lastInsertedRowID
    let problem = try db.makeStatement(
      sql: "INSERT INTO account_problem (account, n, file, line, why) VALUES (?, ?, ?, ?, ?)")
    for (n, skipped) in account.skipped.enumerated() {
      try problem.execute(arguments: [id, n, skipped.file, skipped.line, skipped.why])
    }
  }

  static func all(_ db: Database) throws -> [ImportAccount] {
    try Row.fetchAll(db, sql: "SELECT * FROM account ORDER BY id DESC").map { try account($0, db) }
  }

  /// The account that an `accounted` event speaks of.
  static func account(at sequence: Int64, _ db: Database) throws -> ImportAccount? {
    try Row.fetchOne(db, sql: "SELECT * FROM account WHERE seq = ?", arguments: [sequence]).map { try account($0, db) }
  }

  static func first(ofFeed sha256: String, _ db: Database) throws -> Int64? {
    // An account of schema 1 has no event: it was there before any sheet was.
    try Int64.fetchOne(db, sql: "SELECT min(ifnull(seq, 0)) FROM account WHERE sha256 = ?", arguments: [sha256])
  }

  private static func account(_ row: Row, _ db: Database) throws -> ImportAccount {
    let problems = try Row.fetchAll(
      db, sql: "SELECT file, line, why FROM account_problem WHERE account = ? ORDER BY n",
      arguments: [row["id"] as Int64])
    return ImportAccount(
      file: row["file"], sha256: row["sha256"], bytes: row["bytes"], format: row["format"], read: row["read"],
      new: row["new"], changed: row["changed"], same: row["same"],
      skipped: problems.map { FeedProblem(file: $0["file"], line: $0["line"], why: $0["why"]) },
      droppedFields: (row["dropped"] as String).split(separator: "\n").map(String.init),
      notes: (row["notes"] as String).split(separator: "\n").map(String.init))
  }
}
