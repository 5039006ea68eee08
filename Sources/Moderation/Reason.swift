/// A code from the policy's catalogue. Written in capitals: `HEALTH-3P`.
public struct ReasonCode: RawRepresentable, Sendable, Hashable, Comparable {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public init(_ rawValue: String) { self.rawValue = rawValue }
  public static func < (a: ReasonCode, b: ReasonCode) -> Bool { a.rawValue < b.rawValue }
}

/// A role that an item can be escalated to, as the policy names it: `privacy_officer`.
public struct RoleName: RawRepresentable, Sendable, Hashable {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// Why an agency may act on a comment: one entry of the policy's catalogue.
public struct Reason: Sendable, Equatable {
  public var code: ReasonCode
  public var version: Int
  public var title: String
  /// Which of the three grounds of DPMC L175 it falls under, or what else it is.
  public var head: Head
  /// What the citizen is told; empty for no message. `{contact}`, `{rules}`, `{case}` and `{owner}` are filled in when it is sent.
  public var citizenText: String
  /// What the citizen is told instead for a certain verb, or in another language.
  public var otherTexts: [TextKey: String]
  /// What it rests on: Act and section, or source and line.
  public var basis: String
  /// The verbs it allows, the default one first.
  public var verbs: [Verb]
  public var rationaleRequired: Bool
  /// Verbs that a second person must confirm.
  public var secondPersonFor: Set<Verb>
  public var escalatesTo: RoleName?
  public var escalationClass: EscalationClass?
  /// The agency's posted house rule that it rests on (OAG L105-107): `HR03`.
  public var houseRule: String?
  /// The retention class of what is decided under it, where that is not the policy's default for decisions.
  public var retention: String?
  /// The reply that is proposed with it.
  public var template: String?
  /// The kind of case that `open_case` under it opens; nil leaves it to the code. See `opens`.
  public var caseKind: CaseKind?

  public init(
    code: ReasonCode, version: Int = 1, title: String, head: Head, citizenText: String, basis: String, verbs: [Verb],
    rationaleRequired: Bool = false, secondPersonFor: Set<Verb> = [], escalatesTo: RoleName? = nil,
    escalationClass: EscalationClass? = nil, otherTexts: [TextKey: String] = [:], houseRule: String? = nil,
    retention: String? = nil, template: String? = nil, caseKind: CaseKind? = nil
  ) {
    self.code = code
    self.version = version
    self.title = title
    self.head = head
    self.citizenText = citizenText
    self.basis = basis
    self.verbs = verbs
    self.rationaleRequired = rationaleRequired
    self.secondPersonFor = secondPersonFor
    self.escalatesTo = escalatesTo
    self.escalationClass = escalationClass
    self.otherTexts = otherTexts
    self.houseRule = houseRule
    self.retention = retention
    self.template = template
    self.caseKind = caseKind
  }

  /// What the citizen is told of a decision: "We removed" is not "We hid".
  ///
  /// The reason's one text is about what its first verb does: where that changes what the public sees, whoever decides
  /// something else, as to escalate, has nothing to tell unless the reason has a text for it.
  ///
  /// - Parameter language: as the comment has it, `mi`; where there is no text in it, the policy's own language serves.
  public func citizenText(for verb: Verb, in language: String? = nil) -> String {
    let tag = language.flatMap { $0.split { $0 == "-" || $0 == "_" }.first.map { $0.lowercased() } }
    // What was done must be said rightly before it is said in the right language.
    if let own = otherTexts[TextKey(verb, tag)] ?? otherTexts[TextKey(verb, nil)] { return own }
    let fits = verb.changesVisibility || !(verbs.first?.changesVisibility ?? false)
    return fits ? otherTexts[TextKey(nil, tag)] ?? citizenText : ""
  }

  /// Which of a reason's texts: for a verb, in a language, or both.
  public struct TextKey: Sendable, Hashable {
    public var verb: Verb?
    /// Two or three small letters (ISO 639); nil is the policy's own language.
    public var language: String?

    public init(_ verb: Verb?, _ language: String?) {
      self.verb = verb
      self.language = language
    }
  }

  public enum Head: String, CaseIterable, Sendable {
    case offensive, harmful, damaging, privacy, legal, security, request, none
  }
}

/// How soon an escalation must be acknowledged (DOMAIN § 5.5): S1 within a monitored hour, S2 the same working day, S3 the next.
public enum EscalationClass: String, CaseIterable, Sendable { case s1 = "S1", s2 = "S2", s3 = "S3" }
