/// What a check of the ledger found.
public enum Verification: Sendable, Equatable {
  /// Every event is as it was written; `head` is the last one's hash.
  case whole(events: Int64, head: String)
  /// The first place where the chain does not hold.
  case broken(sequence: Int64, as: Tampering, detail: String)
}

/// What was done to a ledger, as far as it shows.
public enum Tampering: String, CaseIterable, Sendable {
  /// An event is not as it was written.
  case edited
  /// Events are missing between others.
  case deleted
  /// There is an event that the chain does not know.
  case inserted
  /// The events are genuine but in another order.
  case reordered
  /// Events are missing at the end.
  case truncated
}
