import Casework
import Moderation
import TOMLSource

/// What an agency should see to in its casework: nobody on call, a kind of thing that is kept for no time, a class of
/// escalation without steps.
enum CaseworkLint {
  /// How far ahead gaps of the roster are looked for.
  private static let horizon = 14

  static func check(_ policy: AgencyPolicy, on day: CivilDate) -> [PolicyFinding] {
    guard policy.casework != CaseworkPolicy() else { return flagging(policy, on: day) }
    return onCall(policy, on: day) + executive(policy) + retention(policy.casework) + playbooks(policy)
      + contacts(policy.casework) + requests(policy) + flagging(policy, on: day) + TemplateLint.check(policy)
      + RuleLint.check(policy, on: day)
  }

  /// The roles that somebody escalates to, with the classes that go to them.
  private static func recipients(_ policy: AgencyPolicy) -> [(role: RoleName, classes: [EscalationClass])] {
    policy.escalationRoles.compactMap { role in
      let classes = Set(policy.reasons.filter { $0.escalatesTo == role.name }.compactMap(\.escalationClass))
      return classes.isEmpty ? nil : (role.name, EscalationClass.allCases.filter(classes.contains))
    }
  }

  private static func onCall(_ policy: AgencyPolicy, on day: CivilDate) -> [PolicyFinding] {
    recipients(policy).flatMap { role, classes -> [PolicyFinding] in
      guard classes.contains(.s1) else { return [] }
      var findings: [PolicyFinding] = []
      // Without people the policy says nothing of who answers; then a roster would be of strangers.
      if policy.namesPeople, let gap = gap(in: policy.casework.roster, of: role, from: day) {
        let classes = classes.map(\.rawValue)
        let problem: PolicyProblem.Problem =
          gap == day
          ? .nobodyOnCall(role: role.rawValue, classes: classes)
          : .rosterEnds(role: role.rawValue, on: gap.description, classes: classes)
        findings.append(PolicyFinding(problem, at: ["roster"]))
      }
      if policy.casework.ladder[role] == nil, role != policy.casework.executive {
        findings.append(PolicyFinding(.noLadder(role: role.rawValue), at: ["casework", "ladder"]))
      }
      return findings
    }
  }

  /// The first day of the coming fortnight on which nobody is on call for a role.
  private static func gap(in roster: [RosterShift], of role: RoleName, from day: CivilDate) -> CivilDate? {
    let shifts = roster.filter { $0.role == role }
    return (0..<horizon).lazy.map { day.adding(days: $0) }.first { day in
      !shifts.contains { ($0.from.map { $0 <= day } ?? true) && ($0.to.map { $0 >= day } ?? true) }
    }
  }

  private static func executive(_ policy: AgencyPolicy) -> [PolicyFinding] {
    policy.casework.executive == nil ? [PolicyFinding(.noExecutive, at: ["casework"])] : []
  }

  /// With retention classes at all, everything that the desk holds falls under one.
  private static func retention(_ casework: CaseworkPolicy) -> [PolicyFinding] {
    guard !casework.retention.isEmpty else { return [] }
    return RetentionClass.Holding.allCases.compactMap { holding in
      guard !casework.retention.contains(where: { $0.defaultFor.contains(holding) }) else { return nil }
      return PolicyFinding(.noRetention(holding: holding.rawValue), at: ["retention"])
    }
  }

  private static func playbooks(_ policy: AgencyPolicy) -> [PolicyFinding] {
    guard !policy.casework.playbooks.isEmpty else { return [] }
    let used = Set(policy.reasons.compactMap(\.escalationClass))
    let covered = policy.casework.playbooks.reduce(into: Set<EscalationClass>()) { $0.formUnion($1.classes) }
    return EscalationClass.allCases.filter { used.contains($0) && !covered.contains($0) }.map {
      PolicyFinding(.noPlaybook(class: $0.rawValue), at: ["playbook"])
    }
  }

  /// Whoever is in danger is told where help is.
  private static func contacts(_ casework: CaseworkPolicy) -> [PolicyFinding] {
    guard !casework.contacts.contains(where: { $0.labels.contains(.welfare) }) else { return [] }
    return [PolicyFinding(.noHelpContact, at: ["contact"])]
  }

  /// A request is one wherever it is made (OAG 4.15-4.16): there is a reason that opens a case for it.
  private static func requests(_ policy: AgencyPolicy) -> [PolicyFinding] {
    guard !policy.casework.regime.isEmpty,
      !policy.reasons.contains(where: { $0.head == .request && $0.verbs.contains(.openCase) })
    else { return [] }
    return [PolicyFinding(.noRequestReason, at: ["reason"])]
  }

  private static func flagging(_ policy: AgencyPolicy, on day: CivilDate) -> [PolicyFinding] {
    let thresholds = policy.flagging.thresholds.filter { $0.value < FlaggingPolicy.lowestThreshold }.keys
    let idle = thresholds.sorted { ($0.channel ?? "", $0.label) < ($1.channel ?? "", $1.label) }.map { key in
      let table: SourcePath = key.channel.map { ["flagging", "channel", .key($0)] } ?? ["flagging", "thresholds"]
      return PolicyFinding(
        .thresholdIdle(label: key.label.rawValue, lowest: FlaggingPolicy.lowestThreshold.description),
        at: table.key(key.label.rawValue))
    }
    let over = policy.flagging.watchedWords.enumerated().compactMap { place, watched -> PolicyFinding? in
      guard let until = watched.until, until < day else { return nil }
      return PolicyFinding(.watchOver(on: until.description), at: ["watch", .index(place), "until"])
    }
    return idle + over
  }
}

extension AgencyPolicy {
  /// What docket fills into a text by itself.
  var fills: [String] {
    ["contact", "rules", "agency", "greeting", "case", "owner", "received", "due"]
      + casework.contacts.map { "contact:\($0.id)" }
  }
}
