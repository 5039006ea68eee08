import Moderation

/// A mention of somebody who is not the author.
struct PersonMention {
  enum Kind {
    /// "my mum", "our wee fella", "Sam's dad", "Dad".
    case kin
    /// "our neighbour", "the guy next door", "the old man at 14 Kauri St".
    case neighbour
    /// "my boss", "a workmate of mine".
    case acquaintance
    /// "Jane Smith", "Mrs Devlin", "Uncle Sefo".
    case named
    /// "Sione": a given name alone.
    case given
  }

  var tokens: Range<Int>
  var kind: Kind
  /// How surely it points at one identifiable person, 0 to 1.
  var strength: Double
  var isPlural = false
  /// A minister, a mayor, a film star: nobody's private business.
  var isPublic = false
  /// An officer or professional in the job: named in a complaint, not in private.
  var isOfficial = false
  /// A given name and a family name, or a title and a name.
  var isFullName = false

  var type: SpanType {
    switch kind {
    case .named, .given: .person
    case .kin, .neighbour, .acquaintance: .relation
    }
  }
}

/// The people of a comment in order of their first token.
struct People {
  private(set) var mentions: [PersonMention] = []

  var isEmpty: Bool { mentions.isEmpty }

  /// Keeps mentions apart: the longer of two that overlap wins, a relation before its name stays beside it.
  mutating func add(_ mention: PersonMention) {
    mentions.append(mention)
  }

  mutating func sort() {
    mentions.sort { ($0.tokens.lowerBound, -$0.tokens.upperBound) < ($1.tokens.lowerBound, -$1.tokens.upperBound) }
    var kept: [PersonMention] = []
    for mention in mentions {
      guard let last = kept.last, last.tokens.overlaps(mention.tokens) else {
        kept.append(mention)
        continue
      }
      if mention.tokens.count > last.tokens.count { kept[kept.count - 1] = mention }
    }
    mentions = kept
  }

  func at(_ token: Int) -> PersonMention? {
    let after = mentions.partitionPoint { $0.tokens.lowerBound > token }
    guard after > 0, mentions[after - 1].tokens.contains(token) else { return nil }
    return mentions[after - 1]
  }

  /// The last person mentioned wholly before a token.
  func last(before token: Int, where fits: (PersonMention) -> Bool = { _ in true }) -> PersonMention? {
    var at = mentions.partitionPoint { $0.tokens.lowerBound >= token } - 1
    var seen = 0
    while at >= 0, seen < 6 {
      if mentions[at].tokens.upperBound <= token, fits(mentions[at]) { return mentions[at] }
      at -= 1
      seen += 1
    }
    return nil
  }

  func first(from token: Int) -> PersonMention? {
    let at = mentions.partitionPoint { $0.tokens.lowerBound >= token }
    return at < mentions.count ? mentions[at] : nil
  }

  /// The few mentions on either side of a stretch.
  func near(_ range: Range<Int>) -> ArraySlice<PersonMention> {
    let at = mentions.partitionPoint { $0.tokens.lowerBound >= range.lowerBound }
    return mentions[max(0, at - 4)..<min(mentions.count, at + 4)]
  }
}

/// Which tokens are part of a number that was found already.
struct TokenMask {
  private var isTaken: [Bool]

  init(count: Int) { isTaken = Array(repeating: false, count: count) }

  func overlaps(_ range: Range<Int>) -> Bool { range.contains { isTaken[$0] } }

  mutating func insert(_ range: Range<Int>) { for token in range { isTaken[token] = true } }
}
