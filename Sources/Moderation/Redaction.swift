/// A copy of a text in which stretches are replaced by labels: `[address]`, or a ground for withholding such as `s9(2)(a)`.
///
///     Redaction(of: text, hiding: flags.flatMap(\.spans)).text
///
/// A pure function of the text and the spans; offsets count Unicode scalars. Spans that touch or overlap become one
/// replacement; what lies outside the text is cut off. Nothing of a replaced stretch is kept, its length included.
public struct Redaction: Sendable, Equatable {
  /// The text with labels in place.
  public private(set) var text: String
  /// What was replaced: the stretch of the original, and the label that stands for it. In order.
  public private(set) var replaced: [Replacement]

  public struct Replacement: Sendable, Equatable {
    /// Scalars of the original text.
    public var range: Range<Int>
    /// `[address]`.
    public var label: String
  }

  /// - Parameters:
  ///   - spans: what to hide, in any order.
  ///   - label: what to write for a span; nil leaves it. By default the span's type in square brackets.
  public init(of original: String, hiding spans: [Span], label: (Span) -> String? = { "[\($0.type.rawValue)]" }) {
    let scalars = Array(original.unicodeScalars)
    var hidden: [Replacement] = []
    for span in spans.sorted(by: { ($0.start, $1.end, $0.type.rawValue) < ($1.start, $0.end, $1.type.rawValue) }) {
      let start = max(0, min(span.start, scalars.count))
      let end = max(start, min(span.end, scalars.count))
      guard end > start, let label = label(span) else { continue }
      if let last = hidden.last, start < last.range.upperBound || start == last.range.upperBound && label == last.label
      {
        hidden[hidden.count - 1].range = last.range.lowerBound..<max(end, last.range.upperBound)
      } else {
        hidden.append(Replacement(range: start..<end, label: label))
      }
    }
    var redacted = String.UnicodeScalarView()
    var at = 0
    for index in hidden.indices {
      hidden[index].range = Self.whole(hidden[index].range, in: scalars, from: at)
      redacted.append(contentsOf: scalars[at..<hidden[index].range.lowerBound])
      redacted.append(contentsOf: hidden[index].label.unicodeScalars)
      at = hidden[index].range.upperBound
    }
    redacted.append(contentsOf: scalars[at...])
    text = String(redacted)
    replaced = hidden
  }

  /// The same with one ground for all: `Redaction(of: text, hiding: spans, under: "s9(2)(a)")`.
  public init(of original: String, hiding spans: [Span], under ground: String) {
    self.init(of: original, hiding: spans) { _ in "[\(ground)]" }
  }

  /// A stretch with the marks that belong to its last sign: an accent left behind would tell the letter.
  private static func whole(_ range: Range<Int>, in scalars: [Unicode.Scalar], from floor: Int) -> Range<Int> {
    var end = range.upperBound
    while end < scalars.count, isMark(scalars[end]) { end += 1 }
    return max(floor, range.lowerBound)..<max(end, max(floor, range.lowerBound))
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark: true
    default: scalar.value == 0x200D || (0xFE00...0xFE0F).contains(scalar.value)
    }
  }
}
