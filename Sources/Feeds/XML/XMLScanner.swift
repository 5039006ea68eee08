import Glibc

/// A pull scanner over XML's bytes that forgives what exports get wrong: control characters, stray `&` and `<`, unquoted
/// attributes. It checks no nesting, follows no reference to another file and expands no entity.
struct XMLScanner {
  enum Event {
    case open(name: Name, isEmpty: Bool)
    case close(name: Name)
    /// Text, or a CDATA section: whoever wants it takes the bytes between two tags.
    case text
    case end
    /// The file ends inside a tag, a comment or a CDATA section.
    case cut
  }

  /// An element's name without its prefix.
  struct Name {
    let raw: UnsafeRawBufferPointer
    func isEqual(_ name: StaticString) -> Bool { JSONLayout.isEqual(raw, name) }
    func isEqual(_ other: Name) -> Bool {
      guard raw.count == other.raw.count, let a = raw.baseAddress, let b = other.raw.baseAddress else { return false }
      return memcmp(a, b, raw.count) == 0
    }
    var string: String { FeedText.decoded(raw) }
  }

  /// A tag, a comment or a section that is longer than this is taken for the end of what can be read.
  private static let tokenLimit = 64 << 20

  let window: FeedWindow
  private let base: UnsafeRawPointer
  /// How much is in memory.
  private var available: Int
  private(set) var at: Int
  /// Where the last event begins.
  private(set) var start: Int

  init(_ window: FeedWindow, from start: Int) {
    self.window = window
    base = window.base
    available = window.available
    at = start
    self.start = start
  }

  mutating func next() -> Event {
    while let byte = self.byte(at) {
      start = at
      guard byte == UInt8(ascii: "<") else {
        at = find(UInt8(ascii: "<"), at) ?? window.available
        return .text
      }
      guard let after = self.byte(at + 1) else { return cut() }
      switch after {
      case UInt8(ascii: "!"):
        if starts("<![CDATA[") {
          guard let close = find("]]>", at + 9) else { return cut() }
          at = close + 3
          return .text
        }
        if starts("<!--") {
          guard let close = find("-->", at + 4) else { return cut() }
          at = close + 3
        } else {
          guard let close = find(UInt8(ascii: ">"), at) else { return cut() }
          at = close + 1
        }
      case UInt8(ascii: "?"):
        guard let close = find(UInt8(ascii: ">"), at) else { return cut() }
        at = close + 1
      case UInt8(ascii: "/"): return tag(isClose: true)
      default:
        if Self.startsName(after) { return tag(isClose: false) }
        at = find(UInt8(ascii: "<"), at + 1) ?? window.available
        return .text
      }
    }
    start = at
    return .end
  }

  /// The byte at a place, reading on if need be; nil at the end.
  @inline(__always)
  private mutating func byte(_ place: Int) -> UInt8? {
    if place >= available {
      available = window.extend(to: place + 1)
      if place >= available { return nil }
    }
    return base.load(fromByteOffset: place, as: UInt8.self)
  }

  private mutating func find(_ byte: UInt8, _ start: Int, limit: Int = .max) -> Int? {
    if start < available, let found = memchr(base + start, Int32(byte), min(available, limit) - start) {
      return UnsafeRawPointer(found) - base
    }
    return window.find(byte, from: max(start, min(available, limit)), limit: limit)
  }

  private mutating func tag(isClose: Bool) -> Event {
    var place = at + (isClose ? 2 : 1)
    var first = place
    while let byte = self.byte(place), byte > 0x20, byte != UInt8(ascii: ">"), byte != UInt8(ascii: "/") {
      if byte == UInt8(ascii: ":") { first = place + 1 }
      place += 1
    }
    let name = Name(raw: UnsafeRawBufferPointer(start: base + first, count: place - first))
    // To the end of the tag; a `>` in a quoted attribute does not close it.
    var quote: UInt8 = 0
    while let byte = self.byte(place), place - at < Self.tokenLimit {
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        break
      }
      place += 1
    }
    guard byte(place) == UInt8(ascii: ">") else { return cut() }
    at = place + 1
    if isClose { return .close(name: name) }
    return .open(name: name, isEmpty: byte(place - 1) == UInt8(ascii: "/"))
  }

  private mutating func cut() -> Event {
    at = window.available
    return .cut
  }

  private static func startsName(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x41...0x5A).contains(byte & 0xDF) || byte == UInt8(ascii: "_")
  }

  private func starts(_ mark: StaticString) -> Bool {
    let end = at + mark.utf8CodeUnitCount
    guard window.extend(to: end) >= end else { return false }
    return JSONLayout.isEqual(UnsafeRawBufferPointer(rebasing: window.bytes[at..<end]), mark)
  }

  /// Where three bytes stand next; the last of them is `>`.
  private mutating func find(_ mark: StaticString, _ start: Int) -> Int? {
    var place = start + 2
    while let close = find(UInt8(ascii: ">"), place, limit: start + Self.tokenLimit) {
      if JSONLayout.isEqual(UnsafeRawBufferPointer(rebasing: window.bytes[(close - 2)...close]), mark) {
        return close - 2
      }
      place = close + 1
    }
    return nil
  }
}
