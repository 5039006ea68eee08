import Crypto
import GRDB
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

  public init(new: Int = 0, changed: Int = 0, same: Int = 0) {
    self.new = new
    self.changed = changed
    self.same = same
  }
}

extension Desk {
  /// Takes a batch in: one transaction, one `imported` event. A comment that is not known becomes an item; an edited text
  /// becomes a new revision with its own flags, and a decided item waits again; the rest is left alone.
  ///
  /// - Parameter skipped: records that could not be read since the batch before, for the event to count.
  @discardableResult
  public func receive(
    _ batch: [ReceivedComment], feed: FeedIdentity, skipped: Int = 0, by authority: Authority
  ) throws(DeskError) -> ReceiveCounts {
    try writing { db, desk in
      var event = desk.event(.imported, by: authority)
      event.rules = feed.rules
      var intake = try BatchIntake(db, desk: desk, event: event, rules: feed.rules)
      for received in batch { try intake.take(received) }
      try intake.finish(feed, skipped: skipped)
      return intake.counts
    }
  }
}

/// One batch on its way in.
private struct BatchIntake {
  private(set) var counts = ReceiveCounts()
  private let db: Database
  private var event: Event
  private let rules: String
  private var vault: VaultWriter
  private var tally = Tally()
  private var digest = SHA256()

  init(_ db: Database, desk: Desk.Writing, event: Event, rules: String) throws {
    self.db = db
    self.event = event
    self.rules = rules
    // The vault says which event brought a text, so the sequence must be known before the event can be written.
    self.event.sequence = try LedgerTable.nextSequence(db)
    vault = VaultWriter(db, aliases: desk.aliases, firstSeen: event.at)
  }

  mutating func take(_ received: ReceivedComment) throws {
    let item = ItemID(channel: received.channel, externalID: received.comment.id)
    guard let known = try ItemTable.find(item, db) else { return try takeNew(received, item) }
    let kept = try VaultTable.text(known.row, known.standing.revision, db)
    if kept.map({ $0.elementsEqual(received.comment.text.utf8) }) ?? true {
      counts.same += 1
    } else {
      try takeChanged(received, known)
    }
  }

  private mutating func takeNew(_ received: ReceivedComment, _ item: ItemID) throws {
    let (row, salt) = try vault.insert(received.comment, item: item, channel: received.channel)
    guard let standing = StandingItem.after(event, nil, arrival: arrival(received, 1)) else { return }
    try store(received, row: row, revision: 1)
    let posted = received.comment.created?.instant.milliseconds
    try ItemTable.insert(
      KnownItem(row: row, item: item, standing: standing), order: posted ?? event.at.milliseconds, posted: posted, db)
    tally.count(from: nil, to: standing)
    note(item, 1, received.comment.text, salt)
    counts.new += 1
  }

  private mutating func takeChanged(_ received: ReceivedComment, _ known: KnownItem) throws {
    let revision = known.standing.revision + 1
    guard let standing = StandingItem.after(event, known.standing, arrival: arrival(received, revision)) else { return }
    try store(received, row: known.row, revision: revision)
    try VaultTable.supersedeFlags(row: known.row, before: revision, db)
    try ItemTable.update(KnownItem(row: known.row, item: known.item, standing: standing), db)
    tally.count(from: known.standing, to: standing)
    note(known.item, revision, received.comment.text, try VaultTable.salt(known.row, db))
    counts.changed += 1
  }

  mutating func finish(_ feed: FeedIdentity, skipped: Int) throws {
    try ItemTable.add(tally, db)
    event.imported = ImportDigest(
      feedSHA256: feed.sha256, format: feed.format, new: counts.new, changed: counts.changed, same: counts.same,
      skipped: skipped, itemsSHA256: Hex.of(digest.finalize()))
    _ = try LedgerTable.append(event, db)
  }

  private func arrival(_ received: ReceivedComment, _ revision: Int) -> Arrival {
    Arrival(revision: revision, urgency: StandingItem.urgency(of: received.flags))
  }

  private func store(_ received: ReceivedComment, row: Int64, revision: Int) throws {
    try VaultTable.insertText(
      received.comment, row: row, revision: revision, sequence: event.sequence, rules: rules, db)
    try VaultTable.insertFlags(received.flags, row: row, revision: revision, db)
  }

  /// The digest is over a line an item: id, revision, salted hash of the text.
  private mutating func note(_ item: ItemID, _ revision: Int, _ text: String, _ salt: [UInt8]) {
    digest.update(data: Array("\(item.rawValue) \(revision) \(Salt.hash(text.utf8, salt: salt))\n".utf8))
  }
}
