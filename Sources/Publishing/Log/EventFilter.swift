import Moderation

/// Which events of the ledger are meant. An empty set asks for nothing in particular; all that are set must fit.
public struct EventFilter: Sendable, Equatable {
  public var actors: Set<String> = []
  /// As events have them: a `StaffRole`, `system` or `none`.
  public var roles: Set<String> = []
  public var channels: Set<String> = []
  public var types: Set<Event.Kind> = []
  /// What was done. What was only tried or proposed fits when `types` asks for refusals or proposals.
  public var verbs: Set<Verb> = []
  /// Any of an event's reasons. `HEALTH-3P` is every version of it, `HEALTH-3P@2` that one.
  public var reasons: Set<String> = []
  /// Items' ids, or how they begin: the log's lines show the first 12 digits.
  public var items: Set<String> = []
  public var batches: Set<String> = []
  /// The first moment that fits.
  public var since: Timestamp?
  /// The first moment that does not fit any more.
  public var until: Timestamp?
  /// Only what took something back: undone decisions, and decisions that took an earlier one's place.
  public var reversalsOnly = false

  public init() {}

  public func matches(_ event: Event) -> Bool {
    fits(actors, event.actor) && fits(roles, event.role) && fits(channels, event.channel) && fits(batches, event.batch)
      && (types.isEmpty || types.contains(event.type))
      && (since.map { $0 <= event.at } ?? true) && (until.map { event.at < $0 } ?? true)
      && (!reversalsOnly || Self.isReversal(event))
      && matchesVerb(event) && matchesReason(event) && matchesItem(event)
  }

  /// Whether an event takes something back (DOMAIN § 5.3: "was it reversed, why?").
  public static func isReversal(_ event: Event) -> Bool {
    event.type == .undone || event.undoOf != nil || (event.type == .decided && event.supersedes != nil)
  }

  private func fits(_ wanted: Set<String>, _ value: String?) -> Bool {
    wanted.isEmpty || (value.map(wanted.contains) ?? false)
  }

  private func matchesVerb(_ event: Event) -> Bool {
    if verbs.isEmpty { return true }
    if let verb = event.verb, verbs.contains(verb) { return true }
    return types.contains(event.type) && (event.attempted.map(verbs.contains) ?? false)
  }

  private func matchesReason(_ event: Event) -> Bool {
    reasons.isEmpty
      || event.reasons.contains { reason in
        reasons.contains(reason) || reasons.contains(String(reason.prefix { $0 != "@" }))
      }
  }

  private func matchesItem(_ event: Event) -> Bool {
    if items.isEmpty { return true }
    guard let item = event.item?.rawValue else { return false }
    return items.contains { item.hasPrefix($0) }
  }
}
