import Desk
import Dispatch
import Synchronization

/// Brings the index for words up to date in the background, in small pieces, so that a decision never waits for it long.
final class WordIndexer: Sendable {
  private let desk: Desk
  private let post: @Sendable (Message) -> Void
  private let queue = DispatchQueue(label: "docket.index", qos: .background)
  private let state = Mutex(State())

  private struct State {
    var isRunning = false
    var isWanted = false
    /// More texts may have come in since the piece in hand was begun.
    var isAskedAnew = false
  }

  /// So many texts are one transaction.
  static var piece: Int { 500 }
  /// The lock is free for so long between two of them.
  static var breath: DispatchTimeInterval { .milliseconds(5) }

  init(desk: Desk, post: @escaping @Sendable (Message) -> Void) {
    self.desk = desk
    self.post = post
  }

  /// Goes on until all texts are in, or `pause`.
  func start() {
    let isIdle = state.withLock { state in
      defer { state = State(isRunning: true, isWanted: true, isAskedAnew: true) }
      return !state.isRunning
    }
    if isIdle { queue.async { [weak self] in self?.goOn(lastShown: nil) } }
  }

  func pause() { state.withLock { $0.isWanted = false } }

  /// One piece, and the next one after it.
  private func goOn(lastShown: Int?) {
    let isWanted = state.withLock { state in
      state.isRunning = state.isWanted
      state.isAskedAnew = false
      return state.isWanted
    }
    guard isWanted else { return }
    // A desk that cannot be written just now is left alone; the next import or start tries again.
    let done = (try? desk.indexWords(limit: Self.piece)) ?? 0
    var shown = lastShown
    // Nothing is said of an index that was up to date already.
    if done > 0 || lastShown != nil, let progress = try? desk.indexProgress() {
      let percent = progress.percent
      if percent != lastShown { post(.indexing(progress)) }
      shown = percent
    }
    guard done > 0 || isAskedAnew() else { return }
    queue.asyncAfter(deadline: .now() + Self.breath) { [weak self, shown] in self?.goOn(lastShown: shown) }
  }

  private func isAskedAnew() -> Bool {
    state.withLock { state in
      if !state.isAskedAnew { state = State() }
      return state.isAskedAnew
    }
  }
}

extension IndexProgress {
  var percent: Int { total == 0 ? 100 : done * 100 / total }
  var isComplete: Bool { done >= total }
}
