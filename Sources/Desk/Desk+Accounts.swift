import GRDB
import Moderation

extension Desk {
  /// Keeps the account of a finished import: what was read, what was not, and why.
  public func keep(_ account: ImportAccount, by authority: Authority) throws(DeskError) {
    try writing { db, desk in try AccountTable.insert(account, at: desk.clock(), by: authority.actor, db) }
  }

  /// The accounts of all imports, newest first.
  public func accounts() throws(DeskError) -> [ImportAccount] {
    try reading(AccountTable.all)
  }
}

/// The SQL of import accounts.
private enum AccountTable {
  static func insert(_ account: ImportAccount, at now: Timestamp, by actor: String, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO account (at, actor, file, sha256, bytes, format, read, new, changed, same, dropped)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        now.milliseconds, actor, account.file, account.sha256, account.bytes, account.format, account.read,
        account.new, account.changed, account.same, account.droppedFields.joined(separator: "\n"),
      ])
    let id = db.lastInsertedRowID
    let problem = try db.makeStatement(
      sql: "INSERT INTO account_problem (account, n, file, line, why) VALUES (?, ?, ?, ?, ?)")
    for (n, skipped) in account.skipped.enumerated() {
      try problem.execute(arguments: [id, n, skipped.file, skipped.line, skipped.why])
    }
  }

  static func all(_ db: Database) throws -> [ImportAccount] {
    try Row.fetchAll(db, sql: "SELECT * FROM account ORDER BY id DESC").map { row in
      let problems = try Row.fetchAll(
        db, sql: "SELECT file, line, why FROM account_problem WHERE account = ? ORDER BY n",
        arguments: [row["id"] as Int64])
      return ImportAccount(
        file: row["file"], sha256: row["sha256"], bytes: row["bytes"], format: row["format"], read: row["read"],
        new: row["new"], changed: row["changed"], same: row["same"],
        skipped: problems.map { FeedProblem(file: $0["file"], line: $0["line"], why: $0["why"]) },
        droppedFields: (row["dropped"] as String).split(separator: "\n").map(String.init))
    }
  }
}
