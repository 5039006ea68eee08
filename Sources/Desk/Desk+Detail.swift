import Moderation

/// An item that a reference stands for.
public struct LocatedItem: Sendable, Equatable {
  public var item: ItemID
  /// The current one.
  public var revision: Int
  public var channel: String
  /// The comment's own id.
  public var externalID: String

  public init(item: ItemID, revision: Int, channel: String, externalID: String) {
    self.item = item
    self.revision = revision
    self.channel = channel
    self.externalID = externalID
  }
}

extension Desk {
  /// Everything about an item; nil when it is not on the desk.
  public func detail(_ item: ItemID) throws(DeskError) -> ItemDetail? { try store.read { try $0.detail(item) } }

  /// The items that a person may mean: by the comment's own id, by `channel:id`, or by the item's id. More than one when
  /// channels share an id.
  public func locate(_ reference: String) throws(DeskError) -> [LocatedItem] {
    // Channel names and ids may both hold colons: every place to cut is tried, and the hash says which is one.
    var items: Set<ItemID> = [ItemID(rawValue: reference)]
    for colon in reference.indices where reference[colon] == ":" {
      items.insert(
        ItemID(
          channel: String(reference[..<colon]), externalID: String(reference[reference.index(after: colon)...])))
    }
    return try store.read { try $0.located(reference, or: items.sorted()) }
  }

  /// The channel and the comment's own id of an item.
  public func externalID(of item: ItemID) throws(DeskError) -> (channel: String, id: String)? {
    try store.read { desk in try desk.located(nil, or: [item]).first.map { ($0.channel, $0.externalID) } }
  }

  /// A rationale or purpose in a person's own words, by the key in an event. Nil once it has been disposed of.
  public func rationale(_ key: String) throws(DeskError) -> String? { try store.read { try $0.rationale(key) } }
}
