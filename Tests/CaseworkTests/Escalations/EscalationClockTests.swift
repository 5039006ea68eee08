import Casework
import Moderation
import Testing

@Suite("When an escalation is due, and who has it")
struct EscalationClockTests {
  private static func policy(
    _ acknowledgement: [EscalationClass: AcknowledgementTime] = CaseworkPolicy.standardAcknowledgement,
    hours: WeeklyHours = WeeklyHours(), roster: [RosterShift] = []
  ) -> AgencyPolicy {
    AgencyPolicy(
      agency: "Waka Tōtara", zone: "Pacific/Auckland", contact: "", rulesURL: "", reasons: [], suggestions: [:],
      escalationRoles: [],
      casework: CaseworkPolicy(
        regime: "nz-oia", hours: hours, roster: roster, acknowledgement: acknowledgement), digest: "d")
  }

  private static func due(_ level: EscalationClass, _ raised: String, _ policy: AgencyPolicy = policy()) -> Timestamp {
    EscalationClocks(policy, holidays: .standard)
      .call(level, to: RoleName("security"), raised: CaseWorld.moment(raised)).due
  }

  @Test(
    "In monitored hours, after them, over a weekend and over a holiday",
    arguments: [
      (EscalationClass.s1, "2026-09-21 10:00", "2026-09-21 11:00"), (.s1, "2026-09-21 16:30", "2026-09-22 09:00"),
      (.s1, "2026-09-25 22:00", "2026-09-28 09:30"), (.s2, "2026-09-21 10:00", "2026-09-21 17:00"),
      (.s2, "2026-09-21 17:30", "2026-09-22 17:00"), (.s3, "2026-09-21 10:00", "2026-09-22 17:00"),
      // Labour Day is Monday 26 October.
      (.s3, "2026-10-23 10:00", "2026-10-27 17:00"), (.s1, "2026-10-24 10:00", "2026-10-27 09:30"),
    ])
  func standard(level: EscalationClass, raised: String, due: String) {
    #expect(Self.due(level, raised) == CaseWorld.moment(due))
  }

  @Test("The policy may ask for more or less than is usual")
  func ownTimes() {
    let policy = Self.policy([.s1: .workingHours(3), .s2: .nextWorkingDay, .s3: .workingHours(1)])
    #expect(Self.due(.s1, "2026-09-21 16:00", policy) == CaseWorld.moment("2026-09-22 10:30"))
    #expect(Self.due(.s2, "2026-09-21 10:00", policy) == CaseWorld.moment("2026-09-22 17:00"))
    #expect(Self.due(.s3, "2026-09-21 10:00", policy) == CaseWorld.moment("2026-09-21 11:00"))
  }

  @Test("Who is on call is the first shift that runs then: by days, by hours, and not on a holiday that it observes")
  func roster() {
    let security = RoleName("security")
    let policy = Self.policy(
      roster: [
        RosterShift(role: security, person: "day", hours: WeeklyHours()),
        RosterShift(
          role: security, person: "leave", from: CaseWorld.day("2026-09-21"), to: CaseWorld.day("2026-09-21")),
        RosterShift(role: security, person: "night"),
        RosterShift(role: RoleName("legal"), person: "lawyer"),
      ])
    let clocks = EscalationClocks(policy, holidays: .standard)
    for (moment, people) in [
      ("2026-09-21 08:29", ["leave", "night"]), ("2026-09-21 08:30", ["day", "leave", "night"]),
      ("2026-09-21 17:00", ["leave", "night"]), ("2026-09-22 10:00", ["day", "night"]),
      ("2026-10-26 10:00", ["night"]), ("2026-09-26 10:00", ["night"]),
    ] {
      #expect(clocks.people(on: security, at: CaseWorld.moment(moment)) == people, "\(moment)")
    }
    let call = clocks.call(.s1, to: security, raised: CaseWorld.moment("2026-09-21 22:00"))
    #expect(call.person == "leave")
    #expect(call.due == CaseWorld.moment("2026-09-21 23:00"), "somebody is on call, so the hour is an hour")
  }

  @Test("An escalation is never held up: without hours or zone it is counted by the clock alone, and says so")
  func crude() {
    let never = Self.policy(hours: WeeklyHours(days: []))
    let call = EscalationClocks(never, holidays: .standard)
      .call(.s1, to: RoleName("x"), raised: CaseWorld.moment("2026-09-21 10:00"))
    #expect(call.due == CaseWorld.moment("2026-09-21 11:00"))
    #expect(call.derivation.first?.hasPrefix("counted by the clock alone") == true)
    var nowhere = Self.policy()
    nowhere.zone = "Nowhere/Nothing"
    let other = EscalationClocks(nowhere, holidays: .standard)
      .call(.s1, to: RoleName("x"), raised: CaseWorld.moment("2026-09-21 10:00"))
    #expect(other.due == CaseWorld.moment("2026-09-21 11:00"))
  }
}
