import Casework
import FoundationEssentials
import GRDB
import Moderation

/// The SQL of what is kept, of whose it is, and of its destruction.
enum DisposalTable {
  private static let select = """
    SELECT i.row, i.id, i.rev, i.status, i.visibility, i.recorded, i.stage, i.calm, i.labels, i.moved, i.escalated_to,
    i.until, i.proposal, h.name AS channel, a.alias, c.posted,
    (SELECT t.seq FROM vault_text AS t WHERE t.id = i.row) AS arrived,
    (SELECT d.seq FROM disposed_text AS d WHERE d.id = i.row) AS gone
    FROM item AS i JOIN channel AS h ON h.id = i.channel JOIN vault_comment AS c ON c.row = i.row
    LEFT JOIN vault_author AS a ON a.id = c.author
    """

  static func kept(after row: Int64, limit: Int, _ db: Database) throws -> [KeptItem] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: select + """
           WHERE i.row > ? AND EXISTS (SELECT 1 FROM vault_text AS t WHERE t.id = i.row) ORDER BY i.row LIMIT ?
          """), arguments: [row, limit]
    ).map(item)
  }

  static func kept(_ known: KnownItem, _ db: Database) throws -> KeptItem? {
    try Row.fetchOne(db.cachedStatement(sql: select + " WHERE i.row = ?"), arguments: [known.row]).map(item)
  }

  private static func item(_ row: Row) -> KeptItem {
    let arrived = row["arrived"] as Int64?
    return KeptItem(
      known: ItemTable.known(row), alias: row["alias"],
      posted: (row["posted"] as Int64?).map(Timestamp.init(milliseconds:)), arrived: arrived ?? row["gone"] ?? 0,
      hasWords: arrived != nil)
  }

  // MARK: Whose it is

  static func items(byAuthorOf known: KnownItem, _ db: Database) throws -> [KnownItem] {
    // Of somebody whom nobody knows there is this one comment.
    try items(
      "c.row = ?1 OR c.author = (SELECT author FROM vault_comment WHERE row = ?1)", [known.row], db)
  }

  static func items(byAlias alias: String, _ db: Database) throws -> [KnownItem] {
    try items("c.author IN (SELECT id FROM vault_author WHERE alias = ?)", [alias], db)
  }

  private static func items(_ condition: String, _ arguments: StatementArguments, _ db: Database) throws -> [KnownItem]
  {
    try Row.fetchAll(
      db, sql: ItemTable.select + " JOIN vault_comment AS c ON c.row = i.row WHERE \(condition) ORDER BY i.row",
      arguments: arguments
    ).map(ItemTable.known)
  }

  static func permalink(of known: KnownItem, _ db: Database) throws -> String? {
    try String.fetchOne(
      db.cachedStatement(sql: "SELECT permalink FROM vault_comment WHERE row = ?"), arguments: [known.row])
  }

  static func uncaptured(limit: Int, _ db: Database) throws -> [ItemID] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT i.id FROM item AS i WHERE i.recorded = 1
        AND EXISTS (SELECT 1 FROM vault_text AS t WHERE t.id = i.row)
        AND NOT EXISTS (SELECT 1 FROM matter_item AS m JOIN matter AS r ON r.id = m.matter
        WHERE m.item = lower(hex(i.id)) AND r.kind = 'record') ORDER BY i.row LIMIT ?
        """, arguments: [limit]
    ).map { ItemID(bytes: $0["id"] as Data) }
  }

  // MARK: Destroying

  static func destroyWords(of known: KnownItem, _ db: Database) throws -> DisposalCertificate.Counts {
    var counts = DisposalCertificate.Counts()
    try WordIndex.remove(known.row, revision: known.standing.revision, db)
    let salt = try VaultTable.salt(known.row, db)
    let keep = try db.cachedStatement(
      sql: """
        INSERT INTO disposed_text (id, seq, place, sha256) SELECT id, seq, place, ? FROM vault_text WHERE id = ?
        """)
    let delete = try db.cachedStatement(sql: "DELETE FROM vault_text WHERE id = ?")
    var revision = 1
    while let text = try VaultTable.text(known.row, revision, db) {
      let key = TextKey.key(row: known.row, revision: revision)
      try keep.execute(arguments: [Data(Salt.digest(text, salt: salt)), key])
      try delete.execute(arguments: [key])
      counts.texts += 1
      revision += 1
    }
    try db.cachedStatement(sql: "UPDATE vault_flag SET why = '', spans = '' WHERE row = ?")
      .execute(arguments: [known.row])
    counts.flags = db.changesCount
    // The id that the feed gave it may be made of its words; the item's own id finds it all the same.
    try db.cachedStatement(
      sql: """
        UPDATE vault_comment SET external_id = '', derived = NULL, parent = NULL, author = NULL, permalink = NULL,
        language = NULL, likes = NULL, replies = NULL, attachments = NULL, extra = NULL, salt = x'' WHERE row = ?
        """
    ).execute(arguments: [known.row])
    return counts
  }

  static func destroyRationale(_ key: String, _ db: Database) throws -> Bool {
    try db.cachedStatement(sql: "DELETE FROM vault_rationale WHERE key = ?").execute(arguments: [key])
    return db.changesCount > 0
  }

  static func destroyUnused(_ db: Database) throws -> DisposalCertificate.Counts {
    var counts = DisposalCertificate.Counts()
    try db.execute(
      sql: "DELETE FROM vault_author WHERE id NOT IN (SELECT author FROM vault_comment WHERE author IS NOT NULL)")
    counts.authors = db.changesCount
    // The items keep their thread, so the row stays; a title may stand in the place of an id as well.
    try db.execute(
      sql: """
        UPDATE vault_thread SET title = NULL, external_id = 'destroyed-' || id
        WHERE external_id <> 'destroyed-' || id AND id NOT IN (SELECT c.thread FROM vault_comment AS c
        JOIN vault_text AS t ON t.id = c.row WHERE c.thread IS NOT NULL)
        """)
    counts.threads = db.changesCount
    // What was taken out stands in the index as taken out until its parts are merged.
    try db.execute(sql: "INSERT INTO word_index (word_index) VALUES ('optimize')")
    return counts
  }
}
