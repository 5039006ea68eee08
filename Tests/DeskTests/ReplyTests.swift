import Casework
import Moderation
import Testing

@testable import Desk

@Suite("Replies on their way out")
struct ReplyTests {
  let scratch = Scratch()

  private func desk(_ policy: AgencyPolicy) throws -> Desk {
    let desk = try scratch.desk(policy)
    try desk.receive([Sample.received(Sample.comment("c1", "when is the bus?"))], feed: Sample.feed, by: Sample.ruru)
    return desk
  }

  private func words(_ text: String, _ policy: AgencyPolicy) -> ReplyDraft { policy.draft(ownWords: text) }

  @Test("A reply is drafted, approved by somebody else and copied once; the words are in the vault, never in the log")
  func wholeLife() throws {
    var policy = Sample.team
    policy.casework.replies.freeTextNeedsSecondPerson = true
    let desk = try desk(policy)
    let (reply, findings) = try desk.draftReply(
      words("The bus to Karori leaves at nine.", policy), about: Sample.item("c1"), by: Sample.kereru)
    #expect(findings.isEmpty && reply.needsApproval && reply.state == .drafted)
    #expect(throws: CommitError.refused(ReplyRefusal.approvalMissing(writer: "a.kereru").refusal)) {
      try desk.exportReply(reply.id, by: Sample.kereru)
    }
    #expect(throws: CommitError.refused(ReplyRefusal.approverMustDiffer(writer: "a.kereru").refusal)) {
      try desk.approveReply(reply.id, reason: "fine", by: Sample.kereru)
    }
    try desk.approveReply(reply.id, reason: nil, by: Sample.weka)
    #expect(try desk.exportReply(reply.id, by: Sample.kereru) == "The bus to Karori leaves at nine.")
    #expect(throws: CommitError.refused(ReplyRefusal.alreadyOut(reply.id).refusal)) {
      try desk.exportReply(reply.id, by: Sample.kereru)
    }
    let entry = try #require(try desk.replies(to: Sample.item("c1")).first)
    #expect(entry.reply.approver == "b.weka" && entry.reply.state == .exported)
    let steps = try desk.events(before: nil, limit: 20).reversed().filter { $0.matter == reply.id }
    #expect(steps.map(\.step) == ["drafted", "approved", "exported"])
    #expect(!steps.contains { $0.details.contains { $0.contains("Karori") } })
    try desk.check()
  }

  @Test("What the guard holds back takes a reason and a second person, and the log says what was overridden")
  func override() throws {
    let desk = try desk(Sample.team)
    let (reply, findings) = try desk.draftReply(
      words("The court found him guilty. We promise it.", Sample.team), about: Sample.item("c1"), by: Sample.kereru)
    #expect(findings.blocking == [.courts] && reply.warned == [.promise])
    #expect(throws: CommitError.refused(ReplyRefusal.blocked([.courts]).refusal)) {
      try desk.exportReply(reply.id, by: Sample.kereru)
    }
    #expect(throws: CommitError.refused(ReplyRefusal.reasonMissing([.courts]).refusal)) {
      try desk.approveReply(reply.id, reason: " ", by: Sample.weka)
    }
    try desk.approveReply(reply.id, reason: "the judgment is published", by: Sample.weka)
    let approved = try #require(try desk.events(before: nil, limit: 1).first)
    #expect(approved.details == ["override=courts"])
    #expect(try approved.rationale.flatMap(desk.rationale) == "the judgment is published")
    #expect(try desk.exportReply(reply.id, by: Sample.weka).hasPrefix("The court"))
    try desk.check()
  }

  @Test("Gaps are never overridden, and a check is logged")
  func gaps() throws {
    let desk = try desk(Sample.policy)
    let (reply, _) = try desk.draftReply(
      words("We answer by {{day}}.", Sample.policy), about: nil, by: Sample.kereru)
    #expect(try desk.checkReply(reply.id, by: Sample.kereru).isEmpty)
    try desk.approveReply(reply.id, reason: "now", by: Sample.kereru)
    #expect(throws: CommitError.refused(ReplyRefusal.gaps(["day"]).refusal)) {
      try desk.exportReply(reply.id, by: Sample.kereru)
    }
    #expect(throws: CommitError.refused(ReplyRefusal.unknown("P-1").refusal)) {
      try desk.exportReply("P-1", by: Sample.kereru)
    }
    try desk.check()
  }

  @Test("Whoever may not reply is refused, and the refusal is in the log")
  func authority() throws {
    let desk = try desk(Sample.team)
    #expect(throws: CommitError.self) {
      try desk.draftReply(words("Hello.", Sample.team), about: Sample.item("c1"), by: Sample.ruru)
    }
    #expect(try desk.events(before: nil, limit: 1).first?.type == .refused)
  }
}
