import GRDB
import Moderation

/// The SQL of reports: sums over the ledger and the flags. Words of citizens are not read.
enum ReportTable {
  static func rows(_ db: Database) throws -> ReportRows {
    ReportRows(
      flags: try counts(
        """
        SELECT c.posted / 3600000 AS hour, f.label AS name, count(*) AS n FROM item AS i
        JOIN vault_flag AS f ON f.row = i.row AND f.rev = i.rev JOIN vault_comment AS c ON c.row = i.row
        WHERE c.posted IS NOT NULL GROUP BY 1, 2
        """, db),
      arrived: try counts(
        """
        SELECT at / 3600000 AS hour, 'new' AS name, sum(new) AS n FROM ledger
        WHERE type = 'imported' AND new > 0 GROUP BY 1
        """, db),
      moves: try counts(
        """
        SELECT at / 3600000 AS hour, 'moved' AS name, sum((after LIKE 'open %') - (before LIKE 'open %')) AS n
        FROM ledger WHERE before IS NOT NULL AND after IS NOT NULL GROUP BY 1
        """, db),
      decided: try decided(db), waiting: try Int.fetchOne(db, sql: "SELECT open FROM tally") ?? 0,
      oldest: try oldest(db), left: try left(db))
  }

  private static func counts(_ sql: String, _ db: Database) throws -> [ReportRows.Count] {
    try Row.fetchAll(db, sql: sql).map { ReportRows.Count(hour: $0["hour"], name: $0["name"], count: $0["n"] ?? 0) }
  }

  private static func decided(_ db: Database) throws -> [ReportRows.Decided] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT at, learned_at, supersedes, actor, verb, reasons, masked, ifnull(flags, '') AS flags,
          EXISTS (SELECT 1 FROM ledger AS u WHERE u.undo_of = l.seq) AS undone
        FROM ledger AS l WHERE type = 'decided'
        """)
    var decided: [ReportRows.Decided] = []
    while let row = try rows.next() {
      guard let verb = Verb(rawValue: row["verb"] as String? ?? "") else { continue }
      let reasons: String = row["reasons"] ?? ""
      let flags: String = row["flags"]
      decided.append(
        ReportRows.Decided(
          at: Timestamp(milliseconds: row["at"]),
          learned: (row["learned_at"] as Int64?).map { Timestamp(milliseconds: $0) },
          isFirst: (row["supersedes"] as Int64?) == nil, actor: row["actor"], verb: verb,
          reason: String(reasons.prefix { $0 != "@" && $0 != "\n" }),
          // `label score severity rule`, one flag a line.
          isHard: flags.contains(" critical ") || flags.contains(" high "), wasMasked: row["masked"] as Int64? == 1,
          isTakenBack: row["undone"]))
    }
    return decided
  }

  /// When the longest-waiting came in. Events are in the order of time, so the least sequence tells.
  private static func oldest(_ db: Database) throws -> Timestamp? {
    let at = try Int64.fetchOne(
      db,
      sql: """
        SELECT at FROM ledger WHERE seq =
          (SELECT min(t.seq) FROM item AS i JOIN vault_text AS t ON t.id = i.row WHERE i.status = 'open')
        """)
    return at.map { Timestamp(milliseconds: $0) }
  }

  private static func left(_ db: Database) throws -> [(learned: Timestamp, at: Timestamp)] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT learned_at, at FROM ledger
        WHERE learned_at IS NOT NULL AND before LIKE 'open %' AND after NOT LIKE 'open %'
        """)
    var left: [(learned: Timestamp, at: Timestamp)] = []
    while let row = try rows.next() {
      left.append((Timestamp(milliseconds: row["learned_at"]), Timestamp(milliseconds: row["at"])))
    }
    return left
  }
}
