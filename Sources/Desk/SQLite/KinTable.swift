import FoundationEssentials
import GRDB
import Moderation

/// The SQL behind marks by what items have in common.
enum KinTable {
  static func listed(
    _ kin: Kinship, limit: Int, _ asking: Asking, _ memory: FilterMemory, _ db: Database
  ) throws -> [ListedItem] {
    switch kin {
    case .thread(let item): return try rows(ofThread: item, limit: limit, db).compactMap { try listed($0, db) }
    case .author(let item):
      return try rows(ofAuthor: item, limit: limit, asking, memory, db).compactMap { try listed($0, db) }
    case .batch(let batch): return try rows(ofBatch: batch, limit: limit, db).compactMap { try listed($0, db) }
    }
  }

  /// What a mark holds of a row; nil for one that is not there.
  static func listed(_ row: Int64, _ db: Database) throws -> ListedItem? {
    let statement = try db.cachedStatement(
      sql: "SELECT id, rev, status, visibility, recorded, stage FROM item WHERE row = ?")
    return try Row.fetchOne(statement, arguments: [row]).map { found in
      ListedItem(item: ItemID(bytes: found["id"] as Data), revision: found["rev"], state: ItemTable.state(found))
    }
  }

  private static func rows(ofThread item: ItemID, limit: Int, _ db: Database) throws -> [Int64] {
    guard let id = item.bytes else { return [] }
    return try Int64.fetchAll(
      db,
      sql: """
        SELECT row FROM item WHERE thread = (SELECT i.thread FROM item AS i WHERE \(ItemTable.isItem))
        ORDER BY ord, row LIMIT ?2
        """, arguments: [Data(id), limit])
  }

  /// An author is one channel's own: what they wrote elsewhere is not known to be theirs.
  private static func rows(
    ofAuthor item: ItemID, limit: Int, _ asking: Asking, _ memory: FilterMemory, _ db: Database
  ) throws -> [Int64] {
    guard let known = try ItemTable.find(item, db) else { return [] }
    let comments = try memory.comments(db, asking.interruption)
    let row = Int(known.row)
    guard row < comments.limit, comments.authors[row] != 0 else { return [] }
    let author = comments.authors[row]
    return comments.authors.indices.lazy.filter { comments.authors[$0] == author }.prefix(limit).map { Int64($0) }
  }

  private static func rows(ofBatch batch: String, limit: Int, _ db: Database) throws -> [Int64] {
    let items = try String.fetchAll(
      db, sql: "SELECT item FROM ledger WHERE batch = ? AND type = 'decided' AND item IS NOT NULL ORDER BY seq LIMIT ?",
      arguments: [batch, limit])
    return try items.compactMap { try ItemTable.find(ItemID(rawValue: $0), db)?.row }
  }
}
