import Casework
import Desk
import Moderation

/// How cases and escalations are worded on the screen.
enum CaseText {
  /// `‼` overdue, `!` within three working days, `·` later, `✓` over, `–` where nothing is due.
  static func sign(of row: CaseRow) -> String {
    if row.file.isClosed { return "✓" }
    if row.left.isOverdue { return "‼" }
    guard row.due != nil else { return "–" }
    return row.left.days ?? 0 <= 3 ? "!" : "·"
  }

  /// `3 working days overdue`; `due Tue 7 July, 4 working days left`; `clock stopped`.
  static func due(_ row: CaseRow) -> String {
    let left = turned(row.left)
    guard let due = row.due, !row.left.isOverdue else { return left }
    return left == "due today" ? left : "due \(due.deadline.due.day.shortText), \(left)"
  }

  /// `overdue by 3 working days` the other way round: the number is what is read first.
  static func turned(_ standing: DueStanding) -> String {
    let lead = "overdue by "
    return standing.text.hasPrefix(lead) ? standing.text.dropFirst(lead.count) + " overdue" : standing.text
  }

  static func owner(_ file: CaseFile) -> String {
    let parts = [file.person, file.role].compactMap { $0 }
    return parts.isEmpty ? "nobody has it" : parts.joined(separator: ", ")
  }

  static func state(_ file: CaseFile) -> String { file.state.replacing("_", with: " ") }

  /// A word for a list: `request`.
  static func short(_ kind: CaseKind) -> String {
    switch kind {
    case .informationRequest: "request"
    case .ownInformation: "own information"
    case .complaint: "complaint"
    case .breach: "breach"
    case .hdcNotice: "notice"
    case .internalReview: "review"
    case .appeal: "appeal"
    }
  }

  // MARK: Escalations

  static func sign(of entry: EscalationEntry) -> String {
    if entry.escalation.isClosed { return entry.escalation.lapsedInto == nil ? "✓" : "»" }
    if entry.isOverdue { return "‼" }
    return entry.escalation.acknowledgedAt == nil ? "!" : "·"
  }

  /// `acknowledge within 42 min`; `not acknowledged: 3 h overdue`; `acknowledged by a.kereru, late`.
  static func due(_ entry: EscalationEntry, now: Timestamp) -> String {
    let escalation = entry.escalation
    switch escalation.state {
    case .withdrawn: return "withdrawn"
    case .resolved: return "resolved" + (escalation.isBreached ? ", acknowledged late" : "")
    case .acknowledged:
      return "acknowledged by \(escalation.acknowledgedBy ?? "?")" + (escalation.isBreached ? ", late" : "")
    case .lapsed, .raised:
      let standing = CaseClocks.byTheHour(escalation.due, now)
      let time = turned(standing).replacing(" left", with: "")
      let lapsed = escalation.lapsedInto.map { ", went on as \($0)" } ?? ""
      return (standing.isOverdue ? "not acknowledged: \(time)" : "acknowledge within \(time)") + lapsed
    }
  }

  static func holder(_ entry: EscalationEntry, _ policy: AgencyPolicy) -> String {
    let role = policy.escalationRole(RoleName(entry.escalation.role))?.title ?? entry.escalation.role
    return [role, entry.escalation.person].compactMap { $0 }.joined(separator: ", ")
  }

  /// A line of an escalation's story.
  static func line(_ event: Event) -> String {
    let step = (event.step ?? event.type.rawValue).replacing("_", with: " ")
    return [step, event.escalatedTo.map { "to \($0)" }, event.outcome.map { "(\($0))" }].compactMap { $0 }
      .joined(separator: " ")
  }
}
