/// Links between a detail and a person.
extension HealthLinker {
  /// The words of having up to one of them: "was diagnosed with".
  func verbs(to last: Int, after person: Int) -> Range<Int> {
    var first = last
    while first > person, last - first < 4, document.tokens[first - 1].has([.link, .auxiliary]) { first -= 1 }
    return first..<(last + 1)
  }

  func outcome(_ person: PersonMention, strength: Double, isDirect: Bool, words: Range<Int>) -> Outcome {
    if person.isPublic { return .excluded(.publicFigure, person.tokens) }
    // Within reach only: a text without signs is one long sentence.
    let sentence = document.tokens[person.tokens.lowerBound].sentence
    let first = max(0, person.tokens.lowerBound - Self.reach)
    for at in first..<min(document.tokens.count, person.tokens.upperBound + Self.reach) {
      let token = document.tokens[at]
      if token.sentence == sentence, token.has(.ancient) || isLongAgo(token) {
        return .excluded(.longDead, at..<(at + 1))
      }
    }
    return .linked(Link(person: person, strength: strength, isDirect: isDirect, words: words))
  }

  func owns(_ person: PersonMention, _ hit: Range<Int>) -> Bool {
    guard let last = person.tokens.last else { return false }
    return document.tokens[last].marks.contains(.apostropheS) && hit.lowerBound - last <= 4
  }

  /// "my dad and I both have", "my nan, who I look after, has": the author stands near, the detail is another's.
  func besideAuthor(_ at: Int, _ hit: Range<Int>, crossed: Bool, linkAt: Int?) -> Outcome? {
    let tokens = document.tokens
    if at > 0, tokens[at - 1].hash == Word.and, let person = people.at(max(0, at - 2)) {
      return outcome(person, strength: 0.85, isDirect: linkAt != nil, words: 0..<0)
    }
    guard crossed, let linkAt, linkAt > at, tokens[linkAt].has(.auxiliary) || tokens[linkAt].hash == Word.with else {
      return nil
    }
    // The verb must belong to the clause around the author's: "my nan, who I look after, has dementia".
    guard tokens[linkAt].clause > tokens[at].clause, !hasSubject(between: at + 1, and: linkAt) else { return nil }
    guard let person = people.last(before: at), document.sentence(of: at).contains(person.tokens.lowerBound) else {
      return nil
    }
    return outcome(person, strength: 0.8, isDirect: true, words: linkAt..<(linkAt + 1))
  }

  func hasSubject(between first: Int, and last: Int, third: Bool = true) -> Bool {
    let subjects: Role = third ? [.author, .third, .second, .group] : [.author, .second, .group]
    return first < last && (first..<last).contains { document.tokens[$0].has(subjects) }
  }

  /// "he has dementia" after "my dad …" up to three sentences before.
  func chained(from at: Int, _ hit: Range<Int>, linkAt: Int?) -> Outcome? {
    let tokens = document.tokens
    let isPlural = tokens[at].has(.plural)
    guard let person = people.last(before: at, where: { !$0.isPublic }) else {
      return foretold(at, hit, linkAt: linkAt)
    }
    let distance = tokens[at].sentence - tokens[person.tokens.lowerBound].sentence
    guard distance <= 6 else { return nil }
    for between in at..<hit.lowerBound {
      if tokens[between].has(.work), hit.lowerBound - between <= 6 {
        return .excluded(.occupation, between..<hit.upperBound)
      }
      if tokens[between].has(.animal) { return .excluded(.inanimate, between..<hit.upperBound) }
    }
    let isDirect = linkAt != nil || hit.lowerBound - at <= 3
    var strength = (isDirect ? 0.94 : 0.8) - 0.05 * Double(max(0, distance - 1))
    // "they" is often the agency.
    if isPlural, !person.isPlural { strength *= tokens[at].has(.thirdPossessive) ? 0.7 : 0.5 }
    return outcome(person, strength: strength, isDirect: isDirect, words: at..<(at + 1))
  }

  /// "She lost the baby at 20 weeks. My sister never got a call": the person is named in the next sentence.
  func foretold(_ at: Int, _ hit: Range<Int>, linkAt: Int?) -> Outcome? {
    let tokens = document.tokens
    guard !tokens[at].has(.plural), let person = people.first(from: hit.upperBound), person.kind == .kin else {
      return nil
    }
    let isNext = tokens[person.tokens.lowerBound].sentence == tokens[hit.lowerBound].sentence + 1
    guard isNext, tokens[person.tokens.lowerBound].marks.contains(.sentenceStart) else { return nil }
    return outcome(person, strength: 0.72, isDirect: linkAt != nil, words: at..<(at + 1))
  }

  /// "he's got cancer, my dad"; "postpartum psychosis? my wife had it"; "chemo for my nan".
  func postposed(_ mention: HealthMention, in sentence: Range<Int>) -> Outcome? {
    let tokens = document.tokens
    let hit = mention.tokens
    guard let person = people.first(from: hit.upperBound) else { return nil }
    let gap = person.tokens.lowerBound - hit.upperBound
    if sentence.contains(person.tokens.lowerBound) {
      guard gap <= 8, !hasSubject(between: hit.upperBound, and: person.tokens.lowerBound, third: false) else {
        return nil
      }
      if person.tokens.contains(where: { tokens[$0].has(.ancient) }) { return nil }
      for at in hit.upperBound..<person.tokens.lowerBound where tokens[at].has([.work, .organisationCue]) { return nil }
      let isNear = gap <= 3
      return outcome(person, strength: isNear ? 0.8 : 0.68, isDirect: isNear && !mention.isFacility, words: 0..<0)
    }
    // The next sentence says that the person had it.
    guard tokens[person.tokens.lowerBound].sentence == tokens[hit.lowerBound].sentence + 1, gap <= 10 else {
      return nil
    }
    let next = document.sentence(of: person.tokens.lowerBound)
    for at in person.tokens.upperBound..<min(next.upperBound, person.tokens.upperBound + 4)
    where tokens[at].opens(.hadIt) {
      return outcome(person, strength: 0.9, isDirect: true, words: at..<(at + 1))
    }
    return nil
  }

  /// A sentence without a subject of its own after one about a person: "My brother. Paralysed since the crash."
  func fragment(_ mention: HealthMention, in sentence: Range<Int>, linkAt: Int?) -> Outcome? {
    let tokens = document.tokens
    guard let person = people.last(before: sentence.lowerBound) else { return nil }
    let distance = tokens[sentence.lowerBound].sentence - tokens[person.tokens.lowerBound].sentence
    guard distance <= 2 else { return nil }
    // Somebody else spoke or acted in between.
    for at in person.tokens.upperBound..<mention.tokens.lowerBound
    where tokens[at].sentence >= tokens[sentence.lowerBound].sentence {
      if tokens[at].has([.author, .group, .second, .animal, .work]) { return nil }
    }
    let isShort = mention.tokens.lowerBound - sentence.lowerBound <= 3
    return outcome(
      person, strength: (isShort ? 0.8 : 0.62) - 0.08 * Double(distance - 1), isDirect: false, words: 0..<0)
  }
}
