import FoundationEssentials
import GRDB
import Moderation

/// Puts new comments into the vault during one batch. Remembers the channels, threads and authors that it has met, so
/// that a feed of one thread asks the database for it once.
struct VaultWriter {
  private let db: Database
  private let aliases: AuthorAlias
  private let firstSeen: Timestamp
  private var channels: [String: Int64] = [:]
  private var threads: [ThreadKey: Int64] = [:]
  private var authors: [[UInt8]: Int64] = [:]

  private struct ThreadKey: Hashable {
    var channel: Int64
    var external: String
  }

  init(_ db: Database, aliases: AuthorAlias, firstSeen: Timestamp) {
    self.db = db
    self.aliases = aliases
    self.firstSeen = firstSeen
  }

  /// Stores everything of a new comment but its text and flags. Returns its row and salt.
  mutating func insert(_ comment: Comment, item: ItemID, channel name: String) throws -> (row: Int64, salt: [UInt8]) {
    let salt = Salt.random()
    let channel = try channel(name)
    let thread = try thread(of: comment, channel)
    let author = try author(of: comment, channel, name)
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO vault_comment (item, channel, external_id, id_is_derived, parent, thread, author, platform, kind,
        permalink, language, platform_state, posted, precision, zone, first_seen, likes, replies, attachments, extra, salt)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      item.rawValue, channel, comment.id, comment.idIsDerived, comment.parent, thread, author, comment.platform,
      comment.kind.rawValue, comment.permalink, comment.language, comment.state.rawValue,
      comment.created?.instant.milliseconds, comment.created?.precision.rawValue, comment.created?.zone.columnText,
      firstSeen.milliseconds, comment.likes, comment.replies,
      comment.attachments.isEmpty ? nil : comment.attachments.joined(separator: "\n"), extra(comment), Data(salt),
    ])
    return (db.lastInsertedRowID, salt)
  }

  private func extra(_ comment: Comment) -> String? {
    guard !comment.extra.isEmpty else { return nil }
    var json = JSONText()
    for field in comment.extra { json.add(field.key, field.value) }
    return json.object
  }

  private mutating func channel(_ name: String) throws -> Int64 {
    if let known = channels[name] { return known }
    try db.execute(sql: "INSERT INTO channel (name) VALUES (?) ON CONFLICT DO NOTHING", arguments: [name])
    let id = try Int64.fetchOne(db, sql: "SELECT id FROM channel WHERE name = ?", arguments: [name]) ?? 0
    channels[name] = id
    return id
  }

  private mutating func thread(of comment: Comment, _ channel: Int64) throws -> Int64? {
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

  private mutating func author(of comment: Comment, _ channel: Int64, _ name: String) throws -> Int64? {
    guard let key = aliases.key(of: comment, channel: name) else { return nil }
    if let known = authors[key] { return known }
    let find = try db.cachedStatement(sql: "SELECT id FROM vault_author WHERE key = ?")
    if let known = try Int64.fetchOne(find, arguments: [Data(key)]) {
      authors[key] = known
      return known
    }
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO vault_author (channel, key, alias, platform_id, name, handle) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (channel, alias) DO NOTHING
        """)
    for alias in AuthorAlias.candidates(key) {
      try insert.execute(arguments: [
        channel, Data(key), alias, comment.authorID, comment.authorName, comment.authorHandle,
      ])
      guard db.changesCount > 0 else { continue }
      authors[key] = db.lastInsertedRowID
      return db.lastInsertedRowID
    }
    return nil
  }
}

extension PlatformTime.Zone {
  /// `utc`, `unknown`, or the offset in minutes.
  var columnText: String {
    switch self {
    case .utc: "utc"
    case .unknown: "unknown"
    case .offset(let minutes): String(minutes)
    }
  }

  init(columnText: String) {
    switch columnText {
    case "utc": self = .utc
    default: self = Int(columnText).map { .offset(minutes: $0) } ?? .unknown
    }
  }
}
