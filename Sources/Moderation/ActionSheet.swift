/// One decision that somebody, or a script, now carries out on the platform (FORMATS § 8).
public struct PlatformAction: Sendable, Equatable {
  public var item: ItemID
  public var platform: String
  public var channel: String
  public var thread: String?
  /// The comment's own id on the platform.
  public var comment: String
  /// The revision's own id, where the feed had one (Coral asks for it).
  public var platformRevision: String?
  public var permalink: String?
  /// The author's id on the platform.
  public var author: String?
  public var verb: Verb
  public var reason: ReasonCode
  /// The reason's citizen text, filled.
  public var reasonText: String
  /// The event that decided it: the request's id, so that a retry does nothing twice.
  public var decision: Int64
  public var decidedBy: String
  public var decidedAt: Timestamp
  /// SHA-256 of the text that the moderator saw, unsalted: the applying script can check that it has not been edited.
  public var textSHA256: String

  public init(
    item: ItemID, platform: String, channel: String, thread: String? = nil, comment: String,
    platformRevision: String? = nil, permalink: String? = nil, author: String? = nil, verb: Verb, reason: ReasonCode,
    reasonText: String, decision: Int64, decidedBy: String, decidedAt: Timestamp, textSHA256: String
  ) {
    self.item = item
    self.platform = platform
    self.channel = channel
    self.thread = thread
    self.comment = comment
    self.platformRevision = platformRevision
    self.permalink = permalink
    self.author = author
    self.verb = verb
    self.reason = reason
    self.reasonText = reasonText
    self.decision = decision
    self.decidedBy = decidedBy
    self.decidedAt = decidedAt
    self.textSHA256 = textSHA256
  }
}

/// What whoever carried a sheet out says of one of its rows.
public struct ActionReport: Sendable, Equatable {
  /// The event that decided it.
  public var decision: Int64
  public var isDone: Bool

  public init(decision: Int64, isDone: Bool) {
    self.decision = decision
    self.isDone = isDone
  }
}
