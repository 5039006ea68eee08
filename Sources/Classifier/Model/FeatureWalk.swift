/// What the model reads of a document: its words, what stands between them, and pairs of neighbours.
///
/// The trainer and the classifier both walk through here, so that nothing is learned that is not also read.
/// Tells of written samples are taken away: digits count by how many stand together, hosts and mail boxes by being that.
package enum FeatureWalk {
  /// Called for every unit of the text in turn; `token` is nil for what stands between words.
  @inline(__always)
  static func units(of document: Document, _ visit: (_ unit: UInt64, _ token: Int?) -> Void) {
    document.bytes.withUnsafeBufferPointer { bytes in
      document.tokens.withUnsafeBufferPointer { tokens in
        var end = 0
        for place in 0..<tokens.count {
          let token = tokens[place]
          let gap = gap(end..<token.start, in: bytes)
          if gap != .none { visit(gap.unit, nil) }
          visit(unit(of: token, in: bytes), place)
          end = token.end
        }
        let gap = gap(end..<bytes.count, in: bytes)
        if gap != .none { visit(gap.unit, nil) }
      }
    }
  }

  /// The key of two units that follow each other.
  @inline(__always)
  package static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let mixed = (first &+ 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9 ^ second
    return (mixed ^ mixed >> 29) &* 0x94D0_49BB_1331_11EB
  }

  /// Before the first unit and after the last.
  package static let border: UInt64 = 0x5151_7A3B_0C4D_9E21

  /// Units and pairs without some tokens; no pair reaches over what is left out.
  static func steps(
    of document: Document, without excused: [Range<Int>],
    _ visit: (_ unit: UInt64?, _ token: Int?, _ pair: UInt64?) -> Void
  ) {
    var last: UInt64? = border
    units(of: document) { unit, token in
      if let token, excused.contains(where: { $0.contains(token) }) {
        last = nil
        return
      }
      visit(unit, token, last.map { pair($0, unit) })
      last = unit
    }
    if let last { visit(nil, nil, pair(last, border)) }
  }

  // MARK: Words

  @inline(__always)
  private static func unit(of token: Token, in bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    if token.marks.contains(.digit) { return number(token) }
    if token.start > 0, bytes[token.start - 1] == 0x2E, token.count <= 7, hosts.contains(token.hash) { return host }
    return token.hash
  }

  /// Whether a token ends the name of a host.
  static func isHost(_ token: Token, in document: Document) -> Bool {
    document.bytes.withUnsafeBufferPointer { unit(of: token, in: $0) == host }
  }

  /// How many figures there are, and whether letters stand among them; never which.
  private static func number(_ token: Token) -> UInt64 {
    Hashing.finish(
      0x6E75_6D62_6572 &+ UInt64(min(token.count, 7)) &+ (token.marks.contains(.letter) ? 64 : 0))
  }

  private static let host = Hashing.finish(0x686F_7374)
  private static let hosts = Word.set([
    "example", "com", "net", "org", "co", "nz", "uk", "au", "ca", "ie", "io", "me", "ly", "info", "biz", "top", "xyz",
    "shop", "link", "click", "site", "online", "gov", "govt", "tk", "ru", "us",
  ])

  /// Whether a word has letters of its own to learn from: numbers and hosts have not.
  static func isSpelt(_ token: Token, _ unit: UInt64) -> Bool { unit == token.hash && token.count <= longestWord }

  /// Longer words are read by their first letters.
  static let longestWord = 40

  /// The keys of the letter groups of a word: three to five in a row, its borders counting as letters.
  @inline(__always)
  static func grams(of word: UnsafeBufferPointer<UInt8>, _ visit: (UInt64) -> Void) {
    let count = word.count + 2
    guard word.count >= 2 else { return }
    for start in 0..<count {
      var hash = Hashing.seed
      for place in start..<min(start + 5, count) {
        let byte = place == 0 ? 0x3C : place == count - 1 ? 0x3E : word[place - 1]
        hash = Hashing.add(byte, to: hash)
        let length = place - start + 1
        if length >= 3, length < count { visit(Hashing.finish(hash)) }
      }
    }
  }

  // MARK: Between words

  /// What stands between two words, the most telling sign of it.
  package enum Gap: UInt8, CaseIterable {
    case none, hyphen, comma, colon, bracket, quotation, line, stop, symbol, exclamation, question

    /// Far from the hashes of words, and from each other.
    @inline(__always)
    package var unit: UInt64 { (UInt64(rawValue) &+ 0x6761_7000) &* 0xD6E8_FEB8_6659_FD93 }
  }

  private static let gaps: InlineArray<256, UInt8> = {
    var table = InlineArray<256, UInt8>(repeating: 0)
    let signs: [(String, Gap)] = [
      ("-", .hyphen), (",", .comma), (":;", .colon), ("()[]", .bracket), ("\"", .quotation), ("\n", .line),
      (".", .stop),
      ("\u{1F}", .symbol), ("!", .exclamation), ("?", .question),
    ]
    for (characters, gap) in signs { for byte in characters.utf8 { table[Int(byte)] = gap.rawValue } }
    return table
  }()

  @inline(__always)
  private static func gap(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Gap {
    // A single space is what stands between most words.
    if range.count == 1, bytes[range.lowerBound] == 0x20 { return .none }
    var most: UInt8 = 0
    for place in range { most = max(most, gaps[Int(bytes[place])]) }
    return Gap(rawValue: most) ?? .none
  }
}
