import Moderation

/// A page of a list, and how far the filters looked for it.
public struct QueueLook: Sendable, Equatable {
  public var rows: [QueueRow]
  /// How many texts were looked at. None where indexes and numbers are enough.
  public var looked: Int
  /// Where it stopped because it had looked at as many texts as it may; the page may then be short. Go on from there. Nil
  /// when the page is full, or the list at its end.
  public var stopped: QueuePosition?

  public init(rows: [QueueRow], looked: Int = 0, stopped: QueuePosition? = nil) {
    self.rows = rows
    self.looked = looked
    self.stopped = stopped
  }
}

/// An item with what a decision about it needs, without what a row shows: what a mark holds.
public struct ListedItem: Sendable, Hashable {
  public var item: ItemID
  public var revision: Int
  public var state: ItemState

  public init(item: ItemID, revision: Int, state: ItemState) {
    self.item = item
    self.revision = revision
    self.state = state
  }
}

extension Desk {
  /// How many texts a page may look at for a pattern or exact words before it says how far it came: about a twentieth of a
  /// second.
  public static let budget = 8_000

  /// The rows of a filtered list after a position, or the first ones.
  ///
  /// - Parameters:
  ///   - budget: how many texts it may look at before it stops; they are remembered, so that going on does not look again.
  ///   - interruption: gives it up; throws `DeskError.interrupted`.
  public func look(
    _ query: QueueQuery, after position: QueuePosition?, limit: Int, budget: Int = .max,
    unless interruption: Interruption? = nil
  ) throws(DeskError) -> QueueLook {
    let asking = asking(interruption, budget: budget)
    return try look { desk in
      try desk.page(query, position.map { .after($0) } ?? .all, forward: true, limit: limit, asking)
    }
  }

  /// The rows of a filtered list just before a position, or the last ones, in list order.
  public func look(
    _ query: QueueQuery, before position: QueuePosition?, limit: Int, budget: Int = .max,
    unless interruption: Interruption? = nil
  ) throws(DeskError) -> QueueLook {
    let asking = asking(interruption, budget: budget)
    return try look { desk in
      var look = try desk.page(query, position.map { .before($0) } ?? .all, forward: false, limit: limit, asking)
      look.rows.reverse()
      return look
    }
  }

  /// How many rows of a list come before an item; nil when the item is not in it.
  public func place(
    of item: ItemID, in query: QueueQuery, unless interruption: Interruption? = nil
  ) throws(DeskError) -> Int? {
    let asking = asking(interruption)
    return try store.read { try $0.place(of: item, in: query, asking) }
  }

  /// Where an item stands in the order of a list, or would stand if the filter let it through: what keeps the place when a
  /// filter changes. Nil when the item is not on the desk.
  public func position(of item: ItemID, in query: QueueQuery) throws(DeskError) -> QueuePosition? {
    try store.read { try $0.position(of: item, in: query) }
  }

  /// How many rows of the list each condition of its filter lets through alone, whether it is on or off, in their order.
  public func counts(
    _ query: QueueQuery, unless interruption: Interruption? = nil
  ) throws(DeskError) -> [Int] {
    let asking = asking(interruption)
    return try store.read { desk in
      try query.filter.entries.map { entry in
        var alone = query
        alone.filter = QueueFilter([QueueFilter.Entry(entry.condition)])
        return try desk.count(alone, asking)
      }
    }
  }

  /// The first items of a list, for marks: some microseconds each.
  public func listed(
    _ query: QueueQuery, limit: Int, unless interruption: Interruption? = nil
  ) throws(DeskError) -> [ListedItem] {
    let asking = asking(interruption)
    return try store.read { try $0.listed(query, limit: limit, asking) }
  }

  /// Reads what filters ask of every item, so that the first filter needs not wait for it: half a second for a million items,
  /// once. Worth doing off the main thread as soon as the first page is shown.
  public func prepareFilters() throws(DeskError) { try store.read { try $0.prepareFilters() } }

  func asking(_ interruption: Interruption?, budget: Int = .max) -> Asking {
    Asking(
      clock: { [bench, queryClock] in bench?.queryClock ?? queryClock?() }, interruption: interruption, budget: budget)
  }
}

extension DeskBench {
  fileprivate var queryClock: QueryClock { QueryClock(now: now, localTime: surroundings.localTime) }
}
