/// Abuse, and what excuses it, as patterns of words: threats, exclusion, remarks about bodies, quotation, objection.
///
/// A line of `abuse-patterns.tsv` is a rule's name, a tab and a pattern, or `class`, a tab, a name, a tab and its words.
/// A pattern is elements parted by spaces: `a|b` alternatives, `%name` a class, `@role` an entry of that role, `_` any
/// word, `_3` up to three words, `^` the beginning of a clause, `$` the end of one; alternatives may mix all of these. A
/// `?` after an element makes it optional, a `-` before it says that it must not stand there, and a `*` before it makes it
/// the anchor: the rare word from which the pattern is looked for. Without one the first element is it. A match never
/// runs over a sentence's end.
///
/// Flat tables of plain values: nothing is counted or copied while a comment is matched.
struct AbusePatterns: Sendable {
  /// What may stand at a place: any of its alternatives.
  struct Element: Sendable {
    /// The number of its set of words; 0 is the empty set.
    var words: Int32 = 0
    var roles: Role = []
    /// How many tokens of any kind, if not none at all.
    var gap: (least: Int8, most: Int8) = (0, 0)
    var marks: Marks = []

    struct Marks: OptionSet, Sendable {
      let rawValue: UInt8
      static var gap: Marks { Marks(rawValue: 1) }
      static var clauseStart: Marks { Marks(rawValue: 2) }
      static var clauseEnd: Marks { Marks(rawValue: 4) }
      static var optional: Marks { Marks(rawValue: 8) }
      static var forbidden: Marks { Marks(rawValue: 16) }
      static var mayBeNothing: Marks { [.clauseStart, .clauseEnd, .optional, .forbidden] }
    }

    /// How many tokens it takes at least and at most.
    var length: ClosedRange<Int> {
      if marks.contains(.forbidden) { return 0...0 }
      let most = max(words == 0 ? 0 : 1, roles.isEmpty ? 0 : Lexicon.longest, Int(gap.most))
      let isEmpty = !marks.isDisjoint(with: .mayBeNothing) || marks.contains(.gap) && gap.least == 0
      return (isEmpty ? 0 : 1)...max(most, isEmpty ? 0 : 1)
    }
  }

  struct Pattern: Sendable {
    var rule: AbuseRule
    /// Of the elements, in the common table.
    var first: Int
    var past: Int
    var anchor: Int
    /// Tokens before the anchor, at least and at most.
    var least: Int
    var most: Int
  }

  /// Patterns of one effect by what anchors them.
  struct Index: Sendable {
    /// What the lexicon marks anchoring words with.
    let cue: Role
    fileprivate(set) var byWord = PatternTable()
    fileprivate(set) var byRole: [(role: Role, pattern: Int32)] = []
    /// What a document must hold for any of them to match.
    fileprivate(set) var roles: Role
  }

  private(set) var patterns: [Pattern] = []
  private(set) var elements: [Element] = []
  private(set) var sets = WordSets()
  private(set) var offending = Index(cue: .abuseCue, roles: .abuseCue)
  /// Looked for only where something offends.
  private(set) var excusing = Index(cue: .excuseCue, roles: .excuseCue)
  private var classes: [String: [UInt64]] = [:]

  static let file = "abuse-patterns.tsv"

  init(_ bytes: [UInt8], named file: String) throws(LexiconError) {
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      if line.isEmpty || line.first == 0x23 { continue }
      if let problem = read(line) { throw .badLine(file: file, line: number, what: problem) }
    }
  }

  /// Reads the bundled patterns and marks their anchors in the lexicon.
  static func load(into lexicon: inout Lexicon) throws(LexiconError) -> AbusePatterns {
    let patterns = try AbusePatterns(try LexiconFiles.read(file), named: file)
    for index in [patterns.offending, patterns.excusing] {
      for word in index.byWord.words { lexicon.insert([word], index.cue) }
    }
    return patterns
  }

  // MARK: Reading

  /// Reads a line; what is wrong with it, or nil.
  private mutating func read(_ line: ArraySlice<UInt8>) -> String? {
    let fields = line.split(separator: 0x09).map { String(decoding: $0, as: UTF8.self) }
    if fields.first == "class" {
      guard fields.count == 3 else { return "a class has a name and words, parted by tabs" }
      classes[fields[1], default: []] += fields[2].utf8.split(separator: 0x20).map(Self.hash)
      return nil
    }
    guard fields.count == 2 else { return "not a rule, a tab and a pattern" }
    guard let rule = AbuseRule(rawValue: fields[0]) else { return "unknown rule \(fields[0])" }
    var parts: [Element] = []
    var anchor: Int?
    for part in fields[1].utf8.split(separator: 0x20) {
      var part = part
      if part.first == 0x2A {
        anchor = parts.count
        part = part.dropFirst()
      }
      switch element(part) {
      case .success(let element): parts.append(element)
      case .failure(let problem): return problem.what
      }
    }
    return add(parts, rule, anchor ?? parts.firstIndex { !$0.marks.contains(.clauseStart) } ?? 0)
  }

  private struct Problem: Error { var what: String }

  private mutating func element(_ part: Substring.UTF8View.SubSequence) -> Result<Element, Problem> {
    var part = part
    var element = Element()
    if part.count > 1, part.first == 0x2D {
      element.marks.insert(.forbidden)
      part = part.dropFirst()
    }
    if part.count > 1, part.last == 0x3F {
      element.marks.insert(.optional)
      part = part.dropLast()
    }
    var words: [UInt64] = []
    for choice in part.split(separator: 0x7C) {
      let rest = String(choice.dropFirst()) ?? ""
      switch choice.first {
      case 0x5E: element.marks.insert(.clauseStart)
      case 0x24: element.marks.insert(.clauseEnd)
      case 0x5F:
        guard rest.isEmpty || Int(rest) != nil else { return .failure(Problem(what: "a gap is _ or _ and a number")) }
        element.marks.insert(.gap)
        element.gap = Int(rest).map { (0, Int8(clamping: min($0, 9))) } ?? (1, 1)
      case 0x40:
        guard let role = Role.named[rest] else { return .failure(Problem(what: "unknown role \(rest)")) }
        element.roles.formUnion(role)
      case 0x25:
        guard let listed = classes[rest] else { return .failure(Problem(what: "unknown class \(rest)")) }
        words += listed
      default: words.append(Self.hash(choice))
      }
    }
    if !words.isEmpty { element.words = sets.add(words) }
    return .success(element)
  }

  private mutating func add(_ parts: [Element], _ rule: AbuseRule, _ anchor: Int) -> String? {
    guard parts.indices.contains(anchor) else { return "the pattern is empty" }
    let part = parts[anchor]
    guard part.words != 0 || !part.roles.isEmpty, part.marks.isEmpty else {
      return "the anchor must be words or a role"
    }
    let before = parts[..<anchor].map(\.length)
    let place = Int32(patterns.count)
    patterns.append(
      Pattern(
        rule: rule, first: elements.count, past: elements.count + parts.count, anchor: elements.count + anchor,
        least: before.reduce(0) { $0 + $1.lowerBound }, most: before.reduce(0) { $0 + $1.upperBound }))
    elements += parts
    var index = rule.offends ? offending : excusing
    for word in sets.words(of: part.words) { index.byWord.add(place, to: word) }
    if !part.roles.isEmpty {
      index.byRole.append((part.roles, place))
      index.roles.formUnion(part.roles)
    }
    if rule.offends { offending = index } else { excusing = index }
    return nil
  }

  private static func hash(_ word: some Sequence<UInt8>) -> UInt64 {
    Hashing.finish(word.reduce(Hashing.seed) { Hashing.add($1, to: $0) })
  }
}
