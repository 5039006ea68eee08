import FoundationEssentials
import GRDB
import Moderation

/// The SQL of the vault: texts, flags, authors, threads and rationales.
enum VaultTable {
  struct Kept {
    var row: Int64
    var salt: [UInt8]
    var text: [UInt8]
    var flags: [Flag]
    var rules: String
  }

  /// A text as it is on the desk now.
  static func text(_ row: Int64, _ revision: Int, _ db: Database) throws -> [UInt8]? {
    let statement = try db.cachedStatement(sql: "SELECT text FROM vault_text WHERE row = ? AND rev = ?")
    return try Data.fetchOne(statement, arguments: [row, revision]).map { Array($0) }
  }

  /// A revision with what hangs on it; nil once it has been disposed of.
  static func kept(_ row: Int64, _ revision: Int, _ db: Database) throws -> Kept? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT c.salt, t.text, t.rules FROM vault_comment AS c JOIN vault_text AS t ON t.row = c.row
        WHERE c.row = ? AND t.rev = ?
        """)
    guard let found = try Row.fetchOne(statement, arguments: [row, revision]) else { return nil }
    return Kept(
      row: row, salt: Array(found["salt"] as Data), text: Array(found["text"] as Data),
      flags: try flags(row, revision, db), rules: found["rules"])
  }

  static func salt(_ row: Int64, _ db: Database) throws -> [UInt8] {
    let statement = try db.cachedStatement(sql: "SELECT salt FROM vault_comment WHERE row = ?")
    return try Data.fetchOne(statement, arguments: [row]).map { Array($0) } ?? []
  }

  static func insertText(
    _ comment: Comment, row: Int64, revision: Int, sequence: Int64, rules: String, _ db: Database
  ) throws {
    let statement = try db.cachedStatement(
      sql: "INSERT INTO vault_text (row, rev, seq, text, raw, markup, edited, rules) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    try statement.execute(arguments: [
      row, revision, sequence, Data(comment.text.utf8), comment.raw.map { Data($0.utf8) },
      comment.textSource.rawValue, comment.edited?.instant.milliseconds, rules,
    ])
  }

  static func insertFlags(_ flags: [Flag], row: Int64, revision: Int, _ db: Database) throws {
    guard !flags.isEmpty else { return }
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO vault_flag (row, rev, n, label, score, severity, rule, why, spans)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for (n, flag) in flags.enumerated() {
      try statement.execute(arguments: [
        row, revision, n, flag.label.rawValue, flag.score.hundredths, flag.severity.rawValue, flag.rule, flag.why,
        SpanText.encode(flag.spans),
      ])
    }
  }

  static func supersedeFlags(row: Int64, before revision: Int, _ db: Database) throws {
    try db.cachedStatement(
      sql: "UPDATE vault_flag SET state = 'superseded' WHERE row = ? AND rev < ? AND state = 'open'"
    ).execute(arguments: [row, revision])
  }

  static func flags(_ row: Int64, _ revision: Int, _ db: Database) throws -> [Flag] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT label, score, severity, rule, why, spans FROM vault_flag WHERE row = ? AND rev = ? ORDER BY n
        """)
    let rows = try Row.fetchCursor(statement, arguments: [row, revision])
    var flags: [Flag] = []
    while let row = try rows.next() {
      guard let label = Label(rawValue: row["label"]), let severity = Severity(rawValue: row["severity"]) else {
        continue
      }
      flags.append(
        Flag(
          label: label, score: Score(hundredths: row["score"]), severity: severity, why: row["why"],
          spans: SpanText.decode(row["spans"]), rule: row["rule"]))
    }
    return flags
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
