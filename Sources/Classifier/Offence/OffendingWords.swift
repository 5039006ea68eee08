/// Profanity, slurs, sexual words and insulting nouns of the lists, with what they are aimed at.
enum OffendingWords {
  static func find(
    in document: Document, into evidence: inout [AbuseEvidence], features: inout Composition.Features
  ) {
    guard document.roles.overlaps([.profanity, .slur, .insult, .sexual]) else { return }
    var end = -1
    for hit in document.hits where hit.roles.overlaps(.offending) && hit.start >= end {
      if isFriend(hit, in: document) {
        features.insert(.literalUse)
        continue
      }
      if isShadowed(hit, in: document) { continue }
      guard let item = weigh(hit, in: document, features: &features) else { continue }
      end = hit.end
      evidence.append(item)
    }
  }

  private static func weigh(
    _ hit: Hit, in document: Document, features: inout Composition.Features
  ) -> AbuseEvidence? {
    if hit.roles.overlaps([.insult, .slur]), hit.roles.contains(.needsTarget) || hit.roles.contains(.insult) {
      let aim = InsultAim(of: hit, in: document)
      switch aim.target {
      case .author:
        var item = AbuseEvidence(.insult, hit.range)
        item.excuse = .selfDeprecation
        return item
      case .negated:
        var item = AbuseEvidence(.insult, hit.range)
        item.excuse = .negated
        return item
      case .thing:
        features.insert(.insultAtThing)
        return nil
      case .second, .person:
        if aim.target == .second { features.insert(.insultAtSecondPerson) }
        return AbuseEvidence(
          hit.roles.contains(.slur) ? .slur : .insult, aim.noun, aim: aim.token,
          score: hit.roles.contains(.slur) ? nil : aim.score)
      case .nobody:
        guard !hit.roles.contains(.needsTarget) else {
          features.insert(.insultWithoutTarget)
          return nil
        }
        return AbuseEvidence(hit.roles.contains(.slur) ? .slur : .insult, aim.noun)
      }
    }
    if hit.roles.contains(.slur) {
      // "Hori" is also George.
      if hit.roles.contains(.given), isName(hit, in: document) { return nil }
      return AbuseEvidence(.slur, hit.range)
    }
    if hit.roles.contains(.profanity) {
      return AbuseEvidence(isAimed(hit, in: document) ? .profanityAimed : .profanity, hit.range)
    }
    return AbuseEvidence(.sexualWord, hit.range)
  }

  /// Written as a name, and with nothing before it that a name would not have.
  private static func isName(_ hit: Hit, in document: Document) -> Bool {
    let token = document.tokens[hit.start]
    guard token.marks.contains(.capital), !document.isShouted else { return false }
    return hit.start == 0 || !document.tokens[hit.start - 1].opens([.badTrait, .second, .profanity])
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
        && $0.end - $0.start > hit.end - hit.start && !$0.roles.contains(.needsTarget)
    }
  }

  /// "fuck you", "you fucking …", "fuck the lot of them".
  private static func isAimed(_ hit: Hit, in document: Document) -> Bool {
    let tokens = document.tokens
    let sentence = tokens[hit.start].sentence
    if hit.end - hit.start > 1, isTarget(tokens[hit.end - 1]) { return true }
    if hit.end < tokens.count, tokens[hit.end].sentence == sentence, isTarget(tokens[hit.end]) { return true }
    return hit.start > 0 && tokens[hit.start - 1].sentence == sentence
      && AbuseWords.seconds.contains(tokens[hit.start - 1].hash)
  }

  private static func isTarget(_ token: Token) -> Bool {
    AbuseWords.seconds.contains(token.hash) || AbuseWords.selfReferring.contains(token.hash)
  }
}
