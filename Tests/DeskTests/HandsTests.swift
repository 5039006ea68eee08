import Desk
import Moderation
import Testing

@Suite("Many hands")
struct HandsTests {
  let scratch = Scratch()

  private func prepare(_ count: Int = 3) throws -> Desk {
    let desk = try scratch.desk(Sample.team, console: "one")
    try desk.fill(count, by: Sample.ruru)
    return desk
  }

  @Test("What somebody has decided about since it was shown is not decided over")
  func overtaken() throws {
    let desk = try prepare()
    var mine = Sample.decision("c1", .record)
    mine.seen = ItemState()
    try desk.commit([Sample.decision("c1", .hide)], by: Sample.weka)
    try desk.noteUnmasked(Sample.item("c1"), by: Sample.ruru)
    #expect(throws: CommitError.refused(.overtaken(Sample.item("c1"), by: "b.weka", verb: .hide))) {
      try desk.commit([mine], by: Sample.kereru)
    }
    #expect(try desk.log(1) == ["refused (record) SPAM@3 overtaken by a.kereru"])
    mine.seen = try desk.state("c1")
    #expect(try desk.commit([mine], by: Sample.kereru).count == 1)
  }

  @Test("Two steps that were chosen together do not overtake each other")
  func together() throws {
    let desk = try prepare()
    let steps = [Sample.decision("c1", .hide), Sample.decision("c1", .escalate, Sample.threat)].map { step in
      var step = step
      step.seen = ItemState()
      return step
    }
    #expect(try desk.commit(steps, by: Sample.kereru).count == 2)
  }

  @Test("An item that somebody is deciding about is theirs until they have decided, let go, or gone away")
  func claims() throws {
    let one = try prepare()
    let two = try scratch.desk(Sample.team, console: "two")
    let item = Sample.item("c1")
    guard case .yours(let claim) = try one.claim(item, by: Sample.kereru) else { throw Unexpected("not mine") }
    #expect(claim.until.milliseconds - claim.since.milliseconds == 120_000)
    #expect(try two.claim(item, by: Sample.weka) == .taken(claim))
    #expect(try two.row(item)?.claimedBy == "a.kereru")
    #expect(throws: CommitError.refused(.claimed(item, by: "a.kereru", until: claim.until))) {
      try two.commit([Sample.decision("c1", .hide)], by: Sample.weka)
    }
    #expect(try two.log(1) == ["refused (hide) SPAM@3 claimed by b.weka"])
    // Renewed, it is still since when it was taken up; decided, it is free.
    guard case .yours(let renewed) = try one.claim(item, by: Sample.kereru) else { throw Unexpected("not mine") }
    #expect(renewed.since == claim.since && renewed.until > claim.until)
    let event = try #require(try one.commit([Sample.decision("c1", .hide)], by: Sample.kereru).first)
    #expect(event.claimedAt == claim.since)
    #expect(try two.row(item)?.claimedBy == nil)
    #expect(try two.commit([Sample.decision("c1", .unhide)], by: Sample.weka).first?.claimedAt == nil)
    // Let go.
    try one.claim(Sample.item("c2"), by: Sample.kereru)
    try two.release(Sample.item("c2"))
    #expect(throws: CommitError.self) { try two.commit([Sample.decision("c2", .hide)], by: Sample.weka) }
    try one.release(Sample.item("c2"))
    try two.commit([Sample.decision("c2", .hide)], by: Sample.weka)
    // Gone home.
    try one.claim(Sample.item("c3"), by: Sample.kereru)
    scratch.ticks.advance(seconds: 121)
    #expect(try two.row(Sample.item("c3"))?.claimedBy == nil)
    try two.commit([Sample.decision("c3", .hide)], by: Sample.weka)
  }

  @Test("At another console it is the same person, and their decision lets the item go there too")
  func sameperson() throws {
    let one = try prepare()
    let two = try scratch.desk(Sample.team, console: "two")
    try one.claim(Sample.item("c1"), by: Sample.kereru)
    try two.commit([Sample.decision("c1", .hide)], by: Sample.kereru)
    #expect(try one.row(Sample.item("c1"))?.claimedBy == nil)
    try two.commit([Sample.decision("c1", .unhide)], by: Sample.weka)
  }

  @Test("A console learns what the others did, who they are and what they have in hand")
  func news() throws {
    let one = try prepare()
    let two = try scratch.desk(Sample.team, console: "two")
    let start = try one.lastSequence()
    try one.appear(as: Sample.kereru)
    try two.appear(as: Sample.tui)
    #expect(try one.news().sequence == start, "being here is no event")
    try two.commit([Sample.decision("c2", .hide)], by: Sample.tui)
    try two.commit([Sample.decision("c2", .record), Sample.decision("c1", .hide)], by: Sample.tui)
    try two.claim(Sample.item("c3"), by: Sample.tui)
    let news = try one.news()
    #expect(news.sequence == start + 4)
    #expect(news.claims.map(\.person) == ["c.tui"])
    #expect(news.people.map { "\($0.person) \($0.role)" } == ["a.kereru moderator", "c.tui supervisor"])
    try two.receive([Sample.received(Sample.comment("c9", "x"))], feed: Sample.feed, by: Sample.ruru)
    #expect(try one.news().sequence == start + 5)
    try two.disappear()
    #expect(try one.news().people.map(\.person) == ["a.kereru"])
    #expect(try one.news().claims.isEmpty)
    scratch.ticks.advance(seconds: 61)
    #expect(try one.news().people.isEmpty)
  }

  // MARK: Putting off and asking

  private func snooze(_ id: String, seconds: Int64) -> Decision {
    var decision = Sample.decision(id, .snooze)
    decision.until = Timestamp(milliseconds: scratch.ticks.now.milliseconds + seconds * 1000)
    return decision
  }

  @Test("What is put off comes back when its time has come, by the desk's own hand")
  func snoozed() throws {
    let desk = try prepare()
    #expect(throws: CommitError.refused(.untilMissing)) {
      try desk.commit([Sample.decision("c1", .snooze)], by: Sample.kereru)
    }
    #expect(throws: CommitError.refused(.untilMissing)) {
      try desk.commit([snooze("c1", seconds: 0)], by: Sample.kereru)
    }
    let decision = snooze("c1", seconds: 3600)
    #expect(try desk.commit([decision], by: Sample.kereru).first?.until == decision.until)
    #expect(try desk.count(QueueQuery(.snoozed)) == 1)
    #expect(try desk.wake() == [])
    scratch.ticks.advance(seconds: 3600)
    #expect(try desk.wake().map(\.line) == ["reopened “snooze over” by docket"])
    #expect(try desk.wake() == [])
    #expect(try desk.state("c1") == ItemState())
    try desk.check()
  }

  @Test("What happens to an item meanwhile, and is taken back, does not keep it from coming back")
  func snoozedMeanwhile() throws {
    let desk = try prepare()
    try desk.commit([Sample.decision("c1", .hide)], by: Sample.kereru)
    try desk.commit(["c1", "c2", "c3"].map { snooze($0, seconds: 3600) }, by: Sample.kereru)
    _ = try desk.exportActions(channel: "waka", audience: "x", by: Sample.huia) { _ in "ab" }
    try desk.commit([Sample.decision("c2", .hide)], by: Sample.kereru)
    try desk.undo(by: Sample.kereru)
    try desk.commit([Sample.decision("c3", .skip)], by: Sample.weka)
    #expect(try desk.count(QueueQuery(.snoozed)) == 3)
    scratch.ticks.advance(seconds: 3600)
    #expect(try desk.wake().count == 3)
    #expect(try desk.count(QueueQuery(.queue)) == 3)
    #expect(try desk.state("c1")?.stage == .exported)
    try desk.check()
  }

  @Test("An escalated item that was put off comes back to the role that it waited for")
  func snoozedEscalation() throws {
    let desk = try prepare()
    try desk.commit([Sample.decision("c1", .escalate, Sample.threat)], by: Sample.kereru)
    try desk.commit([snooze("c1", seconds: 60)], by: Sample.kereru)
    scratch.ticks.advance(seconds: 60)
    #expect(try desk.wake().map(\.escalatedTo) == ["security"])
    #expect(try desk.state("c1")?.status == .escalated)
    try desk.check()
  }

  @Test("One may hold an item and ask, or ask a colleague for a second opinion")
  func asking() throws {
    let desk = try prepare()
    var hold = Sample.decision("c1", .hold)
    hold.escalateTo = RoleName("privacy")
    let held = try #require(try desk.commit([hold], by: Sample.kereru).first)
    #expect(held.escalatedTo == "privacy")
    #expect(try desk.state("c1") == ItemState(status: .escalated, visibility: .held, stage: .committed))
    var opinion = Sample.decision("c2", .escalate, Sample.threat)
    opinion.escalateTo = RoleName("b.weka")
    #expect(try desk.commit([opinion], by: Sample.kereru).first?.escalatedTo == "b.weka")
    opinion.escalateTo = RoleName("nobody")
    let known = [RoleName("security"), RoleName("privacy")]
    #expect(throws: CommitError.refused(.escalationRoleUnknown(RoleName("nobody"), known: known))) {
      try desk.commit([opinion], by: Sample.kereru)
    }
    try desk.commit([Sample.decision("c3", .hold)], by: Sample.kereru)
    #expect(try desk.state("c3") == ItemState(status: .decided, visibility: .held, stage: .committed))
    #expect(try desk.count(QueueQuery(.escalated)) == 2)
    try desk.check()
  }
}
