import Moderation

/// What the console is told once: the rules, who sits here, and how to read a clock.
public struct Surroundings: Sendable {
  public var policy: AgencyPolicy
  /// The operating system's user. What they may do is worked out from the policy, for every channel and day anew.
  public var user: UserName
  /// Civil time in the agency's zone.
  public var localTime: @Sendable (Timestamp) -> CivilTime
  /// Shown where the agency has something left to do about it.
  public var policyOrigin: PolicyOrigin
  /// Why a text is flagged, and why not, a sentence each. Takes time: it is asked off the main thread.
  public var explain: @Sendable (String) -> [String]
  /// Which keys do what.
  public var keys: KeyMap
  /// The filters that the person gave names to.
  public var savedFilters: SavedFilters
  /// Keeps them for the next time; what went wrong, or nil. Takes time.
  public var keepFilters: @Sendable (SavedFilters) -> String?

  /// Whether charts keep to ASCII: where the terminal has no UTF-8, or a setting asks.
  public var isASCII = false
  /// What the policy's check finds missing of each channel, a sentence each, by the channel's id.
  public var channelFindings: [String: [String]] = [:]
  /// Writes what a screen shows under a name; the path, or what went wrong. Takes time.
  public var export: @Sendable (_ name: String, _ text: String) -> Result<String, ExportFile.Problem> = { _, _ in
    .failure(ExportFile.Problem(message: "there is no folder for it"))
  }

  public var care = CareSettings()
  /// Where the person was when they left.
  public var session = ConsoleSession()
  /// Keeps where they are. Takes time.
  public var keepSession: @Sendable (ConsoleSession) -> Void = { _ in }
  /// Whether this person has not seen the first steps yet.
  public var isFirstRun = false
  /// Notes that they have. Takes time.
  public var endTour: @Sendable () -> Void = {}

  public init(
    policy: AgencyPolicy, user: UserName, policyOrigin: PolicyOrigin,
    localTime: @escaping @Sendable (Timestamp) -> CivilTime,
    explain: @escaping @Sendable (String) -> [String] = { _ in [] }, keys: KeyMap = .standard,
    savedFilters: SavedFilters = SavedFilters(),
    keepFilters: @escaping @Sendable (SavedFilters) -> String? = { _ in nil }
  ) {
    self.policy = policy
    self.user = user
    self.policyOrigin = policyOrigin
    self.localTime = localTime
    self.explain = explain
    self.keys = keys
    self.savedFilters = savedFilters
    self.keepFilters = keepFilters
  }

  func rights(at now: Timestamp) -> Rights {
    Rights(policy: policy, user: user, today: CivilDate(localTime(now)))
  }
}

/// What the person at this console may do today. It only says beforehand what the desk would answer: the desk enforces.
struct Rights: Sendable {
  var policy: AgencyPolicy
  var user: UserName
  var today: CivilDate

  /// The role that is shown: on a channel the register's own comes first.
  func standing(on channel: String?) -> Authority {
    policy.standing(of: user, on: channel, at: today)
  }

  /// Under which name colleagues and the log know this person.
  var person: String { standing(on: nil).actor }

  func refusal(of permission: Permission, on channel: String) -> Refusal? {
    switch policy.authority(for: permission, of: user, on: channel, at: today) {
    case .success: nil
    case .failure(let refusal): refusal
    }
  }

  /// Why a verb cannot be used on a channel at all, by role or by what the platform can do; nil when it can.
  func refusal(of verb: Verb, on channel: String) -> Refusal? {
    refusal(of: Permission(verb), on: channel) ?? policy.refusal(of: verb, on: channel)
  }

  /// Why a verb under a reason would be refused. What another has proposed takes the right to confirm it, and nobody
  /// confirms what they proposed themselves.
  func refusal(
    of verb: Verb, under code: ReasonCode, proposal: Proposal?, on channel: String
  ) -> Refusal? {
    guard let proposal, proposal.verb == verb, proposal.reason == code else { return refusal(of: verb, on: channel) }
    if proposal.person == person { return .secondPersonMustDiffer(verb, code, proposer: person) }
    return refusal(of: .confirm, on: channel) ?? policy.refusal(of: verb, on: channel)
  }
}

/// Where the policy in force comes from.
public enum PolicyOrigin: Sendable, Equatable {
  /// The one that ships: the agency has none of its own.
  case shipped
  /// The agency's file.
  case agencyFile
  /// The desk, which keeps what somebody adopted. `fileWaits` is that this user's file says something else.
  case desk(fileWaits: Bool)
}
