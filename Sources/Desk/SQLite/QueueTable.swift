import FoundationEssentials
import GRDB
import Moderation

/// The SQL of the lists' rows.
enum QueueTable {
  private static let select = """
    SELECT i.row, i.id, i.rev, i.status, i.visibility, i.recorded, i.stage, i.calm, i.ord, i.moved, i.labels, i.until, c.posted,
    h.name AS channel, substr(t.text, 1, 800) AS head
    FROM item AS i JOIN vault_comment AS c ON c.row = i.row JOIN channel AS h ON h.id = i.channel
    LEFT JOIN vault_text AS t ON t.id = \(TextKey.ofItem)
    """

  static func page(
    _ query: QueueQuery, _ stretch: Stretch, forward: Bool, limit: Int, _ asking: Asking, _ memory: FilterMemory,
    _ db: Database
  ) throws -> QueueLook {
    let source = try QueueSource(query, asking, memory, db)
    let (keys, stopped) = try source.keys(stretch, forward: forward, limit: limit)
    return QueueLook(
      rows: try rows(keys.map(\.row), in: query, db), looked: source.looked, stopped: stopped?.position(in: query))
  }

  /// Rows by number, in the order given.
  static func rows(_ numbers: [Int64], in query: QueueQuery, _ db: Database) throws -> [QueueRow] {
    let statement = try db.cachedStatement(sql: select + " WHERE i.row = ?")
    return try numbers.compactMap { number in
      try Row.fetchOne(statement, arguments: [number]).map { try row($0, query, db) }
    }
  }

  static func row(_ item: ItemID, _ db: Database) throws -> QueueRow? {
    guard let id = item.bytes else { return nil }
    let found = try Row.fetchOne(db.cachedStatement(sql: select + " WHERE " + ItemTable.isItem), arguments: [Data(id)])
    return try found.map { found in
      let isEscalated = (found["status"] as String) == ItemState.Status.escalated.rawValue
      return try row(found, QueueQuery(isEscalated ? .escalated : .queue), db)
    }
  }

  static func position(of item: ItemID, in query: QueueQuery, _ db: Database) throws -> QueuePosition? {
    guard let id = item.bytes else { return nil }
    let statement = try db.cachedStatement(
      sql: "SELECT i.row, i.calm, i.ord, ifnull(i.moved, 0) AS moved FROM item AS i WHERE " + ItemTable.isItem)
    return try Row.fetchOne(statement, arguments: [Data(id)]).map { found in
      QueueKey(row: found["row"], calm: found["calm"], order: found["ord"], moved: found["moved"]).position(in: query)
    }
  }

  /// The first row of a stretch whose text holds the needle: the list is looked through a stretch at a time.
  static func first(
    _ query: QueueQuery, _ stretch: Stretch, forward: Bool, _ needle: FoldedNeedle, _ asking: Asking,
    _ memory: FilterMemory, _ db: Database
  ) throws -> QueueRow? {
    let source = try QueueSource(query, asking, memory, db)
    let texts = try SQLiteStatement(
      db, "SELECT t.text FROM item AS i JOIN vault_text AS t ON t.id = \(TextKey.ofItem) WHERE i.row = ?")
    var stretch = stretch
    var limit = 256
    while true {
      let found = try source.keys(stretch, forward: forward, limit: limit).keys
      for key in found {
        if asking.interruption?.isInterrupted == true { throw Interrupted() }
        texts.bind(1, key.row)
        let isFound = try texts.step() && needle.isFound(in: texts.bytes(0))
        texts.reset()
        if isFound { return try rows([key.row], in: query, db).first }
      }
      guard found.count == limit, let last = found.last else { return nil }
      stretch = stretch.continued(at: last.position(in: query), forward)
      // What is rare is far off: each step looks further than the last.
      limit = min(limit * 2, 65_536)
    }
  }

  private static func row(_ found: Row, _ query: QueueQuery, _ db: Database) throws -> QueueRow {
    let row: Int64 = found["row"]
    let revision: Int = found["rev"]
    let flags = (found["labels"] as Int) == 0 ? [] : try VaultTable.flags(row, revision, db)
    let first = flags.min(by: Flag.isMoreUrgent)
    // 800 bytes hold 200 scalars whatever they are; the one that is cut at the end is past them.
    let head = (found["head"] as Data?).map { String(decoding: $0, as: UTF8.self) } ?? ""
    let excerpt = String(String.UnicodeScalarView(head.unicodeScalars.prefix(200)))
    let key = QueueKey(row: row, calm: found["calm"], order: found["ord"], moved: found["moved"] ?? 0)
    return QueueRow(
      item: ItemID(bytes: found["id"] as Data), revision: revision, state: ItemTable.state(found), label: first?.label,
      severity: first?.severity, posted: (found["posted"] as Int64?).map(Timestamp.init(milliseconds:)),
      excerpt: excerpt, spans: masked(flags, length: excerpt.unicodeScalars.count), channel: found["channel"],
      until: (found["until"] as Int64?).map(Timestamp.init(milliseconds:)), position: key.position(in: query))
  }

  /// What a list may hide until it is asked for, clipped to the excerpt. Whose it is (`my wife`) is not hidden from anybody.
  private static func masked(_ flags: [Flag], length: Int) -> [Span] {
    var spans = Set(
      flags.flatMap(\.spans).filter { span in
        span.start < length && (span.type.isDistressing || span.type.isPrivate && span.type != .relation)
      })
    spans = Set(
      spans.map { Span(start: max(0, $0.start), end: min($0.end, length), type: $0.type, subject: $0.subject) })
    return spans.sorted { ($0.start, $0.end, $0.type.rawValue) < ($1.start, $1.end, $1.type.rawValue) }
  }
}
