import Moderation

/// The screens; those without data behind them yet are not here.
enum ScreenName: Sendable, Hashable {
  case list(QueueView)
  case log

  /// The action that shows it, whose key the tab carries.
  var action: Action {
    switch self {
    case .list(.queue): .queue
    case .list(.escalated): .escalated
    case .list(.snoozed): .snoozed
    case .list(.untaken): .untaken
    case .list(.all): .everything
    case .log: .log
    }
  }

  /// The tabs, in order.
  static let shown: [ScreenName] = [
    .list(.queue), .list(.escalated), .log, .list(.snoozed), .list(.untaken), .list(.all),
  ]

  /// The screen of an action.
  init?(_ action: Action) {
    guard let found = Self.shown.first(where: { $0.action == action }) else { return nil }
    self = found
  }
}
