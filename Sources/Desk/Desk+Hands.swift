import Moderation

/// What happened when somebody took an item up.
public enum ClaimOutcome: Sendable, Equatable {
  case yours(Claim)
  /// Somebody else has it.
  case taken(Claim)
}

/// What a console needs to know of the other hands on a desk.
public struct DeskNews: Sendable, Equatable {
  /// The last event there is.
  public var sequence: Int64
  public var claims: [Claim]
  /// Everybody who has the desk open, this person included.
  public var people: [Presence]

  public init(sequence: Int64, claims: [Claim], people: [Presence]) {
    self.sequence = sequence
    self.claims = claims
    self.people = people
  }
}

extension Desk {
  /// How long a claim holds without being renewed: long enough for a reason and a sentence, short enough for who went home.
  public static let lease: Int64 = 120_000
  /// Who was not heard of for so long has gone, or crashed.
  public static let absence: Int64 = 60_000

  /// Takes an item up while it is being decided about; taking up one's own again renews it.
  @discardableResult
  public func claim(_ item: ItemID, by user: UserName) throws(DeskError) -> ClaimOutcome {
    try writing { desk, bench in
      let now = bench.now
      let person = bench.person(user)
      let held = try desk.claim(on: item, at: now)
      if let held, held.claim.person != person { return .taken(held.claim) }
      let claim = Claim(
        item: item, person: person, since: held?.claim.since ?? now,
        until: Timestamp(milliseconds: now.milliseconds + Self.lease))
      try desk.claim(claim, console: bench.console)
      return .yours(claim)
    }
  }

  /// Lets an item go that this console took up.
  public func release(_ item: ItemID) throws(DeskError) {
    try writing { desk, bench in try desk.release(item, console: bench.console) }
  }

  /// Says that this person has the desk open. To be said again well within `absence`.
  public func appear(as user: UserName) throws(DeskError) {
    try writing { desk, bench in
      let authority = bench.standing(of: user)
      try desk.appear(Presence(person: authority.actor, role: authority.role, seen: bench.now), console: bench.console)
    }
  }

  /// Says that this console is closed, and lets go of what it took up.
  public func disappear() throws(DeskError) {
    try writing { desk, bench in try desk.disappear(console: bench.console) }
  }

  /// Whether the others did anything, what they have in hand and who they are. Cheap: a console asks once a second.
  public func news() throws(DeskError) -> DeskNews {
    guard let bench else { throw .readOnly(path: path) }
    let now = bench.now
    return try store.read { desk in
      DeskNews(
        sequence: try desk.chain().last, claims: try desk.claims(at: now),
        people: try desk.presences(since: Timestamp(milliseconds: now.milliseconds - Self.absence)))
    }
  }

  /// Brings back the snoozed items whose time has come, by a `reopened` event of the desk's own each.
  @discardableResult
  public func wake() throws(DeskError) -> [Event] {
    guard let bench, try !store.read({ try $0.due(at: bench.now, limit: 1) }).isEmpty else { return [] }
    return try writing { desk, bench in
      try desk.due(at: bench.now, limit: 1000).map { known in
        var known = known
        return try bench.reopen(&known, because: "snooze over", cause: nil, desk)
      }
    }
  }
}

extension DeskBench {
  /// Lets an item wait again, and says why.
  func reopen(
    _ known: inout KnownItem, because outcome: String, cause: Int64?, stage: ItemState.Stage? = nil,
    _ desk: any DeskWriter
  ) throws -> Event {
    var event = event(.reopened, by: .system)
    event.describe(known, try desk.evidence(of: known))
    event.before = known.standing.state
    event.after = known.standing.state
    event.after?.status = .open
    if try isEscalated(known, desk) {
      // Only the role that it went to closes an escalation.
      event.after?.status = .escalated
      if known.standing.state.status != .escalated { event.escalatedTo = known.standing.escalatedTo }
    }
    if let stage { event.after?.stage = stage }
    if cause != nil, event.after?.stage == .proposed { event.after?.stage = nil }
    event.automation = .systemTimer
    event.outcome = outcome
    event.cause = cause
    return try desk.append(event, moving: &known)
  }

  /// Whether an item waits for a role, or did when it was put off.
  private func isEscalated(_ known: KnownItem, _ desk: any DeskReader) throws -> Bool {
    switch known.standing.state.status {
    case .escalated: return true
    case .open, .decided: return false
    case .snoozed:
      let snooze = try desk.history(of: known.item).last { event in
        event.after?.status == .snoozed && event.before?.status != .snoozed && event.type != .undone
      }
      return snooze?.before?.status == .escalated
    }
  }
}
