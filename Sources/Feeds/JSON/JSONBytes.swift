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
