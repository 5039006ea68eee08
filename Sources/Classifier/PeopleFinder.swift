import Moderation

/// Finds identifiable third parties: kin, neighbours, acquaintances, people placed by an address, and names.
enum PeopleFinder {
  static func all(in document: Document) -> People {
    var people = People()
    for hit in document.hits where hit.roles.overlaps([.kin, .neighbour, .weakRelation, .personNoun]) {
      if let mention = relation(hit, in: document) { people.add(mention) }
    }
    var at = 0
    let isPlain = document.isShouted || document.isLowerCase || document.isHeadline
    while at < document.tokens.count {
      let token = document.tokens[at]
      // Most words are no name: they are written small, or are known to be something else.
      let mayName =
        isPlain
        ? token.has([.given, .title])
        : token.has(.title) || token.marks.contains(.capital) && (token.open.isEmpty || token.has([.given, .surname]))
      if mayName, let mention = Names.mention(at: at, in: document) {
        people.add(mention)
        at = mention.tokens.upperBound
      } else {
        at += 1
      }
    }
    people.sort()
    return people
  }

  // MARK: Relations

  private static func relation(_ hit: Hit, in document: Document) -> PersonMention? {
    let tokens = document.tokens
    // Moko is a tattoo too.
    if hit.end < tokens.count, tokens[hit.start].hash == Word.moko, Word.tattoo.contains(tokens[hit.end].hash) {
      return nil
    }
    let isPlural = hit.roles.contains(.plural)
    if let owner = possessor(of: hit, in: document) {
      return owned(hit, by: owner, isPlural: isPlural, in: document)
    }
    if hit.roles.contains(.personNoun), let end = anchor(after: hit.end, in: document) {
      let start = articleStart(hit.start, in: document)
      return PersonMention(tokens: start..<end, kind: .neighbour, strength: isPlural ? 0.7 : 0.85, isPlural: isPlural)
    }
    if hit.roles.contains(.neighbour), hit.end - hit.start > 1, !hit.roles.contains(.personNoun),
      hit.start > 0, tokens[hit.start - 1].has(.personNoun), !tokens[hit.start].marks.contains(.clauseStart)
    {
      // "lady across the road"; "the guy next door" has its own entry.
      return PersonMention(tokens: articleStart(hit.start, in: document)..<hit.end, kind: .neighbour, strength: 0.85)
    }
    if hit.roles.contains(.neighbour), !hit.roles.contains(.personNoun), hit.end - hit.start >= 2,
      tokens[hit.start].has(.personNoun)
    {
      return PersonMention(tokens: articleStart(hit.start, in: document)..<hit.end, kind: .neighbour, strength: 0.85)
    }
    // "the wife", "the missus", "the neighbour".
    if hit.start > 0, Word.definite.contains(tokens[hit.start - 1].hash), hit.roles.overlaps([.kinBare, .neighbour]),
      !isPlural,
      !hit.roles.contains(.professional), Word.definiteKin.contains(tokens[hit.start].hash)
    {
      return PersonMention(tokens: (hit.start - 1)..<hit.end, kind: .kin, strength: 0.8)
    }
    return bareKin(hit, in: document)
  }

  private enum Owner { case author, third, second, named }

  /// "my", "our", "his" … with up to four words between: "my lovely 6 year old son".
  private static func possessor(of hit: Hit, in document: Document) -> (owner: Owner, at: Int)? {
    let tokens = document.tokens
    var at = hit.start - 1
    while at >= 0, hit.start - at <= 5 {
      let word = tokens[at]
      if tokens[at + 1].marks.contains(.clauseStart), !tokens[at + 1].has(.age) { return nil }
      if word.roles.overlaps(.authorPossessive) { return (.author, at) }
      if word.roles.overlaps(.thirdPossessive) { return (.third, at) }
      if word.hash == Word.your || word.hash == Word.ur || word.hash == Word.ya { return (.second, at) }
      if word.marks.contains(.apostropheS), hit.start - at <= 2, !word.has(.group), !Word.clitics.contains(word.hash) {
        return word.has([.kin, .weakRelation, .given, .surname, .neighbour]) || word.marks.contains(.capital)
          ? (.named, at) : nil
      }
      if word.roles.overlaps([.author, .third, .auxiliary, .negation]), !word.marks.contains(.hyphenated) {
        return nil
      }
      if word.roles.overlaps([.link]), !Word.modifiers.contains(word.hash) { return nil }
      if word.roles.overlaps([.kin]), !Word.modifiers.contains(word.hash) { return nil }
      if word.roles.contains(.stop) && !Word.modifiers.contains(word.hash) && hit.start - at > 1 { return nil }
      at -= 1
    }
    return nil
  }

  private static func owned(
    _ hit: Hit, by owner: (owner: Owner, at: Int), isPlural: Bool, in document: Document
  ) -> PersonMention? {
    let isKin = hit.roles.contains(.kin)
    let kind: PersonMention.Kind = isKin ? .kin : hit.roles.contains(.neighbour) ? .neighbour : .acquaintance
    guard isKin || hit.roles.overlaps([.neighbour, .weakRelation]) else { return nil }
    if hit.roles.contains(.professional), !isKin, !hit.roles.contains(.neighbour) { return nil }
    var strength: Double
    switch owner.owner {
    case .author: strength = isKin ? 0.94 : kind == .neighbour ? 0.9 : 0.78
    case .third: strength = isKin ? 0.86 : 0.6
    case .named: strength = isKin ? 0.85 : 0.6
    case .second: strength = isKin ? 0.58 : 0.3
    }
    if isPlural { strength *= 0.88 }
    return PersonMention(tokens: owner.at..<hit.end, kind: kind, strength: strength, isPlural: isPlural)
  }

  /// "Mum", "hubby", "Koro": kin without a possessive.
  private static func bareKin(_ hit: Hit, in document: Document) -> PersonMention? {
    guard hit.roles.contains(.kinBare) else { return nil }
    let tokens = document.tokens
    let first = tokens[hit.start]
    let previous = hit.start > 0 && !first.marks.contains(.clauseStart) ? tokens[hit.start - 1] : nil
    if let previous {
      if previous.has([.second, .unnamed, .numberWord, .greeting, .group])
        || previous.has([.given, .surname]) && !previous.has([.author, .stop, .auxiliary, .link, .kin])
      {
        return nil
      }
      if previous.has(.stop), !Word.beforeBareKin.contains(previous.hash),
        !first.marks.contains(.capital) || isThe(previous)
      {
        return nil
      }
      if previous.marks.contains(.digit) || previous.marks.contains(.apostropheS) { return nil }
    }
    // "Sister Philomena", "Nan Mereana": a title and a name are one mention.
    if hit.end < tokens.count, tokens[hit.end].marks.contains(.capital), tokens[hit.end].has(.given),
      !tokens[hit.end].marks.contains(.clauseStart), first.has(.title)
    {
      return nil
    }
    // "mums who …", "dads should …": mothers at large.
    if Word.bareKinPlurals.contains(first.hash), !first.marks.contains(.apostropheS), hit.end < tokens.count,
      Word.afterPlural.contains(tokens[hit.end].hash)
    {
      return nil
    }
    let isStart = first.marks.contains(.clauseStart)
    let isCapital = first.marks.contains(.capital) && !isStart
    let isPet = Word.ambiguousBareKin.contains(first.hash)
    if isPet, !(isStart || isCapital) { return nil }
    // Address: "well done mum", "thanks dad".
    if hit.end >= tokens.count || tokens[hit.end].marks.contains(.sentenceStart), !isStart { return nil }
    let strength =
      isStart || isCapital ? 0.82 : previous.map { $0.has([.link, .stop, .auxiliary]) } == true ? 0.7 : 0.62
    return PersonMention(tokens: hit.range, kind: .kin, strength: isPet ? strength * 0.85 : strength)
  }

  // MARK: Places

  private static func isThe(_ token: Token) -> Bool { Word.the.contains(token.hash) }

  /// "the", "that old", before a noun.
  private static func articleStart(_ at: Int, in document: Document) -> Int {
    var start = at
    while start > 0, at - start < 3, !document.tokens[start].marks.contains(.clauseStart) {
      let word = document.tokens[start - 1]
      if isThe(word) { return start - 1 }
      guard Word.modifiers.contains(word.hash) else { break }
      start -= 1
    }
    return at
  }

  /// "next door", "over the road", "at no. 9", "in number 12", "at 14 Kauri St", "in 6A": the place that makes one person of a noun.
  private static func anchor(after at: Int, in document: Document) -> Int? {
    let tokens = document.tokens
    var next = at
    let sentence = at > 0 ? tokens[at - 1].sentence : 0
    // "the man who lives at …", "the couple (retired) at …".
    while next < tokens.count, next - at <= 3, tokens[next].sentence == sentence {
      if tokens[next].opens(.neighbour),
        let hit = document.hits(starting: next).last(where: { $0.roles.contains(.neighbour) && $0.end - $0.start > 1 })
      {
        return hit.end
      }
      // "the lady above the chippy".
      if next == at, Word.besidePlaces.contains(tokens[next].hash), next + 2 < tokens.count,
        Word.definite.contains(tokens[next + 1].hash)
      {
        return next + 3
      }
      if Word.atPlace.contains(tokens[next].hash), next + 1 < tokens.count, tokens[next + 1].sentence == sentence {
        let place = tokens[next + 1]
        if place.marks.contains(.digit), startsWithDigit(place, in: document), place.count <= 5 {
          return isUnitOfTime(next + 2, in: document) ? nil : next + 2
        }
        if Word.numberWords.contains(place.hash), next + 2 < tokens.count, tokens[next + 2].marks.contains(.digit) {
          return next + 3
        }
      }
      if tokens[next].marks.contains(.clauseStart), !tokens[next].marks.contains(.bracketed) { return nil }
      next += 1
    }
    return nil
  }

  private static func startsWithDigit(_ token: Token, in document: Document) -> Bool {
    Byte.isDigit(document.bytes[token.start])
  }

  private static func isUnitOfTime(_ at: Int, in document: Document) -> Bool {
    at < document.tokens.count && Word.units.contains(document.tokens[at].hash)
  }
}
