/// One link of the ledger: what happened, by whom, by what right, on what evidence. Never a quoted word of a comment.
///
/// Field names in JSON are given where they differ. DOMAIN § 5.3 is the source of the list.
public struct Event: Sendable, Equatable {
  /// From 1, without gaps.
  public var sequence: Int64  // seq
  public var id: String
  public var at: Timestamp
  /// The agency's zone, by name: working days are counted in it.
  public var zone: String
  public var type: Kind
  /// Only a committed decision has one.
  public var verb: Verb?
  /// What a refusal refused.
  public var attempted: Verb?
  public var actor: String
  public var role: String
  public var authority: String
  public var item: ItemID?
  public var revision: Int?  // rev
  /// SHA-256 over the item's salt and the revision's text.
  public var textSHA256: String?  // text_sha256
  public var before: ItemState?
  public var after: ItemState?
  /// `CODE@version`, the primary one first.
  public var reasons: [String] = []
  /// Whom an escalation went to.
  public var escalatedTo: String?  // escalated_to
  /// Key of the rationale in the vault.
  public var rationale: String?
  /// What a refusal said, as a code: `rationale_required`.
  public var refusal: String?
  /// The flags that the actor was shown, as `label score severity rule`.
  public var flags: [String] = []
  /// SHA-256 of the policy in force.
  public var policy: String?
  /// Version of the classifier that raised the flags.
  public var rules: String?
  public var automation: Automation?
  public var masked: Bool?
  /// Steps that were decided together.
  public var batch: String?
  /// The event that led to this one.
  public var cause: Int64?
  public var undoOf: Int64?  // undo_of
  /// What an import brought: file digest and counts.
  public var imported: ImportDigest?
  /// The program's version.
  public var version: String
  /// Hash of the event before; 64 zeros for the first.
  public var previous: String  // prev
  /// SHA-256(previous ‖ canonical body), hex.
  public var hash: String

  public enum Kind: String, Sendable {
    case deskCreated = "desk_created"
    case imported
    case decided
    case undone
    case refused
  }

  public init(
    sequence: Int64, id: String, at: Timestamp, zone: String, type: Kind, actor: String, role: String,
    authority: String, version: String, previous: String = "", hash: String = ""
  ) {
    self.sequence = sequence
    self.id = id
    self.at = at
    self.zone = zone
    self.type = type
    self.actor = actor
    self.role = role
    self.authority = authority
    self.version = version
    self.previous = previous
    self.hash = hash
  }
}

/// What the ledger keeps of an import batch.
public struct ImportDigest: Sendable, Equatable {
  /// SHA-256 of the feed's bytes, hex.
  public var feedSHA256: String
  public var format: String
  public var new: Int
  public var changed: Int
  public var same: Int
  public var skipped: Int
  /// SHA-256 over item ids, revisions and salted text hashes of the batch, in order.
  public var itemsSHA256: String

  public init(
    feedSHA256: String, format: String, new: Int, changed: Int, same: Int, skipped: Int, itemsSHA256: String
  ) {
    self.feedSHA256 = feedSHA256
    self.format = format
    self.new = new
    self.changed = changed
    self.same = same
    self.skipped = skipped
    self.itemsSHA256 = itemsSHA256
  }
}
