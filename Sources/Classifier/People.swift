import Moderation

/// A mention of somebody who is not the author.
struct PersonMention {
  var tokens: Range<Int>
  /// How surely it points at one identifiable person, 0 to 1.
  var strength: Double
  var type: SpanType
  var isPlural = false
}

/// Finds identifiable third parties: kin by possessive, neighbours, full names, names with a verb.
enum People {
  static func all(in document: Document) -> [PersonMention] {
    var people: [PersonMention] = []
    let tokens = document.tokens
    for hit in document.hits where hit.roles.overlaps([.kin, .neighbour, .weakRelation]) {
      if hit.roles.contains(.friend) { continue }
      if let mention = relation(hit, in: document) { append(mention, to: &people) }
    }
    if !document.isShouted {
      var at = 0
      while at < tokens.count {
        if let mention = name(at: at, in: document) {
          append(mention, to: &people)
          at = mention.tokens.upperBound
        } else {
          at += 1
        }
      }
    }
    people.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    return people
  }

  // People are in order of their first token, and do not overlap within a kind.

  static func at(_ token: Int, _ people: [PersonMention]) -> PersonMention? {
    let after = people.partitionPoint { $0.tokens.lowerBound > token }
    return people[max(0, after - 3)..<after].last { $0.tokens.contains(token) }
  }

  /// The last person mentioned wholly before a token.
  static func last(before token: Int, _ people: [PersonMention]) -> PersonMention? {
    let after = people.partitionPoint { $0.tokens.lowerBound >= token }
    return people[max(0, after - 3)..<after].last { $0.tokens.upperBound <= token }
  }

  static func first(from token: Int, _ people: [PersonMention]) -> PersonMention? {
    let at = people.partitionPoint { $0.tokens.lowerBound >= token }
    return at < people.count ? people[at] : nil
  }

  private static func append(_ mention: PersonMention, to people: inout [PersonMention]) {
    if let last = people.last, last.tokens.overlaps(mention.tokens), last.type == mention.type {
      if mention.tokens.count > last.tokens.count { people[people.count - 1] = mention }
      return
    }
    people.append(mention)
  }

  private static func relation(_ hit: Hit, in document: Document) -> PersonMention? {
    let tokens = document.tokens
    let isPlural = hit.roles.contains(.plural)
    // "my", "our", "his" … with up to three words between: "my 6 year old son", "our lovely neighbour".
    var at = hit.start - 1
    while at >= 0, hit.start - at <= 4 {
      let word = tokens[at]
      if word.roles.overlaps([.authorPossessive, .thirdPossessive]) {
        let strength = hit.roles.contains(.kin) ? (isPlural ? 0.8 : 0.92) : hit.roles.contains(.neighbour) ? 0.85 : 0.42
        return PersonMention(tokens: at..<hit.end, strength: strength, type: .relation, isPlural: isPlural)
      }
      // "my mate's wife", "Sam's mum".
      if word.marks.contains(.apostropheS), hit.start - at == 1, hit.roles.contains(.kin) {
        if word.roles.overlaps([.relation, .given, .surname]) {
          return PersonMention(tokens: at..<hit.end, strength: 0.8, type: .relation)
        }
      }
      if word.roles.overlaps([.link, .author, .third, .second, .relation]) { break }
      if tokens[at + 1].marks.contains(.clauseStart) { break }
      at -= 1
    }
    if hit.roles.contains(.neighbour), hit.end - hit.start > 1 || hasHouseNumber(after: hit.end, in: document) {
      return PersonMention(tokens: hit.start..<hit.end, strength: 0.8, type: .relation)
    }
    guard hit.roles.contains(.kinBare) else { return nil }
    let first = tokens[hit.start]
    let previous = hit.start > 0 ? tokens[hit.start - 1].roles : []
    if previous.overlaps([.stop, .second, .unnamed]), !first.marks.contains(.capital) { return nil }
    let isBare = first.marks.contains(.clauseStart) || first.marks.contains(.capital) || previous.contains(.link)
    if previous.contains(.greeting) { return nil }
    return PersonMention(tokens: hit.start..<hit.end, strength: isBare ? 0.78 : 0.6, type: .relation)
  }

  /// "at no. 9", "at number 14", "in flat 3".
  private static func hasHouseNumber(after at: Int, in document: Document) -> Bool {
    var next = at
    while next < document.tokens.count, next - at < 4, !document.tokens[next].marks.contains(.sentenceStart) {
      if document.tokens[next].marks.contains(.digit) { return true }
      next += 1
    }
    return false
  }

  private static func name(at: Int, in document: Document) -> PersonMention? {
    let tokens = document.tokens
    let first = tokens[at]
    guard first.marks.contains(.capital), first.roles.contains(.given) else { return nil }
    let previous = at > 0 && !first.marks.contains(.sentenceStart) ? tokens[at - 1].roles : []
    if previous.overlaps([.publicRole, .greeting]) { return nil }
    let isWord = first.roles.contains(.alsoWord) || first.roles.overlaps([.month, .place, .stop, .author])
    if at + 1 < tokens.count, !tokens[at + 1].marks.contains(.clauseStart) {
      let second = tokens[at + 1]
      if second.roles.contains(.publicFigure) { return nil }
      if second.marks.contains(.capital), second.marks.contains(.letter), !first.marks.contains(.apostropheS) {
        if second.roles.overlaps(.street) || second.roles.overlaps([.organisationCue]) { return nil }
        let isKnown = second.roles.contains(.surname)
        if isKnown || !isWord {
          return PersonMention(tokens: at..<(at + 2), strength: isKnown ? (isWord ? 0.75 : 0.9) : 0.7, type: .person)
        }
      }
    }
    if isWord || first.roles.contains(.publicFigure) { return nil }
    return PersonMention(tokens: at..<(at + 1), strength: 0.62, type: .person)
  }
}
