import Casework
import Moderation
import Testing

@testable import Desk

@Suite("Escalations")
struct EscalationTests {
  let scratch = Scratch()

  /// A desk with one comment, on a Monday morning in Auckland.
  private func prepare(_ policy: AgencyPolicy = CaseSample.policy) throws -> Desk {
    scratch.ticks.set(CaseSample.mondayMorning)
    let desk = try scratch.desk(policy, by: Sample.kereru)
    try desk.receive(
      [Sample.received(Sample.comment("c1", "one")), Sample.received(Sample.comment("c2", "two"))], feed: Sample.feed,
      by: Sample.kereru)
    return desk
  }

  private let threat = Sample.decision("c1", .escalate, Sample.threat)

  private func states(_ desk: Desk) throws -> [String] {
    try desk.escalations(openOnly: false).map {
      "\($0.escalation.id) \($0.escalation.role) \($0.escalation.state.rawValue)"
    }
    .sorted()
  }

  @Test(
    "A decision to escalate raises one in the same transaction, to whom is on call, with the time and how it was counted"
  )
  func raised() throws {
    let desk = try prepare()
    let decided = try #require(try desk.commit([threat], by: Sample.kereru).first)
    let entry = try #require(try desk.escalations().first)
    #expect(entry.escalation.id == "E-2026-0001")
    #expect(entry.escalation.level == .s1)
    #expect(entry.escalation.cause == decided.sequence)
    #expect(entry.escalation.person == "s.whio")
    #expect(entry.contact == "021 555 0101")
    #expect(entry.escalation.due.milliseconds - entry.escalation.raisedAt.milliseconds == 3_600_000)
    #expect(entry.escalation.derivation.first?.contains("in monitored hours") == true)
    #expect(!entry.isOverdue)
    try desk.check()
  }

  @Test("Whoever it went to acknowledges it, says what is next and ends it; nobody else does")
  func answered() throws {
    let desk = try prepare()
    try desk.commit([threat], by: Sample.kereru)
    #expect(throws: CommitError.self) { try desk.acknowledge("E-2026-0001", by: Sample.kereru) }
    #expect(throws: CommitError.self) { try desk.resolve("E-2026-0001", words: "done", by: CaseSample.whio) }
    let acknowledged = try desk.acknowledge("E-2026-0001", by: CaseSample.whio)
    #expect(acknowledged.outcome == "in time")
    #expect(acknowledged.authority == "roster:security")
    #expect(throws: CommitError.self) { try desk.acknowledge("E-2026-0001", by: CaseSample.whio) }
    #expect(throws: CommitError.self) { try desk.addNextSteps(" ", to: "E-2026-0001", by: CaseSample.whio) }
    try desk.addNextSteps("the police have been called", to: "E-2026-0001", by: CaseSample.whio)
    try desk.resolve("E-2026-0001", words: "the police have it", by: CaseSample.whio)
    #expect(try states(desk) == ["E-2026-0001 security resolved"])
    #expect(try desk.escalations().isEmpty)
    #expect(throws: CommitError.self) { try desk.resolve("E-2026-0001", words: "again", by: CaseSample.whio) }
    let refused = try desk.events(before: nil, limit: 99).filter { $0.type == .refused }.compactMap(\.refusal)
    #expect(
      refused.reversed() == [
        "not_yours", "not_acknowledged", "already_acknowledged", "words_missing", "escalation_closed",
      ])
    try desk.check()
  }

  @Test("What nobody acknowledges lapses and goes one level up, up to the top, where it stays for all to see")
  func lapsed() throws {
    let desk = try prepare()
    try desk.commit([threat], by: Sample.kereru)
    #expect(try desk.runTimers().isEmpty)
    scratch.ticks.advance(seconds: 3700)
    let events = try desk.runTimers()
    #expect(events.map(\.step) == ["lapsed", "raised"])
    #expect(events[1].cause == events[0].sequence)
    #expect(events.allSatisfy { $0.actor == "docket" && $0.automation == .systemTimer })
    #expect(try states(desk) == ["E-2026-0001 security lapsed", "E-2026-0002 executive raised"])
    #expect(throws: CommitError.self) { try desk.acknowledge("E-2026-0001", by: CaseSample.whio) }
    #expect(try desk.runTimers().isEmpty)
    scratch.ticks.advance(seconds: 3700)
    #expect(try desk.runTimers().map(\.step) == ["lapsed"])
    #expect(try desk.runTimers().isEmpty)
    let top = try #require(try desk.escalations().first)
    #expect(top.escalation.state == .lapsed && top.isOverdue && top.escalation.isBreached)
    let late = try desk.acknowledge("E-2026-0002", by: CaseSample.moa)
    #expect(late.outcome == "late")
    #expect(try desk.escalation("E-2026-0002")?.escalation.isBreached == true)
    try desk.check()
  }

  @Test("A ladder that leads round ends where everybody has had it")
  func round() throws {
    var policy = CaseSample.policy
    policy.casework.ladder = [
      RoleName("security"): RoleName("privacy"), RoleName("privacy"): RoleName("executive"),
      RoleName("executive"): RoleName("security"),
    ]
    let desk = try prepare(policy)
    try desk.commit([threat], by: Sample.kereru)
    for _ in 0..<6 {
      scratch.ticks.advance(seconds: 3700)
      try desk.runTimers()
    }
    #expect(
      try states(desk) == [
        "E-2026-0001 security lapsed", "E-2026-0002 privacy lapsed", "E-2026-0003 executive lapsed",
      ])
  }

  @Test("A breach and a concern about neutrality go to the executive as well, each to be acknowledged")
  func alsoToTheExecutive() throws {
    let desk = try prepare()
    try desk.commit([Sample.decision("c1", .escalate, CaseSample.breach)], by: Sample.kereru)
    #expect(try states(desk) == ["E-2026-0001 privacy raised", "E-2026-0002 executive raised"])
    try desk.commit([Sample.decision("c2", .escalate, CaseSample.neutral)], by: Sample.kereru)
    #expect(try states(desk).count == 3, "the executive once")
    try desk.undo(by: Sample.kereru)
    try desk.undo(by: Sample.kereru)
    #expect(try desk.escalations().isEmpty)
    try desk.check()
  }

  @Test("A program under another policy than the one in force lets nothing lapse")
  func replaced() throws {
    let desk = try prepare()
    try desk.commit([threat], by: Sample.kereru)
    var other = CaseSample.policy
    other.digest = String(repeating: "8", count: 64)
    try desk.adopt(other, by: Sample.moa)
    scratch.ticks.advance(seconds: 3700)
    #expect(try desk.runTimers().isEmpty)
    #expect(try scratch.desk(other).runTimers().count == 2)
  }

  @Test("Two consoles let one escalation lapse once, however often each looks")
  func twoConsoles() throws {
    let first = try prepare()
    let second = try scratch.desk(CaseSample.policy, by: CaseSample.whio)
    try first.commit([threat, Sample.decision("c2", .escalate, Sample.threat)], by: Sample.kereru)
    scratch.ticks.advance(seconds: 3700)
    let outcomes = try [first.runTimers(), second.runTimers(), first.runTimers()]
    #expect(outcomes.map(\.count) == [4, 0, 0])
    #expect(
      try states(second) == [
        "E-2026-0001 security lapsed", "E-2026-0002 security lapsed", "E-2026-0003 executive raised",
        "E-2026-0004 executive raised",
      ])
    try second.check()
  }

  @Test("At the same moment, from many threads, too")
  func atOnce() async throws {
    let desk = try prepare()
    try desk.commit([threat], by: Sample.kereru)
    let others = try (0..<4).map { _ in try scratch.desk(CaseSample.policy, by: Sample.kereru) }
    scratch.ticks.advance(seconds: 3700)
    await withTaskGroup(of: Void.self) { group in
      for other in others { group.addTask { _ = try? other.runTimers() } }
    }
    #expect(try states(desk) == ["E-2026-0001 security lapsed", "E-2026-0002 executive raised"])
    try desk.check()
  }

  @Test(
    "Undoing the decision withdraws it, and what it lapsed into; deciding about the comment ends it, undoing that opens it"
  )
  func undone() throws {
    let desk = try prepare()
    try desk.commit([threat], by: Sample.kereru)
    scratch.ticks.advance(seconds: 3700)
    try desk.runTimers()
    try desk.undo(by: Sample.kereru)
    #expect(try states(desk) == ["E-2026-0001 security lapsed", "E-2026-0002 executive withdrawn"])
    var opinion = threat
    opinion.escalateTo = RoleName("b.weka")
    try desk.commit([opinion], by: Sample.kereru)
    try desk.commit([Sample.decision("c1", .leave)], by: Sample.kereru)
    #expect(try desk.escalation("E-2026-0003")?.escalation.state == .raised, "it did not go to them")
    try desk.undo(by: Sample.kereru)
    try desk.commit([Sample.decision("c1", .leave)], by: Sample.weka)
    #expect(try desk.escalation("E-2026-0003")?.escalation.outcome == "decided: leave")
    try desk.undo(by: Sample.weka)
    #expect(try desk.escalation("E-2026-0003")?.escalation.state == .raised)
    try desk.undo(by: Sample.kereru)
    #expect(try desk.escalation("E-2026-0003")?.escalation.state == .withdrawn)
    try desk.check()
  }

  @Test("It is handed on to a role or a person by who has it or by a supervisor, and no later than before")
  func reassigned() throws {
    let desk = try prepare()
    try desk.commit([threat], by: Sample.kereru)
    let due = try desk.escalation("E-2026-0001")?.escalation.due
    #expect(throws: CommitError.self) { try desk.reassign("E-2026-0001", to: "privacy", words: nil, by: Sample.weka) }
    #expect(throws: CommitError.self) { try desk.reassign("E-2026-0001", to: "nobody", words: nil, by: Sample.tui) }
    try desk.reassign("E-2026-0001", to: "b.weka", words: "knows them", by: Sample.tui)
    #expect(try desk.escalation("E-2026-0001")?.escalation.person == "b.weka")
    #expect(try desk.escalation("E-2026-0001")?.escalation.due == due)
    try desk.acknowledge("E-2026-0001", by: Sample.weka)
    try desk.check()
  }

  @Test("Outside monitored hours whoever is on call has an hour; without anybody the hour waits for the morning")
  func afterHours() throws {
    scratch.ticks.set(CaseSample.mondayMorning)
    let desk = try prepare()
    // Monday 22:00.
    scratch.ticks.set(CaseSample.mondayMorning + 13 * 3_600_000)
    try desk.commit([threat], by: Sample.kereru)
    let onCall = try #require(try desk.escalations().first?.escalation)
    #expect(onCall.person == "n.morepork")
    #expect(onCall.due.milliseconds - onCall.raisedAt.milliseconds == 3_600_000)
    var other = Sample.decision("c2", .escalate, Sample.threat)
    other.escalateTo = RoleName("privacy")
    try desk.commit([other], by: Sample.kereru)
    let waiting = try #require(try desk.escalation("E-2026-0002")?.escalation)
    #expect(waiting.person == nil)
    // Tuesday 9:30.
    #expect(waiting.due.milliseconds == CaseSample.mondayMorning + (24 * 60 + 30) * 60_000)
  }

  @Test("A desk whose policy names nobody lets whoever sits at it answer")
  func alone() throws {
    scratch.ticks.set(CaseSample.mondayMorning)
    let desk = try scratch.desk()
    try desk.receive([Sample.received(Sample.comment("c1", "one"))], feed: Sample.feed, by: Sample.kereru)
    try desk.commit([threat], by: Sample.kereru)
    try desk.acknowledge("E-2026-0001", by: Sample.kereru)
    try desk.check()
  }

  @Test("Nothing of it is a citizen's word, and what people wrote is in the vault alone")
  func words() throws {
    let desk = try prepare()
    try desk.commit([threat], by: Sample.kereru)
    try desk.acknowledge("E-2026-0001", words: "canaryword", by: CaseSample.whio)
    let log = try desk.events(before: nil, limit: 99).flatMap { $0.details + [$0.outcome ?? "", $0.target ?? ""] }
    #expect(!log.contains { $0.contains("canaryword") })
    let key = try #require(try desk.events(before: nil, limit: 1).first?.rationale)
    #expect(try desk.rationale(key) == "canaryword")
  }
}
