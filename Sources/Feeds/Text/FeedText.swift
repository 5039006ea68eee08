import Glibc

/// Bytes of a feed to text and back.
enum FeedText {
  /// UTF-8 to text. Bytes that are not UTF-8, and NUL, become U+FFFD: that is repair, not loss, and is not reported.
  static func decoded(_ raw: UnsafeRawBufferPointer) -> String {
    guard let start = raw.baseAddress, raw.count > 0 else { return "" }
    if memchr(start, 0, raw.count) == nil { return String(decoding: raw, as: UTF8.self) }
    var out: [UInt8] = []
    for byte in raw {
      if byte == 0 { append("\u{FFFD}", to: &out) } else { out.append(byte) }
    }
    return String(decoding: out, as: UTF8.self)
  }

  static func append(_ scalar: Unicode.Scalar, to out: inout [UInt8]) {
    out.append(contentsOf: UTF8.encode(scalar) ?? .init())
  }

  static func hexDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
    default: nil
    }
  }

  /// Without blank bytes at either end.
  static func trimmed(_ raw: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    var start = 0
    var end = raw.count
    while start < end, raw[start] <= 0x20 { start += 1 }
    while end > start, raw[end - 1] <= 0x20 { end -= 1 }
    return UnsafeRawBufferPointer(rebasing: raw[start..<end])
  }

  static func trimmed(_ text: String) -> String {
    guard let first = text.utf8.first, let last = text.utf8.last, first <= 0x20 || last <= 0x20 else { return text }
    var copy = text
    return copy.withUTF8 { decoded(trimmed(UnsafeRawBufferPointer($0))) }
  }
}

/// Numbers that people and platforms write for people.
enum Counts {
  /// `12`, `1,204`, `1.2K`, `3M`; nil for what is no count.
  static func parse(_ text: String) -> Int? {
    if let plain = Int(text) { return plain >= 0 ? plain : nil }
    var digits = ""
    var decimals: Int?
    var scale = 1.0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits.unicodeScalars.append(Unicode.Scalar(byte))
        decimals = decimals.map { $0 + 1 }
      case UInt8(ascii: "."):
        guard decimals == nil else { return nil }
        decimals = 0
      case UInt8(ascii: ","), UInt8(ascii: " "): continue
      case UInt8(ascii: "k"), UInt8(ascii: "K"): scale = 1e3
      case UInt8(ascii: "m"), UInt8(ascii: "M"): scale = 1e6
      default: return nil
      }
    }
    guard !digits.isEmpty, digits.utf8.count < 16, let value = Double(digits) else { return nil }
    var result = value * scale
    for _ in 0..<(decimals ?? 0) { result /= 10 }
    return Int(result.rounded())
  }
}
