import GRDB
import Moderation

/// The tables, as SQL. Portable SQL but for the pragmas, `STRICT`, the triggers' `RAISE` and the index for words (FTS5).
///
/// Five kinds: the ledger, which is the truth and append-only; the vault, which holds all personal data and can be
/// disposed of row by row; views, which can be made anew from both; hands, which nobody misses; and what is kept about
/// imports and policies. What most rows have in common is NULL, and costs nothing: a million comments are the measure.
enum Schema {
  static let version = 3

  /// Makes everything in an empty database, inside the caller's transaction.
  static func create(_ db: Database) throws {
    try db.execute(sql: "PRAGMA application_id = \(DeskFile.applicationID); PRAGMA user_version = \(version)")
    try db.execute(sql: ledger + vault + views + matters + hands + kept)
  }

  private static var ledger: String {
    """
    CREATE TABLE ledger (\((LedgerField.first + LedgerField.links).map(\.declaration).joined(separator: ", "))) STRICT;
    \((LedgerField.second + LedgerField.third).map(\.added).joined(separator: "\n"))
    \(encoding)
    CREATE INDEX ledger_item ON ledger (item, seq) WHERE item IS NOT NULL;
    \(decidedIndex)
    CREATE INDEX ledger_batch ON ledger (batch, seq) WHERE batch IS NOT NULL;
    CREATE UNIQUE INDEX ledger_undo ON ledger (undo_of) WHERE undo_of IS NOT NULL;
    \(matterIndex)
    -- Last sequence and hash, apart from the ledger: how a cut end is noticed. Whoever rewrites both is found out only
    -- by seals that are filed elsewhere.
    CREATE TABLE chain (id INTEGER PRIMARY KEY CHECK (id = 1), last INTEGER NOT NULL, head TEXT NOT NULL,
      at INTEGER NOT NULL DEFAULT 0) STRICT;
    INSERT INTO chain VALUES (1, 0, '\(CanonicalEvent.firstPrevious)', 0);
    \(triggers)

    """
  }

  static let decidedIndex =
    "CREATE INDEX ledger_decided ON ledger (actor, seq) WHERE type IN ('decided', 'proposed');"

  /// What schema 2 added to the ledger of schema 1.
  static let encoding = "ALTER TABLE ledger ADD COLUMN encoding INTEGER NOT NULL DEFAULT 1;"

  static let triggers = """
    CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger
      BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
    CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger
      BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
    -- REPLACE deletes without a DELETE trigger, so an insert must also be the next one.
    CREATE TRIGGER ledger_only_append BEFORE INSERT ON ledger
      WHEN NEW.seq IS NOT (SELECT last + 1 FROM chain)
      BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
    """

  /// Texts are blobs: SQLite's text functions stop at U+0000, which citizens can send.
  static let vault = """
    CREATE TABLE vault_secret (id INTEGER PRIMARY KEY CHECK (id = 1), secret BLOB NOT NULL) STRICT;
    CREATE TABLE channel (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, platform TEXT NOT NULL) STRICT;
    CREATE TABLE rule_set (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE vault_thread (
      id INTEGER PRIMARY KEY, channel INTEGER NOT NULL, external_id TEXT NOT NULL, title TEXT,
      UNIQUE (channel, external_id)) STRICT;
    CREATE TABLE vault_author (
      id INTEGER PRIMARY KEY, channel INTEGER NOT NULL, key BLOB NOT NULL UNIQUE,
      alias TEXT NOT NULL, platform_id TEXT, name TEXT, handle TEXT, UNIQUE (channel, alias)) STRICT;
    -- NULL: the channel's platform, kind comment, state published, precision exact, an id of the feed's own.
    CREATE TABLE vault_comment (
      row INTEGER PRIMARY KEY, channel INTEGER NOT NULL, external_id TEXT NOT NULL, derived INTEGER, parent TEXT,
      thread INTEGER, author INTEGER, platform TEXT, kind TEXT, permalink TEXT, language TEXT, state TEXT,
      posted INTEGER, precision TEXT, zone TEXT, likes INTEGER, replies INTEGER, attachments TEXT, extra TEXT,
      salt BLOB NOT NULL) STRICT;
    -- `id` is made of row and revision: see TextKey. NULL: markup plain. `place` is the text's place in the batch that
    -- brought it.
    CREATE TABLE vault_text (
      id INTEGER PRIMARY KEY, seq INTEGER NOT NULL, place INTEGER NOT NULL, text BLOB NOT NULL, raw BLOB, markup TEXT,
      edited INTEGER, rules INTEGER NOT NULL) STRICT;
    -- `seq` is the event that raised it where that is not the one that brought the text. NULL: state open.
    CREATE TABLE vault_flag (
      row INTEGER NOT NULL, rev INTEGER NOT NULL, n INTEGER NOT NULL, label TEXT NOT NULL, score INTEGER NOT NULL,
      severity TEXT NOT NULL, rule TEXT NOT NULL, why TEXT NOT NULL, spans TEXT NOT NULL, seq INTEGER, rules INTEGER,
      state TEXT, PRIMARY KEY (row, rev, n)) STRICT, WITHOUT ROWID;
    CREATE TABLE vault_rationale (key TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT, WITHOUT ROWID;

    """

  /// `calm` is urgency negated, so that one ascending index serves a page in either direction. It is kept a channel
  /// and a degree of urgency each, and merged as needed, so that one index does for every order and filter: see QueueKeys.
  /// NULL: visible, not recorded, no stage.
  static let views = """
    CREATE TABLE item (
      row INTEGER PRIMARY KEY, id BLOB NOT NULL, rev INTEGER NOT NULL, status TEXT NOT NULL, visibility TEXT,
      recorded INTEGER, stage TEXT, calm INTEGER NOT NULL, ord INTEGER NOT NULL, channel INTEGER NOT NULL,
      thread INTEGER, labels INTEGER NOT NULL, moved INTEGER, escalated_to TEXT, until INTEGER, proposal INTEGER) STRICT;
    -- Half of the digits find an item; the whole of them say that it is the one.
    CREATE INDEX item_id ON item (substr(id, 1, 8));
    CREATE INDEX item_urgent ON item (channel, calm, ord) WHERE status = 'open';
    CREATE INDEX item_moved ON item (channel, ifnull(moved, 0)) WHERE status = 'escalated';
    CREATE INDEX item_snoozed ON item (until) WHERE status = 'snoozed';
    CREATE INDEX item_stage ON item (stage, channel, moved) WHERE stage IS NOT NULL;
    CREATE INDEX item_thread ON item (thread, ord) WHERE thread IS NOT NULL;
    -- Open items once for each of their labels.
    CREATE TABLE item_label (
      label INTEGER NOT NULL, channel INTEGER NOT NULL, calm INTEGER NOT NULL, ord INTEGER NOT NULL,
      row INTEGER NOT NULL, PRIMARY KEY (label, channel, calm, ord, row)) STRICT, WITHOUT ROWID;
    CREATE TABLE tally (id INTEGER PRIMARY KEY CHECK (id = 1), open INTEGER NOT NULL, urgent INTEGER NOT NULL,
      escalated INTEGER NOT NULL, unexported INTEGER NOT NULL, untaken INTEGER NOT NULL) STRICT;
    INSERT INTO tally VALUES (1, 0, 0, 0, 0, 0);
    CREATE VIRTUAL TABLE word_index USING fts5(
      text, content='', columnsize=0, detail=none, tokenize="unicode61 remove_diacritics 2");
    -- The rows up to here are in the index for words.
    CREATE TABLE word_index_end (id INTEGER PRIMARY KEY CHECK (id = 1), row INTEGER NOT NULL) STRICT;
    INSERT INTO word_index_end VALUES (1, 0);

    """

  static let matterIndex = "CREATE INDEX ledger_matter ON ledger (matter, seq) WHERE matter IS NOT NULL;"

  /// Views as well: cases, escalations, records, holds.
  static let matters = """
    CREATE TABLE matter (
      id TEXT PRIMARY KEY, kind TEXT NOT NULL, state TEXT NOT NULL, closed INTEGER NOT NULL, channel TEXT, due INTEGER,
      role TEXT, person TEXT, opened INTEGER NOT NULL, last INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE INDEX matter_due ON matter (kind, closed, due);
    CREATE TABLE matter_item (
      matter TEXT NOT NULL, n INTEGER NOT NULL, item TEXT NOT NULL, PRIMARY KEY (matter, n)) STRICT, WITHOUT ROWID;
    CREATE INDEX matter_item_item ON matter_item (item);
    -- What stays of a text whose words were destroyed: its place in the batch that brought it and its salted hash, so that
    -- the batch's digest still holds. The salt is gone, so that nobody can try words against the hash.
    CREATE TABLE disposed_text (
      id INTEGER PRIMARY KEY, seq INTEGER NOT NULL, place INTEGER NOT NULL, sha256 BLOB NOT NULL) STRICT;

    """

  static let hands = """
    CREATE TABLE claim (
      item BLOB PRIMARY KEY, person TEXT NOT NULL, console TEXT NOT NULL, since INTEGER NOT NULL,
      until INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE presence (
      console TEXT PRIMARY KEY, person TEXT NOT NULL, role TEXT NOT NULL, seen INTEGER NOT NULL) STRICT, WITHOUT ROWID;

    """

  static let kept = """
    CREATE TABLE policy (
      seq INTEGER PRIMARY KEY, digest TEXT NOT NULL, text TEXT NOT NULL, names_people INTEGER NOT NULL) STRICT;
    CREATE TABLE account (
      id INTEGER PRIMARY KEY, seq INTEGER, at INTEGER NOT NULL, actor TEXT NOT NULL, file TEXT NOT NULL,
      sha256 TEXT NOT NULL, bytes INTEGER NOT NULL, format TEXT NOT NULL, read INTEGER NOT NULL, new INTEGER NOT NULL,
      changed INTEGER NOT NULL, same INTEGER NOT NULL, dropped TEXT NOT NULL, notes TEXT NOT NULL DEFAULT '') STRICT;
    CREATE INDEX account_feed ON account (sha256, seq);
    CREATE TABLE account_problem (
      account INTEGER NOT NULL REFERENCES account, n INTEGER NOT NULL, file TEXT NOT NULL, line INTEGER,
      why TEXT NOT NULL, PRIMARY KEY (account, n)) STRICT, WITHOUT ROWID;
    """
}

extension LedgerField {
  /// What adds the column to a ledger that is there.
  var added: String { "ALTER TABLE ledger ADD COLUMN \(declaration);" }

  var declaration: String { name + (isInteger ? " INTEGER" : " TEXT") + (name == "seq" ? " PRIMARY KEY" : "") }
}
