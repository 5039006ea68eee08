import Moderation

/// What was done to the view and can be taken back: marks, filters, order, screens, leaps. Decisions are the ledger's.
///
/// A change keeps what it changed, not a copy of everything: marking ten thousand comments costs ten thousand once.
struct ViewHistory: Sendable, Equatable {
  enum Change: Sendable, Equatable {
    case marks(added: [ItemID: Marks.Marked], removed: [ItemID: Marks.Marked])
    case filters(QueueFilter, at: ItemID?)
    case order(QueueQuery.Order?, at: ItemID?)
    case screen(ScreenName, at: ItemID?)
    case leap(from: QueuePosition)
    case focus(Bool)
  }

  struct Step: Sendable, Equatable {
    var change: Change
    /// What it was, for the line that says that it was taken back: `the filter label:health`.
    var what: String
  }

  private(set) var steps: [Step] = []

  mutating func note(_ change: Change, _ what: String) { steps.append(Step(change: change, what: what)) }

  mutating func takeLast() -> Step? { steps.popLast() }
}
