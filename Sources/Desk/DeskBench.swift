import Moderation

/// What every write works with: the rules in force, the clock, and how events are begun.
struct DeskBench: Sendable {
  var policy: AgencyPolicy
  var surroundings: DeskSurroundings
  /// Nil only while a desk is being made.
  var aliases: AuthorAlias?

  var now: Timestamp { surroundings.clock() }
  var console: String { surroundings.console }

  /// An event of now, still without its place in the chain.
  func event(_ type: Event.Kind, by authority: Authority) -> Event {
    var event = Event(
      sequence: 0, id: Hex.random(bytes: 16), at: now, zone: policy.zone, type: type, actor: authority.actor,
      role: authority.role, authority: authority.reference, version: surroundings.version)
    event.onBehalfOf = authority.onBehalfOf
    event.policy = policy.digest
    event.host = surroundings.host
    return event
  }

  // MARK: Authority

  func today() -> CivilDate { CivilDate(surroundings.localTime(now)) }

  /// The right in which a user may do something on a channel; `channel` nil is the desk as a whole.
  func authority(
    for permission: Permission, of user: UserName, on channel: String? = nil
  ) -> Result<Authority, Refusal> {
    policy.authority(for: permission, of: user, on: channel, at: today())
  }

  /// What a user is at all, for events that take no permission, refusals above all.
  func standing(of user: UserName, on channel: String? = nil) -> Authority {
    policy.standing(of: user, on: channel, at: today())
  }

  /// The person whose claims and decisions these are.
  func person(_ user: UserName) -> String { standing(of: user).actor }

  /// Runs what takes a permission on the desk as a whole. A refusal is an event as well.
  func allowed<Value>(
    _ permission: Permission, _ user: UserName, _ desk: any DeskWriter, on channel: String? = nil,
    _ body: (Authority) throws -> Result<Value, Refusal>
  ) throws -> Result<Value, Refusal> {
    let outcome: Result<Value, Refusal>
    if let refusal = try policyReplaced(desk) {
      outcome = .failure(refusal)
    } else {
      switch authority(for: permission, of: user, on: channel) {
      case .success(let authority): outcome = try body(authority)
      case .failure(let refusal): outcome = .failure(refusal)
      }
    }
    if case .failure(let refusal) = outcome {
      try write(refusal, of: permission.rawValue, by: user, on: channel, desk)
    }
    return outcome
  }

  /// Writes down that something was asked for and refused.
  func write(
    _ refusal: Refusal, of what: String, by user: UserName, on channel: String?, about known: KnownItem? = nil,
    cause: Int64? = nil, _ desk: any DeskWriter
  ) throws {
    var event = event(.refused, by: standing(of: user, on: channel))
    event.item = known?.item
    event.revision = known?.standing.revision
    event.channel = channel
    event.target = what
    event.refusal = refusal.code
    event.cause = cause
    _ = try desk.append(event)
  }

  /// Runs what takes a permission on each of several channels; with none of them, on the desk as a whole.
  func allowed<Value>(
    _ permission: Permission, _ user: UserName, _ desk: any DeskWriter, onEach channels: [String],
    _ body: (Authority) throws -> Result<Value, Refusal>
  ) throws -> Result<Value, Refusal> {
    for channel in channels.dropLast() {
      let checked: Result<Void, Refusal> = try allowed(permission, user, desk, on: channel) { _ in .success(()) }
      if case .failure(let refusal) = checked { return .failure(refusal) }
    }
    return try allowed(permission, user, desk, on: channels.last, body)
  }

  /// Whether another program put another policy into force since this one was opened.
  func policyReplaced(_ desk: any DeskReader) throws -> Refusal? {
    guard let adopted = try desk.adoptedPolicy(), adopted.digest != policy.digest else { return nil }
    return .policyReplaced
  }

  /// Puts a policy into force; the caller has checked by what right.
  func adopt(_ policy: AgencyPolicy, by authority: Authority, _ desk: any DeskWriter) throws -> Event {
    var event = event(.policyAdopted, by: authority)
    event.policy = policy.digest
    event.target = "policy \(policy.digest)"
    event.sha256 = Hex.sha256(of: policy.source.utf8)
    event.count = policy.people.count
    event = try desk.append(event)
    try desk.keepPolicy(
      AdoptedPolicy(
        digest: policy.digest, text: policy.source, namesPeople: policy.namesPeople, sequence: event.sequence))
    return event
  }
}

extension Event {
  /// Adds what the actor had before them: the text's salted hash, the flags, and the version of what raised them.
  mutating func describe(_ known: KnownItem, _ evidence: Evidence?) {
    item = known.item
    channel = known.channel
    revision = known.standing.revision
    guard let evidence else { return }
    textSHA256 = evidence.textSHA256
    flags = evidence.flags.map { "\($0.label.rawValue) \($0.score) \($0.severity.rawValue) \($0.rule)" }
    rules = evidence.rules
    learnedAt = evidence.learnedAt
  }
}
