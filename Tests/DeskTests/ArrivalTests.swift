import Desk
import GRDB
import Moderation
import Testing

@Suite("Edits and re-imports")
struct ArrivalTests {
  let scratch = Scratch()

  @Test("Importing the same feed again changes nothing")
  func again() throws {
    let desk = try scratch.desk()
    try desk.fill(20)
    try desk.commit([Sample.decision("c1", .hide)], by: Sample.kereru)
    let before = try desk.page(QueueQuery(.queue), after: nil, limit: 99)
    try desk.fill(20)
    #expect(try desk.events(before: nil, limit: 1).first?.imported?.same == 20)
    #expect(try desk.page(QueueQuery(.queue), after: nil, limit: 99) == before)
    #expect(try desk.state("c1")?.status == .decided)
    try desk.check()
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
    #expect(row.state == ItemState(status: .open, visibility: .hidden, stage: .committed))
    #expect(row.label == .offensive)
    #expect(try desk.detail(Sample.item("c1"))?.text == "nasty")
    #expect(try desk.backlog().urgent == 1)
    let reopened = try #require(try desk.events(before: nil, limit: 1).first)
    #expect(reopened.line == "reopened “edited” by docket")
    #expect(reopened.cause == reopened.sequence - 1)
    #expect([reopened.role, reopened.automation?.rawValue] == ["system", "system_timer"])
    #expect(throws: CommitError.refused(.stale(Sample.item("c1"), seen: 1, current: 2))) {
      try desk.commit([Sample.decision("c1", .leave)], by: Sample.kereru)
    }
    #expect(throws: CommitError.refused(.stale(Sample.item("c1"), seen: 1, current: 2))) {
      try desk.undo(by: Sample.kereru)
    }
    let states = try scratch.look { db in
      try String?.fetchAll(db, sql: "SELECT state FROM vault_flag ORDER BY rev")
    }
    #expect(states == ["superseded", nil])
    try desk.check()
  }

  @Test("An edit of what has been sent out is called changed, and an escalated item stays with its role")
  func editedAfterExport() throws {
    let desk = try scratch.desk()
    try desk.fill(2)
    try desk.commit([Sample.decision("c1", .hide)], by: Sample.kereru)
    try desk.commit(
      [Sample.decision("c2", .hide), Sample.decision("c2", .escalate, Sample.threat)], by: Sample.kereru)
    _ = try desk.exportActions(audience: "platform", by: Sample.kereru) { _ in "ab" }
    let counts = try desk.receive(
      (1...2).map { Sample.received(Sample.comment("c\($0)", "other words")) }, feed: Sample.feed, by: Sample.kereru)
    #expect(counts == ReceiveCounts(changed: 2))
    #expect(try desk.log(2) == ["reopened “edited” by docket", "reopened “edited” by docket"])
    #expect(try desk.state("c1") == ItemState(status: .open, visibility: .hidden, stage: .changed))
    #expect(try desk.state("c2") == ItemState(status: .escalated, visibility: .hidden, stage: .changed))
    #expect(try desk.backlog().untaken == 2)
    // It may be hidden again, and goes out again.
    try desk.commit([Sample.decision("c1", .hide, revision: 2)], by: Sample.kereru)
    #expect(try desk.pendingActions().map(\.comment) == ["c1"])
    try desk.check()
  }

  @Test("A flag that a newer classifier raises on a decided item lets it wait again, and says which")
  func newFlag() throws {
    let desk = try scratch.desk()
    let comment = Sample.comment("c1", "words")
    func receive(_ flags: [Flag], _ rules: String) throws {
      try desk.receive(
        [Sample.received(comment, flags)], feed: FeedIdentity(sha256: "", format: "f@1", rules: rules),
        by: Sample.kereru)
    }
    try receive([Sample.flag(.low)], "classifier@1")
    try desk.commit([Sample.decision("c1", .leave)], by: Sample.kereru)
    try receive([Sample.flag(.low), Sample.flag(.critical, 99, .offensive)], "classifier@1")
    #expect(try desk.state("c1")?.status == .decided, "the same classifier cannot see more")
    try receive([Sample.flag(.high)], "classifier@2")
    #expect(try desk.state("c1")?.status == .decided, "the same label is no news")
    try receive([Sample.flag(.critical, 99, .offensive), Sample.flag(.low, 9, .spam)], "classifier@2")
    #expect(try desk.log(2) == ["imported by akereru", "reopened “new flag: offensive, spam” by docket"])
    let row = try #require(try desk.row(Sample.item("c1")))
    #expect(row.state == ItemState())
    #expect([row.revision, try desk.backlog().urgent] == [1, 1])
    #expect(row.label == .offensive)
    #expect(try desk.detail(Sample.item("c1"))?.flags.map(\.label) == [.health, .offensive, .spam])
    #expect(try desk.commit([Sample.decision("c1", .hide)], by: Sample.kereru).first?.rules == "classifier@2")
    try receive([Sample.flag(.critical, 99, .offensive), Sample.flag(.low, 9, .spam)], "classifier@2")
    #expect(try desk.state("c1")?.status == .decided)
    try desk.check()
  }

  @Test("A feed that has a comment twice, once edited, reopens it once")
  func twice() throws {
    let desk = try scratch.desk()
    try desk.fill(1)
    try desk.commit([Sample.decision("c1", .leave)], by: Sample.kereru)
    try desk.receive(
      ["once", "twice"].map { Sample.received(Sample.comment("c1", $0)) }, feed: Sample.feed, by: Sample.kereru)
    #expect(try desk.log(2) == ["imported by akereru", "reopened “edited” by docket"])
    #expect(try desk.row(Sample.item("c1"))?.revision == 3)
    try desk.check()
  }

  @Test("An edit takes back the ground that a proposal stood on")
  func proposalIsDropped() throws {
    let desk = try scratch.desk(Sample.team)
    try desk.fill(1, by: Sample.ruru)
    try desk.commit([Sample.decision("c1", .delete, Sample.hate)], by: Sample.huia)
    #expect(try desk.state("c1")?.stage == .proposed)
    try desk.receive([Sample.received(Sample.comment("c1", "sorry"))], feed: Sample.feed, by: Sample.ruru)
    #expect(try desk.state("c1") == ItemState())
    // What a second person does now is a proposal of their own.
    let event = try desk.commit([Sample.decision("c1", .delete, Sample.hate, revision: 2)], by: Sample.kea).first
    #expect(event?.type == .proposed)
    try desk.check()
  }

  @Test("Feeds of channels that the register does not have are refused, and nothing of them is kept")
  func unregistered() throws {
    let desk = try scratch.desk(Sample.team)
    #expect(throws: CommitError.refused(.channelUnregistered("elsewhere"))) {
      try desk.receive(
        [Sample.received(Sample.comment("c1", "x")), Sample.received(Sample.comment("c2", "x"), channel: "elsewhere")],
        feed: Sample.feed, by: Sample.ruru)
    }
    #expect(try desk.log(1) == ["refused channel_unregistered by f.ruru"])
    #expect(try desk.count(QueueQuery(.queue)) == 0)
  }
}
