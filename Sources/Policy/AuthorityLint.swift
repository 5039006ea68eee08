import Moderation
import TOMLSource

/// Duties of a policy that the people it names could not fulfil on a day.
enum AuthorityLint {
  static func check(_ policy: AgencyPolicy, on day: CivilDate) -> [PolicyFinding] {
    guard policy.namesPeople else { return [] }
    return owners(policy, on: day) + adoption(policy, on: day) + secondPeople(policy, on: day)
  }

  /// An owner or deputy whom the policy does not authorise today has no right on the channel either.
  private static func owners(_ policy: AgencyPolicy, on day: CivilDate) -> [PolicyFinding] {
    policy.channels.enumerated().filter(\.element.isInUse).flatMap { place, channel in
      let path: SourcePath = ["channel", .index(place)]
      let named =
        [("owner", channel.owner, path.key("owner"))]
        + channel.deputies.enumerated().map { ("deputy", $1, path.key("deputies").index($0)) }
      return named.compactMap { key, person, spot in
        let isInForce = policy.people.contains { $0.id == person && $0.isInForce(on: day) }
        return isInForce
          ? nil : PolicyFinding(.ownerNotInForce(channel: channel.id, key: key, person: person), at: spot)
      }
    }
  }

  /// Else the policy locks itself in.
  private static func adoption(_ policy: AgencyPolicy, on day: CivilDate) -> [PolicyFinding] {
    guard policy.people(who: .adopt, on: nil, at: day).isEmpty else { return [] }
    return [PolicyFinding(.nobodyMay(Permission.adopt.rawValue), at: ["person"])]
  }

  /// Somebody to propose and somebody else to confirm, on every channel in use, for every verb that takes two.
  private static func secondPeople(_ policy: AgencyPolicy, on day: CivilDate) -> [PolicyFinding] {
    let inUse = policy.channels.enumerated().filter(\.element.isInUse)
    let places: [(channel: Channel?, path: SourcePath)] =
      policy.channels.isEmpty
      ? [(nil, ["person"])] : inUse.map { ($0.element, ["channel", .index($0.offset)]) }
    return places.flatMap { channel, path in
      policy.verbsThatTakeTwo.compactMap { verb, reasons in
        guard channel?.capabilities.allows(verb) ?? true else { return nil }
        let proposers = policy.people(who: Permission(verb), on: channel?.id, at: day)
        let confirmers = policy.people(who: .confirm, on: channel?.id, at: day)
        let isPossible = proposers.contains { proposer in confirmers.contains { $0 != proposer } }
        guard !isPossible else { return nil }
        return PolicyFinding(
          .noSecondPerson(
            channel: channel?.id, verb: verb.rawValue, reasons: reasons, proposers: proposers,
            confirmers: confirmers),
          at: path)
      }
    }
  }
}

extension AgencyPolicy {
  /// The ids of those who may do something, in the policy's order.
  fileprivate func people(who permission: Permission, on channel: String?, at day: CivilDate) -> [String] {
    var found: [String] = []
    for person in people where !found.contains(person.id) {
      if case .success = authority(for: permission, of: person.user, on: channel, at: day) { found.append(person.id) }
    }
    return found
  }

  /// Each verb that some reason asks a second person for, with the codes of those reasons.
  fileprivate var verbsThatTakeTwo: [(Verb, [String])] {
    Verb.allCases.compactMap { verb in
      let codes = reasons.filter { $0.secondPersonFor.contains(verb) }.map(\.code.rawValue)
      return codes.isEmpty ? nil : (verb, codes)
    }
  }
}
