import Moderation

/// `[[reason]]`: the catalogue.
extension PolicyReader {
  private static let reasonKeys = [
    "code", "version", "title", "head", "basis", "verbs", "rationale_required", "second_person_for", "escalates_to",
    "class", "citizen", "texts", "house_rule", "retention", "template", "case",
  ]

  mutating func readReasons(_ root: Section, roles: [EscalationRole]) -> [Reason] {
    if root.table["reason"] == nil { report(.missing(key: "[[reason]]", in: root.name), at: root.path) }
    var reasons: [Reason] = []
    for section in sections("reason", of: root, name: "[[reason]]") {
      refuseUnknownKeys(of: section, allowed: Self.reasonKeys)
      guard let code = name("code", of: section) else { continue }
      if reasons.contains(where: { $0.code.rawValue == code }) {
        report(.duplicate(kind: "reason", name: code), at: section.path)
      }
      reasons.append(
        readReason(Section(table: section.table, path: section.path, name: code), code: code, roles: roles))
    }
    return reasons
  }

  private mutating func readReason(_ section: Section, code: String, roles: [EscalationRole]) -> Reason {
    let verbs = words("verbs", of: section, as: Verb.self) ?? []
    if verbs.isEmpty { report(.noVerbs(reason: code), at: section.path.key("verbs")) }
    let escalatesTo = optionalText("escalates_to", of: section)
    if let escalatesTo, !roles.contains(where: { $0.name.rawValue == escalatesTo }) {
      report(
        .unknownRole(escalatesTo, known: roles.map(\.name.rawValue)), at: section.path.key("escalates_to"))
    }
    return Reason(
      code: ReasonCode(code), version: number("version", of: section, else: 1),
      title: text("title", of: section) ?? code,
      head: word("head", of: section, as: Reason.Head.self) ?? .none,
      citizenText: text("citizen", of: section) ?? "",
      // A code without a rule to point at is no reason (OAG L105-107).
      basis: name("basis", of: section) ?? "", verbs: verbs,
      rationaleRequired: flag("rationale_required", of: section),
      secondPersonFor: Set(words("second_person_for", of: section, as: Verb.self) ?? []),
      escalatesTo: escalatesTo.map { RoleName($0) },
      escalationClass: optionalWord("class", of: section, as: EscalationClass.self),
      otherTexts: readTexts(section), houseRule: optionalText("house_rule", of: section),
      retention: optionalText("retention", of: section), template: optionalText("template", of: section),
      caseKind: optionalWord("case", of: section, as: CaseKind.self))
  }

  /// `texts = { delete = "We removed …", mi = "Kua hunaia …", "delete.mi" = "…" }`; an empty one is no message.
  private mutating func readTexts(_ reason: Section) -> [Reason.TextKey: String] {
    guard let section = optionalSection("texts", of: reason, name: "texts of \(reason.name)") else { return [:] }
    var texts: [Reason.TextKey: String] = [:]
    for key in section.table.keys {
      guard let text = text(key, of: section) else { continue }
      let parts = key.split(separator: ".").map(String.init)
      let verb = parts.first.flatMap(Verb.init(rawValue:))
      let language = verb == nil ? parts.first : parts.dropFirst().first
      guard parts.count == (verb == nil || language == nil ? 1 : 2), language.map(Self.isLanguage) ?? true else {
        report(
          .wrongType(key: "texts.\(key)", expected: "named after a verb, a language like mi, or both: \"delete.mi\""),
          at: section.path.key(key))
        continue
      }
      texts[Reason.TextKey(verb, language)] = text
    }
    return texts
  }

  /// ISO 639, two or three small letters.
  static func isLanguage(_ tag: String) -> Bool {
    (2...3).contains(tag.utf8.count) && tag.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
  }
}
