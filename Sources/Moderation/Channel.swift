/// One entry of the register of channels: an account or page that the agency answers for (DOMAIN § 5.2; DPMC L104-118).
public struct Channel: Sendable, Equatable {
  /// What items on the desk are filed under.
  public var id: String
  public var title: String
  public var kind: Kind
  public var platform: String
  /// Other names that feeds give it: a page's number, a handle.
  public var aliases: [String]
  public var url: String
  public var objective: String
  /// A person's id.
  public var owner: String
  public var deputies: [String]
  public var state: State
  public var houseRules: HouseRules?
  /// What citizens are told before their words are collected (BC L115).
  public var notice: CollectionNotice?
  public var terms: Terms?
  public var approvals: [Approval]
  public var capabilities: Capabilities
  public var reviewBy: CivilDate?
  /// Privacy impact and security assessments, by reference (BC L102, L164).
  public var privacyAssessment: String
  public var securityAssessment: String
  /// Which columns of its tables hold what, as for `docket import --map`: `text=Your message,created=Date`.
  public var fieldMap: String?
  /// Rows that take the place of the policy's matrix on this channel.
  public var permissions: PermissionMatrix?

  public init(
    id: String, title: String, kind: Kind = .network, platform: String = "", aliases: [String] = [], url: String = "",
    objective: String = "", owner: String, deputies: [String] = [], state: State = .active,
    houseRules: HouseRules? = nil, notice: CollectionNotice? = nil, terms: Terms? = nil, approvals: [Approval] = [],
    capabilities: Capabilities = Capabilities(), reviewBy: CivilDate? = nil, privacyAssessment: String = "",
    securityAssessment: String = "", fieldMap: String? = nil, permissions: PermissionMatrix? = nil
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.platform = platform
    self.aliases = aliases
    self.url = url
    self.objective = objective
    self.owner = owner
    self.deputies = deputies
    self.state = state
    self.houseRules = houseRules
    self.notice = notice
    self.terms = terms
    self.approvals = approvals
    self.capabilities = capabilities
    self.reviewBy = reviewBy
    self.privacyAssessment = privacyAssessment
    self.securityAssessment = securityAssessment
    self.fieldMap = fieldMap
    self.permissions = permissions
  }

  /// DPMC L90-100.
  public enum Kind: String, CaseIterable, Sendable {
    case network, video, blog, forum, wiki, podcast, messaging, consultation, other
  }

  /// CTG E2: leadership must know which are opened, kept, closed.
  public enum State: String, CaseIterable, Sendable { case proposed, active, dormant, closed }

  /// The rules that the public was shown (OAG L105-107).
  public struct HouseRules: Sendable, Equatable {
    public var version: String
    public var url: String
    public var from: CivilDate?

    public init(version: String, url: String, from: CivilDate? = nil) {
      self.version = version
      self.url = url
      self.from = from
    }
  }

  public struct CollectionNotice: Sendable, Equatable {
    public var authority: String
    public var purpose: String
    public var contact: String

    public init(authority: String, purpose: String, contact: String) {
      self.authority = authority
      self.purpose = purpose
      self.contact = contact
    }
  }

  /// The platform's terms, and who took on what they ask (OAG 4.19-4.22).
  public struct Terms: Sendable, Equatable {
    public var version: String
    /// Whether they hold the agency to an open-ended indemnity.
    public var indemnity: Bool
    /// Needed with an indemnity: the Act that allows it, and the finding that it is in the public interest.
    public var legalPermission: String
    public var publicInterest: String
    public var approver: String
    public var delegation: String

    public init(
      version: String, indemnity: Bool, legalPermission: String = "", publicInterest: String = "",
      approver: String = "", delegation: String = ""
    ) {
      self.version = version
      self.indemnity = indemnity
      self.legalPermission = legalPermission
      self.publicInterest = publicInterest
      self.approver = approver
      self.delegation = delegation
    }
  }

  /// DPMC L104: a new channel takes two.
  public struct Approval: Sendable, Equatable {
    public var role: String
    public var person: String
    public var on: CivilDate?

    public init(role: String, person: String, on: CivilDate? = nil) {
      self.role = role
      self.person = person
      self.on = on
    }
  }

  /// What the platform lets the agency do.
  public struct Capabilities: Sendable, Equatable {
    /// Nil for every verb.
    public var verbs: Set<Verb>?
    /// What cannot be taken back there.
    public var irreversible: Set<Verb>

    public init(verbs: Set<Verb>? = nil, irreversible: Set<Verb> = [.delete]) {
      self.verbs = verbs
      self.irreversible = irreversible
    }

    /// Whether a verb can be carried out there; those that the public does not see always can.
    public func allows(_ verb: Verb) -> Bool { !verb.changesVisibility || (verbs?.contains(verb) ?? true) }
  }
}
