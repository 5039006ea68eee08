/// One label over some comments: what people said, what was flagged, and the scores, sorted by score.
///
/// Sorted once, so that the figures of a resample take one pass however many resamples there are.
struct LabelColumn {
  /// One comment of which somebody said whether it carries the label.
  struct Entry {
    /// The comment's number among all that are resampled together.
    var comment: Int
    var truth: Bool
    var isFlagged: Bool
    /// 0 to 1.
    var score: Double
  }

  private let entries: [Entry]
  /// Whether the next entry has another score.
  private let isLast: [Bool]

  /// Ten bins of equal width, as the error is commonly given.
  private static let bins = 10

  init(_ entries: [Entry]) {
    // Which of two equal scores comes first makes no difference to any figure.
    let sorted = entries.sorted { ($1.score, $0.comment) < ($0.score, $1.comment) }
    isLast = sorted.indices.map { $0 + 1 == sorted.count || sorted[$0 + 1].score != sorted[$0].score }
    self.entries = sorted
  }

  var count: Int { entries.count }
  var positives: Int { entries.count { $0.truth } }

  /// The figures over all comments.
  var figures: Figures { figures { _ in 1 } }

  /// The figures of a resample.
  ///
  /// - Parameter drawn: how often each comment was drawn.
  func figures(_ drawn: [UInt16]) -> Figures { figures { Double(drawn[$0]) } }

  @inline(__always)
  private func figures(_ weight: (Int) -> Double) -> Figures {
    var hits = 0.0
    var shown = 0.0
    var above = (positive: 0.0, negative: 0.0)
    var tied = (positive: 0.0, negative: 0.0)
    var area = 0.0
    var totals = [Double](repeating: 0, count: Self.bins * 2)
    var best = 0.0
    let positives = entries.reduce(0.0) { $1.truth ? $0 + weight($1.comment) : $0 }
    for place in entries.indices {
      let entry = entries[place]
      let times = weight(entry.comment)
      guard times > 0 || isLast[place] else { continue }
      if entry.truth { tied.positive += times } else { tied.negative += times }
      if entry.isFlagged {
        shown += times
        if entry.truth { hits += times }
      }
      let bin = min(Self.bins - 1, Int(entry.score * Double(Self.bins)))
      totals[bin * 2] += times * entry.score
      if entry.truth { totals[bin * 2 + 1] += times }
      if isLast[place] {
        area += tied.negative * (above.positive + tied.positive / 2)
        above.positive += tied.positive
        above.negative += tied.negative
        tied = (0, 0)
        let f1 = 2 * above.positive / max(1, above.positive + above.negative + positives)
        best = max(best, f1)
      }
    }
    let all = above.positive + above.negative
    var figures = Figures()
    if shown > 0 { figures[.precision] = hits / shown }
    if above.positive > 0 { figures[.recall] = hits / above.positive }
    if shown + above.positive > 0 { figures[.f1] = 2 * hits / (shown + above.positive) }
    if above.positive > 0, above.negative > 0 { figures[.area] = area / (above.positive * above.negative) }
    if above.positive > 0 { figures[.bestF1] = best }
    if all > 0 {
      var error = 0.0
      for bin in 0..<Self.bins { error += abs(totals[bin * 2] - totals[bin * 2 + 1]) }
      figures[.calibrationError] = error / all
    }
    return figures
  }
}
