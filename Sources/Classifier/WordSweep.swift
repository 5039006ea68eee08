/// Cuts folded bytes into words and lowers their case in place: the kernel that every comment goes through.
struct WordSweep {
  private(set) var sentence = 0
  private var clause = 0
  private(set) var hasDigit = false
  private(set) var hasAt = false
  private(set) var letters = 0
  private(set) var capitals = 0
  private(set) var words = 0
  private(set) var capitalWords = 0
  private var gap: Token.Marks = [.sentenceStart, .clauseStart]
  private var isQuoted = false

  mutating func run(over bytes: UnsafeMutableBufferPointer<UInt8>, into tokens: inout [Token]) {
    var at = 0
    let count = bytes.count
    while at < count {
      let byte = bytes[at]
      // Spaces are a fifth of a text.
      if byte == 0x20 {
        at += 1
        continue
      }
      if Byte.isAnyWord(byte) {
        at = word(at, in: bytes, into: &tokens)
      } else {
        sign(byte, at, in: bytes, after: &tokens)
        at += 1
      }
    }
  }

  /// What a sign between words says of the word after it.
  private mutating func sign(
    _ byte: UInt8, _ at: Int, in bytes: UnsafeMutableBufferPointer<UInt8>, after tokens: inout [Token]
  ) {
    switch byte {
    case 0x40:
      hasAt = true
      gap.insert(.handle)
    case 0x23: gap.insert(.handle)
    case 0x0A: lineEnd(at, in: bytes)
    case 0x21, 0x3B: gap.formUnion([.sentenceStart, .clauseStart])
    case 0x3F:
      if !tokens.isEmpty { tokens[tokens.count - 1].marks.insert(.question) }
      gap.formUnion([.sentenceStart, .clauseStart])
    case 0x2E:
      let next = at + 1 < bytes.count ? bytes[at + 1] : 0x20
      if !tokens.isEmpty, tokens[tokens.count - 1].end == at { tokens[tokens.count - 1].marks.insert(.stopped) }
      // "Rd., Salem" goes on.
      if Byte.isAnyWord(next) || next == 0x2C { return }
      if !isAbbreviation(tokens, at) { gap.formUnion([.sentenceStart, .clauseStart]) }
    case 0x22:
      isQuoted.toggle()
      gap.insert(.clauseStart)
    case 0x28: gap.formUnion([.clauseStart, .bracketed])
    case 0x2C, 0x3A, 0x29: gap.insert(.clauseStart)
    case 0x2D:
      if at > 0, bytes[at - 1] == 0x20 {
        gap.insert(.clauseStart)
      } else if at > 0, at + 1 < bytes.count, Byte.isAnyWord(bytes[at - 1]), Byte.isAnyWord(bytes[at + 1]) {
        gap.insert(.hyphenated)
      }
    default: break
    }
  }

  /// A line that goes on in lower case was only wrapped.
  private mutating func lineEnd(_ at: Int, in bytes: UnsafeMutableBufferPointer<UInt8>) {
    var next = at + 1
    while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x0D { next += 1 }
    let isWrapped = next < bytes.count && bytes[next] &- 0x61 < 26
    if isWrapped { gap.insert(.wrapped) } else { gap.formUnion([.sentenceStart, .clauseStart]) }
  }

  /// Reads the token at a byte and gives the byte after it.
  private mutating func word(
    _ start: Int, in bytes: UnsafeMutableBufferPointer<UInt8>, into tokens: inout [Token]
  ) -> Int {
    let count = bytes.count
    var at = start
    var hash = Hashing.seed
    if !tokens.isEmpty {
      if gap.contains(.sentenceStart) { sentence += 1 }
      if gap.contains(.clauseStart) { clause += 1 }
    }
    var marks = isQuoted ? gap.union(.quoted) : gap
    var upperCount = 0
    var digitCount = 0
    var end = start
    if bytes[start] &- 0x41 < 26 { marks.insert(.capital) }
    while at < count {
      var byte = bytes[at]
      if byte &- 0x41 < 26 {
        byte |= 0x20
        bytes[at] = byte
        upperCount += 1
      } else if byte == 0x27 {
        guard at + 1 < count, at > start else { break }
        let next = bytes[at + 1]
        guard Byte.isAnyWord(next), !Byte.isDigit(next), !Byte.isDigit(bytes[at - 1]) else { break }
        let afterNext = at + 2 < count ? bytes[at + 2] : 0x20
        if next | 0x20 == 0x73, !Byte.isAnyWord(afterNext), afterNext != 0x27 {
          marks.insert(.apostropheS)
          bytes[at + 1] = 0x73
          at += 2
          break
        }
        marks.insert(.apostrophe)
        at += 1
        continue
      } else if Byte.isDigit(byte) {
        digitCount += 1
      } else if !(byte &- 0x61 < 26 || byte >= 0x80) {
        break
      }
      hash = Hashing.add(byte, to: hash)
      at += 1
      end = at
    }
    let letterCount = end - start - digitCount
    if letterCount > 0 {
      marks.insert(.letter)
      words += 1
      if marks.contains(.capital) { capitalWords += 1 }
    }
    if digitCount > 0 {
      marks.insert(.digit)
      hasDigit = true
    }
    if upperCount > 1, upperCount >= letterCount - 1 { marks.insert(.allCapitals) }
    letters += letterCount
    capitals += upperCount
    tokens.append(
      Token(start: start, end: end, hash: Hashing.finish(hash), marks: marks, sentence: sentence, clause: clause))
    gap = []
    return at
  }

  /// "no. 9", "Dr. Smith", "V. Stannard": the full stop ends no sentence.
  private func isAbbreviation(_ tokens: [Token], _ at: Int) -> Bool {
    guard let last = tokens.last, last.end == at else { return false }
    // An initial; but "I" ends sentences.
    if last.count == 1, last.marks.contains(.capital), last.hash != Self.author { return true }
    return last.count <= 6 && Self.abbreviations.contains(last.hash)
  }

  private static let author = Hashing.word("i")
  private static let abbreviations = Word.set([
    "no", "dr", "mr", "mrs", "ms", "st", "ph", "mt", "approx", "rd", "ave", "const", "sgt", "fr", "rev", "prof", "co",
    "apt", "dob", "ext", "vs",
  ])
}

/// The classes of folded bytes.
enum Byte {
  @inline(__always) static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  /// Letters of other scripts are bytes from 0x80.
  @inline(__always) static func isLetter(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 || byte >= 0x80 }
  @inline(__always) static func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }
  /// Before the case is lowered.
  @inline(__always) static func isAnyWord(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 || isDigit(byte)
  }
  @inline(__always) static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }
}
