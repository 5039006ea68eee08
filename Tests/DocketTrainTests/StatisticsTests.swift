import Testing

@testable import docket_train

@Suite("Figures of one label")
struct StatisticsTests {
  /// Scores with many ties, and truths that lean on them.
  private static func entries(_ count: Int, seed: UInt64) -> [LabelColumn.Entry] {
    var random = SplitMix64(state: seed)
    return (0..<count).map { place in
      let score = Double(random.below(11)) / 10
      return LabelColumn.Entry(
        comment: place, truth: random.below(10) < Int(score * 7) + 1, isFlagged: score >= 0.6, score: score)
    }
  }

  /// How often a comment with the label scores above one without, a tie being half a win: by looking at every pair.
  private static func areaByPairs(_ entries: [LabelColumn.Entry], _ times: (Int) -> Double) -> Double {
    var wins = 0.0
    var pairs = 0.0
    for positive in entries where positive.truth {
      for negative in entries where !negative.truth {
        let both = times(positive.comment) * times(negative.comment)
        pairs += both
        if positive.score > negative.score {
          wins += both
        } else if positive.score == negative.score {
          wins += both / 2
        }
      }
    }
    return wins / pairs
  }

  @Test(
    "The area under the curve is the share of pairs in the right order, ties counting half", arguments: [1, 2, 3, 4])
  func areaIsShareOfPairs(seed: UInt64) throws {
    let entries = Self.entries(83, seed: seed)
    let area = try #require(LabelColumn(entries).figures[.area])
    #expect(abs(area - Self.areaByPairs(entries) { _ in 1 }) < 1e-12)
  }

  @Test("A comment drawn twice counts twice, one not drawn not at all", arguments: [5, 6])
  func resampledArea(seed: UInt64) throws {
    let entries = Self.entries(61, seed: seed)
    var random = SplitMix64(state: seed)
    let drawn = (0..<61).map { _ in UInt16(random.below(4)) }
    let figures = LabelColumn(entries).figures(drawn)
    #expect(abs(try #require(figures[.area]) - Self.areaByPairs(entries) { Double(drawn[$0]) }) < 1e-12)
    // The same comments written out as often as they were drawn.
    let repeated = entries.flatMap { entry in Array(repeating: entry, count: Int(drawn[entry.comment])) }
    let plain = LabelColumn(repeated).figures
    for name in Figures.Name.allCases {
      #expect(abs(try #require(figures[name]) - (try #require(plain[name]))) < 1e-9, "\(name)")
    }
  }

  @Test("The best F1 is that of the best threshold, and no threshold parts equal scores")
  func bestThreshold() throws {
    let entries = Self.entries(70, seed: 9)
    let f1 = Set(entries.map(\.score)).map { threshold in
      let shown = entries.filter { $0.score >= threshold }
      return 2 * Double(shown.count { $0.truth }) / Double(shown.count + entries.count { $0.truth })
    }
    #expect(abs(try #require(LabelColumn(entries).figures[.bestF1]) - (try #require(f1.max()))) < 1e-12)
  }

  @Test("Precision, recall and F1 follow the flags, whatever the scores say")
  func flagsDecide() {
    let figures = LabelColumn([
      .init(comment: 0, truth: true, isFlagged: true, score: 0.1),
      .init(comment: 1, truth: true, isFlagged: false, score: 0.9),
      .init(comment: 2, truth: false, isFlagged: true, score: 0.5),
      .init(comment: 3, truth: false, isFlagged: false, score: 0.5),
      .init(comment: 4, truth: true, isFlagged: true, score: 0.7),
    ]).figures
    #expect(figures[.precision] == 2.0 / 3)
    #expect(figures[.recall] == 2.0 / 3)
    #expect(figures[.f1] == 2.0 / 3)
  }

  @Test("The calibration error is the mean gap between the scores of a bin and what came true there")
  func calibrationError() throws {
    // Two bins: 0.8 said four times and true once; 0.25 said four times and true once.
    let sure = (0..<4).map { LabelColumn.Entry(comment: $0, truth: $0 == 0, isFlagged: true, score: 0.8) }
    let unsure = (4..<8).map { LabelColumn.Entry(comment: $0, truth: $0 == 4, isFlagged: false, score: 0.25) }
    let error = try #require(LabelColumn(sure + unsure).figures[.calibrationError])
    #expect(abs(error - (4 * (0.8 - 0.25)) / 8) < 1e-12)
    #expect(LabelColumn(unsure).figures[.calibrationError] == 0)
    // A score of 1 belongs to the last bin.
    let certain = [LabelColumn.Entry(comment: 0, truth: true, isFlagged: true, score: 1)]
    #expect(LabelColumn(certain).figures[.calibrationError] == 0)
  }

  @Test("What cannot be measured is absent, not nought")
  func absentFigures() {
    let positives = (0..<3).map { LabelColumn.Entry(comment: $0, truth: true, isFlagged: false, score: 0) }
    let figures = LabelColumn(positives).figures
    #expect(figures[.area] == nil)
    #expect(figures[.precision] == nil)
    #expect(figures[.recall] == 0)
    #expect(figures[.f1] == 0)
    #expect(LabelColumn([]).figures[.f1] == nil)
    #expect(LabelColumn([]).figures[.calibrationError] == nil)
  }
}

@Suite("Resampling")
struct BootstrapTests {
  /// The mean of some numbers over a resample.
  private static func mean(_ values: [Double], _ drawn: [UInt16]) -> Double {
    zip(values, drawn).reduce(0) { $0 + $1.0 * Double($1.1) } / Double(drawn.reduce(0) { $0 + Int($1) })
  }

  private static let values = (0..<200).map { Double(($0 * 37) % 101) / 100 }

  @Test("The same seed gives the same interval, another one another")
  func deterministic() throws {
    func spread(_ seed: UInt64) -> Bootstrap.Spread? {
      Bootstrap(resamples: 200, seed: seed).spreads(comments: 200) { [Self.mean(Self.values, $0)] }[0]
    }
    let first = try #require(spread(3))
    #expect(spread(3) == first)
    #expect(spread(4) != first)
    #expect(Self.values.reduce(0, +) / 200 > first.interval.low)
    #expect(Self.values.reduce(0, +) / 200 < first.interval.high)
  }

  @Test("Every resample draws as many comments as there are")
  func drawsAsMany() {
    var sizes: Set<Int> = []
    _ = Bootstrap(resamples: 50, seed: 1).spreads(comments: 31) { drawn in
      sizes.insert(drawn.reduce(0) { $0 + Int($1) })
      return []
    }
    #expect(sizes == [31])
  }

  @Test("The interval of a mean is as wide as theory has it")
  func width() throws {
    let spread = try #require(
      Bootstrap(resamples: 600, seed: 8).spreads(comments: 200) { [Self.mean(Self.values, $0)] }[0])
    let mean = Self.values.reduce(0, +) / 200
    let deviation = (Self.values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 200).squareRoot()
    let expected = 2 * 1.96 * deviation / Double(200).squareRoot()
    #expect(abs(spread.interval.high - spread.interval.low - expected) < expected * 0.1)
  }

  @Test("A figure that most resamples lack has no interval")
  func tooRare() {
    var round = 0
    let spreads = Bootstrap(resamples: 10, seed: 1).spreads(comments: 5) { _ in
      round += 1
      return [round.isMultiple(of: 3) ? 1 : .nan, 1]
    }
    #expect(spreads[0] == nil)
    #expect(spreads[1] != nil)
  }
}
