import Moderation
import TOMLSource

/// What an agency should see to in its casework: nobody on call, an Act that has ended, a template that leaves out what it owes.
enum CaseworkLint {
  static func check(_ policy: AgencyPolicy, on day: CivilDate) -> [PolicyFinding] {
    guard policy.casework != CaseworkPolicy() else { return [] }
    return onCall(policy, on: day) + executive(policy) + statutes(policy, on: day) + templates(policy)
      + houseRules(policy)
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
      var findings: [PolicyFinding] = []
      let isManned = policy.casework.roster.contains { shift in
        shift.role == role && (shift.from.map { $0 <= day } ?? true) && (shift.to.map { $0 >= day } ?? true)
      }
      // Without people the policy says nothing of who answers; then a roster would be of strangers.
      if policy.namesPeople, classes.contains(.s1), !isManned {
        let problem = PolicyProblem.Problem.nobodyOnCall(role: role.rawValue, classes: classes.map(\.rawValue))
        findings.append(PolicyFinding(problem, at: ["roster"]))
      }
      if classes.contains(.s1), policy.casework.ladder[role] == nil, role != policy.casework.executive {
        findings.append(PolicyFinding(.noLadder(role: role.rawValue), at: ["casework", "ladder"]))
      }
      return findings
    }
  }

  private static func executive(_ policy: AgencyPolicy) -> [PolicyFinding] {
    policy.casework.executive == nil ? [PolicyFinding(.noExecutive, at: ["casework"])] : []
  }

  /// A basis that names an Act by the title of a [[statute]] which has ended.
  private static func statutes(_ policy: AgencyPolicy, on day: CivilDate) -> [PolicyFinding] {
    let ended = policy.casework.statutes.filter { $0.to.map { $0 < day } ?? false }
    return policy.reasons.enumerated().flatMap { place, reason in
      ended.filter { reason.basis.contains($0.title) }.map { statute in
        PolicyFinding(
          .repealed(statute: statute.title, on: statute.to?.description ?? "", citedBy: reason.code.rawValue),
          at: ["reason", .index(place), "basis"])
      }
    }
  }

  private static func templates(_ policy: AgencyPolicy) -> [PolicyFinding] {
    policy.casework.templates.enumerated().flatMap { place, template -> [PolicyFinding] in
      let path: SourcePath = ["template", .index(place)]
      var findings: [PolicyFinding] = []
      for (language, text) in template.texts.sorted(by: { $0.key < $1.key }) {
        let fills = policy.fills
        for fill in ReplyTemplate.fills(in: text) where !fills.contains(fill) {
          findings.append(
            PolicyFinding(
              .unknownFill(fill, in: "the template \(template.id)", known: fills), at: path.key("text").key(language)))
        }
      }
      return findings
    }
  }

  /// Hiding and deleting rest on a rule that the public was shown.
  private static func houseRules(_ policy: AgencyPolicy) -> [PolicyFinding] {
    guard policy.reasons.contains(where: { $0.houseRule != nil }) else { return [] }
    return policy.reasons.enumerated().compactMap { place, reason in
      let takesAway = reason.verbs.contains(.hide) || reason.verbs.contains(.delete)
      guard takesAway, reason.houseRule == nil, reason.head != .request else { return nil }
      return PolicyFinding(.noHouseRule(reason: reason.code.rawValue), at: ["reason", .index(place)])
    }
  }
}

extension AgencyPolicy {
  /// What docket fills into a text by itself.
  var fills: [String] { ["contact", "rules", "case", "owner"] + casework.contacts.map { "contact:\($0.id)" } }
}
