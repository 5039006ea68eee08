import Moderation

/// An item or a case that was handed on, as its events make it: to whom, by when it is to be acknowledged, what came of it.
public struct Escalation: Sendable, Equatable {
  /// `E-2026-0004`.
  public let id: String
  public let level: EscalationClass
  /// The event that raised it.
  public let raised: Int64
  public let raisedAt: Timestamp
  public let raisedBy: String
  /// The decision, or the step of a case, that it rests on.
  public let cause: Int64?
  public let item: ItemID?
  public let channel: String?
  /// The case that it is about.
  public let caseID: String?
  /// The escalation that lapsed into this one.
  public let from: String?
  /// `CODE@version`, the primary one first.
  public let reasons: [String]
  public internal(set) var role: String
  public internal(set) var person: String?
  /// By when somebody is to say that they have it.
  public let due: Timestamp
  /// How that was worked out, a line each.
  public let derivation: [String]
  public internal(set) var acknowledgedAt: Timestamp?
  public internal(set) var acknowledgedBy: String?
  /// Keys of the next steps that were said, in order.
  public internal(set) var nextSteps: [String] = []
  public internal(set) var resolvedAt: Timestamp?
  public internal(set) var outcome: String?
  public internal(set) var lapsedAt: Timestamp?
  /// The escalation that it was raised again as; nil at the top of the ladder, where it stays open.
  public internal(set) var lapsedInto: String?
  public internal(set) var isWithdrawn = false
  public internal(set) var last: Int64

  public var state: State {
    if isWithdrawn { return .withdrawn }
    if resolvedAt != nil { return .resolved }
    if acknowledgedAt != nil { return .acknowledged }
    return lapsedAt == nil ? .raised : .lapsed
  }

  public enum State: String, CaseIterable, Sendable { case raised, acknowledged, resolved, lapsed, withdrawn }

  /// Whether nothing more is to be done about it: here, at least.
  public var isClosed: Bool {
    switch state {
    case .resolved, .withdrawn: true
    case .lapsed: lapsedInto != nil
    case .raised, .acknowledged: false
    }
  }

  /// Whether nobody acknowledged it in time: visible for good, whatever came after.
  public var isBreached: Bool { lapsedAt != nil || (acknowledgedAt.map { $0 > due } ?? false) }

  /// When the next thing is due: the acknowledgement, until there is one.
  public var nextDue: Timestamp? { isClosed || acknowledgedAt != nil ? nil : due }
}

/// What happens to an escalation. Spelt the same in the ledger, on the command line and in JSON.
public enum EscalationStep: String, CaseIterable, Sendable {
  case raised, acknowledged
  case nextSteps = "next_steps"
  case reassigned, resolved, lapsed, withdrawn, reopened

  public var title: String { rawValue.replacing("_", with: " ") }
}

extension Escalation {
  /// An escalation from its events, oldest first; nil when none of them raises it.
  public static func folded(_ events: [Event]) -> Escalation? {
    events.reduce(nil) { escalation, event in after(event, escalation) }
  }

  /// Where an escalation stands after an event. Events of anything else leave it alone.
  public static func after(_ event: Event, _ escalation: Escalation?) -> Escalation? {
    guard event.type == .escalationStep, let step = event.step.flatMap(EscalationStep.init(rawValue:)) else {
      return escalation
    }
    let details = StepDetails(event.details)
    guard var escalation else { return step == .raised ? Escalation(raising: event, details) : nil }
    escalation.apply(step, event, details)
    return escalation
  }

  private init?(raising event: Event, _ details: StepDetails) {
    guard let id = event.matter, let level = details["class"].flatMap(EscalationClass.init(rawValue:)),
      let role = event.escalatedTo, let due = details.moment("due")
    else { return nil }
    self.id = id
    self.level = level
    raised = event.sequence
    raisedAt = event.at
    raisedBy = event.actor
    cause = event.cause
    item = event.item
    channel = event.channel
    caseID = details["case"]
    from = details["from"]
    reasons = event.reasons
    self.role = role
    person = details["person"]
    self.due = due
    derivation = details.all("how")
    last = event.sequence
  }

  private mutating func apply(_ step: EscalationStep, _ event: Event, _ details: StepDetails) {
    last = event.sequence
    switch step {
    case .raised: break
    case .acknowledged:
      acknowledgedAt = event.at
      acknowledgedBy = event.actor
    case .nextSteps: if let words = event.rationale { nextSteps.append(words) }
    case .reassigned:
      role = event.escalatedTo ?? role
      person = details["person"]
    case .resolved:
      resolvedAt = event.at
      outcome = event.outcome
    case .lapsed:
      lapsedAt = event.at
      lapsedInto = details["next"]
    case .withdrawn: isWithdrawn = true
    case .reopened:
      isWithdrawn = false
      resolvedAt = nil
      outcome = nil
    }
  }
}
