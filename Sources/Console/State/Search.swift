import Moderation

/// An incremental search: what is looked for, from where, and what was found. It speaks the language of the filters: words,
/// `"exact words"`, `/a pattern/`, and conditions.
struct Search: Sendable, Equatable {
  var needle = ""
  /// Where the cursor stood when it began: typing on looks from there again.
  var origin: QueuePosition?
  /// What was asked of the desk and is not answered yet: no second question is asked meanwhile.
  var asked: String?
  /// Nothing was found.
  var isEmptyHanded = false
  /// How many hits come before the one that the cursor is on.
  var place: Int?

  /// What a search lets through; nil where nothing can be looked for yet.
  static func filter(_ needle: String) -> QueueFilter? {
    if let filter = try? QueueFilter(needle), !filter.isEmpty { return filter }
    // Half a quotation, or a word with a colon: the letters themselves are meant.
    let words = needle.unicodeScalars.split { !$0.properties.isAlphabetic && $0.properties.numericType == nil }
    let plain = words.map { String($0) }.joined(separator: " ")
    return (try? QueueFilter("\"\(plain)\"")).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// A list narrowed to the hits.
  static func hits(_ needle: String, in query: QueueQuery) -> QueueQuery? {
    guard let filter = filter(needle) else { return nil }
    var narrowed = query
    narrowed.filter.push(filter)
    return narrowed
  }
}

/// Where in a text the words of a search stand, to be marked. Made once, for all texts of a screen.
struct SearchMarks {
  private var words: [[Unicode.Scalar]] = []
  private var patterns: [TextPattern] = []

  init(_ needle: String) {
    guard !needle.isEmpty, let filter = Search.filter(needle) else { return }
    for test in filter.entries.flatMap(\.condition.tests) {
      switch test {
      case .word(let word), .phrase(let word): words.append(Self.folded(word.unicodeScalars))
      case .pattern(let pattern): patterns.append(pattern)
      default: break
      }
    }
  }

  /// In scalars of the text; they may overlap.
  func ranges(in text: String) -> [Range<Int>] {
    guard !words.isEmpty || !patterns.isEmpty else { return [] }
    let scalars = Self.folded(text.unicodeScalars)
    var ranges: [Range<Int>] = patterns.flatMap { $0.marks(in: text) }
    for word in words where !word.isEmpty {
      for start in scalars.indices where start + word.count <= scalars.count {
        let end = start + word.count
        let isStart = start == 0 || !scalars[start - 1].properties.isAlphabetic
        if isStart, scalars[start..<end].elementsEqual(word) { ranges.append(start..<end) }
      }
    }
    return ranges
  }

  /// One scalar for one: small letters without their marks.
  private static func folded(_ scalars: String.UnicodeScalarView) -> [Unicode.Scalar] {
    scalars.map { scalar in
      let lower = scalar.properties.lowercaseMapping.unicodeScalars
      guard let first = lower.first else { return scalar }
      guard first.value > 0x7F else { return first }
      return Base.letter(of: first)
    }
  }
}

/// The letter under a mark, for those that Latin scripts write as one scalar: ā is a.
private enum Base {
  private static let letters: [Unicode.Scalar: Unicode.Scalar] = {
    var letters: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (base, marked) in [
      ("a", "àáâãäåāăą"), ("c", "çćĉċč"), ("d", "ďđ"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"), ("h", "ĥħ"),
      ("i", "ìíîïĩīĭį"),
      ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľŀł"), ("n", "ñńņň"), ("o", "òóôõöøōŏő"), ("r", "ŕŗř"), ("s", "śŝşš"),
      ("t", "ţťŧ"),
      ("u", "ùúûüũūŭůűų"), ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"),
    ] {
      for scalar in marked.unicodeScalars { letters[scalar] = base.unicodeScalars.first }
    }
    return letters
  }()

  static func letter(of scalar: Unicode.Scalar) -> Unicode.Scalar { letters[scalar] ?? scalar }
}
