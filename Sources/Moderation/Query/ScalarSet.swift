/// Which scalars one place of a pattern takes.
struct ScalarSet: Sendable, Hashable {
  enum Element: Sendable, Hashable {
    case range(ClosedRange<Unicode.Scalar>)
    case kind(ScalarKinds, isNegated: Bool)
  }

  var elements: [Element]
  var isNegated: Bool

  init(_ elements: [Element], isNegated: Bool = false) {
    self.elements = elements
    self.isNegated = isNegated
  }

  func contains(_ scalar: Unicode.Scalar, _ kinds: ScalarKinds) -> Bool {
    let isListed = elements.contains { element in
      switch element {
      case .range(let range): range.contains(scalar)
      case .kind(let kind, let isNegated): kinds.contains(kind) != isNegated
      }
    }
    return isListed != isNegated
  }

  /// The same for texts in lower case: what has capitals in it gets their small letters as well.
  func folded(unless caseCounts: Bool) -> ScalarSet {
    guard !caseCounts else { return self }
    var folded = self
    for case .range(let range) in elements {
      // A range this long names a script, which has its small letters in it.
      guard range.upperBound.value - range.lowerBound.value <= 1024 else { continue }
      for value in range.lowerBound.value...range.upperBound.value {
        guard let scalar = Unicode.Scalar(value) else { continue }
        let small = scalar.smallLetter
        if small != scalar { folded.elements.append(.range(small...small)) }
      }
    }
    return folded
  }
}

/// What a scalar counts as.
struct ScalarKinds: OptionSet, Sendable, Hashable {
  let rawValue: UInt8
  static let word = ScalarKinds(rawValue: 1)
  static let digit = ScalarKinds(rawValue: 2)
  static let space = ScalarKinds(rawValue: 4)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(of scalar: Unicode.Scalar) {
    let properties = scalar.properties
    var kinds: ScalarKinds = []
    if properties.generalCategory == .decimalNumber { kinds.insert([.digit, .word]) }
    if properties.isAlphabetic || scalar == "_" || Self.isOfWord(properties.generalCategory) { kinds.insert(.word) }
    if properties.isWhitespace { kinds.insert(.space) }
    self = kinds
  }

  /// A macron typed by itself belongs to the letter before it, and `m²` is one word: as in the desk's index for words.
  private static func isOfWord(_ category: Unicode.GeneralCategory) -> Bool {
    switch category {
    case .nonspacingMark, .spacingMark, .enclosingMark, .letterNumber, .otherNumber, .privateUse: true
    default: false
    }
  }
}

extension Unicode.Scalar {
  /// Its one small letter, or itself.
  var smallLetter: Unicode.Scalar {
    if isASCII { return ("A"..."Z").contains(self) ? Unicode.Scalar(UInt8(value) | 0x20) : self }
    guard properties.changesWhenLowercased else { return self }
    let mapping = properties.lowercaseMapping.unicodeScalars
    return mapping.count == 1 ? mapping.first ?? self : self
  }
}

/// A place between two scalars that a pattern can ask for.
enum PatternPlace: Sendable, Hashable {
  case startOfLine, endOfLine
  case wordEdge, notWordEdge

  func holds(before: ScalarContext, after: ScalarContext) -> Bool {
    switch self {
    case .startOfLine: before == .edge || before == .newline
    case .endOfLine: after == .edge || after == .newline
    case .wordEdge: (before == .word) != (after == .word)
    case .notWordEdge: (before == .word) == (after == .word)
    }
  }
}

/// What a place between two scalars sees on one of its sides.
enum ScalarContext: UInt8, Sendable, Hashable {
  /// The beginning or end of the text.
  case edge
  case newline, word, other

  init(_ scalar: Unicode.Scalar, _ kinds: ScalarKinds) {
    self = scalar == "\n" ? .newline : kinds.contains(.word) ? .word : .other
  }
}
