import Glibc
import Moderation

/// How likely each label is, 0 to 1: whether or not it is likely enough to be shown.
public struct LabelScores: Sendable, Equatable {
  private var values = SIMD8<Double>(repeating: 0)

  public init() {}

  public subscript(_ label: Label) -> Double {
    get { values[label.order] }
    set { values[label.order] = newValue }
  }
}

/// What the classifier says of a text when nothing is left out.
public struct Scoring: Sendable, Equatable {
  /// Calibrated where the label is learned; the surest rule's score, or nought, where it is not.
  public var scores: LabelScores
  /// As `flags(for:)` gives them.
  public var flags: [Flag]
}

extension Classifier {
  /// The flags of a text and a score for every label, those that are not shown included: to measure with.
  ///
  /// A label that is shown has a score from 0.5, one that is not stays below. Some per cent slower than `flags(for:)`.
  public func scoring(for text: String, scratch: inout Scratch) -> Scoring {
    scratch.findings.isScoring = true
    defer { scratch.findings.isScoring = false }
    find(in: text, scratch: &scratch)
    let flags = Judge.flags(from: scratch.findings.all, in: scratch.document, labels: labels)
    let shown = Set(flags.map(\.label))
    var scores = LabelScores()
    for label in labels {
      var best = scratch.findings.learned[label] ?? 0
      for finding in scratch.findings.all where finding.label == label { best = max(best, finding.score) }
      // What the judge left out is not shown however sure its rule was, and a shown score is rounded to hundredths.
      scores[label] = shown.contains(label) ? max(best, Self.half) : min(best, Self.half.nextDown)
    }
    return Scoring(scores: scores, flags: flags)
  }

  /// What the weights alone say of a text, as log-odds: from 0 a flag is shown. Labels that rules alone find are left out.
  package func learnedLogits(for text: String, scratch: inout Scratch) -> [Label: Double] {
    _ = scoring(for: text, scratch: &scratch)
    return scratch.findings.learned.mapValues { score in
      // Rounded to a Float, a score may be 1.
      let inner = min(max(score, 1e-6), 1 - 1e-6)
      return log(inner / (1 - inner))
    }
  }

  private static let half = 0.5
}
