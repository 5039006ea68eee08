/// Links as they are written in comments: with a scheme, with `www`, or a bare host and its path.
enum Links {
  static func find(in document: Document) -> [Range<Int>] {
    var links: [Range<Int>] = []
    let bytes = document.bytes
    for token in document.tokens where FeatureWalk.isHost(token, in: document) || isScheme(token) {
      if let last = links.last, token.start < last.upperBound { continue }
      var start = token.start
      while start > 0, !isBreak(bytes[start - 1]) { start -= 1 }
      var end = token.end
      while end < bytes.count, !isBreak(bytes[end]) { end += 1 }
      // The full stop of the sentence is no part of it.
      while end > token.end, isEnd(bytes[end - 1]) { end -= 1 }
      // A mail box is no link.
      if !bytes[start..<end].contains(0x40) { links.append(start..<end) }
    }
    return links
  }

  private static let schemes = Word.set(["http", "https", "www", "hxxp", "hxxps"])

  private static func isScheme(_ token: Token) -> Bool { schemes.contains(token.hash) }

  private static func isBreak(_ byte: UInt8) -> Bool {
    Byte.isSpace(byte) || byte == 0x22 || byte == 0x28 || byte == 0x29 || byte == 0x3C || byte == 0x3E || byte == 0x1F
  }

  private static func isEnd(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2E, 0x2C, 0x21, 0x3F, 0x3A, 0x3B: true
    default: false
    }
  }
}
