import Moderation

/// What one rule found in a comment, before the judge joins findings into flags.
struct Finding {
  var label: Label
  /// 0 to 1.
  var score: Double
  var severity: Severity
  var why: String
  var spans: [Span]
  var rule: String
  /// The folded bytes of a contact detail, to compare with the agency's own.
  var detail: Range<Int>?
}

/// What the rules found in a comment, and, where somebody asks for it, what they left and why.
struct Findings {
  private(set) var all: [Finding] = []
  private(set) var exclusions: [Exclusion] = []
  /// Exclusions are kept only to explain: a scan would make them for nothing.
  var isExplaining = false
  /// Scores below the line are kept only to measure.
  var isScoring = false
  /// What the learned weights say of each label, where they were asked.
  var learned: [Label: Double] = [:]

  mutating func append(_ finding: Finding) { all.append(finding) }

  /// Takes out what a condition holds for.
  mutating func drop(where isUnwanted: (Finding) -> Bool) { all.removeAll(where: isUnwanted) }

  /// Gives every finding of a label the same score.
  mutating func rescore(_ label: Label, _ score: Double) {
    for place in all.indices where all[place].label == label { all[place].score = score }
  }

  mutating func removeAll() {
    all.removeAll(keepingCapacity: true)
    exclusions.removeAll(keepingCapacity: true)
    if isScoring { learned.removeAll(keepingCapacity: true) }
  }

  /// Notes that something was seen and not flagged.
  mutating func exclude(_ kind: Exclusion.Kind, _ label: Label, _ tokens: Range<Int>, in document: Document) {
    guard isExplaining else { return }
    let scalars = document.scalars(tokens: tokens)
    let exclusion = Exclusion(
      kind: kind, label: label, quote: document.words(tokens), start: scalars.lowerBound, end: scalars.upperBound)
    if !exclusions.contains(exclusion) { exclusions.append(exclusion) }
  }
}

extension Document {
  /// A span over tokens; nil when the range is empty.
  func span(_ tokens: Range<Int>, _ type: SpanType, _ subject: Subject? = nil) -> Span {
    let scalars = scalars(tokens: tokens)
    return Span(start: scalars.lowerBound, end: scalars.upperBound, type: type, subject: subject)
  }

  func span(bytes: Range<Int>, _ type: SpanType, _ subject: Subject? = nil) -> Span {
    let scalars = scalars(bytes)
    return Span(start: scalars.lowerBound, end: scalars.upperBound, type: type, subject: subject)
  }

  /// The folded words of a range, for a why.
  func words(_ range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last, last < tokens.count else { return "" }
    return String(decoding: bytes[tokens[first].start..<tokens[last].end].map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
  }
}
