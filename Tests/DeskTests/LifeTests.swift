import Desk
import GRDB
import Moderation
import Testing

@Suite("The life of an item")
struct LifeTests {
  let scratch = Scratch()

  @Test("Receiving, deciding, refusing and undoing twice leaves the state before and every step in the log")
  func wholeLife() throws {
    let desk = try scratch.desk()
    let counts = try desk.receive(
      [
        Sample.received(Sample.comment("c1", "first"), [Sample.flag(.high)]),
        Sample.received(Sample.comment("c2", "second")),
      ], feed: Sample.feed, by: Sample.kereru)
    #expect(counts == ReceiveCounts(new: 2))
    #expect(
      try desk.backlog()
        == Backlog(open: 2, urgent: 1, escalated: 0, oldest: Timestamp(milliseconds: 1_780_000_000_000)))
    try desk.commit([Sample.decision("c1", .hide)], by: Sample.kereru)
    #expect(throws: CommitError.refused(.rationaleRequired(Sample.careful))) {
      try desk.commit([Sample.decision("c2", .hide, Sample.careful)], by: Sample.kereru)
    }
    try desk.commit([Sample.decision("c1", .escalate, Sample.threat)], by: Sample.kereru)
    #expect(
      try desk.state("c1") == ItemState(status: .escalated, visibility: .hidden, stage: .committed))
    #expect(try desk.page(QueueQuery(.escalated), after: nil, limit: 9).map(\.item) == [Sample.item("c1")])
    try desk.undo(by: Sample.kereru)
    #expect(try desk.state("c1") == ItemState(status: .decided, visibility: .hidden, stage: .committed))
    try desk.undo(by: Sample.kereru)
    #expect(try desk.state("c1") == ItemState())
    #expect(throws: CommitError.refused(.nothingToUndo)) { try desk.undo(by: Sample.kereru) }
    #expect(
      try desk.log(99) == [
        "desk_created by akereru",
        "policy_adopted by akereru",
        "imported by akereru",
        "decided hide SPAM@3 by akereru",
        "refused (hide) CAREFUL@1 rationale_required by akereru",
        "decided escalate THREAT@1 to security by akereru",
        "escalation_step THREAT@1 to security E-2026-0001 raised by akereru",
        "undone of 6 by akereru",
        "escalation_step E-2026-0001 withdrawn by akereru",
        "undone of 4 by akereru",
      ])
    #expect(try desk.backlog().open == 2)
    try desk.check()
  }

  @Test("A decision says what was shown: text hash, flags, policy, classifier, times, rules and role")
  func decisionEvent() throws {
    let desk = try scratch.desk(Sample.team)
    try desk.receive(
      [Sample.received(Sample.comment("c1", "first"), [Sample.flag(.high, 93)])], feed: Sample.feed, by: Sample.ruru)
    let learned = try #require(try desk.events(before: nil, limit: 1).first)
    var decision = Sample.decision("c1", .hide)
    decision.rationale = "plain advertising"
    decision.masked = true
    decision.automation = .humanAcceptingSuggestion
    decision.suggested = [Suggestion(verb: .hide, reason: Sample.spam)]
    decision.context = ["thread", "history"]
    let event = try #require(try desk.commit([decision], by: Sample.weka).first)
    #expect(event.flags == ["health 0.93 high health.rule@1"])
    #expect(event.rules == "classifier@1")
    #expect(event.policy == Sample.team.digest)
    #expect(event.textSHA256?.count == 64)
    #expect(event.before == ItemState())
    #expect(event.after == ItemState(status: .decided, visibility: .hidden, stage: .committed))
    #expect(event.masked == true)
    #expect(event.batch == nil)
    #expect(event.learnedAt == learned.at)
    #expect(event.publicText == "SPAM@3")
    #expect(event.houseRules == "7")
    #expect(event.suggested == ["hide SPAM"])
    #expect(event.context == ["thread", "history"])
    #expect(event.automation == .humanAcceptingSuggestion)
    #expect(event.channel == "waka")
    #expect(event.host == "here")
    #expect(event.encoding == 3)
    #expect(event.clockBehind == nil)
    #expect(
      [event.actor, event.role, event.authority, event.zone]
        == ["b.weka", "moderator", "policy:11", "Pacific/Auckland"])
    #expect(try desk.rationale(try #require(event.rationale)) == "plain advertising")
    #expect(try desk.events(before: nil, limit: 1) == [event])
    #expect(try desk.detail(Sample.item("c1"))?.history == [event])
  }

  @Test("A decision names the one that it takes the place of, and what the public is told only where it is told")
  func supersedes() throws {
    let desk = try scratch.desk()
    try desk.fill(1)
    func decide(_ verb: Verb, _ reason: ReasonCode = Sample.spam) throws -> Event {
      try #require(try desk.commit([Sample.decision("c1", verb, reason)], by: Sample.kereru).first)
    }
    let hide = try decide(.hide)
    let escalation = try decide(.escalate, Sample.threat)
    let unhide = try decide(.unhide)
    let record = try decide(.record)
    #expect([hide, escalation, unhide, record].map(\.supersedes) == [nil, nil, hide.sequence, escalation.sequence])
    let leave = try decide(.leave)
    #expect(leave.supersedes == record.sequence)
    try desk.undo(by: Sample.kereru)
    try desk.undo(by: Sample.kereru)
    try desk.undo(by: Sample.kereru)
    #expect(try decide(.hold).supersedes == hide.sequence, "what is taken back is not")
    #expect([hide, escalation, record].map(\.publicText) == ["SPAM@3", nil, nil])
  }

  @Test("Of several decisions either all happen, under one parent and batch id, or none; one undo takes all back")
  func batch() throws {
    let desk = try scratch.desk()
    try desk.fill(3)
    #expect(throws: CommitError.refused(.itemUnknown(Sample.item("nobody")))) {
      try desk.commit([Sample.decision("c1", .hide), Sample.decision("nobody", .hide)], by: Sample.kereru)
    }
    #expect(try desk.state("c1") == ItemState())
    let events = try desk.commit(
      [
        Sample.decision("c1", .hide), Sample.decision("c1", .escalate, Sample.threat), Sample.decision("c2", .leave),
      ], note: "text:buy", by: Sample.kereru)
    let parent = try #require(try desk.events(before: events[0].sequence, limit: 1).first)
    #expect(parent.type == .batch)
    #expect(parent.count == 3)
    #expect(try desk.rationale(try #require(parent.rationale)) == "text:buy")
    #expect(events.map(\.batch) == Array(repeating: parent.batch, count: 3))
    #expect(events.map(\.cause) == Array(repeating: parent.sequence, count: 3))
    let undone = try desk.undo(by: Sample.kereru)
    #expect(undone.map(\.undoOf) == events.reversed().map(\.sequence))
    #expect(Set(undone.map(\.batch)).count == 1)
    #expect(try desk.page(QueueQuery(.queue), after: nil, limit: 9).count == 3)
    #expect(try desk.backlog().escalated == 0)
    try desk.check()
  }

  @Test("Two steps about one item share a batch id and need no parent")
  func steps() throws {
    let desk = try scratch.desk()
    try desk.fill(1)
    let events = try desk.commit(
      [Sample.decision("c1", .hide), Sample.decision("c1", .record)], by: Sample.kereru)
    #expect(Set(events.map(\.batch)).count == 1)
    #expect(events[0].batch != nil)
    #expect(events.map(\.cause) == [nil, nil])
  }

  @Test("What would change nothing is refused, but an escalation may go on to another role")
  func nothingToChange() throws {
    let desk = try scratch.desk()
    try desk.fill(1)
    let escalation = Sample.decision("c1", .escalate, Sample.threat)
    try desk.commit([escalation], by: Sample.kereru)
    #expect(throws: CommitError.refused(.nothingToChange(Sample.item("c1"), .escalate, ItemState(status: .escalated))))
    {
      try desk.commit([escalation], by: Sample.weka)
    }
    var other = escalation
    other.escalateTo = RoleName("privacy")
    #expect(try desk.commit([other], by: Sample.weka).first?.escalatedTo == "privacy")
  }

  @Test("A clock that goes backwards is written down, and the order stays that of the events")
  func clockBehind() throws {
    let desk = try scratch.desk()
    try desk.fill(1)
    let last = try #require(try desk.events(before: nil, limit: 1).first)
    scratch.ticks.advance(seconds: -3600)
    let event = try #require(try desk.commit([Sample.decision("c1", .hide)], by: Sample.kereru).first)
    #expect(event.clockBehind == last.at.milliseconds - event.at.milliseconds)
    #expect(try #require(event.clockBehind) > 3_590_000)
    scratch.ticks.advance(seconds: 7200)
    #expect(try desk.undo(by: Sample.kereru).first?.clockBehind == nil)
    try desk.check()
  }
}
