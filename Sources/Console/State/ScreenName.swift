import Moderation

/// The screens; those without data behind them yet are not here.
enum ScreenName: Sendable, Hashable {
  case list(QueueView)
  case log, cases, reports, channels

  /// The action that shows it, whose key the tab carries.
  var action: Action {
    switch self {
    case .list(.queue): .queue
    case .list(.escalated): .escalated
    case .list(.snoozed): .snoozed
    case .list(.untaken): .untaken
    case .list(.all): .everything
    case .log: .log
    case .cases: .cases
    case .reports: .reports
    case .channels: .channels
    }
  }

  /// All of them, in the order of the tabs.
  static let all: [ScreenName] = [
    .list(.queue), .list(.escalated), .cases, .log, .reports, .channels, .list(.snoozed), .list(.untaken), .list(.all),
  ]

  /// The screen of an action.
  init?(_ action: Action) {
    guard let found = Self.all.first(where: { $0.action == action }) else { return nil }
    self = found
  }
}

extension ConsoleState {
  /// The tabs: a screen that nothing could ever be on is left out, though its key opens it and says what to do.
  func tabs(_ policy: AgencyPolicy) -> [ScreenName] {
    ScreenName.all.filter { name in
      switch name {
      case .cases: screen == name || !policy.casework.regime.isEmpty || !policy.casework.playbooks.isEmpty
      case .channels: screen == name || !policy.channels.isEmpty
      case .list, .log, .reports: true
      }
    }
  }
}
