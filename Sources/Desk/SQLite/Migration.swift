import FoundationEssentials
import GRDB
import Moderation

/// Brings a desk of an older schema up to this one. Forward only: all steps are one transaction that ends with a `migrated`
/// event, so that a desk is at its old version or at this one, whatever happens, and the ledger says since when.
///
/// Events are never rewritten: those of an older encoding stay as they were hashed.
enum Migration {
  static func run(_ writer: any DatabaseWriter, _ event: Event) throws {
    let version = try writer.read { db in try Int.fetchOne(db, sql: "PRAGMA user_version") } ?? 0
    guard version < Schema.version else { return }
    try writer.writeWithoutTransaction { db in
      try db.inTransaction(.exclusive) {
        // Of two programs that migrate at once, the second waits here and finds the work done.
        var version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        guard version < Schema.version else { return .rollback }
        while version < Schema.version {
          switch version {
          case 1: try fromSchema1(db)
          case 2: try fromSchema2(db)
          default: throw UnreadableEvent(sequence: nil)
          }
          version += 1
        }
        try db.execute(sql: "PRAGMA user_version = \(version)")
        // Only now has the ledger the columns that an event of today is written into.
        var event = event
        event.target = "schema \(version)"
        _ = try LedgerTable.append(event, db)
        return .commit
      }
    }
  }

  /// Schema 2: items are known by 16 bytes, not 32 digits; what comments have in common is left out; lists are kept a
  /// channel each. There are stages, labels, claims, adopted policies and an index for words.
  private static func fromSchema1(_ db: Database) throws {
    db.add(
      function: DatabaseFunction("unhex", argumentCount: 1, pure: true) { values in
        String.fromDatabaseValue(values[0]).flatMap { ItemID(rawValue: $0).bytes }.map { Data($0) }
      })
    defer { db.remove(function: DatabaseFunction("unhex", argumentCount: 1) { _ in nil }) }
    try db.execute(
      sql: LedgerField.second.map(\.added).joined() + Schema.encoding
        + "ALTER TABLE chain ADD COLUMN at INTEGER NOT NULL DEFAULT 0; UPDATE chain SET at = ifnull((SELECT max(at) FROM ledger), 0);"
        + "DROP INDEX ledger_decided;" + Schema.decidedIndex)
    let old = ["channel", "vault_thread", "vault_author", "vault_comment", "vault_text", "vault_flag", "item", "tally"]
    let alsoOld = ["vault_secret", "vault_rationale", "account", "account_problem"]
    let indexes = try String.fetchAll(
      db,
      sql: """
        SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name <> 'ledger'
        """)
    for index in indexes { try db.execute(sql: "DROP INDEX \"\(index)\"") }
    for table in old + alsoOld { try db.execute(sql: "ALTER TABLE \(table) RENAME TO old_\(table)") }
    try db.execute(sql: Schema.vault + Schema.views + Schema.hands + Schema.kept)
    try db.execute(sql: copyOfSchema1)
    for table in (old + alsoOld).reversed() { try db.execute(sql: "DROP TABLE old_\(table)") }
    try fillLabels(db)
  }

  /// Schema 3: the ledger can tell of casework, and there are views of it.
  private static func fromSchema2(_ db: Database) throws {
    try db.execute(sql: LedgerField.third.map(\.added).joined() + Schema.matterIndex + Schema.matters)
  }

  private static let copyOfSchema1 = """
    INSERT INTO vault_secret SELECT * FROM old_vault_secret;
    INSERT INTO vault_rationale SELECT * FROM old_vault_rationale;
    INSERT INTO channel SELECT h.id, h.name,
      ifnull((SELECT c.platform FROM old_vault_comment AS c WHERE c.channel = h.id LIMIT 1), '') FROM old_channel AS h;
    INSERT INTO rule_set (name) SELECT DISTINCT rules FROM old_vault_text ORDER BY rules;
    INSERT INTO vault_thread SELECT id, channel, external_id, title FROM old_vault_thread;
    INSERT INTO vault_author SELECT id, channel, substr(key, 1, \(AuthorAlias.keptBytes)), alias, platform_id, name, handle FROM old_vault_author;
    INSERT INTO vault_comment SELECT c.row, c.channel, c.external_id, nullif(c.id_is_derived, 0), c.parent, c.thread,
      c.author, nullif(c.platform, h.platform), nullif(c.kind, 'comment'), c.permalink, c.language,
      nullif(c.platform_state, 'published'), c.posted, nullif(c.precision, 'exact'),
      CASE c.zone WHEN 'utc' THEN 'Z' WHEN 'unknown' THEN '?' ELSE c.zone END, c.likes, c.replies,
      c.attachments, c.extra, c.salt FROM old_vault_comment AS c JOIN channel AS h ON h.id = c.channel;
    INSERT INTO vault_text SELECT \(TextKey.of("t.row", "t.rev")), t.seq, t.row, t.text, t.raw,
      nullif(t.markup, 'plain'), t.edited, r.id FROM old_vault_text AS t JOIN rule_set AS r ON r.name = t.rules;
    INSERT INTO vault_flag SELECT row, rev, n, label, score, severity, rule, why, spans, NULL, NULL,
      nullif(state, 'open') FROM old_vault_flag;
    INSERT INTO item SELECT i.row, unhex(i.id), i.rev, i.status, nullif(i.visibility, 'visible'), nullif(i.recorded, 0),
      NULL, i.calm, i.ord, c.channel, c.thread, 0, i.escalated, i.escalated_to, NULL, NULL
      FROM old_item AS i JOIN vault_comment AS c ON c.row = i.row;
    DELETE FROM tally; INSERT INTO tally SELECT id, open, urgent, escalated, 0, 0 FROM old_tally;
    INSERT INTO account (id, at, actor, file, sha256, bytes, format, read, new, changed, same, dropped)
      SELECT id, at, actor, file, sha256, bytes, format, read, new, changed, same, dropped FROM old_account;
    INSERT INTO account_problem SELECT account, n, file, line, why FROM old_account_problem;
    """

  private static func fillLabels(_ db: Database) throws {
    for label in Label.allCases {
      let bit = LabelSet(label).rawValue
      try db.execute(
        sql: """
          UPDATE item SET labels = labels | \(bit) WHERE EXISTS (SELECT 1 FROM vault_flag AS f
          WHERE f.row = item.row AND f.rev = item.rev AND f.label = '\(label.rawValue)');
          INSERT INTO item_label SELECT \(LabelSet.number(label)), channel, calm, ord, row FROM item
          WHERE status = 'open' AND labels & \(bit) <> 0;
          """)
    }
  }
}
