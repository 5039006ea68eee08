import Moderation
import TOMLKit

/// Turns a policy's TOML into Moderation values, and collects every problem instead of stopping at the first.
struct PolicyReader {
  private let file: String
  private let lines: SourceLines
  private let text: String
  private var problems: [PolicyProblem] = []

  init(text: String, file: String) {
    self.text = text
    self.file = file
    lines = SourceLines(text)
  }

  mutating func read(digest: String) throws(PolicyProblems) -> AgencyPolicy {
    let root: TOMLTable
    do {
      root = try TOMLTable(string: text)
    } catch {
      let parse = error as? TOMLParseError
      report(.syntax(parse?.description ?? "\(error)"), at: parse?.source.begin.line)
      throw PolicyProblems(problems)
    }
    refuseUnknownKeys(of: root, allowed: ["agency", "role", "suggestions", "reason"], in: "the policy", at: nil)
    let agency = root["agency"]?.table
    let agencyLine = lines.header("[agency]")
    if agency == nil { report(.missing(key: "[agency]", in: "the policy"), at: nil) }
    if let agency {
      refuseUnknownKeys(of: agency, allowed: ["name", "zone", "contact", "rules"], in: "[agency]", at: agencyLine)
    }
    let zone = string("zone", of: agency, in: "[agency]", at: agencyLine) ?? ""
    if !zone.isEmpty, !Self.looksLikeZone(zone) { report(.unknownZone(zone), at: agencyLine) }
    let roles = readRoles(root)
    let reasons = readReasons(root, roles: roles)
    let policy = AgencyPolicy(
      agency: string("name", of: agency, in: "[agency]", at: agencyLine) ?? "", zone: zone,
      contact: string("contact", of: agency, in: "[agency]", at: agencyLine) ?? "",
      rulesURL: string("rules", of: agency, in: "[agency]", at: agencyLine) ?? "",
      reasons: reasons, suggestions: readSuggestions(root, reasons: reasons), escalationRoles: roles, digest: digest)
    guard problems.isEmpty else {
      throw PolicyProblems(problems.sorted { ($0.line ?? 0) < ($1.line ?? 0) })
    }
    return policy
  }

  // MARK: Tables

  private mutating func readRoles(_ root: TOMLTable) -> [EscalationRole] {
    var roles: [EscalationRole] = []
    for (index, table) in tables("role", of: root) {
      let line = lines.header("[[role]]", number: index)
      refuseUnknownKeys(of: table, allowed: ["name", "title", "contact"], in: "[[role]]", at: line)
      guard let name = string("name", of: table, in: "[[role]]", at: line) else { continue }
      if roles.contains(where: { $0.name.rawValue == name }) { report(.duplicate(kind: "role", name: name), at: line) }
      roles.append(
        EscalationRole(
          name: RoleName(name), title: string("title", of: table, in: "role \(name)", at: line) ?? name,
          contact: string("contact", of: table, in: "role \(name)", at: line) ?? ""))
    }
    return roles
  }

  private static let reasonKeys = [
    "code", "version", "title", "head", "basis", "verbs", "rationale_required", "second_person_for", "escalates_to",
    "class", "citizen",
  ]

  private mutating func readReasons(_ root: TOMLTable, roles: [EscalationRole]) -> [Reason] {
    var reasons: [Reason] = []
    for (index, table) in tables("reason", of: root) {
      let line = lines.header("[[reason]]", number: index)
      refuseUnknownKeys(of: table, allowed: Self.reasonKeys, in: "[[reason]]", at: line)
      guard let code = string("code", of: table, in: "[[reason]]", at: line) else { continue }
      if reasons.contains(where: { $0.code.rawValue == code }) {
        report(.duplicate(kind: "reason", name: code), at: line)
      }
      let verbs = words("verbs", of: table, in: code, at: line, as: Verb.self)
      if verbs.isEmpty { report(.noVerbs(reason: code), at: line) }
      let escalatesTo = optionalString("escalates_to", of: table, at: line).map { RoleName($0) }
      if let role = escalatesTo, !roles.contains(where: { $0.name == role }) {
        report(.unknownRole(role.rawValue, known: roles.map(\.name.rawValue)), at: line)
      }
      reasons.append(
        Reason(
          code: ReasonCode(code), version: table["version"]?.int ?? 1,
          title: string("title", of: table, in: code, at: line) ?? code,
          head: word("head", of: table, in: code, at: line, as: Reason.Head.self) ?? .none,
          citizenText: string("citizen", of: table, in: code, at: line) ?? "",
          basis: string("basis", of: table, in: code, at: line) ?? "", verbs: verbs,
          rationaleRequired: flag("rationale_required", of: table, at: line),
          secondPersonFor: Set(words("second_person_for", of: table, in: code, at: line, as: Verb.self)),
          escalatesTo: escalatesTo,
          escalationClass: table["class"] == nil
            ? nil : word("class", of: table, in: code, at: line, as: EscalationClass.self)))
    }
    return reasons
  }

  private mutating func readSuggestions(_ root: TOMLTable, reasons: [Reason]) -> [SuggestionKey: Suggestion] {
    guard let table = root["suggestions"]?.table else {
      report(.missing(key: "[suggestions]", in: "the policy"), at: nil)
      return [:]
    }
    var suggestions: [SuggestionKey: Suggestion] = [:]
    for key in table.keys {
      let line = lines.key(key, after: lines.header("[suggestions]"))
      guard let when = suggestionKey(key, at: line) else { continue }
      guard let entry = table[key]?.table else {
        report(.wrongType(key: key, expected: "{ verb = \"hide\", reason = \"CODE\" }"), at: line)
        continue
      }
      guard let verb = word("verb", of: entry, in: key, at: line, as: Verb.self),
        let code = string("reason", of: entry, in: key, at: line)
      else { continue }
      guard let reason = reasons.first(where: { $0.code.rawValue == code }) else {
        report(.unknownReason(code), at: line)
        continue
      }
      if !reason.verbs.contains(verb) {
        let allowed = reason.verbs.map(\.rawValue)
        report(.suggestionNotAllowed(reason: code, verb: verb.rawValue, allowed: allowed), at: line)
      }
      suggestions[when] = Suggestion(verb: verb, reason: reason.code)
    }
    return suggestions
  }

  private mutating func suggestionKey(_ key: String, at line: Int?) -> SuggestionKey? {
    let parts = key.split(separator: ".", maxSplits: 1).map(String.init)
    guard let label = parts.first.flatMap(Label.init(rawValue:)) else {
      report(.unknownWord(key: "[suggestions]", found: key, allowed: Label.allCases.map(\.rawValue)), at: line)
      return nil
    }
    guard parts.count == 2 else { return SuggestionKey(label) }
    if parts[1] == Subject.author.rawValue { return SuggestionKey(label, .own) }
    if let type = SpanType(rawValue: parts[1]) { return SuggestionKey(label, .span(type)) }
    let allowed = [Subject.author.rawValue] + SpanType.allCases.map(\.rawValue)
    report(.unknownWord(key: key, found: parts[1], allowed: allowed), at: line)
    return nil
  }

  // MARK: Values

  private mutating func report(_ problem: PolicyProblem.Problem, at line: Int?) {
    problems.append(PolicyProblem(file: file, line: line, problem: problem))
  }

  private mutating func tables(_ key: String, of root: TOMLTable) -> [(Int, TOMLTable)] {
    guard let value = root[key] else {
      report(.missing(key: "[[\(key)]]", in: "the policy"), at: nil)
      return []
    }
    guard let array = value.array else {
      report(.wrongType(key: key, expected: "a list of tables, each under [[\(key)]]"), at: lines.header("[\(key)]"))
      return []
    }
    return array.enumerated().compactMap { index, element in element.table.map { (index, $0) } }
  }

  private mutating func string(_ key: String, of table: TOMLTable?, in name: String, at line: Int?) -> String? {
    guard let table else { return nil }
    guard let value = table[key] else {
      report(.missing(key: key, in: name), at: line)
      return nil
    }
    guard let string = value.string else {
      report(.wrongType(key: key, expected: "text in quotes"), at: lines.key(key, after: line))
      return nil
    }
    return string
  }

  private mutating func optionalString(_ key: String, of table: TOMLTable, at line: Int?) -> String? {
    table[key] == nil ? nil : string(key, of: table, in: "", at: line)
  }

  private mutating func flag(_ key: String, of table: TOMLTable, at line: Int?) -> Bool {
    guard let value = table[key] else { return false }
    if value.bool == nil { report(.wrongType(key: key, expected: "true or false"), at: lines.key(key, after: line)) }
    return value.bool ?? false
  }

  private mutating func word<Word: CaseIterable & RawRepresentable>(
    _ key: String, of table: TOMLTable, in name: String, at line: Int?, as type: Word.Type
  ) -> Word? where Word.RawValue == String {
    guard let found = string(key, of: table, in: name, at: line) else { return nil }
    if let word = Word(rawValue: found) { return word }
    let allowed = Word.allCases.map(\.rawValue)
    report(.unknownWord(key: key, found: found, allowed: allowed), at: lines.key(key, after: line))
    return nil
  }

  private mutating func words<Word: CaseIterable & RawRepresentable>(
    _ key: String, of table: TOMLTable, in name: String, at line: Int?, as type: Word.Type
  ) -> [Word] where Word.RawValue == String {
    guard let value = table[key] else { return [] }
    guard let array = value.array else {
      report(.wrongType(key: key, expected: "a list like [\"hide\"]"), at: lines.key(key, after: line))
      return []
    }
    return array.compactMap { element in
      guard let found = element.string, let word = Word(rawValue: found) else {
        let allowed = Word.allCases.map(\.rawValue)
        let shown = element.string ?? "a value that is not text"
        report(.unknownWord(key: key, found: shown, allowed: allowed), at: lines.key(key, after: line))
        return nil
      }
      return word
    }
  }

  private mutating func refuseUnknownKeys(of table: TOMLTable, allowed: [String], in name: String, at line: Int?) {
    for key in table.keys where !allowed.contains(key) {
      report(.unknownKey(key, in: name, allowed: allowed), at: lines.key(key, after: line))
    }
  }

  /// `Area/City`, letters, digits and a few marks: enough to keep a path out of the zone database's folder.
  private static func looksLikeZone(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    return name == "UTC"
      || (parts.count >= 2
        && parts.allSatisfy { part in
          !part.isEmpty && part.allSatisfy { ($0.isASCII && ($0.isLetter || $0.isNumber)) || "_+-".contains($0) }
        })
  }
}
