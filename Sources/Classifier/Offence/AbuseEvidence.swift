import Moderation

/// Something in a comment that offends, before it is weighed who says it of whom.
struct AbuseEvidence: Sendable {
  var rule: AbuseRule
  /// The tokens that are marked; in `AbuseEvidence.bytes` the exact stretch where a disguise ends inside no token.
  var tokens: Range<Int>
  var bytes: Range<Int>?
  /// The word that aims it: "you", "pack of".
  var aim: Int?
  var isDisguised = false
  /// Surer or less sure than its rule.
  var score: Double
  /// Why it does not count.
  var excuse: Exclusion.Kind?

  init(_ rule: AbuseRule, _ tokens: Range<Int>, aim: Int? = nil, score: Double? = nil) {
    self.rule = rule
    self.tokens = tokens
    self.aim = aim
    self.score = score ?? rule.score
  }
}
