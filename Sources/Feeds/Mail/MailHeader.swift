/// Header fields of a mail (RFC 5322).
enum MailHeader {
  /// `Subject: …`
  static func isHeader(_ line: String) -> Bool { name(line) != nil }

  /// The field's name in lower case.
  static func name(_ line: String) -> String? {
    guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")), colon != line.startIndex else { return nil }
    let name = line[..<colon]
    guard name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), name.utf8.count < 78 else { return nil }
    return name.lowercased()
  }

  static func id(_ text: String) -> String {
    let text = FeedText.trimmed(text)
    guard let open = text.firstIndex(of: "<"), let close = text[open...].firstIndex(of: ">") else { return text }
    return String(text[text.index(after: open)..<close])
  }

  /// The last of several ids in angle brackets.
  static func lastID(_ text: String) -> String? {
    guard let open = text.lastIndex(of: "<"), let close = text[open...].firstIndex(of: ">") else {
      let word = FeedText.trimmed(text)
      return word.isEmpty || word.contains(" ") ? nil : word
    }
    return String(text[text.index(after: open)..<close])
  }

  /// A subject without `Re:`, `Fwd:` and a list's `[name]`.
  static func threadName(_ subject: String) -> String {
    var rest = FeedText.trimmed(subject)
    while true {
      let lower = rest.lowercased()
      if let mark = ["re:", "fwd:", "fw:", "aw:", "sv:", "antw:"].first(where: lower.hasPrefix) {
        rest = FeedText.trimmed(String(rest.dropFirst(mark.count)))
      } else if rest.hasPrefix("["), let close = rest.firstIndex(of: "]"), rest.index(after: close) < rest.endIndex {
        rest = FeedText.trimmed(String(rest[rest.index(after: close)...]))
      } else {
        return rest
      }
    }
  }

  /// `"Mere Tua" <m@example.nz>`, `m@example.nz (Mere Tua)`, `m at example.nz (Mere Tua)`: the name, and whether there was
  /// an address.
  static func author(_ text: String) -> (name: String?, address: String?) {
    let text = FeedText.trimmed(text)
    if let open = text.lastIndex(of: "<") {
      var name = FeedText.trimmed(String(text[..<open]))
      if name.count > 1, name.hasPrefix("\""), name.hasSuffix("\"") { name = String(name.dropFirst().dropLast()) }
      return (name.isEmpty ? nil : name, String(text[open...]))
    }
    if let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"), open < close {
      return (FeedText.trimmed(String(text[text.index(after: open)..<close])), String(text[..<open]))
    }
    return text.contains("@") || text.contains(" at ") ? (nil, text) : (text.isEmpty ? nil : text, nil)
  }

  /// The words of `Name of the list <list.example.org>`.
  static func channel(_ text: String) -> String {
    guard let open = text.firstIndex(of: "<"), open != text.startIndex else { return id(text) }
    return FeedText.trimmed(String(text[..<open]))
  }

  /// A date without the zone's name in brackets.
  static func withoutComment(_ text: String) -> String {
    guard let open = text.firstIndex(of: "(") else { return text }
    return FeedText.trimmed(String(text[..<open]))
  }

  /// A parameter of a structured field: `charset` of `text/plain; charset="utf-8"`.
  static func parameter(_ name: String, of value: String) -> String? {
    for part in value.split(separator: ";").dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, FeedText.trimmed(String(pair[0])).lowercased() == name else { continue }
      let text = FeedText.trimmed(String(pair[1]))
      return text.count > 1 && text.hasPrefix("\"") ? String(text.dropFirst().prefix { $0 != "\"" }) : text
    }
    return nil
  }
}
