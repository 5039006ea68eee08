/// Takes the objects out of JSON Lines one by one, also where a tool has spread them over several lines or put them into
/// one list, as `jq` does.
struct SheetObjects {
  private let bytes: [UInt8]
  private var position = 0
  /// From 1.
  private var line = 1

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next object with the line on which it begins; nil at the end. What is not whole, or is none, comes as it is.
  mutating func next() -> (line: Int, bytes: ArraySlice<UInt8>)? {
    skipBetween()
    guard position < bytes.count else { return nil }
    let start = position
    let first = line
    if bytes[position] == UInt8(ascii: "{") {
      skipObject()
    } else {
      while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
    }
    return (first, bytes[start..<position])
  }

  private mutating func skipBetween() {
    while position < bytes.count {
      let byte = bytes[position]
      guard byte <= UInt8(ascii: " ") || ",[]".utf8.contains(byte) else { return }
      if byte == UInt8(ascii: "\n") { line += 1 }
      position += 1
    }
  }

  /// Goes behind the closing brace; no further than a line's end inside a string, or before a line that begins with a
  /// brace: there the object was cut off, and the next must not be lost with it.
  private mutating func skipObject() {
    var depth = 0
    var isInString = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\n") {
        let next = position + 1 < bytes.count ? bytes[position + 1] : 0
        if isInString || next == UInt8(ascii: "{") { return }
        line += 1
      }
      position += 1
      if isInString {
        if byte == UInt8(ascii: "\\"), position < bytes.count, bytes[position] != UInt8(ascii: "\n") {
          position += 1
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isInString = true
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return }
      default: break
      }
    }
  }
}
