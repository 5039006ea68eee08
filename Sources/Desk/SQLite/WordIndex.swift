import FoundationEssentials
import GRDB
import Moderation

/// The words of a search: each must be in the text, whatever its case and accents; the last may be the beginning of one,
/// from four letters on.
struct SearchWords: Sendable, Equatable {
  let text: String

  /// Nil for a text without a letter or digit.
  init?(_ text: String) {
    guard text.unicodeScalars.contains(where: { $0.properties.isAlphabetic || $0.properties.numericType != nil })
    else { return nil }
    self.text = text
  }
}

/// The same words, as the index's own tokenizer cuts and folds them: only it knows which letters it has, and a quoted word
/// that it would cut in two is a phrase, which this index cannot answer.
struct SearchTokens {
  private let tokens: [String]
  private let needles: [FoldedNeedle]
  private let tokenizer: any FTS5Tokenizer

  /// Nil when the tokenizer finds no word at all.
  init?(_ text: String, _ db: Database) throws {
    tokenizer = try Self.tokenizer(db)
    tokens = try tokenizer.tokenize(query: text).map(\.token)
    needles = tokens.map(FoldedNeedle.init)
    if tokens.isEmpty { return nil }
  }

  /// The index's own.
  static func tokenizer(_ db: Database) throws -> any FTS5Tokenizer {
    try db.makeTokenizer(FTS5TokenizerDescriptor(components: ["unicode61", "remove_diacritics", "2"]))
  }

  /// In the index's own language, every word quoted, so that none of them is taken for an operator.
  var match: String { exactMatch + (mayBeBegun ? " *" : "") }

  /// The same, and the last word is whole as well.
  var exactMatch: String { tokens.map { "\"\($0)\"" }.joined(separator: " ") }

  /// What begins with `the` is half of all words: looking them all up would take longer than typing one letter more.
  private var mayBeBegun: Bool { (tokens.last?.utf8.count ?? 0) >= 4 }

  /// Whether the index would find a text, were it in there.
  func isFound(in text: UnsafeRawBufferPointer) throws -> Bool {
    // Most texts are ASCII, and most have not even the letters.
    if text.allSatisfy({ $0 < 0x80 }), !needles.allSatisfy({ $0.isFound(in: text) }) { return false }
    let words = Set(try tokenizer.tokenize(document: String(decoding: text, as: UTF8.self)).map(\.token))
    guard tokens.dropLast().allSatisfy(words.contains), let last = tokens.last else { return false }
    return mayBeBegun ? words.contains { $0.utf8.starts(with: last.utf8) } : words.contains(last)
  }
}

/// The index for words over all current texts. It may follow behind what is received; what is not in it yet is looked through.
enum WordIndex {
  static func search(
    _ words: SearchWords, before row: Int64?, limit: Int, _ db: Database
  ) throws -> [QueueRow] {
    guard let tokens = try SearchTokens(words.text, db) else { return [] }
    let bound = row ?? .max
    let end = try end(db)
    var found = try behind(tokens, above: end, below: bound, limit: limit, db)
    if found.count < limit {
      found += try Int64.fetchAll(
        db.cachedStatement(
          sql: "SELECT rowid FROM word_index WHERE word_index MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?"),
        arguments: [tokens.match, min(bound, end + 1), limit - found.count])
    }
    return try QueueTable.rows(found, in: QueueQuery(.queue, order: .newest), db)
  }

  /// The words of a text, as the index has them.
  static func tokens(of text: String, _ db: Database) throws -> Set<String> {
    Set(try SearchTokens.tokenizer(db).tokenize(document: text).map(\.token))
  }

  /// Each row after one that the index has a hit for, the lowest first.
  static func forEach(_ match: String, after row: Int64, _ db: Database, _ body: (Int) throws -> Void) throws {
    let hits = try SQLiteStatement(db, "SELECT rowid FROM word_index WHERE word_index MATCH ? AND rowid > ?")
    hits.bind(1, text: match)
    hits.bind(2, row)
    while try hits.step() { try body(Int(hits.integer(0))) }
  }

  /// The rows that the index does not have yet, newest first.
  private static func behind(
    _ tokens: SearchTokens, above end: Int64, below bound: Int64, limit: Int, _ db: Database
  ) throws -> [Int64] {
    let texts = try SQLiteStatement(
      db,
      """
      SELECT i.row, t.text FROM item AS i JOIN vault_text AS t ON t.id = \(TextKey.ofItem)
      WHERE i.row > ? AND i.row < ? ORDER BY i.row DESC
      """)
    texts.bind(1, end)
    texts.bind(2, bound)
    var found: [Int64] = []
    while found.count < limit, try texts.step() {
      if try tokens.isFound(in: texts.bytes(1)) { found.append(texts.integer(0)) }
    }
    return found
  }

  static func end(_ db: Database) throws -> Int64 {
    try Int64.fetchOne(db.cachedStatement(sql: "SELECT row FROM word_index_end")) ?? 0
  }

  static func progress(_ db: Database) throws -> IndexProgress {
    let end = try end(db)
    let last = try Int64.fetchOne(db, sql: "SELECT max(row) FROM item") ?? 0
    return IndexProgress(done: Int(min(end, last)), total: Int(last))
  }

  /// Takes in up to so many more texts. Returns how many it did.
  static func index(limit: Int, _ db: Database) throws -> Int {
    let end = try end(db)
    let texts = try SQLiteStatement(
      db,
      """
      SELECT i.row, t.text FROM item AS i JOIN vault_text AS t ON t.id = \(TextKey.ofItem)
      WHERE i.row > ? ORDER BY i.row LIMIT ?
      """)
    let insert = try SQLiteStatement(db, "INSERT INTO word_index (rowid, text) VALUES (?, ?)")
    texts.bind(1, end)
    texts.bind(2, limit)
    var last = end
    var count = 0
    while try texts.step() {
      last = texts.integer(0)
      insert.bind(1, last)
      insert.bind(2, text: texts.text(1))
      try insert.run()
      count += 1
    }
    if count < limit {
      // The rows behind the last text are of items whose words were destroyed: there is nothing to take in.
      last = max(last, try Int64.fetchOne(db, sql: "SELECT max(row) FROM item") ?? 0)
    }
    if last > end { try db.execute(sql: "UPDATE word_index_end SET row = ?", arguments: [last]) }
    return count
  }

  /// Takes a text out before another takes its place.
  static func remove(_ row: Int64, revision: Int, _ db: Database) throws {
    guard row <= (try end(db)), let text = try VaultTable.text(row, revision, db) else { return }
    try run(
      "INSERT INTO word_index (word_index, rowid, text) VALUES ('delete', ?, ?)", row,
      String(decoding: text, as: UTF8.self), db)
  }

  static func add(_ row: Int64, _ text: String, _ db: Database) throws {
    guard row <= (try end(db)) else { return }
    try run("INSERT INTO word_index (rowid, text) VALUES (?, ?)", row, text, db)
  }

  /// GRDB would bind a text up to its first U+0000 only, and what is taken out must be what was put in.
  private static func run(_ sql: String, _ row: Int64, _ text: String, _ db: Database) throws {
    let statement = try SQLiteStatement(db, sql)
    statement.bind(1, row)
    statement.bind(2, text: text)
    try statement.run()
  }
}
