import Moderation

/// One part of a policy as named facts: what `PolicyText` lists and `PolicyDiff` compares.
struct PolicyEntry {
  /// As the file calls such a part: `reason`.
  var kind: String
  var name: String
  var facts: [Fact]

  struct Fact {
    var key: String
    var value: Value
  }

  enum Value: Equatable {
    case text(String)
    case list([String])

    /// Nil where nothing is said.
    var shown: String? {
      switch self {
      case .text(let text): text.isEmpty ? nil : text.onOneLine
      case .list(let words): words.isEmpty ? nil : words.joined(separator: ", ").onOneLine
      }
    }
  }

  var title: String { name.isEmpty ? kind : "\(kind) \(name)".onOneLine }

  /// What entries of two policies are matched by.
  var id: [String] { [kind, name] }

  static func all(of policy: AgencyPolicy) -> [PolicyEntry] {
    (policy.document.map { [document($0)] } ?? []) + [agency(policy)] + policy.escalationRoles.map(role)
      + permissions(policy.permissions)
      + suggestions(policy.suggestions) + policy.houseRules.map(houseRule) + policy.reasons.map(reason)
      + people(policy.people)
      + policy.channels.map(channel)
      + (policy.classifier == ClassifierSettings() ? [] : [classifier(policy.classifier)])
      + flagging(policy.flagging) + casework(policy.casework)
  }

  // MARK: Parts

  private static func agency(_ policy: AgencyPolicy) -> PolicyEntry {
    PolicyEntry(
      kind: "agency", name: "",
      facts: [
        text("name", policy.agency), text("zone", policy.zone), text("contact", policy.contact),
        text("rules", policy.rulesURL), text("greeting", policy.greeting),
        text("language", policy.language == "en" ? "" : policy.language),
      ])
  }

  private static func classifier(_ settings: ClassifierSettings) -> PolicyEntry {
    let isStandard = settings.jurisdictions == Jurisdiction.allCases
    return PolicyEntry(
      kind: "classifier", name: "",
      facts: [
        Fact(key: "jurisdictions", value: .list(isStandard ? [] : settings.jurisdictions.map(\.rawValue))),
        Fact(key: "own_numbers", value: .list(settings.ownNumbers)),
        Fact(key: "own_addresses", value: .list(settings.ownAddresses)),
        Fact(key: "own_domains", value: .list(settings.ownDomains)),
        Fact(key: "public_names", value: .list(settings.publicNames)),
        Fact(key: "patterns", value: .list(settings.patterns.map { "\($0.title): \($0.pattern)" })),
      ])
  }

  private static func role(_ role: EscalationRole) -> PolicyEntry {
    PolicyEntry(
      kind: "role", name: role.name.rawValue, facts: [text("title", role.title), text("contact", role.contact)])
  }

  private static func permissions(_ matrix: PermissionMatrix) -> [PolicyEntry] {
    StaffRole.allCases.map { PolicyEntry(kind: "permissions", name: $0.rawValue, facts: [row(of: $0, in: matrix)]) }
  }

  private static func suggestions(_ suggestions: [SuggestionKey: Suggestion]) -> [PolicyEntry] {
    suggestions.map { key, suggestion in
      PolicyEntry(
        kind: "suggestion", name: key.spelling,
        facts: [text("verb", suggestion.verb.rawValue), text("reason", suggestion.reason.rawValue)])
    }
    .sorted { $0.name < $1.name }
  }

  private static func reason(_ reason: Reason) -> PolicyEntry {
    PolicyEntry(
      kind: "reason", name: reason.code.rawValue,
      facts: [
        text("title", reason.title), text("version", String(reason.version)), text("head", reason.head.rawValue),
        text("basis", reason.basis), words("verbs", reason.verbs),
        text("rationale_required", reason.rationaleRequired ? "true" : ""),
        words("second_person_for", Verb.allCases.filter(reason.secondPersonFor.contains)),
        text("escalates_to", reason.escalatesTo?.rawValue), text("class", reason.escalationClass?.rawValue),
        text("citizen", reason.citizenText),
        list("texts", reason.otherTexts.map { "\($0.key.spelling): \($0.value)" }.sorted()),
        text("house_rule", reason.houseRule), text("retention", reason.retention), text("template", reason.template),
        text("case", reason.caseKind?.rawValue),
      ])
  }

  /// Somebody with several authorisations is numbered from the second on.
  private static func people(_ people: [Person]) -> [PolicyEntry] {
    var seen: [String: Int] = [:]
    return people.map { person in
      seen[person.id, default: 0] += 1
      let number = seen[person.id, default: 1]
      return PolicyEntry(
        kind: "person", name: number == 1 ? person.id : "\(person.id) (\(number))",
        facts: [
          text("user", person.user.rawValue), words("roles", person.roles),
          person.channels.map { list("channels", $0) } ?? text("channels", "all"), date("from", person.from),
          date("to", person.to),
          text("by", person.by), date("acknowledged", person.acknowledged),
        ])
    }
  }

  // MARK: Facts

  static func text(_ key: String, _ text: String?) -> Fact { Fact(key: key, value: .text(text ?? "")) }
  static func list(_ key: String, _ words: [String]) -> Fact { Fact(key: key, value: .list(words)) }
  static func date(_ key: String, _ date: CivilDate?) -> Fact { text(key, date?.description) }

  static func words<Word: RawRepresentable>(_ key: String, _ words: [Word]) -> Fact where Word.RawValue == String {
    list(key, words.map(\.rawValue))
  }

  static func row(of role: StaffRole, in matrix: PermissionMatrix, prefix: String = "may") -> Fact {
    words(prefix, Permission.allCases.filter { matrix.allows($0, to: role) })
  }
}

extension String {
  /// Without line breaks and other controls, which a file may hold and a terminal would obey.
  var onOneLine: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
  }
}
