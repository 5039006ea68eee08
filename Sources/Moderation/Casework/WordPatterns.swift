/// Lists of words and phrases to be found in comments: whole words, without regard to case; `budg*` begins a word.
struct WordPatterns: Sendable {
  /// By the first word of each.
  private var whole: [String: [Pattern]] = [:]
  /// Those that begin with a `*` word; they are few.
  private var open: [Pattern] = []

  private struct Pattern: Sendable {
    var list: Int
    var place: Int
    var words: [String]
    /// Whether the last word goes on.
    var isOpen: Bool
  }

  /// Where one stands.
  struct Match: Sendable, Equatable {
    /// Which list, and which of its patterns.
    var list: Int
    var pattern: Int
    /// In Unicode scalars of the text.
    var range: Range<Int>
  }

  var isEmpty: Bool { whole.isEmpty && open.isEmpty }

  init(_ lists: [[String]]) {
    for (list, patterns) in lists.enumerated() {
      for (place, text) in patterns.enumerated() {
        let words = Words(text).words.map(\.folded)
        guard let first = words.first else { continue }
        let isOpen = text.unicodeScalars.last { !$0.properties.isWhitespace } == "*"
        let pattern = Pattern(list: list, place: place, words: words, isOpen: isOpen)
        if isOpen && words.count == 1 {
          open.append(pattern)
        } else {
          whole[first, default: []].append(pattern)
        }
      }
    }
  }

  /// In the order of the text.
  func matches(in text: Words) -> [Match] {
    var found: [Match] = []
    for (place, word) in text.words.enumerated() {
      for pattern in whole[word.folded] ?? [] {
        if let match = match(pattern, in: text.words, at: place) { found.append(match) }
      }
      for pattern in open {
        if let match = match(pattern, in: text.words, at: place) { found.append(match) }
      }
    }
    return found
  }

  private func match(_ pattern: Pattern, in words: [Words.Word], at place: Int) -> Match? {
    guard place + pattern.words.count <= words.count else { return nil }
    for (step, wanted) in pattern.words.enumerated() {
      let found = words[place + step].folded
      let isLast = step == pattern.words.count - 1
      guard isLast && pattern.isOpen ? found.hasPrefix(wanted) : found == wanted else { return nil }
    }
    let end = words[place + pattern.words.count - 1].range.upperBound
    return Match(list: pattern.list, pattern: pattern.place, range: words[place].range.lowerBound..<end)
  }

  /// A text as its words: letters, digits and marks, small; an apostrophe within a word belongs to it.
  struct Words {
    var words: [Word] = []

    struct Word {
      var folded: String
      var range: Range<Int>
    }

    init(_ text: String) {
      var place = 0
      var start = 0
      var folded = ""
      var pending: Unicode.Scalar?
      func end(_ words: inout [Word], at place: Int) {
        if !folded.isEmpty { words.append(Word(folded: folded, range: start..<place)) }
        folded = ""
        pending = nil
      }
      var found: [Word] = []
      for scalar in text.unicodeScalars {
        if Self.isWord(scalar) {
          if folded.isEmpty { start = place }
          if let apostrophe = pending { folded.unicodeScalars.append(apostrophe) }
          pending = nil
          folded += scalar.isASCII ? String(Self.lowered(scalar)) : scalar.properties.lowercaseMapping
        } else if !folded.isEmpty, pending == nil, scalar == "'" || scalar == "\u{2019}" {
          pending = "'"
        } else {
          end(&found, at: place - (pending == nil ? 0 : 1))
        }
        place += 1
      }
      end(&found, at: place - (pending == nil ? 0 : 1))
      words = found
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
      if scalar.isASCII {
        return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
      }
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
        .nonspacingMark, .spacingMark:
        return true
      default: return false
      }
    }

    private static func lowered(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
      ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value + 32)) : scalar
    }
  }
}
