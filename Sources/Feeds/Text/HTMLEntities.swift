/// Character references of HTML, decoded once and in one pass: `&amp;lt;` becomes `&lt;`.
enum HTMLEntities {
  /// Longest name that is known.
  private static let longest = 8

  /// Appends `raw` with its references resolved; what is no reference stays as it is.
  static func decode(_ raw: UnsafeRawBufferPointer, into out: inout [UInt8]) {
    var at = 0
    while at < raw.count {
      let stop = raw[at...].firstIndex(of: UInt8(ascii: "&")) ?? raw.count
      out.append(contentsOf: raw[at..<stop])
      guard stop < raw.count else { return }
      at = stop
      if let (scalar, end) = reference(raw, at) {
        FeedText.append(scalar, to: &out)
        at = end
      } else {
        out.append(raw[at])
        at += 1
      }
    }
  }

  private static func reference(_ raw: UnsafeRawBufferPointer, _ start: Int) -> (Unicode.Scalar, Int)? {
    guard start + 2 < raw.count else { return nil }
    if raw[start + 1] == UInt8(ascii: "#") { return numeric(raw, start + 2) }
    var at = start + 1
    var name = ""
    while at < raw.count, name.utf8.count <= longest, isNameByte(raw[at]) {
      name.unicodeScalars.append(Unicode.Scalar(raw[at]))
      at += 1
    }
    let isClosed = at < raw.count && raw[at] == UInt8(ascii: ";")
    // Without a semicolon only the old names count, and only where no longer word goes on.
    guard let value = isClosed ? latin1[name] ?? HTMLEntityNames.others[name] : latin1[name],
      let scalar = Unicode.Scalar(value)
    else {
      return nil
    }
    return (scalar, isClosed ? at + 1 : at)
  }

  private static func numeric(_ raw: UnsafeRawBufferPointer, _ start: Int) -> (Unicode.Scalar, Int)? {
    var at = start
    let isHex = raw[at] | 0x20 == UInt8(ascii: "x")
    if isHex { at += 1 }
    let first = at
    var value: UInt32 = 0
    while at < raw.count, let digit = FeedText.hexDigit(raw[at]), isHex || digit < 10 {
      value = min(value &* (isHex ? 16 : 10) &+ digit, 0x110000)
      at += 1
    }
    guard at > first else { return nil }
    if at < raw.count, raw[at] == UInt8(ascii: ";") { at += 1 }
    // NUL, surrogates and numbers beyond Unicode are U+FFFD, as browsers have it.
    let scalar = value == 0 ? nil : Unicode.Scalar(value)
    return (scalar ?? "\u{FFFD}", at)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
  }

  /// Names that HTML lets stand without a semicolon.
  private static let latin1: [String: UInt32] = [
    "quot": 0x22, "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "nbsp": 0xA0, "iexcl": 0xA1, "cent": 0xA2, "pound": 0xA3,
    "curren": 0xA4, "yen": 0xA5, "brvbar": 0xA6, "sect": 0xA7, "uml": 0xA8, "copy": 0xA9, "ordf": 0xAA,
    "laquo": 0xAB, "not": 0xAC, "shy": 0xAD, "reg": 0xAE, "macr": 0xAF, "deg": 0xB0, "plusmn": 0xB1, "sup2": 0xB2,
    "sup3": 0xB3, "acute": 0xB4, "micro": 0xB5, "para": 0xB6, "middot": 0xB7, "cedil": 0xB8, "sup1": 0xB9,
    "ordm": 0xBA, "raquo": 0xBB, "frac14": 0xBC, "frac12": 0xBD, "frac34": 0xBE, "iquest": 0xBF, "Agrave": 0xC0,
    "Aacute": 0xC1, "Acirc": 0xC2, "Atilde": 0xC3, "Auml": 0xC4, "Aring": 0xC5, "AElig": 0xC6, "Ccedil": 0xC7,
    "Egrave": 0xC8, "Eacute": 0xC9, "Ecirc": 0xCA, "Euml": 0xCB, "Igrave": 0xCC, "Iacute": 0xCD, "Icirc": 0xCE,
    "Iuml": 0xCF, "ETH": 0xD0, "Ntilde": 0xD1, "Ograve": 0xD2, "Oacute": 0xD3, "Ocirc": 0xD4, "Otilde": 0xD5,
    "Ouml": 0xD6, "times": 0xD7, "Oslash": 0xD8, "Ugrave": 0xD9, "Uacute": 0xDA, "Ucirc": 0xDB, "Uuml": 0xDC,
    "Yacute": 0xDD, "THORN": 0xDE, "szlig": 0xDF, "agrave": 0xE0, "aacute": 0xE1, "acirc": 0xE2, "atilde": 0xE3,
    "auml": 0xE4, "aring": 0xE5, "aelig": 0xE6, "ccedil": 0xE7, "egrave": 0xE8, "eacute": 0xE9, "ecirc": 0xEA,
    "euml": 0xEB, "igrave": 0xEC, "iacute": 0xED, "icirc": 0xEE, "iuml": 0xEF, "eth": 0xF0, "ntilde": 0xF1,
    "ograve": 0xF2, "oacute": 0xF3, "ocirc": 0xF4, "otilde": 0xF5, "ouml": 0xF6, "divide": 0xF7, "oslash": 0xF8,
    "ugrave": 0xF9, "uacute": 0xFA, "ucirc": 0xFB, "uuml": 0xFC, "yacute": 0xFD, "thorn": 0xFE, "yuml": 0xFF,
  ]

}
