/// What an agency's policy says about casework: which statutes and hours apply, who answers, how long things are kept.
///
/// Empty by default: a policy file that says nothing of casework still triages.
public struct CaseworkPolicy: Sendable, Equatable {
  /// The access statute that requests to this agency fall under, as the clocks name it: `nz-oia`, `nz-lgoima-wellington`.
  public var regime: String
  /// The statute for people's requests for their own information: `nz-privacy`.
  public var ownInformationRegime: String
  /// A holiday table that takes the place of the one that ships; a path beside the policy file.
  public var holidays: String?
  /// When somebody watches the channels.
  public var hours: WeeklyHours
  /// Who is on call, by role.
  public var roster: [RosterShift]
  /// To whom an escalation goes that its role let lapse.
  public var ladder: [RoleName: RoleName]
  /// How soon each class of escalation is to be acknowledged.
  public var acknowledgement: [EscalationClass: AcknowledgementTime]
  /// The executive that serious complaints go to (DPMC L179).
  public var executive: RoleName?
  public var contacts: [OversightContact]
  /// The contact who looks into decisions about requests: named in every one (DPMC L24).
  public var reviewBody: String?
  /// The contact who looks into breaches of privacy: named in every notice of one (OAG 4.2).
  public var privacyAuthority: String?
  public var retention: [RetentionClass]
  /// Whether words are only destroyed once a second person with the right has asked for the same disposal.
  public var disposalNeedsTwo: Bool
  public var templates: [ReplyTemplate]
  /// What the guard of replies weighs, and who else has to agree.
  public var replies: ReplyPolicy
  /// Steps for a mishap, by the class of escalation that it is or the reason it was raised for (OAG 4.7).
  public var playbooks: [Playbook]
  /// Acts with the days they are in force: a citation of one that is not is a warning (DPMC L66-82).
  public var statutes: [StatuteReference]
  /// Hosts that a reply may link to without looking like an endorsement (DPMC L151-165).
  public var ownDomains: [String]

  public init(
    regime: String = "", ownInformationRegime: String = "", holidays: String? = nil, hours: WeeklyHours = WeeklyHours(),
    roster: [RosterShift] = [], ladder: [RoleName: RoleName] = [:],
    acknowledgement: [EscalationClass: AcknowledgementTime] = CaseworkPolicy.standardAcknowledgement,
    executive: RoleName? = nil, contacts: [OversightContact] = [],
    reviewBody: String? = nil, privacyAuthority: String? = nil, retention: [RetentionClass] = [],
    templates: [ReplyTemplate] = [], replies: ReplyPolicy = ReplyPolicy(), playbooks: [Playbook] = [],
    statutes: [StatuteReference] = [], ownDomains: [String] = [], disposalNeedsTwo: Bool = false
  ) {
    self.regime = regime
    self.ownInformationRegime = ownInformationRegime
    self.holidays = holidays
    self.hours = hours
    self.roster = roster
    self.ladder = ladder
    self.acknowledgement = acknowledgement
    self.executive = executive
    self.contacts = contacts
    self.reviewBody = reviewBody
    self.privacyAuthority = privacyAuthority
    self.retention = retention
    self.templates = templates
    self.replies = replies
    self.playbooks = playbooks
    self.statutes = statutes
    self.ownDomains = ownDomains
    self.disposalNeedsTwo = disposalNeedsTwo
  }

  /// DOMAIN § 5.5: our proposal; the sources say "immediately" and "as soon as possible".
  public static let standardAcknowledgement: [EscalationClass: AcknowledgementTime] = [
    .s1: .workingHours(1), .s2: .sameWorkingDay, .s3: .nextWorkingDay,
  ]
}

/// How soon an escalation is to be acknowledged.
public enum AcknowledgementTime: Sendable, Equatable {
  /// Within so many hours in which the channel is watched.
  case workingHours(Int)
  case sameWorkingDay
  case nextWorkingDay
}

/// When a channel is watched: for each day of the week, from and to in minutes after midnight, in the agency's zone.
public struct WeeklyHours: Sendable, Equatable {
  /// Monday first; a day without hours has none.
  public var days: [[ClosedRange<Int>]]
  /// Whether public holidays count as days without hours.
  public var observesHolidays: Bool

  /// By default Monday to Friday, 8:30 to 17:00.
  public init(days: [[ClosedRange<Int>]] = WeeklyHours.officeDays, observesHolidays: Bool = true) {
    self.days = days
    self.observesHolidays = observesHolidays
  }

  public static let officeDays: [[ClosedRange<Int>]] =
    Array(repeating: [510...1020], count: 5) + [[], []]
}

/// Who is on call for a role, and when.
public struct RosterShift: Sendable, Equatable {
  public var role: RoleName
  /// A person's id.
  public var person: String
  /// First and last day, both included; nil is open.
  public var from: CivilDate?
  public var to: CivilDate?
  /// The hours of the week; nil is around the clock.
  public var hours: WeeklyHours?
  /// How to reach them: what the handover sheet prints.
  public var contact: String
  /// Where in the policy file it stands.
  public var line: Int

  public init(
    role: RoleName, person: String, from: CivilDate? = nil, to: CivilDate? = nil, hours: WeeklyHours? = nil,
    contact: String = "", line: Int = 0
  ) {
    self.role = role
    self.person = person
    self.from = from
    self.to = to
    self.hours = hours
    self.contact = contact
    self.line = line
  }
}
