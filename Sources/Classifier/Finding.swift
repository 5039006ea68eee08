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
