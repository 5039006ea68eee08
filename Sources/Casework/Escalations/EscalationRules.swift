import Moderation

/// Why a step of an escalation is not taken.
public enum EscalationRefusal: Error, Sendable, Equatable {
  case unknown(String)
  case closed(Escalation.State)
  /// It lapsed, and was raised again as another.
  case lapsedInto(String)
  case alreadyAcknowledged(by: String)
  case notAcknowledged
  case notYours(role: String, people: [String])
  case wordsMissing(EscalationStep)
  case nobodySuch(String, roles: [String])
  case notDue(until: Timestamp)

  public var refusal: CaseworkRefusal { CaseworkRefusal(code: code, message: message) }

  public var code: String {
    switch self {
    case .unknown: "escalation_unknown"
    case .closed: "escalation_closed"
    case .lapsedInto: "escalation_lapsed"
    case .alreadyAcknowledged: "already_acknowledged"
    case .notAcknowledged: "not_acknowledged"
    case .notYours: "not_yours"
    case .wordsMissing: "words_missing"
    case .nobodySuch: "nobody_such"
    case .notDue: "not_due"
    }
  }

  public var message: String {
    switch self {
    case .unknown: "there is no such escalation on this desk; `docket escalations list --all` shows all"
    case .closed(let state): "it is \(state.rawValue); escalate the comment again if there is more to it"
    case .lapsedInto(let next): "it lapsed and was raised again as \(next); take the step there"
    case .alreadyAcknowledged(let person): "\(person) has acknowledged it"
    case .notAcknowledged: "it has not been acknowledged; ack comes first"
    case .notYours(let role, let people):
      people.isEmpty
        ? "it went to \(role); somebody of that role answers it, or it is reassigned"
        : "it went to \(role): \(CaseRefusal.list(people)) may answer it, or have it reassigned"
    case .wordsMissing(let step): "\(step.title) needs words: say what is done"
    case .nobodySuch(_, let roles): "the policy has no such role or person; it has \(CaseRefusal.list(roles))"
    case .notDue(let until): "it is not past its time, which is \(until.iso8601())"
    }
  }
}

extension Escalation {
  /// Why a step is not allowed as it stands; who takes it is looked at elsewhere.
  public func refusal(of step: EscalationStep, words: String?) -> EscalationRefusal? {
    if let lapsedInto, state == .lapsed { return .lapsedInto(lapsedInto) }
    if isClosed { return .closed(state) }
    switch step {
    case .acknowledged: return acknowledgedBy.map { .alreadyAcknowledged(by: $0) }
    case .nextSteps, .resolved:
      if acknowledgedAt == nil { return .notAcknowledged }
      return words?.contains { !$0.isWhitespace } ?? false ? nil : .wordsMissing(step)
    case .raised, .reassigned, .lapsed, .withdrawn, .reopened: return nil
    }
  }

  /// Whether nobody acknowledged it and its time is over.
  public func isOverdue(at now: Timestamp) -> Bool { state == .raised && now > due }
}

/// Who is on call.
public struct Roster: Sendable {
  private let policy: CaseworkPolicy

  public init(_ policy: CaseworkPolicy) { self.policy = policy }

  /// The shifts of a role that run at a time, in the policy's order.
  ///
  /// - Parameter isHoliday: whether the day is one on which shifts that observe holidays do not run.
  public func shifts(of role: RoleName, at time: CivilTime, isHoliday: Bool) -> [RosterShift] {
    let day = CivilDate(time)
    return policy.roster.filter { shift in
      guard shift.role == role, shift.from.map({ $0 <= day }) ?? true, shift.to.map({ day <= $0 }) ?? true else {
        return false
      }
      guard let hours = shift.hours else { return true }
      if hours.observesHolidays, isHoliday { return false }
      let minute = time.hour * 60 + time.minute
      let index = day.weekday.rawValue - 1
      return hours.days.indices.contains(index)
        && hours.days[index].contains { $0.contains(minute) && minute < $0.upperBound }
    }
  }

  /// Whether anybody is ever on call for a role.
  public func covers(_ role: RoleName) -> Bool { policy.roster.contains { $0.role == role } }

  /// The role above, to which an escalation goes that its own let lapse.
  public func above(_ role: RoleName) -> RoleName? { policy.ladder[role] }
}
