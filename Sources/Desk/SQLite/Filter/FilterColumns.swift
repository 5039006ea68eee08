import GRDB
import Moderation

/// What filters ask of every item, in arrays beside the database: 15 bytes an item. A million are read in a quarter of a second,
/// once, and gone through in some milliseconds, so that no filter, count or order needs an index of its own.
struct FilterColumns: Sendable {
  /// The last event that they know.
  private(set) var sequence: Int64 = 0
  /// One more than the last row.
  private(set) var limit = 1
  /// 0 for a row that is not there; see `Standing`.
  private(set) var standings: [UInt8] = [0]
  private(set) var labels: [UInt8] = [0]
  private(set) var calms: [Int16] = [0]
  private(set) var channels: [UInt16] = [0]
  private(set) var orders: [Int64] = [0]
  /// Rows that were handed on or sent out, with the event that did it.
  private(set) var moved: [Int: Int64] = [:]
  private(set) var stages: [Int: ItemState.Stage] = [:]
  /// Rows whose text is not the first one, with its revision.
  private(set) var revisions: [Int: Int] = [:]
  private(set) var flags = FlagColumns()
  /// Goes up when there are new texts.
  private(set) var textStamp = 0

  /// Status, visibility and whether it was recorded, in one byte.
  enum Standing {
    static let present: UInt8 = 0x80
    static let recorded: UInt8 = 0x40

    static func status(_ status: ItemState.Status) -> UInt8 {
      switch status {
      case .open: 0
      case .decided: 1
      case .escalated: 2
      case .snoozed: 3
      }
    }

    static func visibility(_ visibility: ItemState.Visibility) -> UInt8 {
      switch visibility {
      case .visible: 0
      case .held: 4
      case .hidden: 8
      case .deleted: 12
      }
    }

    static let statusBits: UInt8 = 3
    static let visibilityBits: UInt8 = 12
  }

  func key(_ row: Int) -> QueueKey {
    QueueKey(row: Int64(row), calm: Int(calms[row]), order: orders[row], moved: moved[row] ?? 0)
  }

  func revision(_ row: Int) -> Int { revisions[row] ?? 1 }

  // MARK: Reading

  /// What a refreshing found.
  enum Refreshed {
    case everything
    /// These rows' texts are not what they were; others may be new.
    case texts([Int])
  }

  /// Brings the columns up to what a snapshot of the desk has.
  ///
  /// Every change of an item is an event, so the events since the last one say what to read again: new rows at the end, the
  /// items that they name, and the texts and flags that an import brought to rows that were there.
  mutating func refresh(_ db: Database, _ interruption: Interruption?) throws -> Refreshed {
    let last = try LedgerTable.chain(db).last
    // A snapshot that is older than what another question has seen since is answered by what is newer.
    if last <= sequence { return .texts([]) }
    let changes = sequence > 0 ? try FilterChanges.since(sequence, db) : nil
    guard let changes else {
      let stamp = textStamp + 1
      self = FilterColumns()
      textStamp = stamp
      try readTail(db, interruption)
      sequence = last
      return .everything
    }
    let before = limit
    try readTail(db, interruption)
    try readAgain(changes.rows.filter { $0 < before }, db)
    let texts = changes.texts.filter { $0 < before }
    try flags.readAgain(texts, db, revisions)
    if !texts.isEmpty || limit > before { textStamp += 1 }
    sequence = last
    return .texts(texts)
  }

  private static let select = """
    SELECT row, status, visibility, recorded, labels, calm, channel, ord, moved, stage, rev FROM item
    """

  private mutating func readTail(_ db: Database, _ interruption: Interruption?) throws {
    let first = limit
    let rows = try SQLiteStatement(db, Self.select + " WHERE row >= ? ORDER BY row")
    rows.bind(1, first)
    let last = try Int.fetchOne(db, sql: "SELECT max(row) FROM item") ?? 0
    reserve(last + 1)
    while try rows.step() {
      let row = Int(rows.integer(0))
      try interruption?.check(every: row)
      while limit < row { append() }
      append()
      take(rows)
    }
    try flags.readTail(from: first, db, revisions)
  }

  /// Reads rows again, whichever of them are still there.
  private mutating func readAgain(_ numbers: [Int], _ db: Database) throws {
    let rows = try SQLiteStatement(db, Self.select + " WHERE row = ?")
    for row in Set(numbers) {
      rows.bind(1, row)
      if try rows.step() { take(rows) } else { standings[row] = 0 }
      rows.reset()
    }
  }

  private mutating func reserve(_ count: Int) {
    standings.reserveCapacity(count)
    labels.reserveCapacity(count)
    calms.reserveCapacity(count)
    channels.reserveCapacity(count)
    orders.reserveCapacity(count)
  }

  private mutating func append() {
    standings.append(0)
    labels.append(0)
    calms.append(0)
    channels.append(0)
    orders.append(0)
    limit += 1
  }

  private mutating func take(_ found: SQLiteStatement) {
    let row = Int(found.integer(0))
    standings[row] = Self.standing(found)
    labels[row] = UInt8(truncatingIfNeeded: found.integer(4))
    calms[row] = Int16(truncatingIfNeeded: found.integer(5))
    channels[row] = UInt16(truncatingIfNeeded: found.integer(6))
    orders[row] = found.integer(7)
    Self.set(&moved, row, found.optionalInteger(8))
    Self.set(&stages, row, found.text(9).flatMap(ItemState.Stage.init(rawValue:)))
    Self.set(&revisions, row, found.integer(10) == 1 ? nil : Int(found.integer(10)))
  }

  /// What most rows do not have is not even looked for.
  private static func set<Value>(_ column: inout [Int: Value], _ row: Int, _ value: Value?) {
    if value != nil || !column.isEmpty { column[row] = value }
  }

  /// An unknown word counts as in `ItemTable.state`. Most items are open and visible: no string is made of them.
  private static func standing(_ found: SQLiteStatement) -> UInt8 {
    var standing = Standing.present
    let isOpen = found.bytes(1).count == 4
    if !isOpen { standing |= Standing.status(found.text(1).flatMap(ItemState.Status.init(rawValue:)) ?? .open) }
    if !found.isNull(2) {
      standing |= Standing.visibility(found.text(2).flatMap(ItemState.Visibility.init(rawValue:)) ?? .visible)
    }
    if found.integer(3) != 0 { standing |= Standing.recorded }
    return standing
  }
}

/// What happened to rows since an event.
struct FilterChanges {
  var rows: [Int] = []
  /// Of those, rows with another text or other flags.
  var texts: [Int] = []

  /// More events than this are slower to follow than everything is to read.
  private static let greatestCount: Int64 = 50_000

  /// Nil when everything is to be read anew.
  static func since(_ sequence: Int64, _ db: Database) throws -> FilterChanges? {
    let last = try LedgerTable.chain(db).last
    guard last - sequence <= greatestCount else { return nil }
    var changes = FilterChanges()
    let events = try SQLiteStatement(db, "SELECT type, item, changed, same FROM ledger WHERE seq > ?")
    let find = try SQLiteStatement(db, "SELECT i.row FROM item AS i WHERE \(ItemTable.isItem)")
    var areTextsChanged = false
    var mayFlagsBeAdded = false
    events.bind(1, sequence)
    while try events.step() {
      switch events.text(0).flatMap(Event.Kind.init(rawValue:)) {
      case .imported:
        if events.integer(2) > 0 { areTextsChanged = true }
        if events.integer(3) > 0 { mayFlagsBeAdded = true }
      case .disposed, nil: return nil
      default: break
      }
      guard let id = events.text(1).flatMap({ ItemID(rawValue: $0).bytes }) else { continue }
      find.bind(1, blob: id)
      if try find.step() { changes.rows.append(Int(find.integer(0))) }
      find.reset()
    }
    if areTextsChanged {
      changes.texts += try Int64.fetchAll(
        db, sql: "SELECT id FROM vault_text WHERE id >= ? AND seq > ?",
        arguments: [TextKey.key(row: 0, revision: 2), sequence]
      ).map { Int(TextKey.row(of: $0)) }
    }
    // The same text gets new flags only from another version of the classifier.
    if mayFlagsBeAdded, try Int.fetchOne(db, sql: "SELECT count(*) FROM rule_set") ?? 0 > 1 {
      changes.texts += try Int.fetchAll(
        db, sql: "SELECT DISTINCT row FROM vault_flag WHERE seq > ?", arguments: [sequence])
    }
    changes.rows += changes.texts
    return changes
  }
}
