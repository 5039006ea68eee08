extension Refusal {
  /// How the ledger spells it.
  public var code: String {
    switch self {
    case .reasonMissing: "reason_missing"
    case .reasonUnknown: "reason_unknown"
    case .verbNotAllowed: "verb_not_allowed"
    case .rationaleRequired: "rationale_required"
    case .secondPersonRequired: "second_person_required"
    case .secondPersonMustDiffer: "second_person_must_differ"
    case .escalationRoleMissing: "escalation_role_missing"
    case .escalationRoleUnknown: "escalation_role_unknown"
    case .untilMissing: "until_missing"
    case .itemUnknown: "item_unknown"
    case .stale: "stale"
    case .overtaken: "overtaken"
    case .claimed: "claimed"
    case .nothingToChange: "nothing_to_change"
    case .nothingToUndo: "nothing_to_undo"
    case .alreadyOut: "already_out"
    case .notAuthorised: "not_authorised"
    case .roleNotAllowed: "role_not_allowed"
    case .channelUnregistered: "channel_unregistered"
    case .notPossibleOn: "not_possible_on_channel"
    case .channelNotActive: "channel_not_active"
    case .policyReplaced: "policy_replaced"
    case .purposeMissing: "purpose_missing"
    case .caseKindMissing: "case_kind_missing"
    case .caseOpenAlready: "case_open_already"
    case .caseMovedOn: "case_moved_on"
    case .casework(let refusal): refusal.code
    }
  }

  /// What the person is told: what was wrong and what would be allowed instead.
  public var message: String {
    switch self {
    case .reasonMissing(let verb):
      return "\(verb.rawValue) needs a reason; `docket reasons` lists them"
    case .reasonUnknown(let code):
      return "there is no reason \(code.rawValue) in the policy; `docket reasons` lists them"
    case .verbNotAllowed(let verb, let code, let allowed):
      return "\(code.rawValue) does not allow \(verb.rawValue); it allows \(Self.list(allowed.map(\.rawValue)))"
    case .rationaleRequired(let code):
      return "\(code.rawValue) needs a rationale in your own words"
    case .secondPersonRequired(let verb, let code):
      return "\(verb.rawValue) under \(code.rawValue) needs a second person; hide or escalate it meanwhile"
    case .escalationRoleMissing(let code, let known):
      return "\(code.rawValue) names no role to escalate to; say which: \(Self.list(known.map(\.rawValue)))"
    case .escalationRoleUnknown(let role, let known):
      return "the policy has no role \(role.rawValue); it has \(Self.list(known.map(\.rawValue)))"
    case .itemUnknown(let item):
      return "there is no item \(item.rawValue) on this desk"
    case .stale(_, let seen, let current):
      return "the comment was edited since it was shown (revision \(seen), now \(current)); read it again"
    case .nothingToChange(_, let verb, let state):
      return
        "\(verb.rawValue) would change nothing: the item is \(state.status.rawValue) and \(state.visibility.rawValue)"
    case .nothingToUndo:
      return "there is nothing of yours left to undo"
    case .secondPersonMustDiffer(let verb, let code, let proposer):
      return "\(verb.rawValue) under \(code.rawValue) waits for somebody other than \(proposer), who proposed it"
    case .untilMissing:
      return "snooze needs a time to come"
    case .overtaken(_, let person, let verb):
      return "\(person) decided about it since it was shown\(verb.map { " (\($0.rawValue))" } ?? ""); read it again"
    case .claimed(_, let person, _):
      return "\(person) is deciding about it just now; take another, or wait two minutes"
    case .alreadyOut(_, _, let reverse):
      // The remedy must fit the last row of a narrow terminal.
      return reverse.map { "it is on an action sheet: \($0.rawValue) it with a reason instead" }
        ?? "it is on an action sheet, and cannot be reversed"
    case .notAuthorised(let user, let permission, let channel):
      return "the policy gives \(user.rawValue) no authority\(Self.on(channel)) today, so not to \(permission.rawValue)"
    case .roleNotAllowed(let permission, let role, let channel, let holders):
      return
        "\(role) may not \(permission.rawValue)\(Self.on(channel)); "
        + (holders.isEmpty ? "nobody may" : "\(Self.list(holders.map(\.rawValue))) may")
    case .channelUnregistered(let channel):
      return "\(channel) is not in the policy's register; add it under [[channel]]"
    case .notPossibleOn(let channel, let verb, let allowed):
      return "\(channel) cannot \(verb.rawValue); it can \(Self.list(allowed.map(\.rawValue)))"
    case .channelNotActive(let channel, let state):
      return "\(channel) is \(state.rawValue) in the policy's register; nothing can be done on its platform"
    case .policyReplaced:
      return "another policy was adopted since docket was started; start it again"
    case .purposeMissing:
      return "say for what purpose"
    case .caseKindMissing:
      return "say what kind of case: \(Self.list(CaseKind.allCases.map(\.rawValue)))"
    case .caseOpenAlready(_, let id):
      return "\(id) is open about it already; take the next step there"
    case .caseMovedOn(let id):
      return "\(id) has gone on since; take a step there instead: closed, not_a_request or dropped"
    case .casework(let refusal):
      return refusal.message
    }
  }

  private static func on(_ channel: String?) -> String { channel.map { " on \($0)" } ?? "" }

  private static func list(_ words: [String]) -> String {
    guard let last = words.last else { return "nothing" }
    return words.count == 1 ? last : words.dropLast().joined(separator: ", ") + " or " + last
  }
}
