import Casework
import Moderation

/// Raising escalations and taking them back, inside a transaction.
extension DeskBench {
  var escalationClocks: EscalationClocks { EscalationClocks(policy, holidays: surroundings.holidays) }

  /// What an escalation is raised with.
  struct Raise {
    var level: EscalationClass
    /// A role of the policy, or a person's id.
    var to: RoleName
    var reasons: [String] = []
    var item: ItemID?
    var revision: Int?
    var channel: String?
    var caseID: String?
    /// The escalation that lapsed into this one.
    var from: String?
    var cause: Int64?
    var batch: String?
  }

  /// Hands something on: to whom is on call at this moment, with the time by which they are to say that they have it.
  @discardableResult
  func raise(_ raise: Raise, by authority: Authority, _ desk: any DeskWriter) throws -> Event {
    let isPerson = policy.escalationRole(raise.to) == nil && policy.person(raise.to.rawValue) != nil
    let raised = now
    let call = escalationClocks.call(raise.level, to: raise.to, raised: raised)
    let person = isPerson ? raise.to.rawValue : call.person
    var event = event(.escalationStep, by: authority)
    event.at = raised
    event.item = raise.item
    event.revision = raise.revision
    event.channel = raise.channel
    event.step = EscalationStep.raised.rawValue
    event.reasons = raise.reasons
    event.escalatedTo = raise.to.rawValue
    event.cause = raise.cause
    event.batch = raise.batch
    if authority == .system { event.automation = .systemTimer }
    event.details = ["class=\(raise.level.rawValue)", "due=\(call.due.milliseconds)"]
    if let person { event.details.append("person=\(person)") }
    if let caseID = raise.caseID { event.details.append("case=\(caseID)") }
    if let from = raise.from { event.details.append("from=\(from)") }
    event.details += call.derivation.map { "how=\($0)" }
    return try desk.append(event, ofMatter: try nextID(of: .escalation, desk))
  }

  /// An event of an escalation, about what it is about.
  func event(_ step: EscalationStep, of escalation: Escalation, by authority: Authority) -> Event {
    var event = event(.escalationStep, by: authority)
    event.item = escalation.item
    event.channel = escalation.channel
    event.step = step.rawValue
    event.cause = escalation.raised
    if authority == .system { event.automation = .systemTimer }
    return event
  }

  /// The role above the one that let an escalation lapse; nil at the top, and where the ladder leads back to a role that had
  /// it before.
  private func above(_ escalation: Escalation, _ desk: any DeskReader) throws -> RoleName? {
    guard let above = policy.casework.ladder[RoleName(escalation.role)] else { return nil }
    var had: Set<String> = [escalation.role]
    var from = escalation.from
    while let id = from, let earlier = try desk.escalation(id) {
      had.insert(earlier.role)
      from = earlier.from
    }
    return had.contains(above.rawValue) ? nil : above
  }

  /// Lets an escalation lapse and raises it again one level up; at the top it stays open, for all to see.
  func lapse(_ escalation: Escalation, by authority: Authority, _ desk: any DeskWriter) throws -> [Event] {
    var lapsed = event(.lapsed, of: escalation, by: authority)
    lapsed.outcome = "not acknowledged"
    guard let above = try above(escalation, desk) else { return [try desk.append(lapsed, ofMatter: escalation.id)] }
    // Its own number comes first, so that the event that it lapses with can name it.
    let next = try nextID(of: .escalation, desk)
    lapsed.details = ["next=\(next)"]
    lapsed = try desk.append(lapsed, ofMatter: escalation.id)
    let raised = try raise(
      Raise(
        level: escalation.level, to: above, reasons: escalation.reasons, item: escalation.item,
        channel: escalation.channel, caseID: escalation.caseID, from: escalation.id, cause: lapsed.sequence),
      by: authority, desk)
    return [lapsed, raised]
  }
}

extension DeskReader {
  func escalation(_ id: String) throws -> Escalation? { Escalation.folded(try history(ofMatter: id)) }

  /// The escalations about an item, oldest first.
  func escalations(of item: ItemID) throws -> [Escalation] {
    try matters(of: item).filter { $0.kind == .escalation }.compactMap { try escalation($0.id) }
  }
}
