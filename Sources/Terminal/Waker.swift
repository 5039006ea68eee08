import CTerminal

/// Ends the wait of a screen from any thread.
///
/// It owns a counter of the operating system for as long as somebody holds it, so that a wake after the screen has
/// stopped goes nowhere.
public final class Waker: Sendable {
  let descriptor: Int32

  init() throws(TerminalError) {
    descriptor = ct_waker_open()
    if descriptor < 0 { throw .noWaker }
  }

  deinit {
    ct_waker_close(descriptor)
  }

  /// Makes the present or the next `wait` return `.wake`; several calls before that count as one.
  public func wake() {
    ct_waker_wake(descriptor)
  }
}
