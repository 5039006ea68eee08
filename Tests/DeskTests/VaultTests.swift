import Desk
import GRDB
import Moderation
import Testing

@Suite("Vault and ledger apart")
struct VaultTests {
  let scratch = Scratch()

  @Test("No word of a citizen's and no name of an author's gets into the ledger, refusals included")
  func canaries() throws {
    let desk = try scratch.desk()
    var comment = Sample.comment("c1", "CANARYtext", thread: "CANARYthread", author: "CANARYauthor")
    comment.authorHandle = "CANARYhandle"
    comment.threadTitle = "CANARYtitle"
    comment.raw = "CANARYraw"
    comment.permalink = "https://canary.example/CANARYlink"
    comment.attachments = ["CANARYfile"]
    comment.extra = [Comment.ExtraField(key: "k", value: "CANARYextra")]
    var flag = Sample.flag(.high)
    flag.why = "CANARYwhy"
    try desk.receive([Sample.received(comment, [flag])], feed: Sample.feed, by: Sample.kereru)
    var decision = Sample.decision("c1", .hide)
    decision.rationale = "CANARYrationale"
    try desk.commit([decision], by: Sample.kereru)
    _ = try? desk.commit(
      [Decision(item: ItemID(rawValue: "CANARYitem"), revision: 1, verb: .hide, reasons: [ReasonCode("CANARYcode")])],
      by: Sample.kereru)
    var unknownRole = Sample.decision("c1", .escalate, Sample.threat)
    unknownRole.escalateTo = RoleName("CANARYrole")
    _ = try? desk.commit([unknownRole, Sample.decision("c1", .leave, ReasonCode("CANARYcode"))], by: Sample.kereru)
    try desk.undo(by: Sample.kereru)
    try desk.close(ImportAccount(file: "CANARYfeed.json"), by: Sample.kereru)
    _ = try desk.reveal(Sample.item("c1"), purpose: "CANARYpurpose", by: Sample.kereru)
    _ = try desk.exportActions(audience: "platform", by: Sample.kereru) { _ in "ab" }
    let (ledger, vault) = try scratch.look { db in
      (
        try Row.fetchAll(db, sql: "SELECT * FROM ledger").map { "\($0)" }.joined(),
        try Row.fetchAll(db, sql: "SELECT CAST(text AS TEXT), CAST(raw AS TEXT) FROM vault_text").map { "\($0)" }
          .joined()
      )
    }
    #expect(vault.contains("CANARYtext"))
    #expect(!ledger.contains("CANARY"))
    #expect(
      try desk.events(before: nil, limit: 99).reversed().map(\.type.rawValue) == [
        "desk_created", "policy_adopted", "imported", "decided", "refused", "refused", "undone", "accounted",
        "revealed",
      ])
  }

  @Test("The hash of a text is salted: two comments that say the same have two")
  func salted() throws {
    let desk = try scratch.desk()
    try desk.receive(
      ["c1", "c2"].map { Sample.received(Sample.comment($0, "same")) }, feed: Sample.feed, by: Sample.kereru)
    let events = try desk.commit([Sample.decision("c1", .hide), Sample.decision("c2", .hide)], by: Sample.kereru)
    #expect(events.count == 2)
    #expect(events[0].textSHA256 != events[1].textSHA256)
  }

  @Test("An author has one alias in a channel, another in the next, and another on the next desk")
  func aliases() throws {
    let desk = try scratch.desk()
    try desk.receive(
      [
        Sample.received(Sample.comment("c1", "x")), Sample.received(Sample.comment("c2", "x")),
        Sample.received(Sample.comment("c3", "x"), channel: "elsewhere"),
        Sample.received(Sample.comment("c4", "x", author: nil)),
        Sample.received(Sample.comment("c5", "x", author: nil)),
      ], feed: Sample.feed, by: Sample.kereru)
    func alias(_ id: String, _ channel: String = "waka") throws -> String {
      try #require(try desk.detail(Sample.item(id, channel: channel))).alias
    }
    #expect(try alias("c1").wholeMatch(of: /[a-z]+-\d{4}/) != nil)
    #expect(try alias("c1") == alias("c2"))
    #expect(try alias("c1") != alias("c3", "elsewhere"))
    #expect(try alias("c4").wholeMatch(of: /unknown-\d{4}/) != nil)
    #expect(try alias("c4") != alias("c5"))
    let other = Scratch()
    let another = try other.desk()
    try another.receive([Sample.received(Sample.comment("c1", "x"))], feed: Sample.feed, by: Sample.kereru)
    #expect(try another.detail(Sample.item("c1"))?.alias != alias("c1"))
  }

  @Test("Twenty thousand authors of one channel get as many aliases")
  func aliasesAreUnique() throws {
    let desk = try scratch.desk()
    try desk.receive(
      (0..<20_000).map { Sample.received(Sample.comment("c\($0)", "x", author: "u\($0)")) }, feed: Sample.feed,
      by: Sample.kereru)
    let count = try scratch.look { db in
      try Int.fetchOne(db, sql: "SELECT count(DISTINCT alias) FROM vault_author")
    }
    #expect(count == 20_000)
  }

  @Test("A detail shows the thread around a comment, oldest first, with who answers whom")
  func thread() throws {
    let desk = try scratch.desk()
    var batch = (1...30).map { Sample.comment("c\($0)", "text \($0)", posted: Int64($0) * 1000) }
    batch[14].parent = "c3"
    batch[15].parent = "c14"
    batch.append(Sample.comment("other", "x", posted: 15_500, thread: "t2"))
    batch.append(Sample.comment("alone", "x", thread: nil))
    try desk.receive(batch.reversed().map { Sample.received($0) }, feed: Sample.feed, by: Sample.kereru)
    let detail = try #require(try desk.detail(Sample.item("c15")))
    #expect(detail.thread.map(\.text) == (5...25).map { "text \($0)" })
    #expect(detail.thread.first { $0.text == "text 15" }?.parent == Sample.item("c3"))
    #expect(detail.threadTitle == "Title of t1")
    #expect(try desk.detail(Sample.item("alone"))?.thread.count == 1)
    #expect(try desk.detail(Sample.item("nobody")) == nil)
  }

  @Test("An item is found by its comment's id, with the channel where that is not unique, colons or not")
  func locate() throws {
    let desk = try scratch.desk()
    try desk.receive(
      [
        Sample.received(Sample.comment("7", "x"), channel: "one"),
        Sample.received(Sample.comment("7", "x"), channel: "two"),
        Sample.received(Sample.comment("a:b", "x"), channel: "https://w.example"),
      ], feed: Sample.feed, by: Sample.kereru)
    #expect(try desk.locate("7").map(\.channel) == ["one", "two"])
    #expect(try desk.locate("two:7").map(\.item) == [Sample.item("7", channel: "two")])
    #expect(try desk.locate("https://w.example:a:b").map(\.externalID) == ["a:b"])
    #expect(try desk.locate("a:b").count == 1)
    #expect(try desk.locate(Sample.item("7", channel: "one").rawValue).map(\.revision) == [1])
    #expect(try desk.locate("8").isEmpty)
  }

  @Test("An account comes back as it was given, the newest first")
  func accounts() throws {
    let desk = try scratch.desk()
    let first = ImportAccount(
      file: "a.json", sha256: "ab", bytes: 12, format: "f@1", read: 5, new: 1, changed: 2, same: 1,
      skipped: [
        FeedProblem(file: "a.json", line: 3, why: "no id"), FeedProblem(file: "a.json", line: nil, why: "cut off"),
      ],
      droppedFields: ["email", "ip"])
    try desk.close(first, by: Sample.kereru)
    try desk.close(ImportAccount(file: "b.json"), by: Sample.kereru)
    #expect(try desk.accounts() == [ImportAccount(file: "b.json"), first])
  }

  @Test("Who stands behind an alias is told against a purpose and a right, and the ledger knows of it")
  func reveal() throws {
    let desk = try scratch.desk(Sample.team)
    try desk.receive(
      [Sample.received(Sample.comment("c1", "x")), Sample.received(Sample.comment("c2", "x", author: nil))],
      feed: Sample.feed, by: Sample.ruru)
    let item = Sample.item("c1")
    #expect(throws: CommitError.refused(.purposeMissing)) { try desk.reveal(item, purpose: " \n", by: Sample.tui) }
    #expect(
      throws: CommitError.refused(
        .roleNotAllowed(
          .reveal, role: "moderator", channel: "waka", holders: [.owner, .supervisor, .informationOfficer]))
    ) {
      try desk.reveal(item, purpose: "curious", by: Sample.kereru)
    }
    let identity = try #require(try desk.reveal(item, purpose: "threat to staff", by: Sample.tui))
    #expect([identity.platformID, identity.name, identity.handle] == ["u1", "Name of u1", nil])
    #expect(try desk.reveal(Sample.item("c2"), purpose: "threat to staff", by: Sample.tui) == nil)
    #expect(
      try desk.log(4) == [
        "refused purpose_missing by c.tui", "refused role_not_allowed by a.kereru", "revealed by c.tui",
        "revealed by c.tui",
      ])
    let event = try #require(try desk.events(before: nil, limit: 2).last)
    #expect(event.target == "author \(identity.alias)")
    #expect(try desk.rationale(try #require(event.rationale)) == "threat to staff")
  }

  @Test("Unmasking is written down with what was shown; an admin may not")
  func unmask() throws {
    let desk = try scratch.desk(Sample.team)
    try desk.fill(3, by: Sample.ruru)
    try desk.noteUnmasked(Sample.item("c3"), by: Sample.kereru)
    let event = try #require(try desk.events(before: nil, limit: 1).first)
    #expect(event.line == "unmasked by a.kereru")
    #expect(event.flags == ["health 0.00 high health.rule@1"])
    #expect(throws: CommitError.self) { try desk.noteUnmasked(Sample.item("c3"), by: Sample.moa) }
    #expect(throws: CommitError.refused(.itemUnknown(Sample.item("none")))) {
      try desk.noteUnmasked(Sample.item("none"), by: Sample.kereru)
    }
    #expect(try desk.log(2) == ["refused role_not_allowed by g.moa", "refused item_unknown by a.kereru"])
  }
}
