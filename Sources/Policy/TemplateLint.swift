import Moderation
import TOMLSource

/// What an agency should see to in its replies: what the law wants said, fills that nothing fills, details asked for where
/// everybody reads the answer.
enum TemplateLint {
  static func check(_ policy: AgencyPolicy) -> [PolicyFinding] {
    templates(policy) + citizenTexts(policy)
  }

  private static func templates(_ policy: AgencyPolicy) -> [PolicyFinding] {
    policy.casework.templates.enumerated().flatMap { place, template -> [PolicyFinding] in
      let path: SourcePath = ["template", .index(place)]
      var findings: [PolicyFinding] = []
      if template.texts[policy.language] == nil {
        findings.append(
          PolicyFinding(
            .templateLacks(
              template: template.id, what: "has no text in the policy's own language",
              basis: "add text.\(policy.language) = …"), at: path.key("text")))
      }
      for (language, text) in template.texts.sorted(by: { $0.key < $1.key }) {
        let spot = path.key("text").key(language)
        findings += fills(in: text, of: "the template \(template.id)", at: spot, policy)
        findings += duties(of: template, text, policy).map { PolicyFinding($0, at: spot) }
      }
      return findings
    }
  }

  private static func citizenTexts(_ policy: AgencyPolicy) -> [PolicyFinding] {
    policy.reasons.enumerated().flatMap { place, reason -> [PolicyFinding] in
      let path: SourcePath = ["reason", .index(place)]
      let others = reason.otherTexts.sorted { $0.key.spelling < $1.key.spelling }
      return fills(in: reason.citizenText, of: reason.code.rawValue, at: path.key("citizen"), policy)
        + others.flatMap { fills(in: $1, of: reason.code.rawValue, at: path.key("texts").key($0.spelling), policy) }
    }
  }

  private static func fills(
    in text: String, of place: String, at path: SourcePath, _ policy: AgencyPolicy
  ) -> [PolicyFinding] {
    let known = policy.fills
    return ReplyTemplate.fills(in: text).filter { !known.contains($0) }.map {
      PolicyFinding(.unknownFill($0, in: place, known: known), at: path)
    }
  }

  /// What a reply of its purpose owes the person who gets it.
  private static func duties(
    of template: ReplyTemplate, _ text: String, _ policy: AgencyPolicy
  ) -> [PolicyProblem.Problem] {
    func lacks(_ what: String, _ basis: String) -> PolicyProblem.Problem {
      .templateLacks(template: template.id, what: what, basis: basis)
    }
    /// Nothing where a body is named, in whatever words; the policy says which body it is.
    func names(_ body: String?, _ key: String, _ what: String, _ basis: String) -> [PolicyProblem.Problem] {
      guard let body else {
        return [
          lacks(
            "should name \(what), and [casework] does not say who that is; "
              + "add \(key) = \"the id of a [[contact]]\"", basis)
        ]
      }
      return text.contains("{contact:\(body)}")
        ? [] : [lacks("does not name \(what); add {contact:\(body)}", basis)]
    }
    let casework = policy.casework
    var problems: [PolicyProblem.Problem] = []
    switch template.purpose {
    case .decision:
      problems += names(casework.reviewBody, "review_body", "who reviews a decision", "DPMC L24; OAG 4.1-4.2")
    case .extension:
      problems += names(casework.reviewBody, "review_body", "who looks into an extension", "OIA s 15A")
      if ReplyTemplate.gaps(in: text).isEmpty, !text.contains("{due}") {
        problems.append(lacks("does not say until when, or why; add {{the new day}} and {{why}}", "OIA s 15A"))
      }
    case .breach:
      problems += names(casework.privacyAuthority, "privacy_authority", "who looks into breaches", "OAG 4.2")
    case .receipt where template.reasons.isEmpty == false && !template.isPublic:
      if !text.contains("{case}") { problems.append(lacks("gives no reference; add {case}", "DPMC L3-16")) }
    case .complaint:
      if !text.contains("{case}") { problems.append(lacks("gives no reference; add {case}", "DPMC L177-179")) }
    case .reply, .receipt, .clarification, .transfer, .notice: break
    }
    if template.isPublic, let sentence = PublicRequest.firstSentence(in: text) {
      problems.append(
        lacks(
          "asks for details where everybody reads the answer: \"\(sentence)\"; ask for them privately, at {contact}",
          "OAG 4.17"))
    }
    return problems
  }
}

/// A request to write one's details for all to read (OAG 4.17; L111).
enum PublicRequest {
  private static let asking: Set<String> = [
    "send", "give", "tell", "post", "provide", "supply", "leave", "share", "reply", "comment", "message", "write",
    "confirm", "what", "what's",
  ]
  private static let details: Set<String> = [
    "address", "addresses", "phone", "number", "numbers", "email", "e-mail", "birth", "birthday", "surname", "details",
  ]
  private static let privately: Set<String> = ["privately", "private", "dm", "pm", "inbox", "direct"]
  private static let openly: Set<String> = ["below", "publicly"]

  /// The first sentence that asks for somebody's details and leads to no private way.
  static func firstSentence(in text: String) -> String? {
    text.split { ".!?\n".contains($0) && $0 != "'" }.first { sentence in
      let words = Set(sentence.lowercased().split { !($0.isLetter || $0 == "-" || $0 == "'") }.map(String.init))
      guard !words.isDisjoint(with: details), !words.isDisjoint(with: asking) else { return false }
      let isPrivate = !words.isDisjoint(with: privately) || sentence.contains("{contact")
      return !isPrivate || !words.isDisjoint(with: openly)
    }
    .map { $0.trimmingPrefix { $0.isWhitespace } }.map(String.init)
  }
}
