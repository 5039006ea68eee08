import Moderation
import Testing

/// Every cell of the permission matrix, walked for everybody who could stand in it.
@Suite("Who may do what, where and when")
struct AuthorityTests {
  private static let day = civil("2026-11-21")

  /// The matrix as a table of its own, so that a slip in `PermissionMatrix.standard` shows: a row a permission, a column a
  /// role in the order of `StaffRole`: triage, moderator, owner, supervisor, records, information officer, admin.
  private static let cells: [Permission: String] = [
    .leave: "TMOS.I.", .hide: ".MOS...", .unhide: ".MOS...", .delete: "..O....", .escalate: "TMOS...",
    .record: ".MOSRI.", .hold: "TMOS...", .publish: ".MOS...", .reply: ".MO..I.", .refer: ".MOS.I.",
    .openCase: ".MOS.I.", .snooze: "TMOS...", .skip: "TMOS...", .confirm: ".MOS...", .undo: "TMOSRI.",
    .reverse: "...S...", .importing: "TMO...A", .reveal: "..OS.I.", .unmask: "TMOSRI.", .export: "..OSRI.",
    .seal: "...SR.A", .backup: "...SR.A", .adopt: "......A",
    .legalHold: "...SRI.", .dispose: "....R..", .decideCase: "..OS.I.",
  ]

  private static func isAllowed(_ permission: Permission, to role: StaffRole) throws -> Bool {
    let row = try #require(cells[permission])
    let column = try #require(StaffRole.allCases.firstIndex(of: role))
    return Array(row)[column] != "."
  }

  enum Standing: CaseIterable, Sendable {
    /// Named by the register as the channel's owner.
    case registeredOwner
    case deputy
    /// Neither: what they may do rests on their roles alone.
    case other
  }

  enum Term: CaseIterable, Sendable {
    case inForce, expired, notYet

    var bounds: (from: String, to: String) {
      switch self {
      case .inForce: ("2026-11-21", "2026-11-21")
      case .expired: ("2026-01-01", "2026-11-20")
      case .notYet: ("2026-11-22", "2027-01-01")
      }
    }
  }

  private static func policy(_ role: StaffRole, _ standing: Standing, _ term: Term) -> AgencyPolicy {
    var channel = Channel(id: "page", title: "Page", owner: "boss")
    switch standing {
    case .registeredOwner: channel.owner = "p"
    case .deputy: channel.deputies = ["p"]
    case .other: break
    }
    return policy(
      people: [
        Person(
          id: "p", user: UserName("pat"), roles: [role], from: civil(term.bounds.from), to: civil(term.bounds.to),
          line: 7)
      ], channels: [channel])
  }

  private static func policy(
    people: [Person], channels: [Channel] = [], permissions: PermissionMatrix = .standard
  ) -> AgencyPolicy {
    AgencyPolicy(
      agency: "A", zone: "UTC", contact: "", rulesURL: "", reasons: [], suggestions: [:], escalationRoles: [],
      people: people, permissions: permissions, channels: channels, digest: "")
  }

  private static func civil(_ text: String) -> CivilDate? { CivilDate(text) }

  private static func answer(
    _ policy: AgencyPolicy, _ permission: Permission, on channel: String?, user: String = "pat"
  ) throws -> Result<Authority, Refusal> {
    policy.authority(for: permission, of: UserName(user), on: channel, at: try #require(day))
  }

  @Test("Every cell of the matrix, for the channel's owner, a deputy and others, in time and out of it")
  func everyCell() throws {
    var walked = 0
    for role in StaffRole.allCases {
      for permission in Permission.allCases {
        for standing in Standing.allCases {
          for term in Term.allCases {
            let answer = try Self.answer(Self.policy(role, standing, term), permission, on: "page")
            let expected = try Self.expected(permission, role: role, standing: standing, term: term)
            #expect(answer == expected, "\(permission) for \(role), \(standing), \(term)")
            walked += 1
          }
        }
      }
    }
    #expect(walked == 7 * 26 * 3 * 3)
  }

  private static func expected(
    _ permission: Permission, role: StaffRole, standing: Standing, term: Term
  ) throws -> Result<Authority, Refusal> {
    guard term == .inForce else { return .failure(.notAuthorised(UserName("pat"), permission, "page")) }
    let asOwner =
      switch standing {
      case .registeredOwner: Authority(actor: "p", role: "owner", reference: "owner:page")
      case .deputy: Authority(actor: "p", role: "owner", reference: "deputy:page", onBehalfOf: "boss")
      case .other: nil as Authority?
      }
    if let asOwner, try isAllowed(permission, to: .owner) { return .success(asOwner) }
    let isOwnersAlone = permission == .delete
    if !isOwnersAlone, try isAllowed(permission, to: role) {
      return .success(Authority(actor: "p", role: role.rawValue, reference: "policy:7"))
    }
    let holders = try StaffRole.allCases.filter { try isAllowed(permission, to: $0) }
    return .failure(
      .roleNotAllowed(permission, role: asOwner?.role ?? role.rawValue, channel: "page", holders: holders))
  }

  @Test("The role of owner without the channel does not delete on it (DPMC L175)")
  func ownersOfOtherChannels() throws {
    let policy = Self.policy(
      people: [
        Person(id: "p", user: UserName("pat"), roles: [.owner], line: 1),
        Person(id: "q", user: UserName("quin"), roles: [], line: 2),
      ],
      channels: [Channel(id: "page", title: "", owner: "q"), Channel(id: "blog", title: "", owner: "p")])
    #expect(
      try Self.answer(policy, .delete, on: "page")
        == .failure(.roleNotAllowed(.delete, role: "owner", channel: "page", holders: [.owner])))
    #expect(try Self.answer(policy, .delete, on: "blog").reference == "owner:blog")
    #expect(try Self.answer(policy, .hide, on: "page").reference == "policy:1")
    #expect(try Self.answer(policy, .delete, on: "page", user: "quin").reference == "owner:page")
  }

  @Test("No row of a matrix gives deletion to anybody but the owner")
  func deletionIsTheOwnersWhateverTheMatrixSays() throws {
    let generous = PermissionMatrix(
      Dictionary(uniqueKeysWithValues: StaffRole.allCases.map { ($0, Set(Permission.allCases)) }))
    for role in StaffRole.allCases {
      let people = [Person(id: "p", user: UserName("pat"), roles: [role], line: 1)]
      var channel = Channel(id: "page", title: "", owner: "boss")
      #expect(
        try Self.answer(Self.policy(people: people, channels: [channel], permissions: generous), .delete, on: "page")
          .reference == nil)
      channel.permissions = generous
      #expect(
        try Self.answer(Self.policy(people: people, channels: [channel]), .delete, on: "page").reference == nil)
    }
  }

  @Test("An authorisation for one channel counts on no other")
  func channelsOfAnAuthorisation() throws {
    let policy = Self.policy(
      people: [Person(id: "p", user: UserName("pat"), roles: [.moderator], channels: ["page"], line: 3)],
      channels: [Channel(id: "page", title: "", owner: "b"), Channel(id: "blog", title: "", owner: "b")])
    #expect(try Self.answer(policy, .hide, on: "page").reference == "policy:3")
    #expect(
      try Self.answer(policy, .hide, on: "blog") == .failure(.notAuthorised(UserName("pat"), .hide, "blog")))
  }

  @Test("Of several authorisations each holds for its own time and channels, and the one that fits is cited")
  func severalAuthorisations() throws {
    let policy = Self.policy(
      people: [
        Person(id: "p", user: UserName("pat"), roles: [.supervisor], to: Self.civil("2026-11-20"), line: 1),
        Person(id: "p", user: UserName("pat"), roles: [.triage, .records], line: 2),
        Person(id: "p", user: UserName("pat"), roles: [.moderator], channels: ["page"], line: 3),
      ],
      channels: [Channel(id: "page", title: "", owner: "b"), Channel(id: "blog", title: "", owner: "b")])
    #expect(try Self.answer(policy, .hide, on: "page").reference == "policy:3")
    #expect(try Self.answer(policy, .escalate, on: "page").reference == "policy:2")
    #expect(try Self.answer(policy, .export, on: "page").role == "records")
    #expect(try Self.answer(policy, .reverse, on: "page").reference == nil, "the supervisor's time is over")
    #expect(
      try Self.answer(policy, .hide, on: "blog")
        == .failure(
          .roleNotAllowed(.hide, role: "triage", channel: "blog", holders: [.moderator, .owner, .supervisor])))
  }

  @Test("A channel outside the register is brought in by those who import, and moderated by nobody")
  func unregisteredChannel() throws {
    let policy = Self.policy(.moderator, .registeredOwner, .inForce)
    for permission in Permission.allCases where permission != .importing {
      #expect(try Self.answer(policy, permission, on: "elsewhere") == .failure(.channelUnregistered("elsewhere")))
    }
    #expect(try Self.answer(policy, .importing, on: "elsewhere").role == "moderator")
  }

  @Test("A channel's own rows take the place of the policy's, and leave its other rows")
  func ownRows() throws {
    var channel = Channel(id: "page", title: "", owner: "b")
    channel.permissions = PermissionMatrix([.triage: [.hide]])
    let people = [
      Person(id: "p", user: UserName("pat"), roles: [.triage], line: 1),
      Person(id: "q", user: UserName("quin"), roles: [.moderator], line: 2),
    ]
    let policy = Self.policy(people: people, channels: [channel, Channel(id: "blog", title: "", owner: "b")])
    #expect(try Self.answer(policy, .hide, on: "page").role == "triage")
    #expect(try Self.answer(policy, .leave, on: "page").role == nil)
    #expect(try Self.answer(policy, .leave, on: "blog").role == "triage")
    #expect(try Self.answer(policy, .leave, on: "page", user: "quin").role == "moderator")
  }

  @Test("A policy that names nobody leaves everything to whoever can open the desk, under their own name")
  func soleUser() throws {
    let policy = Self.policy(people: [], channels: [Channel(id: "page", title: "", owner: "b")])
    for permission in Permission.allCases {
      #expect(
        try Self.answer(policy, permission, on: "page")
          == .success(Authority(actor: "pat", role: "owner", reference: "sole_user")))
    }
  }

  @Test("Somebody whom the policy does not name may do nothing")
  func stranger() throws {
    let policy = Self.policy(.admin, .registeredOwner, .inForce)
    for permission in Permission.allCases {
      #expect(
        try Self.answer(policy, permission, on: nil, user: "mallory")
          == .failure(.notAuthorised(UserName("mallory"), permission, nil)))
    }
  }
}

extension Result<Authority, Refusal> {
  fileprivate var reference: String? { (try? get())?.reference }
  fileprivate var role: String? { (try? get())?.role }
}
