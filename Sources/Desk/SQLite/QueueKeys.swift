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
/// The index of open items runs by channel, urgency and age: that is one list for each channel in order of urgency, and one
/// for each channel and degree of urgency in order of age. What is wanted of several lists is merged here. So one index
/// serves every order and filter, and a page costs a few seeks a list, however deep it lies and however many items there are.
struct QueueKeys {
  private let db: Database
  private let query: QueueQuery

  /// One run of the index: a channel, and a degree of urgency where the list runs by age.
  private struct List {
    var channel: Int64
    var calm: Int?
  }

  init(_ query: QueueQuery, _ db: Database) {
    self.query = query
    self.db = db
  }

  /// In list order, or against it.
  func keys(_ stretch: Stretch, forward: Bool, limit: Int) throws -> [QueueKey] {
    guard limit > 0 else { return [] }
    let lists = try lists()
    if lists.count == 1 { return try keys(of: lists[0], stretch, forward: forward, limit: limit) }
    // Most lists give few of the rows of a page, so they are read a little at a time.
    let piece = max(8, limit / 8)
    var fronts = lists.map { Front(list: $0, rest: stretch) }
    var merged: [QueueKey] = []
    let isAscending = query.order.isAscending == forward
    while merged.count < limit {
      var first: (front: Int, key: QueueKey)?
      for index in fronts.indices {
        if fronts[index].isEmpty { try refill(&fronts[index], forward: forward, piece: piece) }
        guard let key = fronts[index].key else { continue }
        let isFirst = first.map { isAscending ? isBefore(key, $0.key) : isBefore($0.key, key) } ?? true
        if isFirst { first = (index, key) }
      }
      guard let first else { break }
      merged.append(first.key)
      fronts[first.front].next += 1
    }
    return merged
  }

  func count() throws -> Int {
    try channels().reduce(0) { sum, channel in
      let (from, arguments) = source(List(channel: channel))
      return sum
        + (try Int.fetchOne(db.cachedStatement(sql: "SELECT count(*) FROM \(from)"), arguments: arguments) ?? 0)
    }
  }

  // MARK: Lists

  /// How far a list has been merged.
  private struct Front {
    var list: List
    /// What of it was not read yet; nil when it is at its end.
    var rest: Stretch?
    var keys: [QueueKey] = []
    var next = 0

    var isEmpty: Bool { next == keys.count && rest != nil }
    var key: QueueKey? { next < keys.count ? keys[next] : nil }
  }

  private func refill(_ front: inout Front, forward: Bool, piece: Int) throws {
    guard let stretch = front.rest else { return }
    front.keys = try keys(of: front.list, stretch, forward: forward, limit: piece)
    front.next = 0
    front.rest =
      front.keys.count < piece ? nil : front.keys.last.map { stretch.continued(at: $0.position(in: query), forward) }
  }

  private func lists() throws -> [List] {
    try channels().flatMap { channel in
      query.isByAgeOfOpen ? try degrees(of: channel).map { List(channel: channel, calm: $0) } : [List(channel: channel)]
    }
  }

  /// The degrees of urgency that a channel's open items have: some dozens, each found by one seek.
  private func degrees(of channel: Int64) throws -> [Int] {
    let (from, arguments) = source(List(channel: channel))
    let statement = try db.cachedStatement(sql: "SELECT calm FROM \(from) AND calm > ? ORDER BY calm LIMIT 1")
    var degrees: [Int] = []
    while let next = try Int.fetchOne(statement, arguments: arguments + [degrees.last ?? Int.min]) {
      degrees.append(next)
    }
    return degrees
  }

  private func channels() throws -> [Int64] {
    if let name = query.channel {
      return try Int64.fetchAll(db.cachedStatement(sql: "SELECT id FROM channel WHERE name = ?"), arguments: [name])
    }
    return try Int64.fetchAll(db.cachedStatement(sql: "SELECT id FROM channel ORDER BY id"))
  }

  private func keys(of list: List, _ stretch: Stretch, forward: Bool, limit: Int) throws -> [QueueKey] {
    var (sql, arguments) = source(list)
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
    let moved = query.isByLabel ? "0" : "ifnull(moved, 0)"
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT row, calm, ord, \(moved) AS moved FROM \(sql) LIMIT ?"),
      arguments: arguments + [limit])
    var keys: [QueueKey] = []
    while let row = try rows.next() {
      keys.append(QueueKey(row: row[0], calm: row[1], order: row[2], moved: row[3]))
    }
    return keys
  }

  private func source(_ list: List) -> (sql: String, arguments: StatementArguments) {
    var sql: String
    var arguments: StatementArguments
    if query.isByLabel, let label = query.label {
      sql = "item_label WHERE label = ? AND channel = ?"
      arguments = [LabelSet.number(label), list.channel]
    } else {
      sql = "item WHERE " + query.view.condition + " AND channel = ?"
      arguments = [list.channel]
      if let label = query.label { sql += " AND labels & \(LabelSet(label).rawValue) <> 0" }
    }
    if let calm = list.calm {
      sql += " AND calm = ?"
      arguments += [calm]
    } else if let severity = query.severity {
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

extension QueueQuery {
  /// Open items of one label have lists of their own; the other views are short, and are looked through.
  fileprivate var isByLabel: Bool { view == .queue && label != nil && order != .latest }

  fileprivate var isByAgeOfOpen: Bool { view == .queue && (order == .oldest || order == .newest) }
}

extension Stretch {
  /// What is left of it past a position, walking in list order or against it.
  func continued(at position: QueuePosition, _ forward: Bool) -> Stretch {
    forward ? .after(position) : .before(position)
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
    case .all: "TRUE"
    }
  }
}
