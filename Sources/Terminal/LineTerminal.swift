import CTerminal
import Glibc

/// A terminal that is written line by line and never repainted: for screen readers and braille lines.
///
/// Keys come one by one and are not echoed. What is written is text, line ends, the return to a line's beginning and the
/// clearing of a line that grows; and at the start the wish to have pastes in brackets, so that none is taken for keys.
/// For the main thread alone, all but the waker. Faults and ending signals give the terminal's modes back.
public final class LineTerminal {
  /// Wakes `wait` from any thread.
  public let waker: Waker
  private var before = termios()
  private var decoder = KeyDecoder()
  private var inputs: [KeyDecoder.Input] = []
  private var isRunning = true
  private let knowsBrackets = getenv("TERM").map { String(cString: $0) != "dumb" } ?? false

  /// Takes the terminal over.
  public init() throws(TerminalError) {
    guard ct_is_terminal() else { throw .notATerminal }
    waker = try Waker()
    ct_set_locale()
    ct_guard_arm()
    tcgetattr(STDIN_FILENO, &before)
    setModes()
    ct_guard_hold(true)
    if knowsBrackets { put("\u{1B}[?2004h") }
  }

  deinit { stop() }

  /// Writes lines, each ended.
  public func write(_ lines: [String]) { put(lines.map { Self.safe($0) + "\r\n" }.joined()) }

  /// Writes the line where the person is, over the one that stood there if it is to be `replaced`. The cursor stands at
  /// its beginning, or behind it where something is being typed.
  public func stand(on line: String, typing: Bool, replacing: Bool) {
    put((replacing ? "\r\u{1B}[K" : "") + Self.safe(line) + (typing ? "" : "\r"))
  }

  /// Leaves the line where the person was.
  public func leaveLine() { put("\r\n") }

  /// Sleeps until something happens.
  public func wait(timeoutMilliseconds: Int?) -> TerminalEvent {
    let clock = ContinuousClock()
    let deadline = timeoutMilliseconds.map { clock.now + .milliseconds(max(0, $0)) }
    while isRunning {
      if !inputs.isEmpty {
        switch inputs.removeFirst() {
        case .key(let key): return .key(key)
        case .paste(let text): return .paste(text)
        }
      }
      // Whoever had the terminal meanwhile (^Z, fg) may have left it in other modes.
      if !hasModes { setModes() }
      let left = deadline.map {
        Int32(clamping: Int(max(0, clock.now.duration(to: $0) / .milliseconds(1)).rounded(.up)))
      }
      let events = Int(ct_wait(waker.descriptor, decoder.isPasting ? 200 : decoder.isWaiting ? 25 : left ?? -1))
      if events & ct_hung_up != 0 { ct_hang_up() }
      if events & ct_woken != 0 { return .wake }
      if events & ct_readable != 0 {
        read()
      } else if decoder.isWaiting {
        inputs += decoder.flush()
      } else if let deadline, clock.now >= deadline {
        return .timeout
      }
    }
    return .timeout
  }

  /// Gives the terminal back for good. May be called again.
  public func stop() {
    guard isRunning else { return }
    isRunning = false
    if knowsBrackets { put("\u{1B}[?2004l") }
    leaveLine()
    tcsetattr(STDIN_FILENO, TCSADRAIN, &before)
    ct_guard_hold(false)
  }

  private func read() {
    var buffer = [UInt8](repeating: 0, count: 1024)
    let count = Glibc.read(STDIN_FILENO, &buffer, buffer.count)
    if count > 0 { inputs += decoder.feed(buffer[..<count]) } else { ct_hang_up() }
  }

  /// Keys at once, without echo; ^C and ^S are keys, ^Z suspends.
  private func setModes() {
    var modes = before
    modes.c_lflag &= ~tcflag_t(ICANON | ECHO)
    modes.c_iflag &= ~tcflag_t(IXON | IXOFF | ICRNL)
    withUnsafeMutableBytes(of: &modes.c_cc) { characters in
      characters[Int(VINTR)] = 0
      characters[Int(VQUIT)] = 0
      characters[Int(VMIN)] = 1
      characters[Int(VTIME)] = 0
    }
    tcsetattr(STDIN_FILENO, TCSADRAIN, &modes)
  }

  private var hasModes: Bool {
    var modes = termios()
    return tcgetattr(STDIN_FILENO, &modes) != 0 || modes.c_lflag & tcflag_t(ICANON) == 0
  }

  /// What a citizen wrote cannot move the cursor here either.
  private static func safe(_ text: String) -> String { SafeText.clusters(text).map(\.text).joined() }

  private func put(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if written < 0, errno != EINTR { return }
      bytes = bytes.dropFirst(max(0, written))
    }
  }
}
