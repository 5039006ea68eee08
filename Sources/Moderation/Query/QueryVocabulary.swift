/// The names that a query may use and only the policy or the desk knows: for completion, and to notice one that nothing has.
public struct QueryVocabulary: Sendable, Equatable {
  public var channels: [Name]
  public var reasons: [Name]
  public var people: [Name]
  /// What items are escalated to.
  public var roles: [Name]
  public var rules: [Name]
  public var languages: [Name]
  /// Aliases that are worth offering: of the item that is shown, for one. There are too many to offer them all.
  public var authors: [Name]
  public var threads: [Name]

  public struct Name: Sendable, Hashable {
    public var value: String
    /// What a person knows it by: a channel's title.
    public var title: String

    public init(_ value: String, title: String = "") {
      self.value = value
      self.title = title
    }
  }

  public init(
    channels: [Name] = [], reasons: [Name] = [], people: [Name] = [], roles: [Name] = [], rules: [Name] = [],
    languages: [Name] = [], authors: [Name] = [], threads: [Name] = []
  ) {
    self.channels = channels
    self.reasons = reasons
    self.people = people
    self.roles = roles
    self.rules = rules
    self.languages = languages
    self.authors = authors
    self.threads = threads
  }

  /// What a policy names.
  public init(_ policy: AgencyPolicy) {
    self.init(
      channels: policy.channels.map { Name($0.id, title: $0.title) },
      reasons: policy.reasons.map { Name($0.code.rawValue, title: $0.title) },
      people: policy.people.map { Name($0.id, title: $0.roles.map(\.rawValue).joined(separator: ", ")) },
      roles: policy.escalationRoles.map { Name($0.name.rawValue, title: $0.title) })
  }

  /// The names that a key takes; none for a key whose values are words of the language.
  func names(_ key: QueryKey) -> [Name] {
    switch key {
    case .channel: channels
    case .reason: reasons
    case .by: people
    case .to: roles
    case .rule: rules
    case .language: languages
    case .author: authors
    case .thread: threads
    case .label, .score, .severity, .kind, .state, .stage, .visibility, .age, .posted, .learned, .verb, .decided,
      .batch, .is, .has:
      []
    }
  }

  /// The words and names that a key takes, with what each means.
  func values(_ key: QueryKey) -> [Name] {
    switch key {
    case .label: Label.allCases.map { Name($0.rawValue, title: $0.explanation) }
    case .severity: Severity.allCases.reversed().map { Name($0.rawValue) }
    case .kind: FlagTrait.all.map { Name($0.name, title: $0 == .own ? "the author's own details" : "") }
    case .state: ItemState.Status.allCases.map { Name($0.rawValue, title: $0.explanation) }
    case .stage: ItemState.Stage.allCases.map { Name($0.rawValue, title: $0.explanation) }
    case .visibility: ItemState.Visibility.allCases.map { Name($0.rawValue) }
    case .verb: Verb.allCases.map { Name($0.rawValue, title: $0.pastTense) }
    case .is: ItemFeature.allCases.filter { $0 != .media }.map { Name($0.rawValue, title: $0.explanation) }
    case .has: [Name(ItemFeature.media.rawValue, title: ItemFeature.media.explanation)]
    case .score: ["0.5", "0.8", "0.9"].map { Name($0) }
    case .age: ["1h", "2h", "1d", "3d", "1w"].map { Name($0) }
    case .posted, .learned, .decided: ["today", "yesterday"].map { Name($0) }
    case .batch: []
    case .channel, .reason, .by, .to, .rule, .language, .author, .thread: names(key)
    }
  }

  /// The names in a filter that are not known here, where the names are known at all: an old reason code may well be
  /// wanted, so this is worth a remark and no error.
  public func unknownNames(in filter: QueueFilter) -> [String] {
    filter.entries.flatMap(\.condition.tests).flatMap { test -> [String] in
      switch test {
      case .channel(let names): unknown(names, .channel)
      case .reason(let codes): unknown(codes.map(\.rawValue), .reason)
      case .decidedBy(let people): unknown(people, .by)
      case .escalatedTo(let roles): unknown(roles.map(\.rawValue), .to)
      default: []
      }
    }
  }

  private func unknown(_ used: [String], _ key: QueryKey) -> [String] {
    let known = Set(names(key).map { $0.value.lowercased() })
    return known.isEmpty ? [] : used.filter { !known.contains($0.lowercased()) }.map { "\(key.rawValue) \($0)" }
  }
}

extension Label {
  fileprivate var explanation: String {
    switch self {
    case .health: "somebody else's health"
    case .personal: "details that should not stay public"
    case .offensive: "insult, abuse, threat, obscenity"
    case .complaint: "expects an answer"
    case .request: "asks for information"
    case .welfare: "somebody may be in danger"
    case .spam: "advertising, scams, floods"
    case .legal: "before the courts, suppressed, leaked"
    }
  }
}

extension ItemState.Status {
  fileprivate var explanation: String {
    switch self {
    case .open: "waits for a decision"
    case .decided: "was decided about"
    case .escalated: "waits for a role"
    case .snoozed: "waits for a time"
    }
  }
}

extension ItemState.Stage {
  fileprivate var explanation: String {
    switch self {
    case .proposed: "waits for a second person"
    case .committed: "not sent out yet"
    case .exported: "on an action sheet"
    case .applied: "reported as carried out"
    case .reconciled: "a later feed shows it"
    case .notApplied: "did not take"
    case .changed: "edited after it was sent out"
    }
  }
}
