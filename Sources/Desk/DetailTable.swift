import FoundationEssentials
import GRDB
import Moderation

/// The SQL behind one item's page.
enum DetailTable {
  /// How many comments of the thread are shown on either side.
  private static let around = 10

  static func detail(_ item: ItemID, _ db: Database) throws -> ItemDetail? {
    guard let known = try ItemTable.find(item, db),
      let row = try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT c.external_id, h.name AS channel, c.platform, a.alias, d.title, c.posted, c.precision, c.zone,
            c.platform_state, c.attachments, c.thread, ifnull(c.posted, c.first_seen) AS ord
            FROM vault_comment AS c JOIN channel AS h ON h.id = c.channel
            LEFT JOIN vault_author AS a ON a.id = c.author LEFT JOIN vault_thread AS d ON d.id = c.thread
            WHERE c.row = ?
            """), arguments: [known.row])
    else { return nil }
    let revision = known.standing.revision
    let kept = try VaultTable.kept(known.row, revision, db)
    return ItemDetail(
      item: item, externalID: row["external_id"], channel: row["channel"], platform: row["platform"],
      alias: row["alias"] ?? AuthorAlias.unknown(item), threadTitle: row["title"], posted: posted(row),
      revision: revision, text: kept.map { String(decoding: $0.text, as: UTF8.self) } ?? "",
      flags: kept?.flags ?? [], state: known.standing.state,
      platformState: Comment.PlatformState(rawValue: row["platform_state"]) ?? .unknown,
      thread: try thread(around: known.row, of: row["thread"], at: row["ord"], db),
      history: try LedgerTable.history(of: item, db),
      attachments: (row["attachments"] as String?)?.split(separator: "\n").map(String.init) ?? [])
  }

  /// Items whose comment has this id, and those of the ids given.
  static func located(_ external: String?, or items: [ItemID], _ db: Database) throws -> [LocatedItem] {
    let select = """
      SELECT i.id, i.rev, h.name AS channel, c.external_id FROM vault_comment AS c JOIN item AS i ON i.row = c.row
      JOIN channel AS h ON h.id = c.channel WHERE
      """
    var rows: [Row] = []
    if let external {
      rows = try Row.fetchAll(
        db, sql: select + " c.external_id = ? ORDER BY c.row LIMIT 100", arguments: [external])
    }
    for item in items {
      rows += try Row.fetchAll(db, sql: select + " c.item = ?", arguments: [item.rawValue])
    }
    var located: [LocatedItem] = []
    for row in rows {
      let found = LocatedItem(
        item: ItemID(rawValue: row["id"]), revision: row["rev"], channel: row["channel"],
        externalID: row["external_id"])
      if !located.contains(found) { located.append(found) }
    }
    return located
  }

  /// The comments just before and after one in its thread, it included, oldest first.
  private static func thread(
    around row: Int64, of thread: Int64?, at order: Int64, _ db: Database
  ) throws -> [ThreadEntry] {
    let select = """
      SELECT c.row, c.item, a.alias, c.posted, t.text, c.parent, h.name AS channel, i.status, i.visibility, i.recorded
      FROM vault_comment AS c JOIN item AS i ON i.row = c.row JOIN channel AS h ON h.id = c.channel
      LEFT JOIN vault_author AS a ON a.id = c.author
      LEFT JOIN vault_text AS t ON t.row = i.row AND t.rev = i.rev
      """
    guard let thread else {
      return try Row.fetchAll(db, sql: select + " WHERE c.row = ?", arguments: [row]).map { try entry($0, db) }
    }
    let place = "(ifnull(c.posted, c.first_seen), c.row)"
    let earlier = try Row.fetchAll(
      db.cachedStatement(
        sql: select + """
           WHERE c.thread = ? AND \(place) <= (?, ?)
          ORDER BY ifnull(c.posted, c.first_seen) DESC, c.row DESC LIMIT ?
          """), arguments: [thread, order, row, around + 1])
    let later = try Row.fetchAll(
      db.cachedStatement(
        sql: select + """
           WHERE c.thread = ? AND \(place) > (?, ?) ORDER BY ifnull(c.posted, c.first_seen), c.row LIMIT ?
          """), arguments: [thread, order, row, around])
    return try (earlier.reversed() + later).map { try entry($0, db) }
  }

  private static func entry(_ row: Row, _ db: Database) throws -> ThreadEntry {
    let item = ItemID(rawValue: row["item"])
    let parent = (row["parent"] as String?).map { ItemID(channel: row["channel"], externalID: $0) }
    return ThreadEntry(
      item: item, alias: row["alias"] ?? AuthorAlias.unknown(item),
      posted: (row["posted"] as Int64?).map(Timestamp.init(milliseconds:)),
      text: (row["text"] as Data?).map { String(decoding: $0, as: UTF8.self) } ?? "",
      parent: try parent.flatMap { try ItemTable.find($0, db)?.item }, state: ItemTable.state(row))
  }

  private static func posted(_ row: Row) -> PlatformTime? {
    (row["posted"] as Int64?).map { instant in
      PlatformTime(
        Timestamp(milliseconds: instant),
        precision: (row["precision"] as String?).flatMap(PlatformTime.Precision.init(rawValue:)) ?? .unknown,
        zone: PlatformTime.Zone(columnText: row["zone"] ?? "unknown"))
    }
  }
}
