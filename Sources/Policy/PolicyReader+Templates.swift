import Moderation
import TOMLSource

/// `[[template]]` and `[[playbook]]`: what the agency has agreed on beforehand.
extension PolicyReader {
  mutating func readTemplates(_ root: Section) -> [ReplyTemplate] {
    unique("template", of: root, by: "id").map { section, id in
      refuseUnknownKeys(
        of: section, allowed: ["id", "version", "title", "purpose", "text", "reasons", "public", "approval"])
      return ReplyTemplate(
        id: id, version: number("version", of: section, else: 1), title: name("title", of: section) ?? id,
        purpose: optionalWord("purpose", of: section, as: ReplyTemplate.Purpose.self) ?? .reply,
        texts: readLanguages(section), reasons: (texts("reasons", of: section) ?? []).map { ReasonCode($0) },
        isPublic: section.table["public"] == nil || flag("public", of: section),
        needsApproval: flag("approval", of: section))
    }
  }

  /// `text = { en = "…", mi = "…" }`.
  private mutating func readLanguages(_ template: Section) -> [String: String] {
    guard let section = section("text", of: template, name: "text") else { return [:] }
    var texts: [String: String] = [:]
    for key in section.table.keys {
      guard Self.isLanguage(key) else {
        report(
          .wrongType(key: "text.\(key)", expected: "named after a language, like en or mi"), at: section.path.key(key))
        continue
      }
      texts[key] = name(key, of: section)
    }
    if section.table.keys.isEmpty { report(.missing(key: "text.en", in: template.name), at: section.path) }
    return texts
  }

  /// `[replies]`: what the guard weighs, and when a second person has to agree.
  mutating func readReplies(_ root: Section) -> ReplyPolicy {
    var replies = ReplyPolicy()
    guard let section = optionalSection("replies", of: root, name: "[replies]") else { return replies }
    refuseUnknownKeys(of: section, allowed: ["override_second_person", "free_text_second_person", "guard"])
    if section.table["override_second_person"] != nil {
      replies.overrideNeedsSecondPerson = flag("override_second_person", of: section)
    }
    replies.freeTextNeedsSecondPerson = flag("free_text_second_person", of: section)
    guard let levels = optionalSection("guard", of: section, name: "[replies.guard]") else { return replies }
    refuseUnknownKeys(of: levels, allowed: ReplyRule.allCases.map(\.rawValue))
    for rule in ReplyRule.allCases {
      replies.levels[rule] = optionalWord(rule.rawValue, of: levels, as: ReplyPolicy.Level.self)
    }
    return replies
  }

  mutating func readPlaybooks(_ root: Section, roles: [EscalationRole]) -> [Playbook] {
    unique("playbook", of: root, by: "id").map { section, id in
      refuseUnknownKeys(of: section, allowed: ["id", "title", "classes", "reasons", "step"])
      return Playbook(
        id: id, title: name("title", of: section) ?? id,
        classes: Set(words("classes", of: section, as: EscalationClass.self) ?? []),
        reasons: (texts("reasons", of: section) ?? []).map { ReasonCode($0) }, steps: readSteps(section, roles))
    }
  }

  private mutating func readSteps(_ playbook: Section, _ roles: [EscalationRole]) -> [Playbook.Step] {
    var seen: Set<String> = []
    let steps = sections("step", of: playbook, name: "a step of \(playbook.name)").compactMap {
      section -> Playbook.Step? in
      refuseUnknownKeys(of: section, allowed: ["id", "text", "role", "optional"])
      guard let id = name("id", of: section) else { return nil }
      if !seen.insert(id).inserted { report(.duplicate(kind: "step", name: id), at: section.path) }
      let role = optionalText("role", of: section)
      if let role, !roles.contains(where: { $0.name.rawValue == role }) {
        report(.unknownRole(role, known: roles.map(\.name.rawValue)), at: section.path.key("role"))
      }
      return Playbook.Step(
        id: id, text: name("text", of: section) ?? "", role: role.map { RoleName($0) },
        isOptional: flag("optional", of: section))
    }
    if steps.isEmpty { report(.missing(key: "[[playbook.step]]", in: playbook.name), at: playbook.path) }
    return steps
  }
}
