import Glibc

/// Bytes of a feed to text and back.
enum FeedText {
  /// UTF-8 to text. Bytes that are not UTF-8, and NUL, become U+FFFD: that is repair, not loss, and is not reported.
  static func decoded(_ raw: UnsafeRawBufferPointer) -> String {
    guard let start = raw.baseAddress, raw.count > 0 else { return "" }
    switch UTF8Check.of(start, raw.count) {
    case .ascii:
      // Proved just now: it need not be validated a second time.
      return String(copying: unsafe UTF8Span(unchecked: Span(_unsafeBytes: raw), isKnownASCII: true))
    case .valid:
      return String(copying: unsafe UTF8Span(unchecked: Span(_unsafeBytes: raw), isKnownASCII: false))
    case .broken: return repaired(raw)
    }
  }

  private static func repaired(_ raw: UnsafeRawBufferPointer) -> String {
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

  /// Whether all bytes are ASCII.
  static func isASCII(_ raw: UnsafeRawBufferPointer) -> Bool {
    var at = 0
    while at + 8 <= raw.count {
      if raw.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 != 0 { return false }
      at += 8
    }
    while at < raw.count {
      if raw[at] >= 0x80 { return false }
      at += 1
    }
    return true
  }

  /// Whether some words stand in bytes.
  static func contains(_ raw: UnsafeRawBufferPointer, _ words: String) -> Bool {
    guard let base = raw.baseAddress, let first = words.utf8.first else { return false }
    var words = words
    return words.withUTF8 { wanted in
      var at = 0
      while at + wanted.count <= raw.count,
        let found = memchr(base + at, Int32(first), raw.count - wanted.count + 1 - at)
      {
        if let start = wanted.baseAddress, memcmp(found, start, wanted.count) == 0 { return true }
        at = UnsafeRawPointer(found) - base + 1
      }
      return false
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

extension FeedText {
  /// ASCII letters in lower case; what is beyond ASCII goes the long way.
  static func lowered(_ raw: UnsafeRawBufferPointer) -> String {
    guard isASCII(raw) else { return decoded(raw).lowercased() }
    return String(unsafeUninitializedCapacity: raw.count) { out in
      for index in 0..<raw.count {
        let byte = raw[index]
        out[index] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      }
      return raw.count
    }
  }
}

extension FeedText {
  /// Without blank bytes at the end.
  static func trimmedEnd(_ raw: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    var end = raw.count
    while end > 0, raw[end - 1] <= 0x20 { end -= 1 }
    return UnsafeRawBufferPointer(rebasing: raw[..<end])
  }
}
