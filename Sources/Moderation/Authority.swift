/// An operating-system user. Never taken from an environment variable: see `AgencyPolicy.authorities`.
public struct UserName: RawRepresentable, Sendable, Hashable {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// Who acts, and by what right: part of every event.
public struct Authority: Sendable, Equatable {
  /// The person's id in the policy; without people in the policy, the operating system's user.
  public var actor: String
  /// A `StaffRole`, or `system` for what the desk does by itself, or `none`.
  public var role: String
  /// The authorisation that lets them act: `policy:12` is the person at line 12 of the policy in force, `owner:page` and
  /// `deputy:page` rest on the register of channels, `sole_user` on there being no people in the policy.
  public var reference: String
  /// The person in whose place a deputy acts.
  public var onBehalfOf: String?

  public init(actor: String, role: String, reference: String, onBehalfOf: String? = nil) {
    self.actor = actor
    self.role = role
    self.reference = reference
    self.onBehalfOf = onBehalfOf
  }

  /// What the desk does when a time has come.
  public static let system = Authority(actor: "docket", role: "system", reference: "timer")

  /// Somebody whom the policy does not name, or not any more.
  public static func none(_ user: UserName) -> Authority {
    Authority(actor: user.rawValue, role: "none", reference: "none")
  }
}

/// One authorisation of one person (DPMC L116: who, by whom, from, to).
public struct Person: Sendable, Equatable {
  /// `a.kereru`: what the log and colleagues call them.
  public var id: String
  public var user: UserName
  public var roles: [StaffRole]
  /// The channels it covers; nil for all.
  public var channels: [String]?
  /// First and last day, in the agency's zone; nil for no bound.
  public var from: CivilDate?
  public var to: CivilDate?
  /// Who authorised them.
  public var by: String?
  /// When they last acknowledged the policy (DPMC L118).
  public var acknowledged: CivilDate?
  /// Where in the policy it is written, from 1.
  public var line: Int

  public init(
    id: String, user: UserName, roles: [StaffRole], channels: [String]? = nil, from: CivilDate? = nil,
    to: CivilDate? = nil, by: String? = nil, acknowledged: CivilDate? = nil, line: Int
  ) {
    self.id = id
    self.user = user
    self.roles = roles
    self.channels = channels
    self.from = from
    self.to = to
    self.by = by
    self.acknowledged = acknowledged
    self.line = line
  }

  public func isInForce(on day: CivilDate) -> Bool {
    (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true)
  }

  /// Whether it covers a channel; `nil` is the desk as a whole, which only an authorisation for all channels covers.
  public func covers(_ channel: String?) -> Bool {
    guard let channels else { return true }
    return channel.map(channels.contains) ?? false
  }
}

extension AgencyPolicy {
  /// Whether it names people. One that does not leaves everything to whoever can open the desk.
  public var namesPeople: Bool { !people.isEmpty }

  /// Every right in which a user acts on a channel on a day, the register's first. `channel` nil is the desk as a whole.
  public func authorities(of user: UserName, on channel: String?, at day: CivilDate) -> [Authority] {
    guard namesPeople else {
      return [Authority(actor: user.rawValue, role: StaffRole.owner.rawValue, reference: "sole_user")]
    }
    let own = people.filter { $0.user == user && $0.isInForce(on: day) }
    guard let id = own.first?.id else { return [] }
    var found: [Authority] = []
    if let channel, let registered = self.channel(channel) {
      if registered.owner == id {
        found.append(Authority(actor: id, role: StaffRole.owner.rawValue, reference: "owner:\(channel)"))
      } else if registered.deputies.contains(id) {
        found.append(
          Authority(
            actor: id, role: StaffRole.owner.rawValue, reference: "deputy:\(channel)", onBehalfOf: registered.owner))
      }
    }
    for person in own where person.covers(channel) {
      for role in person.roles {
        found.append(Authority(actor: person.id, role: role.rawValue, reference: "policy:\(person.line)"))
      }
    }
    return found
  }

  /// What a user is at all on a day, for what takes no permission: their first right on a channel, else anywhere.
  public func standing(of user: UserName, on channel: String?, at day: CivilDate) -> Authority {
    if let authority = authorities(of: user, on: channel, at: day).first { return authority }
    guard let person = people.first(where: { $0.user == user && $0.isInForce(on: day) }) else { return .none(user) }
    return Authority(
      actor: person.id, role: person.roles.first?.rawValue ?? "none", reference: "policy:\(person.line)")
  }

  /// The right in which a user may do something, or why not.
  ///
  /// A channel that the register does not have cannot be moderated once there is a register (DPMC L106, L116), and only
  /// the channel's own owner or a deputy deletes on it, whatever the matrix says (DPMC L175).
  public func authority(
    for permission: Permission, of user: UserName, on channel: String?, at day: CivilDate
  ) -> Result<Authority, Refusal> {
    let held = authorities(of: user, on: channel, at: day)
    if let channel, !channels.isEmpty, permission != .importing, self.channel(channel) == nil {
      return .failure(.channelUnregistered(channel))
    }
    let matrix = matrix(on: channel)
    let fitting = held.first { authority in
      guard namesPeople else { return true }
      guard let role = StaffRole(rawValue: authority.role), matrix.allows(permission, to: role) else { return false }
      return permission != .delete || isOwner(authority, of: channel)
    }
    if let fitting { return .success(fitting) }
    if held.isEmpty { return .failure(.notAuthorised(user, permission, channel)) }
    let holders = permission == .delete ? [.owner] : matrix.roles(allowed: permission)
    return .failure(.roleNotAllowed(permission, role: held[0].role, channel: channel, holders: holders))
  }

  private func isOwner(_ authority: Authority, of channel: String?) -> Bool {
    guard authority.role == StaffRole.owner.rawValue else { return false }
    guard let channel, self.channel(channel) != nil else { return true }
    return authority.reference == "owner:\(channel)" || authority.reference == "deputy:\(channel)"
  }

  /// The matrix in force on a channel: the policy's, with the channel's own rows in place.
  public func matrix(on channel: String?) -> PermissionMatrix {
    guard let own = channel.flatMap({ self.channel($0)?.permissions }) else { return permissions }
    return permissions.overridden(by: own)
  }

  /// The entry of the register with this id. What a feed calls its channel is to be looked up with `registeredID` first.
  public func channel(_ name: String) -> Channel? {
    channels.first { $0.id == name }
  }

  /// The id under which a feed's channel is registered; its own name where it is not.
  public func registeredID(of feedChannel: String) -> String {
    channels.first { $0.id == feedChannel || $0.aliases.contains(feedChannel) }?.id ?? feedChannel
  }

  public func person(_ id: String) -> Person? { people.first { $0.id == id } }
}
