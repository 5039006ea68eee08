import Moderation

/// A comment with the channel it belongs to on this desk and what the classifier says of it.
public struct ReceivedComment: Sendable {
  public var comment: Comment
  /// The channel's name on the desk; part of the item's identity.
  public var channel: String
  public var flags: [Flag]

  public init(comment: Comment, channel: String, flags: [Flag]) {
    self.comment = comment
    self.channel = channel
    self.flags = flags
  }
}

/// Where a batch came from.
public struct FeedIdentity: Sendable {
  /// SHA-256 of the feed's bytes, hex; empty while it is still being read.
  public var sha256: String
  /// `youtube-api@1`.
  public var format: String
  /// Version of the classifier that raised the flags.
  public var rules: String

  public init(sha256: String, format: String, rules: String) {
    self.sha256 = sha256
    self.format = format
    self.rules = rules
  }
}

/// What became of a batch.
public struct ReceiveCounts: Sendable, Equatable {
  public var new: Int
  /// Known comments whose text was edited.
  public var changed: Int
  /// Known comments as they were.
  public var same: Int
  /// What the feed shows of items whose decision has been sent out, for `settle`.
  public var sightings: [Sighting]

  public init(new: Int = 0, changed: Int = 0, same: Int = 0, sightings: [Sighting] = []) {
    self.new = new
    self.changed = changed
    self.same = same
    self.sightings = sightings
  }
}

extension Desk {
  /// Takes a batch in: one transaction, one `imported` event. A comment that is not known becomes an item; an edited text
  /// becomes a new revision with its own flags; flags that the same text was not given before are added. A decided item that
  /// gets either waits again, and a `reopened` event says why; the old decision stays in the log. The rest is left alone.
  ///
  /// About 10 µs a new comment; see Tests/Benchmarks.
  ///
  /// - Parameter skipped: records that could not be read since the batch before, for the event to count.
  /// - Throws: `CommitError.refused` when this person may not import, or the register does not have a channel.
  @discardableResult
  public func receive(
    _ batch: [ReceivedComment], feed: FeedIdentity, skipped: Int = 0, by user: UserName
  ) throws(CommitError) -> ReceiveCounts {
    try committing { desk, bench in
      let channels = Set(batch.map(\.channel)).sorted()
      return try bench.allowed(.importing, user, desk, onEach: channels) { authority in
        if let unregistered = bench.unregistered(among: channels) {
          return .failure(.channelUnregistered(unregistered))
        }
        guard let aliases = bench.aliases else { throw UnreadableEvent(sequence: nil) }
        var event = bench.event(.imported, by: authority)
        event.rules = feed.rules
        var intake = try BatchIntake(desk, bench: bench, event: event, feed: feed, aliases: aliases)
        for received in batch { try intake.take(received) }
        try intake.finish(skipped: skipped)
        return .success(intake.counts)
      }
    }
  }
}

extension DeskBench {
  fileprivate func unregistered(among channels: [String]) -> String? {
    policy.channels.isEmpty ? nil : channels.first { policy.channel($0) == nil }
  }
}

/// One batch on its way in.
private struct BatchIntake {
  private(set) var counts = ReceiveCounts()
  private let desk: any DeskWriter
  private let bench: DeskBench
  private let feed: FeedIdentity
  private var event: Event
  private let arrivals: any ArrivalWriter
  private var digest = BatchDigest()
  /// Decided items that wait again, and why.
  private var reopened: [(item: ItemID, why: String, isOut: Bool)] = []

  init(_ desk: any DeskWriter, bench: DeskBench, event: Event, feed: FeedIdentity, aliases: AuthorAlias) throws {
    self.desk = desk
    self.bench = bench
    self.event = event
    self.feed = feed
    arrivals = try desk.intake(event, aliases: aliases, rules: feed.rules)
  }

  mutating func take(_ received: ReceivedComment) throws {
    let item = ItemID(channel: received.channel, externalID: received.comment.id)
    guard let known = try arrivals.find(item) else { return try takeNew(received, item) }
    let isOut = known.standing.state.stage?.isOut ?? false
    let kept = try arrivals.text(of: known)
    // Words that were destroyed do not come back with an old feed.
    if kept.map({ $0.elementsEqual(received.comment.text.utf8) }) ?? true {
      counts.same += 1
      if kept != nil { try takeFlags(received, known) }
      if isOut { counts.sightings.append(Sighting(item: item, platformState: received.comment.state)) }
    } else {
      try takeChanged(received, known, isOut: isOut)
    }
  }

  private mutating func takeNew(_ received: ReceivedComment, _ item: ItemID) throws {
    let arrival = Arrival(revision: 1, flags: received.flags)
    guard let standing = StandingItem.after(event, nil, arrival: arrival) else { return }
    let salt = try arrivals.insert(received, item: item, standing: standing)
    note(item, 1, received.comment.text, salt)
    counts.new += 1
  }

  private mutating func takeChanged(_ received: ReceivedComment, _ known: KnownItem, isOut: Bool) throws {
    let arrival = Arrival(revision: known.standing.revision + 1, flags: received.flags)
    guard let standing = StandingItem.after(event, known.standing, arrival: arrival) else { return }
    let salt = try arrivals.revise(received, known, to: standing)
    note(known.item, standing.revision, received.comment.text, salt)
    counts.changed += 1
    let isProposed = known.standing.proposal != nil
    if known.standing.state.status == .decided || isOut || isProposed { reopened.append((known.item, "edited", isOut)) }
  }

  /// The same text, but a classifier that sees more in it than the one before did.
  private mutating func takeFlags(_ received: ReceivedComment, _ known: KnownItem) throws {
    guard !received.flags.isEmpty, !LabelSet(of: received.flags).isSubset(of: known.standing.labels) else { return }
    let kept = try arrivals.flags(of: known)
    guard kept.rules != feed.rules else { return }
    let fresh = received.flags.filter { flag in !kept.flags.contains { $0.label == flag.label } }
    let arrival = Arrival(revision: known.standing.revision, flags: kept.flags + fresh)
    guard let standing = StandingItem.after(event, known.standing, arrival: arrival) else { return }
    try arrivals.addFlags(fresh, to: known, standing: standing)
    guard known.standing.state.status == .decided else { return }
    reopened.append((known.item, "new flag: " + fresh.map(\.label.rawValue).joined(separator: ", "), false))
  }

  mutating func finish(skipped: Int) throws {
    try arrivals.finish()
    event.imported = ImportDigest(
      feedSHA256: feed.sha256, format: feed.format, new: counts.new, changed: counts.changed, same: counts.same,
      skipped: skipped, itemsSHA256: digest.hex)
    event = try desk.append(event)
    var seen: Set<ItemID> = []
    for (item, why, isOut) in reopened {
      // A feed may have a comment twice; it waits again once.
      guard var known = try desk.find(item), seen.insert(item).inserted else { continue }
      _ = try bench.reopen(&known, because: why, cause: event.sequence, stage: isOut ? .changed : nil, desk)
    }
  }

  private mutating func note(_ item: ItemID, _ revision: Int, _ text: String, _ salt: [UInt8]) {
    digest.add(item, revision: revision, textSHA256: Salt.hash(text.utf8, salt: salt))
  }
}
