extension Refusal {
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
    }
  }

  private static func list(_ words: [String]) -> String {
    guard let last = words.last else { return "nothing" }
    return words.count == 1 ? last : words.dropLast().joined(separator: ", ") + " or " + last
  }
}
