/// Reasons to leave a detail alone.
extension HealthLinker {
  /// "if my mum gets …", "does anyone's child …", "imagine …".
  func supposition(in sentence: Range<Int>, before hit: Int) -> Range<Int>? {
    // Only within the detail's own clause, and not without end in a text without signs.
    var at = hit
    let clause = document.tokens[hit].clause
    while at > sentence.lowerBound, hit - at < Self.reach, document.tokens[at - 1].clause == clause { at -= 1 }
    while at < hit {
      guard document.tokens[at].opens(.conditional) else {
        at += 1
        continue
      }
      for found in document.hits(starting: at) where found.roles.contains(.conditional) {
        // "ask if my wife's Humira …" asks about what is so.
        if found.start > sentence.lowerBound, Word.asks.contains(document.tokens[found.start - 1].hash) { continue }
        if found.end < hit, Word.asks.contains(document.tokens[found.end].hash) { continue }
        // Behind another clause, or a "but", it no longer rules.
        let isSame = document.tokens[hit].clause == document.tokens[found.start].clause
        if isSame, !(found.end..<hit).contains(where: { Word.turns.contains(document.tokens[$0].hash) }) {
          return found.range
        }
      }
      at += 1
    }
    return nil
  }

  /// "does not have diabetes": a denial of a condition right before it. A treatment that did not happen is told all the same.
  func denial(of mention: HealthMention, in sentence: Range<Int>) -> Range<Int>? {
    guard mention.type == .condition, !mention.isFacility else { return nil }
    let tokens = document.tokens
    var at = mention.tokens.lowerBound - 1
    while at >= sentence.lowerBound, mention.tokens.lowerBound - at <= 3, !tokens[at + 1].marks.contains(.clauseStart) {
      if tokens[at].has(.negation) {
        return Word.stillTold.contains(tokens[mention.tokens.lowerBound].hash) ? nil : at..<mention.tokens.upperBound
      }
      guard tokens[at].has([.link, .stop, .auxiliary]) else { return nil }
      at -= 1
    }
    return nil
  }

  /// Between person and detail: at work there, an animal of theirs, a group.
  func exclusion(between person: PersonMention, and mention: HealthMention) -> Outcome? {
    let hit = mention.tokens
    guard person.tokens.upperBound <= hit.lowerBound else { return nil }
    // "my kids school has measles".
    let next = person.tokens.upperBound
    if next < hit.lowerBound,
      document.tokens[next].has([.school]) || Word.theirPlaces.contains(document.tokens[next].hash),
      !document.tokens[next].marks.contains(.clauseStart)
    {
      return .excluded(.inanimate, next..<hit.upperBound)
    }
    for at in person.tokens.upperBound..<hit.lowerBound {
      let token = document.tokens[at]
      if token.has(.animal) { return .excluded(.inanimate, at..<hit.upperBound) }
      if token.has(.work), !token.has(.health), hit.lowerBound - at <= (mention.isFacility ? 24 : 7),
        !isRelative(at, before: lastVerb(before: hit, after: at))
      {
        return .excluded(.occupation, at..<hit.upperBound)
      }
      if token.has(.group), hit.lowerBound - at <= 3, isSubject(at, of: hit) {
        return .excluded(.group, at..<hit.upperBound)
      }
    }
    return nil
  }

  /// "who works at the dairy has herpes": the verb after the work is the person's own.
  func isRelative(_ at: Int, before verb: Int?) -> Bool {
    guard let verb, verb - at >= 2, at > 0 else { return false }
    return document.tokens[verb].has(.auxiliary) && Word.relatives.contains(document.tokens[at - 1].hash)
  }

  func lastVerb(before hit: Range<Int>, after at: Int) -> Int? {
    (at + 1..<max(at + 1, hit.lowerBound)).last { document.tokens[$0].has(.link) }
  }

  /// Whether a group is who has it: "people with dementia", "kids who are autistic", "diabetic patients".
  func isSubject(_ at: Int, of hit: Range<Int>) -> Bool {
    let next = at + 1
    guard next < hit.lowerBound else { return true }
    return document.tokens[next].has([.link, .auxiliary]) || Word.relatives.contains(document.tokens[next].hash)
  }

  /// "someone I know", "a lady", "that guy": the entry that begins at a token or one or two before it.
  func unnamed(_ at: Int) -> Range<Int>? {
    for start in max(0, at - 2)...at where document.tokens[start].opens(.unnamed) {
      for found in document.hits(starting: start) where found.roles.contains(.unnamed) && found.range.contains(at) {
        return found.range
      }
    }
    return nil
  }

  /// "i te mate pukupuku: in te reo Māori "i" is no pronoun.
  func isParticle(_ at: Int) -> Bool {
    let tokens = document.tokens
    return tokens[at].hash == Word.i && !tokens[at].marks.contains(.capital) && at + 1 < tokens.count
      && Word.maoriArticles.contains(tokens[at + 1].hash)
  }

  /// A year before 1940.
  func isLongAgo(_ token: Token) -> Bool {
    guard token.marks.contains(.digit), !token.marks.contains(.letter), token.count == 4 else { return false }
    let bytes = document.bytes
    let century = Int(bytes[token.start] &- 0x30) * 10 + Int(bytes[token.start + 1] &- 0x30)
    return (10...18).contains(century) || century == 19 && bytes[token.start + 2] < 0x34
  }
}
