import Moderation
import TOMLSource

/// What an agency should see to in a policy that can be read: authorisations that lapse, a register with gaps, duties that
/// nobody could fulfil. Nothing here keeps a policy from being used.
public enum PolicyLint {
  /// The warnings of a policy as of a day, in file order. `file` is what messages call it; lines are those of the policy's
  /// own `source`.
  public static func check(_ policy: AgencyPolicy, file: String, on day: CivilDate) -> [PolicyProblem] {
    let lines = SourceLines(policy.source)
    let findings =
      people(policy, on: day) + register(policy, lines: lines, on: day) + suggestions(policy)
      + AuthorityLint.check(policy, on: day) + CaseworkLint.check(policy, on: day)
    let origins = PolicyOrigins(policy.source)
    return
      findings
      .map { PolicyProblem(file: file, line: lines.line(of: $0.path), problem: $0.problem) }
      .sorted { ($0.line ?? 0) < ($1.line ?? 0) }
      .map(origins.located)
  }

  // MARK: People

  private static func people(_ policy: AgencyPolicy, on day: CivilDate) -> [PolicyFinding] {
    policy.people.enumerated().flatMap { place, person in
      let path: SourcePath = ["person", .index(place)]
      if let to = person.to, to < day {
        return [PolicyFinding(.expired(person: person.id, on: to.description), at: path.key("to"))]
      }
      var findings: [PolicyFinding] = []
      if (person.by ?? "").allSatisfy(\.isWhitespace) {
        findings.append(PolicyFinding(.unattributed(person: person.id), at: path))
      }
      if let acknowledged = person.acknowledged {
        if acknowledged.isOverAYear(before: day) {
          let problem = PolicyProblem.Problem.acknowledgedLongAgo(
            person: person.id, on: acknowledged.description)
          findings.append(PolicyFinding(problem, at: path.key("acknowledged")))
        }
      } else if !person.roles.isEmpty || policy.isNamed(person.id) {
        findings.append(PolicyFinding(.notAcknowledged(person: person.id), at: path))
      }
      return findings
    }
  }

  // MARK: Register

  private static func register(_ policy: AgencyPolicy, lines: SourceLines, on day: CivilDate) -> [PolicyFinding] {
    var findings: [PolicyFinding] = []
    if !policy.channels.isEmpty, !policy.namesPeople {
      findings.append(PolicyFinding(.registerWithoutPeople, at: ["channel"]))
    }
    for (place, channel) in policy.channels.enumerated() where channel.state != .closed {
      let path: SourcePath = ["channel", .index(place)]
      let silentOnIrreversible = lines.has(path) && !lines.has(path.key("capabilities").key("irreversible"))
      for lack in channel.lacks(silentOnIrreversible: silentOnIrreversible) {
        findings.append(PolicyFinding(.channelLacks(channel: channel.id, what: lack), at: path))
      }
      if let reviewBy = channel.reviewBy, reviewBy < day {
        let problem = PolicyProblem.Problem.reviewPassed(channel: channel.id, on: reviewBy.description)
        findings.append(PolicyFinding(problem, at: path.key("review_by")))
      }
      if policy.namesPeople { findings += approvers(of: channel, at: path, policy) }
    }
    return findings
  }

  private static func approvers(of channel: Channel, at path: SourcePath, _ policy: AgencyPolicy) -> [PolicyFinding] {
    channel.approvals.enumerated().compactMap { place, approval in
      guard policy.person(approval.person) == nil else { return nil }
      return PolicyFinding(
        .approverUnknown(channel: channel.id, person: approval.person),
        at: path.key("approvals").index(place).key("person"))
    }
  }

  // MARK: Suggestions

  private static func suggestions(_ policy: AgencyPolicy) -> [PolicyFinding] {
    let inUse = policy.channels.filter(\.isInUse)
    guard !inUse.isEmpty else { return [] }
    return policy.suggestions.sorted { $0.key.spelling < $1.key.spelling }.compactMap { key, suggestion in
      guard !inUse.contains(where: { $0.capabilities.allows(suggestion.verb) }) else { return nil }
      return PolicyFinding(
        .suggestionImpossible(verb: suggestion.verb.rawValue), at: ["suggestions", .key(key.spelling), "verb"])
    }
  }
}

extension AgencyPolicy {
  /// Whether the register gives somebody a right of their own.
  fileprivate func isNamed(_ person: String) -> Bool {
    channels.contains { $0.owner == person || $0.deputies.contains(person) }
  }
}

extension Channel {
  fileprivate func lacks(silentOnIrreversible: Bool) -> [PolicyProblem.Lack] {
    PolicyProblem.Lack.allCases.filter { lack in
      switch lack {
      case .objective: objective.allSatisfy(\.isWhitespace)
      case .houseRules: houseRules == nil
      case .notice: notice == nil
      case .terms: terms == nil
      case .privacyAssessment: privacyAssessment.allSatisfy(\.isWhitespace)
      case .securityAssessment: securityAssessment.allSatisfy(\.isWhitespace)
      case .reviewBy: reviewBy == nil
      case .verbs: capabilities.verbs == nil
      case .irreversible: silentOnIrreversible
      }
    }
  }
}

extension CivilDate {
  /// Whether the same day of the next year is over. Of 29 February that is 1 March.
  fileprivate func isOverAYear(before day: CivilDate) -> Bool {
    (year + 1, month, self.day) < (day.year, day.month, day.day)
  }
}
