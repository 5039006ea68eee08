import Desk
import Moderation
import Testing

@Suite("Authority")
struct AuthorityTests {
  let scratch = Scratch()

  /// A desk whose policy has one person for each role; the channel's owner is a person of their own.
  private func desk() throws -> Desk {
    let people = StaffRole.allCases.enumerated().map { line, role in
      Person(id: role.rawValue, user: UserName(role.rawValue), roles: [role], line: line + 1)
    }
    let chief = Person(id: "chief", user: UserName("chief"), roles: [.moderator], line: 99)
    let desk = try scratch.desk(
      Sample.policy(
        digest: "f", people: people + [chief],
        channels: [Channel(id: "waka", title: "Waka", owner: "chief", deputies: ["owner"])]))
    try desk.fill(StaffRole.allCases.count * Verb.allCases.count, by: UserName("triage"))
    return desk
  }

  private static let verbs = "leave hide unhide delete escalate record hold publish reply refer open_case snooze skip"

  @Test("What each role may decide is what the matrix says, cell by cell: done or refused, and an event either way")
  func matrix() throws {
    let desk = try desk()
    var table = [Self.verbs]
    var number = 0
    for role in StaffRole.allCases {
      var line = ""
      for verb in Verb.allCases {
        number += 1
        let id = "c\(number)"
        if verb == .unhide || verb == .publish {
          try desk.commit([Sample.decision(id, .hide)], by: UserName("chief"))
        }
        var decision = Sample.decision(id, verb, verb == .escalate ? Sample.threat : Sample.spam)
        decision.until = Timestamp(milliseconds: Ticks.start + 10_000_000_000)
        let before = try desk.state(id)
        do {
          let event = try #require(try desk.commit([decision], by: UserName(role.rawValue)).first)
          line += "x"
          #expect(event.type == .decided && event.verb == verb)
          #expect([event.actor, event.role] == [role.rawValue, role.rawValue])
          #expect(PermissionMatrix.standard.allows(Permission(verb), to: role))
        } catch CommitError.refused(let refusal) {
          line += "."
          let holders = verb == .delete ? [.owner] : PermissionMatrix.standard.roles(allowed: Permission(verb))
          #expect(
            refusal == .roleNotAllowed(Permission(verb), role: role.rawValue, channel: "waka", holders: holders))
          let event = try #require(try desk.events(before: nil, limit: 1).first)
          #expect(event.line.hasPrefix("refused (\(verb.rawValue))"))
          #expect([event.actor, event.role, event.refusal] == [role.rawValue, role.rawValue, "role_not_allowed"])
          #expect(try desk.state(id) == before)
        }
      }
      table.append(line + " " + role.rawValue)
    }
    #expect(
      table == [
        Self.verbs,
        "x...x.x....xx triage",
        "xxx.xxxxxxxxx moderator",
        "xxxxxxxxxxxxx owner",
        "xxx.xxxx.xxxx supervisor",
        ".....x....... records",
        "x....x..xxx.. information_officer",
        "............. admin",
      ])
    try desk.check()
  }

  @Test("What stands beside the verbs follows the matrix too")
  func beside() throws {
    let desk = try desk()
    let chief = UserName("chief")
    let asked: [(Permission, (UserName) throws -> Void)] = [
      (.undo, { user in try Self.ownDecision(desk, user) }),
      (
        .reverse,
        { user in
          let event = try desk.commit([Sample.decision("c2", .skip)], by: chief)[0]
          _ = try desk.undo(event: event.sequence, by: user)
        }
      ),
      (
        .importing,
        { user in
          _ = try desk.receive([Sample.received(Sample.comment("new", "x"))], feed: Sample.feed, by: user)
        }
      ),
      (.reveal, { user in _ = try desk.reveal(Sample.item("c1"), purpose: "threat", by: user) }),
      (.unmask, { user in try desk.noteUnmasked(Sample.item("c1"), by: user) }),
      (.export, { user in _ = try desk.exportActions(channel: "waka", audience: "x", by: user) { _ in "ab" } }),
    ]
    var table: [String] = []
    for (permission, ask) in asked {
      var roles: [String] = []
      for role in StaffRole.allCases {
        do {
          try ask(UserName(role.rawValue))
          roles.append(role.rawValue)
        } catch CommitError.refused(.roleNotAllowed(permission, _, _, _)) {
          #expect(try desk.events(before: nil, limit: 1).first?.type == .refused)
        } catch CommitError.refused(.nothingToUndo) {
          // Records and admin have no verb but their own; what they may undo is asked above.
        }
      }
      table.append(permission.rawValue + ": " + roles.joined(separator: " "))
    }
    #expect(
      table == [
        "undo: triage moderator owner supervisor records information_officer",
        "reverse: supervisor",
        "import: triage moderator owner admin",
        "reveal: owner supervisor information_officer",
        "unmask: triage moderator owner supervisor records information_officer",
        "export: owner supervisor records information_officer",
      ])
  }

  /// Decides whatever the role may, and takes it back.
  private static func ownDecision(_ desk: Desk, _ user: UserName) throws {
    for verb in [Verb.skip, .record] where (try? desk.commit([Sample.decision("c1", verb)], by: user)) != nil { break }
    _ = try desk.undo(by: user)
  }

  @Test("Only the channel's own owner or a deputy deletes, and a deputy does it in the owner's place")
  func delete() throws {
    let desk = try scratch.desk(Sample.team)
    try desk.fill(3, by: Sample.ruru)
    for user in [Sample.kereru, Sample.tui] {
      #expect(throws: CommitError.self) { try desk.commit([Sample.decision("c1", .delete)], by: user) }
    }
    let own = try #require(try desk.commit([Sample.decision("c1", .delete)], by: Sample.huia).first)
    #expect([own.actor, own.role, own.authority, own.onBehalfOf] == ["d.huia", "owner", "owner:waka", nil])
    let deputy = try #require(try desk.commit([Sample.decision("c2", .delete)], by: Sample.kea).first)
    #expect([deputy.actor, deputy.role, deputy.authority] == ["e.kea", "owner", "deputy:waka"])
    #expect(deputy.onBehalfOf == "d.huia")
    // Whom only the register names undoes and claims as the same person.
    #expect(try desk.undo(by: Sample.huia).map(\.undoOf) == [own.sequence])
    try desk.claim(Sample.item("c3"), by: Sample.huia)
    try desk.commit([Sample.decision("c3", .hide)], by: Sample.huia)
    try desk.check()
  }

  @Test("Who is not in the policy, not yet, or not any more, may do nothing, and every attempt is written down")
  func strangers() throws {
    let desk = try scratch.desk(Sample.team)
    try desk.fill(1, by: Sample.ruru)
    for user in [Sample.stranger, Sample.tieke] {
      #expect(throws: CommitError.refused(.notAuthorised(user, .hide, "waka"))) {
        try desk.commit([Sample.decision("c1", .hide)], by: user)
      }
      #expect(throws: CommitError.refused(.notAuthorised(user, .importing, "waka"))) { try desk.fill(1, by: user) }
    }
    let refused = try desk.events(before: nil, limit: 4)
    #expect(refused.map(\.refusal) == Array(repeating: "not_authorised", count: 4))
    #expect(refused.map(\.actor) == ["htieke", "htieke", "zstranger", "zstranger"])
    #expect(refused.map(\.role) == Array(repeating: "none", count: 4))
    #expect(refused.map(\.attempted) == [nil, .hide, nil, .hide])
    #expect(refused[0].target == "import")
  }

  @Test("An authorisation runs by the days of the agency's zone, first and last included")
  func days() throws {
    let ticks = scratch.ticks
    func desk() throws -> Desk {
      try Desk(
        path: scratch.path, policy: Sample.team, by: Sample.ruru,
        surroundings: DeskSurroundings(
          version: "test", clock: { ticks.next() }, localTime: { $0.civil(offsetMinutes: 720) }))
    }
    let open = try desk()
    try open.fill(2, by: Sample.ruru)
    // 21 September 14:13 UTC is 22 September there; to be the 20th there it has to be before noon of the 20th here.
    scratch.ticks.advance(seconds: -26 * 3600)
    #expect(throws: CommitError.self) { try open.commit([Sample.decision("c1", .hide)], by: Sample.tieke) }
    scratch.ticks.advance(seconds: -3600)
    #expect(try open.commit([Sample.decision("c1", .hide)], by: Sample.tieke).map(\.actor) == ["h.tieke"])
  }

  @Test("A platform that cannot, and a channel that is closed, are said to be so")
  func channels() throws {
    var waka = Sample.waka
    waka.capabilities = Channel.Capabilities(verbs: [.hide, .unhide])
    var closed = Channel(id: "old", title: "Old", owner: "d.huia", state: .closed)
    closed.houseRules = nil
    let desk = try scratch.desk(
      Sample.policy(digest: "c", people: Sample.people, channels: [waka, closed]))
    try desk.receive(
      [Sample.received(Sample.comment("c1", "x")), Sample.received(Sample.comment("c1", "x"), channel: "old")],
      feed: Sample.feed, by: Sample.ruru)
    #expect(throws: CommitError.refused(.notPossibleOn("waka", .delete, allowed: [.hide, .unhide]))) {
      try desk.commit([Sample.decision("c1", .delete)], by: Sample.huia)
    }
    var old = Sample.decision("c1", .hide)
    old.item = Sample.item("c1", channel: "old")
    #expect(throws: CommitError.refused(.channelNotActive("old", .closed))) {
      try desk.commit([old], by: Sample.kereru)
    }
    old.verb = .record
    #expect(try desk.commit([old], by: Sample.kereru).first?.houseRules == nil)
    #expect(try desk.commit([Sample.decision("c1", .hide)], by: Sample.kereru).count == 1)
    #expect(
      try desk.log(4)[0...1] == [
        "refused (delete) SPAM@3 not_possible_on_channel by d.huia",
        "refused (hide) SPAM@3 channel_not_active by a.kereru",
      ])
  }

  @Test("Items of a channel that has left the register cannot be decided about")
  func unregistered() throws {
    do {
      let desk = try scratch.desk()
      try desk.receive(
        [Sample.received(Sample.comment("c1", "x"), channel: "gone")], feed: Sample.feed, by: Sample.kereru)
    }
    let desk = try scratch.desk(Sample.team)
    var decision = Sample.decision("c1", .hide)
    decision.item = Sample.item("c1", channel: "gone")
    #expect(throws: CommitError.refused(.channelUnregistered("gone"))) {
      try desk.commit([decision], by: Sample.kereru)
    }
    #expect(try desk.log(1) == ["refused (hide) SPAM@3 channel_unregistered by a.kereru"])
  }

  @Test("Exporting all channels takes the right on each of them")
  func exportEverywhere() throws {
    let other = Channel(id: "tui", title: "Tui", owner: "c.tui")
    var people = Sample.people
    people.append(Person(id: "r.half", user: UserName("half"), roles: [.records], channels: ["waka"], line: 30))
    let desk = try scratch.desk(Sample.policy(digest: "b", people: people, channels: [Sample.waka, other]))
    try desk.receive(
      ["waka", "tui"].map { Sample.received(Sample.comment("c1", "x"), channel: $0) }, feed: Sample.feed,
      by: Sample.ruru)
    var elsewhere = Sample.decision("c1", .hide)
    elsewhere.item = Sample.item("c1", channel: "tui")
    try desk.commit([Sample.decision("c1", .hide), elsewhere], by: Sample.kereru)
    #expect(throws: CommitError.refused(.notAuthorised(UserName("half"), .export, "tui"))) {
      try desk.exportActions(audience: "x", by: UserName("half")) { _ in "ab" }
    }
    #expect(try desk.exportActions(channel: "waka", audience: "x", by: UserName("half")) { _ in "ab" }.actions == 1)
    #expect(try desk.exportActions(audience: "x", by: Sample.tui) { _ in "ab" }.actions == 1)
    try desk.check()
  }
}
