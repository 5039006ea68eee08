/// Finds whose health a detail is.
struct HealthLinker {
  let document: Document
  let people: People

  struct Link {
    var person: PersonMention
    var strength: Double
    /// A verb of having, or a possessive: enough for a word that also means something else.
    var isDirect: Bool
    /// The word between, for the why.
    var words: Range<Int>
  }

  enum Outcome {
    case linked(Link)
    case excluded(Exclusion.Kind, Range<Int>)
  }

  /// How far back in its sentence a detail's subject may stand.
  static let reach = 32

  mutating func link(_ mention: HealthMention) -> Outcome {
    let tokens = document.tokens
    let hit = mention.tokens
    let sentence = document.sentence(of: hit.lowerBound)
    if let supposed = supposition(in: sentence, before: hit.lowerBound) { return .excluded(.conditional, supposed) }
    if let denied = denial(of: mention, in: sentence) { return .excluded(.negated, denied) }
    // A detail inside a person's own mention: "my diabetic son", "my wheelchair bound dad".
    if let person = people.at(hit.lowerBound), person.tokens.upperBound > hit.upperBound {
      return outcome(person, strength: 0.95, isDirect: true, words: 0..<0)
    }
    var linkAt: Int?
    var crossed = false
    var at = hit.lowerBound - 1
    let floor = max(sentence.lowerBound, hit.lowerBound - Self.reach)
    while at >= floor {
      let token = tokens[at]
      let distance = hit.lowerBound - at
      if token.has(.ancient) || isLongAgo(token) { return .excluded(.longDead, at..<hit.upperBound) }
      if let person = people.at(at) {
        if let reason = exclusion(between: person, and: mention) { return reason }
        let isPossessive = distance <= 2 || owns(person, hit)
        let isDirect = isPossessive || linkAt.map { hit.lowerBound - $0 <= 5 } ?? false
        let strength = isDirect ? (crossed && !isPossessive ? 0.95 : 1) : linkAt != nil ? 0.92 : crossed ? 0.8 : 0.85
        return outcome(
          person, strength: distance > 20 ? strength * 0.85 : strength, isDirect: isDirect,
          words: linkAt.map { verbs(to: $0, after: person.tokens.upperBound) } ?? 0..<0)
      }
      if let unnamed = unnamed(at), distance <= 9 {
        return .excluded(.unidentified, unnamed.lowerBound..<hit.upperBound)
      }
      if token.has([.publicRole, .publicFigure]), !token.has([.given, .surname]), distance <= 8 {
        return .excluded(.publicFigure, at..<hit.upperBound)
      }
      // "a lady behind me had …": an object is no subject, unless the detail is what it got.
      if Word.authorObjects.contains(token.hash), distance > 1 {
        at -= 1
        continue
      }
      if token.has(.author), !token.has(.relation), !isParticle(at) {
        if let link = besideAuthor(at, hit, crossed: crossed, linkAt: linkAt) { return link }
        return .excluded(.selfHealth, at..<hit.upperBound)
      }
      if token.has(.authorPossessive), distance <= 3, linkAt == nil, !crossed {
        return .excluded(.selfHealth, at..<hit.upperBound)
      }
      if token.has(.group), distance <= 5, !token.has(.third), isSubject(at, of: hit) {
        return .excluded(.group, at..<hit.upperBound)
      }
      if token.has(.animal), distance <= 7 { return .excluded(.inanimate, at..<hit.upperBound) }
      if token.has(.work), distance <= 6, !token.has(.health), !isRelative(at, before: linkAt) {
        return .excluded(.occupation, at..<hit.upperBound)
      }
      if token.has(.second), distance <= 3, at == 0 || !Word.prepositions.contains(tokens[at - 1].hash) {
        return .excluded(.nobody, at..<hit.upperBound)
      }
      if token.roles.overlaps([.third, .thirdPossessive]) {
        if let chained = chained(from: at, hit, linkAt: linkAt) { return chained }
        if let postposed = postposed(mention, in: sentence) { return postposed }
        return .excluded(.unidentified, at..<hit.upperBound)
      }
      if token.has([.link, .governs]), linkAt == nil { linkAt = at }
      if token.marks.contains(.clauseStart) { crossed = true }
      at -= 1
    }
    if let postposed = postposed(mention, in: sentence) { return postposed }
    if let fragment = fragment(mention, in: sentence, linkAt: linkAt) { return fragment }
    return .excluded(.nobody, hit)
  }
}

extension Word {
  static let with = Hashing.word("with")
  static let asks = set([
    "know", "knows", "ask", "asked", "asking", "wonder", "wondering", "see", "check", "sure", "say", "tell",
  ])
  static let authorObjects = set(["me", "us"])
  static let prepositions = set(["to", "for", "by", "from", "at", "with", "on", "of"])
  static let maoriArticles = set(["te", "nga", "tona", "ona", "taku", "tana", "tetahi", "runga", "roto"])
  static let theirPlaces = set([
    "school", "class", "work", "workplace", "team", "teacher", "boss", "kindy", "daycare", "rest",
  ])
  static let turns = set(["but", "so", "because", "cos", "then"])
  static let relatives = set(["who", "with", "in", "on", "whose", "that", "like"])
  static let stillTold = set(["immunised", "vaccinated", "breathing", "hiv"])
}
