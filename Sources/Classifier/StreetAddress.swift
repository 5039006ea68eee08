import Moderation

/// Street addresses of homes: `[unit] number name{1..3} type [, locality]`.
///
/// A street without a number is no address. An office's address is public; whether it is a home is read from the words
/// around it.
enum StreetAddress {
  static func find(in document: Document, into findings: inout [Finding]) {
    guard document.roles.overlaps(.street) else { return }
    let tokens = document.tokens
    var at = 0
    while at < tokens.count {
      guard let body = body(at: at, in: document) else {
        at += 1
        continue
      }
      judge(body, in: document, into: &findings)
      at = body.tokens.upperBound
    }
  }

  struct Body {
    var tokens: Range<Int>
    var isStrong: Bool
    var hasCapital: Bool
    var hasLocality: Bool
  }

  static func body(at: Int, in document: Document) -> Body? {
    let tokens = document.tokens
    guard isNumber(tokens[at]) || isWrittenNumber(at, in: document) else { return nil }
    var next = at + 1
    // "2/117", "42-44", "14 B".
    if next < tokens.count, isNumber(tokens[next]), tokens[next].start - tokens[next - 1].end == 1,
      [0x2F, 0x2D].contains(document.bytes[tokens[next].start - 1])
    {
      next += 1
    }
    let nameStart = next
    var hasCapital = false
    while next < tokens.count, next - nameStart <= 4 {
      let token = tokens[next]
      if token.marks.contains(.clauseStart) || token.marks.contains(.sentenceStart) { return nil }
      if next > nameStart || token.roles.contains(.direction), token.roles.overlaps(.street),
        !isNamePart(next, nameStart, in: document)
      {
        break
      }
      if token.roles.contains(.stop), !token.marks.contains(.capital) { return nil }
      if token.roles.contains(.stop), next > nameStart, token.roles.overlaps([.numberWord]) { return nil }
      if token.marks.contains(.digit), !isOrdinal(token, in: document) { return nil }
      if token.marks.contains(.capital) { hasCapital = true }
      next += 1
    }
    guard next < tokens.count, next > nameStart, next - nameStart <= 4, tokens[next].roles.overlaps(.street) else {
      return nil
    }
    let isStrong = tokens[next].roles.contains(.streetStrong)
    var end = next + 1
    if end < tokens.count, tokens[end].roles.contains(.direction), tokens[end].marks.contains(.capital) { end += 1 }
    var hasLocality = false
    // Locality: up to three capitalised words or known places, and a post code.
    var count = 0
    while end < tokens.count, count < 4, !tokens[end].marks.contains(.sentenceStart) {
      let token = tokens[end]
      let isPlace =
        token.roles.contains(.place)
        || token.marks.contains(.capital) && !token.roles.overlaps([.stop, .author, .third])
      let isPostcode =
        count > 0 && token.marks.contains(.digit) && token.end - token.start >= 4 && token.end - token.start <= 5
      guard isPlace || isPostcode else { break }
      hasLocality = true
      end += 1
      count += 1
    }
    return Body(tokens: at..<end, isStrong: isStrong, hasCapital: hasCapital, hasLocality: hasLocality)
  }

  /// A type word inside the name: "Park Street", "Marae Road" go on to the last of them.
  private static func isNamePart(_ at: Int, _ nameStart: Int, in document: Document) -> Bool {
    let tokens = document.tokens
    guard at + 1 < tokens.count, at - nameStart < 3 else { return false }
    return tokens[at + 1].roles.overlaps(.street) && !tokens[at + 1].marks.contains(.clauseStart)
  }

  private static func isNumber(_ token: Token) -> Bool {
    guard token.marks.contains(.digit), token.end - token.start <= 6 else { return false }
    return true
  }

  private static func isWrittenNumber(_ at: Int, in document: Document) -> Bool {
    let token = document.tokens[at]
    return token.roles.contains(.numberWord) && at + 1 < document.tokens.count
      && document.tokens[at + 1].marks.contains(.capital)
  }

  private static func isOrdinal(_ token: Token, in document: Document) -> Bool { token.marks.contains(.letter) }

  private static func judge(_ body: Body, in document: Document, into findings: inout [Finding]) {
    let tokens = document.tokens
    let number = tokens[body.tokens.lowerBound]
    // "11:30 Park …", "$15 …": a time or a price.
    if number.start > 0, [0x24, 0x3A].contains(document.bytes[number.start - 1]) { return }
    if number.end - number.start > 5, !number.marks.contains(.letter) { return }
    if number.marks.contains(.letter), !startsWithDigit(number, in: document), number.roles.isEmpty { return }
    guard body.isStrong || body.hasCapital else { return }
    let context = Context.roles(in: document, around: body.tokens, before: 12, after: 8)
    let owner = Context.subject(in: document, before: body.tokens.lowerBound)
    let isHome =
      context.contains(.homeCue) || owner.isAuthor && context.overlaps([.author, .authorPossessive]) || owner.isOther
    let isOffice = context.contains(.organisationCue) || context.contains(.publicRole)
    let named = named(before: body.tokens.lowerBound, in: document)
    var score = body.isStrong ? 0.42 : 0.34
    if body.hasCapital { score += 0.08 }
    if body.hasLocality { score += 0.06 }
    if isHome { score = 1 - (1 - score) * 0.4 }
    if named { score = 1 - (1 - score) * 0.55 }
    if isOffice { score *= isHome ? 0.75 : 0.45 }
    if document.hits(touching: body.tokens).contains(where: { $0.roles.contains(.friend) }) {
      return
    }
    let subject: Subject = owner.isAuthor ? .author : owner.isOther || named ? .other : .unknown
    findings.append(
      Finding(
        label: .personal, score: min(score, 0.95), severity: subject == .author ? .medium : .high,
        why: "Street address\(isHome ? " with words for a home" : ""): \"\(document.words(body.tokens))\"",
        spans: [document.span(body.tokens, .address, subject)], rule: "personal.address@1"))
  }

  private static func startsWithDigit(_ token: Token, in document: Document) -> Bool {
    Byte.isDigit(document.bytes[token.start])
  }

  /// A person's name within six words before.
  private static func named(before token: Int, in document: Document) -> Bool {
    let tokens = document.tokens
    var at = token - 1
    while at >= 0, token - at <= 6, tokens[at].sentence == tokens[token].sentence {
      if tokens[at].roles.contains(.given), tokens[at].marks.contains(.capital),
        !tokens[at].roles.overlaps([.alsoWord, .place])
      {
        return true
      }
      at -= 1
    }
    return false
  }
}
