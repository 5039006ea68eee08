import GRDB
import Moderation

/// The SQL of channels' figures.
enum ChannelTable {
  static func figures(_ db: Database) throws -> [ChannelFigures] {
    var figures: [String: ChannelFigures] = [:]
    let counts = try Row.fetchAll(
      db,
      sql: """
        SELECT h.name, count(*) AS n, sum(i.status = 'open') AS open FROM item AS i
        JOIN channel AS h ON h.id = i.channel GROUP BY i.channel
        """)
    for row in counts {
      let name: String = row["name"]
      figures[name] = ChannelFigures(channel: name, open: row["open"], all: row["n"])
    }
    let arrivals = try Row.fetchAll(
      db,
      sql: """
        SELECT h.name, l.at FROM (
          SELECT i.channel, max(t.seq) AS seq FROM item AS i JOIN vault_text AS t ON t.id = \(TextKey.ofItem)
          GROUP BY i.channel) AS last
        JOIN channel AS h ON h.id = last.channel JOIN ledger AS l ON l.seq = last.seq
        """)
    for row in arrivals {
      figures[row["name"], default: ChannelFigures(channel: row["name"])].lastArrival = Timestamp(
        milliseconds: row["at"])
    }
    for row in try last("type IN ('decided', 'proposed', 'undone')", db) {
      figures[row.channel, default: ChannelFigures(channel: row.channel)].lastDecision = row.at
    }
    return figures.values.sorted { $0.channel < $1.channel }
  }

  private static func last(_ condition: String, _ db: Database) throws -> [(channel: String, at: Timestamp)] {
    try Row.fetchAll(
      db,
      sql: "SELECT channel, max(at) AS at FROM ledger WHERE channel IS NOT NULL AND \(condition) GROUP BY channel"
    ).map { ($0["channel"], Timestamp(milliseconds: $0["at"])) }
  }
}
