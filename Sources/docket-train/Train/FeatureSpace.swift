import Classifier

/// Everything that has a weight: words and signs, their letter groups, pairs of neighbours, facts and the bias, numbered.
///
/// A text is kept as the numbers of its words and pairs; a word's letter groups are looked up, not copied.
struct FeatureSpace {
  /// How much a feature of a kind counts beside a word: the groups of a word are many.
  enum Scale {
    static let gram: Float = 0.4
    static let fact: Float = 0.15
    static let bias: Float = 0.5
  }

  /// One text in numbers.
  struct Example {
    var units: [Int32]
    var pairs: [Int32]
    var facts: DenseFeatures
    var weight: Float
    /// The square of its length as a vector.
    var square: Float = 0
    /// What rules add to the sums.
    var bonus = Lanes(repeating: 0)
    /// The example without what its author only quotes, reports or denies; nil where that is nothing.
    var rest: Int32?
  }

  private(set) var unitKeys: [UInt64] = []
  /// Whether a word is common enough to be learned as itself; others are only spelt out.
  private(set) var isKnown: [Bool] = []
  private(set) var gramKeys: [UInt64] = []
  private(set) var pairKeys: [UInt64] = []
  /// The groups of unit `u` are `grams[gramStarts[u] ..< gramStarts[u + 1]]`.
  private(set) var gramStarts: [Int32] = [0]
  private(set) var grams: [Int32] = []
  private(set) var examples: [Example] = []

  var firstGram: Int { unitKeys.count }
  var firstPair: Int { firstGram + gramKeys.count }
  var firstFact: Int { firstPair + pairKeys.count }
  var bias: Int { firstFact + DenseFeatures.count }
  var count: Int { bias + 1 }

  /// - Parameter lessons: in an order that is the same every time, for features are numbered as they come.
  init(_ lessons: [Lesson]) throws {
    var reader = try FeatureReader()
    let readings = lessons.map { reader.read($0.text) }
    var seen: [UInt64: Int32] = [:]
    var seenUnits: [UInt64: Int32] = [:]
    for (reading, lesson) in zip(readings, lessons) {
      // What only one stranger said once is no evidence; what our own comments say is.
      for pair in Set(reading.pairs) { seen[pair, default: 0] += lesson.isCivic ? 2 : 1 }
      for unit in Set(reading.units) { seenUnits[unit, default: 0] += lesson.isCivic ? 2 : 1 }
    }
    var pairNumbers: [UInt64: Int32] = [:]
    var unitNumbers: [UInt64: Int32] = [:]
    var gramNumbers: [UInt64: Int32] = [:]
    examples.reserveCapacity(lessons.count)
    func unit(_ unit: UInt64) -> Int32 {
      if let number = unitNumbers[unit] { return number }
      let number = Int32(unitKeys.count)
      unitNumbers[unit] = number
      unitKeys.append(unit)
      isKnown.append(seenUnits[unit, default: 0] >= 3)
      for gram in reader.spellings[unit] ?? [] {
        let place = gramNumbers[gram] ?? Int32(gramKeys.count)
        if place == gramKeys.count {
          gramNumbers[gram] = place
          gramKeys.append(gram)
        }
        grams.append(place)
      }
      gramStarts.append(Int32(grams.count))
      return number
    }
    func pair(_ pair: UInt64) -> Int32? {
      guard seen[pair, default: 0] >= 2 else { return nil }
      if let number = pairNumbers[pair] { return number }
      let number = Int32(pairKeys.count)
      pairNumbers[pair] = number
      pairKeys.append(pair)
      return number
    }
    for reading in readings {
      examples.append(
        Example(
          units: reading.units.map(unit), pairs: reading.pairs.compactMap(pair), facts: reading.facts,
          weight: LinearModel.weight(tokens: reading.tokens), bonus: reading.bonus))
    }
    for (place, reading) in readings.enumerated() {
      guard let rest = reading.rest else { continue }
      examples[place].rest = Int32(examples.count)
      examples.append(
        Example(
          units: rest.units.map(unit), pairs: rest.pairs.compactMap(pair), facts: reading.facts,
          weight: LinearModel.weight(tokens: reading.tokens)))
    }
    measure()
  }

  /// Squares of lengths, repeated features counted as often as they stand there.
  private mutating func measure() {
    var values = [Float](repeating: 0, count: count)
    var touched: [Int] = []
    for place in examples.indices {
      visit(place) { feature, value in
        if values[feature] == 0 { touched.append(feature) }
        values[feature] += value
      }
      var square: Float = 0
      for feature in touched {
        square += values[feature] * values[feature]
        values[feature] = 0
      }
      touched.removeAll(keepingCapacity: true)
      examples[place].square = square
    }
  }

  /// The example that a lane sees of a lesson.
  func place(of lesson: Int, for lane: Lane) -> Int {
    lane.isExcusable ? examples[lesson].rest.map(Int.init) ?? lesson : lesson
  }

  /// Every feature of an example with its value; a feature may come more than once.
  @inline(__always)
  func visit(_ place: Int, _ body: (Int, Float) -> Void) {
    let example = examples[place]
    let gram = example.weight * Scale.gram
    for unit in example.units {
      if isKnown[Int(unit)] { body(Int(unit), example.weight) }
      for at in Int(gramStarts[Int(unit)])..<Int(gramStarts[Int(unit) + 1]) { body(firstGram + Int(grams[at]), gram) }
    }
    for pair in example.pairs { body(firstPair + Int(pair), example.weight) }
    example.facts.forEach { body(firstFact + $0, Scale.fact) }
    body(bias, Scale.bias)
  }
}
