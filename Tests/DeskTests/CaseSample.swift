import Casework
import Moderation

@testable import Desk

/// An agency with statutes, a roster, a ladder and playbooks.
enum CaseSample {
  static let whio = UserName("swhio")
  static let morepork = UserName("nmorepork")
  static let moa = Sample.moa
  /// The executive has no rights at the desk but to answer.
  static let officer = UserName("ikaka")

  static let request = ReasonCode("INFO-REQ")
  static let own = ReasonCode("OWN-INFO")
  static let complaint = ReasonCode("COMPLAINT")
  static let neutral = ReasonCode("NEUTRAL")
  static let breach = ReasonCode("BREACH-REP")
  static let notice = ReasonCode("HDC-NOTICE")

  /// 21 September 2026, 9:00 in Auckland (UTC+12): a Monday.
  static let mondayMorning: Int64 = 1_789_938_000_000

  static let policy: AgencyPolicy = {
    var policy = Sample.policy(
      digest: "f", people: Sample.people + more, channels: [Sample.waka])
    policy.escalationRoles.append(EscalationRole(name: RoleName("executive"), title: "Executive", contact: "x3"))
    policy.reasons += [
      reason(request, .request), reason(own, .request), reason(complaint, .damaging),
      reason(neutral, .none, to: "executive", .s1), reason(breach, .privacy, to: "privacy", .s1),
      reason(notice, .legal, to: "privacy", .s1),
    ]
    for index in policy.reasons.indices where policy.reasons[index].code == Sample.threat {
      policy.reasons[index].escalationClass = .s1
    }
    policy.casework = CaseworkPolicy(
      regime: "nz-oia", ownInformationRegime: "nz-privacy",
      roster: [
        RosterShift(
          role: RoleName("security"), person: "s.whio", hours: WeeklyHours(),
          contact: "021 555 0101"),
        RosterShift(role: RoleName("security"), person: "n.morepork", contact: "021 555 0102"),
        RosterShift(role: RoleName("executive"), person: "g.moa"),
      ],
      ladder: [RoleName("security"): RoleName("executive"), RoleName("privacy"): RoleName("executive")],
      executive: RoleName("executive"),
      playbooks: [
        Playbook(
          id: "breach", title: "A breach", reasons: [breach],
          steps: [
            Playbook.Step(id: "contain", text: "Take it down"),
            Playbook.Step(id: "press", text: "Tell the media team", isOptional: true),
          ]),
        Playbook(id: "urgent", title: "Urgent", classes: [.s1], steps: [Playbook.Step(id: "call", text: "Ring them")]),
      ])
    return policy
  }()

  private static let more = [
    Person(id: "s.whio", user: whio, roles: [], line: 20),
    Person(id: "n.morepork", user: morepork, roles: [], line: 21),
    Person(id: "i.kaka", user: officer, roles: [.informationOfficer], line: 22),
  ]

  private static func reason(
    _ code: ReasonCode, _ head: Reason.Head, to role: String? = nil, _ level: EscalationClass? = nil
  ) -> Reason {
    Reason(
      code: code, title: code.rawValue, head: head, citizenText: "", basis: "DOMAIN 5.4",
      verbs: [.openCase, .escalate, .leave, .hide], escalatesTo: role.map { RoleName($0) }, escalationClass: level)
  }

  static func open(_ id: String, _ reason: ReasonCode, kind: CaseKind? = nil, revision: Int = 1) -> Decision {
    var decision = Sample.decision(id, .openCase, reason, revision: revision)
    decision.caseKind = kind
    return decision
  }
}
