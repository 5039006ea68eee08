import Casework
import GRDB
import Moderation
import Testing

@testable import Desk

@Suite("Records")
struct RecordTests {
  let scratch = Scratch()

  private func filled() throws -> Desk {
    let desk = try scratch.desk(RecordSample.policy)
    let text = "My neighbour Jane Smith fell on the new ramp"
    try desk.receive(
      [
        Sample.received(
          Sample.comment("c1", text), [Sample.flag(.high, spans: [RecordSample.span(13, 23, .person)])]),
        Sample.received(Sample.comment("c2", "Ring 021 555 0199 about the ramp", author: "u2")),
      ], feed: Sample.feed, by: Sample.kereru)
    return desk
  }

  @Test("A decision to record waits for its record, whose draft knows who, where, when and under which class")
  func draft() throws {
    let desk = try filled()
    try desk.commit([Sample.decision("c1", .record)], by: Sample.kereru)
    #expect(try desk.uncaptured() == [Sample.item("c1")])
    let alias = try #require(try desk.detail(Sample.item("c1"))).alias
    let draft = try #require(try desk.recordDraft(of: [Sample.item("c1")], form: .structured))
    #expect(draft.title == "Comment by \(alias) on Waka, 2026-05-28")
    #expect(draft.activity == "social media moderation: Waka")
    #expect(draft.creator == alias)
    #expect(draft.audience == "the public, on Waka")
    #expect(draft.retention == "REC")
    #expect(draft.missing == [.need, .worksheet])
    #expect(try desk.recordDraft(of: [Sample.item("c9")], form: .structured) == nil)
  }

  @Test(
    "A capture keeps what is needed and leaves the rest out, with a map of what was left out; no word is in the ledger")
  func capture() throws {
    let desk = try filled()
    try desk.commit([Sample.decision("c1", .record)], by: Sample.kereru)
    let draft = try RecordSample.whole(try desk.recordDraft(of: [Sample.item("c1")], form: .copy))
    let event = try desk.capture(draft, hiding: { _ in [] }, by: Sample.kereru)
    #expect(event.matter == "R-2026-0001")
    #expect(try desk.uncaptured() == [])
    let record = try #require(try desk.record("R-2026-0001"))
    let part = try #require(record.content?.parts.first)
    #expect(part.text == "My neighbour [person] fell on the new ramp")
    #expect(part.redactions == [RecordPart.Redacted(start: 13, end: 23, label: "[person]")])
    #expect(part.posted == "2026-05-28T20:26:40Z")
    #expect(record.content?.worksheet == RecordSample.worksheet)
    #expect(record.file.retention == "REC" && record.file.restriction == .restricted)
    #expect(try desk.records(of: Sample.item("c1")).map(\.file.id) == ["R-2026-0001"])
    try scratch.look { db in
      let rows = try String.fetchAll(db, sql: "SELECT ifnull(details, '') || ifnull(outcome, '') FROM ledger")
      #expect(!rows.contains { $0.contains("neighbour") || $0.contains("advice") })
    }
    try desk.check()
  }

  @Test("What the classifier finds is left out as well, and what is kept has to be needed")
  func kept() throws {
    let desk = try filled()
    var draft = try RecordSample.whole(try desk.recordDraft(of: [Sample.item("c2")], form: .structured))
    let phone: (String) -> [Span] = { _ in [RecordSample.span(5, 17, .phone, .unknown)] }
    try desk.capture(draft, hiding: phone, by: Sample.kereru)
    #expect(try desk.record("R-2026-0001")?.content?.parts[0].text == "Ring [phone] about the ramp")
    draft.keeps = [.phone]
    #expect(draft.missing == [.keptBecause])
    #expect(throws: CommitError.refused(.casework(.recordIncomplete([.keptBecause])))) {
      try desk.capture(draft, hiding: phone, by: Sample.kereru)
    }
    draft.keptBecause = "The engineer has to ring back."
    try desk.capture(draft, hiding: phone, by: Sample.kereru)
    #expect(try desk.record("R-2026-0002")?.content?.parts[0].text == "Ring 021 555 0199 about the ramp")
  }

  @Test("A record without a need is refused, and so is a transitory one without a reason; nothing else is asked for")
  func refusals() throws {
    let desk = try filled()
    var draft = try RecordSample.whole(try desk.recordDraft(of: [Sample.item("c1")], form: .copy))
    draft.need = " "
    #expect(throws: CommitError.refused(.casework(.recordIncomplete([.need])))) {
      try desk.capture(draft, hiding: { _ in [] }, by: Sample.kereru)
    }
    #expect(try desk.log(1) == ["refused need_missing by a.kereru"])
    draft.need = "Needed"
    draft.isTransitory = true
    draft.retention = nil
    #expect(throws: CommitError.refused(.casework(.recordIncomplete([.transitoryReason])))) {
      try desk.capture(draft, hiding: { _ in [] }, by: Sample.kereru)
    }
    draft.transitoryReason = "A greeting"
    try desk.capture(draft, hiding: { _ in [] }, by: Sample.kereru)
    #expect(try desk.record("R-2026-0001")?.file.retention == "SHORT")
    draft.retention = "NONE"
    #expect(throws: CommitError.refused(.casework(.retentionUnknown(RecordSample.classes.map(\.code))))) {
      try desk.capture(draft, hiding: { _ in [] }, by: Sample.kereru)
    }
  }

  @Test("A summary holds what its author wrote and the ids of what it is about, and none of their words")
  func summary() throws {
    let desk = try filled()
    let draft = try RecordSample.whole(
      try desk.recordDraft(of: [Sample.item("c1"), Sample.item("c2")], form: .summary))
    let event = try desk.capture(draft, hiding: { _ in [] }, by: Sample.kereru)
    #expect(event.actor == "a.kereru")
    #expect(event.sha256?.count == 64)
    let record = try #require(try desk.record("R-2026-0001"))
    #expect(record.content?.summary == "A resident says that the ramp is too steep.")
    #expect(record.content?.parts.map(\.item) == [Sample.item("c1").rawValue, Sample.item("c2").rawValue])
    #expect(record.content?.parts.compactMap(\.text) == [])
    #expect(record.content?.title.hasPrefix("2 comments by 2 authors on Waka") == true)
  }

  @Test("A record is filed and transferred, each with its place, and then it is closed")
  func filing() throws {
    let desk = try filled()
    let draft = try RecordSample.whole(try desk.recordDraft(of: [Sample.item("c1")], form: .copy))
    try desk.capture(draft, hiding: { _ in [] }, by: Sample.kereru)
    #expect(throws: CommitError.refused(.casework(.filingIncomplete))) {
      try desk.file("R-2026-0001", in: "records", under: " ", by: RecordSample.keeper)
    }
    try desk.file("R-2026-0001", in: "records", under: "WT/26/114", by: RecordSample.keeper)
    let filed = try #require(try desk.record("R-2026-0001"))
    #expect(filed.file.state == .filed && filed.file.system == "records" && filed.reference == "WT/26/114")
    try desk.transfer("R-2026-0001", to: "archives", under: "A1", by: RecordSample.keeper)
    #expect(try desk.records().isEmpty && desk.records(openOnly: false).count == 1)
    #expect(throws: CommitError.refused(.casework(.recordMovedOn("R-2026-0001", .transferred)))) {
      try desk.file("R-2026-0001", in: "records", under: "2", by: RecordSample.keeper)
    }
    #expect(throws: CommitError.refused(.casework(.recordUnknown("R-2026-0009")))) {
      try desk.file("R-2026-0009", in: "records", under: "2", by: RecordSample.keeper)
    }
    try desk.check()
  }
}
