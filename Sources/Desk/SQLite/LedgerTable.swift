import GRDB
import Moderation

/// The SQL of the ledger: appending, and reading back.
enum LedgerTable {
  private static let columns = LedgerField.all.map(\.name).joined(separator: ", ")

  /// Gives the event its sequence and its links, and stores it. The caller's transaction makes it durable.
  static func append(_ event: Event, _ db: Database) throws -> Event {
    let chain = try chain(db)
    var event = event
    event.sequence = chain.last + 1
    event.previous = chain.head
    // A clock that went backwards is written down, not corrected: the order of events is their sequence.
    event.clockBehind = event.at < chain.at ? chain.at.milliseconds - event.at.milliseconds : nil
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
    try db.cachedStatement(sql: "UPDATE chain SET last = ?, head = ?, at = max(at, ?) WHERE id = 1")
      .execute(arguments: [event.sequence, event.hash, event.at.milliseconds])
    return event
  }

  static func chain(_ db: Database) throws -> ChainHead {
    let statement = try db.cachedStatement(sql: "SELECT last, head, at FROM chain WHERE id = 1")
    guard let row = try Row.fetchOne(statement) else { throw UnreadableEvent(sequence: nil) }
    return ChainHead(last: row["last"], head: row["head"], at: Timestamp(milliseconds: row["at"]))
  }

  static func extent(upTo last: Int64?, _ db: Database) throws -> LedgerExtent {
    let last = try last ?? chain(db).last
    let counts = try Row.fetchAll(
      db, sql: "SELECT type, count(*) AS n FROM ledger WHERE seq <= ? GROUP BY type", arguments: [last])
    return LedgerExtent(
      desk: try String.fetchOne(db, sql: "SELECT id FROM ledger ORDER BY seq LIMIT 1") ?? "", last: last,
      head: try String.fetchOne(db, sql: "SELECT hash FROM ledger WHERE seq = ?", arguments: [last]) ?? "",
      counts: Dictionary(counts.map { ($0["type"] as String, $0["n"] as Int) }) { first, _ in first })
  }

  static func event(_ sequence: Int64, _ db: Database) throws -> Event? {
    try events("WHERE seq = ?", [sequence], db).first
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

  /// What happened in a case, escalation, record or hold, oldest first.
  static func history(ofMatter matter: String, _ db: Database) throws -> [Event] {
    try events("WHERE matter = ? ORDER BY seq", [matter], db)
  }

  /// A decision, or the proposal of one, that nobody has taken back.
  private static let holds =
    "type IN ('decided', 'proposed') AND NOT EXISTS (SELECT 1 FROM ledger AS u WHERE u.undo_of = ledger.seq)"

  static func lastDecision(by actor: String, _ db: Database) throws -> [Event] {
    let last = try events("WHERE actor = ? AND \(holds) ORDER BY seq DESC LIMIT 1", [actor], db).first
    guard let last else { return [] }
    return try last.batch.map { try decisions(ofBatch: $0, db) } ?? [last]
  }

  static func decisions(ofBatch batch: String, _ db: Database) throws -> [Event] {
    try events("WHERE batch = ? AND \(holds) ORDER BY seq DESC", [batch], db)
  }

  static func isTakenBack(_ sequence: Int64, _ db: Database) throws -> Bool {
    let statement = try db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM ledger WHERE undo_of = ?)")
    return try Bool.fetchOne(statement, arguments: [sequence]) ?? false
  }

  static func laterDecision(
    of item: ItemID, after sequence: Int64, outside batch: String?, _ db: Database
  ) throws -> Event? {
    try events(
      "WHERE item = ? AND seq > ? AND batch IS NOT ? AND \(holds) ORDER BY seq LIMIT 1",
      [item.rawValue, sequence, batch ?? "a batch that no event has"], db
    ).first
  }

  static func events(of type: Event.Kind, _ db: Database) throws -> [Event] {
    try events("WHERE type = ? ORDER BY seq", [type.rawValue], db)
  }

  static func events(ofBatch batch: String, _ db: Database) throws -> [Event] {
    try events("WHERE batch = ? ORDER BY seq", [batch], db)
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
      let version = row["version"] as String?, let encoding = row["encoding"] as Int?,
      let previous = row["prev"] as String?,
      let hash = row["hash"] as String?
    else { throw UnreadableEvent(sequence: sequence) }
    var event = Event(
      sequence: sequence, id: id, at: Timestamp(milliseconds: at), zone: zone, type: type, actor: actor, role: role,
      authority: authority, version: version, encoding: encoding, previous: previous, hash: hash)
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
    func time(_ name: String) -> Timestamp? { (row[name] as Int64?).map(Timestamp.init(milliseconds:)) }
    event.learnedAt = time("learned_at")
    event.channel = row["channel"]
    event.onBehalfOf = row["on_behalf_of"]
    event.target = row["target"]
    event.supersedes = row["supersedes"]
    event.suggested = list("suggested")
    event.context = list("context")
    event.publicText = row["public_text"]
    event.houseRules = row["house_rules"]
    event.claimedAt = time("claimed_at")
    event.until = time("until")
    event.outcome = row["outcome"]
    event.sha256 = row["sha256"]
    event.count = row["count"]
    event.audience = row["audience"]
    event.host = row["host"]
    event.clockBehind = row["clock_behind"]
    event.matter = row["matter"]
    event.step = row["step"]
    event.details = list("details")
    if let feed = row["feed_sha256"] as String? {
      event.imported = ImportDigest(
        feedSHA256: feed, format: row["format"] ?? "", new: row["new"] ?? 0, changed: row["changed"] ?? 0,
        same: row["same"] ?? 0, skipped: row["skipped"] ?? 0, itemsSHA256: row["items_sha256"] ?? "")
    }
    return event
  }
}
