import Moderation

/// What is asked of one and the same flag.
struct FlagWish {
  private var labels: UInt8 = 0xFF
  private var severities: UInt8 = 0xFF
  /// A bit for each score, from 0 to 100.
  private var scores = Array(repeating: true, count: 101)
  /// Of each of these sets of kinds a flag must show some.
  private var kinds: [UInt64] = []
  /// Of each rule by number, whether it will do; nil for any.
  private var rules: [Bool]?

  init(_ tests: [FilterTest], _ flags: FlagColumns) {
    for test in tests {
      switch test {
      case .label(let wanted): labels &= Self.bits(wanted.map(LabelSet.number))
      case .labelScore(let label, let bound):
        labels &= Self.bits([LabelSet.number(label)])
        narrow(bound)
      case .score(let bound): narrow(bound)
      case .severity(let bound): severities &= Self.bits(Severity.allCases.filter(bound.holds).map(\.rank))
      case .kind(let wanted): kinds.append(wanted.reduce(0) { $0 | FlagColumns.bit($1) })
      case .rule(let wanted):
        let fitting = flags.rules.map { rule in wanted.contains { Self.isRule(rule, named: $0) } }
        rules = rules.map { zip($0, fitting).map { $0 && $1 } } ?? fitting
      default: break
      }
    }
  }

  func holds(_ flag: FlagColumns.Cell) -> Bool {
    labels & (1 << flag.label) != 0 && severities & (1 << flag.severity) != 0 && scores[min(100, Int(flag.score))]
      && kinds.allSatisfy { flag.kinds & $0 != 0 } && (rules.map { $0[Int(flag.rule)] } ?? true)
  }

  private mutating func narrow(_ bound: ScoreBound) {
    for score in scores.indices where !bound.holds(Score(hundredths: score)) { scores[score] = false }
  }

  private static func bits(_ places: [Int]) -> UInt8 { places.reduce(0) { $0 | 1 << UInt8($1) } }

  /// `personal.email@1` goes by `personal.email@1`, `personal.email` and `personal`.
  static func isRule(_ rule: String, named name: String) -> Bool {
    guard rule.hasPrefix(name) else { return false }
    let next = rule.dropFirst(name.count).first
    return next == nil || next == "@" || next == "."
  }
}

/// What is asked of one and the same decision.
struct DecisionWish {
  private var verbs = Set(Verb.allCases)
  private var reasons: [Set<String>] = []
  private var people: [Set<String>] = []
  private var batches: [Set<String>] = []
  private var times: [Range<Int64>] = []

  init(_ tests: [FilterTest], _ clock: QueryClock) {
    for test in tests {
      switch test {
      case .verb(let wanted): verbs.formIntersection(wanted)
      case .reason(let codes): reasons.append(Set(codes.map(\.rawValue)))
      case .decidedBy(let wanted): people.append(Set(wanted.map { $0.lowercased() }))
      case .batch(let wanted): batches.append(Set(wanted.map { $0.lowercased() }))
      case .decided(let bound):
        let range = bound.range(clock)
        times.append(range.lowerBound.milliseconds..<range.upperBound.milliseconds)
      default: break
      }
    }
  }

  /// The same, with every word that decisions use answered once.
  struct Answers {
    fileprivate var verbs: Set<Verb>
    fileprivate var reasons: [Bool]?
    fileprivate var people: [Bool]?
    fileprivate var batches: [Bool]?
    fileprivate var times: [Range<Int64>]

    func hold(_ decision: DecisionColumns.Cell) -> Bool {
      verbs.contains(decision.verb) && (reasons.map { $0[Int(decision.reasons)] } ?? true)
        && (people.map { $0[Int(decision.actor)] } ?? true) && (batches.map { $0[Int(decision.batch)] } ?? true)
        && times.allSatisfy { $0.contains(decision.at) }
    }
  }

  func answers(_ words: DecisionColumns.Words) -> Answers {
    Answers(
      verbs: verbs,
      reasons: reasons.isEmpty
        ? nil
        : words.all.map { word in
          let codes = Set(word.split(separator: "\n").map { String($0.prefix { $0 != "@" }) })
          return reasons.allSatisfy { !$0.isDisjoint(with: codes) }
        },
      people: Self.answers(people, words) { $1.contains($0) },
      // A batch is known by the first digits of its id, as the log shows it.
      batches: Self.answers(batches, words) { word, wanted in !word.isEmpty && wanted.contains { word.hasPrefix($0) } },
      times: times)
  }

  private static func answers(
    _ wishes: [Set<String>], _ words: DecisionColumns.Words, _ holds: (String, Set<String>) -> Bool
  ) -> [Bool]? {
    guard !wishes.isEmpty else { return nil }
    return words.all.map { word in
      let word = word.lowercased()
      return wishes.allSatisfy { holds(word, $0) }
    }
  }
}

extension FilterTest {
  /// Whether it asks something of a flag, so that what stands beside it is asked of the same one.
  var isOfFlag: Bool {
    switch self {
    case .label, .labelScore, .score, .severity, .kind, .rule: true
    default: false
    }
  }

  var isOfDecision: Bool {
    switch self {
    case .verb, .reason, .decidedBy, .decided, .batch: true
    default: false
    }
  }

  /// Whether each of these names a flag or a decision of its own, rather than say more of one that is named.
  var namesOne: Bool {
    switch self {
    case .label, .labelScore, .verb: true
    default: false
    }
  }
}
