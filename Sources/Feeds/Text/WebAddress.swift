/// Parts of a link that are ids.
enum WebAddress {
  /// A query parameter's value.
  static func parameter(_ name: String, _ link: String) -> String? {
    for part in link.utf8.split(whereSeparator: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "&") || $0 == 0x23 }) {
      let pair = part.split(separator: UInt8(ascii: "="), maxSplits: 1)
      if pair.count == 2, pair[0].elementsEqual(name.utf8) { return String(decoding: pair[1], as: UTF8.self) }
    }
    return nil
  }

  /// The path's segment that follows `mark`.
  static func segment(after mark: String, _ link: String) -> String? {
    guard let found = link.utf8.firstRange(of: mark.utf8) else { return nil }
    let ends: [UInt8] = [UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "&")]
    let rest = link.utf8[found.upperBound...].prefix { !ends.contains($0) }
    return rest.isEmpty ? nil : String(decoding: Array(rest), as: UTF8.self)
  }

  /// The last segment of a path.
  static func lastSegment(_ link: String) -> String? {
    link.split(whereSeparator: { $0 == "/" }).last.map(String.init)
  }

  /// Percent escapes undone, once.
  static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var out: [UInt8] = []
    let bytes = Array(text.utf8)
    var at = 0
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "%"), at + 2 < bytes.count, let high = FeedText.hexDigit(bytes[at + 1]),
        let low = FeedText.hexDigit(bytes[at + 2])
      {
        out.append(UInt8(high << 4 | low))
        at += 3
      } else {
        out.append(bytes[at])
        at += 1
      }
    }
    return out.withUnsafeBytes(FeedText.decoded)
  }
}
