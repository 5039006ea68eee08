import FoundationEssentials
import GRDB
import Moderation

extension Desk {
  /// The rows after a position, or the first ones. A key, not a count: rows that leave meanwhile make no gap.
  public func page(_ view: QueueView, after position: QueuePosition?, limit: Int) throws(DeskError) -> [QueueRow] {
    try reading { db in
      try QueueTable.rows(view, position.map { .after($0) } ?? .all, forward: true, limit: limit, db)
    }
  }

  /// The rows just before a position, in list order.
  public func page(_ view: QueueView, before position: QueuePosition, limit: Int) throws(DeskError) -> [QueueRow] {
    try reading { db in
      try QueueTable.rows(view, .before(position), forward: false, limit: limit, db).reversed()
    }
  }

  /// The next row, in list order or against it, whose text holds the needle, whatever its case. Goes round at the end, so
  /// the row at `position` itself is looked at last. Nil when there is none, and for an empty needle.
  public func find(
    _ needle: String, in view: QueueView, from position: QueuePosition?, forward: Bool
  ) throws(DeskError) -> QueueRow? {
    let wanted = FoldedNeedle(needle)
    guard !wanted.isEmpty else { return nil }
    return try reading { db in
      guard let position else { return try QueueTable.first(view, .all, forward: forward, wanted, db) }
      let (ahead, behind): (QueueTable.Stretch, QueueTable.Stretch) =
        forward ? (.after(position), .upTo(position)) : (.before(position), .from(position))
      return try QueueTable.first(view, ahead, forward: forward, wanted, db)
        ?? QueueTable.first(view, behind, forward: forward, wanted, db)
    }
  }

  /// An item's row, in whichever list it is, or would be.
  public func row(_ item: ItemID) throws(DeskError) -> QueueRow? {
    try reading { db in try QueueTable.row(item, db) }
  }

  /// The rows of items, in the order given; those that are not on the desk are left out.
  public func rows(_ items: [ItemID]) throws(DeskError) -> [QueueRow] {
    try reading { db in try items.compactMap { try QueueTable.row($0, db) } }
  }

  /// The status line's numbers. Costs no more on a full desk than on an empty one.
  public func backlog() throws(DeskError) -> Backlog {
    try reading(ItemTable.backlog)
  }
}
