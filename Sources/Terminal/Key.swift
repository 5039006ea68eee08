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

/// What the mouse did, where it is listened to.
public struct MouseEvent: Sendable, Hashable {
  public enum Action: Sendable, Hashable { case press, doublePress, wheelUp, wheelDown }

  public var action: Action
  /// The cell, from the upper left, from 0.
  public var row: Int
  public var column: Int

  public init(_ action: Action, row: Int, column: Int) {
    self.action = action
    self.row = row
    self.column = column
  }
}

/// What ended a wait.
public enum TerminalEvent: Sendable, Equatable {
  case key(Key)
  /// What was pasted, as one text: what is in it are words, not keys.
  case paste(String)
  case mouse(MouseEvent)
  case resize(TerminalSize)
  /// Some thread called the waker.
  case wake
  /// The time is up.
  case timeout
}
