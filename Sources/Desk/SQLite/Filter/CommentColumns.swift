import GRDB
import Moderation

/// What filters ask of the comments behind the items: 6 bytes each, read when a filter first asks. What a comment says of
/// itself does not change once it is on the desk, so only new rows are read later on.
struct CommentColumns: Sendable {
  private(set) var limit = 1
  /// 0 for one that is not known.
  private(set) var authors: [Int32] = [0]
  /// Places in `languageNames`; 0 for none known.
  private(set) var languages: [UInt8] = [0]
  private(set) var bits: [UInt8] = [0]
  private(set) var languageNames = [""]

  static let isReply: UInt8 = 1
  static let hasMedia: UInt8 = 2
  static let isAnswered: UInt8 = 4
  static let isPostedKnown: UInt8 = 8
  static let isEdited: UInt8 = 16

  mutating func refresh(_ db: Database, _ interruption: Interruption?) throws {
    let first = limit
    let rows = try SQLiteStatement(
      db,
      """
      SELECT row, author, language, (parent IS NOT NULL) + 2 * (attachments IS NOT NULL) + 4 * (ifnull(replies, 0) > 0)
      + 8 * (posted IS NOT NULL) FROM vault_comment WHERE row >= ? ORDER BY row
      """)
    rows.bind(1, first)
    while try rows.step() {
      let row = Int(rows.integer(0))
      try interruption?.check(every: row)
      grow(to: row + 1)
      authors[row] = Int32(truncatingIfNeeded: rows.integer(1))
      if !rows.isNull(2) { languages[row] = number(of: rows.text(2) ?? "") }
      bits[row] = UInt8(truncatingIfNeeded: rows.integer(3))
    }
    let edited = try SQLiteStatement(
      db, "SELECT id FROM vault_text WHERE id >= ? AND id < \(TextKey.key(row: 0, revision: 2)) AND edited IS NOT NULL")
    edited.bind(1, first)
    while try edited.step() {
      let row = Int(edited.integer(0))
      if row < limit { bits[row] |= Self.isEdited }
    }
  }

  private mutating func grow(to limit: Int) {
    let count = limit - self.limit
    guard count > 0 else { return }
    authors.append(contentsOf: repeatElement(0, count: count))
    languages.append(contentsOf: repeatElement(0, count: count))
    bits.append(contentsOf: repeatElement(0, count: count))
    self.limit = limit
  }

  /// Past 255 languages the rest are one.
  private mutating func number(of language: String) -> UInt8 {
    if let known = languageNames.firstIndex(of: language) { return UInt8(clamping: known) }
    if languageNames.count < 255 { languageNames.append(language) }
    return UInt8(clamping: languageNames.count - 1)
  }
}
