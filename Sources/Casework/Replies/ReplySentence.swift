/// A sentence of a draft as words, with where each stands in the draft, in Unicode scalars.
struct ReplySentence: Sendable, Equatable {
  var words: [Word]
  var range: Range<Int>

  struct Word: Sendable, Equatable {
    /// Small, with straight apostrophes: `we're`, `neighbour's`, `e-mail`.
    var folded: String
    /// Whether it is written with a capital.
    var isCapital: Bool
    var range: Range<Int>
  }

  /// The sentences of a text: up to a full stop, exclamation or question mark that ends a word, or a line's end.
  static func all(in text: String) -> [ReplySentence] {
    var sentences: [ReplySentence] = []
    var scanner = Scanner()
    let scalars = Array(text.unicodeScalars)
    for (place, scalar) in scalars.enumerated() {
      let next = place + 1 < scalars.count ? scalars[place + 1] : nil
      scanner.take(scalar, next: next, at: place)
      let isEnd = "!?\n".unicodeScalars.contains(scalar) || (scalar == "." && next.map(isSpace) ?? true)
      if isEnd, let sentence = scanner.sentence(endingAt: place + 1) { sentences.append(sentence) }
    }
    if let sentence = scanner.sentence(endingAt: scalars.count) { sentences.append(sentence) }
    return sentences
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

  private struct Scanner {
    private var words: [Word] = []
    private var folded = ""
    private var isCapital = false
    private var start = 0

    mutating func take(_ scalar: Unicode.Scalar, next: Unicode.Scalar?, at place: Int) {
      if Self.isWord(scalar) {
        if folded.isEmpty {
          start = place
          isCapital = scalar.properties.isUppercase
        }
        folded += scalar.properties.lowercaseMapping
      } else if !folded.isEmpty, let next, Self.isWord(next), "'\u{2019}-".unicodeScalars.contains(scalar) {
        folded += scalar == "-" ? "-" : "'"
      } else {
        end(at: place)
      }
    }

    mutating func sentence(endingAt end: Int) -> ReplySentence? {
      self.end(at: end)
      guard let first = words.first else { return nil }
      defer { words = [] }
      return ReplySentence(words: words, range: first.range.lowerBound..<end)
    }

    private mutating func end(at place: Int) {
      if !folded.isEmpty { words.append(Word(folded: folded, isCapital: isCapital, range: start..<place)) }
      folded = ""
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
        .nonspacingMark, .spacingMark:
        true
      default: false
      }
    }
  }
}
