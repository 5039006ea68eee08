import Casework
import Moderation
import Testing

@testable import Desk

@Suite("What is held on one author")
struct OwnInformationTests {
  let scratch = Scratch()

  private func filled() throws -> Desk {
    let desk = try scratch.desk(RecordSample.policy)
    var first = Sample.comment("c1", "my first words", author: "u1")
    try desk.receive(
      [
        Sample.received(first, [Sample.flag(.low)]),
        Sample.received(Sample.comment("c2", "another's words", author: "u2")),
        Sample.received(Sample.comment("c3", "my own again", author: "u1")),
      ], feed: Sample.feed, by: Sample.kereru)
    first.text = "my second words"
    try desk.receive([Sample.received(first)], feed: Sample.feed, by: Sample.kereru)
    var decision = Sample.decision("c1", .hide, revision: 2)
    decision.rationale = "It names somebody."
    try desk.commit([decision], by: Sample.kereru)
    try desk.note("rang them", on: Sample.item("c1"), by: Sample.weka)
    try desk.note("a note on another", on: Sample.item("c2"), by: Sample.weka)
    try desk.commit([CaseSample.open("c3", CaseSample.own)], by: Sample.kereru)
    let record = try RecordSample.whole(try desk.recordDraft(of: [Sample.item("c3")], form: .summary))
    try desk.capture(record, hiding: { _ in [] }, by: Sample.kereru)
    try desk.file("R-2026-0001", in: "records", under: "WT 1", by: Sample.kereru)
    return desk
  }

  @Test("All revisions, acts, notes and cases of the author, nothing of another, and staff by role and number")
  func gathered() throws {
    let desk = try filled()
    let held = try desk.ownInformation(ofAuthorOf: Sample.item("c3"), purpose: "Request C-1", by: Sample.tui)
    #expect(held.comments.map(\.item) == [Sample.item("c1"), Sample.item("c3")])
    #expect(held.comments[0].revisions.map(\.text) == ["my first words", "my second words"])
    #expect(held.comments[0].revisions.map(\.flags.count) == [1, 0])
    #expect(
      held.comments[0].acts.map { "\($0.what) by \($0.by): \($0.words)" }
        == ["decided hide by moderator 1: [\"It names somebody.\"]"])
    #expect(held.comments[0].notes.map(\.words) == [["rang them"]])
    #expect(held.comments[0].notes.map(\.by) == ["moderator 2"])
    #expect(held.comments[1].matters.map(\.kind) == ["case", "record"])
    let words = held.comments[1].matters[1].acts.map(\.words)
    #expect(words.map(\.isEmpty) == [false, true])
    #expect(words[0].dropFirst().first == "Needed because: The council decided on the advice that this comment holds.")
    #expect(words[0].last == "A resident says that the ramp is too steep.")
    #expect(held.identity?.name == "Name of u1")
    #expect(!"\(held)".contains("another"))
    #expect(!"\(held.comments.map(\.acts))".contains("kereru"))
    let event = try #require(try desk.events(before: nil, limit: 1).first)
    #expect(event.type == .gathered && event.sequence == held.event && event.count == 2)
    #expect(try event.rationale.flatMap { try desk.rationale($0) } == "Request C-1")
    let again = try desk.ownInformation(ofAlias: held.alias, purpose: "Request C-1", by: Sample.tui)
    #expect(again.comments.map(\.item) == held.comments.map(\.item))
  }

  @Test("It takes the right to reveal, a purpose and an author; each refusal is an event")
  func refusals() throws {
    let desk = try filled()
    #expect(throws: CommitError.self) {
      try desk.ownInformation(ofAuthorOf: Sample.item("c1"), purpose: "p", by: Sample.kereru)
    }
    #expect(throws: CommitError.refused(.purposeMissing)) {
      try desk.ownInformation(ofAuthorOf: Sample.item("c1"), purpose: " ", by: Sample.tui)
    }
    #expect(throws: CommitError.refused(.casework(.authorUnknown))) {
      try desk.ownInformation(ofAlias: "weka-0000", purpose: "p", by: Sample.tui)
    }
    #expect(
      try desk.log(3).map { $0.prefix { $0 != " " } } == ["refused", "refused", "refused"])
  }

  @Test("After a disposal it says what became of the words")
  func disposed() throws {
    let desk = try scratch.desk(RecordSample.policy)
    try desk.receive([Sample.received(Sample.comment("c1", "gone"))], feed: Sample.feed, by: Sample.kereru)
    scratch.ticks.set(1_853_236_800_000)
    _ = try desk.dispose(approver: "CA", by: RecordSample.keeper)
    let held = try desk.ownInformation(ofAuthorOf: Sample.item("c1"), purpose: "p", by: Sample.tui)
    #expect(held.identity == nil)
    #expect(held.comments.map(\.revisions) == [[OwnInformation.Revision(number: 1, text: nil, flags: [])]])
    #expect(held.comments[0].disposal?.sentence == "words destroyed on 2028-09-22, class CHAT")
  }
}
