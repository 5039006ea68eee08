extension QueryParser {
  /// A key, what follows it, and its values.
  mutating func keyed(_ length: Int) throws(QueryError) -> FilterTest {
    let start = place
    let name = String(String.UnicodeScalarView(scalars[place..<place + length]))
    place += length
    let comparison = comparison()
    if let label = Label(rawValue: name.lowercased()) {
      return .labelScore(label, try scoreBound(comparison, key: label.rawValue, from: start))
    }
    guard let key = QueryKey(name: name) else {
      let nearest = NearestWord.of(name.lowercased(), among: QueryKey.allCases.map(\.rawValue))
      throw QueryError(.unknownKey(name, nearest: nearest), start..<start + length)
    }
    if isAtEndOfValue { throw QueryError(.valueMissing(key), start..<place) }
    switch key {
    case .score: return .score(try scoreBound(comparison, key: key.rawValue, from: start))
    case .severity: return .severity(try severityBound(comparison))
    case .age: return .age(try ageBound(comparison))
    case .posted: return .posted(try timeBound(key, comparison))
    case .learned: return .learned(try timeBound(key, comparison))
    case .decided: return .decided(try timeBound(key, comparison))
    case .label, .kind, .rule, .state, .stage, .visibility, .to, .channel, .author, .thread, .language, .verb, .reason,
      .by, .batch, .is, .has:
      guard comparison == nil else { throw QueryError(.notCompared(key), start..<place) }
    }
    switch key {
    case .label: return .label(try words(key, Label.init))
    case .kind: return .kind(try words(key) { name in FlagTrait.all.first { $0.name == name } })
    case .state: return .state(try words(key, ItemState.Status.init))
    case .stage: return .stage(try words(key, ItemState.Stage.init))
    case .visibility: return .visibility(try words(key, ItemState.Visibility.init))
    case .verb: return .verb(try words(key, Verb.init))
    case .is, .has: return .feature(try words(key, ItemFeature.init))
    default: return Self.named(key, try values(key).map(\.0))
    }
  }

  /// `:`, `=`, `<`, `<=`, `>` or `>=`, also after a colon; nil for plain equality.
  private mutating func comparison() -> Comparison? {
    if place < scalars.count, scalars[place] == ":" || scalars[place] == "=" { place += 1 }
    guard place < scalars.count, scalars[place] == "<" || scalars[place] == ">" else { return nil }
    let isLess = scalars[place] == "<"
    place += 1
    guard place < scalars.count, scalars[place] == "=" else { return isLess ? .less : .greater }
    place += 1
    return isLess ? .lessOrEqual : .greaterOrEqual
  }

  private var isAtEndOfValue: Bool {
    place == scalars.count
      || !QuerySyntax.isOfBareWord(scalars[place]) && !QuerySyntax.openingQuotes.contains(scalars[place])
  }

  // MARK: Lists

  /// What only the desk or the policy can know.
  private static func named(_ key: QueryKey, _ names: [String]) -> FilterTest {
    switch key {
    case .rule: .rule(names)
    case .to: .escalatedTo(names.map { RoleName($0) })
    case .channel: .channel(names)
    case .author: .author(names)
    case .language: .language(names)
    case .reason: .reason(names.map { ReasonCode($0.uppercased()) })
    case .by: .decidedBy(names)
    case .batch: .batch(names)
    default: .thread(names)
    }
  }

  private mutating func words<Value>(
    _ key: QueryKey, _ value: (String) -> Value?
  ) throws(QueryError) -> [Value] {
    guard case .words(let known) = key.form else { return [] }
    return try values(key).map { (name, range) throws(QueryError) -> Value in
      let written = String(name.lowercased().map { $0 == "-" ? "_" : $0 })
      if let value = value(written) { return value }
      throw unknown(written, of: key, known, range)
    }
  }

  private func unknown(_ name: String, of key: QueryKey, _ known: [String], _ range: Range<Int>) -> QueryError {
    let other = QueryKey.allCases.first { other in
      guard other != key else { return false }
      switch other.form {
      case .words(let words): return words.contains(name)
      case .severity: return Severity(rawValue: name) != nil
      case .names, .score, .age, .time: return false
      }
    }
    if let other { return QueryError(.valueOfOther(key, name, other: other), range) }
    return QueryError(
      .unknownValue(key, name, nearest: NearestWord.of(name, among: known), known: known), range)
  }

  /// What is listed here, with where each stands.
  private mutating func values(_ key: QueryKey) throws(QueryError) -> [(String, Range<Int>)] {
    var values: [(String, Range<Int>)] = []
    while true {
      let start = place
      let value: String
      if place < scalars.count, QuerySyntax.openingQuotes.contains(scalars[place]) {
        value = try quoted()
      } else {
        value = bareValue(upToComma: true)
      }
      guard !value.isEmpty else { throw QueryError(.valueMissing(key), start..<place) }
      values.append((value, start..<place))
      guard place < scalars.count, scalars[place] == "," else { return values }
      place += 1
    }
  }

  private mutating func bareValue(upToComma: Bool = false) -> String {
    let start = place
    while place < scalars.count, QuerySyntax.isOfBareWord(scalars[place]), !upToComma || scalars[place] != "," {
      place += 1
    }
    return String(String.UnicodeScalarView(scalars[start..<place]))
  }

  // MARK: Scores and severities

  private mutating func scoreBound(
    _ comparison: Comparison?, key: String, from start: Int
  ) throws(QueryError) -> ScoreBound {
    let first = place
    let text = bareValue()
    let wrong = QueryError(
      .notAScore(key: key, nearest: Self.nearestScore(text)), text.isEmpty ? start..<place : first..<place)
    guard let comparison else {
      guard let (low, high) = Self.ends(text) else {
        guard let score = Self.score(text) else { throw wrong }
        return .within(score, score)
      }
      guard let low = Self.score(low), let high = Self.score(high) else { throw wrong }
      guard low <= high else { throw QueryError(.rangeBackwards("\(key):\(high)..\(low)"), first..<place) }
      return .within(low, high)
    }
    guard let score = Self.score(text) else { throw wrong }
    return .compared(comparison, score)
  }

  /// A number from 0 to 1 in decimals, or percent.
  private static func score(_ text: some StringProtocol) -> Score? {
    if text.last == "%" { return Int(text.dropLast()).flatMap { (0...100).contains($0) ? Score(hundredths: $0) : nil } }
    guard let first = text.utf8.first, first == UInt8(ascii: ".") || isDigit(first),
      text.utf8.allSatisfy({ $0 == UInt8(ascii: ".") || isDigit($0) }), let value = Double(text),
      (0...1).contains(value)
    else { return nil }
    return Score(value)
  }

  /// What somebody probably meant by `0,8` or `80`.
  private static func nearestScore(_ text: String) -> Score? {
    if let score = score(text.replacing(",", with: ".")) { return score }
    return Int(text).flatMap { (2...100).contains($0) ? Score(hundredths: $0) : nil }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  private mutating func severityBound(_ comparison: Comparison?) throws(QueryError) -> SeverityBound {
    let start = place
    func severity(_ name: String, _ range: Range<Int>) throws(QueryError) -> Severity {
      if let severity = Severity(rawValue: name.lowercased()) { return severity }
      throw unknown(name.lowercased(), of: .severity, Severity.allCases.map(\.rawValue), range)
    }
    if let comparison {
      let name = bareValue()
      return .compared(comparison, try severity(name, start..<place))
    }
    var severities: [Severity] = []
    for (name, range) in try values(.severity) { severities.append(try severity(name, range)) }
    return .oneOf(severities)
  }

  // MARK: Times

  /// The two sides of `from..to`, either of which may be empty; nil for what is no range.
  private static func ends(_ text: String) -> (Substring, Substring)? {
    guard let dots = text.firstRange(of: "..") else { return nil }
    return (text[..<dots.lowerBound], text[dots.upperBound...])
  }

  private mutating func ageBound(_ comparison: Comparison?) throws(QueryError) -> AgeBound {
    let start = place
    let text = bareValue()
    func span(_ text: some StringProtocol) throws(QueryError) -> TimeSpan {
      if let span = Self.span(text) { return span }
      if (try? TimePointText.point(String(text))) != nil { throw QueryError(.dayForAge(String(text)), start..<place) }
      throw QueryError(.notAnAge(nearest: Self.nearestSpan(String(text))), start..<place)
    }
    if let comparison { return .compared(comparison, try span(text)) }
    guard let (from, to) = Self.ends(text) else {
      // An age is never hit exactly: what is meant is a bound.
      throw QueryError(.notAnAge(nearest: Self.span(text).map(QueryText.text)), start..<place)
    }
    let (youngest, oldest) = (try span(from), try span(to))
    guard youngest <= oldest else {
      throw QueryError(.rangeBackwards("age:\(QueryText.text(oldest))..\(QueryText.text(youngest))"), start..<place)
    }
    return .within(youngest, oldest)
  }

  static func span(_ text: some StringProtocol) -> TimeSpan? {
    guard let letter = text.last, let unit = TimeSpan.Unit(rawValue: letter), text.utf8.first.map(isDigit) == true,
      let count = Int(text.dropLast())
    else { return nil }
    return TimeSpan(count, unit)
  }

  /// `2hours`, `30min`, `2D`: the number with the unit's letter.
  private static func nearestSpan(_ text: String) -> String? {
    let digits = text.prefix { $0.isNumber }
    guard let count = Int(digits), let letter = text.dropFirst(digits.count).first.map({ Character($0.lowercased()) }),
      let unit = TimeSpan.Unit(rawValue: letter), let span = TimeSpan(count, unit)
    else { return nil }
    return QueryText.text(span)
  }

  private mutating func timeBound(_ key: QueryKey, _ comparison: Comparison?) throws(QueryError) -> TimeBound {
    let start = place
    let text = bareValue()
    func point(_ text: some StringProtocol) throws(QueryError) -> TimePoint {
      do throws(TimePointText.Problem) {
        return try TimePointText.point(String(text))
      } catch {
        switch error {
        case .noSuchDay: throw QueryError(.noSuchDay(String(text)), start..<place)
        case .notATime where Self.span(text) != nil: throw QueryError(.ageForTime(key, String(text)), start..<place)
        case .notATime: throw QueryError(.notATime(key), start..<place)
        }
      }
    }
    switch comparison {
    case .less: return .before(try point(text))
    case .lessOrEqual: return .within(nil, try point(text))
    case .greater: return .after(try point(text))
    case .greaterOrEqual: return .within(try point(text), nil)
    case nil: break
    }
    guard let (from, to) = Self.ends(text) else {
      let point = try point(text)
      return .within(point, point)
    }
    let bound = TimeBound.within(from.isEmpty ? nil : try point(from), to.isEmpty ? nil : try point(to))
    if case .within(.day(let first)?, .day(let last)?) = bound, last < first {
      throw QueryError(.rangeBackwards("\(key.rawValue):\(last)..\(first)"), start..<place)
    }
    return bound
  }
}
