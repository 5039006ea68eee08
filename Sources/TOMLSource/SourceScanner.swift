/// Walks over TOML by its brackets, keys and quotes, and notes the line at which each path begins.
struct SourceScanner {
  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  /// How many elements each array of tables has so far: `[channel.terms]` belongs to the last `[[channel]]`.
  private var elements: [SourcePath: Int] = [:]
  private(set) var lines: [SourcePath: Int] = [:]
  private var depth = 0
  /// What the library would not refuse but stumble over.
  private(set) var malformed: SourceLines.Malformed?

  /// More than the library lets through.
  private static let deepest = 300
  /// No policy nests deeper. What does is noted where this ends, so that the time stays that of reading once.
  private static let longestPath = 16

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func scan() {
    var table: SourcePath = []
    while skipBlank(newlines: true), let next = peek {
      let before = position
      if next == UInt8(ascii: "[") {
        table = header()
      } else {
        keyAndValue(in: table)
      }
      if position == before { advance() }
    }
  }

  // MARK: Parts of the grammar

  private mutating func header() -> SourcePath {
    let start = line
    advance()
    let isElement = peek == UInt8(ascii: "[")
    if isElement { advance() }
    expectKey()
    let names = dottedKey()
    while let next = peek, next == UInt8(ascii: "]") { advance() }
    var path: SourcePath = []
    for (place, name) in names.enumerated() {
      path = Self.path(path, .key(name))
      if isElement, place == names.count - 1 {
        note(path, at: start)
        elements[path, default: 0] += 1
      }
      if let count = elements[path] { path = Self.path(path, .index(count - 1)) }
    }
    if !names.isEmpty { note(path, at: start) }
    return path
  }

  /// The library takes it for granted that a header goes on with a key, and aborts or worse where it does not.
  private mutating func expectKey() {
    while let byte = peek, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") { advance() }
    guard malformed == nil, let byte = peek else { return }
    let isKey = Self.isBareKey(byte) || [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "]")].contains(byte)
    if !isKey { malformed = SourceLines.Malformed(line: line, why: "a table's name is missing after [") }
  }

  /// The same for the elements of a list.
  private mutating func expectValue() {
    guard malformed == nil, let byte = peek else { return }
    let isValue = Self.isBareKey(byte) || "\"'[{+.".utf8.contains(byte)
    if !isValue { malformed = SourceLines.Malformed(line: line, why: "a list has something that is no value") }
  }

  private mutating func keyAndValue(in table: SourcePath) {
    let start = line
    var path = table
    for name in dottedKey() {
      path = Self.path(path, .key(name))
      note(path, at: start)
    }
    guard peek == UInt8(ascii: "=") else {
      skipBare()
      return
    }
    advance()
    _ = skipBlank(newlines: false)
    value(at: path)
  }

  private mutating func value(at path: SourcePath) {
    guard depth < Self.deepest else { return }
    depth += 1
    defer { depth -= 1 }
    switch peek {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      _ = quoted()
    case UInt8(ascii: "{"):
      list(until: UInt8(ascii: "}")) { scanner, _ in scanner.keyAndValue(in: path) }
    case UInt8(ascii: "["):
      list(until: UInt8(ascii: "]")) { scanner, place in
        let element = Self.path(path, .index(place))
        scanner.note(element, at: scanner.line)
        scanner.expectValue()
        scanner.value(at: element)
      }
    default:
      skipBare()
    }
  }

  private mutating func list(until close: UInt8, element: (inout SourceScanner, Int) -> Void) {
    advance()
    var place = 0
    while skipBlank(newlines: true), let next = peek {
      if next == close {
        advance()
        return
      }
      let before = position
      if next == UInt8(ascii: ",") {
        advance()
      } else {
        element(&self, place)
        place += 1
      }
      if position == before { advance() }
    }
  }

  /// Leaves the position at what follows the key.
  private mutating func dottedKey() -> [String] {
    var names: [String] = []
    while skipBlank(newlines: false), let next = peek {
      if next == UInt8(ascii: "\"") || next == UInt8(ascii: "'") {
        names.append(quoted())
      } else {
        let start = position
        while let byte = peek, Self.isBareKey(byte) { advance() }
        guard position > start else { break }
        names.append(String(decoding: bytes[start..<position], as: UTF8.self))
      }
      _ = skipBlank(newlines: false)
      guard peek == UInt8(ascii: ".") else { break }
      advance()
    }
    return names
  }

  /// A string of any of TOML's four kinds, as it is written between its quotes.
  private mutating func quoted() -> String {
    guard let quote = peek else { return "" }
    let isLong = position + 2 < bytes.count && bytes[position + 1] == quote && bytes[position + 2] == quote
    let length = isLong ? 3 : 1
    for _ in 0..<length { advance() }
    let start = position
    while let byte = peek {
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        advance()
        advance()
      } else if byte == quote, !isLong || closesLong(quote) {
        break
      } else {
        advance()
      }
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    for _ in 0..<length { advance() }
    return text
  }

  /// Whether the long string ends here: up to two more quotes may belong to it before its last three.
  private func closesLong(_ quote: UInt8) -> Bool {
    let run = bytes[position...].prefix(4).prefix { $0 == quote }.count
    return run == 3
  }

  // MARK: Notes

  private mutating func note(_ path: SourcePath, at line: Int) {
    if lines[path] == nil { lines[path] = line }
  }

  private static func path(_ path: SourcePath, _ step: SourcePath.Step) -> SourcePath {
    path.steps.count < longestPath ? path.adding(step) : path
  }

  // MARK: Bytes

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func advance() {
    guard position < bytes.count else { return }
    if bytes[position] == UInt8(ascii: "\n") { line += 1 }
    position += 1
  }

  /// A number, a date, a word: up to what ends it.
  private mutating func skipBare() {
    let start = position
    while let byte = peek, !"\n,]}#".utf8.contains(byte) { advance() }
    expectTime(in: start..<position)
  }

  /// A digit alone behind a space could only begin the time of a day, and there the library looks too far.
  private mutating func expectTime(in range: Range<Int>) {
    guard malformed == nil else { return }
    for place in range where bytes[place] == UInt8(ascii: " ") {
      let rest = bytes[(place + 1)..<range.upperBound].prefix(2)
      guard let digit = rest.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { continue }
      if rest.count == 2, let next = rest.last, Self.isBareKey(next) || "+:.".utf8.contains(next) { continue }
      malformed = SourceLines.Malformed(line: line, why: "a value has something behind it")
    }
  }

  /// Over spaces and comments; false at the end.
  private mutating func skipBlank(newlines: Bool) -> Bool {
    while let byte = peek {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
        advance()
      case UInt8(ascii: "\n") where newlines:
        advance()
      case UInt8(ascii: "#") where newlines:
        while let byte = peek, byte != UInt8(ascii: "\n") { advance() }
      default:
        return true
      }
    }
    return false
  }

  private static func isBareKey(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
