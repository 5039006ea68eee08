/// A reply that the agency has approved, with what is to be filled in.
///
/// `{contact}`, `{rules}`, `{agency}`, `{greeting}`, `{case}`, `{owner}`, `{received}`, `{due}`, `{contact:ID}` are filled by docket; `{{name of the office}}` is for a person
/// to fill, and blocks the reply until it is.
public struct ReplyTemplate: Sendable, Equatable {
  /// `ask-address`.
  public var id: String
  public var version: Int
  public var title: String
  /// What it is for, where the law says what such a reply must hold.
  public var purpose: Purpose
  /// By language, `en` and `mi`; every template has the policy's first language.
  public var texts: [String: String]
  /// The reasons that propose it.
  public var reasons: [ReasonCode]
  /// Whether it is posted where all can read it, or sent to one person.
  public var isPublic: Bool
  /// Whether a second person approves what is written with it (DPMC L145-146).
  public var needsApproval: Bool

  public init(
    id: String, version: Int = 1, title: String, purpose: Purpose = .reply, texts: [String: String],
    reasons: [ReasonCode] = [],
    isPublic: Bool = true, needsApproval: Bool = false
  ) {
    self.id = id
    self.version = version
    self.title = title
    self.purpose = purpose
    self.texts = texts
    self.reasons = reasons
    self.isPublic = isPublic
    self.needsApproval = needsApproval
  }

  public enum Purpose: String, CaseIterable, Sendable {
    /// Anything that no law shapes.
    case reply
    /// "We have your request."
    case receipt
    case clarification
    /// More time: until when, why, and the right to complain of it (OIA s 15A).
    case `extension`
    case transfer
    /// Granted, in part or not: with the right to complain (DPMC L24; OIA s 19).
    case decision
    /// To somebody whom a privacy breach touches, or who told us of one (OAG 4.2).
    case breach
    case complaint
    /// What became of a comment, and how to have that looked at again.
    case notice
  }
}

extension ReplyTemplate {
  /// The names that a text leaves to docket, `{contact}`, in their order; those for a person, `{{…}}`, are not among them.
  public static func fills(in text: String) -> [String] { braces(in: text).filter { !$0.isForPerson }.map(\.name) }

  /// What a text leaves for a person to fill in, in its order.
  public static func gaps(in text: String) -> [String] { braces(in: text).filter(\.isForPerson).map(\.name) }

  private static func braces(in text: String) -> [(name: String, isForPerson: Bool)] {
    var found: [(name: String, isForPerson: Bool)] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      let isDouble = rest[open...].hasPrefix("{{")
      let start = rest.index(open, offsetBy: isDouble ? 2 : 1)
      guard let close = rest[start...].firstIndex(of: "}") else { break }
      found.append((String(rest[start..<close]), isDouble))
      rest = rest[close...].drop { $0 == "}" }
    }
    return found
  }
}

/// What to do when something went wrong, step by step (OAG 4.7).
public struct Playbook: Sendable, Equatable {
  public var id: String
  public var title: String
  /// The classes of escalation, and the reasons, that it is walked for; a reason comes before a class.
  public var classes: Set<EscalationClass>
  public var reasons: [ReasonCode]
  public var steps: [Step]

  public init(
    id: String, title: String, classes: Set<EscalationClass> = [], reasons: [ReasonCode] = [], steps: [Step]
  ) {
    self.id = id
    self.title = title
    self.classes = classes
    self.reasons = reasons
    self.steps = steps
  }

  public struct Step: Sendable, Equatable {
    public var id: String
    public var text: String
    /// Who is to do it, where it is not whoever has the escalation.
    public var role: RoleName?
    /// Whether it may be left out, with a reason.
    public var isOptional: Bool

    public init(id: String, text: String, role: RoleName? = nil, isOptional: Bool = false) {
      self.id = id
      self.text = text
      self.role = role
      self.isOptional = isOptional
    }
  }
}
