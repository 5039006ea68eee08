import Moderation

/// `[[channel]]`: the register.
extension PolicyReader {
  private static let channelKeys = [
    "id", "title", "kind", "platform", "aliases", "url", "objective", "owner", "deputies", "state", "house_rules",
    "notice", "terms", "approvals", "capabilities", "review_by", "privacy_assessment", "security_assessment",
    "map", "permissions",
  ]

  mutating func readChannels(_ root: Section) -> [Channel] {
    var channels: [Channel] = []
    for section in sections("channel", of: root, name: "[[channel]]") {
      refuseUnknownKeys(of: section, allowed: Self.channelKeys)
      guard let id = name("id", of: section) else { continue }
      if channels.contains(where: { $0.id == id }) {
        report(.duplicate(kind: "channel", name: id), at: section.path)
      }
      channels.append(readChannel(Section(table: section.table, path: section.path, name: "channel \(id)"), id: id))
    }
    return channels
  }

  private mutating func readChannel(_ section: Section, id: String) -> Channel {
    Channel(
      id: id, title: name("title", of: section) ?? id,
      kind: optionalWord("kind", of: section, as: Channel.Kind.self) ?? .network,
      platform: optionalText("platform", of: section) ?? "", aliases: texts("aliases", of: section) ?? [],
      url: optionalText("url", of: section) ?? "", objective: optionalText("objective", of: section) ?? "",
      owner: name("owner", of: section) ?? "", deputies: texts("deputies", of: section) ?? [],
      state: optionalWord("state", of: section, as: Channel.State.self) ?? .active,
      houseRules: readHouseRules(section), notice: readNotice(section), terms: readTerms(section),
      approvals: readApprovals(section), capabilities: readCapabilities(section),
      reviewBy: date("review_by", of: section),
      privacyAssessment: optionalText("privacy_assessment", of: section) ?? "",
      securityAssessment: optionalText("security_assessment", of: section) ?? "",
      fieldMap: optionalText("map", of: section),
      permissions: optionalSection("permissions", of: section, name: "permissions of \(section.name)")
        .map { readPermissions($0) })
  }

  private mutating func readHouseRules(_ channel: Section) -> Channel.HouseRules? {
    guard let section = optionalSection("house_rules", of: channel, name: "house_rules of \(channel.name)") else {
      return nil
    }
    refuseUnknownKeys(of: section, allowed: ["version", "url", "from"])
    return Channel.HouseRules(
      version: name("version", of: section) ?? "", url: name("url", of: section) ?? "", from: date("from", of: section))
  }

  private mutating func readNotice(_ channel: Section) -> Channel.CollectionNotice? {
    guard let section = optionalSection("notice", of: channel, name: "notice of \(channel.name)") else { return nil }
    refuseUnknownKeys(of: section, allowed: ["authority", "purpose", "contact"])
    return Channel.CollectionNotice(
      authority: name("authority", of: section) ?? "", purpose: name("purpose", of: section) ?? "",
      contact: name("contact", of: section) ?? "")
  }

  private mutating func readTerms(_ channel: Section) -> Channel.Terms? {
    guard let section = optionalSection("terms", of: channel, name: "terms of \(channel.name)") else { return nil }
    refuseUnknownKeys(
      of: section,
      allowed: ["version", "indemnity", "legal_permission", "public_interest", "approver", "delegation"])
    if section.table["indemnity"] == nil { report(.missing(key: "indemnity", in: section.name), at: section.path) }
    return Channel.Terms(
      version: name("version", of: section) ?? "", indemnity: flag("indemnity", of: section),
      legalPermission: optionalText("legal_permission", of: section) ?? "",
      publicInterest: optionalText("public_interest", of: section) ?? "",
      approver: optionalText("approver", of: section) ?? "",
      delegation: optionalText("delegation", of: section) ?? "")
  }

  private mutating func readApprovals(_ channel: Section) -> [Channel.Approval] {
    sections("approvals", of: channel, name: "an approval of \(channel.name)").map { section in
      refuseUnknownKeys(of: section, allowed: ["role", "person", "on"])
      return Channel.Approval(
        role: name("role", of: section) ?? "", person: name("person", of: section) ?? "", on: date("on", of: section))
    }
  }

  private mutating func readCapabilities(_ channel: Section) -> Channel.Capabilities {
    guard let section = optionalSection("capabilities", of: channel, name: "capabilities of \(channel.name)") else {
      return Channel.Capabilities()
    }
    refuseUnknownKeys(of: section, allowed: ["verbs", "irreversible"])
    var capabilities = Channel.Capabilities()
    capabilities.verbs = words("verbs", of: section, as: Verb.self).map { Set($0) }
    if let irreversible = words("irreversible", of: section, as: Verb.self) {
      capabilities.irreversible = Set(irreversible)
    }
    return capabilities
  }
}
