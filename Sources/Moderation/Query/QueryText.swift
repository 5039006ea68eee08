/// Conditions as text: the one canonical way to write each.
enum QueryText {
  /// A condition as it stands in a stack. `alone` says that there is no other beside it.
  static func outermost(_ condition: FilterCondition, alone: Bool) -> String {
    switch condition {
    case .any: alone ? text(condition) : "(\(text(condition)))"
    case .all: "(\(text(condition)))"
    case .test, .not: text(condition)
    }
  }

  /// A condition between the parentheses of something else.
  static func text(_ condition: FilterCondition) -> String {
    switch condition {
    case .test(let test): text(test)
    case .not(.test(let test)): "-" + text(test)
    case .not(let group): "-(\(text(group)))"
    case .all(let parts): parts.map(inAll).joined(separator: " ")
    case .any(let parts): parts.map(text).joined(separator: " or ")
    }
  }

  private static func inAll(_ condition: FilterCondition) -> String {
    switch condition {
    case .all, .any: "(\(text(condition)))"
    case .test, .not: text(condition)
    }
  }

  // MARK: Tests

  static func text(_ test: FilterTest) -> String {
    switch test {
    case .label(let labels): list(.label, labels.map(\.rawValue))
    case .labelScore(let label, let bound): label.rawValue + text(bound)
    case .score(let bound): QueryKey.score.rawValue + text(bound)
    case .severity(.compared(let comparison, let severity)):
      QueryKey.severity.rawValue + comparison.rawValue + severity.rawValue
    case .severity(.oneOf(let severities)): list(.severity, severities.map(\.rawValue))
    case .kind(let kinds): list(.kind, kinds.map(\.name))
    case .rule(let rules): list(.rule, rules)
    case .state(let states): list(.state, states.map(\.rawValue))
    case .stage(let stages): list(.stage, stages.map(\.rawValue))
    case .visibility(let visibilities): list(.visibility, visibilities.map(\.rawValue))
    case .escalatedTo(let roles): list(.to, roles.map(\.rawValue))
    case .channel(let names): list(.channel, names)
    case .author(let aliases): list(.author, aliases)
    case .thread(let names): list(.thread, names)
    case .language(let tags): list(.language, tags)
    case .age(.compared(let comparison, let span)): QueryKey.age.rawValue + comparison.rawValue + text(span)
    case .age(.within(let from, let to)): QueryKey.age.rawValue + ":" + text(from) + ".." + text(to)
    case .posted(let bound): text(.posted, bound)
    case .learned(let bound): text(.learned, bound)
    case .verb(let verbs): list(.verb, verbs.map(\.rawValue))
    case .reason(let codes): list(.reason, codes.map(\.rawValue))
    case .decidedBy(let people): list(.by, people)
    case .decided(let bound): text(.decided, bound)
    case .batch(let ids): list(.batch, ids)
    case .feature(let features): list(features == [.media] ? .has : .is, features.map(\.rawValue))
    case .word(let word): word
    case .phrase(let words): quoted(words)
    case .pattern(let pattern): pattern.text
    }
  }

  private static func list(_ key: QueryKey, _ values: [String]) -> String {
    key.rawValue + ":" + values.map { isPlain($0) ? $0 : quoted($0) }.joined(separator: ",")
  }

  private static func text(_ bound: ScoreBound) -> String {
    switch bound {
    case .compared(let comparison, let score): comparison.rawValue + score.description
    case .within(let low, let high):
      ":" + (low == high ? low.description : low.description + ".." + high.description)
    }
  }

  static func text(_ span: TimeSpan) -> String { String(span.count) + String(span.unit.rawValue) }

  private static func text(_ key: QueryKey, _ bound: TimeBound) -> String {
    switch bound {
    case .after(let point): key.rawValue + ">" + text(point)
    case .before(let point): key.rawValue + "<" + text(point)
    case .within(let from, let to):
      key.rawValue + ":"
        + (from == to ? from.map(text) ?? ".." : (from.map(text) ?? "") + ".." + (to.map(text) ?? ""))
    }
  }

  private static func text(_ point: TimePoint) -> String {
    switch point {
    case .month(let year, let month): CivilDate(year: year, month: month, day: 1)?.monthText ?? "today"
    case .day(let date): date.description
    case .minute(let time): CivilDate(time).description + "T" + time.clock
    case .today: "today"
    case .yesterday: "yesterday"
    }
  }

  // MARK: Words

  /// Between quotes, with what would end them escaped.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// Whether a value can follow a key without quotes.
  static func isPlain(_ value: String) -> Bool {
    guard let first = value.unicodeScalars.first, !"<>=".unicodeScalars.contains(first) else { return false }
    return value.unicodeScalars.allSatisfy { QuerySyntax.isOfBareWord($0) && $0 != "," }
  }

  /// Whether a word can stand in a query without quotes, and would be taken for nothing else.
  static func standsBare(_ word: String) -> Bool {
    let scalars = Array(word.unicodeScalars)
    guard let first = scalars.first, scalars.allSatisfy(QuerySyntax.isOfBareWord), first != "-", first != "−",
      first != "/"
    else { return false }
    return QuerySyntax.keyLength(of: scalars[...]) == nil && !QuerySyntax.isJoiner(word)
  }
}

extension CivilDate {
  fileprivate var monthText: String { String(description.dropLast(3)) }
}
