import FoundationEssentials
import GRDB
import Moderation

/// The SQL of the vault: texts, flags, authors and rationales.
enum VaultTable {
  /// A text as it is on the desk now.
  static func text(_ row: Int64, _ revision: Int, _ db: Database) throws -> [UInt8]? {
    let statement = try db.cachedStatement(sql: "SELECT text FROM vault_text WHERE id = ?")
    return try Data.fetchOne(statement, arguments: [TextKey.key(row: row, revision: revision)]).map { Array($0) }
  }

  /// A text with what hangs on it; nil once it has been disposed of.
  static func evidence(of known: KnownItem, _ db: Database) throws -> Evidence? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT c.salt, t.text, l.at FROM vault_comment AS c JOIN vault_text AS t
        LEFT JOIN ledger AS l ON l.seq = t.seq WHERE c.row = ? AND t.id = ?
        """)
    let key = TextKey.key(row: known.row, revision: known.standing.revision)
    guard let found = try Row.fetchOne(statement, arguments: [known.row, key]) else { return nil }
    let text = Array(found["text"] as Data)
    let kept = try keptFlags(known.row, known.standing.revision, db)
    return Evidence(
      text: text, textSHA256: Salt.hash(text, salt: Array(found["salt"] as Data)), flags: kept.flags, rules: kept.rules,
      learnedAt: (found["at"] as Int64?).map(Timestamp.init(milliseconds:)))
  }

  static func salt(_ row: Int64, _ db: Database) throws -> [UInt8] {
    let statement = try db.cachedStatement(sql: "SELECT salt FROM vault_comment WHERE row = ?")
    return try Data.fetchOne(statement, arguments: [row]).map { Array($0) } ?? []
  }

  static func supersedeFlags(row: Int64, before revision: Int, _ db: Database) throws {
    try db.cachedStatement(
      sql: "UPDATE vault_flag SET state = 'superseded' WHERE row = ? AND rev < ? AND state IS NULL"
    ).execute(arguments: [row, revision])
  }

  /// The flags, and the version of the classifier that raised the last of them, or none.
  static func keptFlags(_ row: Int64, _ revision: Int, _ db: Database) throws -> KeptFlags {
    let statement = try db.cachedStatement(
      sql: """
        SELECT r.name FROM vault_text AS t JOIN rule_set AS r ON r.id = ifnull(
        (SELECT max(f.rules) FROM vault_flag AS f WHERE f.row = ?1 AND f.rev = ?2), t.rules) WHERE t.id = ?3
        """)
    return KeptFlags(
      flags: try flags(row, revision, db),
      rules: try String.fetchOne(
        statement, arguments: [row, revision, TextKey.key(row: row, revision: revision)]) ?? "")
  }

  static func flags(_ row: Int64, _ revision: Int, _ db: Database) throws -> [Flag] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT label, score, severity, rule, why, spans FROM vault_flag WHERE row = ? AND rev = ? ORDER BY n
        """)
    let rows = try Row.fetchCursor(statement, arguments: [row, revision])
    var flags: [Flag] = []
    while let row = try rows.next() { if let flag = flag(row) { flags.append(flag) } }
    return flags
  }

  /// Nil for a row that a hand in the file made into something else.
  static func flag(_ row: Row) -> Flag? {
    guard let label = Label(rawValue: row["label"]), let severity = Severity(rawValue: row["severity"]) else {
      return nil
    }
    return Flag(
      label: label, score: Score(hundredths: row["score"]), severity: severity, why: row["why"],
      spans: SpanText.decode(row["spans"]), rule: row["rule"])
  }

  /// Makes an author's row, under the first of their aliases that is free.
  static func insertAuthor(_ key: [UInt8], _ comment: Comment, channel: Int64, _ db: Database) throws -> Int64? {
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO vault_author (channel, key, alias, platform_id, name, handle) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (channel, alias) DO NOTHING
        """)
    for alias in AuthorAlias.candidates(key) {
      try insert.execute(arguments: [
        channel, Data(key.prefix(AuthorAlias.keptBytes)), alias, comment.authorID, comment.authorName,
        comment.authorHandle,
      ])
      if db.changesCount > 0 { return db.lastInsertedRowID }
    }
    return nil
  }

  static func identity(behind item: ItemID, _ db: Database) throws -> AuthorIdentity? {
    guard let id = item.bytes else { return nil }
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT a.alias, a.platform_id, a.name, a.handle FROM item AS i JOIN vault_comment AS c ON c.row = i.row
        JOIN vault_author AS a ON a.id = c.author WHERE \(ItemTable.isItem)
        """, arguments: [Data(id)])
    return row.map {
      AuthorIdentity(alias: $0["alias"], platformID: $0["platform_id"], name: $0["name"], handle: $0["handle"])
    }
  }

  static func insertRationale(_ text: String, _ db: Database) throws -> String {
    let key = Hex.random(bytes: 16)
    try db.execute(sql: "INSERT INTO vault_rationale (key, text) VALUES (?, ?)", arguments: [key, text])
    return key
  }

  static func rationale(_ key: String, _ db: Database) throws -> String? {
    try String.fetchOne(db, sql: "SELECT text FROM vault_rationale WHERE key = ?", arguments: [key])
  }

  /// The desk's own secret, which aliases are drawn under.
  static func secret(_ db: Database) throws -> [UInt8] {
    try Data.fetchOne(db, sql: "SELECT secret FROM vault_secret WHERE id = 1").map { Array($0) } ?? []
  }

  static func insertSecret(_ db: Database) throws {
    try db.execute(sql: "INSERT INTO vault_secret (id, secret) VALUES (1, ?)", arguments: [Data(Salt.random(32))])
  }
}

/// Spans as one column: `3-14 person other;20-31 email self`.
enum SpanText {
  static func encode(_ spans: [Span]) -> String {
    spans.map { span in
      "\(span.start)-\(span.end) \(span.type.rawValue)" + (span.subject.map { " " + $0.rawValue } ?? "")
    }.joined(separator: ";")
  }

  static func decode(_ text: String) -> [Span] {
    text.split(separator: ";").compactMap { entry in
      let words = entry.split(separator: " ")
      let ends = words.first?.split(separator: "-") ?? []
      guard ends.count == 2, words.count >= 2, let start = Int(ends[0]), let end = Int(ends[1]),
        let type = SpanType(rawValue: String(words[1]))
      else { return nil }
      return Span(
        start: start, end: end, type: type, subject: words.dropFirst(2).first.flatMap { Subject(rawValue: String($0)) })
    }
  }
}
