/// An item on the desk: a comment with its revisions, flags and state.
public struct ItemID: RawRepresentable, Sendable, Hashable, Comparable {
  /// The first 32 hex digits of SHA-256 over channel and external id.
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public static func < (a: ItemID, b: ItemID) -> Bool { a.rawValue < b.rawValue }
}

/// Where an item stands: what the team has done about it, and what the public can see.
public struct ItemState: Sendable, Hashable {
  public var status: Status
  public var visibility: Visibility
  /// Captured as a business record.
  public var recorded: Bool

  public init(status: Status = .open, visibility: Visibility = .visible, recorded: Bool = false) {
    self.status = status
    self.visibility = visibility
    self.recorded = recorded
  }

  public enum Status: String, CaseIterable, Sendable {
    /// Waits for a decision.
    case open
    case decided
    /// Waits for the role it was escalated to.
    case escalated
  }

  public enum Visibility: String, CaseIterable, Sendable { case visible, held, hidden, deleted }

  /// The state after a verb.
  ///
  /// An escalated item stays escalated when it is hidden or recorded as well: only the role that it went to closes it,
  /// by leaving it, publishing it, deleting it or referring it on.
  public func applying(_ verb: Verb) -> ItemState {
    var next = self
    switch verb {
    case .leave, .reply, .refer, .openCase: next.status = .decided
    case .hide: next.visibility = .hidden
    case .unhide, .publish: next.visibility = .visible
    case .delete: next.visibility = .deleted
    case .hold: next.visibility = .held
    case .escalate: next.status = .escalated
    case .record: next.recorded = true
    case .snooze, .skip: break
    }
    switch verb {
    case .hide, .unhide, .hold, .record: if status != .escalated { next.status = .decided }
    case .publish, .delete: next.status = .decided
    case .leave, .escalate, .reply, .refer, .openCase, .snooze, .skip: break
    }
    return next
  }
}
