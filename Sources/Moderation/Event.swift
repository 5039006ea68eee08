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
  /// When the desk learned of the text that was decided about; `at` less this is how long it waited.
  public var learnedAt: Timestamp?  // learned_at
  /// The channel's name on the desk.
  public var channel: String?
  /// The person in whose place a deputy acted.
  public var onBehalfOf: String?  // on_behalf_of
  /// What it is about when it is not an item: `policy DIGEST`, `sheet ID`, `seal 120`.
  public var target: String?
  /// The earlier decision about the same item that this one takes the place of.
  public var supersedes: Int64?
  /// What the policy proposed on the screen, as `verb CODE`.
  public var suggested: [String] = []
  /// What else was on the screen.
  public var context: [String] = []
  /// The citizen's text that goes with it, as `CODE@version`; its words are in the policy of that digest.
  public var publicText: String?  // public_text
  /// Version of the house rules that the public was shown.
  public var houseRules: String?  // house_rules
  /// When the actor took the item up.
  public var claimedAt: Timestamp?  // claimed_at
  /// When a snoozed item comes back.
  public var until: Timestamp?
  /// What became of it, or why: `edited`, `new flag`, `gone`, `still shown`.
  public var outcome: String?
  /// Digest of the file that it is about, hex.
  public var sha256: String?
  public var count: Int?
  /// For whom an export is.
  public var audience: String?
  /// The machine, by a digest of its name.
  public var host: String?
  /// How many milliseconds the clock stood behind the event before; absent when it did not.
  public var clockBehind: Int64?  // clock_behind
  /// The case, escalation, record, hold or reply that it is a step of: `C-2026-0007`.
  public var matter: String?
  /// Which step: `opened`, `acknowledged`, `extended`.
  public var step: String?
  /// What the step says, as `key=value`: dates, codes, counts, digests and keys of words in the vault, never a word itself.
  public var details: [String] = []
  /// The program's version.
  public var version: String
  /// Version of the encoding that it was hashed in.
  public var encoding: Int
  /// Hash of the event before; 64 zeros for the first.
  public var previous: String  // prev
  /// SHA-256(previous ‖ canonical body), hex.
  public var hash: String

  public enum Kind: String, CaseIterable, Sendable {
    case deskCreated = "desk_created"
    case imported
    case decided
    case undone
    case refused
    /// A decision that waits for a second person.
    case proposed
    /// Parent of the decisions that were made together over several items.
    case batch
    /// An item that waits again: `outcome` says why, `cause` is what brought it.
    case reopened
    /// An item's decision went out on the sheet that `target` names.
    case exported
    /// Whoever carried a sheet out said what became of a decision.
    case applied
    /// A later feed of the channel showed what became of a decision.
    case reconciled
    case unmasked
    /// Somebody learned who stands behind an alias; the purpose is the rationale.
    case revealed
    case policyAdopted = "policy_adopted"
    /// The account of a finished import.
    case accounted
    case sheetWritten = "sheet_written"
    case sealed
    case backedUp = "backed_up"
    case restored
    /// The desk's schema went from one version to the next.
    case migrated
    /// A step of an information request, a complaint, a breach or a notice.
    case caseStep = "case_step"
    /// A step of an escalation: raised, acknowledged, resolved, lapsed.
    case escalationStep = "escalation_step"
    /// A step of a playbook, walked for the case or escalation in `cause`.
    case playbookStep = "playbook_step"
    /// A step of a record: captured, filed, transferred.
    case recordStep = "record_step"
    /// A legal hold was placed or lifted.
    case holdStep = "hold_step"
    /// A draft reply was checked, approved, copied or exported.
    case replyStep = "reply_step"
    case noted
    /// Words were destroyed as their class allows.
    case disposed
    /// Everything that is held on one author was gathered for a stated purpose.
    case gathered
  }

  public init(
    sequence: Int64, id: String, at: Timestamp, zone: String, type: Kind, actor: String, role: String,
    authority: String, version: String, encoding: Int = 3, previous: String = "", hash: String = ""
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
    self.encoding = encoding
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
