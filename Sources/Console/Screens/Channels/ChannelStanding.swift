import Casework
import Desk
import Moderation

/// A channel of the register with its figures, or one that has comments on the desk and is not in the register.
struct ChannelStanding: Sendable, Equatable {
  var id: String
  /// Nil for one that the register does not have.
  var channel: Channel?
  var figures: ChannelFigures

  /// An active channel that nobody has seen to for so many days is said to be unmonitored (DPMC L108).
  static let silentDays = 3

  /// Whole days since somebody decided about it or something of it came in; nil where nobody ever did.
  func quietDays(now: Timestamp) -> Int? {
    [figures.lastArrival, figures.lastDecision].compactMap { $0 }.max()
      .map { Int(max(0, now.milliseconds - $0.milliseconds) / 86_400_000) }
  }

  /// What is to be seen to, the gravest first, each in words with its sign.
  func alarms(now: Timestamp, today: CivilDate) -> [String] {
    var alarms: [String] = []
    guard let channel else {
      return ["‼ not in the register: nobody answers for it, nothing on it can be decided once there is a register"]
    }
    if channel.state == .active {
      switch quietDays(now: now) {
      case nil: alarms.append("‼ nothing of it was ever brought in")
      case let days? where days >= Self.silentDays:
        alarms.append("‼ unmonitored: nothing came in and nobody decided for \(days) days")
      default: break
      }
    } else if figures.open > 0 {
      alarms.append("! \(channel.state.rawValue), and \(figures.open) wait on it")
    }
    if let review = channel.reviewBy, review < today, channel.state != .closed {
      alarms.append("! review was due \(review.text)")
    }
    return alarms
  }

  /// The register in the policy's order, then what it lacks.
  static func all(_ policy: AgencyPolicy, _ figures: [ChannelFigures]) -> [ChannelStanding] {
    let registered = policy.channels.map { channel in
      ChannelStanding(
        id: channel.id, channel: channel,
        figures: figures.first { $0.channel == channel.id } ?? ChannelFigures(channel: channel.id))
    }
    let known = Set(policy.channels.map(\.id))
    return registered
      + figures.filter { !known.contains($0.channel) }
      .map {
        ChannelStanding(
          id: $0.channel,
          channel: policy.channels.isEmpty ? Channel(id: $0.channel, title: $0.channel, owner: "") : nil, figures: $0)
      }
  }
}
