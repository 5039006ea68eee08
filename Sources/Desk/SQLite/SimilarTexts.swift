import GRDB
import Moderation

/// Finds texts that are nearly the same as one: those that share its rarer words, by the index, and then most of its pieces.
struct SimilarTexts {
  /// How alike two texts must be, in percent: a name or a sentence may differ.
  static let likeness = 60
  /// How many of the rarest words are looked up.
  private static let greatestWords = 12
  /// A word that more texts have than this says little, and takes long to look up: the second bound is for texts that have
  /// no rare word, or are many copies themselves.
  private static let greatestHits = [2000, 50_000]
  /// How many texts are compared at most: those that share the most words.
  private static let greatestCandidates = 20_000

  let asking: Asking
  let db: Database

  /// The most alike first, the item itself not among them.
  func find(_ item: ItemID, limit: Int) throws -> [SimilarItem] {
    guard let known = try ItemTable.find(item, db),
      let text = try VaultTable.text(known.row, known.standing.revision, db)
    else { return [] }
    let shingles = text.withUnsafeBytes(Shingles.init)
    var found: [(row: Int64, likeness: Int)] = []
    for (turn, row) in try candidates(
      String(decoding: text, as: UTF8.self), besides: known.row, limit: limit
    ).enumerated() {
      try asking.interruption?.check(every: turn * 16)
      guard let other = try textOf(row) else { continue }
      let likeness = shingles.likeness(to: other)
      if likeness >= Self.likeness { found.append((row, likeness)) }
    }
    found.sort { ($1.likeness, $0.row) < ($0.likeness, $1.row) }
    return try found.prefix(limit).compactMap { row, likeness in
      try KinTable.listed(row, db).map { SimilarItem(listed: $0, likeness: likeness) }
    }
  }

  private func textOf(_ row: Int64) throws -> Shingles? {
    let statement = try db.cachedStatement(
      sql: "SELECT t.text FROM item AS i JOIN vault_text AS t ON t.id = \(TextKey.ofItem) WHERE i.row = ?")
    let rows = try Row.fetchCursor(statement, arguments: [row])
    return try rows.next()?.withUnsafeData(atIndex: 0) { data in data.map { $0.withUnsafeBytes(Shingles.init) } }
  }

  // MARK: Candidates

  /// Rows that share half of the rarest words; those that the index does not have yet besides.
  private func candidates(_ text: String, besides own: Int64, limit: Int) throws -> [Int64] {
    let end = try WordIndex.end(db)
    var behind = try Int64.fetchAll(
      db, sql: "SELECT row FROM item WHERE row > ? ORDER BY row DESC LIMIT ?",
      arguments: [end, Self.greatestCandidates])
    behind.removeAll { $0 == own }
    let words = try rarest(WordIndex.tokens(of: text, db))
    guard !words.isEmpty else { return behind }
    var shared: [Int64: Int] = [:]
    for rows in words {
      for row in rows where row != own { shared[row, default: 0] += 1 }
    }
    let enough = (words.count + 1) / 2
    let ranked = shared.filter { $0.value >= enough }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return ranked.prefix(min(Self.greatestCandidates, max(2000, limit * 2))).map(\.key) + behind
  }

  /// The rows of each of the rarest words; where all are common, those that have all of them.
  private func rarest(_ tokens: Set<String>) throws -> [[Int64]] {
    let quoted = tokens.sorted().map { "\"\($0)\"" }
    for bound in Self.greatestHits {
      var rare: [[Int64]] = []
      for match in quoted {
        let rows = try hits(match, limit: bound)
        if rows.count < bound { rare.append(rows) }
      }
      if rare.count >= min(6, quoted.count) {
        return Array(rare.sorted { $0.count < $1.count }.prefix(Self.greatestWords))
      }
    }
    return quoted.isEmpty ? [] : [try hits(quoted.joined(separator: " "), limit: Self.greatestCandidates)]
  }

  private func hits(_ match: String, limit: Int) throws -> [Int64] {
    let statement = try SQLiteStatement(db, "SELECT rowid FROM word_index WHERE word_index MATCH ? LIMIT ?")
    statement.bind(1, text: match)
    statement.bind(2, limit)
    var rows: [Int64] = []
    while try statement.step() { rows.append(statement.integer(0)) }
    return rows
  }
}
