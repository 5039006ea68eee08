import Moderation

/// E-mail addresses, `name (at) host dot nz` included. Those of organisations are nobody's private detail.
enum EmailAddress {
  /// Local parts that stand for an office.
  private static let offices: Set<UInt64> = Set(
    ([
      "info", "contact", "enquiries", "enquiry", "inquiries", "admin", "office", "help", "helpdesk", "support", "oia",
      "foi", "lgoima", "privacy", "media", "complaints", "complaint", "feedback", "customer", "service", "services",
      "hello", "team", "submissions", "consultation", "council", "mail", "reception", "bookings", "events", "news",
      "press", "accounts", "roads", "transport", "planning", "customerservices", "customerservice", "noreply",
      "secretary", "hr", "jobs", "rates", "library", "records", "ombudsman", "mayor", "clerk", "resourceconsents",
    ] as [StaticString]).map(Hashing.word))

  static func find(in document: Document, into findings: inout [Finding]) {
    let bytes = document.bytes
    for at in bytes.indices where bytes[at] == 0x40 {
      var start = at
      while start > 0, at - start < 64, isLocal(bytes[start - 1]) { start -= 1 }
      while start < at, !Byte.isWord(bytes[start]) { start += 1 }
      var end = at + 1
      var lastDot = 0
      while end < bytes.count, end - at < 120, Byte.isWord(bytes[end]) || bytes[end] == 0x2D || bytes[end] == 0x2E {
        if bytes[end] == 0x2E { lastDot = end }
        end += 1
      }
      while end > at + 1, !Byte.isWord(bytes[end - 1]) { end -= 1 }
      if lastDot >= end - 1 { lastDot = bytes[at..<end].lastIndex(of: 0x2E) ?? 0 }
      guard start < at, lastDot > at + 1, end - lastDot > 2, bytes[(lastDot + 1)..<end].allSatisfy(Byte.isLetter) else {
        continue
      }
      let token = document.token(at: start)
      if isOffice(bytes, local: start..<at, host: (at + 1)..<end) { continue }
      let owner = Context.subject(in: document, before: token)
      let subject: Subject = owner.isAuthor ? .author : owner.isOther ? .other : .unknown
      findings.append(
        Finding(
          label: .personal, score: 0.92, severity: owner.isOther ? .high : .medium,
          why: "E-mail address of \(subject == .author ? "the author" : "a person")",
          spans: [document.span(bytes: start..<end, .email, subject)], rule: "personal.email@1"))
    }
  }

  private static func isLocal(_ byte: UInt8) -> Bool {
    Byte.isWord(byte) || byte == 0x2E || byte == 0x2D || byte == 0x5F || byte == 0x2B
  }

  private static func isOffice(_ bytes: [UInt8], local: Range<Int>, host: Range<Int>) -> Bool {
    var hash = Hashing.seed
    for byte in bytes[local] {
      if byte == 0x2E || byte == 0x2D || byte == 0x5F {
        if offices.contains(Hashing.finish(hash)) { return true }
        hash = Hashing.seed
        continue
      }
      hash = Hashing.add(byte, to: hash)
    }
    if offices.contains(Hashing.finish(hash)) { return true }
    // Public bodies' own domains.
    for suffix in [".govt", ".gov", ".police", ".parliament", ".council", ".nhs"] as [StaticString] {
      if contains(bytes[host], suffix) { return true }
    }
    return false
  }

  private static func contains(_ bytes: ArraySlice<UInt8>, _ text: StaticString) -> Bool {
    text.withUTF8Buffer { needle in
      guard bytes.count >= needle.count else { return false }
      for start in bytes.startIndex...(bytes.endIndex - needle.count) {
        if (0..<needle.count).allSatisfy({ bytes[start + $0] == needle[$0] }) {
          // A whole part of the domain: `.gov` is not in `.governance`.
          let after = start + needle.count
          if after == bytes.endIndex || bytes[after] == 0x2E { return true }
        }
      }
      return false
    }
  }
}
