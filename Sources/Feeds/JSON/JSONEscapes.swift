/// Resolves the escapes of a JSON string (RFC 8259 § 7), forgiving what exporters get wrong.
enum JSONEscapes {
  static func text(_ raw: UnsafeRawBufferPointer) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(raw.count)
    var at = 0
    while at < raw.count {
      let byte = raw[at]
      guard byte == UInt8(ascii: "\\"), at + 1 < raw.count else {
        out.append(byte)
        at += 1
        continue
      }
      at += 2
      switch raw[at - 1] {
      case UInt8(ascii: "n"): out.append(0x0A)
      case UInt8(ascii: "t"): out.append(0x09)
      case UInt8(ascii: "r"): out.append(0x0D)
      case UInt8(ascii: "b"): out.append(0x08)
      case UInt8(ascii: "f"): out.append(0x0C)
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(raw[at - 1])
      case UInt8(ascii: "u"): appendUnicode(raw, &at, &out)
      default: FeedText.append("\u{FFFD}", to: &out)
      }
    }
    return out.withUnsafeBytes(FeedText.decoded)
  }

  private static func appendUnicode(_ raw: UnsafeRawBufferPointer, _ at: inout Int, _ out: inout [UInt8]) {
    guard let unit = hex4(raw, at) else { return FeedText.append("\u{FFFD}", to: &out) }
    at += 4
    if (0xD800...0xDBFF).contains(unit), at + 1 < raw.count, raw[at] == UInt8(ascii: "\\"),
      raw[at + 1] == UInt8(ascii: "u"), let low = hex4(raw, at + 2), (0xDC00...0xDFFF).contains(low)
    {
      at += 6
      let value = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
      return FeedText.append(Unicode.Scalar(value) ?? "\u{FFFD}", to: &out)
    }
    FeedText.append(Unicode.Scalar(unit) ?? "\u{FFFD}", to: &out)
  }

  private static func hex4(_ raw: UnsafeRawBufferPointer, _ start: Int) -> UInt32? {
    guard start + 4 <= raw.count else { return nil }
    var value: UInt32 = 0
    for at in start..<start + 4 {
      guard let digit = FeedText.hexDigit(raw[at]) else { return nil }
      value = value << 4 | digit
    }
    return value
  }
}
