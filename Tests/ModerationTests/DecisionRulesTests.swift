import Moderation
import Testing

@Suite("What the policy allows")
struct DecisionRulesTests {
  private let policy = AgencyPolicy(
    agency: "A", zone: "UTC", contact: "c", rulesURL: "r",
    reasons: [
      Reason(code: ReasonCode("HIDE"), title: "t", head: .offensive, citizenText: "", basis: "", verbs: [.hide]),
      Reason(
        code: ReasonCode("WORDS"), title: "t", head: .damaging, citizenText: "", basis: "", verbs: [.hide, .leave],
        rationaleRequired: true),
      Reason(
        code: ReasonCode("TWO"), title: "t", head: .offensive, citizenText: "", basis: "", verbs: [.hide, .delete],
        secondPersonFor: [.delete]),
      Reason(
        code: ReasonCode("UP"), title: "t", head: .none, citizenText: "", basis: "", verbs: [.escalate],
        escalatesTo: RoleName("owner")),
      Reason(code: ReasonCode("UP?"), title: "t", head: .none, citizenText: "", basis: "", verbs: [.escalate]),
    ],
    suggestions: [
      SuggestionKey(.health): Suggestion(verb: .hide, reason: ReasonCode("HIDE")),
      SuggestionKey(.personal): Suggestion(verb: .hide, reason: ReasonCode("TWO")),
      SuggestionKey(.personal, .own): Suggestion(verb: .hide, reason: ReasonCode("HIDE")),
      SuggestionKey(.request): Suggestion(verb: .escalate, reason: ReasonCode("UP")),
    ],
    escalationRoles: [EscalationRole(name: RoleName("owner"), title: "Owner", contact: "")], digest: "")

  private func refusal(
    _ verb: Verb, _ codes: String..., to role: String? = nil, rationale: String? = nil
  ) -> String? {
    policy.refusal(
      of: Decision(
        item: ItemID(rawValue: "x"), revision: 1, verb: verb, reasons: codes.map { ReasonCode($0) },
        escalateTo: role.map { RoleName($0) }, rationale: rationale))?.message
  }

  @Test("A refusal says what would be allowed")
  func refusals() {
    #expect(refusal(.hide, "HIDE") == nil)
    #expect(refusal(.hide) == "hide needs a reason; `docket reasons` lists them")
    #expect(refusal(.hide, "NONE") == "there is no reason NONE in the policy; `docket reasons` lists them")
    #expect(refusal(.delete, "WORDS", rationale: "x") == "WORDS does not allow delete; it allows hide or leave")
    #expect(refusal(.hide, "WORDS", rationale: "  \n") == "WORDS needs a rationale in your own words")
    #expect(refusal(.hide, "WORDS", rationale: "spam wave") == nil)
    #expect(refusal(.delete, "TWO") == "delete under TWO needs a second person; hide or escalate it meanwhile")
    #expect(refusal(.escalate, "UP") == nil)
    #expect(refusal(.escalate, "UP?") == "UP? names no role to escalate to; say which: owner")
    #expect(refusal(.escalate, "UP?", to: "nobody") == "the policy has no role nobody; it has owner")
    #expect(refusal(.hide, "HIDE", "NONE") != nil, "every code is checked")
  }

  private func flag(_ label: Label, _ severity: Severity, subject: Subject? = nil) -> Flag {
    let spans = subject.map { [Span(start: 0, end: 1, type: .phone, subject: $0)] } ?? []
    return Flag(label: label, score: Score(0.9), severity: severity, why: "", spans: spans, rule: "r@1")
  }

  @Test("One step changes what the public sees, one hands the item on, and hiding comes first")
  func suggestions() {
    let both = policy.suggestion(for: [flag(.request, .critical), flag(.health, .high), flag(.personal, .medium)])
    #expect(both.map(\.verb) == [.hide, .escalate])
    #expect(both.map(\.reason.rawValue) == ["HIDE", "UP"], "the most urgent reason to hide wins")
    #expect(policy.suggestion(for: []).isEmpty)
    #expect(policy.suggestion(for: [flag(.spam, .low)]).isEmpty, "a label without a line proposes nothing")
  }

  @Test("A narrower line of the policy wins: one's own details, not another's")
  func narrowSuggestions() {
    #expect(policy.suggestion(for: [flag(.personal, .high, subject: .author)]).first?.reason.rawValue == "HIDE")
    #expect(policy.suggestion(for: [flag(.personal, .high, subject: .other)]).first?.reason.rawValue == "TWO")
  }
}

@Suite("Where an item stands")
struct ItemStateTests {
  @Test("An escalated item stays escalated while it is hidden and recorded, until somebody closes it")
  func escalationLasts() {
    let escalated = ItemState().applying(.escalate)
    let hidden = escalated.applying(.hide).applying(.record)
    #expect(hidden == ItemState(status: .escalated, visibility: .hidden, recorded: true, stage: .committed))
    #expect(hidden.applying(.leave).status == .decided)
    #expect(hidden.applying(.leave).visibility == .hidden)
  }

  @Test("Leaving what did not take accepts what the platform shows; what was edited stays as it was decided")
  func leavingUntaken() {
    let untaken = ItemState(status: .decided, visibility: .hidden, stage: .notApplied)
    #expect(untaken.applying(.leave) == ItemState(status: .decided))
    let edited = ItemState(status: .open, visibility: .hidden, stage: .changed)
    #expect(edited.applying(.leave) == ItemState(status: .decided, visibility: .hidden))
  }

  @Test("Skipping decides nothing") func skipping() { #expect(ItemState().applying(.skip) == ItemState()) }
}

@Suite("Times")
struct TimestampTests {
  @Test("Civil time and moments convert both ways for every day of eight centuries")
  func roundTrip() throws {
    for day in stride(from: Int64(-135_000), through: 157_000, by: 1) {
      let moment = Timestamp(milliseconds: day * 86_400_000 + 45_296_789)
      let civil = moment.civil()
      let checked = try #require(
        CivilTime(
          year: civil.year, month: civil.month, day: civil.day, hour: civil.hour, minute: civil.minute,
          second: civil.second, millisecond: civil.millisecond))
      guard checked.timestamp() == moment else {
        Issue.record("\(civil.iso8601)")
        return
      }
    }
  }

  @Test("ISO 8601 with an offset, with Z, and with milliseconds")
  func iso8601() {
    let moment = Timestamp(milliseconds: 1_783_692_125_000)
    #expect(moment.iso8601() == "2026-07-10T14:02:05Z")
    #expect(moment.iso8601(offsetMinutes: 720) == "2026-07-11T02:02:05+12:00")
    #expect(moment.iso8601(offsetMinutes: -210) == "2026-07-10T10:32:05-03:30")
    #expect(Timestamp(milliseconds: -1).iso8601() == "1969-12-31T23:59:59.999Z")
  }

  @Test("Days that do not exist are refused")
  func impossibleDays() {
    #expect(CivilTime(year: 2026, month: 2, day: 29) == nil)
    #expect(CivilTime(year: 2028, month: 2, day: 29) != nil)
    #expect(CivilTime(year: 2026, month: 13, day: 1) == nil)
  }
}

@Suite("JSON text")
struct JSONTextTests {
  @Test("Absent values are left out, and controls are escaped")
  func quoting() {
    var json = JSONText()
    json.add("a", "x\"\\\n\u{1B}[2J\u{9B}\u{2028}ā")
    json.add("b", nil as String?)
    json.add("c", [])
    json.add("d", 7)
    #expect(json.object == #"{"a":"x\"\\\n\u001b[2J\u009b\u2028ā","d":7}"#)
  }
}
