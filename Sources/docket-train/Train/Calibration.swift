import Classifier
import Glibc
import Moderation

/// What turns sums into scores: a slope and an offset a lane, learned on sums of comments that the weights had not seen.
struct Calibration {
  var slope = Lanes(repeating: 1)
  var offset = Lanes(repeating: 0)
  /// The sum from which a flag is shown.
  var thresholds = Lanes(repeating: 0)

  /// A comment of a held-back author.
  struct Sample {
    var source: String
    var sums: Lanes
    var truth: [Lane: Bool]
    var isHarmless: Bool
  }

  /// The set in which labels are as rare as in a real thread.
  static let natural = "train-g"
  /// Of the harmless comments there, the share that the learned labels together may flag.
  static let tolerated = 0.020
  /// Where that set is left out: of all harmless comments, most of which were written to be hard.
  static let toleratedElsewhere = 0.05

  init(_ samples: [Sample]) {
    let lanes = Lane.shown
    let hasNatural = samples.contains { $0.source == Self.natural }
    let ordinary = samples.filter { $0.isHarmless && ($0.source == Self.natural || !hasNatural) }
    let tolerated = hasNatural ? Self.tolerated : Self.toleratedElsewhere
    var best: (value: Double, thresholds: Lanes) = (-1, thresholds)
    // One price for a false flag on ordinary comments serves all labels; the highest that is needed is taken.
    for step in 0...60 {
      let price = 0.05 * Double(step)
      var candidate = Lanes(repeating: 0)
      for lane in lanes { candidate[lane.rawValue] = Self.threshold(lane, samples, ordinary, price) }
      let flagged = ordinary.count { sample in lanes.contains { sample.sums[$0.rawValue] >= candidate[$0.rawValue] } }
      let rate = Double(flagged) / Double(max(1, ordinary.count))
      if best.value < 0 || rate <= tolerated {
        best = (rate, candidate)
        if rate <= tolerated { break }
      }
    }
    thresholds = best.thresholds
    for lane in lanes {
      slope[lane.rawValue] = Self.slope(lane, samples, threshold: thresholds[lane.rawValue])
      offset[lane.rawValue] = -slope[lane.rawValue] * thresholds[lane.rawValue]
    }
    // Hate is no label of its own: half way is where it is likelier than not.
    slope[Lane.hate.rawValue] = 1
  }

  /// How much dearer a missed comment is than one shown for nothing: somebody in danger must not wait.
  private static func missCost(_ lane: Lane) -> Double {
    switch lane {
    case .welfare: 2
    case .offensive, .complaint, .request, .spam, .legal, .hate, .spare: 1
    }
  }

  /// The sum that makes the most of F over all comments less the price of flags on ordinary harmless ones.
  private static func threshold(_ lane: Lane, _ samples: [Sample], _ ordinary: [Sample], _ price: Double) -> Float {
    let sorted = samples.filter { $0.truth[lane] != nil }.sorted { $0.sums[lane.rawValue] > $1.sums[lane.rawValue] }
    let positives = Double(sorted.count { $0.truth[lane] == true })
    let harmless = ordinary.map { $0.sums[lane.rawValue] }.sorted(by: >)
    let square = missCost(lane)
    var hits = 0.0
    var shown = 0.0
    var wrong = 0
    var best = (value: -Double.infinity, place: 0)
    for (place, sample) in sorted.enumerated() {
      shown += 1
      if sample.truth[lane] == true { hits += 1 }
      while wrong < harmless.count, harmless[wrong] >= sample.sums[lane.rawValue] { wrong += 1 }
      let value =
        (1 + square) * hits / (shown + square * positives) - price * Double(wrong) / Double(max(1, harmless.count)) * 10
      if value > best.value { best = (value, place) }
    }
    guard sorted.indices.contains(best.place + 1) else { return 0 }
    return (sorted[best.place].sums[lane.rawValue] + sorted[best.place + 1].sums[lane.rawValue]) / 2
  }

  /// The slope that makes the scores of held-back comments likeliest, the threshold staying where it is.
  private static func slope(_ lane: Lane, _ samples: [Sample], threshold: Float) -> Float {
    var slope = 1.0
    for _ in 0..<50 {
      var gradient = 0.0
      var curvature = 1e-9
      for sample in samples {
        guard let truth = sample.truth[lane] else { continue }
        let x = Double(sample.sums[lane.rawValue] - threshold)
        let p = 1 / (1 + exp(-slope * x))
        gradient += ((truth ? 1 : 0) - p) * x
        curvature += p * (1 - p) * x * x
      }
      slope += max(-0.5, min(0.5, gradient / curvature))
    }
    return Float(max(0.2, min(10, slope)))
  }
}
