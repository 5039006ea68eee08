import Moderation

/// How a channel stands: what waits on it, and when somebody last saw to it.
public struct ChannelFigures: Sendable, Equatable {
  /// What items are filed under; the register may not have it.
  public var channel: String
  public var open: Int
  /// Everything of it on the desk.
  public var all: Int
  /// When an import last brought something new or changed of it.
  public var lastArrival: Timestamp?
  /// When somebody last decided about a comment of it.
  public var lastDecision: Timestamp?

  public init(
    channel: String, open: Int = 0, all: Int = 0, lastArrival: Timestamp? = nil, lastDecision: Timestamp? = nil
  ) {
    self.channel = channel
    self.open = open
    self.all = all
    self.lastArrival = lastArrival
    self.lastDecision = lastDecision
  }
}

extension Desk {
  /// Every channel of which there is anything on the desk. Reads the ledger and the items once: seconds on a desk of a
  /// million comments, so not for the thread that draws.
  public func channelFigures() throws(DeskError) -> [ChannelFigures] { try store.read { try $0.channelFigures() } }
}
