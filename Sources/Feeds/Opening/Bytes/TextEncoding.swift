/// How a feed's text is encoded (FORMATS § 2): by its byte order mark, by where its zeros are, or by whether it is UTF-8.
enum TextEncoding: String, Sendable {
  case utf8 = "UTF-8"
  case utf16Little = "UTF-16LE"
  case utf16Big = "UTF-16BE"
  case utf32Little = "UTF-32LE"
  case windows1252 = "Windows-1252"

  /// The encoding by a byte order mark, and the mark's length.
  static func marked(_ head: [UInt8]) -> (TextEncoding, Int)? {
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if head.starts(with: [0xFF, 0xFE, 0, 0]) { return (.utf32Little, 4) }
    if head.starts(with: [0xFF, 0xFE]) { return (.utf16Little, 2) }
    if head.starts(with: [0xFE, 0xFF]) { return (.utf16Big, 2) }
    return nil
  }

  /// UTF-16 without a mark: ASCII in it has a zero for every second byte.
  static func byZeros(_ head: [UInt8]) -> TextEncoding? {
    let head = head.prefix(4096)
    guard head.count >= 4 else { return nil }
    var zeros = [0, 0]
    for (index, byte) in head.enumerated() where byte == 0 { zeros[index & 1] += 1 }
    if zeros[1] * 10 > head.count * 3, zeros[0] * 20 < head.count { return .utf16Little }
    if zeros[0] * 10 > head.count * 3, zeros[1] * 20 < head.count { return .utf16Big }
    return nil
  }

  /// What an XML declaration says, where it says an 8-bit encoding of the west.
  static func declared(_ head: [UInt8]) -> TextEncoding? {
    let head = head.prefix(200)
    guard let mark = head.firstRange(of: Array("encoding=".utf8)), head.starts(with: "<?xml".utf8) else { return nil }
    let name = head[mark.upperBound...].dropFirst().prefix { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }
    switch String(decoding: name, as: UTF8.self).lowercased() {
    case "iso-8859-1", "latin1", "iso-8859-15", "windows-1252", "cp1252": return .windows1252
    default: return nil
    }
  }

  /// Whether bytes beyond ASCII are more often wrong than right as UTF-8. One bad byte in a million good ones is a slip.
  static func isHardlyUTF8(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var good = 0
    var bad = 0
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      guard byte >= 0x80 else { continue }
      let more = byte >= 0xF0 && byte < 0xF5 ? 3 : byte >= 0xE0 && byte < 0xF0 ? 2 : byte >= 0xC2 && byte < 0xE0 ? 1 : 0
      if at + more > bytes.count { break }
      if more > 0, bytes[at..<(at + more)].allSatisfy({ $0 & 0xC0 == 0x80 }) {
        good += 1
        at += more
      } else {
        bad += 1
      }
    }
    return bad > good
  }

  /// Windows-1252's letters where Latin-1 has controls; the five holes stand for themselves.
  static let windows1252High: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D, 0x8F,
    0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E,
    0x178,
  ]

  static func appendWindows1252(_ byte: UInt8, to out: inout [UInt8]) {
    guard byte >= 0x80 else { return out.append(byte) }
    let value = byte < 0xA0 ? windows1252High[Int(byte) - 0x80] : UInt32(byte)
    FeedText.append(Unicode.Scalar(value) ?? "\u{FFFD}", to: &out)
  }
}
