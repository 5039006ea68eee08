import Moderation

/// An item as the desk works with it: its row, its identity, its channel and where it stands.
struct KnownItem: Sendable, Equatable {
  var row: Int64
  var item: ItemID
  var channel: String
  var standing: StandingItem
}

/// Where an item stands according to the events so far: one row of the `item` view.
struct StandingItem: Sendable, Equatable {
  var revision: Int
  var state: ItemState
  /// Of the current revision's most urgent flag; see `urgency(of:)`.
  var urgency: Int
  /// The labels of the current revision's flags.
  var labels: LabelSet
  /// Sequence of the event that handed it on, sent it out or settled it last: the order of the lists beside the queue.
  var moved: Int64?
  var escalatedTo: String?
  /// When a snoozed item comes back.
  var until: Timestamp?
  /// The event that proposes a decision, while it waits for a second person.
  var proposal: Int64?

  init(
    revision: Int, state: ItemState, urgency: Int, labels: LabelSet, moved: Int64? = nil, escalatedTo: String? = nil,
    until: Timestamp? = nil, proposal: Int64? = nil
  ) {
    self.revision = revision
    self.state = state
    self.urgency = urgency
    self.labels = labels
    self.moved = moved
    self.escalatedTo = escalatedTo
    self.until = until
    self.proposal = proposal
  }

  /// From this on an item counts as urgent: a flag of severity high.
  static let urgent = urgency(atLeast: .high)

  /// Severity first, then score: 4093 for critical at 0.93, 0 for an item without flags.
  static func urgency(of flags: [Flag]) -> Int {
    guard let first = flags.min(by: Flag.isMoreUrgent) else { return 0 }
    return urgency(atLeast: first.severity) + first.score.hundredths
  }

  static func urgency(atLeast severity: Severity) -> Int { (severity.rank + 1) * 1000 }
}

/// A set of labels as one small integer.
struct LabelSet: OptionSet, Sendable, Hashable {
  let rawValue: Int

  init(rawValue: Int) { self.rawValue = rawValue }

  init(of flags: [Flag]) { self = flags.reduce([]) { $0.union(LabelSet($1.label)) } }

  /// The bit of a label is its place in LABELS.md.
  init(_ label: Label) { rawValue = 1 << Self.number(label) }

  static func number(_ label: Label) -> Int { Label.allCases.firstIndex(of: label) ?? 0 }

  var numbers: [Int] { Label.allCases.map(Self.number).filter { rawValue & (1 << $0) != 0 } }
}

/// What an import brought of one item, as the vault keeps it beside the `imported` event.
struct Arrival: Sendable, Equatable {
  var revision: Int
  var urgency: Int
  var labels: LabelSet

  init(revision: Int, flags: [Flag]) {
    self.revision = revision
    urgency = StandingItem.urgency(of: flags)
    labels = LabelSet(of: flags)
  }
}

extension StandingItem {
  /// Where an item stands after an event: the one rule that makes the view from the ledger. Nil for an event that
  /// says nothing of an item that is not there.
  ///
  /// - `imported` starts an item, or gives it a new revision or new flags. Before encoding 2 a decided item with new text
  ///   waited again by that alone; since then a `reopened` event of its own says so.
  /// - Decisions, their undoing and what becomes of them put it into the state that they say. An undoing also names the
  ///   recipient, the time and (as its cause) the proposal that stand again.
  /// - What was destroyed waits for nobody: an item that nobody had looked at leaves the queue.
  /// - A proposal waits until it is confirmed or contradicted; what does not touch what the public sees leaves it waiting.
  /// - The rest leave it alone.
  static func after(_ event: Event, _ standing: StandingItem?, arrival: Arrival? = nil) -> StandingItem? {
    switch event.type {
    case .imported:
      guard let arrival else { return standing }
      guard var next = standing else {
        return StandingItem(
          revision: arrival.revision, state: ItemState(), urgency: arrival.urgency, labels: arrival.labels)
      }
      next.revision = arrival.revision
      next.urgency = arrival.urgency
      next.labels = arrival.labels
      if event.encoding < 2, next.state.status == .decided { next.state.status = .open }
      return next
    case .decided, .undone, .proposed, .reopened, .exported, .applied, .reconciled, .disposed:
      guard var next = standing, let after = event.after else { return standing }
      let handedOn = after.status == .escalated && (next.state.status != .escalated || event.escalatedTo != nil)
      if handedOn { next.escalatedTo = event.escalatedTo }
      if handedOn || after.stage != next.state.stage && after.stage?.isOut == true { next.moved = event.sequence }
      next.until = after.status == .snoozed ? event.until ?? next.until : nil
      next.proposal = proposal(after: event, waiting: next.proposal)
      next.state = after
      return next
    case .deskCreated, .refused, .batch, .unmasked, .revealed, .policyAdopted, .accounted, .sheetWritten, .sealed,
      .backedUp, .restored, .migrated, .caseStep, .escalationStep, .playbookStep, .recordStep, .holdStep, .replyStep,
      .noted, .gathered:
      return standing
    }
  }

  private static func proposal(after event: Event, waiting: Int64?) -> Int64? {
    switch event.type {
    case .proposed: event.sequence
    case .undone: event.cause
    case .decided: event.verb.map { $0.changesVisibility || $0 == .leave } ?? true ? nil : waiting
    // What an import brought was not before whoever proposed; a snooze that is over changes nothing.
    case .reopened: event.cause == nil ? waiting : nil
    default: waiting
    }
  }
}
