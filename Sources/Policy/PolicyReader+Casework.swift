import Moderation
import TOMLSource

/// `[casework]`, `[[roster]]`, `[[contact]]`, `[[retention]]`, `[[statute]]`: clocks, who is on call, how long things are kept.
extension PolicyReader {
  mutating func readCasework(_ root: Section, roles: [EscalationRole]) -> CaseworkPolicy {
    var casework = CaseworkPolicy(
      roster: readRoster(root, roles: roles), contacts: readContacts(root), retention: readRetention(root),
      templates: readTemplates(root), replies: readReplies(root), playbooks: readPlaybooks(root, roles: roles),
      statutes: readStatutes(root))
    guard let section = optionalSection("casework", of: root, name: "[casework]") else { return casework }
    refuseUnknownKeys(
      of: section,
      allowed: [
        "regime", "own_information", "holidays", "executive", "review_body", "privacy_authority", "own_domains",
        "hours",
        "acknowledge", "ladder", "disposal_needs_two",
      ])
    casework.regime = optionalText("regime", of: section) ?? ""
    casework.ownInformationRegime = optionalText("own_information", of: section) ?? ""
    casework.holidays = optionalText("holidays", of: section)
    casework.reviewBody = optionalText("review_body", of: section)
    casework.privacyAuthority = optionalText("privacy_authority", of: section)
    casework.disposalNeedsTwo = flag("disposal_needs_two", of: section)
    casework.executive = roleName("executive", of: section, roles)
    casework.ownDomains = texts("own_domains", of: section) ?? []
    if let hours = optionalSection("hours", of: section, name: "[casework.hours]") { casework.hours = readHours(hours) }
    if let times = optionalSection("acknowledge", of: section, name: "[casework.acknowledge]") {
      casework.acknowledgement.merge(readAcknowledgement(times)) { _, own in own }
    }
    if let ladder = optionalSection("ladder", of: section, name: "[casework.ladder]") {
      casework.ladder = readLadder(ladder, roles)
    }
    return casework
  }

  /// A role of the policy; an unknown one is reported.
  private mutating func roleName(_ key: String, of section: Section, _ roles: [EscalationRole]) -> RoleName? {
    guard let name = optionalText(key, of: section) else { return nil }
    guard roles.contains(where: { $0.name.rawValue == name }) else {
      report(.unknownRole(name, known: roles.map(\.name.rawValue)), at: section.path.key(key))
      return nil
    }
    return RoleName(name)
  }

  /// To whom what lapses goes on: `duty_manager = "executive"`.
  private mutating func readLadder(_ section: Section, _ roles: [EscalationRole]) -> [RoleName: RoleName] {
    var ladder: [RoleName: RoleName] = [:]
    for key in section.table.keys {
      guard roles.contains(where: { $0.name.rawValue == key }) else {
        report(.unknownRole(key, known: roles.map(\.name.rawValue)), at: section.path.key(key))
        continue
      }
      ladder[RoleName(key)] = roleName(key, of: section, roles)
    }
    return ladder
  }

  private mutating func readAcknowledgement(_ section: Section) -> [EscalationClass: AcknowledgementTime] {
    refuseUnknownKeys(of: section, allowed: EscalationClass.allCases.map(\.rawValue))
    var times: [EscalationClass: AcknowledgementTime] = [:]
    for grade in EscalationClass.allCases {
      guard let text = optionalText(grade.rawValue, of: section) else { continue }
      times[grade] = AcknowledgementTime(text)
      if times[grade] == nil {
        report(
          .wrongType(
            key: grade.rawValue,
            expected: "\"2 working hours\", \"same working day\" or \"next working day\""),
          at: section.path.key(grade.rawValue))
      }
    }
    return times
  }

  // MARK: Lists

  private mutating func readRoster(_ root: Section, roles: [EscalationRole]) -> [RosterShift] {
    sections("roster", of: root, name: "[[roster]]").compactMap { section in
      refuseUnknownKeys(of: section, allowed: ["role", "person", "from", "to", "hours", "contact"])
      guard let person = name("person", of: section), name("role", of: section) != nil,
        let role = roleName("role", of: section, roles)
      else { return nil }
      let (from, to) = (date("from", of: section), date("to", of: section))
      if let from, let to, to < from {
        report(.datesReversed(from: from.description, to: to.description), at: section.path.key("to"))
      }
      return RosterShift(
        role: role, person: person, from: from, to: to,
        hours: optionalSection("hours", of: section, name: "hours of \(person)").map { readHours($0) },
        contact: optionalText("contact", of: section) ?? "", line: line(of: section))
    }
  }

  private mutating func readContacts(_ root: Section) -> [OversightContact] {
    unique("contact", of: root, by: "id").map { section, id in
      refuseUnknownKeys(of: section, allowed: ["id", "title", "contact", "labels"])
      return OversightContact(
        id: id, title: name("title", of: section) ?? id, contact: name("contact", of: section) ?? "",
        labels: Set(words("labels", of: section, as: Label.self) ?? []))
    }
  }

  private mutating func readRetention(_ root: Section) -> [RetentionClass] {
    var taken: Set<RetentionClass.Holding> = []
    return unique("retention", of: root, by: "code").map { section, code in
      refuseUnknownKeys(of: section, allowed: ["code", "title", "authority", "keep", "from", "default_for"])
      let holdings = Set(words("default_for", of: section, as: RetentionClass.Holding.self) ?? [])
      for holding in RetentionClass.Holding.allCases where holdings.contains(holding) && !taken.insert(holding).inserted
      {
        report(.duplicate(kind: "default retention for", name: holding.rawValue), at: section.path.key("default_for"))
      }
      var keeps = RetentionClass.Duration()
      if let text = name("keep", of: section) {
        if let duration = RetentionClass.Duration(text) {
          keeps = duration
        } else {
          report(
            .wrongType(key: "keep", expected: "a time like \"7 years\", \"6 months\" or \"30 days\""),
            at: section.path.key("keep"))
        }
      }
      return RetentionClass(
        code: code, title: name("title", of: section) ?? code, authority: name("authority", of: section) ?? "",
        keeps: keeps, from: optionalWord("from", of: section, as: RetentionClass.Trigger.self) ?? .lastActed,
        defaultFor: holdings)
    }
  }

  private mutating func readStatutes(_ root: Section) -> [StatuteReference] {
    unique("statute", of: root, by: "id").map { section, id in
      refuseUnknownKeys(of: section, allowed: ["id", "title", "from", "to"])
      return StatuteReference(
        id: id, title: name("title", of: section) ?? id, from: date("from", of: section), to: date("to", of: section))
    }
  }

  /// The tables of a list, each with its own name; one whose name is there already is reported.
  mutating func unique(_ kind: String, of root: Section, by key: String) -> [(section: Section, id: String)] {
    var seen: Set<String> = []
    return sections(kind, of: root, name: "[[\(kind)]]").compactMap { section in
      guard let id = name(key, of: section) else { return nil }
      if !seen.insert(id).inserted { report(.duplicate(kind: kind, name: id), at: section.path) }
      return (Section(table: section.table, path: section.path, name: "\(kind) \(id)"), id)
    }
  }
}
