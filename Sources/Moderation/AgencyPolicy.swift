/// The agency's rules as a value: what a policy file says once it has been read and checked.
public struct AgencyPolicy: Sendable, Equatable {
  /// `Waka Tōtara`.
  public var agency: String
  /// IANA name: `Pacific/Auckland`.
  public var zone: String
  /// The language that the policy's own texts are in (ISO 639).
  public var language: String
  /// How its replies begin: `Kia ora`.
  public var greeting: String
  public var contact: String
  public var rulesURL: String
  /// What the policy says of itself; nil where it says nothing.
  public var document: PolicyDocument?
  /// What the public was told beforehand.
  public var houseRules: [HouseRule]
  /// In the policy's order, which is the order of the reason picker.
  public var reasons: [Reason]
  /// What is proposed for an item that carries a label, or a label of a certain kind.
  public var suggestions: [SuggestionKey: Suggestion]
  public var escalationRoles: [EscalationRole]
  /// Who may act, and since when. Empty leaves everything to whoever can open the desk.
  public var people: [Person]
  /// What each role may do.
  public var permissions: PermissionMatrix
  /// The register. Empty lets comments of any channel in.
  public var channels: [Channel]
  /// Whose numbers the classifier looks for, and what is the agency's own.
  public var classifier: ClassifierSettings
  /// What is shown of what the classifier finds, and what else is looked for.
  public var flagging: FlaggingPolicy
  public var casework: CaseworkPolicy
  /// SHA-256 of its source, in hex: which policy was in force is part of every event.
  public var digest: String
  /// The file's text, with what it extends worked in, which the desk keeps when it adopts the policy: old decisions are read under the old rules.
  public var source: String

  public init(
    agency: String, zone: String, language: String = "en", greeting: String = "", contact: String, rulesURL: String,
    reasons: [Reason],
    suggestions: [SuggestionKey: Suggestion], escalationRoles: [EscalationRole],
    people: [Person] = [], permissions: PermissionMatrix = .standard, channels: [Channel] = [],
    classifier: ClassifierSettings = ClassifierSettings(), flagging: FlaggingPolicy = FlaggingPolicy(),
    casework: CaseworkPolicy = CaseworkPolicy(), document: PolicyDocument? = nil, houseRules: [HouseRule] = [],
    digest: String, source: String = ""
  ) {
    self.agency = agency
    self.zone = zone
    self.language = language
    self.greeting = greeting
    self.contact = contact
    self.rulesURL = rulesURL
    self.reasons = reasons
    self.suggestions = suggestions
    self.escalationRoles = escalationRoles
    self.people = people
    self.permissions = permissions
    self.channels = channels
    self.classifier = classifier
    self.flagging = flagging
    self.casework = casework
    self.document = document
    self.houseRules = houseRules
    self.digest = digest
    self.source = source
  }

  /// A citizen text with the agency's contact and rules in place; `{case}` and `{owner}` stay until they are known.
  public func filled(_ text: String) -> String {
    var filled = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      filled += rest[..<open]
      switch rest[rest.index(after: open)..<close] {
      case "contact": filled += contact
      case "rules": filled += rulesURL
      case "agency": filled += agency
      case "greeting": filled += greeting
      case let name where name.hasPrefix("contact:"):
        let body = casework.contacts.first { $0.id == name.dropFirst("contact:".count) }
        filled += body.map { "\($0.title), \($0.contact)" } ?? String(rest[open...close])
      default: filled += rest[open...close]
      }
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }

  public func houseRule(_ code: String) -> HouseRule? { houseRules.first { $0.code == code } }

  public func reason(_ code: ReasonCode) -> Reason? { reasons.first { $0.code == code } }

  /// The reasons under which a verb may be used, in the policy's order.
  public func reasons(allowing verb: Verb) -> [Reason] { reasons.filter { $0.verbs.contains(verb) } }

  public func escalationRole(_ name: RoleName) -> EscalationRole? { escalationRoles.first { $0.name == name } }
}

/// Which flags a suggestion is for: all of a label, or those that show a certain thing (`personal.self`, `offensive.threat`).
public struct SuggestionKey: Sendable, Hashable {
  public var label: Label
  public var detail: Detail?

  public init(_ label: Label, _ detail: Detail? = nil) {
    self.label = label
    self.detail = detail
  }

  public enum Detail: Sendable, Hashable {
    /// Every personal stretch is the author's own.
    case own
    /// Some stretch is of this type.
    case span(SpanType)
    /// It is this sort of its label.
    case kind(FlagKind)
  }

  /// The keys that fit a flag, the most telling first: what is shown, then whose it is, then the label alone.
  static func candidates(for flag: Flag) -> [SuggestionKey] {
    let types = SpanType.allCases.filter { type in flag.spans.contains { $0.type == type } }
    let subjects = flag.spans.compactMap(\.subject)
    let own = !subjects.isEmpty && subjects.allSatisfy { $0 == .author }
    return types.map { SuggestionKey(flag.label, .span($0)) }
      + (flag.kind.map { [SuggestionKey(flag.label, .kind($0))] } ?? [])
      + (own ? [SuggestionKey(flag.label, .own)] : []) + [SuggestionKey(flag.label)]
  }
}

/// A verb and a reason that the policy proposes.
public struct Suggestion: Sendable, Hashable {
  public var verb: Verb
  public var reason: ReasonCode

  public init(verb: Verb, reason: ReasonCode) {
    self.verb = verb
    self.reason = reason
  }
}

/// A role that answers for escalations, and how to reach it.
public struct EscalationRole: Sendable, Equatable {
  public var name: RoleName
  /// `Privacy officer`.
  public var title: String
  public var contact: String

  public init(name: RoleName, title: String, contact: String) {
    self.name = name
    self.title = title
    self.contact = contact
  }
}

extension AgencyPolicy {
  /// What to propose for an item, most urgent flag first: at most one step that changes what the public sees, and one that
  /// hands the item on. "hide · HEALTH-3P and escalate · INFO-REQ" is two steps; three reasons to hide are one.
  public func suggestion(for flags: [Flag]) -> [Suggestion] {
    var steps: [Suggestion] = []
    for flag in flags.sorted(by: Flag.isMoreUrgent) {
      guard let proposed = proposal(for: flag) else { continue }
      let clashes = steps.contains { $0.verb.changesVisibility == proposed.verb.changesVisibility }
      if !clashes { steps.append(proposed) }
    }
    // What the public sees first: an escalation must not leave an address on the page while somebody reads it.
    return steps.sorted { $0.verb.changesVisibility && !$1.verb.changesVisibility }
  }

  /// What watched words propose themselves, else what their label does.
  private func proposal(for flag: Flag) -> Suggestion? {
    let watched = flagging.watchedWords.first { $0.suggestion != nil && $0.rule == flag.rule }
    return watched?.suggestion ?? SuggestionKey.candidates(for: flag).lazy.compactMap { suggestions[$0] }.first
  }
}

extension Verb {
  /// Whether it changes what the public can see.
  public var changesVisibility: Bool {
    switch self {
    case .hide, .unhide, .delete, .hold, .publish: true
    case .leave, .escalate, .record, .reply, .refer, .openCase, .snooze, .skip: false
    }
  }
}

extension Flag {
  /// Severity first, then score, then the order of labels.
  public static func isMoreUrgent(_ a: Flag, _ b: Flag) -> Bool {
    if a.severity != b.severity { return a.severity > b.severity }
    if a.score != b.score { return a.score > b.score }
    return a.label < b.label
  }
}
