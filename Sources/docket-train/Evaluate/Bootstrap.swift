/// How far figures would move if other comments of the same kind had been labelled: resamples by comment, with repetition.
///
/// The same seed draws the same resamples, on every machine.
struct Bootstrap {
  var resamples: Int
  var seed: UInt64

  /// What a figure did over the resamples in which it could be measured.
  struct Spread: Equatable {
    /// The middle 95 %.
    var interval: Interval
    /// Twice the share of resamples on the rarer side of nought: small where a difference is no accident.
    var sides: Double
  }

  /// The spread of each figure; nil where fewer than half of the resamples have it.
  ///
  /// - Parameters:
  ///   - comments: how many there are to draw from.
  ///   - statistic: the figures of a resample, by how often each comment was drawn; not-a-number for what cannot be measured.
  func spreads(comments: Int, _ statistic: ([UInt16]) -> [Double]) -> [Spread?] {
    guard comments > 0, resamples > 0 else { return [] }
    var random = SplitMix64(state: seed)
    var drawn = [UInt16](repeating: 0, count: comments)
    var values: [[Double]] = []
    for _ in 0..<resamples {
      for place in drawn.indices { drawn[place] = 0 }
      for _ in 0..<comments { drawn[random.below(comments)] += 1 }
      for (place, value) in statistic(drawn).enumerated() {
        if values.count <= place { values.append([]) }
        if !value.isNaN { values[place].append(value) }
      }
    }
    return values.map(spread)
  }

  private func spread(_ values: [Double]) -> Spread? {
    guard values.count * 2 >= resamples else { return nil }
    let sorted = values.sorted()
    func quantile(_ share: Double) -> Double { sorted[Int((share * Double(sorted.count - 1)).rounded())] }
    let below = Double(sorted.count { $0 <= 0 })
    let above = Double(sorted.count { $0 >= 0 })
    return Spread(
      interval: Interval(low: quantile(0.025), high: quantile(0.975)),
      sides: min(1, 2 * min(below, above) / Double(sorted.count)))
  }
}

/// A generator of which the whole state is one number (Steele, Lea and Flood, 2014).
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// From 0 up to a bound; the bias of the multiplication is far below what a resample can show.
  mutating func below(_ bound: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(bound)).high) }
}
