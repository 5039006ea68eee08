import Desk
import Dispatch
import Moderation
import Synchronization

/// Batches on their way: one is read while the one before is classified and the one before that is written.
final class IntakeBatches: Sendable {
  private let classifier: ParallelClassifier
  private let desk: Desk
  private let feed: FeedIdentity
  private let user: UserName
  private let line: IntakeLine
  private let classifying = DispatchQueue(label: "docket.classify", qos: .userInitiated)
  private let writing = DispatchQueue(label: "docket.write", qos: .userInitiated)
  /// Batches that may be under way at once: enough that nobody waits, few enough that memory stays flat.
  private let room = DispatchSemaphore(value: 2)

  init(classifier: ParallelClassifier, desk: Desk, feed: FeedIdentity, user: UserName, line: IntakeLine) {
    self.classifier = classifier
    self.desk = desk
    self.feed = feed
    self.user = user
    self.line = line
  }

  /// Sends a batch off; waits while too many are under way. Throws what went wrong with an earlier one.
  func put(_ comments: [Comment], channels: [String], problems: [FeedProblem]) throws {
    try line.check()
    room.wait()
    classifying.async { [self] in
      let flags = classifier.flags(for: comments, channels: channels)
      writing.async { [self] in
        write(comments, channels, flags, problems)
        room.signal()
      }
    }
  }

  /// Waits until everything is written. Throws what went wrong.
  func finish() throws {
    classifying.sync {}
    writing.sync {}
    try line.check()
  }

  private func write(_ comments: [Comment], _ channels: [String], _ flags: [[Flag]], _ problems: [FeedProblem]) {
    guard !line.hasFailed else { return }
    let received = comments.indices.map {
      ReceivedComment(comment: comments[$0], channel: channels[$0], flags: flags[$0])
    }
    do {
      let counts = try desk.receive(received, feed: feed, skipped: problems.count, by: user)
      line.take(received, counts, problems)
    } catch {
      line.fail(error)
    }
  }
}

/// What has become of an import so far, shared by its threads.
final class IntakeLine: Sendable {
  private let state: Mutex<State>
  private let progress: @Sendable (ImportAccount) -> Void

  private struct State {
    var account: ImportAccount
    var coverage = FeedCoverage()
    var failure: CommitError?
  }

  init(account: ImportAccount, progress: @escaping @Sendable (ImportAccount) -> Void) {
    state = Mutex(State(account: account))
    self.progress = progress
  }

  var result: (ImportAccount, FeedCoverage) { state.withLock { ($0.account, $0.coverage) } }

  var hasFailed: Bool { state.withLock { $0.failure != nil } }

  func check() throws { if let failure = state.withLock({ $0.failure }) { throw failure } }

  func fail(_ error: CommitError) { state.withLock { $0.failure = $0.failure ?? error } }

  func take(_ received: [ReceivedComment], _ counts: ReceiveCounts, _ problems: [FeedProblem]) {
    let account = state.withLock { state in
      state.account.read += received.count
      state.account.new += counts.new
      state.account.changed += counts.changed
      state.account.same += counts.same
      state.account.skipped += problems
      state.coverage.sightings += counts.sightings
      // Feeds come thread by thread: only what differs from the one before has to be put into the sets.
      var channel: String?
      var thread: String?
      for comment in received {
        if comment.channel != channel {
          channel = comment.channel
          state.coverage.channels.insert(comment.channel)
        }
        if let own = comment.comment.thread ?? comment.comment.threadTitle, own != thread {
          thread = own
          state.coverage.threads.insert(own)
        }
      }
      return state.account
    }
    progress(account)
  }
}
