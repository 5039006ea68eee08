import Moderation

/// Cue phrases with gaps: what complaints, requests, calls for help, scams and threats say.
///
/// A line of `phrases.tsv` is a label, a weight and a pattern of words: `a|b` alternatives, `#` a number, `_` any word,
/// `_3` up to three words, `@role` a word of that role, `^` the beginning of a clause. The evidence of all patterns that
/// match joins as 1 − Π(1 − weight); a negative weight is counter-evidence and scales the result down.
struct Phrases: Sendable {
  enum Element: Sendable {
    case words([UInt64])
    case number
    case gap(Int)
    case role(Role)
    case clauseStart
  }

  struct Pattern: Sendable {
    var kind: Kind
    var weight: Double
    var elements: [Element]
  }

  /// What a phrase speaks for: a label, or a kind of span within one.
  enum Kind: String, Sendable, CaseIterable {
    case complaint, request, welfare, spam, legal, threat, insult, statute
  }

  private var patterns: [Pattern] = []
  /// By the hash of a pattern's first word.
  private var byWord: [UInt64: [Int]] = [:]
  /// Those that begin with a role or a number.
  private var others: [Int] = []

  // MARK: Reading

  static func load() throws(LexiconError) -> Phrases {
    let file = "phrases.tsv"
    return try Phrases(try LexiconFiles.read(file), named: file)
  }

  init(_ bytes: [UInt8], named file: String) throws(LexiconError) {
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      if line.isEmpty || line.first == 0x23 { continue }
      let fields = line.split(separator: 0x09)
      guard fields.count == 3, let kind = Kind(rawValue: String(decoding: fields[0], as: UTF8.self)),
        let weight = Int(String(decoding: fields[1], as: UTF8.self))
      else { throw .badLine(file: file, line: number, what: "not a label, a weight and a pattern") }
      var elements: [Element] = []
      for word in fields[2].split(separator: 0x20) {
        guard let element = Self.element(word) else {
          throw .badLine(file: file, line: number, what: "unknown role \(String(decoding: word, as: UTF8.self))")
        }
        elements.append(element)
      }
      add(Pattern(kind: kind, weight: Double(weight) / 100, elements: elements))
    }
  }

  private static func element(_ word: ArraySlice<UInt8>) -> Element? {
    switch word.first {
    case 0x5E: return .clauseStart
    case 0x23: return .number
    case 0x5F: return .gap(word.count == 1 ? -1 : Int(String(decoding: word.dropFirst(), as: UTF8.self)) ?? 1)
    case 0x40: return Role.named[String(decoding: word.dropFirst(), as: UTF8.self)].map { .role($0) }
    default:
      return .words(
        word.split(separator: 0x7C).map { Hashing.finish($0.reduce(Hashing.seed) { Hashing.add($1, to: $0) }) })
    }
  }

  private mutating func add(_ pattern: Pattern) {
    let place = patterns.count
    patterns.append(pattern)
    let first = pattern.elements.first { if case .clauseStart = $0 { false } else { true } }
    if case .words(let words) = first {
      for word in words { byWord[word, default: []].append(place) }
    } else {
      others.append(place)
    }
  }

  // MARK: Matching

  /// Every pattern that occurs, by its place in the file, with the tokens it covers.
  func evidence(in document: Document) -> [(pattern: Int, tokens: Range<Int>)] {
    var evidence: [(pattern: Int, tokens: Range<Int>)] = []
    for at in document.tokens.indices {
      if let places = byWord[document.tokens[at].hash] {
        for place in places { if let end = end(of: place, at: at, in: document) { evidence.append((place, at..<end)) } }
      }
      for place in others { if let end = end(of: place, at: at, in: document) { evidence.append((place, at..<end)) } }
    }
    return evidence
  }

  func find(in document: Document, into findings: inout Findings) {
    let evidence = evidence(in: document)
    guard !evidence.isEmpty else { return }
    for kind in Kind.allCases {
      var doubt = 1.0
      var counter = 1.0
      var best: (weight: Double, tokens: Range<Int>)?
      var spans: [Span] = []
      var counted: Set<Int> = []
      for (place, tokens) in evidence where patterns[place].kind == kind && counted.insert(place).inserted {
        let weight = patterns[place].weight
        if weight < 0 {
          counter *= 1 + weight
          continue
        }
        doubt *= 1 - weight
        spans.append(document.span(tokens, kind.spanType))
        if weight > best?.weight ?? 0 { best = (weight, tokens) }
      }
      guard let best else { continue }
      let score = (1 - doubt) * counter
      findings.append(
        Finding(
          label: kind.label, score: min(score, 0.96), severity: kind.severity(at: score),
          why:
            "\(kind.title): \"\(document.words(best.tokens))\"\(spans.count > 1 ? " and \(spans.count - 1) more" : "")",
          spans: spans,
          rule:
            "\(kind.label.rawValue).\(kind == .statute || kind.label.rawValue == kind.rawValue ? "phrase" : kind.rawValue)@1"
        ))
    }
  }

  private func end(of place: Int, at: Int, in document: Document) -> Int? {
    match(patterns[place].elements[...], at: at, from: at, in: document)
  }

  /// At most seven elements with gaps of a few words: the recursion is bounded by the pattern, not by the text.
  private func match(_ elements: ArraySlice<Element>, at: Int, from: Int, in document: Document) -> Int? {
    guard let element = elements.first else { return at }
    let tokens = document.tokens
    let rest = elements.dropFirst()
    guard at < tokens.count else {
      if case .gap(let most) = element, most > 0 { return match(rest, at: at, from: from, in: document) }
      return nil
    }
    if at > from, tokens[at].marks.contains(.sentenceStart) { return nil }
    switch element {
    case .clauseStart:
      let isStart = tokens[at].marks.contains(.clauseStart) || at == 0
      return isStart ? match(rest, at: at, from: from, in: document) : nil
    case .words(let words):
      return words.contains(tokens[at].hash) ? match(rest, at: at + 1, from: from, in: document) : nil
    case .number:
      let isNumber = tokens[at].marks.contains(.digit) || tokens[at].roles.contains(.numberWord)
      return isNumber ? match(rest, at: at + 1, from: from, in: document) : nil
    case .role(let role):
      return tokens[at].roles.contains(role) ? match(rest, at: at + 1, from: from, in: document) : nil
    case .gap(let most):
      if most < 0 { return match(rest, at: at + 1, from: from, in: document) }
      for skip in 0...most {
        if at + skip < tokens.count, skip > 0, tokens[at + skip].marks.contains(.sentenceStart) { break }
        if let end = match(rest, at: at + skip, from: from, in: document) { return end }
      }
      return nil
    }
  }
}

extension Phrases.Kind {
  var label: Label {
    switch self {
    case .complaint: .complaint
    case .request, .statute: .request
    case .welfare: .welfare
    case .spam: .spam
    case .legal: .legal
    case .threat, .insult: .offensive
    }
  }

  var spanType: SpanType {
    switch self {
    case .threat: .threat
    case .insult: .insult
    case .statute: .statute
    case .complaint, .request, .welfare, .spam, .legal: .cue
    }
  }

  var title: String {
    switch self {
    case .complaint: "Dissatisfied with the agency"
    case .request: "Asks for held information"
    case .statute: "Names an access law"
    case .welfare: "Somebody may be in danger now"
    case .spam: "Reads like a scam or advertisement"
    case .legal: "May be before the courts, suppressed or leaked"
    case .threat: "Threat"
    case .insult: "Insult"
    }
  }

  func severity(at score: Double) -> Severity {
    switch self {
    case .welfare: .critical
    case .legal, .threat: .high
    case .insult, .request, .statute: .medium
    case .complaint, .spam: score >= 0.75 ? .medium : .low
    }
  }
}
