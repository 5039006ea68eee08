import GRDB
import Moderation

/// The tables, as SQL. Portable SQL but for the pragmas, `STRICT` and the triggers' `RAISE`.
///
/// Four kinds: the ledger, which is the truth and append-only; the vault, which holds all personal data and can be
/// disposed of row by row; views, which can be made anew from both; and accounts of imports.
enum Schema {
  static let version = 1

  /// Makes everything in an empty database, inside the caller's transaction.
  static func create(_ db: Database) throws {
    try db.execute(sql: "PRAGMA application_id = \(DeskFile.applicationID); PRAGMA user_version = \(version)")
    try db.execute(sql: ledger + vault + views + accounts)
  }

  private static var ledger: String {
    let columns = LedgerField.all.map { field in
      field.name + (field.isInteger ? " INTEGER" : " TEXT") + (field.name == "seq" ? " PRIMARY KEY" : "")
    }
    return """
      CREATE TABLE ledger (\(columns.joined(separator: ", "))) STRICT;
      CREATE INDEX ledger_item ON ledger (item, seq) WHERE item IS NOT NULL;
      CREATE INDEX ledger_decided ON ledger (actor, seq) WHERE type = 'decided';
      CREATE INDEX ledger_batch ON ledger (batch, seq) WHERE batch IS NOT NULL;
      CREATE UNIQUE INDEX ledger_undo ON ledger (undo_of) WHERE undo_of IS NOT NULL;
      -- Last sequence and hash, apart from the ledger: how a cut end is noticed. Whoever rewrites both is found out only
      -- by seals that are filed elsewhere.
      CREATE TABLE chain (id INTEGER PRIMARY KEY CHECK (id = 1), last INTEGER NOT NULL, head TEXT NOT NULL) STRICT;
      INSERT INTO chain VALUES (1, 0, '\(CanonicalEvent.firstPrevious)');
      CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger
        BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
      CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger
        BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
      -- REPLACE deletes without a DELETE trigger, so an insert must also be the next one.
      CREATE TRIGGER ledger_only_append BEFORE INSERT ON ledger
        WHEN NEW.seq IS NOT (SELECT last + 1 FROM chain)
        BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

      """
  }

  /// Texts are blobs: SQLite's text functions stop at U+0000, which citizens can send.
  private static let vault = """
    CREATE TABLE vault_secret (id INTEGER PRIMARY KEY CHECK (id = 1), secret BLOB NOT NULL) STRICT;
    CREATE TABLE channel (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE vault_thread (
      id INTEGER PRIMARY KEY, channel INTEGER NOT NULL REFERENCES channel, external_id TEXT NOT NULL, title TEXT,
      UNIQUE (channel, external_id)) STRICT;
    CREATE TABLE vault_author (
      id INTEGER PRIMARY KEY, channel INTEGER NOT NULL REFERENCES channel, key BLOB NOT NULL UNIQUE,
      alias TEXT NOT NULL, platform_id TEXT, name TEXT, handle TEXT, UNIQUE (channel, alias)) STRICT;
    CREATE TABLE vault_comment (
      row INTEGER PRIMARY KEY, item TEXT NOT NULL UNIQUE, channel INTEGER NOT NULL REFERENCES channel,
      external_id TEXT NOT NULL, id_is_derived INTEGER NOT NULL, parent TEXT,
      thread INTEGER REFERENCES vault_thread, author INTEGER REFERENCES vault_author, platform TEXT NOT NULL,
      kind TEXT NOT NULL, permalink TEXT, language TEXT, platform_state TEXT NOT NULL, posted INTEGER,
      precision TEXT, zone TEXT, first_seen INTEGER NOT NULL, likes INTEGER, replies INTEGER, attachments TEXT,
      extra TEXT, salt BLOB NOT NULL) STRICT;
    CREATE INDEX vault_comment_external ON vault_comment (external_id);
    CREATE INDEX vault_comment_thread ON vault_comment (thread, ifnull(posted, first_seen), row)
      WHERE thread IS NOT NULL;
    CREATE TABLE vault_text (
      row INTEGER NOT NULL REFERENCES vault_comment, rev INTEGER NOT NULL, seq INTEGER NOT NULL, text BLOB NOT NULL,
      raw BLOB, markup TEXT NOT NULL, edited INTEGER, rules TEXT NOT NULL, PRIMARY KEY (row, rev)) STRICT, WITHOUT ROWID;
    CREATE TABLE vault_flag (
      row INTEGER NOT NULL REFERENCES vault_comment, rev INTEGER NOT NULL, n INTEGER NOT NULL, label TEXT NOT NULL,
      score INTEGER NOT NULL, severity TEXT NOT NULL, rule TEXT NOT NULL, why TEXT NOT NULL, spans TEXT NOT NULL,
      state TEXT NOT NULL DEFAULT 'open', PRIMARY KEY (row, rev, n)) STRICT, WITHOUT ROWID;
    CREATE TABLE vault_rationale (key TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT, WITHOUT ROWID;

    """

  /// `calm` is urgency negated, so that one ascending index serves a page in either direction.
  private static let views = """
    CREATE TABLE item (
      row INTEGER PRIMARY KEY REFERENCES vault_comment, id TEXT NOT NULL UNIQUE, rev INTEGER NOT NULL,
      status TEXT NOT NULL, visibility TEXT NOT NULL, recorded INTEGER NOT NULL, calm INTEGER NOT NULL,
      ord INTEGER NOT NULL, posted INTEGER, escalated INTEGER, escalated_to TEXT) STRICT;
    CREATE INDEX item_queue ON item (calm, ord, row) WHERE status = 'open';
    CREATE INDEX item_escalated ON item (escalated) WHERE status = 'escalated';
    CREATE INDEX item_oldest ON item (posted) WHERE status = 'open' AND posted IS NOT NULL;
    CREATE TABLE tally (id INTEGER PRIMARY KEY CHECK (id = 1), open INTEGER NOT NULL, urgent INTEGER NOT NULL,
      escalated INTEGER NOT NULL) STRICT;
    INSERT INTO tally VALUES (1, 0, 0, 0);

    """

  private static let accounts = """
    CREATE TABLE account (
      id INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, file TEXT NOT NULL, sha256 TEXT NOT NULL,
      bytes INTEGER NOT NULL, format TEXT NOT NULL, read INTEGER NOT NULL, new INTEGER NOT NULL,
      changed INTEGER NOT NULL, same INTEGER NOT NULL, dropped TEXT NOT NULL) STRICT;
    CREATE TABLE account_problem (
      account INTEGER NOT NULL REFERENCES account, n INTEGER NOT NULL, file TEXT NOT NULL, line INTEGER,
      why TEXT NOT NULL, PRIMARY KEY (account, n)) STRICT, WITHOUT ROWID;
    """
}
