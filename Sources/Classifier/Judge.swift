import Moderation

/// Joins findings into at most one flag a label.
enum Judge {
  /// Below this nothing is shown.
  static let threshold = Score(hundredths: 50)

  static func flags(from findings: [Finding]) -> [Flag] {
    guard !findings.isEmpty else { return [] }
    // A scammer's own number is bait, not somebody's private detail.
    let isSpam = findings.contains { $0.label == .spam && Score($0.score) >= threshold }
    var flags: [Flag] = []
    for label in Label.allCases {
      if isSpam, label == .personal { continue }
      let found = findings.filter { $0.label == label && Score($0.score) >= threshold }
      // The strongest finding explains the flag; the first of equals, so that order alone decides.
      guard var best = found.first else { continue }
      for finding in found.dropFirst() where (finding.severity, finding.score) > (best.severity, best.score) {
        best = finding
      }
      var spans = found.flatMap(\.spans).filter { $0.end > $0.start }
      spans.sort { ($0.start, $0.end, $0.type.rawValue) < ($1.start, $1.end, $1.type.rawValue) }
      var distinct: [Span] = []
      for span in spans where distinct.last != span { distinct.append(span) }
      flags.append(
        Flag(
          label: label, score: Score(found.reduce(0) { max($0, $1.score) }), severity: best.severity, why: best.why,
          spans: distinct, rule: best.rule))
    }
    return flags
  }
}
