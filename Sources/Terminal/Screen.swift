import CTerminal
import Glibc

/// Owns the terminal between its making and `stop`: draws canvases and waits for keys.
///
/// Only one may exist at a time, and all but the waker is for the main thread alone: curses knows a single thread.
/// Faults and ending signals give the terminal back before the program dies; ^Z and `fg` work by themselves.
public final class Screen {
  /// Wakes `wait` from any thread.
  public let waker: Waker
  private let painter: Painter
  private var last: Canvas?
  /// The size that the owner was last told.
  private var known = TerminalSize(columns: 0, rows: 0)
  private var isRunning = true
  private var isSuspended = false

  /// Takes the terminal over.
  /// - Parameters:
  ///   - noColor: attributes only, as NO_COLOR asks for.
  ///   - mouse: whether clicks and the wheel are events. The terminal's own selecting then takes the shift key.
  public init(theme: Theme, noColor: Bool, mouse: Bool = false) throws(TerminalError) {
    guard ct_is_terminal() else { throw .notATerminal }
    waker = try Waker()
    ct_set_locale()
    ct_guard_arm()
    ct_watch_resizes(waker.descriptor)
    guard ct_start(mouse) else {
      throw .unknownTerminal(getenv("TERM").map { String(cString: $0) } ?? "")
    }
    ct_guard_learn()
    ct_guard_hold(true)
    painter = Painter(theme: theme, colors: noColor ? 0 : Int(ct_start_colors()))
    known = size
  }

  deinit {
    stop()
  }

  /// The terminal's size as of the last event.
  public var size: TerminalSize {
    isRunning ? TerminalSize(columns: Int(ct_columns()), rows: Int(ct_rows())) : TerminalSize(columns: 0, rows: 0)
  }

  /// Shows a canvas. Only what differs from the last one is written; nothing when nothing does.
  public func draw(_ canvas: Canvas) {
    guard isRunning, canvas != last else { return }
    if isSuspended {
      isSuspended = false
      ct_guard_hold(true)
      ct_redraw()
    }
    painter.paint(canvas, over: last, on: size)
    last = canvas
  }

  /// Sleeps until something happens. nil waits for ever.
  public func wait(timeoutMilliseconds: Int?) -> TerminalEvent {
    let clock = ContinuousClock()
    let deadline = timeoutMilliseconds.map { clock.now + .milliseconds(max(0, $0)) }
    // Bytes that curses has read ahead are not seen by the poll below.
    var patience: Int32 = 0
    while isRunning {
      let input = ct_read_key(patience)
      if let event = special(input) { return event }
      if let key = Key(input) { return .key(key) }
      patience = 0
      let left = deadline.map { Self.milliseconds(clock.now.duration(to: $0)) } ?? -1
      let events = Int(ct_wait(waker.descriptor, left))
      if events & ct_hung_up != 0 { ct_hang_up() }
      // After ^Z and fg the size may be another without a signal that said so; curses may have seen it before us.
      if events & (ct_resized | ct_interrupted) != 0 { _ = ct_fit_to_terminal() }
      if size != known {
        known = size
        last = nil
        if events & ct_woken != 0 { waker.wake() }
        return .resize(size)
      }
      if events & ct_woken != 0 { return .wake }
      // The rest of a character or of a key's sequence may be on its way.
      if events & ct_readable != 0 { patience = 25 }
      if events == 0, left == 0 || deadline.map({ clock.now >= $0 }) == true { return .timeout }
    }
    return .timeout
  }

  /// A paste or what the mouse did; nil for keys.
  private func special(_ input: ct_input) -> TerminalEvent? {
    guard input.kind == ct_input_key else { return nil }
    switch input.key {
    case ct_key_paste_begin: return .paste(pasted())
    case ct_key_mouse: return MouseEvent(ct_read_mouse()).map(TerminalEvent.mouse)
    default: return nil
    }
  }

  /// The rest of a paste. One that is never closed ends when nothing more comes; what is too long to be meant is cut.
  private func pasted() -> String {
    var text = String.UnicodeScalarView()
    var room = 1 << 16
    while true {
      let input = ct_read_key(200)
      if input.kind == ct_input_none || input.kind == ct_input_key && input.key == ct_key_paste_end { break }
      if input.kind == ct_input_key, input.key == ct_key_enter { text.append("\n") }
      guard input.kind == ct_input_character, let scalar = Unicode.Scalar(input.value) else { continue }
      if room > 0 { text.append(scalar == "\r" ? "\n" : scalar) }
      room -= 1
    }
    return String(text)
  }

  /// Gives the terminal to another program; the next `draw` takes it back.
  public func suspendForShell() {
    guard isRunning, !isSuspended else { return }
    isSuspended = true
    last = nil
    ct_suspend()
    ct_guard_hold(false)
  }

  /// Gives the terminal back for good. May be called again.
  public func stop() {
    guard isRunning else { return }
    isRunning = false
    ct_stop()
    ct_guard_hold(false)
  }

  /// Rounded up, so that a wait never spins through its last millisecond.
  private static func milliseconds(_ duration: Duration) -> Int32 {
    let (seconds, attoseconds) = duration.components
    guard seconds >= 0, attoseconds >= 0 else { return 0 }
    let milliseconds = min(seconds, 1_000_000) * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    return Int32(clamping: milliseconds)
  }
}
