/// What a person wants done about one item. `Desk.commit` checks it, and it happens or is refused; nothing in between.
public struct Decision: Sendable, Equatable {
  public var item: ItemID
  /// The revision that was on the screen. A newer one on the desk makes the decision stale.
  public var revision: Int
  public var verb: Verb
  /// The first is the primary one.
  public var reasons: [ReasonCode]
  /// For `escalate`; nil takes the reason's own.
  public var escalateTo: RoleName?
  /// In the person's own words; kept in the vault.
  public var rationale: String?
  public var automation: Automation
  /// Whether distressing or private words were masked on the screen when the decision was made.
  public var masked: Bool

  public init(
    item: ItemID, revision: Int, verb: Verb, reasons: [ReasonCode], escalateTo: RoleName? = nil,
    rationale: String? = nil, automation: Automation = .human, masked: Bool = false
  ) {
    self.item = item
    self.revision = revision
    self.verb = verb
    self.reasons = reasons
    self.escalateTo = escalateTo
    self.rationale = rationale
    self.automation = automation
    self.masked = masked
  }
}

/// How much of a decision was a person's.
public enum Automation: String, Sendable {
  case human
  /// A person accepted what the policy proposed.
  case humanAcceptingSuggestion = "human_accepting_suggestion"
  case humanBatch = "human_batch"
  case command
}

/// Who acts, and by what right.
public struct Authority: Sendable, Equatable {
  /// The operating system's user, never an environment variable.
  public var actor: String
  public var role: String
  /// What lets them act: `policy` or, without one that names people, `sole_user`.
  public var reference: String

  public init(actor: String, role: String, reference: String) {
    self.actor = actor
    self.role = role
    self.reference = reference
  }
}

/// Why a decision was not committed. The wording is in `Refusal+Message.swift`.
public enum Refusal: Error, Sendable, Equatable {
  case reasonMissing(Verb)
  case reasonUnknown(ReasonCode)
  case verbNotAllowed(Verb, under: ReasonCode, allowed: [Verb])
  case rationaleRequired(ReasonCode)
  case secondPersonRequired(Verb, ReasonCode)
  case escalationRoleMissing(ReasonCode, known: [RoleName])
  case escalationRoleUnknown(RoleName, known: [RoleName])
  case itemUnknown(ItemID)
  case stale(ItemID, seen: Int, current: Int)
  case nothingToChange(ItemID, Verb, ItemState)
  case nothingToUndo
}

extension AgencyPolicy {
  /// Whether the policy allows a decision, whoever makes it. Nil when it does.
  ///
  /// Deletions that need a second person are refused outright until a desk knows two people: hide, or escalate, meanwhile.
  public func refusal(of decision: Decision) -> Refusal? {
    guard !decision.reasons.isEmpty else { return .reasonMissing(decision.verb) }
    for code in decision.reasons {
      guard let reason = reason(code) else { return .reasonUnknown(code) }
      guard reason.verbs.contains(decision.verb) else {
        return .verbNotAllowed(decision.verb, under: code, allowed: reason.verbs)
      }
      if reason.rationaleRequired, (decision.rationale ?? "").allSatisfy(\.isWhitespace) {
        return .rationaleRequired(code)
      }
      if reason.secondPersonFor.contains(decision.verb) { return .secondPersonRequired(decision.verb, code) }
    }
    guard decision.verb == .escalate else { return nil }
    let known = escalationRoles.map(\.name)
    guard let role = recipient(of: decision) else { return .escalationRoleMissing(decision.reasons[0], known: known) }
    return escalationRole(role) == nil ? .escalationRoleUnknown(role, known: known) : nil
  }

  /// Who an escalation goes to: whoever the decision names, else the primary reason's own role.
  public func recipient(of decision: Decision) -> RoleName? {
    guard decision.verb == .escalate else { return nil }
    return decision.escalateTo ?? decision.reasons.first.flatMap { reason($0)?.escalatesTo }
  }
}
