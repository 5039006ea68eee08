/// Why there can be no screen.
public enum TerminalError: Error, Equatable, CustomStringConvertible {
  case notATerminal
  /// terminfo has no entry for the value of TERM.
  case unknownTerminal(String)
  /// The system gave no event counter.
  case noWaker

  public var description: String {
    switch self {
    case .notATerminal:
      "standard input and output must both be a terminal"
    case .unknownTerminal(""):
      "TERM is not set: set it to the name of your terminal, for example xterm-256color"
    case .unknownTerminal(let name):
      "the terminal \"\(name)\" is not known here: set TERM to one that is, for example xterm-256color, "
        + "or install ncurses-term"
    case .noWaker:
      "the system has no file descriptors left"
    }
  }
}
