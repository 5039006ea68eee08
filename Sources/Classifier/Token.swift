/// A word or number of a document.
struct Token {
  private var startByte: Int32
  private var endByte: Int32
  private var sentenceNumber: Int32
  private var clauseNumber: Int32
  /// Of the folded bytes without apostrophes.
  var hash: UInt64
  /// The roles of the word by itself.
  var roles: Role = []
  /// Of every entry that begins with the word.
  private(set) var open: Role = []
  private var firstHit: Int32 = 0
  private var hitCount: Int16 = 0
  var marks: Marks

  init(start: Int, end: Int, hash: UInt64, marks: Marks, sentence: Int, clause: Int) {
    startByte = Int32(truncatingIfNeeded: start)
    endByte = Int32(truncatingIfNeeded: end)
    sentenceNumber = Int32(truncatingIfNeeded: sentence)
    clauseNumber = Int32(truncatingIfNeeded: clause)
    self.hash = hash
    self.marks = marks
  }

  /// First folded byte.
  var start: Int { Int(startByte) }
  /// One past the last folded byte, a possessive 's left out.
  var end: Int { Int(endByte) }
  var count: Int { end - start }
  /// Which sentence, from 0.
  var sentence: Int { Int(sentenceNumber) }
  /// Which clause of the document, from 0.
  var clause: Int { Int(clauseNumber) }

  @inline(__always) func has(_ role: Role) -> Bool { roles.overlaps(role) }
  /// Whether an entry of that role, of whatever length, begins here.
  @inline(__always) func opens(_ role: Role) -> Bool { open.overlaps(role) }

  /// The places of the hits that begin here.
  var hits: Range<Int> { Int(firstHit)..<(Int(firstHit) + Int(hitCount)) }

  mutating func setHits(_ range: Range<Int>, open: Role) {
    firstHit = Int32(truncatingIfNeeded: range.lowerBound)
    hitCount = Int16(truncatingIfNeeded: range.count)
    self.open = open
  }

  struct Marks: OptionSet {
    let rawValue: UInt16
    static var capital: Marks { Marks(rawValue: 1) }
    static var allCapitals: Marks { Marks(rawValue: 2) }
    static var digit: Marks { Marks(rawValue: 4) }
    static var letter: Marks { Marks(rawValue: 8) }
    static var sentenceStart: Marks { Marks(rawValue: 16) }
    /// A comma, bracket, dash or quotation mark stands before it.
    static var clauseStart: Marks { Marks(rawValue: 32) }
    /// `'s` followed: possessive or "is".
    static var apostropheS: Marks { Marks(rawValue: 64) }
    static var quoted: Marks { Marks(rawValue: 128) }
    /// A question mark ended its sentence; only the last token of the sentence carries it.
    static var question: Marks { Marks(rawValue: 256) }
    /// An apostrophe stands inside: "o'brien", "don't".
    static var apostrophe: Marks { Marks(rawValue: 512) }
    /// A hyphen joins it to the word before: "Astbury-Reece", "mother-in-law".
    static var hyphenated: Marks { Marks(rawValue: 1024) }
    /// A bracket opened before it.
    static var bracketed: Marks { Marks(rawValue: 2048) }
    /// `@` or `#` stands before it.
    static var handle: Marks { Marks(rawValue: 4096) }
    /// A line ended before it, and the sentence went on.
    static var wrapped: Marks { Marks(rawValue: 16384) }
    /// A full stop followed: an initial, an abbreviation or the end of a sentence.
    static var stopped: Marks { Marks(rawValue: 8192) }
  }
}

/// A lexicon entry found in a document: tokens `start ..< end`.
struct Hit {
  private var first: Int32
  private var past: Int32
  var roles: Role

  init(start: Int, end: Int, roles: Role) {
    first = Int32(truncatingIfNeeded: start)
    past = Int32(truncatingIfNeeded: end)
    self.roles = roles
  }

  var start: Int { Int(first) }
  var end: Int { Int(past) }
  var range: Range<Int> { start..<end }
}
