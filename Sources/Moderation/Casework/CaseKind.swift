/// What a case is about: which steps it has, and which clock runs.
public enum CaseKind: String, CaseIterable, Sendable {
  /// For official information (OAG 4.15-4.17).
  case informationRequest = "information_request"
  /// For what is held about the requester.
  case ownInformation = "own_information"
  case complaint
  /// A report that personal information got out.
  case breach
  /// A formal complaint about a harmful digital communication (HDCA 2015 s 24).
  case hdcNotice = "hdc_notice"
  /// A decision on a request is looked at again, by the agency or by the body that oversees it.
  case internalReview = "internal_review"
  /// A decision about a comment is looked at again.
  case appeal

  /// `information request`.
  public var title: String {
    switch self {
    case .informationRequest: "information request"
    case .ownInformation: "request for own information"
    case .complaint: "complaint"
    case .breach: "privacy breach"
    case .hdcNotice: "harmful-communication notice"
    case .internalReview: "review of a request"
    case .appeal: "appeal against a decision"
    }
  }

  /// What the codes of the catalogue that ships open (DOMAIN § 5.4), where the policy does not say.
  static let standard: [ReasonCode: CaseKind] = [
    ReasonCode("INFO-REQ"): .informationRequest, ReasonCode("OWN-INFO"): .ownInformation,
    ReasonCode("COMPLAINT"): .complaint, ReasonCode("NEUTRAL"): .complaint, ReasonCode("BREACH-REP"): .breach,
    ReasonCode("HDC-NOTICE"): .hdcNotice,
  ]
}

extension Reason {
  /// The kind of case that it opens: what the policy says, else what the catalogue that ships says of its code.
  public var opens: CaseKind? { caseKind ?? CaseKind.standard[code] }
}

/// Why a step of a case, an escalation or a playbook was not taken. The rule that refused it is typed where it is checked;
/// this is how it travels.
public struct CaseworkRefusal: Error, Sendable, Equatable {
  /// How the ledger spells it: `extension_late`.
  public var code: String
  /// What was wrong, what to write instead, and which section says so. Never a word of a citizen's.
  public var message: String

  public init(code: String, message: String) {
    self.code = code
    self.message = message
  }
}
