import Moderation

/// Keeps words from being destroyed for as long as somebody may have to look at them. Nothing under a hold is ever
/// disposed of, whatever its class says.
public struct LegalHold: Sendable, Equatable {
  /// `H-2026-0002`.
  public let id: String
  public let scope: Scope
  public let placedBy: String
  public let placedAt: Timestamp
  /// Keys of words in the vault.
  public let reason: String?
  public let authority: String?
  public let placed: Int64
  public internal(set) var liftedBy: String?
  public internal(set) var liftedAt: Timestamp?
  public internal(set) var last: Int64

  public var isLifted: Bool { liftedAt != nil }

  public static let placedStep = "placed"
  public static let liftedStep = "lifted"

  /// What it covers.
  public enum Scope: Sendable, Equatable {
    /// These, as they were listed, chosen or filtered when it was placed.
    case items([ItemID])
    /// Everything of an author, what is still to come included.
    case author(channel: String?, alias: String)
    /// A case and the comments that it is about.
    case matter(String)
    /// What was posted on a channel, or came in where that is not known, from one moment to another; nil is open.
    case channel(String, from: Timestamp?, to: Timestamp?)
  }

  public static func folded(_ events: [Event]) -> LegalHold? {
    var hold: LegalHold?
    for event in events where event.type == .holdStep {
      if event.step == liftedStep {
        hold?.liftedBy = event.actor
        hold?.liftedAt = event.at
        hold?.last = event.sequence
      } else if hold == nil {
        hold = LegalHold(event)
      }
    }
    return hold
  }

  private init?(_ event: Event) {
    let details = StepDetails(event.details)
    guard let id = event.matter, let scope = Scope(details, channel: event.channel) else { return nil }
    self.id = id
    self.scope = scope
    placedBy = event.actor
    placedAt = event.at
    reason = event.rationale
    authority = details.vaultKeys.first
    placed = event.sequence
    last = event.sequence
  }

  /// Whether it covers an item.
  ///
  /// - Parameters:
  ///   - moment: when the item was posted, or came in.
  ///   - matters: the cases, escalations and records that are about it.
  public func covers(_ item: ItemID, channel: String, alias: String?, at moment: Timestamp?, matters: [String]) -> Bool
  {
    if isLifted { return false }
    switch scope {
    case .items(let items): return items.contains(item)
    case .author(let page, let author): return alias == author && (page == nil || page == channel)
    case .matter(let id): return matters.contains(id)
    case .channel(let name, let from, let to):
      guard name == channel else { return false }
      guard let moment else { return true }
      return (from.map { moment >= $0 } ?? true) && (to.map { moment <= $0 } ?? true)
    }
  }
}

extension LegalHold.Scope {
  /// What the event's details say of it.
  public var details: [String] {
    switch self {
    case .items(let items): return ["scope=items"] + items.map { "item=\($0.rawValue)" }
    case .author(_, let alias): return ["scope=author", "alias=\(alias)"]
    case .matter(let id): return ["scope=matter", "of=\(id)"]
    case .channel(_, let from, let to):
      return ["scope=channel"] + (from.map { ["from=\($0.milliseconds)"] } ?? [])
        + (to.map { ["to=\($0.milliseconds)"] } ?? [])
    }
  }

  public var channel: String? {
    switch self {
    case .items, .matter: nil
    case .author(let channel, _): channel
    case .channel(let name, _, _): name
    }
  }

  public var items: [ItemID] {
    if case .items(let items) = self { items } else { [] }
  }

  init?(_ details: StepDetails, channel: String?) {
    switch details["scope"] {
    case "items": self = .items(details.all("item").map { ItemID(rawValue: $0) })
    case "author":
      guard let alias = details["alias"] else { return nil }
      self = .author(channel: channel, alias: alias)
    case "matter":
      guard let id = details["of"] else { return nil }
      self = .matter(id)
    case "channel":
      guard let channel else { return nil }
      self = .channel(channel, from: details.moment("from"), to: details.moment("to"))
    default: return nil
    }
  }

  /// `author weka-2207 on waka`.
  public var text: String {
    switch self {
    case .items(let items): "\(items.count) comment\(items.count == 1 ? "" : "s")"
    case .author(let channel, let alias): "author \(alias)" + (channel.map { " on \($0)" } ?? "")
    case .matter(let id): id
    case .channel(let name, let from, let to):
      "channel \(name)" + (from.map { " from \($0.iso8601())" } ?? "") + (to.map { " to \($0.iso8601())" } ?? "")
    }
  }
}
