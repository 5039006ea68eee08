import Desk
import Moderation
import Testing

@Suite("Policies in force")
struct PolicyTests {
  let scratch = Scratch()

  @Test("A policy that names nobody gives way to the next; one that names people takes one of them")
  func adoption() throws {
    _ = try scratch.desk()
    let desk = try scratch.desk(Sample.team, by: Sample.stranger)
    #expect(try desk.log(1) == ["policy_adopted by zstranger"])
    #expect(throws: DeskError.policyDiffers(path: scratch.path, adopted: Sample.team.digest)) { try scratch.desk() }
    let next = Sample.policy(digest: "9", people: Sample.people, channels: [Sample.waka])
    #expect(
      throws: CommitError.refused(.roleNotAllowed(.adopt, role: "moderator", channel: nil, holders: [.admin]))
    ) {
      try desk.adopt(next, by: Sample.kereru)
    }
    let event = try desk.adopt(next, by: Sample.moa)
    #expect(event.target == "policy \(next.digest)")
    #expect(event.policy == next.digest)
    #expect(try desk.log(2) == ["refused role_not_allowed by a.kereru", "policy_adopted by g.moa"])
    let adopted = try #require(try Desk.adoptedPolicy(path: scratch.path))
    #expect(adopted.text == next.source && adopted.sequence == event.sequence && adopted.namesPeople)
    #expect(try desk.policy(digest: Sample.team.digest)?.text == "policy e")
    #expect(try desk.policy(digest: "none") == nil)
    try desk.check()
  }

  @Test("Who has another policy than the one in force may do nothing any more, and it is written down")
  func replaced() throws {
    let old = try scratch.desk(Sample.team)
    try old.fill(1, by: Sample.ruru)
    try old.commit([Sample.decision("c1", .hide)], by: Sample.kereru)
    let next = Sample.policy(digest: "9", people: Sample.people, channels: [Sample.waka])
    try old.adopt(next, by: Sample.moa)
    #expect(throws: CommitError.refused(.policyReplaced)) {
      try old.commit([Sample.decision("c1", .unhide)], by: Sample.kereru)
    }
    #expect(throws: CommitError.refused(.policyReplaced)) { try old.undo(by: Sample.kereru) }
    #expect(throws: CommitError.refused(.policyReplaced)) { try old.fill(1, by: Sample.ruru) }
    #expect(throws: CommitError.refused(.policyReplaced)) { try old.adopt(Sample.team, by: Sample.moa) }
    #expect(
      try old.log(4) == [
        "refused (unhide) SPAM@3 policy_replaced by a.kereru", "refused policy_replaced by a.kereru",
        "refused policy_replaced by f.ruru", "refused policy_replaced by g.moa",
      ])
    let new = try scratch.desk(next)
    #expect(try new.undo(by: Sample.kereru).first?.policy == next.digest)
    #expect(try new.adopt(Sample.team, by: Sample.moa).policy == Sample.team.digest)
    try new.check()
  }

  @Test("Several programs that bring the same first policy adopt it once")
  func together() async throws {
    let scratch = scratch
    _ = try scratch.desk()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<4 { group.addTask { _ = try scratch.desk(Sample.team) } }
      try await group.waitForAll()
    }
    let events = try scratch.desk(Sample.team).events(before: nil, limit: 99)
    #expect(events.map(\.type) == [.policyAdopted, .policyAdopted, .deskCreated])
  }
}
