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
  /// What it rests on: Act and section, or source and line.
  public var basis: String
  /// The verbs it allows, the default one first.
  public var verbs: [Verb]
  public var rationaleRequired: Bool
  /// Verbs that a second person must confirm.
  public var secondPersonFor: Set<Verb>
  public var escalatesTo: RoleName?
  public var escalationClass: EscalationClass?
  /// The kind of case that `open_case` under it opens; nil leaves it to the code. See `opens`.
  public var caseKind: CaseKind?

  public init(
    code: ReasonCode, version: Int = 1, title: String, head: Head, citizenText: String, basis: String, verbs: [Verb],
    rationaleRequired: Bool = false, secondPersonFor: Set<Verb> = [], escalatesTo: RoleName? = nil,
    escalationClass: EscalationClass? = nil, caseKind: CaseKind? = nil
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
    self.caseKind = caseKind
  }

  public enum Head: String, CaseIterable, Sendable {
    case offensive, harmful, damaging, privacy, legal, security, request, none
  }
}

/// How soon an escalation must be acknowledged (DOMAIN § 5.5): S1 within a monitored hour, S2 the same working day, S3 the next.
public enum EscalationClass: String, CaseIterable, Sendable { case s1 = "S1", s2 = "S2", s3 = "S3" }
