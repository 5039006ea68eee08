/// What rules add to the sums. Their weights are learned where the rules were written, so that sums alone would trust them
/// too little elsewhere; and some things are too rare in any training data to be learned.
enum RuleBonus {
  static func lanes(_ document: Document, _ composition: Composition) -> Lanes {
    var lanes = Lanes(repeating: 0)
    lanes[Lane.offensive.rawValue] = offensive(document, composition)
    lanes[Lane.welfare.rawValue] = welfare(document)
    return lanes
  }

  /// As much as to settle it, where the rules are sure (`Composition.settled`); else by how sure they are.
  private static func offensive(_ document: Document, _ composition: Composition) -> Float {
    // A listed look-alike and nothing else that offends: the name of a pub, a breed, a bird.
    if composition.evidence.isEmpty, document.roles.contains(.friend), document.roles.overlaps(.offending) { return -4 }
    if composition.settled(1) < 0.5 { return -4 }
    if composition.settled(0) >= 0.5 { return 4 }
    let certainty = composition.evidence.reduce(0) { $1.excuse == nil ? max($0, $1.score) : $0 }
    return certainty >= 0.8 ? 1.6 : certainty >= 0.7 ? 1 : 0
  }

  /// Somebody who speaks of their own death, unless it is of laughter or of shame.
  private static func welfare(_ document: Document) -> Float {
    guard document.roles.contains(.despair), document.roles.overlaps([.author, .authorPossessive]) else { return 0 }
    for hit in document.hits where hit.roles.contains(.despair) {
      let isFigure = hit.end < document.tokens.count && figures.contains(document.tokens[hit.end].hash)
      if !isFigure { return 1.8 }
    }
    return 0
  }

  private static let figures = Word.set(["of", "laughing", "from", "inside", "when", "every", "over", "waiting", "on"])
}
