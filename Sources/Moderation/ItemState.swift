/// An item on the desk: a comment with its revisions, flags and state.
public struct ItemID: RawRepresentable, Sendable, Hashable, Comparable {
  /// The first 32 hex digits of SHA-256 over channel and external id.
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public static func < (a: ItemID, b: ItemID) -> Bool { a.rawValue < b.rawValue }
}

/// Where an item stands: what the team has done about it, and what the public can see.
public struct ItemState: Sendable, Hashable {
  public var status: Status
  public var visibility: Visibility
  /// Captured as a business record.
  public var recorded: Bool
  /// How far the last decision that changes what the public sees has come; nil when there is nothing to carry out.
  public var stage: Stage?

  public init(status: Status = .open, visibility: Visibility = .visible, recorded: Bool = false, stage: Stage? = nil) {
    self.status = status
    self.visibility = visibility
    self.recorded = recorded
    self.stage = stage
  }

  public enum Status: String, CaseIterable, Sendable {
    /// Waits for a decision.
    case open
    case decided
    /// Waits for the role it was escalated to.
    case escalated
    /// Waits for a time.
    case snoozed
  }

  /// The life of a decision (DOMAIN § 5.1, rule 4): nothing is final until it is exported.
  public enum Stage: String, CaseIterable, Sendable {
    /// Made by one person where two are needed.
    case proposed
    /// Made, and not sent out yet: it can still be taken back for nothing.
    case committed
    /// On an action sheet.
    case exported
    /// Somebody, or a script, says that it was carried out.
    case applied
    /// A later feed of the channel shows it.
    case reconciled
    /// A later feed of the channel, or whoever tried, says that it did not take.
    case notApplied = "not_applied"
    /// The comment was edited after the decision was sent out.
    case changed

    /// Whether it has left the desk, so that only another decision can reverse it.
    public var isOut: Bool {
      switch self {
      case .exported, .applied, .reconciled, .notApplied, .changed: true
      case .proposed, .committed: false
      }
    }
  }

  /// What the public can see as far as this desk has decided; what the platform shows is `Stage`'s matter.
  public enum Visibility: String, CaseIterable, Sendable { case visible, held, hidden, deleted }

  /// The state after a verb.
  ///
  /// An escalated item stays escalated when it is hidden or recorded as well: only the role that it went to closes it,
  /// by leaving it, publishing it, deleting it or referring it on.
  ///
  /// - Parameter asking: a hold that asks somebody waits for them, as an escalation does.
  public func applying(_ verb: Verb, asking: Bool = false) -> ItemState {
    var next = self
    switch verb {
    case .leave, .reply, .refer, .openCase: next.status = .decided
    case .hide: next.visibility = .hidden
    case .unhide, .publish: next.visibility = .visible
    case .delete: next.visibility = .deleted
    case .hold: next.visibility = .held
    case .escalate: next.status = .escalated
    case .record: next.recorded = true
    case .snooze: next.status = .snoozed
    case .skip: break
    }
    if verb.changesVisibility { next.stage = .committed }
    if verb == .leave { next.acceptWhatTheyShow() }
    switch verb {
    case .hold where asking: next.status = .escalated
    case .hide, .unhide, .hold, .record: if status != .escalated { next.status = .decided }
    case .publish, .delete: next.status = .decided
    case .leave, .escalate, .reply, .refer, .openCase, .snooze, .skip: break
    }
    return next
  }

  /// Leaving an item whose decision did not take accepts what the platform shows, so that it is nobody's work any more.
  private mutating func acceptWhatTheyShow() {
    switch stage {
    case .notApplied:
      visibility = .visible
      stage = nil
    case .changed: stage = nil
    case .proposed, .committed, .exported, .applied, .reconciled, nil: break
    }
  }
}
