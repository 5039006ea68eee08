import Moderation

/// The parts of a policy that are about casework and flags, as named facts.
extension PolicyEntry {
  static func document(_ document: PolicyDocument) -> PolicyEntry {
    PolicyEntry(
      kind: "document", name: "",
      facts: [
        text("id", document.id), text("version", document.version), text("status", document.status.rawValue),
        text("owner", document.owner), text("approver", document.approver), date("approved", document.approved),
        date("review_by", document.reviewBy),
      ])
  }

  static func houseRule(_ rule: HouseRule) -> PolicyEntry {
    PolicyEntry(
      kind: "house_rule", name: rule.code,
      facts: [text("title", rule.title), text("version", String(rule.version)), text("text", rule.text)])
  }

  static func flagging(_ flagging: FlaggingPolicy) -> [PolicyEntry] {
    var entries: [PolicyEntry] = []
    if !flagging.neverFlag.isEmpty || !flagging.thresholds.isEmpty {
      let thresholds = flagging.thresholds.map { key, score in
        (key.channel.map { "\($0) " } ?? "") + "\(key.label.rawValue) \(score)"
      }
      entries.append(
        PolicyEntry(
          kind: "flagging", name: "",
          facts: [list("thresholds", thresholds.sorted()), list("never_flag", flagging.neverFlag)]))
    }
    return entries
      + flagging.watchedWords.map { watched in
        PolicyEntry(
          kind: "watch", name: watched.words.joined(separator: ", "),
          facts: [
            text("label", watched.label.rawValue), text("severity", watched.severity.rawValue),
            text("verb", watched.suggestion?.verb.rawValue), text("reason", watched.suggestion?.reason.rawValue),
            text("why", watched.why), list("channels", watched.channels?.sorted() ?? []), date("until", watched.until),
          ])
      }
  }

  static func casework(_ casework: CaseworkPolicy) -> [PolicyEntry] {
    guard casework != CaseworkPolicy() else { return [] }
    return [settings(casework)] + casework.roster.map(shift) + casework.contacts.map(contact)
      + casework.retention.map(retention) + casework.statutes.map(statute) + casework.templates.map(template)
      + casework.playbooks.map(playbook)
  }

  private static func settings(_ casework: CaseworkPolicy) -> PolicyEntry {
    PolicyEntry(
      kind: "casework", name: "",
      facts: [
        text("regime", casework.regime), text("own_information", casework.ownInformationRegime),
        text("holidays", casework.holidays), text("executive", casework.executive?.rawValue),
        text("review_body", casework.reviewBody), text("privacy_authority", casework.privacyAuthority),
        text("disposal_needs_two", casework.disposalNeedsTwo ? "yes" : nil),
        list("own_domains", casework.ownDomains), text("hours", casework.hours.spelling),
        list(
          "acknowledge",
          EscalationClass.allCases.compactMap { grade in
            casework.acknowledgement[grade].map { "\(grade.rawValue) \($0.spelling)" }
          }),
        list(
          "guard",
          ReplyRule.allCases.compactMap { rule in
            casework.replies.levels[rule].map { "\(rule.rawValue) \($0.rawValue)" }
          }),
        text("override_second_person", casework.replies.overrideNeedsSecondPerson ? "" : "false"),
        text("free_text_second_person", casework.replies.freeTextNeedsSecondPerson ? "true" : ""),
        list("ladder", casework.ladder.map { "\($0.key.rawValue) to \($0.value.rawValue)" }.sorted()),
      ])
  }

  private static func shift(_ shift: RosterShift) -> PolicyEntry {
    PolicyEntry(
      kind: "roster", name: "\(shift.role.rawValue) \(shift.person) \(shift.from?.description ?? "")",
      facts: [
        date("from", shift.from), date("to", shift.to), text("hours", shift.hours?.spelling),
        text("contact", shift.contact),
      ])
  }

  private static func contact(_ contact: OversightContact) -> PolicyEntry {
    PolicyEntry(
      kind: "contact", name: contact.id,
      facts: [
        text("title", contact.title), text("contact", contact.contact),
        words("labels", Label.allCases.filter(contact.labels.contains)),
      ])
  }

  private static func retention(_ retention: RetentionClass) -> PolicyEntry {
    PolicyEntry(
      kind: "retention", name: retention.code,
      facts: [
        text("title", retention.title), text("authority", retention.authority), text("keep", retention.keeps.spelling),
        text("from", retention.from.rawValue),
        words("default_for", RetentionClass.Holding.allCases.filter(retention.defaultFor.contains)),
      ])
  }

  private static func statute(_ statute: StatuteReference) -> PolicyEntry {
    PolicyEntry(
      kind: "statute", name: statute.id,
      facts: [text("title", statute.title), date("from", statute.from), date("to", statute.to)])
  }

  private static func template(_ template: ReplyTemplate) -> PolicyEntry {
    PolicyEntry(
      kind: "template", name: template.id,
      facts: [
        text("title", template.title), text("version", String(template.version)),
        text("purpose", template.purpose == .reply ? "" : template.purpose.rawValue),
        words("reasons", template.reasons),
        text("public", template.isPublic ? "" : "false"), text("approval", template.needsApproval ? "true" : ""),
        list("text", template.texts.map { "\($0.key): \($0.value)" }.sorted()),
      ])
  }

  private static func playbook(_ playbook: Playbook) -> PolicyEntry {
    PolicyEntry(
      kind: "playbook", name: playbook.id,
      facts: [
        text("title", playbook.title), words("classes", EscalationClass.allCases.filter(playbook.classes.contains)),
        words("reasons", playbook.reasons),
        list(
          "steps",
          playbook.steps.map { step in
            step.id + (step.isOptional ? " (optional)" : "") + (step.role.map { " by \($0.rawValue)" } ?? "") + ": "
              + step.text
          }),
      ])
  }
}

extension Reason.TextKey {
  /// As the policy file writes it: `delete.mi`.
  var spelling: String { [verb?.rawValue, language].compactMap { $0 }.joined(separator: ".") }
}

extension WeeklyHours {
  /// `mon 08:30-17:00, tue 08:30-17:00`; holidays only where they are not observed.
  var spelling: String {
    let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    let stretches = zip(names, days).flatMap { name, stretches in
      stretches.map { "\(name) \(Self.clock($0.lowerBound))-\(Self.clock($0.upperBound))" }
    }
    return (stretches + (observesHolidays ? [] : ["holidays too"])).joined(separator: ", ")
  }

  private static func clock(_ minute: Int) -> String {
    let (hour, rest) = (minute / 60, minute % 60)
    return "\(hour < 10 ? "0" : "")\(hour):\(rest < 10 ? "0" : "")\(rest)"
  }
}
