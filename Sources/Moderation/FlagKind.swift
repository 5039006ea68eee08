/// What sort of its label a flag is, where the classifier can tell: what a policy maps to reasons of its own.
///
/// It is part of a flag's rule, `complaint.privacy_breach@3`, and so is kept wherever a flag is.
public enum FlagKind: String, CaseIterable, Sendable {
  // Offensive.
  case profanity, insult, hate, threat, sexual
  // Complaint.
  case service, staff, channel
  case privacyBreach = "privacy_breach"
  case neutrality
  // Request.
  case official
  case ownInformation = "own_information"
  case ordinary
  // Spam.
  case scam, promotion

  /// The label that it is a sort of.
  public var label: Label {
    switch self {
    case .profanity, .insult, .hate, .threat, .sexual: .offensive
    case .service, .staff, .channel, .privacyBreach, .neutrality: .complaint
    case .official, .ownInformation, .ordinary: .request
    case .scam, .promotion: .spam
    }
  }
}

extension FlagKind {
  /// The sort that a rule's id says. `offensive.threat.direct@2` is a threat.
  public init?(rule: String, of label: Label) {
    let parts = rule.prefix { $0 != "@" }.split(separator: ".")
    guard parts.count >= 2 else { return nil }
    let name = parts[1] == "slur" || parts[1] == "group" ? FlagKind.hate.rawValue : String(parts[1])
    guard let kind = FlagKind(rawValue: name), kind.label == label else { return nil }
    self = kind
  }
}

extension Flag {
  /// What sort of its label it is; nil where its rule does not say. `offensive.threat.direct@2` is a threat.
  public var kind: FlagKind? { FlagKind(rule: rule, of: label) }
}
