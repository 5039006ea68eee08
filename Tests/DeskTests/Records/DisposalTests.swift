import Casework
import GRDB
import Moderation
import Testing

@testable import Desk

@Suite("Disposal")
struct DisposalTests {
  let scratch = Scratch()

  private static let words = ["quokkaberry", "Zanzibarine", "Wombatsworth", "Ptarmigania", "flummoxed", "Kakapolis"]
  /// 21 March 2027 and 22 September 2028, noon UTC.
  private static let halfAYear: Int64 = 1_805_630_400_000
  private static let twoYears: Int64 = 1_853_236_800_000

  /// c1 chatter, in two revisions; c2 hidden, with a rationale and a note; c3 flagged and waiting.
  private func filled(_ policy: AgencyPolicy = RecordSample.policy) throws -> Desk {
    let desk = try scratch.desk(policy)
    var first = Sample.comment("c1", "lovely quokkaberry", thread: "t1", author: "u1")
    first.threadTitle = "The Kakapolis question"
    first.authorName = "Ptarmigania Jones"
    first.permalink = "https://example.org/quokkaberry"
    var second = Sample.comment("c2", "an awful Zanzibarine", thread: nil, author: "u2")
    second.raw = "<p>an awful Zanzibarine</p>"
    var why = Sample.flag(.high, spans: [Span(start: 9, end: 20, type: .insult)])
    why.why = "insult: Zanzibarine"
    try desk.receive(
      [
        Sample.received(first), Sample.received(second, [why]),
        Sample.received(Sample.comment("c3", "flag me", thread: nil, author: "u3"), [Sample.flag(.low)]),
      ], feed: Sample.feed, by: Sample.kereru)
    try desk.indexAllWords()
    first.text = "lovely Wombatsworth"
    try desk.receive([Sample.received(first)], feed: Sample.feed, by: Sample.kereru)
    var decision = Sample.decision("c2", .hide)
    decision.rationale = "flummoxed by this"
    try desk.commit([decision], by: Sample.kereru)
    _ = try desk.exportActions(audience: "page team", by: RecordSample.keeper) { _ in "sha" }
    try desk.note("Ptarmigania rang", on: Sample.item("c2"), by: Sample.kereru)
    return desk
  }

  private func dispose(_ desk: Desk, by user: UserName = RecordSample.keeper) throws -> DisposalEntry {
    guard case .destroyed(let entry) = try desk.dispose(approver: "Chief Archivist", by: user) else {
      throw Unexpected("nothing was destroyed")
    }
    try desk.wipe(by: user)
    return entry
  }

  @Test("What is due is told by class and day, and why the rest is kept")
  func plan() throws {
    let desk = try filled()
    let none = try desk.disposalPlan()
    #expect(none.isEmpty && none.kept.map(\.why) == ["not due yet"])
    let half = try desk.disposalPlan(on: CivilDate("2027-03-21"))
    #expect(half.classes.map(\.retention.code) == ["CHAT"])
    #expect(half.classes.map(\.items) == [[Sample.item("c1")]])
    #expect(half.kept.map { "\($0.why) \($0.count)" } == ["flagged and not decided 1", "not due yet 1"])
    #expect(try desk.disposalPlan(on: CivilDate("2027-03-20")).isEmpty)
    let later = try desk.disposalPlan(on: CivilDate("2028-09-21"))
    #expect(later.classes.map(\.retention.code) == ["CHAT", "MOD"])
    #expect(later.classes[1].matters == ["N-2026-0001"])
  }

  @Test("Destroyed words are in no file of the desk, in no spelling, and in no certificate")
  func gone() throws {
    var desk: Desk? = try filled()
    #expect(try scratch.filesHold(["quokkaberry"]).isEmpty == false)
    scratch.ticks.set(Self.twoYears)
    let entry = try dispose(try #require(desk))
    #expect(try scratch.filesHold(Self.words) == [])
    for word in Self.words { #expect(!(entry.text + entry.json).lowercased().contains(word.lowercased())) }
    #expect(try desk?.search("quokkaberry", limit: 5).isEmpty ?? false)
    try desk?.check()
    desk = nil
    #expect(try scratch.filesHold(Self.words) == [])
  }

  @Test(
    "The chain and the views still hold, and every query answers: the words were destroyed, when and under which class")
  func whole() throws {
    let desk = try filled()
    scratch.ticks.set(Self.twoYears)
    let entry = try dispose(desk)
    try desk.check()
    let detail = try #require(try desk.detail(Sample.item("c2")))
    #expect(detail.text == "" && detail.flags == [])
    #expect(detail.disposal?.sentence == "words destroyed on 2028-09-22, class MOD")
    #expect(detail.disposal?.certificate == entry.event.sequence)
    #expect(try desk.state("c1")?.status == .decided)
    #expect(try desk.row(Sample.item("c1"))?.excerpt == "")
    #expect(try desk.page(QueueQuery(.queue), after: nil, limit: 9).map(\.item) == [Sample.item("c3")])
    #expect(try desk.notes(on: Sample.item("c2")).map(\.words) == [nil])
    #expect(try desk.locate("c2").map(\.item) == [Sample.item("c2")])
    #expect(throws: CommitError.refused(.casework(.wordsDestroyed))) {
      try desk.commit([Sample.decision("c2", .unhide)], by: Sample.kereru)
    }
    #expect(throws: CommitError.refused(.casework(.wordsDestroyed))) { try desk.undo(by: Sample.kereru) }
    #expect(throws: CommitError.refused(.casework(.recordWordsGone))) {
      try desk.capture(
        try RecordSample.whole(try desk.recordDraft(of: [Sample.item("c2")], form: .copy)), hiding: { _ in [] },
        by: Sample.kereru)
    }
    try desk.indexAllWords()
    let progress = try desk.indexProgress()
    #expect(progress.done == progress.total)
  }

  @Test("An old feed does not bring destroyed words back")
  func reimport() throws {
    let desk = try filled()
    scratch.ticks.set(Self.twoYears)
    _ = try dispose(desk)
    let counts = try desk.receive(
      [Sample.received(Sample.comment("c1", "lovely quokkaberry"), [Sample.flag(.high)])], feed: Sample.feed,
      by: Sample.kereru)
    #expect(counts.same == 1 && counts.changed == 0)
    try desk.check()
    #expect(try scratch.filesHold(["quokkaberry"]) == [])
  }

  @Test("Nothing under a hold is destroyed, and the plan says by which hold")
  func held() throws {
    let desk = try filled()
    try desk.hold(.items([Sample.item("c1")]), reason: "A claim", authority: "Court", by: RecordSample.keeper)
    scratch.ticks.set(Self.twoYears)
    #expect(try desk.disposalPlan().held == [DisposalPlan.Held(item: Sample.item("c1"), holds: ["H-2026-0001"])])
    let entry = try dispose(desk)
    #expect(!entry.text.contains(Sample.item("c1").rawValue))
    #expect(try desk.detail(Sample.item("c1"))?.text == "lovely Wombatsworth")
    try desk.lift("H-2026-0001", reason: "Over", by: RecordSample.keeper)
    #expect(try dispose(desk).text.contains(Sample.item("c1").rawValue))
    try desk.check()
  }

  @Test("The certificate says what, when, by whom, under which authority and how; its digest is in the chain")
  func certificate() throws {
    let desk = try filled()
    let copy = try desk.backUp(to: scratch.folder + "/backup.sqlite", by: RecordSample.keeper)
    scratch.ticks.set(Self.halfAYear)
    let entry = try dispose(desk)
    #expect(ContentDigest.sha256(Array(entry.text.utf8)) == entry.event.sha256)
    for line in [
      "Date            2027-03-21", "Carried out by  j.toroa (records)", "Authorised by   Chief Archivist",
      "CHAT  Chatter", "authority: GDA7 1.1", "  " + Sample.item("c1").rawValue, "2 texts",
      "These backups still hold the words:", "SHA-256 \(copy.sha256)",
    ] {
      #expect(entry.text.contains(line), "\(line)")
    }
    #expect(entry.json.contains("\"class\":\"CHAT\"") && entry.json.contains(copy.sha256))
    #expect(try desk.disposals().map(\.text) == [entry.text])
    #expect(
      try desk.log(3) == [
        "disposed by j.toroa", "disposed “class CHAT” by j.toroa",
        "disposed “free pages and log overwritten” by j.toroa",
      ])
  }

  @Test(
    "Only who may dispose does, with somebody's authority; where the policy wants two, two have to ask for the same")
  func rights() throws {
    let desk = try filled(RecordSample.policy(needsTwo: true))
    scratch.ticks.set(Self.halfAYear)
    #expect(throws: CommitError.self) { try desk.dispose(approver: "me", by: Sample.kereru) }
    #expect(throws: CommitError.refused(.casework(.disposalUnauthorised))) {
      try desk.dispose(approver: " ", by: RecordSample.keeper)
    }
    for _ in 0..<2 {
      guard case .proposed = try desk.dispose(approver: "CA", by: RecordSample.keeper) else {
        throw Unexpected("one person is not two")
      }
    }
    #expect(try desk.detail(Sample.item("c1"))?.text == "lovely Wombatsworth")
    let entry = try dispose(desk, by: RecordSample.second)
    #expect(entry.text.contains("Carried out by  k.kaka") && entry.text.contains("j.toroa, who asked for it first"))
  }

  @Test("A disposal that was cut off before the pages were overwritten is finished by the next")
  func cutOff() throws {
    let desk = try filled()
    scratch.ticks.set(Self.twoYears)
    _ = try desk.dispose(approver: "CA", by: RecordSample.keeper)
    #expect(try desk.disposals().map(\.isWiped) == [false])
    #expect(try scratch.filesHold(Self.words) != [])
    guard case .nothing = try desk.dispose(approver: "CA", by: RecordSample.keeper) else {
      throw Unexpected("it was destroyed twice")
    }
    try desk.wipe(by: RecordSample.keeper)
    #expect(try desk.disposals().map(\.isWiped) == [true])
    #expect(try scratch.filesHold(Self.words) == [])
    let last = try desk.events(before: nil, limit: 1)
    try desk.wipe(by: RecordSample.keeper)
    #expect(try desk.events(before: nil, limit: 1) == last)
  }

  @Test("Words of cases, escalations and records go when the last of their comments does, and not before")
  func matters() throws {
    let desk = try filled()
    let item = Sample.item("c3")
    try desk.commit([CaseSample.open("c3", CaseSample.complaint)], by: Sample.kereru)
    let draft = try RecordSample.whole(try desk.recordDraft(of: [item], form: .copy))
    try desk.capture(draft, hiding: { _ in [] }, by: Sample.kereru)
    #expect(
      try desk.disposalPlan(on: CivilDate("2040-01-01")).kept.contains { $0.why == "its case or escalation is open" })
    try desk.take(StepEntry(.acknowledged), onCase: "C-2026-0001", by: Sample.tui)
    try desk.take(StepEntry(.dropped, [.words: .words("flummoxed caller")]), onCase: "C-2026-0001", by: Sample.tui)
    // The record keeps longest: seven years.
    #expect(!(try desk.disposalPlan(on: CivilDate("2033-09-20")).classes.contains { $0.items.contains(item) }))
    let plan = try desk.disposalPlan(on: CivilDate("2033-09-22"))
    let entry = try #require(plan.classes.first { $0.items.contains(item) })
    #expect(entry.retention.code == "REC")
    #expect(entry.matters == ["C-2026-0001", "R-2026-0001"])
    scratch.ticks.set(2_020_000_000_000)
    _ = try dispose(desk)
    #expect(try desk.record("R-2026-0001")?.content == nil)
    #expect(try desk.record("R-2026-0001")?.file.state == .disposed)
    #expect(try scratch.filesHold(["flummoxed", "council decided", "flag me"]) == [])
    try desk.check()
  }

  @Test("Words that somebody deleted by hand are missed by the check, even with what a disposal leaves in their place")
  func forgery() throws {
    let desk = try filled()
    try scratch.tamper(
      """
      INSERT INTO disposed_text SELECT id, seq, place, x'00' FROM vault_text WHERE id = 3;
      DELETE FROM vault_text WHERE id = 3
      """)
    let tables = Set(try desk.compareViews().map(\.table))
    #expect(tables.contains("disposed_text") && tables.contains("vault_text"))
  }
}
