import Casework
import Moderation
import TOMLSource

/// What the parts of a policy that are about casework must agree on.
enum CaseworkConsistency {
  static func check(_ policy: AgencyPolicy) -> [PolicyFinding] {
    regimes(policy.casework) + bodies(policy.casework) + ladder(policy.casework) + roster(policy) + reasonLinks(policy)
      + codes(policy)
  }

  private static func regimes(_ casework: CaseworkPolicy) -> [PolicyFinding] {
    [("regime", casework.regime), ("own_information", casework.ownInformationRegime)].compactMap { key, id in
      guard !id.isEmpty, (try? Regime.named(id)) == nil else { return nil }
      return PolicyFinding(.unknownRegime(id, near: near(id)), at: ["casework", .key(key)])
    }
  }

  /// The bodies that replies have to name are contacts.
  private static func bodies(_ casework: CaseworkPolicy) -> [PolicyFinding] {
    [("review_body", casework.reviewBody), ("privacy_authority", casework.privacyAuthority)].compactMap { key, id in
      guard let id, !casework.contacts.contains(where: { $0.id == id }) else { return nil }
      return PolicyFinding(
        .unknownEntry("contact", id, known: casework.contacts.map(\.id)), at: ["casework", .key(key)])
    }
  }

  /// The regimes of the same country, else all; regions under one name.
  private static func near(_ id: String) -> [String] {
    let country = id.prefix { $0 != "-" }
    var all: [String] = []
    for id in Regime.all.map(\.id) {
      let name = id.hasPrefix("nz-lgoima-") ? "nz-lgoima-REGION" : id
      if !all.contains(name) { all.append(name) }
    }
    let own = all.filter { $0.hasPrefix(country + "-") }
    return own.isEmpty ? all : own
  }

  /// What lapses must come to an end somewhere.
  private static func ladder(_ casework: CaseworkPolicy) -> [PolicyFinding] {
    casework.ladder.keys.sorted { $0.rawValue < $1.rawValue }.compactMap { start in
      var seen: Set<RoleName> = [start]
      var role = start
      while let next = casework.ladder[role] {
        if next == start {
          return PolicyFinding(.ladderCircle(role: start.rawValue), at: ["casework", "ladder", .key(start.rawValue)])
        }
        guard seen.insert(next).inserted else { return nil }
        role = next
      }
      return nil
    }
  }

  private static func roster(_ policy: AgencyPolicy) -> [PolicyFinding] {
    guard policy.namesPeople else { return [] }
    var known: [String] = []
    for person in policy.people where !known.contains(person.id) { known.append(person.id) }
    return policy.casework.roster.enumerated().compactMap { place, shift in
      known.contains(shift.person)
        ? nil
        : PolicyFinding(
          .unknownPerson(shift.person, as: "person", known: known), at: ["roster", .index(place), "person"])
    }
  }

  /// A reason names templates and retention classes that are there.
  private static func reasonLinks(_ policy: AgencyPolicy) -> [PolicyFinding] {
    policy.reasons.enumerated().flatMap { place, reason -> [PolicyFinding] in
      let path: SourcePath = ["reason", .index(place)]
      var findings: [PolicyFinding] = []
      if let id = reason.template, !policy.casework.templates.contains(where: { $0.id == id }) {
        let known = policy.casework.templates.map(\.id)
        findings.append(PolicyFinding(.unknownEntry("template", id, known: known), at: path.key("template")))
      }
      if let code = reason.houseRule, !policy.houseRules.isEmpty, policy.houseRule(code) == nil {
        let known = policy.houseRules.map(\.code)
        findings.append(PolicyFinding(.unknownEntry("house_rule", code, known: known), at: path.key("house_rule")))
      }
      if let code = reason.retention, !policy.casework.retention.contains(where: { $0.code == code }) {
        let known = policy.casework.retention.map(\.code)
        findings.append(PolicyFinding(.unknownEntry("retention", code, known: known), at: path.key("retention")))
      }
      return findings
    }
  }

  /// Templates and playbooks name reasons that are there; thresholds and watched words, channels.
  private static func codes(_ policy: AgencyPolicy) -> [PolicyFinding] {
    var findings: [PolicyFinding] = []
    func look(_ codes: [ReasonCode], at path: SourcePath) {
      for (place, code) in codes.enumerated() where policy.reason(code) == nil {
        findings.append(PolicyFinding(.unknownReason(code.rawValue), at: path.key("reasons").index(place)))
      }
    }
    for (place, template) in policy.casework.templates.enumerated() {
      look(template.reasons, at: ["template", .index(place)])
    }
    for (place, playbook) in policy.casework.playbooks.enumerated() {
      look(playbook.reasons, at: ["playbook", .index(place)])
    }
    guard !policy.channels.isEmpty else { return findings }
    let known = policy.channels.map(\.id)
    for channel in Set(policy.flagging.thresholds.keys.compactMap(\.channel)).sorted() where !known.contains(channel) {
      findings.append(
        PolicyFinding(.unknownChannel(channel, known: known), at: ["flagging", "channel", .key(channel)]))
    }
    for (place, watched) in policy.flagging.watchedWords.enumerated() {
      for channel in (watched.channels ?? []).sorted() where !known.contains(channel) {
        findings.append(
          PolicyFinding(.unknownChannel(channel, known: known), at: ["watch", .index(place), "channels"]))
      }
    }
    return findings
  }
}
