/// What a moderator in a public agency has to do something about.
///
/// A comment can carry any number of labels. The declaration order is the order in which flags are listed everywhere.
public enum Label: String, CaseIterable, Sendable, Comparable {
  /// Health information about an identifiable person other than the author.
  case health
  /// Personal information that should not stay public.
  case personal
  /// Insult, abuse, threat or obscene language.
  case offensive
  /// Dissatisfaction with the agency that expects an answer.
  case complaint
  /// A request for information that the agency holds, whether or not it names an Act.
  case request
  /// Somebody may be in danger now.
  case welfare
  /// Advertising, phishing, scams and floods.
  case spam
  /// A matter before the courts, suppressed, or leaked.
  case legal

  /// The position in listings, from 0.
  public var order: Int {
    switch self {
    case .health: 0
    case .personal: 1
    case .offensive: 2
    case .complaint: 3
    case .request: 4
    case .welfare: 5
    case .spam: 6
    case .legal: 7
    }
  }

  public static func < (a: Label, b: Label) -> Bool { a.order < b.order }
}

/// How soon a person must look at a flag.
public enum Severity: String, CaseIterable, Sendable, Comparable {
  case low, medium, high, critical

  /// 0 for `low` to 3 for `critical`.
  public var rank: Int {
    switch self {
    case .low: 0
    case .medium: 1
    case .high: 2
    case .critical: 3
    }
  }

  public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
}
