/// What kinds of disguise a document can hold, by its bytes and the marks of its tokens.
struct Traces: OptionSet {
  let rawValue: UInt8
  /// `*`, `@`, `$`, `#`, `%`, or a `!` inside a word.
  static var signs: Traces { Traces(rawValue: 1) }
  /// Digits and letters in one word.
  static var digits: Traces { Traces(rawValue: 2) }
  /// Four letters in a row that stand alone.
  static var singles: Traces { Traces(rawValue: 4) }
  /// A letter three times in a row.
  static var stretch: Traces { Traces(rawValue: 8) }
  /// A long word that no list knows and that ends as offending ones do.
  static var joined: Traces { Traces(rawValue: 16) }
  /// A letter and a hyphen before a word.
  static var split: Traces { Traces(rawValue: 32) }
}

extension Traces {
  init(of document: Document) {
    self = []
    document.bytes.withUnsafeBufferPointer { bytes in
      if Self.hasSigns(bytes) { insert(.signs) }
      if Self.hasStretch(bytes) { insert(.stretch) }
      document.tokens.withUnsafeBufferPointer { look(at: $0, bytes) }
    }
  }

  private mutating func look(at tokens: UnsafeBufferPointer<Token>, _ bytes: UnsafeBufferPointer<UInt8>) {
    var singles = 0
    for token in tokens {
      let count = token.count
      if count == 1 {
        singles += 1
        if singles == 4 { insert(.singles) }
        continue
      }
      if singles == 1, token.marks.contains(.hyphenated) { insert(.split) }
      singles = 0
      if count >= 7, Self.mayBeJoined(token, bytes) { insert(.joined) }
      if token.marks.isSuperset(of: [.letter, .digit]) { insert(.digits) }
    }
  }

  /// Without branches, so that the compiler makes vectors of it.
  private static func hasSigns(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var found: UInt8 = 0
    for byte in bytes { found |= isSign(byte) }
    guard found == 0, bytes.count > 1 else { return found != 0 }
    for at in 0..<(bytes.count - 1) {
      let isMark: UInt8 = bytes[at] == 0x21 || bytes[at] == 0x1F ? 1 : 0
      found |= isMark & (bytes[at + 1] &- 0x61 < 26 ? 1 : 0)
    }
    return found != 0
  }

  @inline(__always)
  private static func isSign(_ byte: UInt8) -> UInt8 {
    (byte == 0x2A ? 1 : 0) | (byte == 0x40 ? 1 : 0) | (byte == 0x24 ? 1 : 0) | (byte == 0x23 ? 1 : 0)
      | (byte == 0x25 ? 1 : 0)
  }

  private static func hasStretch(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count > 2 else { return false }
    var found: UInt8 = 0
    for at in 0..<(bytes.count - 2) {
      let differs = (bytes[at] ^ bytes[at + 1]) | (bytes[at + 1] ^ bytes[at + 2])
      found |= (differs == 0 ? 1 : 0) & (bytes[at] &- 0x61 < 26 ? 1 : 0)
    }
    return found != 0
  }

  /// The last two letters of the words that are run together with others.
  @inline(__always)
  private static func ending(_ a: UInt8, _ b: UInt8) -> Bool {
    switch (a, b) {
    case (0x63, 0x6B), (0x65, 0x72), (0x72, 0x73), (0x74, 0x73), (0x6F, 0x74), (0x6E, 0x73), (0x69, 0x74), (0x72, 0x64),
      (0x64, 0x73), (0x63, 0x68), (0x75, 0x6D), (0x6E, 0x74), (0x6B, 0x73):
      true
    // "-ing", "-on", "-es" and "-le" are too common in other words, and "-cking" is the one that matters.
    default: false
    }
  }

  @inline(__always)
  static func mayBeJoined(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    token.count >= 7 && token.count <= 30 && token.open.isEmpty && token.marks.isDisjoint(with: [.digit, .handle])
      && ending(bytes[token.end - 2], bytes[token.end - 1])
  }
}
