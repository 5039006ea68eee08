import Glibc

/// How a JSON feed is laid out: by lines or as a document, and where its pages keep their lists.
enum JSONLayout {
  /// Whether records stand one a line: one of the first lines is a whole object that begins in its first column.
  ///
  /// A broken first line does not change that, and a pretty-printed document has no such line.
  static func isLines(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> Bool {
    guard start < bytes.count, bytes[JSONBytes.skipBlank(bytes, start, bytes.count)...].first == UInt8(ascii: "{")
    else { return false }
    var seen = 0
    var at = start
    var found = false
    while at < bytes.count, seen < 20, !found {
      let end = endOfLine(bytes, at)
      if bytes[at] == UInt8(ascii: "{"), let close = JSONBytes.skipValue(bytes, at, end), close > at + 1 {
        found = bytes[close - 1] == UInt8(ascii: "}") && JSONBytes.skipBlank(bytes, close, end) == end
      }
      at = end + 1
      seen += 1
    }
    return found
  }

  /// Calls `body` with every line that is not blank, from its first byte that is not.
  static func forEachLine(
    _ bytes: UnsafeRawBufferPointer, _ start: Int, _ body: (_ start: Int, _ end: Int) throws -> Void
  ) rethrows {
    var at = start
    while at < bytes.count {
      let end = endOfLine(bytes, at)
      let first = JSONBytes.skipBlank(bytes, at, end)
      if first < end { try body(first, end) }
      at = end + 1
    }
  }

  /// JSON Lines end at a line feed and nowhere else: U+2028, U+0085 and form feeds belong to the text.
  static func endOfLine(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> Int {
    guard let base = bytes.baseAddress, start < bytes.count,
      let found = memchr(base + start, 0x0A, bytes.count - start)
    else { return bytes.count }
    return UnsafeRawPointer(found) - base
  }

  static func nextLineThatOpens(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> Int {
    var at = start
    while at < bytes.count {
      at = endOfLine(bytes, at) + 1
      if at < bytes.count, bytes[at] == UInt8(ascii: "{") || bytes[at] == UInt8(ascii: "[") { return at }
    }
    return bytes.count
  }

  /// Where the list of an object's records opens, when the object is a page: one of `keys`, then `[` and an object or nothing.
  static func listOffset(
    _ bytes: UnsafeRawBufferPointer, _ object: Int, _ limit: Int, _ keys: [StaticString]
  ) -> Int? {
    guard !keys.isEmpty else { return nil }
    var at = object + 1
    var escaped = false
    while true {
      at = JSONBytes.skipBlank(bytes, at, limit)
      guard at < limit else { return nil }
      if bytes[at] == UInt8(ascii: ",") {
        at += 1
        continue
      }
      guard bytes[at] == UInt8(ascii: "\""), let end = JSONBytes.endOfString(bytes, at + 1, limit, &escaped) else {
        return nil
      }
      let key = UnsafeRawBufferPointer(rebasing: bytes[(at + 1)..<end])
      at = JSONBytes.skipBlank(bytes, end + 1, limit)
      guard at < limit, bytes[at] == UInt8(ascii: ":") else { return nil }
      at = JSONBytes.skipBlank(bytes, at + 1, limit)
      guard at < limit else { return nil }
      if bytes[at] == UInt8(ascii: "["), keys.contains(where: { isEqual(key, $0) }) {
        let first = JSONBytes.skipBlank(bytes, at + 1, limit)
        if first == limit || bytes[first] == UInt8(ascii: "{") || bytes[first] == UInt8(ascii: "]") { return at }
      }
      guard let next = JSONBytes.skipValue(bytes, at, limit), next > at else { return nil }
      at = next
    }
  }

  /// Where to go on after a record that is broken at `fault`: after its brackets, or at the next record that begins on a
  /// line of its own with the same indentation, whichever is first. A lost quote makes brackets tell lies.
  static func endOfBroken(_ bytes: UnsafeRawBufferPointer, _ start: Int, from fault: Int, _ limit: Int) -> Int {
    let close = JSONBytes.skipValue(bytes, start, limit) ?? limit
    var lineStart = start
    while lineStart > 0, bytes[lineStart - 1] != 0x0A { lineStart -= 1 }
    let indentation = JSONBytes.skipBlank(bytes, lineStart, limit) - lineStart
    var line = endOfLine(bytes, fault) + 1
    while line < close {
      let first = JSONBytes.skipBlank(bytes, line, close)
      if first - line == indentation, first < close, bytes[first] == UInt8(ascii: "{") { return first }
      line = endOfLine(bytes, line) + 1
    }
    return close
  }

  /// The end of the object that `place` lies directly in.
  static func endOfObject(_ bytes: UnsafeRawBufferPointer, inside place: Int, _ limit: Int) -> Int? {
    var at = place
    while at < limit {
      switch bytes[at] {
      case UInt8(ascii: "}"): return at + 1
      case UInt8(ascii: ","), UInt8(ascii: ":"), 0x20, 0x0A, 0x0D, 0x09: at += 1
      default:
        guard let next = JSONBytes.skipValue(bytes, at, limit), next > at else { return nil }
        at = next
      }
    }
    return nil
  }

  static func isEqual(_ bytes: UnsafeRawBufferPointer, _ key: StaticString) -> Bool {
    bytes.count == key.utf8CodeUnitCount
      && bytes.elementsEqual(UnsafeRawBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
  }
}
