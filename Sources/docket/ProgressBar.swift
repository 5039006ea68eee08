import Glibc
import Synchronization

/// How far an import is, on standard error: a bar that is drawn over on a terminal, a line now and then elsewhere.
final class ProgressBar: Sendable {
  private let name: String
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let start = ContinuousClock.now
  private let shown: Mutex<ContinuousClock.Instant>

  init(_ name: String) {
    self.name = name
    shown = Mutex(start)
  }

  /// - Parameter fraction: from 0 to 1; nil where the end is not known.
  func show(comments: Int, fraction: Double?) {
    let now = ContinuousClock.now
    let isDue = shown.withLock { last in
      guard now - last >= (isTerminal ? .milliseconds(100) : .seconds(10)) else { return false }
      last = now
      return true
    }
    guard isDue else { return }
    let elapsed = Self.seconds(now - start)
    var text = "\(comments) comments, \(Int(Double(comments) / max(elapsed, 0.001)))/s"
    if let fraction, fraction > 0.01 { text += ", \(Self.clock(elapsed / fraction - elapsed)) left" }
    if isTerminal {
      StandardError.write("\r\(fraction.map(Self.bar) ?? "")\(text)\u{1B}[K")
    } else {
      StandardError.write("\(name): \(text)\n")
    }
  }

  /// Leaves the line as if nothing had been there.
  func clear() { if isTerminal { StandardError.write("\r\u{1B}[K") } }

  private static func bar(_ fraction: Double) -> String {
    let full = Int(fraction * 20)
    let percent = String(Int(fraction * 100))
    return "[" + String(repeating: "#", count: full) + String(repeating: " ", count: 20 - full) + "] "
      + String(repeating: " ", count: max(0, 3 - percent.count)) + percent + " %  "
  }

  private static func clock(_ seconds: Double) -> String {
    let whole = max(0, Int(seconds.rounded(.up)))
    return "\(whole / 60):\(whole % 60 < 10 ? "0" : "")\(whole % 60)"
  }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }
}

/// Ctrl-C and SIGTERM as a request: whoever works looks at it where it may stop. A second one ends the program at once.
enum StopSignal {
  private static let raised = Atomic<Bool>(false)

  static var isRaised: Bool { raised.load(ordering: .relaxed) }

  static func listen() {
    // Whoever started this program may have left them blocked, as worker threads do.
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM] { sigaddset(&signals, number) }
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        StopSignal.raised.store(true, ordering: .relaxed)
        signal(number, SIG_DFL)
      }
    }
  }
}
