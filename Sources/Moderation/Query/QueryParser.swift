/// Reads the query language:
///
///     query     = conjunction { "or" conjunction }
///     conjunction = term { [ "and" ] term }
///     term      = [ "-" | "not" ] ( "(" query ")" | test ) | "off(" query ")"
///     test      = key ( ":" | "<" | "<=" | ">" | ">=" ) value { "," value } | word | "exact words" | /pattern/ [ "c" ]
struct QueryParser {
  static let greatestDepth = 20
  /// In scalars: room for any query that a person writes, and short work for whatever else is pasted.
  static let greatestLength = 2000

  /// The conditions of a whole query.
  static func parse(_ text: String) throws(QueryError) -> [QueueFilter.Entry] {
    let scalars = Array(text.unicodeScalars)
    guard scalars.count <= greatestLength else { throw QueryError(.tooLong, greatestLength..<scalars.count) }
    var parser = QueryParser(scalars: scalars)
    let alternatives = try parser.alternatives(depth: 0)
    if parser.place < scalars.count { throw QueryError(.groupNotOpened, parser.place..<parser.place + 1) }
    guard alternatives.count > 1 else {
      return alternatives.first.map { terms in
        terms.map { QueueFilter.Entry($0.condition, isOn: !$0.isOff) }
      } ?? []
    }
    return [QueueFilter.Entry(try condition(alternatives))]
  }

  var scalars: [Unicode.Scalar]
  var place = 0

  private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  /// A condition with where it stands.
  private struct Term {
    var condition: FilterCondition
    var isOff = false
    var range: Range<Int>
  }

  private static func condition(_ alternatives: [[Term]]) throws(QueryError) -> FilterCondition {
    for terms in alternatives {
      for term in terms where term.isOff { throw QueryError(.offInside, term.range) }
    }
    return FilterCondition.any(alternatives.map { .all($0.map(\.condition)) }).canonical
  }

  // MARK: Joining

  /// Up to the end or to a closing parenthesis, which is left for the caller. Empty for nothing at all.
  private mutating func alternatives(depth: Int) throws(QueryError) -> [[Term]] {
    guard depth <= Self.greatestDepth else { throw QueryError(.tooDeep, place - 1..<place) }
    var alternatives: [[Term]] = [[]]
    /// An `and` or `or` that still needs something after it.
    var open: (word: String, range: Range<Int>)?
    while isAtTerm() {
      if let (word, range) = joiner(), word != "not" {
        guard open == nil, alternatives.last?.isEmpty == false else {
          throw QueryError(.nothingToJoin(word), range)
        }
        open = (word, range)
        if word == "or" { alternatives.append([]) }
        place = range.upperBound
      } else {
        alternatives[alternatives.count - 1].append(try term(depth: depth))
        open = nil
      }
    }
    if let open { throw QueryError(.nothingToJoin(open.word), open.range) }
    return alternatives.allSatisfy(\.isEmpty) ? [] : alternatives
  }

  /// Goes past what is blank; whether a term, or a joiner, follows.
  private mutating func isAtTerm() -> Bool {
    while place < scalars.count, QuerySyntax.isSpace(scalars[place]) { place += 1 }
    return place < scalars.count && scalars[place] != ")"
  }

  /// `and`, `or` or `not` standing by itself here.
  private func joiner() -> (word: String, range: Range<Int>)? {
    let end = scalars[place...].firstIndex { !QuerySyntax.isOfBareWord($0) } ?? scalars.count
    let word = String(String.UnicodeScalarView(scalars[place..<end])).lowercased()
    return QuerySyntax.isJoiner(word) ? (word, place..<end) : nil
  }

  private mutating func term(depth: Int) throws(QueryError) -> Term {
    let start = place
    switch scalars[start] {
    case "-", "−":
      place += 1
      guard place < scalars.count, !QuerySyntax.isSpace(scalars[place]), scalars[place] != ")" else {
        throw QueryError(.nothingToNegate, start..<place)
      }
      return try negated(from: start, depth: depth)
    case "(": return try group(from: start, depth: depth)
    default: break
    }
    if let (word, range) = joiner(), word == "not" {
      place = range.upperBound
      guard isAtTerm() else { throw QueryError(.nothingToNegate, range) }
      return try negated(from: start, depth: depth)
    }
    if isOffHere() {
      place += 3
      var term = try group(from: start, depth: depth)
      guard depth == 0 else { throw QueryError(.offInside, term.range) }
      term.isOff = true
      return term
    }
    let test = try self.test()
    return Term(condition: .test(test), range: start..<place)
  }

  private mutating func negated(from start: Int, depth: Int) throws(QueryError) -> Term {
    guard depth < Self.greatestDepth else { throw QueryError(.tooDeep, start..<place) }
    let term = try term(depth: depth + 1)
    return Term(condition: .not(term.condition), range: start..<place)
  }

  private mutating func group(from start: Int, depth: Int) throws(QueryError) -> Term {
    let open = place
    place += 1
    let alternatives = try alternatives(depth: depth + 1)
    guard place < scalars.count else { throw QueryError(.groupNotClosed, open..<open + 1) }
    place += 1
    guard !alternatives.isEmpty else { throw QueryError(.emptyGroup, open..<place) }
    return Term(condition: try Self.condition(alternatives), range: start..<place)
  }

  private func isOffHere() -> Bool {
    scalars.count - place > 3 && scalars[place + 3] == "("
      && String(String.UnicodeScalarView(scalars[place..<place + 3])).lowercased() == "off"
  }

  // MARK: Tests

  private mutating func test() throws(QueryError) -> FilterTest {
    if QuerySyntax.openingQuotes.contains(scalars[place]) {
      let start = place
      let words = try quoted()
      guard words.unicodeScalars.contains(where: { !QuerySyntax.isSpace($0) }) else {
        throw QueryError(.nothingQuoted, start..<place)
      }
      return .phrase(words)
    }
    if scalars[place] == "/" { return .pattern(try pattern()) }
    if let length = QuerySyntax.keyLength(of: scalars[place...]) { return try keyed(length) }
    let start = place
    while place < scalars.count, QuerySyntax.isOfBareWord(scalars[place]) { place += 1 }
    return .word(String(String.UnicodeScalarView(scalars[start..<place])))
  }

  /// What stands between quotes here, and goes past them.
  mutating func quoted() throws(QueryError) -> String {
    let start = place
    var text = String.UnicodeScalarView()
    place += 1
    while place < scalars.count {
      switch scalars[place] {
      case "\\" where place + 1 < scalars.count && (scalars[place + 1] == "\"" || scalars[place + 1] == "\\"):
        text.append(scalars[place + 1])
        place += 2
      case "\\" where place + 1 < scalars.count && scalars[place + 1] == "n":
        text.append("\n")
        place += 2
      case let scalar where QuerySyntax.closingQuotes.contains(scalar):
        place += 1
        return String(text)
      case let scalar:
        text.append(scalar)
        place += 1
      }
    }
    throw QueryError(.quoteNotClosed, start..<start + 1)
  }

  private mutating func pattern() throws(QueryError) -> TextPattern {
    let start = place
    place += 1
    var source = String.UnicodeScalarView()
    /// Where each scalar of the source stands in the query: an escaped slash is one less there.
    var places: [Int] = []
    var isInSet = false
    while place < scalars.count, isInSet || scalars[place] != "/" {
      if scalars[place] == "\\", place + 1 < scalars.count {
        if scalars[place + 1] != "/" {
          source.append("\\")
          places.append(place)
        }
        place += 1
      } else if scalars[place] == "[" || scalars[place] == "]" {
        isInSet = scalars[place] == "["
      }
      source.append(scalars[place])
      places.append(place)
      place += 1
    }
    guard place < scalars.count else { throw QueryError(.patternNotClosed, start..<start + 1) }
    places.append(place)
    place += 1
    let caseCounts = place < scalars.count && scalars[place] == "c"
    if caseCounts { place += 1 }
    if place < scalars.count, QuerySyntax.isOfBareWord(scalars[place]) {
      let end = scalars[place...].firstIndex { !QuerySyntax.isOfBareWord($0) } ?? scalars.count
      throw QueryError(.textAfterPattern, place..<end)
    }
    do {
      return try TextPattern(String(source), caseCounts: caseCounts)
    } catch {
      let last = places.count - 1
      throw QueryError(
        .pattern(error.problem), places[min(error.range.lowerBound, last)]..<places[min(error.range.upperBound, last)])
    }
  }
}
