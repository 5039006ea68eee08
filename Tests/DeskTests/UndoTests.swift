import Desk
import Moderation
import Testing

@Suite("Taking back")
struct UndoTests {
  let scratch = Scratch()

  @Test("Nobody takes back what somebody else has decided about since")
  func othersDecision() throws {
    let desk = try scratch.desk()
    try desk.fill(1)
    try desk.commit([Sample.decision("c1", .hide)], by: Sample.kereru)
    try desk.commit([Sample.decision("c1", .unhide)], by: Sample.weka)
    #expect(throws: CommitError.refused(.overtaken(Sample.item("c1"), by: "bweka", verb: .unhide))) {
      try desk.undo(by: Sample.kereru)
    }
    #expect(try desk.log(1) == ["refused overtaken by akereru"])
    try desk.undo(by: Sample.weka)
    try desk.undo(by: Sample.kereru)
    #expect(try desk.state("c1") == ItemState())
  }

  @Test("Another's decision is taken back by whoever may reverse, and by nobody else")
  func reverse() throws {
    let desk = try scratch.desk(Sample.team)
    try desk.fill(1, by: Sample.ruru)
    let hide = try #require(try desk.commit([Sample.decision("c1", .hide)], by: Sample.kereru).first)
    #expect(
      throws: CommitError.refused(
        .roleNotAllowed(.reverse, role: "moderator", channel: "waka", holders: [.supervisor]))
    ) {
      try desk.undo(event: hide.sequence, by: Sample.weka)
    }
    #expect(try desk.log(1) == ["refused role_not_allowed by b.weka"])
    let undone = try desk.undo(event: hide.sequence, by: Sample.tui)
    #expect(undone.map(\.role) == ["supervisor"])
    #expect(try desk.state("c1") == ItemState())
    #expect(throws: CommitError.refused(.nothingToUndo)) { try desk.undo(event: hide.sequence, by: Sample.tui) }
    try desk.check()
  }

  @Test("A batch is taken back in part, and then the rest")
  func partial() throws {
    let desk = try scratch.desk()
    try desk.fill(3)
    let events = try desk.commit((1...3).map { Sample.decision("c\($0)", .hide) }, by: Sample.kereru)
    let batch = try #require(events[0].batch)
    try desk.undo(batch: batch, only: [Sample.item("c2")], by: Sample.kereru)
    #expect(try (1...3).map { try desk.state("c\($0)")?.visibility } == [.hidden, .visible, .hidden])
    #expect(throws: CommitError.refused(.nothingToUndo)) {
      try desk.undo(batch: batch, only: [Sample.item("c2")], by: Sample.kereru)
    }
    #expect(try desk.undo(by: Sample.kereru).map(\.item) == [Sample.item("c3"), Sample.item("c1")])
    #expect(try desk.backlog().open == 3)
    try desk.check()
  }

  @Test("One step of two about an item is not taken back from under the other")
  func underneath() throws {
    let desk = try scratch.desk()
    try desk.fill(1)
    let steps = try desk.commit(
      [Sample.decision("c1", .hide), Sample.decision("c1", .escalate, Sample.threat)], by: Sample.kereru)
    #expect(throws: CommitError.refused(.overtaken(Sample.item("c1"), by: "akereru", verb: .escalate))) {
      try desk.undo(event: steps[0].sequence, by: Sample.kereru)
    }
    try desk.undo(event: steps[1].sequence, by: Sample.kereru)
    try desk.undo(event: steps[0].sequence, by: Sample.kereru)
    #expect(try desk.state("c1") == ItemState())
  }

  @Test("What has been sent out is not taken back: the answer says what reverses it")
  func alreadyOut() throws {
    let desk = try scratch.desk()
    try desk.fill(1)
    try desk.commit([Sample.decision("c1", .hide)], by: Sample.kereru)
    _ = try desk.exportActions(audience: "platform", by: Sample.kereru) { _ in "ab" }
    #expect(throws: CommitError.refused(.alreadyOut(Sample.item("c1"), verb: .hide, reverse: .unhide))) {
      try desk.undo(by: Sample.kereru)
    }
    #expect(try desk.log(1) == ["refused already_out by akereru"])
    #expect(try desk.state("c1")?.stage == .exported)
    try desk.commit([Sample.decision("c1", .unhide)], by: Sample.kereru)
    try desk.undo(by: Sample.kereru)
    #expect(try desk.state("c1")?.stage == .exported)
    try desk.check()
  }

  @Test("What does not touch the public is taken back after a sheet went out, and the sheet is not forgotten")
  func afterExport() throws {
    let desk = try scratch.desk()
    try desk.fill(1)
    try desk.commit([Sample.decision("c1", .hide)], by: Sample.kereru)
    try desk.commit([Sample.decision("c1", .record)], by: Sample.kereru)
    _ = try desk.exportActions(audience: "platform", by: Sample.kereru) { _ in "ab" }
    try desk.undo(by: Sample.kereru)
    #expect(try desk.state("c1") == ItemState(status: .decided, visibility: .hidden, stage: .exported))
    #expect(try desk.pendingActions().isEmpty)
    try desk.check()
  }

  @Test("An escalation taken back waits for the role that it waited for before")
  func recipient() throws {
    let desk = try scratch.desk()
    try desk.fill(1)
    try desk.commit([Sample.decision("c1", .escalate, Sample.threat)], by: Sample.kereru)
    var onwards = Sample.decision("c1", .escalate, Sample.threat)
    onwards.escalateTo = RoleName("privacy")
    try desk.commit([onwards], by: Sample.kereru)
    #expect(try desk.undo(by: Sample.kereru).first?.escalatedTo == "security")
    // It waits for security again, so that handing it to privacy changes something.
    try desk.commit([onwards], by: Sample.kereru)
    try desk.undo(by: Sample.kereru)
    try desk.commit([Sample.decision("c1", .leave)], by: Sample.kereru)
    try desk.undo(by: Sample.kereru)
    #expect(throws: CommitError.refused(.nothingToChange(Sample.item("c1"), .escalate, ItemState(status: .escalated))))
    {
      try desk.commit([Sample.decision("c1", .escalate, Sample.threat)], by: Sample.kereru)
    }
    try desk.check()
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
    try desk.check()
  }
}
