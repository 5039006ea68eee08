/// A regular expression that is matched in one pass over a text, however it is written: `/\broad (works?|closed)\b/`.
///
/// Letters, sets, `.`, `\d \w \s \b` and their capitals, `^ $` at the ends of lines, groups, `|`, `* + ? {2,5}`. Case makes
/// no difference unless it is to count. No backreferences and no looking around: with those, some texts take for ever.
public struct TextPattern: Sendable, Hashable {
  /// Between the slashes, but for escaped slashes.
  public let source: String
  public let caseCounts: Bool
  let program: PatternProgram

  /// - Throws: `PatternError` with the scalars of `source` that it is about.
  public init(_ source: String, caseCounts: Bool = false) throws(PatternError) {
    self.source = Self.withoutEscapedSlashes(source)
    self.caseCounts = caseCounts
    program = try PatternProgram(
      PatternSyntax.parse(source, caseCounts: caseCounts), length: source.unicodeScalars.count, caseCounts: caseCounts)
  }

  /// What finds words as they are written, whatever their case: blanks of any kind and length are equal, and what begins or
  /// ends with a letter or digit is not part of a longer word. Nil for more words than a pattern can hold.
  public init?(exactWords text: String) {
    let words = text.unicodeScalars.split { $0.properties.isWhitespace }
    let escaped = words.map { word in
      String(String.UnicodeScalarView(word.flatMap { Self.isSign($0) ? ["\\", $0] : [$0] }))
    }
    func edge(_ scalar: Unicode.Scalar?) -> String {
      scalar.map { ScalarKinds(of: $0).contains(.word) } ?? false ? "\\b" : ""
    }
    guard let first = words.first?.first, let last = words.last?.last,
      let pattern = try? TextPattern(edge(first) + escaped.joined(separator: "\\s+") + edge(last))
    else { return nil }
    self = pattern
  }

  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && !scalar.properties.isAlphabetic && !("0"..."9").contains(scalar)
  }

  /// A slash needs no escape but from the end of a pattern in a query: both ways of writing it are one pattern.
  private static func withoutEscapedSlashes(_ source: String) -> String {
    var plain = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in source.unicodeScalars {
      if isEscaped, scalar == "/" { plain.removeLast() }
      plain.append(scalar)
      isEscaped = !isEscaped && scalar == "\\"
    }
    return String(plain)
  }

  public static func == (a: TextPattern, b: TextPattern) -> Bool {
    a.source == b.source && a.caseCounts == b.caseCounts
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(source)
    hasher.combine(caseCounts)
  }

  /// In the query language: `/road\/street/c`.
  public var text: String {
    var text = "/"
    var isInSet = false
    var isEscaped = false
    for scalar in source.unicodeScalars {
      if isEscaped {
        isEscaped = false
      } else {
        switch scalar {
        case "\\": isEscaped = true
        case "[": isInSet = true
        case "]": isInSet = false
        case "/": if !isInSet { text += "\\" }
        default: break
        }
      }
      text.unicodeScalars.append(scalar)
    }
    return text + "/" + (caseCounts ? "c" : "")
  }

  /// What looks for it in many texts.
  public func matcher() -> PatternMatcher { PatternMatcher(program) }
}

public struct PatternError: Error, Sendable, Hashable {
  public var problem: PatternProblem
  /// Which scalars of the pattern it is about.
  public var range: Range<Int>
}
