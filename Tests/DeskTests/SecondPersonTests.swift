import Desk
import Moderation
import Testing

@Suite("Second person")
struct SecondPersonTests {
  let scratch = Scratch()

  private func prepare() throws -> Desk {
    let desk = try scratch.desk(Sample.team)
    try desk.fill(2, by: Sample.ruru)
    return desk
  }

  private let delete = Sample.decision("c1", .delete, Sample.hate)

  @Test("One proposes, another confirms; the same person, and whoever may not, is refused")
  func confirmed() throws {
    let desk = try prepare()
    let proposal = try #require(try desk.commit([delete], by: Sample.huia).first)
    #expect(proposal.line == "proposed (delete) HATE@2 by d.huia")
    #expect(try desk.state("c1") == ItemState(stage: .proposed))
    #expect(try desk.pendingActions().isEmpty)
    #expect(throws: CommitError.refused(.secondPersonMustDiffer(.delete, Sample.hate, proposer: "d.huia"))) {
      try desk.commit([delete], by: Sample.huia)
    }
    #expect(
      throws: CommitError.refused(
        .roleNotAllowed(.confirm, role: "triage", channel: "waka", holders: [.moderator, .owner, .supervisor]))
    ) {
      try desk.commit([delete], by: Sample.ruru)
    }
    let confirmed = try #require(try desk.commit([delete], by: Sample.kereru).first)
    #expect(confirmed.line == "decided delete HATE@2 by a.kereru")
    #expect(confirmed.cause == proposal.sequence)
    #expect(confirmed.before?.stage == .proposed)
    #expect(try desk.state("c1") == ItemState(status: .decided, visibility: .deleted, stage: .committed))
    #expect(
      try desk.log(4) == [
        "proposed (delete) HATE@2 by d.huia",
        "refused (delete) HATE@2 second_person_must_differ by d.huia",
        "refused (delete) HATE@2 role_not_allowed by f.ruru",
        "decided delete HATE@2 by a.kereru",
      ])
    try desk.check()
  }

  @Test("Who may not delete cannot propose it, and another reason is another proposal")
  func proposing() throws {
    let desk = try prepare()
    #expect(throws: CommitError.self) { try desk.commit([delete], by: Sample.kereru) }
    try desk.commit([delete], by: Sample.huia)
    let other = Sample.decision("c1", .delete, Sample.threat)
    #expect(throws: CommitError.self) { try desk.commit([other], by: Sample.kereru) }
    #expect(try desk.commit([other], by: Sample.kea).map(\.type) == [.proposed])
    #expect(throws: CommitError.self) { try desk.commit([other], by: Sample.kea) }
    #expect(try desk.commit([other], by: Sample.huia).map(\.type) == [.decided])
    try desk.check()
  }

  @Test("A proposal is taken back like a decision, and one who confirmed takes back only the confirmation")
  func undo() throws {
    let desk = try prepare()
    try desk.commit([delete], by: Sample.huia)
    try desk.undo(by: Sample.huia)
    #expect(try desk.state("c1") == ItemState())
    let proposal = try desk.commit([delete], by: Sample.huia)[0]
    try desk.commit([delete], by: Sample.kereru)
    #expect(throws: CommitError.refused(.overtaken(Sample.item("c1"), by: "a.kereru", verb: .delete))) {
      try desk.undo(by: Sample.huia)
    }
    #expect(try desk.undo(by: Sample.kereru).first?.cause == proposal.sequence)
    #expect(try desk.state("c1") == ItemState(stage: .proposed))
    // The proposal waits again for anybody but its author.
    #expect(throws: CommitError.refused(.secondPersonMustDiffer(.delete, Sample.hate, proposer: "d.huia"))) {
      try desk.commit([delete], by: Sample.huia)
    }
    #expect(try desk.commit([delete], by: Sample.kea).first?.cause == proposal.sequence)
    try desk.check()
  }

  @Test("What was hidden meanwhile goes out while the deletion waits, and a sheet that went out is not forgotten")
  func hiddenMeanwhile() throws {
    let desk = try prepare()
    try desk.commit([Sample.decision("c1", .hide, Sample.hate)], by: Sample.kereru)
    try desk.commit([delete], by: Sample.huia)
    #expect(try desk.pendingActions().map(\.verb) == [.hide])
    _ = try desk.exportActions(channel: "waka", audience: "x", by: Sample.huia) { _ in "ab" }
    #expect(try desk.state("c1") == ItemState(status: .decided, visibility: .hidden, stage: .exported))
    try desk.undo(by: Sample.huia)
    #expect(try desk.state("c1")?.stage == .exported)
    try desk.commit([delete], by: Sample.huia)
    try desk.commit([delete], by: Sample.kea)
    #expect(try desk.pendingActions().map(\.verb) == [.delete])
    try desk.check()
  }

  @Test("Leaving it up answers a proposal; passing it by, noting or putting it off does not")
  func answered() throws {
    let desk = try prepare()
    let proposal = try desk.commit([delete], by: Sample.huia)[0]
    try desk.commit([Sample.decision("c1", .skip)], by: Sample.ruru)
    try desk.commit([Sample.decision("c1", .record)], by: Sample.kereru)
    #expect(try desk.commit([delete], by: Sample.kereru).first?.cause == proposal.sequence)
    try desk.commit([Sample.decision("c2", .delete, Sample.hate)], by: Sample.huia)
    try desk.commit([Sample.decision("c2", .leave)], by: Sample.kereru)
    #expect(try desk.state("c2") == ItemState(status: .decided))
    #expect(try desk.commit([Sample.decision("c2", .delete, Sample.hate)], by: Sample.kea).map(\.type) == [.proposed])
    try desk.check()
  }

  @Test("Where the policy names nobody there is no second person")
  func nobody() throws {
    let desk = try scratch.desk()
    try desk.fill(1)
    #expect(throws: CommitError.refused(.secondPersonRequired(.delete, Sample.hate))) {
      try desk.commit([delete], by: Sample.kereru)
    }
    #expect(try desk.log(1) == ["refused (delete) HATE@2 second_person_required by akereru"])
  }
}
