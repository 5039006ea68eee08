/// A word or number of a document.
struct Token {
  /// First folded byte.
  var start: Int
  /// One past the last folded byte, a possessive 's left out.
  var end: Int
  /// Of the folded bytes without apostrophes.
  var hash: UInt64
  var marks: Marks
  /// Which sentence, from 0.
  var sentence: Int
  /// The roles of the word by itself.
  var roles: Role = []

  struct Marks: OptionSet {
    let rawValue: UInt16
    static let capital = Marks(rawValue: 1)
    static let allCapitals = Marks(rawValue: 2)
    static let digit = Marks(rawValue: 4)
    static let letter = Marks(rawValue: 8)
    static let sentenceStart = Marks(rawValue: 16)
    /// A comma, bracket, dash, quotation mark or sign stands before it.
    static let clauseStart = Marks(rawValue: 32)
    /// `'s` followed: possessive or "is".
    static let apostropheS = Marks(rawValue: 64)
    static let quoted = Marks(rawValue: 128)
  }
}

/// A lexicon entry found in a document: tokens `start ..< end`.
struct Hit {
  var start: Int
  var end: Int
  var roles: Role
}
