import Moderation

/// Joins findings into at most one flag a label.
enum Judge {
  /// Below this nothing is shown.
  static let threshold = Score(hundredths: 50)
  /// From here a comment is spam whatever else it says.
  private static let surelySpam = 0.62

  static func flags(from findings: [Finding], in document: Document, labels: Set<Label>) -> [Flag] {
    guard !findings.isEmpty else { return [] }
    let isBait = isBait(findings, in: document)
    var flags: [Flag] = []
    for label in Label.allCases where labels.contains(label) {
      let found = findings.filter { finding in
        finding.label == label && Score(finding.score) >= threshold
          && !(isBait && label == .personal && isContact(finding))
      }
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

  /// A scammer's own number is bait, not somebody's private detail.
  private static func isBait(_ findings: [Finding], in document: Document) -> Bool {
    guard document.roles.contains(.bait) else { return false }
    if findings.contains(where: { $0.label == .spam && $0.score >= surelySpam }) { return true }
    var words: Set<Int> = []
    for hit in document.hits where hit.roles.contains(.bait) { words.insert(hit.start) }
    return words.count >= 2
  }

  /// What a scammer would give: a way to be reached, or a name to trust.
  private static func isContact(_ finding: Finding) -> Bool {
    finding.spans.allSatisfy { [.phone, .email, .person].contains($0.type) }
  }
}
