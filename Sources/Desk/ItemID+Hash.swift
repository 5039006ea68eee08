import Crypto
import Moderation

extension ItemID {
  /// The item of a comment: the first 32 hex digits of SHA-256 over channel, U+001F and the comment's own id.
  public init(channel: String, externalID: String) {
    var digest = SHA256()
    var parts = (channel, externalID)
    parts.0.withUTF8 { digest.update(bufferPointer: UnsafeRawBufferPointer($0)) }
    withUnsafeBytes(of: UInt8(0x1F)) { digest.update(bufferPointer: $0) }
    parts.1.withUTF8 { digest.update(bufferPointer: UnsafeRawBufferPointer($0)) }
    self.init(rawValue: Hex.of(digest.finalize(), first: 16))
  }

  /// Whether this can be an id at all: a caller may have passed on anything.
  var isWellFormed: Bool { bytes != nil }

  /// The 16 bytes that the id stands for; nil for what cannot be an id.
  var bytes: [UInt8]? {
    var digits = rawValue
    return digits.withUTF8 { digits in
      guard digits.count == 32 else { return nil }
      var isWhole = true
      let bytes = [UInt8](unsafeUninitializedCapacity: 16) { out, count in
        for place in 0..<16 {
          let (high, low) = (Self.value(digits[2 * place]), Self.value(digits[2 * place + 1]))
          if high | low > 15 { isWhole = false }
          out[place] = high << 4 | low & 15
        }
        count = 16
      }
      return isWhole ? bytes : nil
    }
  }

  /// 255 for what is no digit.
  @inline(__always)
  private static func value(_ digit: UInt8) -> UInt8 {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: 255
    }
  }

  init(bytes: some Collection<UInt8>) { self.init(rawValue: Hex.of(bytes)) }
}
