/// What an item must be to be shown: tests joined by and, or and not.
public indirect enum FilterCondition: Sendable, Hashable {
  case test(FilterTest)
  case not(FilterCondition)
  /// All of them. What they ask of a flag they ask of one and the same flag, what they ask of a decision of one and the same
  /// decision; each label and each verb named is one of its own. What is negated or in a group of its own stands alone.
  case all([FilterCondition])
  case any([FilterCondition])

  /// The same, as it would be read from its own text: no group of one, no `or` within an `or`, no double negation, no value
  /// twice. A group of nothing holds always for `all` and never for `any`, as in logic; no query can say that.
  public var canonical: FilterCondition {
    switch self {
    case .test(let test): return .test(test.canonical)
    case .not(let condition):
      let inner = condition.canonical
      if case .not(let twice) = inner { return twice }
      return .not(inner)
    case .all(let conditions):
      let parts = conditions.map(\.canonical)
      return parts.count == 1 ? parts[0] : .all(parts)
    case .any(let conditions):
      let parts = conditions.map(\.canonical).flatMap { part -> [FilterCondition] in
        if case .any(let inner) = part { return inner }
        return [part]
      }
      return parts.count == 1 ? parts[0] : .any(parts)
    }
  }

  /// Every test in it, in the order of its text.
  public var tests: [FilterTest] {
    switch self {
    case .test(let test): [test]
    case .not(let condition): condition.tests
    case .all(let conditions), .any(let conditions): conditions.flatMap(\.tests)
    }
  }
}

extension FilterTest {
  fileprivate var canonical: FilterTest {
    switch self {
    case .label(let values): .label(values.unique)
    case .severity(.oneOf(let values)): .severity(.oneOf(values.unique))
    case .kind(let values): .kind(values.unique)
    case .rule(let values): .rule(values.unique)
    case .state(let values): .state(values.unique)
    case .stage(let values): .stage(values.unique)
    case .visibility(let values): .visibility(values.unique)
    case .escalatedTo(let values): .escalatedTo(values.unique)
    case .channel(let values): .channel(values.unique)
    case .author(let values): .author(values.unique)
    case .thread(let values): .thread(values.unique)
    case .language(let values): .language(values.unique)
    case .verb(let values): .verb(values.unique)
    case .reason(let values): .reason(values.unique)
    case .decidedBy(let values): .decidedBy(values.unique)
    case .batch(let values): .batch(values.unique)
    // What cannot stand bare in a query is read as the exact words that it is.
    case .word(let word): QueryText.standsBare(word) ? self : .phrase(word)
    case .feature(let values): .feature(values.unique)
    case .labelScore, .score, .severity, .age, .posted, .learned, .decided, .phrase, .pattern: self
    }
  }
}

extension Array where Element: Hashable {
  fileprivate var unique: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
