import Moderation

/// Offending words in disguise: `f*ck`, `sh1t`, `i d i o t`, `fuuuck`, `b.i.t.c.h`.
enum Disguise {
  private static let hidden: [(word: StaticString, role: Role)] = [
    ("fuck", .profanity), ("fucks", .profanity), ("fucked", .profanity), ("fucker", .profanity),
    ("fuckers", .profanity), ("fucking", .profanity), ("fuckin", .profanity), ("shit", .profanity),
    ("shits", .profanity), ("shitty", .profanity), ("shithole", .profanity), ("bullshit", .profanity),
    ("cunt", .profanity), ("cunts", .profanity), ("bitch", .insult), ("bitches", .insult), ("wanker", .insult),
    ("wankers", .insult), ("bastard", .insult), ("bastards", .insult), ("asshole", .insult), ("assholes", .insult),
    ("arsehole", .insult), ("arseholes", .insult), ("dickhead", .insult), ("dickheads", .insult), ("prick", .insult),
    ("pricks", .insult), ("twat", .insult), ("twats", .insult), ("whore", .slur), ("slut", .slur), ("sluts", .slur),
    ("faggot", .slur), ("faggots", .slur), ("nigger", .slur), ("niggers", .slur), ("retard", .slur),
    ("retards", .slur), ("retarded", .slur), ("motherfucker", .profanity), ("motherfuckers", .profanity),
    ("idiot", .insult), ("idiots", .insult), ("moron", .insult), ("morons", .insult), ("pussy", .insult),
    ("scum", .insult), ("tranny", .slur), ("piss", .profanity),
  ]

  static func find(in document: Document, lexicon: Lexicon, into findings: inout Findings) {
    spaced(in: document, lexicon: lexicon, into: &findings)
    masked(in: document, into: &findings)
    stretched(in: document, lexicon: lexicon, into: &findings)
  }

  /// Single letters in a row, with one space or sign between.
  private static func spaced(in document: Document, lexicon: Lexicon, into findings: inout Findings) {
    let tokens = document.tokens
    var at = 0
    while at < tokens.count {
      guard isSingle(tokens[at]) else {
        at += 1
        continue
      }
      let begin = at
      var hash = Hashing.seed
      while at < tokens.count, isSingle(tokens[at]), at == begin || tokens[at].start - tokens[at - 1].end <= 2 {
        hash = Hashing.add(document.bytes[tokens[at].start], to: hash)
        at += 1
      }
      guard at - begin >= 4, at - begin <= 14 else { continue }
      let roles = lexicon.roles(of: Hashing.finish(hash))
      if roles.overlaps(.offending), !roles.contains(.friend) {
        var finding = Offence.finding(begin..<at, roles.subtracting(.needsTarget), in: document)
        finding.why += ", spelt with gaps"
        findings.append(finding)
      }
    }
  }

  private static func isSingle(_ token: Token) -> Bool { token.end - token.start == 1 && token.marks.contains(.letter) }

  /// Letters hidden behind signs and digits.
  private static func masked(in document: Document, into findings: inout Findings) {
    let bytes = document.bytes
    var at = 0
    while at < bytes.count {
      guard isPart(bytes[at]) else {
        at += 1
        continue
      }
      let begin = at
      var signs = 0
      var letters = 0
      while at < bytes.count, isPart(bytes[at]) {
        if Byte.isLetter(bytes[at]) { letters += 1 } else { signs += 1 }
        at += 1
      }
      var end = at
      // A sign at the end may be punctuation: "what!".
      while end > begin, bytes[end - 1] == 0x21 { end -= 1 }
      guard signs > 0, letters > 0, (3...16).contains(end - begin) else { continue }
      for (word, role) in hidden where matches(bytes[begin..<end], word) {
        let span = document.span(bytes: begin..<end, role == .slur ? .slur : role == .insult ? .insult : .profanity)
        let quote = String(decoding: bytes[begin..<end], as: UTF8.self)
        findings.append(
          Finding(
            label: .offensive, score: 0.86, severity: role == .slur ? .high : .medium,
            why: "\(role == .slur ? "Slur" : role == .insult ? "Insult" : "Profanity"): \"\(quote)\", disguised",
            spans: [span], rule: "offensive.disguised@1"))
        break
      }
    }
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2A, 0x40, 0x24, 0x21, 0x23: true
    default: Byte.isWord(byte)
    }
  }

  /// Whether signs stand where letters would: at least one plain letter, and not the word itself.
  private static func matches(_ bytes: ArraySlice<UInt8>, _ word: StaticString) -> Bool {
    guard bytes.count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { letters in
      var plain = 0
      for (offset, byte) in bytes.enumerated() {
        let letter = letters[offset]
        if byte == letter {
          plain += 1
          continue
        }
        switch (byte, letter) {
        case (0x2A, _), (0x23, _): break
        case (0x40, 0x61), (0x34, 0x61), (0x33, 0x65), (0x31, 0x69), (0x21, 0x69), (0x31, 0x6C), (0x30, 0x6F),
          (0x24, 0x73),
          (0x35, 0x73), (0x37, 0x74), (0x40, 0x75):
          break
        default: return false
        }
      }
      return plain >= 1 && bytes.first == letters[0]
    }
  }

  /// Three and more of a letter in a row: `fuuuuck`.
  private static func stretched(in document: Document, lexicon: Lexicon, into findings: inout Findings) {
    for (place, token) in document.tokens.enumerated()
    where token.end - token.start >= 5 && token.end - token.start <= 60 {
      let bytes = document.bytes[token.start..<token.end]
      guard hasStretch(bytes) else { continue }
      for keep in 1...2 {
        let roles = lexicon.roles(of: squeezed(bytes, keeping: keep))
        guard roles.overlaps(.offending), !roles.overlaps([.friend, .needsTarget]) else { continue }
        findings.append(Offence.finding(place..<(place + 1), roles, in: document))
        break
      }
    }
  }

  private static func hasStretch(_ bytes: ArraySlice<UInt8>) -> Bool {
    var run = 0
    var previous: UInt8 = 0
    for byte in bytes {
      run = byte == previous ? run + 1 : 1
      if run == 3 { return true }
      previous = byte
    }
    return false
  }

  private static func squeezed(_ bytes: ArraySlice<UInt8>, keeping: Int) -> UInt64 {
    var hash = Hashing.seed
    var index = bytes.startIndex
    while index < bytes.endIndex {
      var end = index
      while end < bytes.endIndex, bytes[end] == bytes[index] { end += 1 }
      let run = end - index
      for _ in 0..<(run >= 3 ? keeping : run) { hash = Hashing.add(bytes[index], to: hash) }
      index = end
    }
    return Hashing.finish(hash)
  }
}
