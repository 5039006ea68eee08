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
            SELECT c.external_id, h.name AS channel, ifnull(c.platform, h.platform) AS platform, a.alias, d.title,
            c.posted, c.precision, c.zone, c.state, c.attachments, i.thread, i.ord
            FROM item AS i JOIN vault_comment AS c ON c.row = i.row JOIN channel AS h ON h.id = c.channel
            LEFT JOIN vault_author AS a ON a.id = c.author LEFT JOIN vault_thread AS d ON d.id = c.thread
            WHERE c.row = ?
            """), arguments: [known.row])
    else { return nil }
    let revision = known.standing.revision
    let text = try VaultTable.text(known.row, revision, db)
    let history = try LedgerTable.history(of: item, db)
    var detail = ItemDetail(
      item: item, externalID: row["external_id"], channel: row["channel"], platform: row["platform"],
      alias: row["alias"] ?? AuthorAlias.unknown(item), threadTitle: row["title"], posted: posted(row),
      revision: revision, text: text.map { String(decoding: $0, as: UTF8.self) } ?? "",
      flags: text == nil ? [] : try VaultTable.flags(known.row, revision, db), state: known.standing.state,
      platformState: (row["state"] as String?).map { Comment.PlatformState(rawValue: $0) ?? .unknown } ?? .published,
      thread: try thread(around: known.row, of: row["thread"], at: row["ord"], db),
      history: history,
      attachments: (row["attachments"] as String?)?.split(separator: "\n").map(String.init) ?? [])
    detail.notes = try MatterTable.rows(of: item, db).filter { $0.kind == .note && !$0.isClosed }.compactMap { row in
      // A note that was disposed of has events and no words.
      try Note.folded(try LedgerTable.history(ofMatter: row.id, db)).flatMap { note in
        try note.words.flatMap { try VaultTable.rationale($0, db) }.map {
          ItemNote(person: note.by, at: note.at, text: $0)
        }
      }
    }
    detail.earlier = try (1..<max(1, revision)).compactMap { earlier in
      try VaultTable.text(known.row, earlier, db).map {
        EarlierText(revision: earlier, text: String(decoding: $0, as: UTF8.self))
      }
    }
    return detail
  }

  /// Items whose comment has this id on any channel, and those of the ids given. The item's id is made from both, so no
  /// index of the platforms' ids is needed.
  static func located(_ external: String?, or items: [ItemID], _ db: Database) throws -> [LocatedItem] {
    var wanted = items
    if let external {
      let channels = try String.fetchAll(db, sql: "SELECT name FROM channel ORDER BY id")
      wanted = channels.map { ItemID(channel: $0, externalID: external) } + items
    }
    let statement = try db.cachedStatement(
      sql: """
        SELECT i.id, i.rev, h.name AS channel, c.external_id FROM item AS i JOIN vault_comment AS c ON c.row = i.row
        JOIN channel AS h ON h.id = c.channel WHERE \(ItemTable.isItem)
        """)
    var located: [LocatedItem] = []
    for item in wanted {
      guard let id = item.bytes, let row = try Row.fetchOne(statement, arguments: [Data(id)]) else { continue }
      let found = LocatedItem(
        item: item, revision: row["rev"], channel: row["channel"], externalID: row["external_id"])
      if !located.contains(found) { located.append(found) }
    }
    return located
  }

  /// The comments just before and after one in its thread, it included, oldest first.
  private static func thread(
    around row: Int64, of thread: Int64?, at order: Int64, _ db: Database
  ) throws -> [ThreadEntry] {
    let select = """
      SELECT i.row, i.rev, i.id, a.alias, c.posted, t.text, c.parent, h.name AS channel, i.status, i.visibility, i.recorded, i.stage
      FROM item AS i JOIN vault_comment AS c ON c.row = i.row JOIN channel AS h ON h.id = c.channel
      LEFT JOIN vault_author AS a ON a.id = c.author
      LEFT JOIN vault_text AS t ON t.id = \(TextKey.ofItem)
      """
    guard let thread else {
      return try Row.fetchAll(db, sql: select + " WHERE i.row = ?", arguments: [row]).map { try entry($0, db) }
    }
    let earlier = try Row.fetchAll(
      db.cachedStatement(
        sql: select + """
           WHERE i.thread = ? AND (i.ord, i.row) <= (?, ?) ORDER BY i.ord DESC, i.row DESC LIMIT ?
          """), arguments: [thread, order, row, around + 1])
    let later = try Row.fetchAll(
      db.cachedStatement(
        sql: select + """
           WHERE i.thread = ? AND (i.ord, i.row) > (?, ?) ORDER BY i.ord, i.row LIMIT ?
          """), arguments: [thread, order, row, around])
    return try (earlier.reversed() + later).map { try entry($0, db) }
  }

  private static func entry(_ row: Row, _ db: Database) throws -> ThreadEntry {
    let item = ItemID(bytes: row["id"] as Data)
    let parent = (row["parent"] as String?).map { ItemID(channel: row["channel"], externalID: $0) }
    return ThreadEntry(
      item: item, alias: row["alias"] ?? AuthorAlias.unknown(item),
      posted: (row["posted"] as Int64?).map(Timestamp.init(milliseconds:)),
      text: (row["text"] as Data?).map { String(decoding: $0, as: UTF8.self) } ?? "",
      parent: try parent.flatMap { try ItemTable.find($0, db)?.item }, state: ItemTable.state(row),
      spans: try VaultTable.flags(row["row"], row["rev"], db).flatMap(\.spans))
  }

  static func posted(_ row: Row) -> PlatformTime? {
    (row["posted"] as Int64?).map { instant in
      PlatformTime(
        Timestamp(milliseconds: instant),
        precision: (row["precision"] as String?).flatMap(PlatformTime.Precision.init(rawValue:)) ?? .unknown,
        zone: PlatformTime.Zone(columnText: row["zone"] ?? "unknown"))
    }
  }
}
