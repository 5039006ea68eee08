import Moderation

/// Profanity, slurs and insults from the word list, disguised spellings included.
enum Offence {
  static func find(in document: Document, lexicon: Lexicon, into findings: inout Findings) {
    if document.roles.overlaps(.offending) { listed(in: document, into: &findings) }
    Disguise.find(in: document, lexicon: lexicon, into: &findings)
  }

  private static func listed(in document: Document, into findings: inout Findings) {
    var end = -1
    for hit in document.hits where hit.roles.overlaps(.offending) && hit.start >= end {
      guard !isFriend(hit, in: document) else { continue }
      if isShadowed(hit, in: document) { continue }
      if hit.roles.contains(.needsTarget), !isAimed(hit, in: document) { continue }
      if isObjected(hit, in: document) { continue }
      end = hit.end
      findings.append(finding(hit.start..<hit.end, hit.roles, in: document))
    }
  }

  static func finding(_ range: Range<Int>, _ roles: Role, in document: Document) -> Finding {
    let type: SpanType
    let severity: Severity
    let name: String
    switch roles {
    case _ where roles.contains(.slur): (type, severity, name) = (.slur, .high, "Slur")
    case _ where roles.contains(.insult): (type, severity, name) = (.insult, .medium, "Insult")
    case _ where roles.contains(.sexual): (type, severity, name) = (.sexual, .medium, "Sexual")
    default: (type, severity, name) = (.profanity, .medium, "Profanity")
    }
    let score = roles.contains(.needsTarget) ? 0.62 : roles.contains(.slur) ? 0.9 : 0.85
    return Finding(
      label: .offensive, score: score, severity: severity, why: "\(name): \"\(document.words(range))\"",
      spans: [document.span(range, type)], rule: "offensive.\(type.rawValue)@1")
  }

  /// Part of a longer ordinary word or name: Dick Smith, female dog.
  private static func isFriend(_ hit: Hit, in document: Document) -> Bool {
    document.hits(touching: hit.start..<hit.end).contains {
      $0.roles.contains(.friend) && $0.start <= hit.start && $0.end >= hit.end
    }
  }

  private static func isShadowed(_ hit: Hit, in document: Document) -> Bool {
    document.hits(touching: hit.start..<hit.end).contains {
      $0.roles.overlaps(.offending) && $0.start <= hit.start && $0.end >= hit.end
        && $0.end - $0.start > hit.end - hit.start
        && !$0.roles.contains(.needsTarget)
    }
  }

  /// Said of a person: "you …", "what a …", "bunch of …".
  private static func isAimed(_ hit: Hit, in document: Document) -> Bool {
    let tokens = document.tokens
    var at = hit.start - 1
    while at >= 0, hit.start - at <= 4, tokens[at].sentence == tokens[hit.start].sentence {
      if tokens[at].roles.contains(.second) { return true }
      at -= 1
    }
    return false
  }

  /// Quoted to object to it: he called her a "…".
  private static func isObjected(_ hit: Hit, in document: Document) -> Bool {
    guard hit.roles.overlaps([.slur, .insult]) else { return false }
    let tokens = document.tokens
    var at = hit.start - 1
    while at >= 0, hit.start - at <= 5, tokens[at].sentence == tokens[hit.start].sentence {
      if tokens[at].roles.contains(.objecting) { return true }
      at -= 1
    }
    return false
  }
}
