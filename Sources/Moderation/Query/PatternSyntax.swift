/// Reads a pattern. Every repetition and group is checked here, so that what comes out can be compiled.
struct PatternSyntax {
  static let greatestRepetition = 200
  private static let greatestDepth = 50

  indirect enum Node {
    case empty
    case set(ScalarSet)
    case sequence([Node])
    case alternatives([Node])
    /// `isLazy` prefers the shortest: it makes a difference to what is marked, not to what is found.
    case repeated(Node, from: Int, to: Int?, isLazy: Bool)
    case place(PatternPlace)
  }

  static func parse(_ source: String, caseCounts: Bool) throws(PatternError) -> Node {
    var syntax = PatternSyntax(scalars: Array(source.unicodeScalars), caseCounts: caseCounts)
    let node = try syntax.alternatives(depth: 0)
    if syntax.place < syntax.scalars.count { throw syntax.error(.groupNotOpened, syntax.place) }
    return node
  }

  private var scalars: [Unicode.Scalar]
  private var place = 0
  private let caseCounts: Bool

  private init(scalars: [Unicode.Scalar], caseCounts: Bool) {
    self.scalars = scalars
    self.caseCounts = caseCounts
  }

  private var next: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

  private func error(_ problem: PatternProblem, _ start: Int, _ end: Int? = nil) -> PatternError {
    PatternError(problem: problem, range: start..<max(start, min(end ?? start + 1, scalars.count)))
  }

  private mutating func alternatives(depth: Int) throws(PatternError) -> Node {
    guard depth <= Self.greatestDepth else { throw error(.tooLarge, 0, scalars.count) }
    var alternatives: [Node] = []
    var sequence: [Node] = []
    while let scalar = next, scalar != ")" {
      if scalar == "|" {
        place += 1
        alternatives.append(.sequence(sequence))
        sequence = []
      } else {
        sequence.append(try repeated(depth: depth))
      }
    }
    return alternatives.isEmpty ? .sequence(sequence) : .alternatives(alternatives + [.sequence(sequence)])
  }

  // MARK: Repetition

  private mutating func repeated(depth: Int) throws(PatternError) -> Node {
    var node = try atom(depth: depth)
    while let scalar = next {
      let start = place
      let bounds: (from: Int, to: Int?)
      switch scalar {
      case "*": bounds = (0, nil)
      case "+": bounds = (1, nil)
      case "?": bounds = (0, 1)
      case "{":
        guard let counted = try counts() else { return node }
        bounds = counted
      default: return node
      }
      if scalar != "{" { place += 1 }
      let isLazy = next == "?"
      if isLazy { place += 1 }
      if next == "+" { throw error(.notSupported("possessive repetition"), start, place + 1) }
      node = .repeated(node, from: bounds.from, to: bounds.to, isLazy: isLazy)
    }
    return node
  }

  /// `{2}`, `{2,}`, `{2,5}`; nil, and nothing read, for a brace that is one.
  private mutating func counts() throws(PatternError) -> (from: Int, to: Int?)? {
    guard let end = scalars[place...].firstIndex(of: "}") else { return nil }
    let inside = String(String.UnicodeScalarView(scalars[place + 1..<end]))
    let parts = inside.split(separator: ",", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let first = parts.first, !first.isEmpty,
      inside.utf8.allSatisfy({ $0 == UInt8(ascii: ",") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    let numbers = parts.map { $0.isEmpty ? nil : Int($0) ?? .max }
    let from = numbers[0] ?? 0
    let to = numbers.count == 1 ? from : numbers[1]
    guard max(from, to ?? 0) <= Self.greatestRepetition else { throw error(.repetitionTooLong, place, end + 1) }
    if let to, to < from { throw error(.repetitionBackwards, place, end + 1) }
    place = end + 1
    return (from, to)
  }

  // MARK: Atoms

  private mutating func atom(depth: Int) throws(PatternError) -> Node {
    let start = place
    let scalar = scalars[place]
    place += 1
    switch scalar {
    case "(": return try group(from: start, depth: depth)
    case "[": return .set(try set(from: start))
    case ".": return .set(ScalarSet([.range("\n"..."\n")], isNegated: true))
    case "^": return .place(.startOfLine)
    case "$": return .place(.endOfLine)
    case "*", "+", "?": throw error(.nothingToRepeat, start)
    case "\\": return try escape(from: start)
    default: return .set(literal(scalar))
    }
  }

  private mutating func group(from start: Int, depth: Int) throws(PatternError) -> Node {
    if next == "?" {
      let kind = place + 1 < scalars.count ? scalars[place + 1] : " "
      switch kind {
      case ":": place += 2
      case "=", "!", "<": throw error(.notSupported("looking ahead or back, or a named group,"), start, place + 2)
      default: throw error(.notSupported("(?"), start, place + 1)
      }
    }
    let node = try alternatives(depth: depth + 1)
    guard next == ")" else { throw error(.groupNotClosed, start) }
    place += 1
    return node
  }

  private func literal(_ scalar: Unicode.Scalar) -> ScalarSet {
    ScalarSet([.range(scalar...scalar)]).folded(unless: caseCounts)
  }

  private mutating func escape(from start: Int) throws(PatternError) -> Node {
    guard let scalar = next else { throw error(.unknownEscape(""), start) }
    place += 1
    switch scalar {
    case "b": return .place(.wordEdge)
    case "B": return .place(.notWordEdge)
    case "1"..."9": throw error(.notSupported("a backreference"), start, place)
    default: break
    }
    if let element = Self.element(escaped: scalar) { return .set(ScalarSet([element])) }
    guard let literal = Self.literal(escaped: scalar) else { throw error(.unknownEscape(String(scalar)), start, place) }
    return .set(self.literal(literal))
  }

  /// `\d \w \s` and their capitals.
  private static func element(escaped scalar: Unicode.Scalar) -> ScalarSet.Element? {
    switch scalar {
    case "d", "D": .kind(.digit, isNegated: scalar == "D")
    case "w", "W": .kind(.word, isNegated: scalar == "W")
    case "s", "S": .kind(.space, isNegated: scalar == "S")
    default: nil
    }
  }

  /// `\n`, `\t`, or a sign that stands for itself.
  private static func literal(escaped scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "n": "\n"
    case "t": "\t"
    case "r": "\r"
    case "a"..."z", "A"..."Z", "0"..."9": nil
    default: scalar
    }
  }

  // MARK: Sets

  private mutating func set(from start: Int) throws(PatternError) -> ScalarSet {
    var elements: [ScalarSet.Element] = []
    let isNegated = next == "^"
    if isNegated { place += 1 }
    while let scalar = next, scalar != "]" {
      let first = place
      let element = try member(scalar)
      guard case .range(let from) = element, next == "-", place + 1 < scalars.count, scalars[place + 1] != "]" else {
        elements.append(element)
        continue
      }
      place += 1
      guard case .range(let to) = try member(scalars[place]), from.lowerBound <= to.lowerBound else {
        throw error(.rangeBackwards, first, place)
      }
      elements.append(.range(from.lowerBound...to.lowerBound))
    }
    guard next == "]" else { throw error(.setNotClosed, start) }
    place += 1
    guard !elements.isEmpty else { throw error(.emptySet, start, place) }
    return ScalarSet(elements, isNegated: isNegated).folded(unless: caseCounts)
  }

  private mutating func member(_ scalar: Unicode.Scalar) throws(PatternError) -> ScalarSet.Element {
    let start = place
    place += 1
    guard scalar == "\\" else { return .range(scalar...scalar) }
    guard let escaped = next else { throw error(.setNotClosed, start) }
    place += 1
    if let element = Self.element(escaped: escaped) { return element }
    guard let literal = Self.literal(escaped: escaped) else {
      throw error(.unknownEscape(String(escaped)), start, place)
    }
    return .range(literal...literal)
  }
}
