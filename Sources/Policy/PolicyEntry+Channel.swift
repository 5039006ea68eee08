import Moderation

extension PolicyEntry {
  static func channel(_ channel: Channel) -> PolicyEntry {
    let facts: [Fact] = [
      text("title", channel.title), text("kind", channel.kind.rawValue), text("platform", channel.platform),
      list("aliases", channel.aliases), text("url", channel.url), text("objective", channel.objective),
      text("owner", channel.owner), list("deputies", channel.deputies), text("state", channel.state.rawValue),
    ]
    return PolicyEntry(
      kind: "channel", name: channel.id,
      facts: facts + published(channel) + terms(channel) + [
        list("approvals", channel.approvals.map(line)),
        channel.capabilities.verbs.map { list("capabilities.verbs", spelt($0)) } ?? text("capabilities.verbs", "all"),
        list("capabilities.irreversible", spelt(channel.capabilities.irreversible)),
        date("review_by", channel.reviewBy), text("privacy_assessment", channel.privacyAssessment),
        text("security_assessment", channel.securityAssessment),
      ] + ownRows(channel))
  }

  private static func published(_ channel: Channel) -> [Fact] {
    [
      text("house_rules.version", channel.houseRules?.version), text("house_rules.url", channel.houseRules?.url),
      date("house_rules.from", channel.houseRules?.from), text("notice.authority", channel.notice?.authority),
      text("notice.purpose", channel.notice?.purpose), text("notice.contact", channel.notice?.contact),
    ]
  }

  private static func terms(_ channel: Channel) -> [Fact] {
    [
      text("terms.version", channel.terms?.version),
      text("terms.indemnity", channel.terms.map { $0.indemnity ? "true" : "false" }),
      text("terms.legal_permission", channel.terms?.legalPermission),
      text("terms.public_interest", channel.terms?.publicInterest), text("terms.approver", channel.terms?.approver),
      text("terms.delegation", channel.terms?.delegation),
    ]
  }

  /// A row that a channel empties differs from one that it does not write.
  private static func ownRows(_ channel: Channel) -> [Fact] {
    StaffRole.allCases.map { role in
      guard let own = channel.permissions, let row = own.rows[role] else {
        return text("permissions.\(role.rawValue)", nil)
      }
      return row.isEmpty
        ? text("permissions.\(role.rawValue)", "nothing")
        : self.row(of: role, in: own, prefix: "permissions.\(role.rawValue)")
    }
  }

  private static func line(_ approval: Channel.Approval) -> String {
    "\(approval.person) as \(approval.role)" + (approval.on.map { " on \($0)" } ?? "")
  }

  private static func spelt(_ verbs: Set<Verb>) -> [String] {
    Verb.allCases.filter(verbs.contains).map(\.rawValue)
  }
}
