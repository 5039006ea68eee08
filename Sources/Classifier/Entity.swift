/// The character references that exports leave in comments: `&amp;`, `&#39;`.
enum Entity {
  private static let known: [(StaticString, UInt8)] = [
    ("&amp;", 0x26), ("&#39;", 0x27), ("&#039;", 0x27), ("&#x27;", 0x27), ("&apos;", 0x27), ("&quot;", 0x22),
    ("&lt;", 0x3C),
    ("&gt;", 0x3E), ("&nbsp;", 0x20), ("&rsquo;", 0x27),
  ]

  /// The reference at a byte: the ASCII character it stands for and its length.
  static func at(_ start: Int, in utf8: UnsafeBufferPointer<UInt8>) -> (byte: UInt8, length: Int)? {
    for (name, byte) in known where start + name.utf8CodeUnitCount <= utf8.count {
      let matches = name.withUTF8Buffer { buffer in
        for offset in 0..<buffer.count where buffer[offset] != utf8[start + offset] { return false }
        return true
      }
      if matches { return (byte, name.utf8CodeUnitCount) }
    }
    return nil
  }
}
