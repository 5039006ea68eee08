import Glibc

/// Text and attributes out of XML's bytes.
enum XMLText {
  private static let open = Array("<![CDATA[".utf8)
  private static let close = Array("]]>".utf8)

  /// The text of what stands between two tags: CDATA as it is, entities elsewhere decoded once, tags left out.
  static func string(_ raw: UnsafeRawBufferPointer) -> String {
    let raw = FeedText.trimmed(raw)
    guard let base = raw.baseAddress, !raw.isEmpty else { return "" }
    let hasMarkup = memchr(base, Int32(UInt8(ascii: "<")), raw.count) != nil
    if !hasMarkup, memchr(base, Int32(UInt8(ascii: "&")), raw.count) == nil { return clean(raw) }
    if raw.starts(with: open), raw.count >= open.count + close.count, raw.suffix(3).elementsEqual(close) {
      let inner = UnsafeRawBufferPointer(rebasing: raw[open.count..<(raw.count - 3)])
      if find(inner, close, 0) == nil { return clean(FeedText.trimmed(inner)) }
    }
    var out: [UInt8] = []
    var at = 0
    while at < raw.count {
      if raw[at] == UInt8(ascii: "<") {
        if raw[at...].starts(with: open) {
          let end = find(raw, close, at + open.count) ?? raw.count
          out += raw[(at + open.count)..<end]
          at = min(raw.count, end + 3)
        } else if at + 1 < raw.count, isTag(raw[at + 1]) {
          at = (raw[at...].firstIndex(of: UInt8(ascii: ">")) ?? raw.count - 1) + 1
        } else {
          out.append(raw[at])
          at += 1
        }
      } else {
        let end = raw[at...].firstIndex(of: UInt8(ascii: "<")) ?? raw.count
        HTMLEntities.decode(UnsafeRawBufferPointer(rebasing: raw[at..<end]), into: &out)
        at = end
      }
    }
    return out.withUnsafeBytes { clean(FeedText.trimmed($0)) }
  }

  private static func isTag(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") || byte >= 0x80
      || (0x41...0x5A).contains(byte & 0xDF)
  }

  /// Without the controls that XML forbids; exports hold them all the same.
  private static func clean(_ raw: UnsafeRawBufferPointer) -> String {
    func isForbidden(_ byte: UInt8) -> Bool { byte < 0x20 && byte != 0x0A && byte != 0x09 && byte != 0x0D }
    guard raw.contains(where: isForbidden) else { return String(decoding: raw, as: UTF8.self) }
    return String(decoding: raw.filter { !isForbidden($0) }, as: UTF8.self)
  }

  private static func find(_ raw: UnsafeRawBufferPointer, _ mark: [UInt8], _ start: Int) -> Int? {
    var at = start
    while at + mark.count <= raw.count {
      guard let next = raw[at...].firstIndex(of: mark[0]), next + mark.count <= raw.count else { return nil }
      if raw[next...].starts(with: mark) { return next }
      at = next + 1
    }
    return nil
  }

  /// The value of an attribute in a start tag, by its local name.
  static func attribute(_ tag: UnsafeRawBufferPointer, _ name: String) -> String? {
    let wanted = Array(name.utf8)
    var at = tag.firstIndex { $0 <= 0x20 } ?? tag.count
    while at < tag.count {
      while at < tag.count, tag[at] <= 0x20 || tag[at] == UInt8(ascii: "/") { at += 1 }
      var first = at
      while at < tag.count, tag[at] > 0x20, tag[at] != UInt8(ascii: "="), tag[at] != UInt8(ascii: ">") {
        if tag[at] == UInt8(ascii: ":") { first = at + 1 }
        at += 1
      }
      let isWanted = tag[first..<max(first, at)].elementsEqual(wanted)
      guard at < tag.count, tag[at] != UInt8(ascii: ">") else { return nil }
      while at < tag.count, tag[at] <= 0x20 { at += 1 }
      guard at < tag.count, tag[at] == UInt8(ascii: "=") else { continue }
      at += 1
      while at < tag.count, tag[at] <= 0x20 { at += 1 }
      guard at < tag.count else { return nil }
      let value: Range<Int>
      if tag[at] == UInt8(ascii: "\"") || tag[at] == UInt8(ascii: "'") {
        let end = tag[(at + 1)...].firstIndex(of: tag[at]) ?? tag.count
        value = (at + 1)..<end
        at = min(tag.count, end + 1)
      } else {
        var end = at
        while end < tag.count, tag[end] > 0x20, tag[end] != UInt8(ascii: ">") { end += 1 }
        if end < tag.count, end > at, tag[end] == UInt8(ascii: ">"), tag[end - 1] == UInt8(ascii: "/") { end -= 1 }
        value = at..<end
        at = max(end, at + 1)
      }
      if isWanted { return string(UnsafeRawBufferPointer(rebasing: tag[value])) }
    }
    return nil
  }
}
