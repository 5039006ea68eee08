import Terminal

/// Everything that a key can do. The one table that dispatch, hint line and help all read.
enum Action: String, CaseIterable, Sendable {
  case accept, hide, delete, escalate, record, leave, undo
  case snooze, skip, hold
  case down, up, pageDown, pageUp, first, last
  case textDown, textUp
  case why, search, unmask, refresh
  case queue, escalated, log, snoozed, untaken
  case help, close, quit

  /// The keys that do it; the first one is shown.
  var keys: [Key] {
    switch self {
    case .accept: [.enter]
    case .hide: [.character("h")]
    case .delete: [.character("d")]
    case .escalate: [.character("e")]
    case .record: [.character("r")]
    case .leave: [.character("a")]
    case .undo: [.character("u")]
    case .snooze: [.character("s")]
    case .skip: [.character("x")]
    case .hold: [.character("w")]
    case .down: [.character("j"), .down]
    case .up: [.character("k"), .up]
    case .pageDown: [.pageDown, .control("f")]
    case .pageUp: [.pageUp, .control("b")]
    case .first: [.character("g"), .home]
    case .last: [.character("G"), .end]
    case .textDown: [.character("J"), .control("d")]
    case .textUp: [.character("K"), .control("u")]
    case .why: [.character("y")]
    case .search: [.character("/")]
    case .unmask: [.character("v")]
    case .refresh: [.control("l")]
    case .queue: [.character("1")]
    case .escalated: [.character("2")]
    case .log: [.character("4")]
    case .snoozed: [.character("7")]
    case .untaken: [.character("8")]
    case .help: [.character("?"), .function(1)]
    case .close: [.escape]
    case .quit: [.character("q"), .control("c")]
    }
  }

  /// A word or two for the hint line.
  var hint: String {
    switch self {
    case .accept: "accept"
    case .hide: "hide"
    case .delete: "delete"
    case .escalate: "escalate"
    case .record: "record"
    case .leave: "leave up"
    case .undo: "undo"
    case .snooze: "snooze"
    case .skip: "skip"
    case .hold: "hold"
    case .down: "down"
    case .up: "up"
    case .pageDown: "page down"
    case .pageUp: "page up"
    case .first: "first"
    case .last: "last"
    case .textDown: "scroll text"
    case .textUp: "scroll back"
    case .why: "why"
    case .search: "search"
    case .unmask: "unmask"
    case .refresh: "refresh"
    case .queue: "Queue"
    case .escalated: "Escalated"
    case .log: "Log"
    case .snoozed: "Snoozed"
    case .untaken: "Did not take"
    case .help: "help"
    case .close: "close"
    case .quit: "quit"
    }
  }

  /// A sentence for the help.
  var sentence: String {
    switch self {
    case .accept: "Accept the suggestion and go to the next undecided comment."
    case .hide: "Hide it: choose the reason. On a hidden one: show it again."
    case .delete: "Delete: choose the reason, then Enter. It never acts alone."
    case .escalate: "Hand it on: choose the reason; Tab changes to whom."
    case .record: "Keep it as a business record: choose the reason."
    case .leave: "Leave it up, and log that it was looked at: choose the reason."
    case .undo: "Take the last decision back. Again goes one further back."
    case .snooze: "Put it off: choose until when, then the reason."
    case .skip: "Go on undecided: choose the reason. It stays in the queue."
    case .hold: "Hold it back; Tab asks somebody. On a held one: publish it."
    case .down: "Next comment."
    case .up: "Previous comment."
    case .pageDown: "One screen down."
    case .pageUp: "One screen up."
    case .first: "First comment."
    case .last: "Last comment."
    case .textDown: "Scroll a long comment down."
    case .textUp: "Scroll it back up."
    case .why: "Why it is flagged, and why not, sentence by sentence."
    case .search: "Search the list for words; / and Enter alone finds the next."
    case .unmask: "Show the masked words, which is logged, or mask them again."
    case .refresh: "Read the list anew and redraw."
    case .queue: "Open comments, most urgent first."
    case .escalated: "Comments that wait for somebody else."
    case .log: "Every event, newest first, and whether the chain holds."
    case .snoozed: "Comments that were put off until a time."
    case .untaken: "Decisions that were sent out and did not take on the platform."
    case .help: "This page."
    case .close: "Close whatever is open. It never quits."
    case .quit: "Quit. Everything decided is already on disk."
    }
  }

  /// The action of a key, where no dialog or text field takes it first.
  static func of(_ key: Key) -> Action? { table[key] }

  private static let table: [Key: Action] = {
    var table: [Key: Action] = [:]
    for action in allCases {
      for key in action.keys { table[key] = action }
    }
    return table
  }()
}

extension Key {
  /// As the hint line writes it.
  var title: String {
    switch self {
    case .character(" "): "space"
    case .character(let character): String(character)
    case .enter: "⏎"
    case .escape: "esc"
    case .tab: "tab"
    case .backTab: "shift-tab"
    case .backspace: "backspace"
    case .delete: "del"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .home: "home"
    case .end: "end"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .function(let number): "F\(number)"
    case .control(let character): "^\(String(character).uppercased())"
    }
  }
}
