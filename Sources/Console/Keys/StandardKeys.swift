import Terminal

/// The keys that ship, as keys.toml would write them, in the order of the help.
enum StandardKeys {
  static let bindings: [KeyMap.Binding] = text.compactMap { keys, command in
    guard let keys = Key.sequence(keys), case .success(let instruction) = Instruction.parse(command) else { return nil }
    return KeyMap.Binding(keys: keys, instruction: instruction)
  }

  static let text: [(keys: String, command: String)] = [
    ("Enter", "accept"), ("h", "hide"), ("d", "delete"), ("e", "escalate"), ("r", "record"), ("a", "leave"),
    ("s", "snooze"), ("x", "skip"), ("w", "hold"), (".", "same-as-last"), ("u", "undo"),
    ("H", "hide-marked"), ("D", "delete-marked"), ("E", "escalate-marked"), ("R", "record-marked"),
    ("A", "leave-marked"), ("S", "snooze-marked"), ("X", "skip-marked"), ("W", "hold-marked"),
    ("Space", "mark"), ("m r", "mark-range"), ("m l", "mark-list"), ("m t", "mark-thread"), ("m a", "mark-author"),
    ("m s", "mark-similar"), ("m n", "unmark-all"),
    ("f", "filter"), ("F", "filters"), ("t t", "filters-on-off"), ("t x", "drop-filters"),
    ("t w", "toggle label:welfare"), ("t h", "toggle label:health"), ("t p", "toggle label:personal"),
    ("t o", "toggle label:offensive"), ("t c", "toggle label:complaint"), ("t r", "toggle label:request"),
    ("t s", "toggle label:spam"), ("t l", "toggle label:legal"), ("t u", "toggle severity>=high"),
    ("/", "search"), ("n", "next-hit"), ("N", "previous-hit"),
    ("o u", "order urgent"), ("o o", "order oldest"), ("o n", "order newest"), ("U", "undo-view"),
    ("z", "focus"), ("y", "why"), ("p", "policy-text"), ("i t", "thread"), ("i v", "versions"), ("i r", "raw"),
    ("c", "note"), ("v", "unmask"),
    ("j", "down"), ("Down", "down"), ("k", "up"), ("Up", "up"), ("PageDown", "page-down"), ("C-f", "page-down"),
    ("PageUp", "page-up"), ("C-b", "page-up"), ("g", "first"), ("Home", "first"), ("G", "last"), ("End", "last"),
    ("J", "text-down"), ("C-d", "text-down"), ("K", "text-up"), ("C-u", "text-up"),
    ("T", "take-step"), ("l", "go-to-comment"), ("L", "checklist"), ("Tab", "other-part"), ("]", "next-choice"),
    ("[", "previous-choice"), ("O", "closed-too"), ("C", "export-view"),
    ("1", "queue"), ("2", "escalated"), ("3", "cases"), ("4", "log"), ("5", "reports"), ("6", "channels"),
    ("7", "snoozed"), ("8", "untaken"), ("9", "all"),
    (":", "palette"), ("?", "help"), ("F1", "help"), ("C-l", "refresh"), ("Esc", "close"), ("q", "quit"),
    ("C-c", "quit"),
  ]
}
