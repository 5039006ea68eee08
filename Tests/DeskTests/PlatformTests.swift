import Desk
import Moderation
import Testing

/// The life of a decision after it was made: sent out, carried out, seen in a later feed.
@Suite("Out to the platform and back")
struct PlatformTests {
  let scratch = Scratch()

  /// Three items of one thread, the first hidden, the second deleted, the third held and published again.
  private func prepare() throws -> Desk {
    let desk = try scratch.desk()
    try desk.receive(
      (1...4).map { Sample.received(Sample.comment("c\($0)", "text \($0)")) }, feed: Sample.feed, by: Sample.kereru)
    try desk.commit([Sample.decision("c1", .hide)], by: Sample.kereru)
    try desk.commit([Sample.decision("c2", .delete)], by: Sample.kereru)
    try desk.commit([Sample.decision("c3", .hold)], by: Sample.kereru)
    try desk.commit([Sample.decision("c3", .publish)], by: Sample.kereru)
    try desk.commit([Sample.decision("c4", .leave)], by: Sample.kereru)
    return desk
  }

  @discardableResult
  private func export(_ desk: Desk) throws -> WrittenSheet {
    try desk.exportActions(audience: "platform", by: Sample.kereru) { _ in "ab12" }
  }

  private func stages(_ desk: Desk) throws -> [ItemState.Stage?] { try (1...4).map { try desk.state("c\($0)")?.stage } }

  @Test("A sheet holds what changes what the public sees, once, and marks it")
  func export() throws {
    let desk = try prepare()
    var handed: [PlatformAction] = []
    let sheet = try desk.exportActions(audience: "social team", by: Sample.weka) { actions in
      handed = actions
      return "ab12"
    }
    #expect(
      handed.map { "\($0.comment) \($0.verb.rawValue) \($0.reason.rawValue) by \($0.decidedBy)" } == [
        "c1 hide SPAM by akereru", "c2 delete SPAM by akereru", "c3 publish SPAM by akereru",
      ])
    #expect(handed[0].reasonText == "Hidden as spam; see https://waka.example/rules.")
    #expect(
      [handed[0].platform, handed[0].channel, handed[0].thread, handed[0].author] == ["youtube", "waka", "t1", "u1"])
    // What the applying script can check: the text as the moderator saw it.
    #expect(handed[0].textSHA256 == "900a4469df00ccbfd0c145c6d1e4b7953dd0afafadd7534e3a4019e8d38fc663")
    #expect(sheet.actions == 3)
    #expect(try stages(desk) == [.exported, .exported, .exported, nil])
    let events = try desk.events(before: nil, limit: 4)
    #expect(events.map(\.line) == Array(repeating: "exported by bweka", count: 3) + ["sheet_written by bweka"])
    #expect(Set(events.map(\.target)) == ["sheet \(sheet.id)"])
    #expect(events.reversed().dropFirst().map(\.cause) == handed.map(\.decision))
    let written = try #require(events.last)
    #expect([written.sha256, written.audience] == ["ab12", "social team"])
    #expect(written.count == 3 && written.sequence == sheet.sequence)
    #expect(try desk.backlog().unexported == 0)
    #expect(try desk.pendingActions() == [])
    #expect(try export(desk).actions == 0)
    #expect(try desk.lastSequence() == events[0].sequence, "an empty sheet is none")
    try desk.check()
  }

  @Test("A sheet asks for the decision that holds, not for one that was taken back")
  func takenBack() throws {
    let desk = try prepare()
    try desk.commit([Sample.decision("c1", .unhide)], by: Sample.kereru)
    try desk.undo(by: Sample.kereru)
    #expect(try desk.pendingActions().first?.verb == .hide)
  }

  @Test("A report is taken in whatever was decided besides since")
  func reportAfterRecord() throws {
    let desk = try prepare()
    let decision = try desk.pendingActions()[0].decision
    try export(desk)
    try desk.commit([Sample.decision("c1", .record)], by: Sample.kereru)
    let count = try desk.note(
      [ActionReport(decision: decision, isDone: true)], sheetSHA256: "cd", by: Sample.kereru)
    #expect(count == 1)
    #expect(try desk.state("c1")?.stage == .applied)
  }

  @Test("A sheet that could not be delivered marks nothing")
  func failingDelivery() throws {
    struct NoPaper: Error {}
    let desk = try prepare()
    let last = try desk.lastSequence()
    #expect(throws: NoPaper.self) {
      try desk.exportActions(audience: "x", by: Sample.kereru) { _ in throw NoPaper() }
    }
    #expect(try desk.lastSequence() == last)
    #expect(try desk.pendingActions().count == 3)
    #expect(try export(desk).actions == 3)
  }

  @Test("One channel's sheet leaves the others' decisions alone")
  func byChannel() throws {
    let desk = try prepare()
    try desk.receive(
      [Sample.received(Sample.comment("c1", "x"), channel: "tui")], feed: Sample.feed, by: Sample.kereru)
    var decision = Sample.decision("c1", .hide)
    decision.item = Sample.item("c1", channel: "tui")
    try desk.commit([decision], by: Sample.kereru)
    #expect(try desk.pendingActions(channel: "tui").map(\.item) == [decision.item])
    _ = try desk.exportActions(channel: "tui", audience: "x", by: Sample.kereru) { _ in "ab" }
    #expect(try desk.pendingActions().map(\.comment) == ["c1", "c2", "c3"])
  }

  @Test("Who carried it out says what became of it; rows that nobody waits for are left out")
  func reports() throws {
    let desk = try prepare()
    let decisions = try desk.pendingActions().map(\.decision)
    let early = try desk.note(
      [ActionReport(decision: decisions[0], isDone: true)], sheetSHA256: "cd", by: Sample.kereru)
    #expect(early == 0)
    try export(desk)
    let count = try desk.note(
      [
        ActionReport(decision: decisions[0], isDone: true), ActionReport(decision: decisions[1], isDone: false),
        ActionReport(decision: 2, isDone: true), ActionReport(decision: 9999, isDone: true),
        ActionReport(decision: decisions[0], isDone: true),
      ], sheetSHA256: "cd", by: Sample.weka)
    #expect(count == 2)
    #expect(try stages(desk) == [.applied, .notApplied, .exported, nil])
    #expect(try desk.log(2) == ["applied “done” by bweka", "applied “failed” by bweka"])
    #expect(try desk.events(before: nil, limit: 1).first?.sha256 == "cd")
    #expect(try desk.page(QueueQuery(.untaken), after: nil, limit: 9).map(\.item) == [Sample.item("c2")])
    #expect(try desk.backlog().untaken == 1)
    // A decision that did not take may be made, and sent, again.
    try desk.commit([Sample.decision("c2", .delete)], by: Sample.kereru)
    #expect(try desk.pendingActions().map(\.comment) == ["c2"])
    try desk.check()
  }

  // MARK: A later feed

  private func close(
    _ desk: Desk, _ states: [String: Moderation.Comment.PlatformState], threads: Set<String> = ["t1"],
    sha256: String = "feed2"
  ) throws {
    let comments = states.sorted { $0.key < $1.key }.map { id, state in
      var comment = Sample.comment(id, "text \(id.dropFirst())")
      comment.state = state
      return Sample.received(comment)
    }
    let counts = try desk.receive(comments, feed: Sample.feed, by: Sample.kereru)
    try desk.close(
      ImportAccount(file: "feed.json", sha256: sha256),
      coverage: FeedCoverage(channels: ["waka"], threads: threads, sightings: counts.sightings), by: Sample.kereru)
  }

  @Test(
    "A later feed shows what became of each decision",
    arguments: [
      (.hidden, .deleted, .published, ["reconciled “hidden”", "reconciled “deleted”", "reconciled “shown”"]),
      (
        .published, .published, .hidden,
        ["not_applied “still shown”", "not_applied “still shown”", "not_applied “still hidden”"]
      ),
      (
        .held, .hidden, .spam,
        ["reconciled “hidden”", "not_applied “hidden, not deleted”", "not_applied “still hidden”"]
      ),
      (.unknown, .unknown, .unknown, ["exported", "not_applied “still there”", "exported"]),
      (nil, nil, nil, ["reconciled “gone”", "reconciled “gone”", "not_applied “not in the feed”"]),
    ]
      as [(
        Moderation.Comment.PlatformState?, Moderation.Comment.PlatformState?, Moderation.Comment.PlatformState?,
        [String]
      )])
  func settled(
    first: Moderation.Comment.PlatformState?, second: Moderation.Comment.PlatformState?,
    third: Moderation.Comment.PlatformState?, expected: [String]
  ) throws {
    let desk = try prepare()
    try export(desk)
    var states: [String: Moderation.Comment.PlatformState] = ["c4": .published]
    states["c1"] = first
    states["c2"] = second
    states["c3"] = third
    try close(desk, states)
    let found = try (1...3).map { number in
      let event = try #require(try desk.detail(Sample.item("c\(number)"))?.history.last)
      let stage = try #require(try desk.state("c\(number)")?.stage)
      return stage.rawValue + (event.outcome.map { " “\($0)”" } ?? "")
    }
    #expect(found == expected)
    #expect(try desk.state("c4")?.stage == nil)
    let cause = try #require(try desk.events(before: nil, limit: 9).first { $0.type == .accounted })
    for event in try desk.events(before: nil, limit: 9) where event.type == .reconciled {
      #expect(event.cause == cause.sequence)
      #expect([event.actor, event.role] == ["docket", "system"])
    }
    try desk.check()
  }

  @Test("A thread that the feed does not cover says nothing of what is not there, nor does another channel's feed")
  func uncovered() throws {
    let desk = try prepare()
    try export(desk)
    try close(desk, ["c1": .hidden], threads: [])
    #expect(try stages(desk) == [.reconciled, .exported, .exported, nil])
    try desk.close(
      ImportAccount(file: "f", sha256: "other"), coverage: FeedCoverage(channels: ["tui"], threads: ["t1"]),
      by: Sample.kereru)
    #expect(try stages(desk) == [.reconciled, .exported, .exported, nil])
  }

  @Test("A feed that had come in before the sheet was written says nothing when it comes again; a new one does")
  func olderFeed() throws {
    let desk = try prepare()
    try close(desk, ["c1": .published, "c4": .published], sha256: "old")
    try export(desk)
    try close(desk, ["c1": .published, "c4": .published], sha256: "old")
    #expect(try stages(desk) == [.exported, .exported, .exported, nil])
    try close(desk, ["c1": .published, "c4": .published], sha256: "new")
    #expect(try stages(desk) == [.notApplied, .reconciled, .notApplied, nil])
    // Put right on the platform: the next feed shows it, the same one does not.
    try close(desk, ["c1": .hidden, "c4": .published], sha256: "new")
    #expect(try stages(desk)[0] == .notApplied)
    try close(desk, ["c1": .hidden, "c3": .published, "c4": .published], sha256: "newest")
    #expect(try stages(desk) == [.reconciled, .reconciled, .reconciled, nil])
    #expect(try desk.backlog().untaken == 0)
    try desk.check()
  }

  @Test("Leaving up what did not take ends the matter, and taking that back opens it again")
  func accepted() throws {
    let desk = try prepare()
    try export(desk)
    try close(desk, ["c1": .published, "c2": .deleted, "c3": .published])
    #expect(try desk.page(QueueQuery(.untaken), after: nil, limit: 9).map(\.item) == [Sample.item("c1")])
    try desk.commit([Sample.decision("c1", .leave)], by: Sample.kereru)
    #expect(try desk.state("c1") == ItemState(status: .decided))
    #expect(try desk.count(QueueQuery(.untaken)) == 0)
    try desk.check()
    try desk.undo(by: Sample.kereru)
    #expect(try desk.state("c1") == ItemState(status: .decided, visibility: .hidden, stage: .notApplied))
    #expect(try desk.backlog().untaken == 1)
    try desk.check()
  }

  @Test("What a later feed confirms is confirmed once")
  func once() throws {
    let desk = try prepare()
    try export(desk)
    try close(desk, ["c1": .hidden, "c2": .deleted, "c3": .published], sha256: "a")
    let last = try desk.lastSequence()
    try close(desk, ["c1": .hidden, "c2": .deleted, "c3": .published], sha256: "b")
    #expect(try desk.lastSequence() == last + 2, "one import, one account")
  }
}
