import Dispatch
import Synchronization

/// Keeps where a person was, a moment after they went there: not with every key, and never late by more than that.
final class SessionKeeper: Sendable {
  private let keep: @Sendable (ConsoleSession) -> Void
  private let queue = DispatchQueue(label: "docket.session", qos: .utility)
  private let state = Mutex(State())

  private struct State {
    var latest: ConsoleSession?
    var kept: ConsoleSession?
    var isScheduled = false
  }

  /// A terminal that is lost takes no more with it than this.
  static var delay: DispatchTimeInterval { .milliseconds(500) }

  init(_ keep: @escaping @Sendable (ConsoleSession) -> Void) { self.keep = keep }

  func note(_ session: ConsoleSession) {
    let isToBeScheduled = state.withLock { state in
      guard session != state.latest else { return false }
      state.latest = session
      defer { state.isScheduled = true }
      return !state.isScheduled
    }
    if isToBeScheduled { queue.asyncAfter(deadline: .now() + Self.delay) { [self] in write() } }
  }

  /// Before the end.
  func finish() { queue.sync { write() } }

  private func write() {
    let session = state.withLock { state -> ConsoleSession? in
      state.isScheduled = false
      guard let latest = state.latest, latest != state.kept else { return nil }
      state.kept = latest
      return latest
    }
    if let session { keep(session) }
  }
}
