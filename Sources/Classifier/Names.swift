import Moderation

/// Names of people: a given name with a family name, a title with a name, kin with a name, a given name alone.
enum Names {
  static func mention(at: Int, in document: Document) -> PersonMention? {
    let tokens = document.tokens
    let first = tokens[at]
    guard first.marks.contains(.letter), !first.marks.contains(.handle) else { return nil }
    if first.marks.contains(.digit) { return nil }
    if let titled = titled(at: at, in: document) { return titled }
    guard first.has([.given, .surname]) || first.marks.contains(.capital) else { return nil }
    if document.isShouted || document.isLowerCase || document.isHeadline { return plain(at: at, in: document) }
    guard first.marks.contains(.capital), !first.marks.contains(.allCapitals) || first.count <= 3 else { return nil }
    if first.roles.overlaps([.month, .author, .third, .second, .auxiliary]) && !first.has(.given) { return nil }
    return initialled(at: at, in: document) ?? full(at: at, in: document) ?? given(at: at, in: document)
  }

  // MARK: With a title

  /// "Mrs Devlin", "Old Mr Kapoor", "Uncle Sefo", "Sister Philomena Roche", "Baby Nikau".
  static func titled(at: Int, in document: Document) -> PersonMention? {
    let tokens = document.tokens
    guard tokens[at].has(.title) else { return nil }
    var next = at
    while next < tokens.count, next - at < 3, tokens[next].has(.title),
      next == at || !tokens[next].marks.contains(.clauseStart)
    {
      next += 1
    }
    guard next < tokens.count, !tokens[next].marks.contains(.clauseStart) else { return nil }
    let name = tokens[next]
    let isFormal = (at..<next).contains { Word.formalTitles.contains(tokens[$0].hash) }
    // Lower case is a name only where the title leaves no doubt.
    let isCapital = name.marks.contains(.capital)
    guard isCapital || document.isLowerCase && isFormal && name.has([.given, .surname]) else { return nil }
    if name.marks.contains(.digit) || name.roles.overlaps([.stop, .author, .street, .title]) { return nil }
    let isKin = tokens[at].has(.kin)
    let isRank = (at..<next).contains { Word.ranks.contains(tokens[$0].hash) }
    if !isFormal, !name.has(.given), !(isKin || isRank) || !isNameLike(next, in: document) { return nil }
    if end(of: next, in: document).map({ tokens[$0].has(.publicRole) }) == true { return nil }
    if !isFormal, name.roles.overlaps([.place, .organisationCue, .month, .facility]), !name.has(.given) { return nil }
    var end = next + 1
    while end < tokens.count, end - next < 3, isNamePart(end, in: document) { end += 1 }
    if end < tokens.count, tokens[end].roles.overlaps(.street), !tokens[end].marks.contains(.clauseStart) { return nil }
    // "Nurse Amy" and "Constable Druitt" answer the phone; "Uncle Sefo" does not.
    var mention = PersonMention(
      tokens: at..<end, kind: .named, strength: isKin ? 0.85 : isRank ? (end - next > 1 ? 0.78 : 0.66) : 0.88)
    mention.isFullName = isFormal || end - next > 1
    mention.isPublic = isPublic(at..<end, in: document)
    mention.isOfficial = isRank
    return mention
  }

  // MARK: Given and family name

  /// "V. Stannard", "P. Latu".
  static func initialled(at: Int, in document: Document) -> PersonMention? {
    let tokens = document.tokens
    guard tokens[at].count == 1, tokens[at].marks.contains(.stopped), at + 1 < tokens.count else { return nil }
    let name = tokens[at + 1]
    guard name.marks.contains(.capital), !name.marks.contains(.sentenceStart), name.count > 2,
      !name.roles.overlaps([.stop, .street, .month, .organisationCue]),
      name.has([.surname, .given]) || name.roles.isEmpty
    else { return nil }
    var mention = PersonMention(tokens: at..<(at + 2), kind: .named, strength: 0.75)
    mention.isFullName = true
    return mention
  }

  static func full(at: Int, in document: Document) -> PersonMention? {
    let tokens = document.tokens
    let first = tokens[at]
    guard at + 1 < tokens.count, !first.marks.contains(.apostropheS) else { return nil }
    var next = at + 1
    // "Jordan T. Ricketts", "Mihi-Ariana Wolfgramm".
    while next < tokens.count, next - at < 3, tokens[next].marks.contains(.hyphenated),
      tokens[next].marks.contains(.capital)
    {
      next += 1
    }
    if next + 1 < tokens.count, tokens[next].count == 1, tokens[next].marks.contains(.capital),
      !tokens[next].marks.contains(.clauseStart), tokens[next].hash != Word.i
    {
      next += 1
    }
    guard next < tokens.count, (at + 1...next).allSatisfy({ isNameGap(before: $0, in: document) }) else { return nil }
    let second = tokens[next]
    guard second.marks.contains(.capital), !second.marks.contains(.clauseStart), second.marks.contains(.letter),
      !second.marks.contains(.digit), second.count > 1, !second.marks.contains(.handle)
    else { return nil }
    if second.marks.contains(.allCapitals), second.count > 2 { return nil }
    if second.roles.overlaps([.author, .second, .third, .auxiliary, .facility])
      || second.has(.stop) && !second.has(.surname)
    {
      return nil
    }
    var end = next + 1
    while end < tokens.count, end - next < 3, isNamePart(end, in: document) { end += 1 }
    if isPlaceOrOrganisation(at..<end, in: document) { return nil }
    let isKnownGiven = first.has(.given)
    let isWord = first.has([.alsoWord, .month, .place, .stop, .organisationCue])
    let isKnownFamily = second.has(.surname) || tokens[end - 1].has(.surname)
    let isDouble = end - next > 1 && tokens[end - 1].marks.contains(.hyphenated)
    let strength: Double
    switch (isKnownGiven, isKnownFamily || isDouble) {
    case (true, true): strength = isWord ? 0.82 : 0.92
    case (true, false): strength = isWord ? (second.roles.isEmpty ? 0.6 : 0) : 0.85
    case (false, true):
      // Neither a word that we know nor the first of a sentence that may be one.
      guard first.roles.isEmpty || first.has(.surname) && !first.has(.alsoWord), first.count > 2 else { return nil }
      strength = first.marks.contains(.sentenceStart) && !isDouble ? 0.5 : 0.7
    case (false, false):
      guard first.roles.isEmpty, second.roles.isEmpty, !first.marks.contains(.sentenceStart), first.count > 2 else {
        return nil
      }
      strength = 0.45
    }
    guard strength > 0 else { return nil }
    var mention = PersonMention(tokens: at..<end, kind: .named, strength: strength)
    mention.isFullName = true
    mention.isPublic = isPublic(at..<end, in: document)
    return mention
  }

  /// "Sione", "Wiremu's", "Big Trev".
  static func given(at: Int, in document: Document) -> PersonMention? {
    let tokens = document.tokens
    let first = tokens[at]
    guard first.has(.given), !first.roles.overlaps([.publicFigure, .street, .organisationCue]) else { return nil }
    if first.has(.month) || at > 0 && tokens[at - 1].has(.animal) { return nil }
    let previous = at > 0 && !first.marks.contains(.clauseStart) ? tokens[at - 1] : nil
    // "My Ella", "our Kahu": one of the family.
    if let previous, previous.has([.authorPossessive]) || previous.hash == Word.your, !first.has(.alsoWord) {
      return PersonMention(tokens: (at - 1)..<(at + 1), kind: .given, strength: 0.85)
    }
    // A town too: only with a place of its own or a verb right after.
    if first.has(.place), !isAnchored(at + 1, in: document), !first.marks.contains(.apostropheS),
      at + 1 >= tokens.count || !tokens[at + 1].has([.auxiliary, .link]) || Word.inOrAt.contains(previous?.hash ?? 0)
    {
      return nil
    }
    // "Bill at number 6": a word or not, it has a house.
    if first.has(.alsoWord), at + 2 < tokens.count, Word.anchors.contains(tokens[at + 1].hash),
      !tokens[at + 1].marks.contains(.clauseStart),
      Word.numberWords.contains(tokens[at + 2].hash) || tokens[at + 2].marks.contains(.digit)
        || tokens[at + 1].opens(.neighbour)
    {
      return PersonMention(tokens: at..<(at + 1), kind: .given, strength: 0.8)
    }
    // A word at the head of a sentence is a word, unless it owns something.
    if first.has(.alsoWord), first.marks.contains(.sentenceStart) || previous == nil,
      !first.marks.contains(.apostropheS)
    {
      return nil
    }
    if let previous, Word.saints.contains(previous.hash) { return nil }
    if let previous,
      previous.has([.greeting, .publicRole])
        || previous.marks.contains(.capital) && !previous.marks.contains(.sentenceStart) && previous.roles.isEmpty
    {
      return nil
    }
    // "Jayden and Kayla Broomhall": the family name stands once.
    if at + 3 < tokens.count, Word.joins.contains(tokens[at + 1].hash), let other = full(at: at + 2, in: document),
      other.strength >= 0.6,
      tokens[at + 2].has(.given)
    {
      var mention = other
      mention.tokens = at..<other.tokens.upperBound
      return mention
    }
    if at + 1 < tokens.count, !tokens[at + 1].marks.contains(.clauseStart) {
      let next = tokens[at + 1]
      if next.roles.overlaps([.street, .organisationCue, .publicFigure]) { return nil }
      if next.marks.contains(.capital), !next.roles.overlaps([.stop, .auxiliary, .author]),
        !first.marks.contains(.apostropheS)
      {
        return nil
      }
    }
    var mention = PersonMention(
      tokens: at..<(at + 1), kind: .given,
      strength: first.has(.alsoWord) && !first.marks.contains(.apostropheS) ? 0.55 : first.has(.alsoWord) ? 0.6 : 0.66)
    if isAnchored(at + 1, in: document) { mention.strength = 0.82 }
    mention.isPublic = isPublic(at..<(at + 1), in: document)
    return mention
  }

  /// Where capitals say nothing: both names known, neither a word.
  static func plain(at: Int, in document: Document) -> PersonMention? {
    let tokens = document.tokens
    let first = tokens[at]
    guard first.has(.given), !first.roles.overlaps([.stop, .month, .publicFigure]) else { return nil }
    if at + 1 < tokens.count, !tokens[at + 1].marks.contains(.clauseStart), !first.marks.contains(.apostropheS) {
      let second = tokens[at + 1]
      if second.has(.surname), !second.has([.alsoWord, .stop, .street, .place, .publicFigure, .auxiliary]),
        second.count > 2,
        !first.has(.alsoWord) || !second.has(.given)
      {
        var mention = PersonMention(
          tokens: at..<(at + 2), kind: .named, strength: first.has([.alsoWord, .place]) ? 0.6 : 0.8)
        mention.isFullName = true
        mention.isPublic = isPublic(at..<(at + 2), in: document)
        return mention
      }
    }
    // "KRYSTAL NOBBS HAD THE WALLET": a family name that no list knows.
    if document.isShouted, !first.has([.alsoWord, .place]), at + 1 < tokens.count,
      !tokens[at + 1].marks.contains(.clauseStart),
      tokens[at + 1].open.isEmpty, tokens[at + 1].count > 3, !tokens[at + 1].marks.contains(.digit)
    {
      var mention = PersonMention(tokens: at..<(at + 2), kind: .named, strength: 0.65)
      mention.isFullName = true
      return mention
    }
    // "it's craig dunsmuir": the same in small letters, where the word after is no word that we know.
    if document.isLowerCase, !first.has([.alsoWord, .place]), first.count > 3, at + 1 < tokens.count,
      !first.marks.contains(.apostropheS), isUnknownFamily(at + 1, in: document)
    {
      var end = at + 2
      if end < tokens.count, tokens[end].marks.contains(.hyphenated) { end += 1 }
      var mention = PersonMention(tokens: at..<end, kind: .named, strength: 0.7)
      mention.isFullName = true
      mention.isPublic = isPublic(at..<end, in: document)
      return mention
    }
    guard document.isLowerCase, !first.has([.alsoWord, .place, .surname]), first.count > 3 else { return nil }
    if at > 0, tokens[at - 1].has([.greeting, .publicRole]) { return nil }
    return PersonMention(tokens: at..<(at + 1), kind: .given, strength: 0.8)
  }

  /// "Barry from the dairy", "Iris next door", "Trudi in dispatch", "Denzel at 4/15 Pine", "Hone, who sits outside".
  static func isAnchored(_ at: Int, in document: Document) -> Bool {
    let tokens = document.tokens
    guard at + 1 < tokens.count, tokens[at].sentence == tokens[at - 1].sentence else { return false }
    if tokens[at - 1].marks.contains(.apostropheS) { return false }
    if document.hits(starting: at).contains(where: { $0.roles.contains(.neighbour) && $0.end - $0.start > 1 }) {
      return true
    }
    return Word.anchors.contains(tokens[at].hash)
  }

  /// The token after a title's first name, in the same clause.
  static func end(of at: Int, in document: Document) -> Int? {
    let next = at + 1
    return next < document.tokens.count && !document.tokens[next].marks.contains(.clauseStart) ? next : nil
  }

  /// A word of no list, right after a name: most likely the rest of it.
  private static func isUnknownFamily(_ at: Int, in document: Document) -> Bool {
    let token = document.tokens[at]
    return token.open.isEmpty && token.count > 3 && !token.marks.contains(.digit) && !token.marks.contains(.clauseStart)
      && isNameGap(before: at, in: document) && !Word.afterGivenName.contains(token.hash)
  }
}
