extension AgencyPolicy {
  /// Whether the policy allows a decision, whoever makes it. Nil when it does.
  ///
  /// A verb that needs a second person is refused here only where the policy names nobody who could be one; otherwise
  /// `needsSecondPerson` says so, and the desk keeps it as a proposal.
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
      if reason.secondPersonFor.contains(decision.verb), !namesPeople {
        return .secondPersonRequired(decision.verb, code)
      }
    }
    return refusalOfRecipient(of: decision)
  }

  private func refusalOfRecipient(of decision: Decision) -> Refusal? {
    let known = escalationRoles.map(\.name)
    guard let recipient = recipient(of: decision) else {
      return decision.verb == .escalate ? .escalationRoleMissing(decision.reasons[0], known: known) : nil
    }
    let isKnown = escalationRole(recipient) != nil || person(recipient.rawValue) != nil
    return isKnown ? nil : .escalationRoleUnknown(recipient, known: known)
  }

  /// The reason for which a decision takes two people; nil when one is enough.
  public func needsSecondPerson(_ decision: Decision) -> ReasonCode? {
    decision.reasons.first { reason($0)?.secondPersonFor.contains(decision.verb) ?? false }
  }

  /// Whether a channel lets a verb be carried out; nil when it does.
  public func refusal(of verb: Verb, on channel: String) -> Refusal? {
    guard verb.changesVisibility, let registered = self.channel(channel) else { return nil }
    switch registered.state {
    case .active, .dormant: break
    case .proposed, .closed: return .channelNotActive(channel, registered.state)
    }
    guard !registered.capabilities.allows(verb) else { return nil }
    let allowed = Verb.allCases.filter { $0.changesVisibility && registered.capabilities.allows($0) }
    return .notPossibleOn(channel, verb, allowed: allowed)
  }

  /// Who a decision hands the item to: whoever it names, else, for an escalation, the primary reason's own role.
  public func recipient(of decision: Decision) -> RoleName? {
    switch decision.verb {
    case .escalate: decision.escalateTo ?? decision.reasons.first.flatMap { reason($0)?.escalatesTo }
    case .hold: decision.escalateTo
    default: nil
    }
  }
}

extension Verb {
  /// What takes it back on the platform, where anything does.
  public var reverse: Verb? {
    switch self {
    case .hide: .unhide
    case .hold: .publish
    case .unhide, .publish: .hide
    case .delete, .leave, .escalate, .record, .reply, .refer, .openCase, .snooze, .skip: nil
    }
  }
}
