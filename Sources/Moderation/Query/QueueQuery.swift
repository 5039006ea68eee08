/// Which items a list shows, and in what order.
public struct QueueQuery: Sendable, Hashable {
  public var view: QueueView
  public var order: Order
  /// The desk's name of a channel; nil for all.
  public var channel: String?
  /// Items with a flag of this label; nil for all, unflagged ones included.
  public var label: Label?
  /// Items whose most urgent flag is at least this severe.
  public var severity: Severity?
  /// What else an item must be to be shown; an empty stack lets all of them through.
  public var filter: QueueFilter

  public init(
    _ view: QueueView, order: Order? = nil, channel: String? = nil, label: Label? = nil, severity: Severity? = nil,
    filter: QueueFilter = QueueFilter()
  ) {
    self.view = view
    self.order = order ?? view.order
    self.channel = channel
    self.label = label
    self.severity = severity
    self.filter = filter
  }

  public enum Order: String, CaseIterable, Sendable {
    /// Most urgent first, the oldest first among equals.
    case urgent
    case oldest
    case newest
    /// Most lately handed on, or sent out, first.
    case latest
  }
}

/// Which part of the desk a list shows.
public enum QueueView: String, CaseIterable, Sendable {
  /// Items that wait for a decision.
  case queue
  /// Items that were escalated and wait for the role they went to.
  case escalated
  /// Items that were put off until a time.
  case snoozed
  /// Decisions that were sent out and did not take on the platform.
  case untaken
  /// Everything on the desk, whatever was decided about it: what a search looks through.
  case all

  /// The order that a view is read in where none is asked for.
  public var order: QueueQuery.Order {
    switch self {
    case .queue, .snoozed: .urgent
    case .escalated, .untaken: .latest
    case .all: .newest
    }
  }
}
