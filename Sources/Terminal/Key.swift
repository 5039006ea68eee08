/// One key press.
public enum Key: Sendable, Hashable {
  /// What was typed, space included.
  case character(Character)
  case enter, escape, tab, backTab, backspace, delete
  case up, down, left, right, home, end, pageUp, pageDown
  /// F1 is `function(1)`.
  case function(Int)
  /// ^C is `control("c")`: letters are small.
  case control(Character)
}

/// What ended a wait.
public enum TerminalEvent: Sendable, Equatable {
  case key(Key)
  case resize(TerminalSize)
  /// Some thread called the waker.
  case wake
  /// The time is up.
  case timeout
}
