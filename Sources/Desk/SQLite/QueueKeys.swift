import GRDB
import Moderation

/// A row's place in the lists.
struct QueueKey: Sendable, Equatable {
  var row: Int64
  var calm: Int
  var order: Int64
  /// Zero for an item that was never handed on or sent out.
  var moved: Int64

  func position(in query: QueueQuery) -> QueuePosition {
    switch query.order {
    case .urgent, .oldest, .newest: QueuePosition(urgency: -calm, order: order, row: row)
    case .latest: QueuePosition(urgency: 0, order: -moved, row: row)
    }
  }
}

/// Finds which rows a stretch of a list has, without reading the rows.
///
/// Each channel's list is in an index; what is wanted of several channels is merged here. So a page costs a seek a channel,
/// however deep it lies and however many items there are.
struct QueueKeys {
  private let db: Database
  private let query: QueueQuery

  init(_ query: QueueQuery, _ db: Database) {
    self.query = query
    self.db = db
  }

  /// In list order, or against it.
  func keys(_ stretch: Stretch, forward: Bool, limit: Int) throws -> [QueueKey] {
    guard limit > 0 else { return [] }
    let lists = try channels().map { try keys(of: $0, stretch, forward: forward, limit: limit) }
    let isAscending = query.order.isAscending == forward
    guard lists.count > 1 else { return lists.first ?? [] }
    let merged = lists.flatMap { $0 }.sorted { a, b in
      isAscending ? isBefore(a, b) : isBefore(b, a)
    }
    return Array(merged.prefix(limit))
  }

  func count() throws -> Int {
    try channels().reduce(0) { sum, channel in
      let (from, arguments) = source(channel)
      return sum
        + (try Int.fetchOne(db.cachedStatement(sql: "SELECT count(*) FROM \(from)"), arguments: arguments) ?? 0)
    }
  }

  private func channels() throws -> [Int64] {
    if let name = query.channel {
      return try Int64.fetchAll(db.cachedStatement(sql: "SELECT id FROM channel WHERE name = ?"), arguments: [name])
    }
    return try Int64.fetchAll(db.cachedStatement(sql: "SELECT id FROM channel ORDER BY id"))
  }

  private func keys(of channel: Int64, _ stretch: Stretch, forward: Bool, limit: Int) throws -> [QueueKey] {
    var (sql, arguments) = source(channel)
    let isAscending = query.order.isAscending == forward
    let columns = query.order.columns
    if let (end, isIncluded, isAhead) = stretch.end {
      let comparison = ((isAhead == query.order.isAscending) ? ">" : "<") + (isIncluded ? "=" : "")
      sql +=
        " AND (\(columns.joined(separator: ", "))) \(comparison) (\(columns.map { _ in "?" }.joined(separator: ", ")))"
      switch query.order {
      case .urgent: arguments += [-end.urgency, end.order, end.row]
      case .oldest, .newest: arguments += [end.order, end.row]
      case .latest: arguments += [-end.order, end.row]
      }
    }
    sql += " ORDER BY " + columns.map { $0 + (isAscending ? "" : " DESC") }.joined(separator: ", ")
    let moved = isByLabel ? "0" : "ifnull(moved, 0)"
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT row, calm, ord, \(moved) AS moved FROM \(sql) LIMIT ?"),
      arguments: arguments + [limit])
    var keys: [QueueKey] = []
    while let row = try rows.next() {
      keys.append(QueueKey(row: row[0], calm: row[1], order: row[2], moved: row[3]))
    }
    return keys
  }

  /// Open items of one label have lists of their own; the other views are short, and are looked through.
  private var isByLabel: Bool { query.view == .queue && query.label != nil && query.order != .latest }

  /// Open items by age. Left alone, SQLite would take those that are severe enough from the index of urgency and sort them.
  private var isByAge: Bool {
    query.view == .queue && !isByLabel && (query.order == .oldest || query.order == .newest)
  }

  private var hint: String {
    guard isByAge, let severity = query.severity else { return "" }
    return " INDEXED BY " + (severity >= .high ? "item_grave_age" : "item_age")
  }

  private func source(_ channel: Int64) -> (sql: String, arguments: StatementArguments) {
    var sql: String
    var arguments: StatementArguments
    if isByLabel, let label = query.label {
      sql = "item_label WHERE label = ? AND channel = ?"
      arguments = [LabelSet.number(label), channel]
    } else {
      sql = "item\(hint) WHERE " + query.view.condition + " AND channel = ?"
      arguments = [channel]
      if let label = query.label { sql += " AND labels & \(LabelSet(label).rawValue) <> 0" }
    }
    // Written out, not bound: the partial index of grave items is only taken for a number that is known beforehand.
    if let severity = query.severity {
      if isByAge, severity > .high { sql += " AND calm <= -\(StandingItem.urgent)" }
      sql += " AND calm <= -\(StandingItem.urgency(atLeast: severity))"
    }
    return (sql, arguments)
  }

  private func isBefore(_ a: QueueKey, _ b: QueueKey) -> Bool {
    switch query.order {
    case .urgent: (a.calm, a.order, a.row) < (b.calm, b.order, b.row)
    case .oldest, .newest: (a.order, a.row) < (b.order, b.row)
    case .latest: (a.moved, a.row) < (b.moved, b.row)
    }
  }
}

extension QueueQuery.Order {
  /// What the list runs by. Columns that may be NULL are not among them where the view has any.
  fileprivate var columns: [String] {
    switch self {
    case .urgent: ["calm", "ord", "row"]
    case .oldest, .newest: ["ord", "row"]
    case .latest: ["ifnull(moved, 0)", "row"]
    }
  }

  fileprivate var isAscending: Bool {
    switch self {
    case .urgent, .oldest: true
    case .newest, .latest: false
    }
  }
}

extension QueueView {
  fileprivate var condition: String {
    switch self {
    case .queue: "status = 'open'"
    case .escalated: "status = 'escalated'"
    case .snoozed: "status = 'snoozed'"
    case .untaken: "stage IN ('not_applied', 'changed')"
    }
  }
}
