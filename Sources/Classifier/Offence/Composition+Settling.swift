extension Composition {
  /// From here what the rules saw stands by itself.
  private static let certain = 0.85
  /// What a comment then scores at least.
  private static let atLeast = 0.6
  /// What it scores at most where all that offends is somebody else's word, or nothing does and the author objects or is
  /// kind: just too little to be shown.
  private static let atMost = 0.49

  private static let defusing: Features = [
    .wholeExcused, .counterSpeech, .reported, .identityWithPositivePredicate, .selfDeprecation, .insultAtThing,
  ]

  /// What a learned score of `offensive` comes to once it is known who says what of whom.
  ///
  /// A bag of words cannot tell a slur from an objection to it; a rule cannot tell how an ordinary word is meant. So the
  /// rules decide where they are sure, both ways, and the learned score elsewhere.
  func settled(_ learned: Double) -> Double {
    let surest = evidence.reduce(0) { $1.excuse == nil ? max($0, $1.score) : $0 }
    if surest >= Self.certain { return max(learned, Self.atLeast) }
    return surest == 0 && !features.isDisjoint(with: Self.defusing) ? min(learned, Self.atMost) : learned
  }
}
