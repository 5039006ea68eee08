/// What an insulting noun is said of, by the words around it: "you heartless parasites", "pack of liars", "he's a
/// clown", "Cretins." stand for a person; "lambs are full of parasites" for nobody.
struct InsultAim {
  enum Target: Equatable {
    case second, person, author, thing, negated, nobody
  }

  private(set) var target: Target = .nobody
  /// The word that decides it.
  private(set) var token: Int?
  /// The noun with the adjectives before it.
  private(set) var noun: Range<Int>
  private(set) var score = 0.85

  /// More adjectives than these nobody heaps up.
  private static let longest = 6

  private let document: Document
  private let hit: Hit
  /// Adjectives that put a person down, and those of them that nobody says of an animal.
  private var traits = 0
  private var humanTraits = 0

  init(of hit: Hit, in document: Document) {
    self.document = document
    self.hit = hit
    noun = hit.range
    let before = nounStart()
    noun = before..<hit.end
    decide(before - 1)
  }

  private var tokens: [Token] { document.tokens }

  private func isInSentence(_ at: Int) -> Bool {
    at >= 0 && at < tokens.count && tokens[at].sentence == tokens[hit.start].sentence
  }

  private func word(_ at: Int, _ words: WordSet) -> Bool { isInSentence(at) && words.contains(tokens[at].hash) }

  /// Walks to the left over adjectives.
  private mutating func nounStart() -> Int {
    var at = hit.start
    while hit.start - at < Self.longest, isInSentence(at - 1) {
      let token = tokens[at - 1]
      // "sick goal, absolute beast": a comma goes on only between traits.
      if tokens[at].marks.contains(.clauseStart), !tokens[at].opens(.badTrait), !tokens[at].opens(.offending) { break }
      if token.opens([.badTrait]) || token.opens(.offending) {
        traits += 1
        if !AbuseWords.bodily.contains(token.hash) { humanTraits += 1 }
      } else if !mayDescribe(at - 1) {
        break
      }
      at -= 1
    }
    return at
  }

  /// Strengthens, is hyphenated to what follows as in "boot-licking", or looks like an adjective.
  private func mayDescribe(_ at: Int) -> Bool {
    AbuseWords.strengthening.contains(tokens[at].hash)
      || tokens[at + 1].marks.contains(.hyphenated) && !AbuseWords.breaks.contains(tokens[at].hash) || isAdjective(at)
  }

  /// By its ending: "-less", "-ing", "-ed", "-y", "-ous".
  private func isAdjective(_ at: Int) -> Bool {
    let token = tokens[at]
    guard token.count >= 5, !AbuseWords.breaks.contains(token.hash), !token.marks.contains(.digit) else { return false }
    let bytes = document.bytes
    let a = bytes[token.end - 3]
    let b = bytes[token.end - 2]
    let c = bytes[token.end - 1]
    return switch (a, b, c) {
    case (0x69, 0x6E, 0x67), (0x6F, 0x75, 0x73), (0x65, 0x73, 0x73), (0x66, 0x75, 0x6C): true
    case (_, 0x65, 0x64), (_, 0x69, 0x63): true
    case (_, _, 0x79): b != 0x6C
    default: false
    }
  }

  private mutating func decide(_ before: Int) {
    guard !isCompound else { return }
    if sweepsAfter(), isHuman || traits > 0 || !isArticle(before) { return aim(.person, at: hit.end, 0.88) }
    if word(hit.end, AbuseWords.like), word(hit.end + 1, AbuseWords.likeWhom), isHuman {
      return aim(.person, at: hit.end + 1, 0.85)
    }
    // "what a fool I am"
    if word(hit.end, AbuseWords.selves) { return aim(.author, at: hit.end) }
    guard isInSentence(before), !isApart(before) else { return fragment() }
    var at = before
    var isPointing = false
    var isNegated = false
    // Articles and the like: "are all just a", "what a", "those".
    while isInSentence(at), before - at < 5 {
      let hash = tokens[at].hash
      if AbuseWords.pointing.contains(hash) {
        isPointing = true
      } else if tokens[at].has(.negation), !tokens[at].has(.auxiliary) {
        isNegated = true
      } else if !AbuseWords.determiners.contains(hash) {
        break
      }
      at -= 1
    }
    guard isInSentence(at) else { return opening(isPointing, isNegated) }
    let hash = tokens[at].hash
    if AbuseWords.seconds.contains(hash), !(hash == Word.your) {
      return aim(isNegated ? .negated : .second, at: at, 0.9)
    }
    if AbuseWords.contracted.contains(hash) || AbuseWords.ambiguouslyContracted.contains(hash) && at < before {
      return contracted(at, isNegated)
    }
    if AbuseWords.of.contains(hash), word(at - 1, AbuseWords.collectives), !isStuff {
      return aim(.person, at: at - 1, 0.9)
    }
    if AbuseWords.contractedAuthor.contains(hash) { return aim(.author, at: at) }
    if tokens[at].marks.contains(.apostropheS), tokens[at].has([.third, .given, .official]), isHuman || isSlighted {
      return aim(isNegated ? .negated : .person, at: at, 0.85)
    }
    if AbuseWords.copulas.contains(hash) { return subject(at, isNegated || tokens[at].has(.negation)) }
    if isNegated { return aim(.negated, at: at) }
    if AbuseWords.feels.contains(hash), authorBefore(at) { return aim(.author, at: at) }
    if AbuseWords.like.contains(hash), word(at - 1, AbuseWords.seeming), isHuman || isSlighted {
      return aim(.person, at: at - 1, 0.75)
    }
    if AbuseWords.exclaiming.contains(hash), isHuman || isSlighted { return aim(.person, at: at, 0.8) }
    if isPointing { return pointed(at) }
    if AbuseWords.by.contains(hash), isHuman { return aim(.person, at: at, 0.72) }
    if traits > 0, isHuman || isSlighted { return aim(.person, at: nil, 0.75) }
  }

  /// Not an animal, a thing or a fact that is more often meant in earnest.
  private var isHuman: Bool { !hit.roles.contains(.ambiguous) }

  /// Rubbish may be a load of it.
  private var isStuff: Bool { AbuseWords.stuff.contains(tokens[hit.start].hash) }

  /// The adjectives leave no doubt that a person is meant.
  private var isSlighted: Bool { humanTraits > 0 || traits > 0 && !hit.roles.contains(.vermin) }

  /// The noun only describes the next one: "pig hunters", "drunk drivers".
  private var isCompound: Bool {
    guard !isHuman, isInSentence(hit.end), !tokens[hit.end].marks.contains(.clauseStart) else { return false }
    let next = tokens[hit.end]
    return !AbuseWords.breaks.contains(next.hash) && !AbuseWords.followers.contains(next.hash)
      && !next.has([.auxiliary, .verb, .third, .negation]) && !next.marks.contains(.handle) && !isVerbal(next)
  }

  /// "living", "deleted".
  private func isVerbal(_ token: Token) -> Bool {
    guard token.count >= 5 else { return false }
    let bytes = document.bytes
    return bytes[token.end - 1] == 0x64 && bytes[token.end - 2] == 0x65
      || bytes[token.end - 1] == 0x67 && bytes[token.end - 2] == 0x6E && bytes[token.end - 3] == 0x69
  }

  private mutating func aim(_ target: Target, at token: Int?, _ score: Double = 0.85) {
    self.target = target
    self.token = token
    self.score = score
  }

  /// "you're a", "he's such a": a bare animal or fact needs a "you", or a trait with it.
  private mutating func contracted(_ at: Int, _ isNegated: Bool) {
    if isNegated { return aim(.negated, at: at) }
    let isThird = tokens[at].has(.third)
    if isHuman || !isThird || traits > 0 { aim(isThird ? .person : .second, at: at, 0.88) }
  }

  /// A comma or stop parts the noun from what stands before it.
  private func isApart(_ before: Int) -> Bool { tokens[before + 1].marks.contains(.clauseStart) }

  private func isArticle(_ at: Int) -> Bool {
    isInSentence(at) && (AbuseWords.determiners.contains(tokens[at].hash) || tokens[at].has(.authorPossessive))
  }

  private func authorBefore(_ at: Int) -> Bool {
    (max(0, at - 4)..<max(0, at)).contains { isInSentence($0) && AbuseWords.selves.contains(tokens[$0].hash) }
  }

  /// "… is a", "… are": of whom?
  private mutating func subject(_ copula: Int, _ isNegated: Bool) {
    // "the mayor and her friends are": the nearest word that can be one.
    var at = copula - 1
    if word(at, AbuseWords.who) || word(at, AbuseWords.determiners) { at -= 1 }
    // "Are dogs allowed?" asks.
    guard isInSentence(at) else {
      if isNegated || isHuman { aim(isNegated ? .negated : .person, at: nil, 0.7) }
      return
    }
    if AbuseWords.selves.contains(tokens[at].hash) { return aim(.author, at: at) }
    if isNegated { return aim(.negated, at: at) }
    if AbuseWords.things.contains(tokens[at].hash) || tokens[at].opens(.thing) {
      // "Whoever drew this roundabout is a twit."
      let isPerson = isHuman && (!hit.roles.contains(.needsTarget) || namesSomebody(before: at))
      return aim(isPerson ? .person : .thing, at: at, 0.7)
    }
    if AbuseWords.seconds.contains(tokens[at].hash) { return aim(.second, at: at, 0.9) }
    let isPerson = tokens[at].has([.third, .official, .given, .title, .professional, .personNoun])
    guard isHuman || isSlighted || isPerson && traits > 0 else { return }
    aim(.person, at: at, isPerson ? 0.84 : 0.72)
  }

  /// "those clowns", "this muppet".
  private mutating func pointed(_ at: Int) {
    if isHuman || isSlighted { aim(.person, at: at + 1, isHuman ? 0.78 : 0.7) }
  }

  /// The sentence begins with the noun or its article.
  private mutating func opening(_ isPointing: Bool, _ isNegated: Bool) {
    if isNegated { return aim(.negated, at: nil) }
    if isPointing, isHuman || isSlighted { return aim(.person, at: nil, 0.75) }
    if traits > 0, isHuman || isSlighted { return aim(.person, at: nil, isHuman ? 0.8 : 0.7) }
    if endsHere, isHuman { return aim(.person, at: nil, 0.75) }
  }

  /// The noun stands by itself: "Cretins.", "thieving rats the lot of them", "shut up, pig".
  private mutating func fragment() {
    if traits > 1 || traits > 0 && (isHuman || isSlighted || endsHere) {
      return aim(.person, at: nil, isHuman ? 0.85 : 0.75)
    }
    if endsHere {
      let isSentence = tokens[noun.lowerBound].marks.contains(.sentenceStart) || noun.lowerBound == 0
      if isHuman { return aim(.person, at: nil, 0.8) }
      if tokens.count <= 3 || isSentence && AbuseWords.pests.contains(tokens[hit.end - 1].hash) {
        return aim(.person, at: nil, tokens.count <= 3 ? 0.8 : 0.6)
      }
      if !isSentence, let you = second() { return aim(.second, at: you, 0.7) }
    } else if isHuman, isInSentence(hit.end), noun.count == 1, isVerbal(tokens[hit.end]) {
      // "Cowards deleted my review".
      aim(.person, at: nil, 0.66)
    }
  }

  private func namesSomebody(before at: Int) -> Bool {
    (document.sentence(of: at).lowerBound..<at).contains { AbuseWords.somebody.contains(tokens[$0].hash) }
  }

  /// "you" or "your" in the sentence.
  private func second() -> Int? {
    document.sentence(of: hit.start).first { tokens[$0].has(.second) }
  }

  private var endsHere: Bool {
    hit.end >= tokens.count || !isInSentence(hit.end)
      || tokens[hit.end].marks.contains(.clauseStart) || tokens[hit.end].marks.contains(.handle)
  }

  /// "the lot of them", "all of you", "every last one".
  private func sweepsAfter() -> Bool {
    var at = hit.end
    guard word(at, AbuseWords.sweeping) else { return false }
    var last = at
    while last - at < 5, word(last + 1, AbuseWords.swept) { last += 1 }
    at = last - at
    guard at >= 1 else { return false }
    return last + 1 >= tokens.count || !isInSentence(last + 1) || tokens[last + 1].marks.contains(.clauseStart)
      || AbuseWords.places.contains(tokens[last + 1].hash)
  }
}
