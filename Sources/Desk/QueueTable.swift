import FoundationEssentials
import GRDB
import Moderation

/// The SQL of lists: pages from a key, and looking through a list for a word.
enum QueueTable {
  /// Which part of a list.
  enum Stretch {
    case all
    case after(QueuePosition)
    case from(QueuePosition)
    case before(QueuePosition)
    case upTo(QueuePosition)

    /// Where it ends, whether the row there belongs to it, and whether the rest lies after it.
    fileprivate var end: (position: QueuePosition, isIncluded: Bool, isAhead: Bool)? {
      switch self {
      case .all: nil
      case .after(let position): (position, false, true)
      case .from(let position): (position, true, true)
      case .before(let position): (position, false, false)
      case .upTo(let position): (position, true, false)
      }
    }
  }

  private static let columns = """
    i.row, i.id, i.rev, i.status, i.visibility, i.recorded, i.calm, i.ord, i.posted, i.escalated,
    h.name AS channel, substr(t.text, 1, 800) AS head
    """
  private static let joins = """
    item AS i JOIN vault_comment AS c ON c.row = i.row JOIN channel AS h ON h.id = c.channel
    LEFT JOIN vault_text AS t ON t.row = i.row AND t.rev = i.rev
    """

  static func rows(
    _ view: QueueView, _ stretch: Stretch, forward: Bool, limit: Int, _ db: Database
  ) throws -> [QueueRow] {
    guard limit > 0 else { return [] }
    let (rest, arguments) = clause(view, stretch, forward: forward)
    let found = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT \(columns) FROM \(joins) \(rest) LIMIT ?"), arguments: arguments + [limit])
    return try found.map { try row($0, view, db) }
  }

  static func row(_ item: ItemID, _ db: Database) throws -> QueueRow? {
    let found = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT \(columns) FROM \(joins) WHERE i.id = ?"), arguments: [item.rawValue])
    return try found.map { found in
      try row(found, (found["status"] as String) == ItemState.Status.escalated.rawValue ? .escalated : .queue, db)
    }
  }

  /// The first row of a stretch whose text holds the needle.
  static func first(
    _ view: QueueView, _ stretch: Stretch, forward: Bool, _ needle: FoldedNeedle, _ db: Database
  ) throws -> QueueRow? {
    let (rest, arguments) = clause(view, stretch, forward: forward)
    let found = try Row.fetchCursor(
      db.cachedStatement(
        sql: "SELECT t.text, i.id FROM item AS i JOIN vault_text AS t ON t.row = i.row AND t.rev = i.rev \(rest)"),
      arguments: arguments)
    while let candidate = try found.next() {
      let matches = try candidate.withUnsafeData(atIndex: 0) { text in
        text.map { $0.withUnsafeBytes { needle.isFound(in: $0) } } ?? false
      }
      if matches { return try row(ItemID(rawValue: candidate["id"]), db) }
    }
    return nil
  }

  /// The queue runs by (calm, ord, row), the escalated ones by the event that escalated them, the latest first; each has an
  /// index in that order, so a page is one seek however deep it lies. No two items share an event, so it needs no tie-breaker.
  static func clause(
    _ view: QueueView, _ stretch: Stretch, forward: Bool
  ) -> (sql: String, arguments: StatementArguments) {
    let isAscending = (view == .queue) == forward
    let keys: [String]
    let status: ItemState.Status
    switch view {
    case .queue: (keys, status) = (["i.calm", "i.ord", "i.row"], .open)
    case .escalated: (keys, status) = (["i.escalated"], .escalated)
    }
    var sql = "WHERE i.status = '\(status.rawValue)'"
    var arguments = StatementArguments()
    if let (end, isIncluded, isAhead) = stretch.end {
      let comparison = ((isAhead == (view == .queue)) ? ">" : "<") + (isIncluded ? "=" : "")
      sql += " AND (\(keys.joined(separator: ", "))) \(comparison) (\(keys.map { _ in "?" }.joined(separator: ", ")))"
      switch view {
      case .queue: arguments = [-end.urgency, end.order, end.row]
      case .escalated: arguments = [-end.order]
      }
    }
    sql += " ORDER BY " + keys.map { $0 + (isAscending ? "" : " DESC") }.joined(separator: ", ")
    return (sql, arguments)
  }

  private static func row(_ found: Row, _ view: QueueView, _ db: Database) throws -> QueueRow {
    let row: Int64 = found["row"]
    let revision: Int = found["rev"]
    let flags = try VaultTable.flags(row, revision, db)
    let first = flags.min(by: Flag.isMoreUrgent)
    // 800 bytes hold 200 scalars whatever they are; the one that is cut at the end is past them.
    let head = (found["head"] as Data?).map { String(decoding: $0, as: UTF8.self) } ?? ""
    let excerpt = String(String.UnicodeScalarView(head.unicodeScalars.prefix(200)))
    let position =
      switch view {
      case .queue: QueuePosition(urgency: -(found["calm"] as Int), order: found["ord"], row: row)
      case .escalated: QueuePosition(urgency: 0, order: -(found["escalated"] as Int64? ?? 0), row: row)
      }
    return QueueRow(
      item: ItemID(rawValue: found["id"]), revision: revision, state: ItemTable.state(found), label: first?.label,
      severity: first?.severity, posted: (found["posted"] as Int64?).map(Timestamp.init(milliseconds:)),
      excerpt: excerpt, spans: masked(flags, length: excerpt.unicodeScalars.count), channel: found["channel"],
      position: position)
  }

  /// What a list hides until it is asked for, clipped to the excerpt.
  private static func masked(_ flags: [Flag], length: Int) -> [Span] {
    var spans = Set(flags.flatMap(\.spans).filter { $0.type.isMasked && $0.start < length })
    spans = Set(
      spans.map { Span(start: max(0, $0.start), end: min($0.end, length), type: $0.type, subject: $0.subject) })
    return spans.sorted { ($0.start, $0.end, $0.type.rawValue) < ($1.start, $1.end, $1.type.rawValue) }
  }
}

extension SpanType {
  /// Whether it shows something private or offends, rather than being a cue or a source.
  fileprivate var isMasked: Bool {
    switch self {
    case .person, .condition, .medicine, .treatment, .address, .phone, .email, .identifier, .birthdate, .profanity,
      .slur, .insult, .threat, .sexual:
      true
    case .relation, .statute, .link, .cue: false
    }
  }
}
