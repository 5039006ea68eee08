import Moderation

/// IP and MAC addresses and coordinates of a place: numbers that lead to a machine or a home.
enum NetworkNumber {
  static func find(in document: Document, into findings: inout Findings) {
    let bytes = document.bytes
    var last = 0
    for token in document.tokens where token.marks.contains(.digit) && token.count <= 12 {
      var at = token.start
      guard at >= last else { continue }
      while at > last, token.start - at < 8, isPart(bytes[at - 1]) { at -= 1 }
      if at > 0, Byte.isWord(bytes[at - 1]) { continue }
      var end = at
      while end < bytes.count, end - at < 64, isPart(bytes[end]) { end += 1 }
      while end > at, bytes[end - 1] == 0x2E || bytes[end - 1] == 0x3A || bytes[end - 1] == 0x2D { end -= 1 }
      last = max(last, end)
      if end < bytes.count, Byte.isWord(bytes[end]) || bytes[end] == 0x40 || end - at < 7 { continue }
      let run = bytes[at..<end]
      if let title = title(of: run) {
        add(title, at..<end, .identifier, 0.72, in: document, into: &findings)
      } else if let length = coordinates(at, end, bytes) {
        add("coordinates of a place", at..<(at + length), .address, 0.62, in: document, into: &findings)
        last = max(last, at + length)
      }
    }
  }

  private static func add(
    _ title: String, _ range: Range<Int>, _ type: SpanType, _ score: Double, in document: Document,
    into findings: inout Findings
  ) {
    let token = document.token(at: range.lowerBound)
    let subject = token < document.tokens.count ? Context.owner(in: document, of: token..<(token + 1)) : .unknown
    findings.append(
      Finding(
        label: .personal, score: score, severity: .medium, why: "Looks like \(title)",
        spans: [document.span(bytes: range, type, subject)],
        rule: type == .address ? "personal.coordinates@1" : "personal.identifier.network@1"))
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    Byte.isDigit(byte) || byte &- 0x61 < 6 || byte == 0x2E || byte == 0x3A || byte == 0x2D
  }

  private static func title(of run: ArraySlice<UInt8>) -> String? {
    let colons = run.count { $0 == 0x3A }
    let hyphens = run.count { $0 == 0x2D }
    if colons == 0, hyphens == 0, run.count(where: { $0 == 0x2E }) == 3 {
      let parts = run.split(separator: 0x2E, omittingEmptySubsequences: false)
      let values = parts.compactMap { part in
        part.count <= 3 && part.allSatisfy(Byte.isDigit) ? Int(String(decoding: part, as: UTF8.self)) : nil
      }
      guard values.count == 4, values.allSatisfy({ $0 <= 255 }), values[0] > 0 else { return nil }
      // Private networks, versions and this machine identify nobody.
      if values[0] == 10 || values[0] == 127 || values[0] == 192 && values[1] == 168 || values.allSatisfy({ $0 < 20 }) {
        return nil
      }
      return "an IP address"
    }
    let separator: UInt8 = colons > 0 ? 0x3A : 0x2D
    let parts = run.split(separator: separator, omittingEmptySubsequences: false)
    let isHex = parts.allSatisfy { $0.allSatisfy { Byte.isDigit($0) || $0 &- 0x61 < 6 } }
    guard isHex else { return nil }
    if parts.count == 6, parts.allSatisfy({ $0.count == 2 }), colons == 5 || hyphens == 5 {
      let all = parts.joined()
      return all.allSatisfy({ $0 == 0x66 }) || all.allSatisfy({ $0 == 0x30 })
        || hyphens == 5 && all.allSatisfy(Byte.isDigit) && !all.contains(0x30)
        ? nil : "a MAC address"
    }
    if colons >= 2, parts.allSatisfy({ $0.count <= 4 }),
      parts.count == 8
        || parts.count(where: \.isEmpty) == 1 && parts.count >= 4
          && run.contains(where: { !Byte.isDigit($0) && $0 != 0x3A })
    {
      return "an IP address"
    }
    return nil
  }

  /// "-41.2784, 174.7767": two numbers with four decimals and more, in range.
  private static func coordinates(_ start: Int, _ end: Int, _ bytes: [UInt8]) -> Int? {
    guard let first = decimal(start, bytes), first.end <= end, abs(first.value) <= 90 else { return nil }
    var next = first.end
    var gap = 0
    while next < bytes.count, gap < 3, bytes[next] == 0x2C || bytes[next] == 0x20 {
      next += 1
      gap += 1
    }
    guard gap > 0, let second = decimal(next, bytes), abs(second.value) <= 180 else { return nil }
    return second.end - start
  }

  private static func decimal(_ start: Int, _ bytes: [UInt8]) -> (value: Double, end: Int)? {
    var at = start
    if at < bytes.count, bytes[at] == 0x2D { at += 1 }
    let whole = at
    while at < bytes.count, Byte.isDigit(bytes[at]) { at += 1 }
    guard (1...3).contains(at - whole), at < bytes.count, bytes[at] == 0x2E else { return nil }
    let point = at
    at += 1
    while at < bytes.count, Byte.isDigit(bytes[at]) { at += 1 }
    guard at - point > 4, at - point < 12 else { return nil }
    return Double(String(decoding: bytes[start..<at], as: UTF8.self)).map { ($0, at) }
  }
}
