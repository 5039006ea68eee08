import GRDB
import Moderation

/// A test of texts: what is known of it, which rows may stand it, and how to find out.
struct TextTest {
  let test: FilterTest
  private(set) var known: FoundTexts
  /// The others cannot stand it.
  private(set) var candidates: RowSet
  private var way: Way

  private enum Way {
    case word(SearchTokens)
    case pattern(PatternMatcher)
    case never
  }

  /// Nil for a test of something else than texts.
  init?(_ test: FilterTest, _ columns: FilterColumns, _ memory: FilterMemory, _ db: Database) throws {
    self.test = test
    known = memory.found(test, columns)
    candidates = RowSet(1..<columns.limit, limit: columns.limit)
    switch test {
    case .word(let word):
      if let tokens = try SearchTokens(word, db) {
        way = .word(tokens)
        try known.note(indexedUpTo: Self.end(columns, db)) { after, note in
          try WordIndex.forEach(tokens.match, after: after, db, note)
        }
        memory.keep(known, for: test)
      } else {
        // Signs and pictures are no words of the index: they are looked for as they are.
        way = TextPattern(exactWords: word).map { .pattern($0.matcher()) } ?? .never
      }
    case .phrase(let words):
      way = TextPattern(exactWords: words).map { .pattern($0.matcher()) } ?? .never
      if let tokens = try SearchTokens(words, db) {
        let end = try Self.end(columns, db)
        candidates = RowSet(Int(end) + 1..<columns.limit, limit: columns.limit)
        try WordIndex.forEach(tokens.exactMatch, after: 0, db) { candidates.insert($0) }
      }
    case .pattern(let pattern): way = .pattern(pattern.matcher())
    default: return nil
    }
    if case .never = way { candidates = RowSet(limit: columns.limit) }
  }

  /// The index may have rows that the columns do not have yet.
  private static func end(_ columns: FilterColumns, _ db: Database) throws -> Int64 {
    min(try WordIndex.end(db), Int64(columns.limit) - 1)
  }

  func isKnown(_ row: Int) -> Bool? { candidates.contains(row) ? known.isFound(row) : false }

  /// Puts a text to the test.
  mutating func isFound(_ row: Int, _ text: UnsafeRawBufferPointer) throws -> Bool {
    let isFound: Bool
    switch way {
    case .word(let tokens): isFound = try tokens.isFound(in: text)
    case .pattern(var matcher):
      // Taken out while it works: what it learned is not copied.
      way = .never
      isFound = matcher.isFound(in: text)
      way = .pattern(matcher)
    case .never: isFound = false
    }
    known.note(row, isFound)
    return isFound
  }
}
