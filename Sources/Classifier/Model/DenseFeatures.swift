/// What the word lists and the shape of a comment tell the model, as a set of up to 128 facts.
package struct DenseFeatures: Sendable, Equatable {
  package private(set) var low: UInt64 = 0
  package private(set) var high: UInt64 = 0

  /// How many facts a model has weights for.
  package static let count = 128

  @inline(__always)
  mutating func insert(_ place: Int) {
    if place < 64 { low |= 1 << UInt64(place) } else { high |= 1 << UInt64(place - 64) }
  }

  /// The places of the facts that hold, in order.
  @inline(__always)
  package func forEach(_ visit: (Int) -> Void) {
    var rest = low
    while rest != 0 {
      visit(rest.trailingZeroBitCount)
      rest &= rest - 1
    }
    rest = high
    while rest != 0 {
      visit(64 + rest.trailingZeroBitCount)
      rest &= rest - 1
    }
  }

  /// Roles of which the presence in a comment is a fact, by place from `firstRole`.
  private static let roles: [Role] = [
    .second, .author, .authorPossessive, .negation, .profanity, .slur, .insult, .sexual, .needsTarget, .friend,
    .objecting, .bait, .court, .naming, .allegation, .blame, .praise, .publicWork, .publicRole, .organisation, .kin,
    .personNoun, .condition, .publicFigure, .statute, .identity, .badTrait, .vermin, .harm, .harmed, .warm, .thing,
    .official, .despair,
  ]
  private static let firstRole = 24

  init(_ document: Document, _ composition: Composition) {
    high = UInt64(composition.features.rawValue)
    let words = document.tokens.count
    switch words {
    case ..<4: insert(0)
    case ..<8: insert(1)
    case ..<16: insert(2)
    case ..<32: insert(3)
    case ..<64: insert(4)
    default: insert(5)
    }
    if document.isShouted { insert(6) }
    if document.isLowerCase { insert(7) }
    if document.hasDigit { insert(8) }
    if document.hasAt { insert(9) }
    if document.sentences > 1 { insert(10) }
    if document.sentences > 4 { insert(11) }
    for (place, role) in Self.roles.enumerated() where document.roles.overlaps(role) { insert(Self.firstRole + place) }
    if document.roles.overlaps(.offending) { aims(in: document) }
  }

  /// Whether an offending word stands beside "you" or "they", or in quotation marks, or after a negation.
  private mutating func aims(in document: Document) {
    let tokens = document.tokens
    for hit in document.hits where hit.roles.overlaps(.offending) && !hit.roles.contains(.friend) {
      for at in max(0, hit.start - 4)..<hit.start where tokens[at].sentence == tokens[hit.start].sentence {
        if tokens[at].has(.second) { insert(12) }
        if tokens[at].has(.third) { insert(13) }
        if tokens[at].has(.negation) { insert(14) }
        if tokens[at].has(.author) { insert(15) }
      }
      if tokens[hit.start].marks.contains(.quoted) { insert(16) }
    }
  }
}
