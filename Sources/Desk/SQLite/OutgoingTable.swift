import FoundationEssentials
import GRDB
import Moderation

/// The SQL of decisions on their way to a platform and back.
enum OutgoingTable {
  static func unexported(channel: String?, after row: Int64, limit: Int, _ db: Database) throws -> [OutgoingItem] {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT i.row, i.id, i.rev, i.status, i.visibility, i.recorded, i.stage, i.calm, i.labels, i.moved,
          i.escalated_to, i.until, i.proposal, h.name AS channel, ifnull(c.platform, h.platform) AS platform,
          d.external_id AS thread, c.external_id AS comment, c.permalink, a.platform_id AS author, c.extra, t.text
          FROM item AS i JOIN channel AS h ON h.id = i.channel JOIN vault_comment AS c ON c.row = i.row
          LEFT JOIN vault_thread AS d ON d.id = c.thread LEFT JOIN vault_author AS a ON a.id = c.author
          LEFT JOIN vault_text AS t ON t.id = \(TextKey.ofItem)
          WHERE i.stage = 'committed' AND i.row > ?1 AND (?2 IS NULL OR h.name = ?2) ORDER BY i.row LIMIT ?3
          """), arguments: [row, channel, limit])
    return rows.map { row in
      OutgoingItem(
        known: ItemTable.known(row), platform: row["platform"], thread: row["thread"], comment: row["comment"],
        platformRevision: nil, permalink: row["permalink"], author: row["author"],
        text: (row["text"] as Data?).map { Array($0) } ?? [])
    }
  }

  static func outstanding(channel: String, _ db: Database) throws -> [KnownItem] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: ItemTable.select + " WHERE h.name = ? AND i.stage IN ('exported', 'applied', 'not_applied') ORDER BY i.row"
      ),
      arguments: [channel]
    ).map(ItemTable.known)
  }

  static func threadKey(of known: KnownItem, _ db: Database) throws -> String? {
    try String.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT d.external_id FROM vault_comment AS c JOIN vault_thread AS d ON d.id = c.thread WHERE c.row = ?
          """), arguments: [known.row])
  }
}
