/// How mails carry bytes as text (RFC 2045 § 6), and which letters the bytes are.
enum MailEncoding {
  static func quotedPrintable(_ raw: some Collection<UInt8>, underscores: Bool = false) -> [UInt8] {
    let raw = Array(raw)
    var out: [UInt8] = []
    out.reserveCapacity(raw.count)
    var at = 0
    while at < raw.count {
      let byte = raw[at]
      if byte == UInt8(ascii: "="), at + 2 < raw.count, let high = FeedText.hexDigit(raw[at + 1]),
        let low = FeedText.hexDigit(raw[at + 2])
      {
        out.append(UInt8(high << 4 | low))
        at += 3
      } else if byte == UInt8(ascii: "="), at + 1 < raw.count, raw[at + 1] == 0x0A {
        at += 2
      } else if byte == UInt8(ascii: "="), at + 2 < raw.count, raw[at + 1] == 0x0D, raw[at + 2] == 0x0A {
        at += 3
      } else {
        out.append(underscores && byte == UInt8(ascii: "_") ? 0x20 : byte)
        at += 1
      }
    }
    return out
  }

  /// What is no letter of the alphabet is left out.
  static func base64(_ raw: some Collection<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in raw {
      let value: UInt8
      switch byte {
      case 0x41...0x5A: value = byte - 0x41
      case 0x61...0x7A: value = byte - 0x61 + 26
      case 0x30...0x39: value = byte - 0x30 + 52
      case UInt8(ascii: "+"): value = 62
      case UInt8(ascii: "/"): value = 63
      default: continue
      }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        out.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return out
  }
}

enum MailCharset {
  /// UTF-8 where the bytes are, else Windows-1252: what is said of a charset is wrong too often to be trusted over that.
  static func decoded(_ bytes: [UInt8], _ charset: String?) -> String {
    let isUTF8 = String(validating: bytes, as: UTF8.self) != nil || charset?.lowercased() == "utf-8"
    if isUTF8 { return bytes.withUnsafeBytes(FeedText.decoded) }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    for byte in bytes { TextEncoding.appendWindows1252(byte, to: &out) }
    return out.withUnsafeBytes(FeedText.decoded)
  }
}

/// `=?utf-8?q?Hemi=20Tua?=` in header fields (RFC 2047).
enum MailWords {
  static func decoded(_ text: String) -> String {
    guard text.contains("=?") else { return text }
    var out = ""
    var rest = text[...]
    var wasWord = false
    while let open = rest.firstRange(of: "=?") {
      let before = rest[..<open.lowerBound]
      let parts = rest[open.upperBound...].split(separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
      guard parts.count == 4, parts[3].hasPrefix("="), parts[1].count == 1 else {
        out += before + "=?"
        rest = rest[open.upperBound...]
        wasWord = false
        continue
      }
      // Blanks between two words belong to neither.
      if !(wasWord && before.allSatisfy({ $0 == " " || $0 == "\t" })) { out += before }
      let bytes =
        parts[1].lowercased() == "b"
        ? MailEncoding.base64(parts[2].utf8) : MailEncoding.quotedPrintable(parts[2].utf8, underscores: true)
      out += MailCharset.decoded(bytes, String(parts[0]))
      rest = parts[3].dropFirst()
      wasWord = true
    }
    return out + rest
  }
}

/// What a mail repeats of the one it answers.
enum MailQuote {
  /// The writer's own words, and the rest: lines after `> `, the line that introduces them.
  static func split(_ text: String) -> (own: String, quoted: String) {
    guard text.contains(">") else { return (text, "") }
    var own: [Substring] = []
    var quoted: [Substring] = []
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let next = lines[(index + 1)...].first { !$0.allSatisfy { $0 == " " } }
      if line.hasPrefix(">") {
        quoted.append(line)
      } else if line.hasSuffix(":"), next?.hasPrefix(">") == true, line.contains("wrote") || line.hasPrefix("On ") {
        quoted.append(line)
      } else {
        own.append(line)
      }
    }
    return (FeedText.trimmed(own.joined(separator: "\n")), quoted.joined(separator: "\n"))
  }
}
