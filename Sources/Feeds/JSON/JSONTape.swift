/// One JSON value, taken apart into a flat list of entries that point into the feed's bytes.
///
/// The list is reused from record to record, so that a value costs no allocation. There is no recursion: nesting is a
/// stack of indices with a limit, and 100,000 brackets are an error like any other.
struct JSONTape: ~Copyable {
  static let depthLimit = 1000

  enum Kind: UInt8 { case object, array, string, number, yes, no, null }

  struct Entry {
    var kind: Kind
    /// A string with a backslash in it.
    var isEscaped = false
    /// The file ended before the value did.
    var isCut = false
    /// Places are counted from the value that was read. Of a string: without its quotes.
    var start: UInt32
    var end: UInt32
    /// Index of the first entry after this value and all in it.
    var next: UInt32
  }

  enum Failure: Error, Equatable {
    /// The bytes ended inside the value; its complete parts are on the tape.
    case cut
    case tooDeep
    case malformed(String)
  }

  private(set) var entries: [Entry] = []
  private var open: [Int] = []
  private var bytes = UnsafeRawBufferPointer(start: nil, count: 0)
  /// Where the value begins that was read last, and where it ends.
  private(set) var start = 0
  private(set) var end = 0

  init() {
    entries.reserveCapacity(256)
    open.reserveCapacity(Self.depthLimit)
  }

  /// Reads the value that begins at `start` and ends before `limit`, which is at most 4 GiB on. Nil when it is whole.
  mutating func read(_ whole: UnsafeRawBufferPointer, from start: Int, limit: Int) -> Failure? {
    entries.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    bytes = UnsafeRawBufferPointer(rebasing: whole[start..<limit])
    self.start = start
    var at = 0
    let failure = readValue(&at, bytes.count)
    end = start + at
    // Whatever went wrong, what was read before it is a value that can be looked at.
    if failure != nil {
      for index in open {
        entries[index].isCut = true
        entries[index].end = UInt32(bytes.count)
      }
      for index in open.reversed() { entries[index].next = UInt32(entries.count) }
      // A key whose value did not arrive would leave its object with half a member.
      dropHalfMember()
    }
    return failure
  }

  /// The value that was read; good until the next is.
  func withNode<Result>(_ body: (JSONNode) throws -> Result) rethrows -> Result? {
    guard !entries.isEmpty, let base = bytes.baseAddress else { return nil }
    return try entries.withUnsafeBufferPointer { entries in
      guard let first = entries.baseAddress else { return nil }
      return try body(JSONNode(base: base, origin: start, entries: first, index: 0))
    }
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
        entries.append(Entry(kind: isObject ? .object : .array, start: UInt32(at), end: UInt32(limit), next: 0))
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
          at = JSONBytes.skipBlank(bytes, at + 1, limit)
          // A comma after the last value.
          if at < limit, bytes[at] == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) { continue }
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
    entries[index].end = UInt32(at)
    entries[index].next = UInt32(entries.count)
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
    entries.append(
      Entry(
        kind: .string, isEscaped: escaped, start: UInt32(start), end: UInt32(end), next: UInt32(entries.count + 1)))
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
    } else if word.elementsEqual("null".utf8) || word.elementsEqual("NaN".utf8) || word.elementsEqual("Infinity".utf8) {
      // Python writes the last two; they say nothing.
      kind = .null
    } else if let first = word.first, first == UInt8(ascii: "-") || (0x30...0x39).contains(first) {
      kind = .number
    } else {
      return .malformed("expected a value")
    }
    entries.append(Entry(kind: kind, start: UInt32(start), end: UInt32(at), next: UInt32(entries.count + 1)))
    return nil
  }

  private mutating func dropHalfMember() {
    guard let innermost = open.last, entries[innermost].kind == .object else { return }
    var index = innermost + 1
    while index < entries.count {
      let value = index + 1
      guard value < entries.count else {
        entries.removeLast()
        for index in open { entries[index].next = UInt32(entries.count) }
        return
      }
      index = Int(entries[value].next)
    }
  }
}
