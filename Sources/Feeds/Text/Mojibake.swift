/// Meta's downloads write each byte of a text's UTF-8 as a character: `ā` comes as `Ä` and a control (FORMATS § 4.2).
enum Mojibake {
  /// The text that was meant, where all of it is such bytes; a last character that was cut off becomes U+FFFD. What is
  /// right already, or was something else, stays as it is.
  static func repaired(_ text: String) -> String {
    var bytes: [UInt8] = []
    var isMangled = false
    for scalar in text.unicodeScalars {
      guard scalar.value <= 0xFF else { return text }
      if scalar.value >= 0x80 { isMangled = true }
      bytes.append(UInt8(scalar.value))
    }
    guard isMangled else { return text }
    if let whole = String(validating: bytes, as: UTF8.self) { return whole }
    // Up to three bytes of a character that did not fit, after others that show what was done to the text.
    for lost in 1...3 where bytes.count > lost && bytes.dropLast(lost).contains(where: { $0 >= 0x80 }) {
      let tail = bytes.suffix(lost)
      guard let first = tail.first, first >= 0xC2, tail.dropFirst().allSatisfy({ $0 & 0xC0 == 0x80 }) else { continue }
      if let whole = String(validating: bytes.dropLast(lost), as: UTF8.self) { return whole + "\u{FFFD}" }
    }
    return text
  }
}
