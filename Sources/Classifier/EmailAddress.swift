import Moderation

/// E-mail addresses, `name (at) host dot nz` included. Those of organisations are nobody's private detail.
enum EmailAddress {
  /// Local parts that stand for an office.
  private static let offices = Word.set([
    "info", "contact", "enquiries", "enquiry", "inquiries", "admin", "office", "help", "helpdesk", "support", "oia",
    "foi", "lgoima", "privacy", "media", "complaints", "complaint", "feedback", "customer", "service", "services",
    "hello", "team", "submissions", "consultation", "council", "mail", "reception", "bookings", "events", "news",
    "press", "accounts", "roads", "transport", "planning", "customerservices", "customerservice", "noreply",
    "secretary", "hr", "jobs", "rates", "library", "records", "ombudsman", "mayor", "clerk", "resourceconsents",
    "community", "education", "volunteer", "volunteers", "membership", "sales", "orders", "comms", "communications",
    "dpo",
    "webmaster", "postmaster", "reply", "safety", "recruitment", "careers", "tickets", "parking", "fines", "registrar",
  ])

  /// - Parameter own: the agency's own domains, folded: never flagged.
  static func find(in document: Document, own: [[UInt8]], into findings: inout Findings) {
    if document.hasAt { plain(in: document, own: own, into: &findings) }
    if document.roles.contains(.mailbox) { spelt(in: document, own: own, into: &findings) }
  }

  private static func plain(in document: Document, own: [[UInt8]], into findings: inout Findings) {
    let bytes = document.bytes
    for at in bytes.indices where bytes[at] == 0x40 {
      var start = at
      while start > 0, at - start < 64, isLocal(bytes[start - 1]) { start -= 1 }
      while start < at, !Byte.isWord(bytes[start]) { start += 1 }
      var end = at + 1
      while end < bytes.count, end - at < 120, Byte.isWord(bytes[end]) || bytes[end] == 0x2D || bytes[end] == 0x2E {
        end += 1
      }
      while end > at + 1, !Byte.isWord(bytes[end - 1]) { end -= 1 }
      guard start < at, let lastDot = bytes[at..<end].lastIndex(of: 0x2E), lastDot > at + 1, end - lastDot > 2,
        bytes[(lastDot + 1)..<end].allSatisfy(Byte.isLetter), end == bytes.count || bytes[end] != 0x40,
        bytes[at + 1] != 0x2E
      else { continue }
      add(start..<end, local: start..<at, host: (at + 1)..<end, in: document, own: own, into: &findings)
    }
  }

  // MARK: Spelt out

  /// "b.tuffery at gmail dot com", "f_tagaloa(at)protonmail(dot)com", "mccabe dot ngata at gmail".
  private static func spelt(in document: Document, own: [[UInt8]], into findings: inout Findings) {
    let tokens = document.tokens
    for at in tokens.indices.dropFirst() where tokens[at].hash == Word.at || tokens[at].hash == Word.arroba {
      guard at + 1 < tokens.count, !tokens[at].marks.contains(.sentenceStart) else { continue }
      let isBracketed =
        tokens[at].marks.contains(.bracketed) || tokens[at].start > 0 && document.bytes[tokens[at].start - 1] == 0x5B
      var end = at + 2
      var dots = 0
      while end + 1 < tokens.count, tokens[end].hash == Word.dot, !tokens[end].marks.contains(.sentenceStart) {
        end += 2
        dots += 1
      }
      // "at protonmail.com": the dot is typed.
      while end < tokens.count, document.bytes[tokens[end - 1].end..<tokens[end].start].elementsEqual([0x2E]) {
        end += 1
        dots += 1
      }
      let isKnownHost = Word.mailHosts.contains(tokens[at + 1].hash)
      guard
        dots > 0 && (isBracketed || isKnownHost || end > at + 3 && tokens[at + 2].hash == Word.dot)
          || isKnownHost && hasMailLocal(before: at, in: document)
      else { continue }
      var start = at - 1
      while start > 0, isLocalJoin(document, before: start) || tokens[start - 1].hash == Word.dot && start > 1 {
        start -= tokens[start - 1].hash == Word.dot ? 2 : 1
        if at - start > 12 { break }
      }
      start = max(0, start)
      guard start < at else { continue }
      let bytes = tokens[start].start..<tokens[end - 1].end
      add(
        bytes, local: tokens[start].start..<tokens[at - 1].end, host: tokens[at + 1].start..<tokens[end - 1].end,
        in: document, own: own, into: &findings)
    }
  }

  private static func isLocalJoin(_ document: Document, before at: Int) -> Bool {
    guard at > 0, at < document.tokens.count else { return false }
    let gap = document.bytes[document.tokens[at - 1].end..<document.tokens[at].start]
    return gap.count == 1 && [0x2E, 0x2D, 0x5F, 0x2B].contains(gap.first ?? 0)
  }

  /// What only a mailbox looks like: a digit, a dot or an underscore in the name.
  private static func hasMailLocal(before at: Int, in document: Document) -> Bool {
    let name = document.tokens[at - 1]
    return name.marks.contains(.digit) || isLocalJoin(document, before: at - 1)
      || at > 1 && document.tokens[at - 2].hash == Word.dot
  }

  // MARK: Whose

  private static func add(
    _ range: Range<Int>, local: Range<Int>, host: Range<Int>, in document: Document, own: [[UInt8]],
    into findings: inout Findings
  ) {
    let bytes = document.bytes
    let token = document.token(at: range.lowerBound)
    let tokens = token..<max(token + 1, document.token(at: range.upperBound - 1) + 1)
    if own.contains(where: { isDomain($0, of: bytes[host]) }) {
      findings.exclude(.ownDetail, .personal, tokens, in: document)
      return
    }
    if isOffice(bytes, local: local, host: host) {
      findings.exclude(.office, .personal, tokens, in: document)
      return
    }
    let owner = Context.owner(in: document, of: tokens)
    findings.append(
      Finding(
        label: .personal, score: 0.92, severity: owner == .other ? .high : .medium,
        why: "E-mail address of \(owner == .author ? "the author" : "a person")",
        spans: [document.span(bytes: range, .email, owner)], rule: "personal.email@2", detail: range))
  }

  private static func isLocal(_ byte: UInt8) -> Bool {
    Byte.isWord(byte) || byte == 0x2E || byte == 0x2D || byte == 0x5F || byte == 0x2B || byte == 0x27 || byte == 0x25
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
    for suffix in [".govt", ".gov", ".police", ".parliament", ".council", ".nhs", ".gc"] as [StaticString] {
      if contains(bytes[host], suffix) { return true }
    }
    return false
  }

  /// Whether a host is a domain or under it.
  private static func isDomain(_ domain: [UInt8], of host: ArraySlice<UInt8>) -> Bool {
    guard !domain.isEmpty, host.count >= domain.count, host.suffix(domain.count).elementsEqual(domain) else {
      return false
    }
    return host.count == domain.count || host[host.endIndex - domain.count - 1] == 0x2E
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

extension Word {
  static let at = Hashing.word("at")
  static let arroba = Hashing.word("arroba")
  static let dot = Hashing.word("dot")
  static let mailHosts = set([
    "gmail", "hotmail", "outlook", "yahoo", "xtra", "icloud", "protonmail", "proton", "live", "orcon", "slingshot",
    "bigpond",
    "optusnet", "btinternet", "eircom", "shaw", "telus", "aol", "googlemail", "me", "gmx", "mailbox",
  ])
}
