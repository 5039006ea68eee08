import Moderation

/// What docket knows about the matter that a reply is about.
public struct ReplyFacts: Sendable, Equatable {
  /// `C-2026-0007`.
  public var caseID: String?
  /// Who answers for it: a role's title, or a person as the public knows them.
  public var owner: String?
  public var received: CivilDate?
  public var due: CivilDate?

  public init(caseID: String? = nil, owner: String? = nil, received: CivilDate? = nil, due: CivilDate? = nil) {
    self.caseID = caseID
    self.owner = owner
    self.received = received
    self.due = due
  }
}

/// A reply as it would be posted, and what keeps it from that.
public struct ReplyDraft: Sendable, Equatable {
  /// Nil for words of one's own.
  public var template: String?
  public var version: Int
  /// ISO 639.
  public var language: String
  /// With gaps as they stand in the template, `{{…}}`.
  public var text: String
  /// What a person has still to fill in, in its order.
  public var gaps: [String]
  /// What docket could not fill, because nobody told it: `case` where there is none yet.
  public var unknown: [String]
  /// Whether everybody can read it.
  public var isPublic: Bool
  /// Whether a second person approves it.
  public var needsApproval: Bool

  /// Nothing is left to fill in.
  public var isComplete: Bool { gaps.isEmpty && unknown.isEmpty }

  /// What is left to fill in, as the template names it.
  public var missing: [String] { gaps + unknown.map { "{\($0)}" } }
}

extension AgencyPolicy {
  /// A template filled in for a comment.
  ///
  /// - Parameters:
  ///   - language: what the comment is in; where the template has no text in it, the policy's own language serves.
  ///   - facts: what is known of the matter.
  ///   - filled: gaps that a person has filled, by the words that stand in them; also fills by name, where docket does
  ///     not know better.
  public func draft(
    _ template: ReplyTemplate, language: String? = nil, facts: ReplyFacts = ReplyFacts(),
    filled: [String: String] = [:]
  ) -> ReplyDraft {
    let tag = ReplyLanguage.choose(for: language, among: template.texts.keys.sorted(), own: self.language)
    var draft = ReplyDraft(
      template: template.id, version: template.version, language: tag, text: "", gaps: [], unknown: [],
      isPublic: template.isPublic, needsApproval: template.needsApproval)
    for part in ReplyText(template.texts[tag] ?? "").parts {
      switch part {
      case .words(let words): draft.text += words
      case .gap(let name):
        if let words = filled[name], !words.allSatisfy(\.isWhitespace) {
          draft.text += words
        } else {
          draft.text += "{{\(name)}}"
          draft.gaps.append(name)
        }
      case .fill(let name):
        if let words = value(of: name, facts) ?? filled[name], !words.isEmpty {
          draft.text += words
        } else {
          draft.text += "{\(name)}"
          draft.unknown.append(name)
        }
      }
    }
    draft.text = draft.text.trimmingWhitespace
    return draft
  }

  /// Words of one's own as a draft. Double braces are gaps here too.
  public func draft(ownWords text: String, language: String? = nil, isPublic: Bool = true) -> ReplyDraft {
    ReplyDraft(
      template: nil, version: 0, language: language ?? self.language, text: text.trimmingWhitespace,
      gaps: ReplyTemplate.gaps(in: text), unknown: [], isPublic: isPublic,
      needsApproval: casework.replies.freeTextNeedsSecondPerson)
  }

  /// The templates that may be proposed for reasons, those of the reasons themselves first, then the rest in their order.
  public func templates(for reasons: [ReasonCode]) -> [ReplyTemplate] {
    let named = reasons.compactMap { reason($0)?.template }
    let proposed = casework.templates.filter { template in
      named.contains(template.id) || template.reasons.contains(where: reasons.contains)
    }
    return proposed.sorted { named.contains($0.id) && !named.contains($1.id) }
      + casework.templates.filter { template in !proposed.contains { $0.id == template.id } }
  }

  private func value(of fill: String, _ facts: ReplyFacts) -> String? {
    switch fill {
    case "contact": return contact
    case "rules": return rulesURL
    case "agency": return agency
    case "greeting": return greeting
    case "case": return facts.caseID
    case "owner": return facts.owner
    case "received": return facts.received.map(Self.spelt)
    case "due": return facts.due.map(Self.spelt)
    default:
      guard fill.hasPrefix("contact:") else { return nil }
      let body = casework.contacts.first { $0.id == fill.dropFirst("contact:".count) }
      return body.map { "\($0.title), \($0.contact)" }
    }
  }

  /// `7 August 2026`: a day that cannot be taken for another.
  private static func spelt(_ day: CivilDate) -> String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    guard months.indices.contains(day.month - 1) else { return day.description }
    return "\(day.day) \(months[day.month - 1]) \(day.year)"
  }
}

extension String {
  var trimmingWhitespace: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text = text.dropFirst() }
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return String(text)
  }
}
