import GRDB
import Moderation

/// The SQL of the ledger: appending, and reading back.
enum LedgerTable {
  private static let columns = LedgerField.all.map(\.name).joined(separator: ", ")

  /// Gives the event its sequence and its links, and stores it. The caller's transaction makes it durable.
  static func append(_ event: Event, _ db: Database) throws -> Event {
    guard let chain = try Row.fetchOne(db.cachedStatement(sql: "SELECT last, head FROM chain WHERE id = 1")) else {
      throw UnreadableEvent(sequence: nil)
    }
    var event = event
    event.sequence = chain["last"] + 1
    event.previous = chain["head"]
    event.hash = CanonicalEvent(event).hash(after: event.previous.utf8)
    let marks = LedgerField.all.map { _ in "?" }.joined(separator: ", ")
    let values = LedgerField.all.map { field in
      switch field.value(event) {
      case .absent: DatabaseValue.null
      case .integer(let number): number.databaseValue
      case .text(let text): text.databaseValue
      }
    }
    try db.cachedStatement(sql: "INSERT INTO ledger (\(columns)) VALUES (\(marks))")
      .execute(arguments: StatementArguments(values))
    try db.cachedStatement(sql: "UPDATE chain SET last = ?, head = ? WHERE id = 1")
      .execute(arguments: [event.sequence, event.hash])
    return event
  }

  /// What the next event's sequence will be.
  static func nextSequence(_ db: Database) throws -> Int64 {
    guard let last = try Int64.fetchOne(db.cachedStatement(sql: "SELECT last FROM chain WHERE id = 1")) else {
      throw UnreadableEvent(sequence: nil)
    }
    return last + 1
  }

  /// Newest first, those before a sequence.
  static func page(before sequence: Int64?, limit: Int, _ db: Database) throws -> [Event] {
    try events(
      "WHERE seq < ? ORDER BY seq DESC LIMIT ?", [sequence ?? Int64.max, limit], db)
  }

  /// Oldest first, one at a time.
  static func each(from sequence: Int64, _ db: Database, _ body: (Event) throws -> Void) throws {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT \(columns) FROM ledger WHERE seq >= ? ORDER BY seq", arguments: [sequence])
    while let row = try rows.next() { try body(event(row)) }
  }

  /// What happened to an item, oldest first.
  static func history(of item: ItemID, _ db: Database) throws -> [Event] {
    try events("WHERE item = ? ORDER BY seq", [item.rawValue], db)
  }

  /// The decision that an actor's undo takes back: the last that is not taken back yet, with the rest of its batch,
  /// newest first.
  static func lastDecision(by actor: String, _ db: Database) throws -> [Event] {
    let notUndone = "NOT EXISTS (SELECT 1 FROM ledger AS u WHERE u.undo_of = ledger.seq)"
    guard
      let last = try events(
        "WHERE actor = ? AND type = 'decided' AND \(notUndone) ORDER BY seq DESC LIMIT 1", [actor], db
      ).first
    else { return [] }
    guard let batch = last.batch else { return [last] }
    return try events(
      "WHERE batch = ? AND actor = ? AND type = 'decided' AND \(notUndone) ORDER BY seq DESC", [batch, actor], db)
  }

  /// Whether somebody decided about an item after an event, and that still holds.
  static func isDecided(_ item: ItemID, after event: Event, _ db: Database) throws -> Bool {
    let later = """
      SELECT EXISTS (SELECT 1 FROM ledger AS e WHERE e.item = ? AND e.seq > ? AND e.type = 'decided'
      AND e.batch IS NOT ? AND NOT EXISTS (SELECT 1 FROM ledger AS u WHERE u.undo_of = e.seq))
      """
    let anyBatch = "a batch that no event has"
    return try Bool.fetchOne(
      db.cachedStatement(sql: later), arguments: [item.rawValue, event.sequence, event.batch ?? anyBatch]) ?? false
  }

  private static func events(_ rest: String, _ arguments: StatementArguments, _ db: Database) throws -> [Event] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT \(columns) FROM ledger \(rest)"), arguments: arguments)
    var events: [Event] = []
    while let row = try rows.next() { events.append(try event(row)) }
    return events
  }

  /// An event from its row. A row that somebody changed by hand may not be one any more.
  private static func event(_ row: Row) throws -> Event {
    let sequence: Int64 = row["seq"]
    func word<Word: RawRepresentable<String>>(_ name: String, _ type: Word.Type) throws -> Word? {
      guard let text = row[name] as String? else { return nil }
      guard let word = Word(rawValue: text) else { throw UnreadableEvent(sequence: sequence) }
      return word
    }
    func state(_ name: String) throws -> ItemState? {
      guard let text = row[name] as String? else { return nil }
      guard let state = ItemState(ledgerText: text) else { throw UnreadableEvent(sequence: sequence) }
      return state
    }
    func list(_ name: String) -> [String] {
      (row[name] as String?).map { $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) } ?? []
    }
    guard let id = row["id"] as String?, let at = row["at"] as Int64?, let zone = row["zone"] as String?,
      let type = try word("type", Event.Kind.self), let actor = row["actor"] as String?,
      let role = row["role"] as String?, let authority = row["authority"] as String?,
      let version = row["version"] as String?, let previous = row["prev"] as String?,
      let hash = row["hash"] as String?
    else { throw UnreadableEvent(sequence: sequence) }
    var event = Event(
      sequence: sequence, id: id, at: Timestamp(milliseconds: at), zone: zone, type: type, actor: actor, role: role,
      authority: authority, version: version, previous: previous, hash: hash)
    event.verb = try word("verb", Verb.self)
    event.attempted = try word("attempted", Verb.self)
    event.item = (row["item"] as String?).map(ItemID.init(rawValue:))
    event.revision = row["rev"]
    event.textSHA256 = row["text_sha256"]
    event.before = try state("before")
    event.after = try state("after")
    event.reasons = list("reasons")
    event.escalatedTo = row["escalated_to"]
    event.rationale = row["rationale"]
    event.refusal = row["refusal"]
    event.flags = list("flags")
    event.policy = row["policy"]
    event.rules = row["rules"]
    event.automation = try word("automation", Automation.self)
    event.masked = (row["masked"] as Int64?).map { $0 != 0 }
    event.batch = row["batch"]
    event.cause = row["cause"]
    event.undoOf = row["undo_of"]
    if let feed = row["feed_sha256"] as String? {
      event.imported = ImportDigest(
        feedSHA256: feed, format: row["format"] ?? "", new: row["new"] ?? 0, changed: row["changed"] ?? 0,
        same: row["same"] ?? 0, skipped: row["skipped"] ?? 0, itemsSHA256: row["items_sha256"] ?? "")
    }
    return event
  }
}
