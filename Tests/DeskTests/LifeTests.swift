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
    #expect(try desk.row(Sample.item("c1"))?.state == ItemState(status: .escalated, visibility: .hidden))
    #expect(try desk.page(.escalated, after: nil, limit: 9).map(\.item) == [Sample.item("c1")])
    try desk.undo(by: Sample.kereru)
    #expect(try desk.row(Sample.item("c1"))?.state == ItemState(status: .decided, visibility: .hidden))
    try desk.undo(by: Sample.kereru)
    #expect(try desk.row(Sample.item("c1"))?.state == ItemState())
    #expect(throws: CommitError.refused(.nothingToUndo)) { try desk.undo(by: Sample.kereru) }
    let log = try desk.events(before: nil, limit: 99).reversed().map {
      "\($0.sequence) \($0.type.rawValue) \($0.verb?.rawValue ?? "-") \($0.attempted?.rawValue ?? "-") "
        + "\($0.reasons.joined(separator: ",")) \($0.refusal ?? "-") \($0.escalatedTo ?? "-") \($0.undoOf ?? 0)"
    }
    #expect(
      log == [
        "1 desk_created - -  - - 0",
        "2 imported - -  - - 0",
        "3 decided hide - SPAM@3 - - 0",
        "4 refused - hide CAREFUL@1 rationale_required - 0",
        "5 decided escalate - THREAT@1 - security 0",
        "6 undone - -  - - 5",
        "7 undone - -  - - 3",
      ])
    #expect(try desk.backlog().open == 2)
    guard case .whole(let events, _) = try desk.verify() else { throw Broken() }
    #expect(events == 7)
  }

  @Test("A decision says what was shown: text hash, flags, policy, classifier, times and role")
  func decisionEvent() throws {
    let desk = try scratch.desk()
    try desk.receive(
      [Sample.received(Sample.comment("c1", "first"), [Sample.flag(.high, 93)])], feed: Sample.feed, by: Sample.kereru)
    var decision = Sample.decision("c1", .hide)
    decision.rationale = "plain advertising"
    decision.masked = true
    let event = try #require(try desk.commit([decision], by: Sample.weka).first)
    #expect(event.flags == ["health 0.93 high health.rule@1"])
    #expect(event.rules == "classifier@1")
    #expect(event.policy == Sample.policy.digest)
    #expect(event.textSHA256?.count == 64)
    #expect(event.before == ItemState())
    #expect(event.after == ItemState(status: .decided, visibility: .hidden))
    #expect(event.masked == true)
    #expect(event.batch == nil)
    #expect(
      [event.actor, event.role, event.authority, event.zone] == ["b.weka", "moderator", "policy", "Pacific/Auckland"])
    #expect(try desk.rationale(try #require(event.rationale)) == "plain advertising")
    #expect(try desk.events(before: nil, limit: 1) == [event])
    #expect(try desk.detail(Sample.item("c1"))?.history == [event])
  }

  @Test("Importing the same feed again changes nothing")
  func again() throws {
    let desk = try scratch.desk()
    try desk.fill(20)
    try desk.commit([Sample.decision("c1", .hide)], by: Sample.kereru)
    let before = try desk.page(.queue, after: nil, limit: 99)
    try desk.fill(20)
    #expect(try desk.events(before: nil, limit: 1).first?.imported?.same == 20)
    #expect(try desk.page(.queue, after: nil, limit: 99) == before)
    #expect(try desk.row(Sample.item("c1"))?.state.status == .decided)
  }

  @Test("An edited text is a new revision with its own flags; a decided item waits again, an old decision is stale")
  func edited() throws {
    let desk = try scratch.desk()
    try desk.receive(
      [Sample.received(Sample.comment("c1", "harmless"), [Sample.flag(.low)])], feed: Sample.feed, by: Sample.kereru)
    try desk.commit([Sample.decision("c1", .hide)], by: Sample.kereru)
    let counts = try desk.receive(
      [Sample.received(Sample.comment("c1", "nasty"), [Sample.flag(.critical, 99, .offensive)])], feed: Sample.feed,
      by: Sample.kereru)
    #expect(counts == ReceiveCounts(changed: 1))
    let row = try #require(try desk.row(Sample.item("c1")))
    #expect(row.revision == 2)
    #expect(row.state == ItemState(status: .open, visibility: .hidden))
    #expect(row.label == .offensive)
    #expect(try desk.detail(Sample.item("c1"))?.text == "nasty")
    #expect(try desk.backlog().urgent == 1)
    #expect(throws: CommitError.refused(.stale(Sample.item("c1"), seen: 1, current: 2))) {
      try desk.commit([Sample.decision("c1", .leave)], by: Sample.kereru)
    }
    #expect(throws: CommitError.refused(.stale(Sample.item("c1"), seen: 1, current: 2))) {
      try desk.undo(by: Sample.kereru)
    }
    let states = try DatabaseQueue(path: scratch.path).read { db in
      try String.fetchAll(db, sql: "SELECT state FROM vault_flag ORDER BY rev")
    }
    #expect(states == ["superseded", "open"])
  }

  @Test("Of several decisions either all happen, under one batch id, or none, and one undo takes all back")
  func batch() throws {
    let desk = try scratch.desk()
    try desk.fill(3)
    #expect(throws: CommitError.refused(.itemUnknown(Sample.item("nobody")))) {
      try desk.commit([Sample.decision("c1", .hide), Sample.decision("nobody", .hide)], by: Sample.kereru)
    }
    #expect(try desk.row(Sample.item("c1"))?.state == ItemState())
    let events = try desk.commit(
      [
        Sample.decision("c1", .hide), Sample.decision("c1", .escalate, Sample.threat), Sample.decision("c2", .leave),
      ], by: Sample.kereru)
    #expect(Set(events.map(\.batch)).count == 1)
    #expect(events.first?.batch != nil)
    let undone = try desk.undo(by: Sample.kereru)
    #expect(undone.map(\.undoOf) == events.reversed().map(\.sequence))
    #expect(try desk.page(.queue, after: nil, limit: 9).count == 3)
    #expect(try desk.backlog().escalated == 0)
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

  @Test("Nobody takes back what somebody else has decided about since")
  func othersDecision() throws {
    let desk = try scratch.desk()
    try desk.fill(1)
    try desk.commit([Sample.decision("c1", .hide)], by: Sample.kereru)
    try desk.commit([Sample.decision("c1", .unhide)], by: Sample.weka)
    #expect(throws: CommitError.refused(.nothingToUndo)) { try desk.undo(by: Sample.kereru) }
    #expect(try desk.events(before: nil, limit: 1).first?.type == .refused)
    try desk.undo(by: Sample.weka)
    try desk.undo(by: Sample.kereru)
    #expect(try desk.row(Sample.item("c1"))?.state == ItemState())
  }

  @Test("Undoing any sequence of decisions gives every state before, back to the first", arguments: 1...12)
  func undoAnything(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let desk = try scratch.desk()
    try desk.fill(6)
    func states() throws -> [QueueRow] { try desk.rows((1...6).map { Sample.item("c\($0)") }) }
    var before: [[ItemState]] = []
    for _ in 0..<15 {
      let decisions = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
        let verb =
          [Verb.hide, .leave, .unhide, .record, .hold, .escalate, .skip].randomElement(using: &generator) ?? .hide
        let id = "c\(Int.random(in: 1...6, using: &generator))"
        return Sample.decision(id, verb, verb == .escalate ? Sample.threat : Sample.spam)
      }
      let now = try states().map(\.state)
      if (try? desk.commit(decisions, by: Sample.kereru)) != nil { before.append(now) }
    }
    #expect(before.count > 2)
    for expected in before.reversed() {
      try desk.undo(by: Sample.kereru)
      #expect(try states().map(\.state) == expected)
    }
    #expect(try desk.backlog().open == 6)
    guard case .whole = try desk.verify() else { throw Broken() }
  }

  struct Broken: Error {}
}
