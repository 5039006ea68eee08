import Glibc

/// A pull scanner over XML's bytes that forgives what exports get wrong: control characters, stray `&` and `<`, unquoted
/// attributes. It checks no nesting: whoever reads knows which elements matter.
struct XMLScanner {
  enum Event {
    case open(name: Name, isEmpty: Bool)
    case close(name: Name)
    case text(UnsafeRawBufferPointer)
    /// A CDATA section: nothing in it is markup.
    case characters(UnsafeRawBufferPointer)
    case end
    /// The file ends inside a tag, a comment or a CDATA section.
    case cut
  }

  /// An element's name without its prefix.
  struct Name {
    let raw: UnsafeRawBufferPointer
    func isEqual(_ name: StaticString) -> Bool { JSONLayout.isEqual(raw, name) }
    var string: String { FeedText.decoded(raw) }
  }

  let bytes: UnsafeRawBufferPointer
  private(set) var at: Int
  /// Where the last event begins.
  private(set) var start: Int

  init(_ bytes: UnsafeRawBufferPointer, from start: Int) {
    self.bytes = bytes
    at = start
    self.start = start
  }

  mutating func next() -> Event {
    while at < bytes.count {
      start = at
      guard bytes[at] == UInt8(ascii: "<") else {
        at = find(UInt8(ascii: "<"), at) ?? bytes.count
        return .text(UnsafeRawBufferPointer(rebasing: bytes[start..<at]))
      }
      if starts("<![CDATA[") {
        guard let close = find("]]>", at + 9) else { return cut() }
        at = close + 3
        return .characters(UnsafeRawBufferPointer(rebasing: bytes[(start + 9)..<close]))
      }
      if starts("<!--") {
        guard let close = find("-->", at + 4) else { return cut() }
        at = close + 3
      } else if starts("<?") || starts("<!") {
        guard let close = find(UInt8(ascii: ">"), at) else { return cut() }
        at = close + 1
      } else if at + 1 < bytes.count, !Self.startsName(bytes[at + 1]), bytes[at + 1] != UInt8(ascii: "/") {
        at = find(UInt8(ascii: "<"), at + 1) ?? bytes.count
        return .text(UnsafeRawBufferPointer(rebasing: bytes[start..<at]))
      } else {
        return tag()
      }
    }
    start = at
    return .end
  }

  private mutating func tag() -> Event {
    let isClose = at + 1 < bytes.count && bytes[at + 1] == UInt8(ascii: "/")
    var place = at + (isClose ? 2 : 1)
    var first = place
    while place < bytes.count, bytes[place] > 0x20, bytes[place] != UInt8(ascii: ">"), bytes[place] != UInt8(ascii: "/")
    {
      if bytes[place] == UInt8(ascii: ":") { first = place + 1 }
      place += 1
    }
    let name = Name(raw: UnsafeRawBufferPointer(rebasing: bytes[first..<place]))
    // To the end of the tag; a `>` in a quoted attribute does not close it.
    var quote: UInt8 = 0
    while place < bytes.count {
      let byte = bytes[place]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        break
      }
      place += 1
    }
    guard place < bytes.count else { return cut() }
    at = place + 1
    if isClose { return .close(name: name) }
    return .open(name: name, isEmpty: bytes[place - 1] == UInt8(ascii: "/"))
  }

  private mutating func cut() -> Event {
    at = bytes.count
    return .cut
  }

  private static func startsName(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x41...0x5A).contains(byte & 0xDF) || byte == UInt8(ascii: "_")
  }

  private func starts(_ mark: StaticString) -> Bool {
    at + mark.utf8CodeUnitCount <= bytes.count
      && JSONLayout.isEqual(UnsafeRawBufferPointer(rebasing: bytes[at..<(at + mark.utf8CodeUnitCount)]), mark)
  }

  private func find(_ byte: UInt8, _ start: Int) -> Int? {
    guard let base = bytes.baseAddress, start < bytes.count,
      let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - base
  }

  /// Where three bytes stand next; the last of them is `>`.
  private func find(_ mark: StaticString, _ start: Int) -> Int? {
    var place = start + 2
    while let close = find(UInt8(ascii: ">"), place) {
      if JSONLayout.isEqual(UnsafeRawBufferPointer(rebasing: bytes[(close - 2)...close]), mark) { return close - 2 }
      place = close + 1
    }
    return nil
  }
}
