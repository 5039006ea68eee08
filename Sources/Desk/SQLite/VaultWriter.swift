import GRDB
import Moderation

/// Puts a batch's comments into the vault and the views. Remembers the channels, threads and authors that it has met, so
/// that a feed of one thread asks the database for it once. This is the import's inner loop: statements are stepped by hand.
final class VaultWriter: ArrivalWriter {
  private let db: Database
  private let aliases: AuthorAlias
  private let sequence: Int64
  private let now: Timestamp
  private let rules: Int64
  private var place = 0
  private var tally = Tally()
  private var channels: [String: (id: Int64, platform: String)] = [:]
  private var threads: [ThreadKey: Int64] = [:]
  private var authors: [AuthorAlias.Identity: Int64] = [:]
  private var salts = SaltSource()

  private let findItem: SQLiteStatement
  private let findAuthor: SQLiteStatement
  private let insertComment: SQLiteStatement
  private let insertText: SQLiteStatement
  private let insertItem: SQLiteStatement
  private let insertFlag: SQLiteStatement
  private let insertLabel: SQLiteStatement

  private struct ThreadKey: Hashable {
    var channel: Int64
    var external: String
  }

  init(_ db: Database, event: Event, aliases: AuthorAlias, rules: String) throws {
    self.db = db
    self.aliases = aliases
    now = event.at
    // The vault says which event brought a text, so its sequence must be known before it can be written.
    sequence = try LedgerTable.chain(db).last + 1
    try db.execute(sql: "INSERT INTO rule_set (name) VALUES (?) ON CONFLICT DO NOTHING", arguments: [rules])
    self.rules = try Int64.fetchOne(db, sql: "SELECT id FROM rule_set WHERE name = ?", arguments: [rules]) ?? 0
    findItem = try SQLiteStatement(
      db,
      """
      SELECT row, rev, status, visibility, recorded, stage, calm, labels, moved, escalated_to, until, proposal, channel
      FROM item AS i WHERE \(ItemTable.isItem)
      """)
    findAuthor = try SQLiteStatement(db, "SELECT id FROM vault_author WHERE key = ?")
    insertComment = try SQLiteStatement(
      db,
      """
      INSERT INTO vault_comment (channel, external_id, derived, parent, thread, author, platform, kind, permalink,
      language, state, posted, precision, zone, likes, replies, attachments, extra, salt)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    insertText = try SQLiteStatement(
      db,
      "INSERT INTO vault_text (id, seq, place, text, raw, markup, edited, rules) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    insertItem = try SQLiteStatement(
      db,
      """
      INSERT INTO item (row, id, rev, status, calm, ord, channel, thread, labels) VALUES (?, ?, ?, 'open', ?, ?, ?, ?, ?)
      """)
    insertFlag = try SQLiteStatement(
      db,
      """
      INSERT INTO vault_flag (row, rev, n, label, score, severity, rule, why, spans, seq, rules)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    insertLabel = try SQLiteStatement(
      db, "INSERT INTO item_label (label, channel, calm, ord, row) VALUES (?, ?, ?, ?, ?)")
  }

  func find(_ item: ItemID) throws -> KnownItem? {
    guard let id = item.bytes else { return nil }
    findItem.bind(1, blob: id)
    guard try findItem.step() else { return nil }
    defer { findItem.reset() }
    let state = ItemState(
      status: findItem.text(2).flatMap(ItemState.Status.init(rawValue:)) ?? .open,
      visibility: findItem.text(3).flatMap(ItemState.Visibility.init(rawValue:)) ?? .visible,
      recorded: findItem.optionalInteger(4) == 1, stage: findItem.text(5).flatMap(ItemState.Stage.init(rawValue:)))
    let standing = StandingItem(
      revision: Int(findItem.integer(1)), state: state, urgency: -Int(findItem.integer(6)),
      labels: LabelSet(rawValue: Int(findItem.integer(7))), moved: findItem.optionalInteger(8),
      escalatedTo: findItem.text(9), until: findItem.optionalInteger(10).map(Timestamp.init(milliseconds:)),
      proposal: findItem.optionalInteger(11))
    return KnownItem(
      row: findItem.integer(0), item: item, channel: try channelName(findItem.integer(12)), standing: standing)
  }

  func text(of known: KnownItem) throws -> [UInt8]? { try VaultTable.text(known.row, known.standing.revision, db) }

  func flags(of known: KnownItem) throws -> KeptFlags {
    try VaultTable.keptFlags(known.row, known.standing.revision, db)
  }

  func insert(_ received: ReceivedComment, item: ItemID, standing: StandingItem) throws -> [UInt8] {
    let comment = received.comment
    let salt = salts.next()
    let channel = try channel(received.channel, comment.platform)
    let thread = try thread(of: comment, channel.id)
    let author = try author(of: comment, channel.id, received.channel)
    insertComment.bind(1, channel.id)
    insertComment.bind(2, text: comment.id)
    insertComment.bind(3, comment.idIsDerived ? Int64(1) : nil)
    insertComment.bind(4, text: comment.parent)
    insertComment.bind(5, thread)
    insertComment.bind(6, author)
    insertComment.bind(7, text: comment.platform == channel.platform ? nil : comment.platform)
    insertComment.bind(8, text: comment.kind == .comment ? nil : comment.kind.rawValue)
    insertComment.bind(9, text: comment.permalink)
    insertComment.bind(10, text: comment.language)
    insertComment.bind(11, text: comment.state == .published ? nil : comment.state.rawValue)
    insertComment.bind(12, comment.created?.instant.milliseconds)
    insertComment.bind(13, text: comment.created.flatMap { $0.precision == .exact ? nil : $0.precision.rawValue })
    insertComment.bind(14, text: comment.created?.zone.columnText)
    insertComment.bind(15, comment.likes)
    insertComment.bind(16, comment.replies)
    insertComment.bind(17, text: comment.attachments.isEmpty ? nil : comment.attachments.joined(separator: "\n"))
    insertComment.bind(18, text: extra(comment))
    insertComment.bind(19, blob: salt)
    try insertComment.run()
    let row = db.lastInsertedRowID
    try insertText(comment, row: row, revision: 1)
    try insertFlags(received.flags, row: row, revision: 1, from: 0)
    let order = comment.created?.instant.milliseconds ?? now.milliseconds
    insertItem.bind(1, row)
    insertItem.bind(2, blob: item.bytes ?? [])
    insertItem.bind(3, standing.revision)
    insertItem.bind(4, -standing.urgency)
    insertItem.bind(5, order)
    insertItem.bind(6, channel.id)
    insertItem.bind(7, thread)
    insertItem.bind(8, standing.labels.rawValue)
    try insertItem.run()
    for label in standing.listed.numbers {
      insertLabel.bind(1, label)
      insertLabel.bind(2, channel.id)
      insertLabel.bind(3, -standing.urgency)
      insertLabel.bind(4, order)
      insertLabel.bind(5, row)
      try insertLabel.run()
    }
    tally.count(from: nil, to: standing)
    return salt
  }

  func revise(_ received: ReceivedComment, _ known: KnownItem, to standing: StandingItem) throws -> [UInt8] {
    try WordIndex.remove(known.row, revision: known.standing.revision, db)
    try insertText(received.comment, row: known.row, revision: standing.revision)
    try insertFlags(received.flags, row: known.row, revision: standing.revision, from: 0)
    try VaultTable.supersedeFlags(row: known.row, before: standing.revision, db)
    try ItemTable.move(known, to: standing, db)
    try WordIndex.add(known.row, received.comment.text, db)
    return try VaultTable.salt(known.row, db)
  }

  func addFlags(_ flags: [Flag], to known: KnownItem, standing: StandingItem) throws {
    let revision = known.standing.revision
    let kept = try VaultTable.flags(known.row, revision, db).count
    try insertFlags(flags, row: known.row, revision: revision, from: kept, raisedBy: sequence)
    try ItemTable.move(known, to: standing, db)
  }

  func finish() throws { try ItemTable.add(tally, db) }

  // MARK: Rows

  private func insertText(_ comment: Comment, row: Int64, revision: Int) throws {
    insertText.bind(1, TextKey.key(row: row, revision: revision))
    insertText.bind(2, sequence)
    insertText.bind(3, place)
    insertText.bind(4, blob: comment.text)
    insertText.bind(5, blob: comment.raw)
    insertText.bind(6, text: comment.textSource == .plain ? nil : comment.textSource.rawValue)
    insertText.bind(7, comment.edited?.instant.milliseconds)
    insertText.bind(8, rules)
    try insertText.run()
    place += 1
  }

  private func insertFlags(
    _ flags: [Flag], row: Int64, revision: Int, from first: Int, raisedBy raised: Int64? = nil
  ) throws {
    for (n, flag) in flags.enumerated() {
      insertFlag.bind(1, row)
      insertFlag.bind(2, revision)
      insertFlag.bind(3, first + n)
      insertFlag.bind(4, text: flag.label.rawValue)
      insertFlag.bind(5, flag.score.hundredths)
      insertFlag.bind(6, text: flag.severity.rawValue)
      insertFlag.bind(7, text: flag.rule)
      insertFlag.bind(8, text: flag.why)
      insertFlag.bind(9, text: SpanText.encode(flag.spans))
      insertFlag.bind(10, raised)
      insertFlag.bind(11, raised == nil ? nil : rules)
      try insertFlag.run()
    }
  }

  private func extra(_ comment: Comment) -> String? {
    guard !comment.extra.isEmpty else { return nil }
    var json = JSONText()
    for field in comment.extra { json.add(field.key, field.value) }
    return json.object
  }

  // MARK: What comments share

  private func channel(_ name: String, _ platform: String) throws -> (id: Int64, platform: String) {
    if let known = channels[name] { return known }
    try db.execute(
      sql: "INSERT INTO channel (name, platform) VALUES (?, ?) ON CONFLICT DO NOTHING", arguments: [name, platform])
    guard let row = try Row.fetchOne(db, sql: "SELECT id, platform FROM channel WHERE name = ?", arguments: [name])
    else { throw UnreadableEvent(sequence: nil) }
    let channel: (id: Int64, platform: String) = (row["id"], row["platform"])
    channels[name] = channel
    return channel
  }

  private func channelName(_ id: Int64) throws -> String {
    if let known = channels.first(where: { $0.value.id == id }) { return known.key }
    return try String.fetchOne(db, sql: "SELECT name FROM channel WHERE id = ?", arguments: [id]) ?? ""
  }

  private func thread(of comment: Comment, _ channel: Int64) throws -> Int64? {
    guard let external = comment.thread ?? comment.threadTitle else { return nil }
    let key = ThreadKey(channel: channel, external: external)
    if let known = threads[key] { return known }
    try db.cachedStatement(
      sql: """
        INSERT INTO vault_thread (channel, external_id, title) VALUES (?, ?, ?)
        ON CONFLICT (channel, external_id) DO UPDATE SET title = ifnull(excluded.title, title)
        """
    ).execute(arguments: [channel, external, comment.threadTitle])
    let id = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM vault_thread WHERE channel = ? AND external_id = ?"),
      arguments: [channel, external])
    threads[key] = id
    return id
  }

  private func author(of comment: Comment, _ channel: Int64, _ name: String) throws -> Int64? {
    guard let identity = AuthorAlias.Identity(of: comment, channel: name) else { return nil }
    if let known = authors[identity] { return known }
    let key = aliases.key(of: identity)
    findAuthor.bind(1, blob: Array(key.prefix(AuthorAlias.keptBytes)))
    let id: Int64?
    if try findAuthor.step() {
      id = findAuthor.integer(0)
      findAuthor.reset()
    } else {
      id = try VaultTable.insertAuthor(key, comment, channel: channel, db)
    }
    authors[identity] = id
    return id
  }
}

/// Random salts, drawn from the system many at a time.
private struct SaltSource {
  private var pool: [UInt8] = []

  mutating func next() -> [UInt8] {
    if pool.isEmpty { pool = Salt.random(16 * 512) }
    let salt = Array(pool.suffix(16))
    pool.removeLast(16)
    return salt
  }
}

extension PlatformTime.Zone {
  /// `Z` for UTC, `?` for unknown, or the offset in minutes.
  var columnText: String {
    switch self {
    case .utc: "Z"
    case .unknown: "?"
    case .offset(let minutes): String(minutes)
    }
  }

  init(columnText: String) {
    switch columnText {
    case "Z": self = .utc
    default: self = Int(columnText).map { .offset(minutes: $0) } ?? .unknown
    }
  }
}
