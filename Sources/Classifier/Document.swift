/// A comment as the rules see it: folded bytes with a way back to the scalars of the text, and tokens.
///
/// Read in one pass over the UTF-8. The arrays are kept between comments, so that reading allocates only while they grow.
struct Document {
  /// Lower case, folded; other scripts as their UTF-8; signs as 0x1F.
  private(set) var bytes: [UInt8] = []
  /// For each folded byte the scalar it came from, and one past the last scalar that belongs to it.
  private(set) var scalarStarts: [Int32] = []
  private(set) var scalarEnds: [Int32] = []
  private(set) var upper: [Bool] = []
  var tokens: [Token] = []
  var hits: [Hit] = []
  /// What any hit of the comment can be.
  var roles: Role = []
  private(set) var hasDigit = false
  private(set) var hasAt = false
  private(set) var letters = 0
  private(set) var capitals = 0
  private(set) var sentences = 0

  /// Whether capitals say nothing here: the author shouts.
  var isShouted: Bool { letters >= 12 && capitals * 10 > letters * 7 }

  mutating func read(_ text: String) {
    bytes.removeAll(keepingCapacity: true)
    scalarStarts.removeAll(keepingCapacity: true)
    scalarEnds.removeAll(keepingCapacity: true)
    upper.removeAll(keepingCapacity: true)
    tokens.removeAll(keepingCapacity: true)
    hits.removeAll(keepingCapacity: true)
    roles = []
    hasDigit = false
    hasAt = false
    letters = 0
    capitals = 0
    var text = text
    text.withUTF8 { fold($0) }
    tokenise()
  }

  /// The scalars that a stretch of folded bytes came from.
  func scalars(_ range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last, last < bytes.count else { return 0..<0 }
    return Int(scalarStarts[first])..<Int(scalarEnds[last])
  }

  func scalars(tokens range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last, last < tokens.count else { return 0..<0 }
    return scalars(tokens[first].start..<tokens[last].end)
  }

  // MARK: Folding

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
    let isUpper = byte &- 0x41 < 26
    bytes.append(isUpper ? byte | 0x20 : byte)
    upper.append(isUpper)
    scalarStarts.append(start)
    scalarEnds.append(end)
  }

  // MARK: Tokens

  private mutating func tokenise() {
    var at = 0
    var sentence = 0
    var gap: Token.Marks = [.sentenceStart, .clauseStart]
    var isQuoted = false
    let count = bytes.count
    while at < count {
      let byte = bytes[at]
      guard Byte.isWord(byte) else {
        if byte == 0x40 { hasAt = true }
        switch byte {
        case 0x0A, 0x21, 0x3F, 0x3B: gap.formUnion([.sentenceStart, .clauseStart])
        case 0x2E:
          let next = at + 1 < count ? bytes[at + 1] : 0x20
          if !Byte.isWord(next), !isAbbreviation() { gap.formUnion([.sentenceStart, .clauseStart]) }
        case 0x22:
          isQuoted.toggle()
          gap.insert(.clauseStart)
        case 0x2C, 0x3A, 0x28, 0x29, 0x1F: gap.insert(.clauseStart)
        case 0x2D: if at > 0, bytes[at - 1] == 0x20 { gap.insert(.clauseStart) }
        default: break
        }
        at += 1
        continue
      }
      if gap.contains(.sentenceStart), !tokens.isEmpty { sentence += 1 }
      at = token(at, sentence: sentence, marks: isQuoted ? gap.union(.quoted) : gap)
      gap = []
    }
    sentences = tokens.isEmpty ? 0 : sentence + 1
  }

  /// Reads the token at a byte and gives the byte after it.
  private mutating func token(_ start: Int, sentence: Int, marks gap: Token.Marks) -> Int {
    var at = start
    var hash = Hashing.seed
    var marks = gap
    var upperCount = 0
    var letterCount = 0
    var end = start
    while at < bytes.count {
      let byte = bytes[at]
      if byte == 0x27 {
        guard at + 1 < bytes.count, Byte.isLetter(bytes[at + 1]), letterCount > 0 else { break }
        let afterS = at + 2 < bytes.count ? bytes[at + 2] : 0x20
        if bytes[at + 1] == 0x73, !Byte.isWord(afterS), afterS != 0x27 {
          marks.insert(.apostropheS)
          end = at
          at += 2
          break
        }
        at += 1
        continue
      }
      guard Byte.isWord(byte) else { break }
      hash = Hashing.add(byte, to: hash)
      if Byte.isDigit(byte) {
        marks.insert(.digit)
      } else {
        letterCount += 1
        if upper[at] { upperCount += 1 }
      }
      at += 1
      end = at
    }
    if letterCount > 0 { marks.insert(.letter) }
    if upper[start] { marks.insert(.capital) }
    if upperCount > 1, upperCount == letterCount { marks.insert(.allCapitals) }
    if marks.contains(.digit) { hasDigit = true }
    letters += letterCount
    capitals += upperCount
    tokens.append(Token(start: start, end: end, hash: Hashing.finish(hash), marks: marks, sentence: sentence))
    return at
  }

  /// "no. 9", "Dr. Smith", "St. Heliers": the full stop ends no sentence.
  private func isAbbreviation() -> Bool {
    guard let last = tokens.last else { return false }
    return Self.abbreviations.contains(last.hash)
  }

  private static let abbreviations: Set<UInt64> = [
    Hashing.word("no"), Hashing.word("dr"), Hashing.word("mr"), Hashing.word("mrs"), Hashing.word("ms"),
    Hashing.word("st"), Hashing.word("ph"), Hashing.word("mt"), Hashing.word("approx"), Hashing.word("rd"),
  ]
}

/// The classes of folded bytes.
enum Byte {
  @inline(__always) static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  /// Letters of other scripts are bytes from 0x80.
  @inline(__always) static func isLetter(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 || byte >= 0x80 }
  @inline(__always) static func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }
  @inline(__always) static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }
}
