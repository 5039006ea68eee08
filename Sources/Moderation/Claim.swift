/// An item that somebody is deciding about just now. It lapses by itself, so that nobody who has gone home holds up a queue.
public struct Claim: Sendable, Equatable {
  public var item: ItemID
  /// The person's id.
  public var person: String
  public var since: Timestamp
  public var until: Timestamp

  public init(item: ItemID, person: String, since: Timestamp, until: Timestamp) {
    self.item = item
    self.person = person
    self.since = since
    self.until = until
  }
}

/// Somebody who has the desk open.
public struct Presence: Sendable, Equatable {
  public var person: String
  public var role: String
  /// When they were last heard of.
  public var seen: Timestamp

  public init(person: String, role: String, seen: Timestamp) {
    self.person = person
    self.role = role
    self.seen = seen
  }
}
