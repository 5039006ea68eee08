import Classifier

extension Trainer {
  /// Weights below this share of the largest of their lane are not worth their room.
  private static let least: Float = 0.01

  /// Three quarters of 2^17 slots.
  private static let most = 98_000

  /// Puts learned weights into the form that the classifier reads: what is common to a word is added up.
  func parts(_ weights: [Lane: [Float]], _ calibration: Calibration, digest: UInt64) -> ModelParts {
    var rows = [Lanes](repeating: Lanes(repeating: 0), count: space.count)
    for (lane, weights) in weights { for place in rows.indices { rows[place][lane.rawValue] = weights[place] } }
    var parts = ModelParts()
    var gramRows = [Lanes](repeating: Lanes(repeating: 0), count: space.gramKeys.count)
    for place in gramRows.indices { gramRows[place] = rows[space.firstGram + place] * FeatureSpace.Scale.gram }
    for (place, key) in space.unitKeys.enumerated() where space.isKnown[place] {
      var row = rows[place]
      for at in Int(space.gramStarts[place])..<Int(space.gramStarts[place + 1]) {
        row += gramRows[Int(space.grams[at])]
      }
      parts.words.append((key, row))
    }
    parts.grams = Self.telling(space.gramKeys, gramRows)
    let pairRows = Array(rows[space.firstPair..<space.firstFact])
    parts.pairs = Self.telling(space.pairKeys, pairRows)
    for place in 0..<DenseFeatures.count {
      parts.dense[place] = rows[space.firstFact + place] * FeatureSpace.Scale.fact
    }
    parts.bias = rows[space.bias] * FeatureSpace.Scale.bias
    (parts.slope, parts.offset) = (calibration.slope, calibration.offset)
    Report.progress("\(parts.words.count) words, \(parts.grams.count) groups, \(parts.pairs.count) pairs")
    (parts.trainingDigest, parts.seed, parts.examples) = (digest, seed, lessons.count)
    return parts
  }

  private static func telling(_ keys: [UInt64], _ rows: [Lanes]) -> [(key: UInt64, row: Lanes)] {
    var largest = Lanes(repeating: 1e-9)
    for row in rows { largest = pointwiseMax(largest, row.replacing(with: -row, where: row .< 0)) }
    let least = largest * Self.least
    let telling = zip(keys, rows).filter { _, row in any(row .> least) || any(row .< -least) }
    // The strongest, as far as a table reaches that stays in a processor's cache.
    let strongest = telling.map { key, row in (key: key, row: row, strength: strength(row / largest)) }
      .sorted { ($1.strength, $0.key) < ($0.strength, $1.key) }.prefix(most)
    return strongest.map { ($0.key, $0.row) }
  }

  private static func strength(_ row: Lanes) -> Float { row.replacing(with: -row, where: row .< 0).max() }
}
