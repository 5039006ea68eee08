import Moderation
import TOMLSource

/// A problem and where it stands in the file.
struct PolicyFinding {
  var path: SourcePath
  var problem: PolicyProblem.Problem

  init(_ problem: PolicyProblem.Problem, at path: SourcePath) {
    self.path = path
    self.problem = problem
  }
}

/// What the parts of a policy must agree on, whatever the day: a policy that fails here is not read.
enum PolicyConsistency {
  static func check(_ policy: AgencyPolicy) -> [PolicyFinding] {
    reasons(policy) + people(policy) + channels(policy) + CaseworkConsistency.check(policy)
  }

  // MARK: Reasons

  /// Only what offends, harms or damages may be moderated or deleted (DPMC L175), beside what privacy, the law or security
  /// asks. A request may be hidden for the details that it shows, never deleted.
  private static func reasons(_ policy: AgencyPolicy) -> [PolicyFinding] {
    policy.reasons.enumerated().flatMap { place, reason in
      reason.verbs.enumerated().compactMap { verbPlace, verb in
        guard !isGround(reason.head, for: verb) else { return nil }
        let heads = Reason.Head.allCases.filter { isGround($0, for: verb) }.map(\.rawValue)
        return PolicyFinding(
          .headForbids(
            reason: reason.code.rawValue, head: reason.head.rawValue, verb: verb.rawValue, heads: heads),
          at: ["reason", .index(place), "verbs", .index(verbPlace)])
      }
    }
  }

  private static func isGround(_ head: Reason.Head, for verb: Verb) -> Bool {
    switch (head, verb) {
    case (.none, .hide), (.none, .delete), (.request, .delete): false
    default: true
    }
  }

  // MARK: People

  private static func people(_ policy: AgencyPolicy) -> [PolicyFinding] {
    var findings: [PolicyFinding] = []
    let known = policy.channels.map(\.id)
    for (place, person) in policy.people.enumerated() {
      let path: SourcePath = ["person", .index(place)]
      let earlier = policy.people[..<place].first { $0.user == person.user && $0.id != person.id }
      if let earlier {
        findings.append(
          PolicyFinding(.twoIDs(user: person.user.rawValue, ids: [earlier.id, person.id]), at: path.key("id")))
      }
      for (channelPlace, channel) in (person.channels ?? []).enumerated() where !known.contains(channel) {
        findings.append(
          PolicyFinding(.unknownChannel(channel, known: known), at: path.key("channels").index(channelPlace)))
      }
      if let from = person.from, let to = person.to, to < from {
        findings.append(
          PolicyFinding(.datesReversed(from: from.description, to: to.description), at: path.key("to")))
      }
    }
    return findings
  }

  // MARK: Channels

  private static func channels(_ policy: AgencyPolicy) -> [PolicyFinding] {
    var findings: [PolicyFinding] = []
    for (place, channel) in policy.channels.enumerated() {
      let path: SourcePath = ["channel", .index(place)]
      findings += aliases(of: channel, at: path, earlier: policy.channels[..<place])
      findings += namedPeople(of: channel, at: path, policy)
      guard channel.isInUse else { continue }
      let approvals = Set(channel.approvals.map(\.person)).count
      let roles = Set(channel.approvals.map(\.role)).count
      if min(approvals, roles) < 2 {
        let problem = PolicyProblem.Problem.tooFewApprovals(
          channel: channel.id, state: channel.state.rawValue, count: min(approvals, roles))
        findings.append(PolicyFinding(problem, at: path.key("approvals")))
      }
      if let lacking = channel.terms?.lacking, !lacking.isEmpty {
        let problem = PolicyProblem.Problem.indemnity(
          channel: channel.id, state: channel.state.rawValue, lacking: lacking)
        findings.append(PolicyFinding(problem, at: path.key("terms").key("indemnity")))
      }
    }
    return findings
  }

  /// A name of a feed must lead to one channel.
  private static func aliases(
    of channel: Channel, at path: SourcePath, earlier: ArraySlice<Channel>
  ) -> [PolicyFinding] {
    let own =
      [(channel.id, path.key("id"))]
      + channel.aliases.enumerated().map { ($1, path.key("aliases").index($0)) }
    return own.compactMap { name, spot in
      let taken = earlier.first { $0.id != channel.id && ($0.id == name || $0.aliases.contains(name)) }
      return taken.map { PolicyFinding(.aliasTaken(name, by: $0.id), at: spot) }
    }
  }

  /// Without people in the policy there is nobody to compare an owner with; the lint says so.
  private static func namedPeople(of channel: Channel, at path: SourcePath, _ policy: AgencyPolicy) -> [PolicyFinding] {
    guard policy.namesPeople else { return [] }
    var known: [String] = []
    for person in policy.people where !known.contains(person.id) { known.append(person.id) }
    let named =
      [("owner", channel.owner, path.key("owner"))]
      + channel.deputies.enumerated().map { ("deputy", $1, path.key("deputies").index($0)) }
    return named.compactMap { key, person, spot in
      known.contains(person) ? nil : PolicyFinding(.unknownPerson(person, as: key, known: known), at: spot)
    }
  }
}

extension Channel {
  /// Whether anything is done on its platform.
  var isInUse: Bool {
    switch state {
    case .active, .dormant: true
    case .proposed, .closed: false
    }
  }
}

extension Channel.Terms {
  /// What an indemnity needs and the entry does not have; nothing without one.
  fileprivate var lacking: [String] {
    guard indemnity else { return [] }
    let needed = [
      ("legal_permission", legalPermission), ("public_interest", publicInterest), ("approver", approver),
      ("delegation", delegation),
    ]
    return needed.filter { $0.1.allSatisfy(\.isWhitespace) }.map(\.0)
  }
}
