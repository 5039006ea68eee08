import GRDB
import Moderation

/// An item as the desk works with it: its row, its identity and where it stands.
struct KnownItem: Sendable {
  var row: Int64
  var item: ItemID
  var standing: StandingItem
}

/// The SQL of the `item` view and its tally.
enum ItemTable {
  static let columns = "row, id, rev, status, visibility, recorded, calm, escalated, escalated_to"

  static func find(_ item: ItemID, _ db: Database) throws -> KnownItem? {
    let statement = try db.cachedStatement(sql: "SELECT \(columns) FROM item WHERE id = ?")
    return try Row.fetchOne(statement, arguments: [item.rawValue]).map(known)
  }

  static func known(_ row: Row) -> KnownItem {
    KnownItem(
      row: row["row"], item: ItemID(rawValue: row["id"]),
      standing: StandingItem(
        revision: row["rev"], state: state(row), urgency: -(row["calm"] as Int), escalated: row["escalated"],
        escalatedTo: row["escalated_to"]))
  }

  /// An unknown word can only come from a hand in the file; the item then waits in the open rather than be lost.
  static func state(_ row: Row) -> ItemState {
    ItemState(
      status: ItemState.Status(rawValue: row["status"]) ?? .open,
      visibility: ItemState.Visibility(rawValue: row["visibility"]) ?? .visible, recorded: row["recorded"])
  }

  static func insert(_ known: KnownItem, order: Int64, posted: Int64?, _ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO item (row, id, rev, status, visibility, recorded, calm, ord, posted, escalated, escalated_to)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    let standing = known.standing
    try statement.execute(arguments: [
      known.row, known.item.rawValue, standing.revision, standing.state.status.rawValue,
      standing.state.visibility.rawValue, standing.state.recorded, -standing.urgency, order, posted,
      standing.escalated, standing.escalatedTo,
    ])
  }

  static func update(_ known: KnownItem, _ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        UPDATE item SET rev = ?, status = ?, visibility = ?, recorded = ?, calm = ?, escalated = ?, escalated_to = ?
        WHERE row = ?
        """)
    let standing = known.standing
    try statement.execute(arguments: [
      standing.revision, standing.state.status.rawValue, standing.state.visibility.rawValue,
      standing.state.recorded, -standing.urgency, standing.escalated, standing.escalatedTo, known.row,
    ])
  }

  static func add(_ change: Tally, _ db: Database) throws {
    guard change != Tally() else { return }
    try db.cachedStatement(
      sql: "UPDATE tally SET open = open + ?, urgent = urgent + ?, escalated = escalated + ? WHERE id = 1"
    ).execute(arguments: [change.open, change.urgent, change.escalated])
  }

  static func backlog(_ db: Database) throws -> Backlog {
    let tally = try Row.fetchOne(db, sql: "SELECT open, urgent, escalated FROM tally WHERE id = 1")
    let oldest = try Int64.fetchOne(
      db, sql: "SELECT min(posted) FROM item WHERE status = 'open' AND posted IS NOT NULL")
    return Backlog(
      open: tally?["open"] ?? 0, urgent: tally?["urgent"] ?? 0, escalated: tally?["escalated"] ?? 0,
      oldest: oldest.map(Timestamp.init(milliseconds:)))
  }
}

/// The counts of the status line, kept so that no key press has to count a million rows.
struct Tally: Sendable, Equatable {
  var open = 0
  var urgent = 0
  var escalated = 0

  /// Counts one item's way from one standing to the next; nil is not there.
  mutating func count(from old: StandingItem?, to new: StandingItem?) {
    if let old { count(old, -1) }
    if let new { count(new, 1) }
  }

  private mutating func count(_ standing: StandingItem, _ sign: Int) {
    switch standing.state.status {
    case .open:
      open += sign
      if standing.urgency >= StandingItem.urgent { urgent += sign }
    case .escalated: escalated += sign
    case .decided: break
    }
  }
}
