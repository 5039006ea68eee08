import Moderation

/// What a feed shows of an item whose decision has been sent out.
public struct Sighting: Sendable, Equatable {
  public var item: ItemID
  public var platformState: Comment.PlatformState

  public init(item: ItemID, platformState: Comment.PlatformState) {
    self.item = item
    self.platformState = platformState
  }
}

/// What a finished feed covered.
public struct FeedCoverage: Sendable, Equatable {
  /// The desk's names of the channels that it had comments of.
  public var channels: Set<String>
  /// The threads that it had comments of, by the platform's ids. A thread that it does not mention says nothing.
  public var threads: Set<String>
  public var sightings: [Sighting]

  public init(channels: Set<String> = [], threads: Set<String> = [], sightings: [Sighting] = []) {
    self.channels = channels
    self.threads = threads
    self.sightings = sightings
  }
}

extension Desk {
  /// Closes an import: keeps its account, with an event that holds the account's digest, and says of each decision that was
  /// sent out what the feed shows of it.
  ///
  /// - An item that the feed shows in the wanted state is `reconciled`; one that it shows otherwise is `not_applied`.
  /// - One that it does not show, in a thread of which it shows others, is gone: as wanted for what hides or deletes.
  /// - A feed that had come in before the sheet was written says nothing, and nor does one that does not tell states.
  public func close(
    _ account: ImportAccount, coverage: FeedCoverage = FeedCoverage(), by user: UserName
  ) throws(CommitError) {
    try committing { desk, bench in
      try bench.allowed(.importing, user, desk, onEach: coverage.channels.sorted()) { authority in
        let earlier = account.sha256.isEmpty ? nil : try desk.firstAccount(ofFeed: account.sha256)
        var event = bench.event(.accounted, by: authority)
        event.target = "import"
        event.sha256 = account.digest
        event.count = account.skipped.count
        event = try desk.append(event)
        try desk.keep(account, at: event.sequence, event.at, by: authority.actor)
        let settlement = Settlement(desk, bench: bench, coverage: coverage, cause: event.sequence, knownSince: earlier)
        try settlement.run()
        return .success(())
      }
    }
  }

  /// The accounts of all imports, newest first.
  public func accounts() throws(DeskError) -> [ImportAccount] { try store.read { try $0.accounts() } }
}

/// Compares what was sent out with what came back.
private struct Settlement {
  let desk: any DeskWriter
  let bench: DeskBench
  let coverage: FeedCoverage
  let cause: Int64
  /// The event that first accounted for these same bytes.
  let knownSince: Int64?

  init(_ desk: any DeskWriter, bench: DeskBench, coverage: FeedCoverage, cause: Int64, knownSince: Int64?) {
    self.desk = desk
    self.bench = bench
    self.coverage = coverage
    self.cause = cause
    self.knownSince = knownSince
  }

  func run() throws {
    let seen = Dictionary(coverage.sightings.map { ($0.item, $0.platformState) }) { _, last in last }
    for channel in coverage.channels.sorted() {
      for known in try desk.outstanding(channel: channel) {
        if let knownSince, let sent = known.standing.moved, knownSince < sent { continue }
        let outcome: Outcome?
        if let state = seen[known.item] {
          outcome = Self.outcome(of: known.standing.state.visibility, shown: state)
        } else if let thread = try desk.threadKey(of: known), coverage.threads.contains(thread) {
          outcome = Self.outcomeOfAbsence(known.standing.state.visibility)
        } else {
          outcome = nil
        }
        if let outcome { try write(outcome, known) }
      }
    }
  }

  private struct Outcome {
    var stage: ItemState.Stage
    var words: String
  }

  private static func outcome(of wanted: ItemState.Visibility, shown: Comment.PlatformState) -> Outcome? {
    let isShown: Bool
    switch shown {
    case .unknown: return wanted == .deleted ? Outcome(stage: .notApplied, words: "still there") : nil
    case .published: isShown = true
    case .hidden, .held, .spam, .deleted: isShown = false
    }
    switch wanted {
    case .visible:
      return isShown ? Outcome(stage: .reconciled, words: "shown") : Outcome(stage: .notApplied, words: "still hidden")
    case .hidden, .held:
      return isShown ? Outcome(stage: .notApplied, words: "still shown") : Outcome(stage: .reconciled, words: "hidden")
    case .deleted:
      if shown == .deleted { return Outcome(stage: .reconciled, words: "deleted") }
      return Outcome(stage: .notApplied, words: isShown ? "still shown" : "hidden, not deleted")
    }
  }

  private static func outcomeOfAbsence(_ wanted: ItemState.Visibility) -> Outcome {
    switch wanted {
    case .visible: Outcome(stage: .notApplied, words: "not in the feed")
    case .hidden, .held, .deleted: Outcome(stage: .reconciled, words: "gone")
    }
  }

  private func write(_ outcome: Outcome, _ known: KnownItem) throws {
    guard known.standing.state.stage != outcome.stage else { return }
    var known = known
    var event = bench.event(.reconciled, by: .system)
    event.item = known.item
    event.channel = known.channel
    event.revision = known.standing.revision
    event.before = known.standing.state
    event.after = known.standing.state
    event.after?.stage = outcome.stage
    event.automation = .systemTimer
    event.outcome = outcome.words
    event.cause = cause
    _ = try desk.append(event, moving: &known)
  }
}
