import Moderation

/// What items may have in common with one.
enum Kinship: Sendable {
  case thread(ItemID)
  case author(ItemID)
  case batch(String)
}

/// An item whose text is nearly the same as another's.
public struct SimilarItem: Sendable, Hashable {
  public var listed: ListedItem
  /// What share of both texts is the same, in percent.
  public var likeness: Int

  public init(listed: ListedItem, likeness: Int) {
    self.listed = listed
    self.likeness = likeness
  }
}

/// What to mark together.
extension Desk {
  /// The items of the thread that an item stands in, itself among them, the oldest first; none for one in no thread.
  public func thread(of item: ItemID, limit: Int) throws(DeskError) -> [ListedItem] {
    try store.read { try $0.listed(.thread(item), limit: limit, asking(nil)) }
  }

  /// The items of an item's author on the same channel, itself among them, in the order they came in; none where the feed
  /// does not say who wrote it.
  public func byAuthor(of item: ItemID, limit: Int) throws(DeskError) -> [ListedItem] {
    try store.read { try $0.listed(.author(item), limit: limit, asking(nil)) }
  }

  /// The items that were decided about together, in that order, whether that was taken back since or not.
  public func items(ofBatch batch: String, limit: Int) throws(DeskError) -> [ListedItem] {
    try store.read { try $0.listed(.batch(batch), limit: limit, asking(nil)) }
  }

  /// The items with nearly the same text as one, whatever their state, the most alike first: a form letter, a flood.
  ///
  /// Compares texts that share the rarer words, by pieces of five letters. Some tens of milliseconds on a million items, more
  /// where thousands are alike. The last 20,000 texts are looked at even before the index for words has them; others are not.
  public func similar(
    to item: ItemID, limit: Int, unless interruption: Interruption? = nil
  ) throws(DeskError) -> [SimilarItem] {
    let asking = asking(interruption)
    return try store.read { try $0.similar(to: item, limit: limit, asking) }
  }
}
