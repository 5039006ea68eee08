/// What a person wants done about one item. `Desk.commit` checks it, and it happens or is refused; nothing in between.
public struct Decision: Sendable, Equatable {
  public var item: ItemID
  /// The revision that was on the screen. A newer one on the desk makes the decision stale.
  public var revision: Int
  /// Where the item stood on the screen. Anything else on the desk means that somebody was quicker; nil does not look.
  public var seen: ItemState?
  public var verb: Verb
  /// The first is the primary one.
  public var reasons: [ReasonCode]
  /// For `escalate`, and for a `hold` that asks somebody: a role, or a person's id for a second opinion. Nil takes the
  /// reason's own.
  public var escalateTo: RoleName?
  /// For `snooze`: when it comes back.
  public var until: Timestamp?
  /// For `open_case`: what kind of case. Nil takes the primary reason's own, else what the comment is flagged as.
  public var caseKind: CaseKind?
  /// In the person's own words; kept in the vault.
  public var rationale: String?
  public var automation: Automation
  /// Whether distressing or private words were masked on the screen when the decision was made.
  public var masked: Bool
  /// What the policy proposed on the screen, whether it was taken or not.
  public var suggested: [Suggestion]
  /// What else was on the screen: `thread`, `history`, `raw`.
  public var context: [String]

  public init(
    item: ItemID, revision: Int, seen: ItemState? = nil, verb: Verb, reasons: [ReasonCode], escalateTo: RoleName? = nil,
    until: Timestamp? = nil, caseKind: CaseKind? = nil, rationale: String? = nil, automation: Automation = .human,
    masked: Bool = false, suggested: [Suggestion] = [], context: [String] = []
  ) {
    self.item = item
    self.revision = revision
    self.seen = seen
    self.verb = verb
    self.reasons = reasons
    self.escalateTo = escalateTo
    self.until = until
    self.caseKind = caseKind
    self.rationale = rationale
    self.automation = automation
    self.masked = masked
    self.suggested = suggested
    self.context = context
  }
}

/// How much of a decision was a person's.
public enum Automation: String, Sendable {
  case human
  /// A person accepted what the policy proposed.
  case humanAcceptingSuggestion = "human_accepting_suggestion"
  case humanBatch = "human_batch"
  case command
  /// The desk itself, when a time had come or a feed had arrived.
  case systemTimer = "system_timer"
}
