/// HTML to the text a person would see (FORMATS § 6.2): block ends become line breaks, links say where they go, entities
/// are decoded once.
enum HTMLText {
  static func plain(_ html: String) -> String {
    var html = html
    return html.withUTF8 { plain(UnsafeRawBufferPointer($0)) }
  }

  private static func plain(_ html: UnsafeRawBufferPointer) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(html.count)
    var link: (address: [UInt8], labelStart: Int)?
    var at = 0
    while at < html.count {
      guard html[at] == UInt8(ascii: "<"), at + 1 < html.count, let end = endOfTag(html, at) else {
        let next = html[(at + 1)...].firstIndex(of: UInt8(ascii: "<")) ?? html.count
        HTMLEntities.decode(UnsafeRawBufferPointer(rebasing: html[at..<next]), into: &out)
        at = next
        continue
      }
      let tag = UnsafeRawBufferPointer(rebasing: html[at..<end])
      let isClose = tag[1] == UInt8(ascii: "/")
      at = end
      switch name(tag) {
      case "br", "hr": out.append(0x0A)
      case "p", "div", "li", "tr", "blockquote", "ul", "ol", "pre", "h1", "h2", "h3", "h4", "h5", "h6":
        if isClose, out.last != 0x0A { out.append(0x0A) }
      case "script" where !isClose, "style" where !isClose:
        at = endOfElement(html, end, name(tag))
      case "a":
        if let open = link, isClose {
          let label = out[open.labelStart...]
          // A mention or a hashtag names what it links to.
          let isMention = label.first == UInt8(ascii: "@") || label.first == UInt8(ascii: "#")
          if !isMention, !open.address.isEmpty, !label.elementsEqual(open.address), open.address[0] != UInt8(ascii: "#")
          {
            out += [0x20, UInt8(ascii: "(")] + open.address + [UInt8(ascii: ")")]
          }
          link = nil
        } else if !isClose {
          link = (address(tag), out.count)
        }
      default: break
      }
    }
    return out.withUnsafeBytes(normalized)
  }

  /// After the `>` that closes the tag at `start`; nil when `<` begins no tag.
  private static func endOfTag(_ html: UnsafeRawBufferPointer, _ start: Int) -> Int? {
    let first = html[start + 1]
    let letter = first == UInt8(ascii: "/") && start + 2 < html.count ? html[start + 2] : first
    if html[start...].starts(with: "<!--".utf8) {
      var at = start + 4
      while at + 2 < html.count {
        if html[at] == UInt8(ascii: "-"), html[at + 1] == UInt8(ascii: "-"), html[at + 2] == UInt8(ascii: ">") {
          return at + 3
        }
        at += 1
      }
      return html.count
    }
    guard (0x41...0x5A).contains(letter & 0xDF) else { return nil }
    var quote: UInt8 = 0
    for at in (start + 1)..<html.count {
      let byte = html[at]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if (byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")) && html[at - 1] == UInt8(ascii: "=") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return at + 1
      }
    }
    return nil
  }

  private static func name(_ tag: UnsafeRawBufferPointer) -> String {
    let start = tag[1] == UInt8(ascii: "/") ? 2 : 1
    let letters = tag[start...].prefix { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || (0x30...0x39).contains($0) }
    return String(decoding: letters.prefix(16).map { $0 < 0x41 ? $0 : $0 | 0x20 }, as: UTF8.self)
  }

  /// After the closing tag of an element that holds no text.
  private static func endOfElement(_ html: UnsafeRawBufferPointer, _ start: Int, _ name: String) -> Int {
    var at = start
    while at + 1 < html.count {
      if html[at] == UInt8(ascii: "<"), html[at + 1] == UInt8(ascii: "/"), let end = endOfTag(html, at),
        self.name(UnsafeRawBufferPointer(rebasing: html[at..<end])) == name
      {
        return end
      }
      at += 1
    }
    return html.count
  }

  private static func address(_ tag: UnsafeRawBufferPointer) -> [UInt8] {
    let lower = tag.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    guard let found = lower.firstRange(of: Array("href=".utf8)) else { return [] }
    var at = found.upperBound
    var isEnd: (UInt8) -> Bool = { $0 <= 0x20 || $0 == UInt8(ascii: ">") }
    if at < tag.count, tag[at] == UInt8(ascii: "\"") || tag[at] == UInt8(ascii: "'") {
      let quote = tag[at]
      isEnd = { $0 == quote }
      at += 1
    }
    let end = tag[at...].firstIndex(where: isEnd) ?? tag.count
    var out: [UInt8] = []
    HTMLEntities.decode(UnsafeRawBufferPointer(rebasing: tag[at..<end]), into: &out)
    return out
  }

  /// Single blanks, no blanks at line ends, at most one empty line, nothing at either end.
  private static func normalized(_ raw: UnsafeRawBufferPointer) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(raw.count)
    for byte in raw {
      switch byte {
      case 0x0D: continue
      case 0x20, 0x09:
        if let last = out.last, last != 0x20, last != 0x0A { out.append(0x20) }
      case 0x0A:
        if out.last == 0x20 { out.removeLast() }
        let isThird = out.count > 1 && out[out.count - 1] == 0x0A && out[out.count - 2] == 0x0A
        if !isThird, !out.isEmpty { out.append(0x0A) }
      default: out.append(byte)
      }
    }
    return out.withUnsafeBytes { FeedText.decoded(FeedText.trimmed($0)) }
  }
}
