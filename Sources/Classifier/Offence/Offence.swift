/// What the offensive label's rules know: the lexicon for disguised words, and the patterns.
struct Offence: Sendable {
  let lexicon: Lexicon
  let patterns: AbusePatterns

  /// Reads the bundled patterns and marks their anchors in the lexicon.
  init(marking lexicon: inout Lexicon) throws(LexiconError) {
    patterns = try AbusePatterns.load(into: &lexicon)
    self.lexicon = lexicon
  }
}
