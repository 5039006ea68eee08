/// A comment as the rules see it: folded bytes with a way back to the scalars of the text, and tokens.
///
/// Read in two sweeps over the UTF-8: folding (a plain copy where the text is ASCII), then words. The arrays are kept
/// between comments, so that reading allocates only while they grow.
struct Document {
  /// Lower case, folded; other scripts as their UTF-8; signs as 0x1F.
  private(set) var bytes: [UInt8] = []
  /// For each folded byte the scalar it came from, and one past the last scalar that belongs to it. Empty where every
  /// byte is a scalar of its own.
  private var scalarStarts: [Int32] = []
  private var scalarEnds: [Int32] = []
  var tokens: [Token] = []
  var hits: [Hit] = []
  /// What any hit of the comment can be.
  var roles: Role = []
  private(set) var hasDigit = false
  private(set) var hasAt = false
  /// "he", "she", "his", "her" stand somewhere.
  var hasSingularThird = false
  private(set) var letters = 0
  private(set) var capitals = 0
  private(set) var sentences = 0
  private var wordCount = 0
  private var capitalWords = 0

  /// Whether capitals say nothing here: the author shouts.
  var isShouted: Bool { letters >= 12 && capitals * 10 > letters * 7 }
  /// Whether most words begin with a capital: a headline, where capitals say nothing.
  var isHeadline: Bool { wordCount >= 10 && capitalWords * 5 > wordCount * 3 }
  /// Whether the author does not bother with capitals, so that their absence says nothing.
  var isLowerCase: Bool { letters >= 12 && capitals * 100 < letters }

  mutating func read(_ text: String) {
    bytes.removeAll(keepingCapacity: true)
    scalarStarts.removeAll(keepingCapacity: true)
    scalarEnds.removeAll(keepingCapacity: true)
    tokens.removeAll(keepingCapacity: true)
    hits.removeAll(keepingCapacity: true)
    roles = []
    hasDigit = false
    hasAt = false
    hasSingularThird = false
    letters = 0
    capitals = 0
    var text = text
    text.withUTF8 { utf8 in
      if Self.isPlain(utf8) { bytes.append(contentsOf: utf8) } else { fold(utf8) }
    }
    tokenise()
  }

  /// The scalars that a stretch of folded bytes came from.
  func scalars(_ range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last, last < bytes.count else { return 0..<0 }
    guard !scalarStarts.isEmpty else { return range }
    return Int(scalarStarts[first])..<Int(scalarEnds[last])
  }

  func scalars(tokens range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last, last < tokens.count else { return 0..<0 }
    return scalars(tokens[first].start..<tokens[last].end)
  }

  // MARK: Folding

  /// Whether a text is ASCII without character references and back-quotes: nothing to fold.
  private static func isPlain(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    var special = false
    for byte in utf8 { special = special || byte >= 0x80 || byte == 0x26 || byte == 0x60 }
    return !special
  }

  private mutating func fold(_ utf8: UnsafeBufferPointer<UInt8>) {
    var at = 0
    var scalar: Int32 = 0
    while at < utf8.count {
      let lead = utf8[at]
      if lead < 0x80 {
        if lead == 0x26, let entity = Entity.at(at, in: utf8) {
          append(entity.byte, scalar, scalar + Int32(entity.length))
          at += entity.length
          scalar += Int32(entity.length)
          continue
        }
        append(lead == 0x60 ? 0x27 : lead, scalar, scalar + 1)
        at += 1
        scalar += 1
        continue
      }
      let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      var value = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
      for next in 1..<length where at + next < utf8.count { value = value << 6 | UInt32(utf8[at + next] & 0x3F) }
      switch Folding.fold(value) {
      case .ascii(let byte): append(byte, scalar, scalar + 1)
      case .pair(let a, let b):
        append(a, scalar, scalar + 1)
        append(b, scalar, scalar + 1)
      case .mark:
        if !scalarEnds.isEmpty, scalarEnds[scalarEnds.count - 1] == scalar {
          scalarEnds[scalarEnds.count - 1] = scalar + 1
        }
      case .nothing: break
      case .letter:
        for next in 0..<length where at + next < utf8.count { append(utf8[at + next], scalar, scalar + 1) }
      case .symbol: append(0x1F, scalar, scalar + 1)
      }
      at += length
      scalar += 1
    }
  }

  @inline(__always)
  private mutating func append(_ byte: UInt8, _ start: Int32, _ end: Int32) {
    bytes.append(byte)
    scalarStarts.append(start)
    scalarEnds.append(end)
  }

  private mutating func tokenise() {
    // Moved out and back: the sweep lowers the bytes in place while it appends tokens.
    var words: [Token] = []
    swap(&words, &tokens)
    words.reserveCapacity(bytes.count / 5 + 8)
    var sweep = WordSweep()
    bytes.withUnsafeMutableBufferPointer { sweep.run(over: $0, into: &words) }
    swap(&words, &tokens)
    hasDigit = sweep.hasDigit
    hasAt = sweep.hasAt
    letters = sweep.letters
    capitals = sweep.capitals
    wordCount = sweep.words
    capitalWords = sweep.capitalWords
    sentences = tokens.isEmpty ? 0 : sweep.sentence + 1
  }
}
