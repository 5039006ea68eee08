import Moderation

/// The comments that are marked, wherever they are: in the rows that are held or far away.
struct Marks: Sendable, Equatable {
  /// What a decision about a marked comment is held against.
  struct Marked: Sendable, Equatable {
    var revision: Int
    var state: ItemState
    var channel: String

    init(_ row: QueueRow) {
      revision = row.revision
      state = row.state
      channel = row.channel
    }
  }

  private(set) var items: [ItemID: Marked] = [:]
  /// The same, as it is kept: shared with what is kept until the next change.
  private(set) var ids: Set<ItemID> = []
  /// Where a range begins.
  var anchor: ItemID?

  /// More are not marked at once: nobody decides about so many with open eyes, and one batch is one transaction.
  static var most: Int { 10_000 }

  var count: Int { items.count }
  var isEmpty: Bool { items.isEmpty }

  func contains(_ item: ItemID) -> Bool { items[item] != nil }

  /// Returns what was new, so that it can be taken back.
  mutating func add(_ rows: some Sequence<QueueRow>) -> [ItemID: Marked] {
    var added: [ItemID: Marked] = [:]
    for row in rows where items[row.item] == nil && items.count < Self.most {
      added[row.item] = Marked(row)
      items[row.item] = Marked(row)
      ids.insert(row.item)
    }
    return added
  }

  mutating func add(_ more: [ItemID: Marked]) {
    items.merge(more) { kept, _ in kept }
    ids.formUnion(more.keys)
  }

  /// Returns what was taken away.
  @discardableResult
  mutating func remove(_ gone: some Sequence<ItemID>) -> [ItemID: Marked] {
    var removed: [ItemID: Marked] = [:]
    for item in gone {
      removed[item] = items.removeValue(forKey: item)
      ids.remove(item)
    }
    return removed
  }

  /// Rows have changed: marks follow them.
  mutating func follow(_ rows: [QueueRow]) {
    for row in rows where items[row.item] != nil { items[row.item] = Marked(row) }
  }
}
