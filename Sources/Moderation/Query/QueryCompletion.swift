/// What a query may go on with.
public struct QueryCompletion: Sendable, Hashable {
  public var kind: Kind
  /// What to put into the range of `QueryCompletions`.
  public var text: String
  public var explanation: String

  public enum Kind: String, Sendable {
    /// `label:`
    case key
    /// `health` after `label:`, or all of `label:health`.
    case value
    /// `or`, `not`
    case joiner
  }
}

/// What can stand at a place of a query.
public struct QueryCompletions: Sendable, Hashable {
  /// Which scalars of the text a candidate takes the place of.
  public var range: Range<Int>
  /// The likeliest first.
  public var candidates: [QueryCompletion]
}

extension QueueFilter {
  /// What the query can go on with where the cursor is, in scalars. Asks for no correct query: one is being written.
  public static func completions(
    for text: String, at cursor: Int, _ vocabulary: QueryVocabulary
  ) -> QueryCompletions {
    let scalars = Array(text.unicodeScalars)
    var place = QueryPlace(scalars: scalars, cursor: max(0, min(cursor, scalars.count)))
    switch place.find() {
    case .nothing: return QueryCompletions(range: place.cursor..<place.cursor, candidates: [])
    case .word(let range): return place.words(in: range, vocabulary)
    case .value(let key, let range, let isQuoted): return place.values(of: key, in: range, isQuoted, vocabulary)
    }
  }
}

/// Where in a query the cursor stands.
private struct QueryPlace {
  enum Context {
    /// Within quotes or a pattern, where anything goes.
    case nothing
    /// At a word that may become a key.
    case word(Range<Int>)
    case value(QueryKey, Range<Int>, isQuoted: Bool)
  }

  let scalars: [Unicode.Scalar]
  let cursor: Int
  private var place = 0

  init(scalars: [Unicode.Scalar], cursor: Int) {
    self.scalars = scalars
    self.cursor = cursor
  }

  mutating func find() -> Context {
    while place < cursor {
      let start = place
      let scalar = scalars[place]
      if QuerySyntax.openingQuotes.contains(scalar) || scalar == "/" {
        let isClosed = skip(to: scalar == "/" ? ["/"] : QuerySyntax.closingQuotes)
        if cursor < place || !isClosed { return .nothing }
      } else if !QuerySyntax.isOfBareWord(scalar) || scalar == "-" {
        place += 1
      } else if let length = QuerySyntax.keyLength(of: scalars[start...]) {
        place += length
        if cursor < place { return .word(start..<place) }
        if let context = inValues(of: String(String.UnicodeScalarView(scalars[start..<place]))) { return context }
      } else {
        skipBare()
        if cursor <= place { return .word(start..<place) }
      }
    }
    return .word(cursor..<cursor)
  }

  private mutating func inValues(of name: String) -> Context? {
    while place < scalars.count, ":<>=".unicodeScalars.contains(scalars[place]) { place += 1 }
    let key = QueryKey(name: name) ?? (Label(rawValue: name.lowercased()) == nil ? nil : .score)
    while true {
      let start = place
      let isQuoted = place < scalars.count && QuerySyntax.openingQuotes.contains(scalars[place])
      if isQuoted { _ = skip(to: QuerySyntax.closingQuotes) } else { skipBare(upToComma: true) }
      if (start...place).contains(cursor) {
        return key.map { .value($0, start..<place, isQuoted: isQuoted) } ?? .nothing
      }
      guard place < scalars.count, scalars[place] == "," else { return nil }
      place += 1
    }
  }

  /// Past what closes, or to the end.
  private mutating func skip(to closing: Set<Unicode.Scalar>) -> Bool {
    place += 1
    while place < scalars.count, !closing.contains(scalars[place]) { place += scalars[place] == "\\" ? 2 : 1 }
    let isClosed = place < scalars.count
    place = isClosed ? place + 1 : scalars.count
    return isClosed
  }

  private mutating func skipBare(upToComma: Bool = false) {
    while place < scalars.count, QuerySyntax.isOfBareWord(scalars[place]), !upToComma || scalars[place] != "," {
      place += 1
    }
  }

  private func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])).lowercased() }

  // MARK: Candidates

  func words(in range: Range<Int>, _ vocabulary: QueryVocabulary) -> QueryCompletions {
    let typed = text(range.lowerBound..<cursor)
    var candidates = QueryKey.allCases.filter { $0.rawValue.hasPrefix(typed) }
      .map { QueryCompletion(kind: .key, text: $0.rawValue + $0.operatorText, explanation: $0.explanation) }
    if !typed.isEmpty {
      candidates += ["or", "not"].filter { $0.hasPrefix(typed) }
        .map {
          QueryCompletion(kind: .joiner, text: $0, explanation: $0 == "or" ? "either side" : "what follows is not so")
        }
    }
    // A value by itself finds its key: nobody remembers whether it is `state:hidden`.
    if typed.unicodeScalars.count >= 2 {
      for key in QueryKey.allCases where key != .has {
        if case .score = key.form { continue }
        candidates += matches(typed, vocabulary.values(key)).prefix(5).map { name in
          QueryCompletion(
            kind: .value, text: key.rawValue + ":" + Self.written(name.value),
            explanation: name.title.isEmpty ? key.explanation : name.title)
        }
      }
    }
    return QueryCompletions(range: range, candidates: candidates)
  }

  func values(
    of key: QueryKey, in range: Range<Int>, _ isQuoted: Bool, _ vocabulary: QueryVocabulary
  ) -> QueryCompletions {
    let typed = cursor > range.lowerBound ? text(range.lowerBound + (isQuoted ? 1 : 0)..<cursor) : ""
    let candidates = matches(typed, vocabulary.values(key)).map { name in
      QueryCompletion(
        kind: .value, text: Self.written(name.value), explanation: name.title.isEmpty ? key.explanation : name.title)
    }
    return QueryCompletions(range: range, candidates: candidates)
  }

  /// What begins as typed, then what has a word that does, then what has it anywhere in its title.
  private func matches(_ typed: String, _ names: [QueryVocabulary.Name]) -> [QueryVocabulary.Name] {
    guard !typed.isEmpty else { return names }
    let ranked = names.enumerated().compactMap { index, name -> (rank: Int, index: Int, name: QueryVocabulary.Name)? in
      let value = name.value.lowercased()
      if value.hasPrefix(typed) { return (0, index, name) }
      let words = (value + " " + name.title.lowercased()).split { !$0.isLetter && !$0.isNumber }
      return words.contains { $0.hasPrefix(typed) } ? (1, index, name) : nil
    }
    return ranked.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }.map(\.name)
  }

  private static func written(_ value: String) -> String {
    QueryText.isPlain(value) ? value : QueryText.quoted(value)
  }
}

extension QueryKey {
  /// What most often stands between the key and its value.
  fileprivate var operatorText: String {
    switch form {
    case .score: ">"
    case .age: "<"
    case .severity: ">="
    case .words, .names, .time: ":"
    }
  }
}
