import GRDB
import Moderation

/// The SQL of matters: cases, escalations, records and holds, as rows to list.
enum MatterTable {
  private static let columns = "id, kind, state, closed, channel, due, role, person, opened, last"

  static func row(_ id: String, _ db: Database) throws -> MatterRow? {
    try rows("WHERE id = ?", [id], db).first
  }

  static func rows(_ query: MatterQuery, _ db: Database) throws -> [MatterRow] {
    var conditions = ["kind = ?"]
    var arguments: StatementArguments = [query.kind.rawValue]
    if query.openOnly { conditions.append("closed = 0") }
    if let channel = query.channel {
      conditions.append("channel = ?")
      arguments += [channel]
    }
    if let role = query.role {
      conditions.append("role = ?")
      arguments += [role]
    }
    if let due = query.dueBy {
      conditions.append("due <= ?")
      arguments += [due.milliseconds]
    }
    arguments += [query.limit]
    return try rows(
      "WHERE \(conditions.joined(separator: " AND ")) ORDER BY closed, due IS NULL, due, opened LIMIT ?", arguments, db)
  }

  static func rows(of item: ItemID, _ db: Database) throws -> [MatterRow] {
    try rows(
      "WHERE id IN (SELECT matter FROM matter_item WHERE item = ?) ORDER BY opened", [item.rawValue], db)
  }

  private static func rows(_ rest: String, _ arguments: StatementArguments, _ db: Database) throws -> [MatterRow] {
    let items = try db.cachedStatement(sql: "SELECT item FROM matter_item WHERE matter = ? ORDER BY n")
    return try Row.fetchAll(
      db.cachedStatement(sql: "SELECT \(columns) FROM matter \(rest)"), arguments: arguments
    ).compactMap { row in
      guard let kind = MatterKind(rawValue: row["kind"]) else { return nil }
      return MatterRow(
        id: row["id"], kind: kind, state: row["state"], isClosed: row["closed"], channel: row["channel"],
        due: (row["due"] as Int64?).map(Timestamp.init(milliseconds:)), role: row["role"], person: row["person"],
        opened: row["opened"], last: row["last"],
        items: try String.fetchAll(items, arguments: [row["id"] as String]).map(ItemID.init(rawValue:)))
    }
  }

  /// Every matter that the ledger tells of.
  static func ids(_ db: Database) throws -> [String] {
    try String.fetchAll(db, sql: "SELECT DISTINCT matter FROM ledger WHERE matter IS NOT NULL ORDER BY matter")
  }

  static func arrival(of known: KnownItem, _ db: Database) throws -> ItemArrival {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT posted, precision, zone FROM vault_comment WHERE row = ?"),
      arguments: [known.row])
    let first = try Int64.fetchOne(
      db.cachedStatement(
        sql: "SELECT seq FROM vault_text WHERE id = ?1 UNION ALL SELECT seq FROM disposed_text WHERE id = ?1"),
      arguments: [TextKey.key(row: known.row, revision: 1)])
    return ItemArrival(
      posted: row.flatMap(DetailTable.posted), noticed: try first.flatMap { try LedgerTable.event($0, db)?.at })
  }

  static func put(_ matter: MatterRow, _ db: Database) throws {
    try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO matter (\(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    ).execute(arguments: [
      matter.id, matter.kind.rawValue, matter.state, matter.isClosed, matter.channel, matter.due?.milliseconds,
      matter.role, matter.person, matter.opened, matter.last,
    ])
    try db.cachedStatement(sql: "DELETE FROM matter_item WHERE matter = ?").execute(arguments: [matter.id])
    let item = try db.cachedStatement(sql: "INSERT INTO matter_item (matter, n, item) VALUES (?, ?, ?)")
    for (n, id) in matter.items.enumerated() { try item.execute(arguments: [matter.id, n, id.rawValue]) }
  }

  static func nextNumber(_ prefix: String, _ db: Database) throws -> Int {
    let last = try String.fetchOne(
      db,
      sql: "SELECT id FROM matter WHERE id >= ?1 || '-' AND id < ?1 || '.' ORDER BY length(id) DESC, id DESC LIMIT 1",
      arguments: [prefix])
    return (last?.split(separator: "-").last.flatMap { Int($0) } ?? 0) + 1
  }
}
