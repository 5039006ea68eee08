/// Turns what a terminal sends into keys and pastes, where curses does not do it: UTF-8, and the sequences of xterm and its
/// kin, pastes in brackets among them.
///
/// A lone escape is only known by what does not follow: `flush` gives it out when nothing more has come.
public struct KeyDecoder: Sendable {
  private var bytes: [UInt8] = []

  public init() {}

  /// What was sent.
  public enum Input: Sendable, Equatable {
    case key(Key)
    case paste(String)
  }

  /// Whether a sequence was begun and not ended.
  public var isWaiting: Bool { !bytes.isEmpty }
  /// Whether a paste was begun and not ended.
  public var isPasting: Bool { bytes.starts(with: Self.pasteBegins) }

  private static let pasteBegins = Array("\u{1B}[200~".utf8)
  private static let pasteEnds = Array("\u{1B}[201~".utf8)

  /// What is complete with these bytes.
  public mutating func feed(_ more: some Sequence<UInt8>) -> [Input] {
    bytes += more
    var found: [Input] = []
    while !bytes.isEmpty {
      if isPasting {
        guard let end = bytes.firstRange(of: Self.pasteEnds) else { break }
        found.append(.paste(Self.text(bytes[Self.pasteBegins.count..<end.lowerBound])))
        bytes.removeFirst(end.upperBound)
        continue
      }
      guard let (key, length) = next() else { break }
      bytes.removeFirst(length)
      if let key { found.append(.key(key)) }
    }
    return found
  }

  /// Nothing more has come: what waits is what it is by itself.
  public mutating func flush() -> [Input] {
    defer { bytes = [] }
    if isPasting { return [.paste(Self.text(bytes[Self.pasteBegins.count...]))] }
    return bytes.first == 0x1B ? [.key(.escape)] : []
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(String(decoding: bytes, as: UTF8.self).map { $0 == "\r" ? "\n" : $0 })
  }

  /// The first key and how many bytes it took; a nil key for what means nothing; nil where more must come.
  private func next() -> (Key?, Int)? {
    guard let first = bytes.first else { return nil }
    if first == 0x1B { return sequence() }
    let length = first < 0xC0 || first >= 0xF8 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    // A byte that does not go on with the character ends it: it was none.
    if bytes.prefix(length).dropFirst().contains(where: { $0 & 0xC0 != 0x80 }) { return (nil, 1) }
    guard bytes.count >= length else { return nil }
    let text = String(decoding: bytes[..<length], as: UTF8.self).unicodeScalars
    guard text.count == 1, let scalar = text.first, scalar.value != 0xFFFD else { return (nil, 1) }
    return (Key(typed: scalar.value), length)
  }

  /// `ESC [ … final` and `ESC O final`; escape followed by anything else is escape.
  private func sequence() -> (Key?, Int)? {
    guard bytes.count > 1 else { return nil }
    guard bytes[1] == UInt8(ascii: "[") || bytes[1] == UInt8(ascii: "O") else { return (.escape, 1) }
    guard let end = bytes.indices.dropFirst(2).first(where: { (0x40...0x7E).contains(bytes[$0]) }) else {
      // No terminal sends one so long: it is given up, so that nothing is swallowed for ever.
      return bytes.count > 32 ? (nil, bytes.count) : nil
    }
    let number = Int(String(decoding: bytes[2..<end].prefix { $0 != UInt8(ascii: ";") }, as: UTF8.self)) ?? 1
    let key: Key? =
      switch bytes[end] {
      case UInt8(ascii: "A"): .up
      case UInt8(ascii: "B"): .down
      case UInt8(ascii: "C"): .right
      case UInt8(ascii: "D"): .left
      case UInt8(ascii: "H"): .home
      case UInt8(ascii: "F"): .end
      case UInt8(ascii: "Z"): .backTab
      case UInt8(ascii: "P"): .function(1)
      case UInt8(ascii: "~"): Self.tilde[number]
      default: nil
      }
    return (key, end + 1)
  }

  private static let tilde: [Int: Key] = [
    1: .home, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end, 11: .function(1),
  ]
}
