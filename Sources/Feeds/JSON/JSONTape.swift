/// One JSON value, taken apart into a flat list of entries that point into the feed's bytes.
///
/// The list is reused from record to record, so that a value costs no allocation. There is no recursion: nesting is a
/// stack of indices with a limit, and 100,000 brackets are an error like any other.
struct JSONTape: ~Copyable {
  static let depthLimit = 200

  enum Kind: UInt8 { case object, array, string, number, yes, no, null }

  struct Entry {
    var kind: Kind
    /// A string with a backslash in it.
    var isEscaped = false
    /// The file ended before the value did.
    var isCut = false
    /// Of a string: without its quotes.
    var start: Int
    var end: Int
    /// Index of the first entry after this value and all in it.
    var next: Int
  }

  enum Failure: Error, Equatable {
    /// The bytes ended inside the value; its complete parts are on the tape.
    case cut
    case tooDeep
    case malformed(String)
  }

  let bytes: UnsafeRawBufferPointer
  private(set) var entries: [Entry] = []
  private var open: [Int] = []
  /// Where the value that was read last ends.
  private(set) var end = 0

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    entries.reserveCapacity(256)
    open.reserveCapacity(Self.depthLimit)
  }

  /// Reads the value that begins at `start` and ends before `limit`. Nil when it is whole.
  mutating func read(from start: Int, limit: Int) -> Failure? {
    entries.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    var at = start
    let failure = readValue(&at, limit)
    end = at
    // Whatever went wrong, what was read before it is a value that can be looked at.
    if failure != nil {
      for index in open {
        entries[index].isCut = true
        entries[index].end = limit
      }
      for index in open.reversed() { entries[index].next = entries.count }
      // A key whose value did not arrive would leave its object with half a member.
      dropHalfMember()
    }
    return failure
  }

  private mutating func readValue(_ at: inout Int, _ limit: Int) -> Failure? {
    while true {
      // A value is expected here.
      at = JSONBytes.skipBlank(bytes, at, limit)
      guard at < limit else { return .cut }
      switch bytes[at] {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        guard open.count < Self.depthLimit else { return .tooDeep }
        let isObject = bytes[at] == UInt8(ascii: "{")
        open.append(entries.count)
        entries.append(Entry(kind: isObject ? .object : .array, start: at, end: limit, next: 0))
        at = JSONBytes.skipBlank(bytes, at + 1, limit)
        guard at < limit else { return .cut }
        if bytes[at] == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
          closeInnermost(&at)
        } else {
          if isObject, let failure = readKey(&at, limit) { return failure }
          continue
        }
      case UInt8(ascii: "\""):
        if let failure = readString(&at, limit) { return failure }
      default:
        if let failure = readScalar(&at, limit) { return failure }
      }
      // A value has ended here: a comma, or the end of what holds it.
      while true {
        guard let innermost = open.last else { return nil }
        at = JSONBytes.skipBlank(bytes, at, limit)
        guard at < limit else { return .cut }
        let isObject = entries[innermost].kind == .object
        if bytes[at] == UInt8(ascii: ",") {
          at += 1
          if isObject, let failure = readKey(&at, limit) { return failure }
          break
        }
        guard bytes[at] == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
          return .malformed(isObject ? "expected , or } after a value" : "expected , or ] after a value")
        }
        closeInnermost(&at)
      }
    }
  }

  private mutating func closeInnermost(_ at: inout Int) {
    at += 1
    guard let index = open.popLast() else { return }
    entries[index].end = at
    entries[index].next = entries.count
  }

  private mutating func readKey(_ at: inout Int, _ limit: Int) -> Failure? {
    at = JSONBytes.skipBlank(bytes, at, limit)
    guard at < limit else { return .cut }
    guard bytes[at] == UInt8(ascii: "\"") else { return .malformed("expected a key in double quotes") }
    if let failure = readString(&at, limit) { return failure }
    at = JSONBytes.skipBlank(bytes, at, limit)
    guard at < limit else { return .cut }
    guard bytes[at] == UInt8(ascii: ":") else { return .malformed("expected : after a key") }
    at += 1
    return nil
  }

  private mutating func readString(_ at: inout Int, _ limit: Int) -> Failure? {
    let start = at + 1
    var escaped = false
    guard let end = JSONBytes.endOfString(bytes, start, limit, &escaped) else {
      at = limit
      return .cut
    }
    entries.append(Entry(kind: .string, isEscaped: escaped, start: start, end: end, next: entries.count + 1))
    at = end + 1
    return nil
  }

  private mutating func readScalar(_ at: inout Int, _ limit: Int) -> Failure? {
    let start = at
    while at < limit, JSONBytes.isScalar(bytes[at]) { at += 1 }
    // A number or a word that runs into the end may have lost its tail.
    guard at < limit || open.isEmpty else { return .cut }
    let word = UnsafeRawBufferPointer(rebasing: bytes[start..<at])
    let kind: Kind
    if word.elementsEqual("true".utf8) {
      kind = .yes
    } else if word.elementsEqual("false".utf8) {
      kind = .no
    } else if word.elementsEqual("null".utf8) {
      kind = .null
    } else if let first = word.first, first == UInt8(ascii: "-") || (0x30...0x39).contains(first) {
      kind = .number
    } else {
      return .malformed("expected a value")
    }
    entries.append(Entry(kind: kind, start: start, end: at, next: entries.count + 1))
    return nil
  }

  private mutating func dropHalfMember() {
    guard let innermost = open.last, entries[innermost].kind == .object else { return }
    var index = innermost + 1
    while index < entries.count {
      let value = index + 1
      guard value < entries.count else {
        entries.removeLast()
        for index in open { entries[index].next = entries.count }
        return
      }
      index = entries[value].next
    }
  }
}

/// The loops over JSON's bytes that need no state.
enum JSONBytes {
  static func skipBlank(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ limit: Int) -> Int {
    var at = start
    while at < limit {
      let byte = bytes[at]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { break }
      at += 1
    }
    return at
  }

  /// Index of the closing quote. Control characters within are let in: exporters write them.
  static func endOfString(
    _ bytes: UnsafeRawBufferPointer, _ start: Int, _ limit: Int, _ escaped: inout Bool
  ) -> Int? {
    var at = start
    while at < limit {
      let byte = bytes[at]
      if byte == UInt8(ascii: "\"") { return at }
      if byte == UInt8(ascii: "\\") {
        escaped = true
        at += 1
      }
      at += 1
    }
    return nil
  }

  static func isScalar(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      true
    default: false
    }
  }

  /// The end of the value at `start`, by its brackets and strings alone, whatever is wrong inside. Nil when it has none.
  static func skipValue(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ limit: Int) -> Int? {
    var at = start
    var depth = 0
    var escaped = false
    while at < limit {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        guard let end = endOfString(bytes, at + 1, limit, &escaped) else { return nil }
        at = end + 1
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        at += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return at }
        depth -= 1
        at += 1
      case UInt8(ascii: ","):
        if depth == 0 { return at }
        at += 1
        continue
      default:
        at += 1
        continue
      }
      if depth == 0 { return at }
    }
    return depth == 0 && at > start ? at : nil
  }
}
