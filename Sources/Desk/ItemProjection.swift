import Moderation

/// Where an item stands according to the events so far: one row of the `item` view.
struct StandingItem: Sendable, Equatable {
  var revision: Int
  var state: ItemState
  /// Of the current revision's most urgent flag; see `urgency(of:)`.
  var urgency: Int
  /// Sequence of the event that escalated it last.
  var escalated: Int64?
  var escalatedTo: String?

  /// From this on an item counts as urgent: a flag of severity high.
  static let urgent = (Severity.high.rank + 1) * 1000

  /// Severity first, then score: 4093 for critical at 0.93, 0 for an item without flags.
  static func urgency(of flags: [Flag]) -> Int {
    guard let first = flags.min(by: Flag.isMoreUrgent) else { return 0 }
    return (first.severity.rank + 1) * 1000 + first.score.hundredths
  }
}

/// A revision that an import brought, as the vault keeps it beside the `imported` event.
struct Arrival: Sendable, Equatable {
  var revision: Int
  var urgency: Int
}

extension StandingItem {
  /// Where an item stands after an event: the one rule that makes the view from the ledger. Nil for an event that
  /// says nothing of an item that is not there.
  ///
  /// - `imported` starts an item, or gives it a new revision; a decided item with new text waits again, an escalated
  ///   one stays where it was sent.
  /// - `decided` and `undone` put it into the state that they say.
  /// - The rest leave it alone.
  static func after(_ event: Event, _ standing: StandingItem?, arrival: Arrival? = nil) -> StandingItem? {
    switch event.type {
    case .deskCreated, .refused: return standing
    case .imported:
      guard let arrival else { return standing }
      guard var next = standing else {
        return StandingItem(revision: arrival.revision, state: ItemState(), urgency: arrival.urgency)
      }
      next.revision = arrival.revision
      next.urgency = arrival.urgency
      if next.state.status == .decided { next.state.status = .open }
      return next
    case .decided, .undone:
      guard var next = standing, let after = event.after else { return standing }
      if after.status == .escalated, next.state.status != .escalated || event.escalatedTo != nil {
        next.escalated = event.sequence
        next.escalatedTo = event.escalatedTo
      }
      next.state = after
      return next
    }
  }
}
