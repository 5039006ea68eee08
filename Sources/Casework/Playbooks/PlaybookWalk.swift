import Moderation

/// A playbook as it is walked for one case or escalation: what is done, what was left out and why, what is next.
public struct PlaybookWalk: Sendable, Equatable {
  public let playbook: Playbook
  public private(set) var marks: [String: Mark] = [:]

  public struct Mark: Sendable, Equatable {
    public var isDone: Bool
    public var by: String
    public var at: Timestamp
    /// Key of the note, or of why it was left out.
    public var words: String?
  }

  /// What an event's step says.
  public static let done = "done"
  public static let skipped = "skipped"

  /// From the events of the case or escalation that it is walked for.
  public init(_ playbook: Playbook, _ events: [Event]) {
    self.playbook = playbook
    for event in events where event.type == .playbookStep {
      let details = StepDetails(event.details)
      guard details["playbook"] == playbook.id, let id = details["item"] else { continue }
      marks[id] = Mark(isDone: event.step == Self.done, by: event.actor, at: event.at, words: event.rationale)
    }
  }

  /// The first step that is neither done nor left out.
  public var next: Playbook.Step? { playbook.steps.first { marks[$0.id] == nil } }
  public var isFinished: Bool { next == nil }

  /// Why a step cannot be marked; nil when it can.
  public func refusal(of id: String, isDone: Bool, words: String?) -> PlaybookRefusal? {
    guard let step = playbook.steps.first(where: { $0.id == id }) else {
      return .stepUnknown(playbook.id, among: playbook.steps.map(\.id))
    }
    if marks[id]?.isDone == true { return .done(id) }
    if isDone { return nil }
    if !step.isOptional { return .mustBeDone(id) }
    return words?.contains { !$0.isWhitespace } ?? false ? nil : .reasonMissing(id)
  }

  /// The playbook for a case or an escalation: one for its reason before one for its class.
  public static func playbook(
    reasons: [String], level: EscalationClass?, _ policy: CaseworkPolicy
  ) -> Playbook? {
    let codes = reasons.map { ReasonCode(String($0.prefix { $0 != "@" })) }
    return policy.playbooks.first { playbook in playbook.reasons.contains { codes.contains($0) } }
      ?? level.flatMap { level in policy.playbooks.first { $0.classes.contains(level) } }
  }
}

/// Why a step of a playbook is not marked.
public enum PlaybookRefusal: Error, Sendable, Equatable {
  case none
  case stepUnknown(String, among: [String])
  case done(String)
  case mustBeDone(String)
  case reasonMissing(String)

  public var refusal: CaseworkRefusal { CaseworkRefusal(code: code, message: message) }

  public var code: String {
    switch self {
    case .none: "no_playbook"
    case .stepUnknown: "playbook_step_unknown"
    case .done: "step_done"
    case .mustBeDone: "step_must_be_done"
    case .reasonMissing: "reason_missing"
    }
  }

  public var message: String {
    switch self {
    case .none: "the policy has no playbook for it; add [[playbook]]"
    case .stepUnknown(let playbook, let steps): "\(playbook) has no such step; it has \(CaseRefusal.list(steps))"
    case .done(let step): "\(step) is done already"
    case .mustBeDone(let step): "\(step) cannot be left out; the policy does not say that it is optional"
    case .reasonMissing(let step): "say why \(step) is left out"
    }
  }
}
