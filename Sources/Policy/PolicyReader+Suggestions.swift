import Moderation
import TOMLSource

/// `[suggestions]`: what is proposed for a label, or for a label of a certain kind.
extension PolicyReader {
  mutating func readSuggestions(_ root: Section, reasons: [Reason]) -> [SuggestionKey: Suggestion] {
    guard let section = section("suggestions", of: root, name: "[suggestions]") else { return [:] }
    var suggestions: [SuggestionKey: Suggestion] = [:]
    for key in section.table.keys {
      let path = section.path.key(key)
      guard let when = suggestionKey(key, at: path) else { continue }
      guard let table = section.table[key]?.table else {
        report(.wrongType(key: key, expected: "{ verb = \"hide\", reason = \"CODE\" }"), at: path)
        continue
      }
      let entry = Section(table: table, path: path, name: key)
      refuseUnknownKeys(of: entry, allowed: ["verb", "reason"])
      let verb = word("verb", of: entry, as: Verb.self)
      guard let code = text("reason", of: entry), let verb else { continue }
      guard let reason = reasons.first(where: { $0.code.rawValue == code }) else {
        report(.unknownReason(code), at: path.key("reason"))
        continue
      }
      if !reason.verbs.contains(verb) {
        let allowed = reason.verbs.map(\.rawValue)
        report(.suggestionNotAllowed(reason: code, verb: verb.rawValue, allowed: allowed), at: path.key("verb"))
      }
      suggestions[when] = Suggestion(verb: verb, reason: reason.code)
    }
    return suggestions
  }

  private mutating func suggestionKey(_ key: String, at path: SourcePath) -> SuggestionKey? {
    let parts = key.split(separator: ".", maxSplits: 1).map(String.init)
    guard let label = parts.first.flatMap(Label.init(rawValue:)) else {
      report(
        .unknownWord(key: "a label of [suggestions]", found: key, allowed: Label.allCases.map(\.rawValue)), at: path)
      return nil
    }
    guard parts.count == 2 else { return SuggestionKey(label) }
    if parts[1] == Subject.author.rawValue { return SuggestionKey(label, .own) }
    if let type = SpanType(rawValue: parts[1]) { return SuggestionKey(label, .span(type)) }
    if let kind = FlagKind(rawValue: parts[1]), kind.label == label { return SuggestionKey(label, .kind(kind)) }
    let kinds = FlagKind.allCases.filter { $0.label == label && SpanType(rawValue: $0.rawValue) == nil }
    let allowed = kinds.map(\.rawValue) + [Subject.author.rawValue] + SpanType.allCases.map(\.rawValue)
    report(.unknownWord(key: key, found: parts[1], allowed: allowed), at: path)
    return nil
  }
}

extension SuggestionKey {
  /// As the policy file spells it: `personal.self`.
  var spelling: String {
    switch detail {
    case .none: label.rawValue
    case .own: "\(label.rawValue).\(Subject.author.rawValue)"
    case .span(let type): "\(label.rawValue).\(type.rawValue)"
    case .kind(let kind): "\(label.rawValue).\(kind.rawValue)"
    }
  }
}
