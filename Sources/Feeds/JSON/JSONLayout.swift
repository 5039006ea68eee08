import Glibc

/// How a JSON feed is laid out: by lines or as a document, and where to go on after what is broken.
enum JSONLayout {
  /// How much is looked at to tell.
  static let sampleSize = 1 << 20

  /// Whether records stand one a line: one of the first lines is a whole object that begins in its first column.
  ///
  /// A broken first line does not change that, and a pretty-printed document has no such line.
  static func isLines(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> Bool {
    guard start < bytes.count, bytes[JSONBytes.skipBlank(bytes, start, bytes.count)...].first == UInt8(ascii: "{")
    else { return false }
    var seen = 0
    var at = start
    while at < bytes.count, seen < 20 {
      let end = bytes[at...].firstIndex(of: 0x0A) ?? bytes.count
      if bytes[at] == UInt8(ascii: "{"), let close = JSONBytes.skipValue(bytes, at, end), close > at + 1,
        bytes[close - 1] == UInt8(ascii: "}"), JSONBytes.skipBlank(bytes, close, end) == end
      {
        return true
      }
      at = end + 1
      seen += 1
    }
    return false
  }

  static func nextLineThatOpens(_ window: FeedWindow, _ start: Int) -> Int {
    var at = start
    while let end = window.find(0x0A, from: at) {
      at = end + 1
      if let byte = window.byte(at), byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") { return at }
    }
    return window.available
  }

  /// A member's key and where its value begins.
  static func key(_ window: FeedWindow, _ at: Int, _ limit: Int?) -> (String, Int)? {
    let end = min(limit ?? .max, window.extend(to: at + (64 << 10)))
    let bytes = window.bytes
    var escaped = false
    guard at < end, bytes[at] == UInt8(ascii: "\""), let close = JSONBytes.endOfString(bytes, at + 1, end, &escaped)
    else { return nil }
    let colon = JSONBytes.skipBlank(bytes, close + 1, end)
    guard colon < end, bytes[colon] == UInt8(ascii: ":") else { return nil }
    let value = JSONBytes.skipBlank(bytes, colon + 1, end)
    guard value < end else { return nil }
    return (FeedText.decoded(UnsafeRawBufferPointer(rebasing: bytes[(at + 1)..<close])), value)
  }

  /// The end of a value of any length, reading on as it goes. Nil when it has none.
  static func skipValue(_ window: FeedWindow, _ start: Int, _ limit: Int?) -> Int? {
    var skipper = JSONSkipper(at: start)
    while true {
      let end = min(limit ?? .max, window.available)
      if let found = skipper.run(window.bytes, end) { return found }
      if end == limit || !window.more() { return skipper.endOfScalar }
    }
  }

  /// Where to go on after a record that is broken at `fault`: after its brackets, or at the next record that begins on a
  /// line of its own with the same indentation, whichever is first. A lost quote makes brackets tell lies.
  static func endOfBroken(_ window: FeedWindow, _ start: Int, from fault: Int, _ limit: Int?) -> Int {
    // A bracket that is far away is no help: the next line is nearer than that.
    window.extend(to: min(limit ?? .max, fault + sampleSize))
    let bytes = window.bytes
    let end = min(limit ?? .max, bytes.count)
    let close = JSONBytes.skipValue(bytes, start, end) ?? end
    var lineStart = start
    while lineStart > 0, start - lineStart < 4096, bytes[lineStart - 1] != 0x0A { lineStart -= 1 }
    let indentation = JSONBytes.skipBlank(bytes, lineStart, end) - lineStart
    var line = (bytes[min(fault, end)..<end].firstIndex(of: 0x0A) ?? end) + 1
    while line < close {
      let first = JSONBytes.skipBlank(bytes, line, close)
      if first - line == indentation, first < close, bytes[first] == UInt8(ascii: "{") { return first }
      line = (bytes[line..<end].firstIndex(of: 0x0A) ?? end) + 1
    }
    return close
  }

  static func isEqual(_ bytes: UnsafeRawBufferPointer, _ key: StaticString) -> Bool {
    bytes.count == key.utf8CodeUnitCount
      && bytes.baseAddress.map { memcmp($0, key.utf8Start, bytes.count) == 0 } ?? true
  }
}

/// Finds the end of a value by its brackets and strings alone, whatever is wrong inside, and can be stopped and taken up.
struct JSONSkipper {
  private(set) var at: Int
  private var depth = 0
  private var isInString = false
  private var isEscaped = false
  private let start: Int

  init(at: Int) {
    self.at = at
    start = at
  }

  /// Goes on to `end`; the end of the value when it comes before.
  mutating func run(_ bytes: UnsafeRawBufferPointer, _ end: Int) -> Int? {
    while at < end {
      let byte = bytes[at]
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
          if depth == 0 { return at + 1 }
        }
        at += 1
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isInString = true
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return at }
        depth -= 1
        if depth == 0 { return at + 1 }
      case UInt8(ascii: ",") where depth == 0: return at
      default: break
      }
      at += 1
    }
    return nil
  }

  /// The end of a number or a word that the feed's end ends; nil inside anything else.
  var endOfScalar: Int? { depth == 0 && !isInString && at > start ? at : nil }
}
