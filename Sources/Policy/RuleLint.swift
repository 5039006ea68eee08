import Moderation
import TOMLSource

/// What an agency should see to in the rules themselves: the header, the Acts that are cited, the posted house rules.
enum RuleLint {
  static func check(_ policy: AgencyPolicy, on day: CivilDate) -> [PolicyFinding] {
    document(policy.document, on: day) + statutes(policy, on: day) + houseRules(policy) + quiet(policy)
  }

  /// A policy has a version, an owner, an approver and a day of review, and is looked at again by it (DPMC L43-48).
  private static func document(_ document: PolicyDocument?, on day: CivilDate) -> [PolicyFinding] {
    guard let document else { return [PolicyFinding(.documentLacks(["[document]"]), at: [])] }
    var lacking: [String] = []
    if document.id.isBlank { lacking.append("id") }
    if document.version.isBlank { lacking.append("version") }
    if document.owner.isBlank { lacking.append("owner") }
    // A draft is not yet anybody's word.
    if document.status == .approved {
      if document.approver.isBlank { lacking.append("approver") }
      if document.approved == nil { lacking.append("approved") }
      if document.reviewBy == nil { lacking.append("review_by") }
    }
    var findings: [PolicyFinding] = []
    if !lacking.isEmpty { findings.append(PolicyFinding(.documentLacks(lacking), at: ["document"])) }
    if let reviewBy = document.reviewBy, reviewBy < day {
      findings.append(PolicyFinding(.policyReviewPassed(on: reviewBy.description), at: ["document", "review_by"]))
    }
    return findings
  }

  /// Bases and replies that name an Act which has ended, has not begun, or is not in the list.
  private static func statutes(_ policy: AgencyPolicy, on day: CivilDate) -> [PolicyFinding] {
    guard !policy.casework.statutes.isEmpty else { return [] }
    let bases = policy.reasons.enumerated().map { place, reason in
      (text: reason.basis, by: reason.code.rawValue, path: ["reason", .index(place), "basis"] as SourcePath)
    }
    let replies = policy.casework.templates.enumerated().flatMap { place, template in
      template.texts.sorted { $0.key < $1.key }.map { language, text in
        (
          text: text, by: "the template \(template.id)",
          path: ["template", .index(place), "text", .key(language)] as SourcePath
        )
      }
    }
    return (bases + replies).flatMap { source in
      Citation.titles(in: source.text).compactMap { title in
        problem(with: title, citedBy: source.by, among: policy.casework.statutes, on: day)
          .map { PolicyFinding($0, at: source.path) }
      }
    }
  }

  private static func problem(
    with title: String, citedBy source: String, among statutes: [StatuteReference], on day: CivilDate
  ) -> PolicyProblem.Problem? {
    // A sentence may lead into a title with a capital: "Under the Privacy Act 1993".
    guard
      let statute = statutes.filter({ title.hasSuffix($0.title.filter { !"()".contains($0) }) }).max(by: {
        $0.title.count < $1.title.count
      })
    else { return .statuteUnknown(title, citedBy: source) }
    if let to = statute.to, to < day { return .repealed(statute: statute.title, on: to.description, citedBy: source) }
    if let from = statute.from, from > day {
      return .notYetInForce(statute: statute.title, from: from.description, citedBy: source)
    }
    return nil
  }

  /// Hiding and deleting rest on a rule that the public was shown (OAG L105-107).
  private static func houseRules(_ policy: AgencyPolicy) -> [PolicyFinding] {
    guard !policy.houseRules.isEmpty || policy.reasons.contains(where: { $0.houseRule != nil }) else { return [] }
    return policy.reasons.enumerated().compactMap { place, reason in
      let takesAway = reason.verbs.contains(.hide) || reason.verbs.contains(.delete)
      guard takesAway, reason.houseRule == nil else { return nil }
      return PolicyFinding(.noHouseRule(reason: reason.code.rawValue), at: ["reason", .index(place)])
    }
  }

  /// Not every comment needs an answer (DPMC L175): there is a way to leave one without a word.
  private static func quiet(_ policy: AgencyPolicy) -> [PolicyFinding] {
    let isThere = policy.reasons.contains { $0.verbs.contains(.leave) && $0.citizenText(for: .leave).isEmpty }
    return isThere ? [] : [PolicyFinding(.noQuietOutcome, at: ["reason"])]
  }
}

/// Acts that a text names, by their titles: words with a capital, "Act", and a year.
enum Citation {
  /// Words within a title that have no capital.
  private static let joining: Set<String> = ["and", "of", "the", "for", "from", "on", "to", "in"]

  static func titles(in text: String) -> [String] {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    return words.indices.compactMap { place in
      guard words[place] == "Act" || words[place] == "Regulation", place > 0, place + 1 < words.count,
        let year = year(words[place + 1])
      else { return nil }
      var start = place
      while start > 0, belongs(words[start - 1]) { start -= 1 }
      // A title begins with a capital, not with a joining word.
      while start < place, joining.contains(words[start]) { start += 1 }
      guard start < place else { return nil }
      let title = words[start...place].map { $0.filter { !"()".contains($0) } }.joined(separator: " ")
      return "\(title) \(year)"
    }
  }

  private static func belongs(_ word: String) -> Bool {
    guard word.last.map({ $0.isLetter || "-,)".contains($0) }) ?? false else { return false }
    return joining.contains(word) || (word.first.map { $0.isUppercase || $0 == "(" } ?? false)
  }

  private static func year(_ word: String) -> String? {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    return digits.count == 4 && (digits.hasPrefix("1") || digits.hasPrefix("2")) ? String(digits) : nil
  }
}

extension String {
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
