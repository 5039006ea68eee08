import Moderation

/// Why a text is flagged as it is, and why it is not flagged otherwise.
public struct Explanation: Sendable, Equatable {
  /// What a moderator would be shown.
  public var flags: [Flag]
  /// What every rule found, the surest first, those below the line included.
  public var evidence: [Evidence]
  /// What resembles a flag and was left alone, in order of its place.
  public var exclusions: [Exclusion]

  /// One rule's finding.
  public struct Evidence: Sendable, Equatable {
    public var label: Label
    public var score: Score
    /// One sentence, which quotes the text.
    public var why: String
    /// `health.third_party@2`.
    public var rule: String
    public var spans: [Span]
    /// Sure enough to be shown.
    public var isShown: Bool
  }

  /// The explanation as sentences: flags first, then what else was found, then why not.
  public var sentences: [String] {
    var lines = flags.map { "\($0.label.rawValue) \($0.score) \($0.severity.rawValue): \($0.why)  [\($0.rule)]" }
    let shown = Set(flags.map(\.why))
    lines += evidence.filter { !shown.contains($0.why) }.map { item in
      "\(item.isShown ? "also" : "too weak"): \(item.label.rawValue) \(item.score): \(item.why)  [\(item.rule)]"
    }
    lines += exclusions.map(\.sentence)
    return lines.isEmpty ? ["Nothing found."] : lines
  }
}

extension Classifier {
  /// Explains a text: the flags, all evidence, and what was left alone and why. Slower than `flags(for:)`; for one text
  /// that somebody looks at.
  public func explain(_ text: String) -> Explanation {
    var scratch = Scratch()
    scratch.findings.isExplaining = true
    find(in: text, scratch: &scratch)
    let flags = Judge.flags(from: scratch.findings.all, in: scratch.document, labels: labels)
    let shownLabels = Set(flags.map(\.label))
    let evidence = scratch.findings.all.filter { labels.contains($0.label) }.map { finding in
      Explanation.Evidence(
        label: finding.label, score: Score(finding.score), why: finding.why, rule: finding.rule,
        spans: finding.spans.sorted { $0.start < $1.start },
        isShown: Score(finding.score) >= Judge.threshold && shownLabels.contains(finding.label))
    }
    // What another rule flagged all the same is no "why not".
    let marked = flags.flatMap { flag in flag.spans.map { (flag.label, $0.start..<$0.end) } }
    let exclusions = scratch.findings.exclusions.filter { exclusion in
      labels.contains(exclusion.label)
        && !marked.contains { $0.0 == exclusion.label && $0.1.overlaps(exclusion.start..<exclusion.end) }
    }
    return Explanation(
      flags: flags,
      evidence: evidence.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }.map(
        \.element),
      exclusions: exclusions.enumerated().sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }.map(
        \.element))
  }
}
