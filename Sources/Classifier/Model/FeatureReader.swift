import Moderation

/// Reads texts for the trainer through the very code that the classifier scores with.
package struct FeatureReader {
  /// What the model sees of one text.
  package struct Reading {
    /// Words and signs in the order of the text.
    package var units: [UInt64] = []
    /// Neighbours, the borders of the text included.
    package var pairs: [UInt64] = []
    package var facts: DenseFeatures
    package var tokens = 0
    /// What rules add to the sums.
    package var bonus: Lanes
    /// The same without what the author only quotes, reports or denies; nil where there is nothing of it.
    package var rest: (units: [UInt64], pairs: [UInt64])?
  }

  private let lexicon: Lexicon
  private let offence: Offence
  private var composition = Composition()
  private var document = Document()
  /// The letter groups of every unit that has some.
  package private(set) var spellings: [UInt64: [UInt64]] = [:]

  package init() throws(LexiconError) {
    var lexicon = try LexiconReader.load()
    offence = try Offence(marking: &lexicon)
    self.lexicon = lexicon
  }

  package mutating func read(_ text: String) -> Reading {
    document.read(text)
    lexicon.mark(&document)
    composition.read(document, with: offence)
    var reading = Reading(
      facts: DenseFeatures(document, composition), tokens: document.tokens.count,
      bonus: RuleBonus.lanes(document, composition))
    if !composition.excused.isEmpty {
      var rest: (units: [UInt64], pairs: [UInt64]) = ([], [])
      FeatureWalk.steps(of: document, without: composition.excused) { unit, _, pair in
        if let unit { rest.units.append(unit) }
        if let pair { rest.pairs.append(pair) }
      }
      reading.rest = rest
    }
    var last = FeatureWalk.border
    var found: [(unit: UInt64, token: Int)] = []
    FeatureWalk.units(of: document) { unit, token in
      reading.units.append(unit)
      reading.pairs.append(FeatureWalk.pair(last, unit))
      last = unit
      if let token { found.append((unit, token)) }
    }
    reading.pairs.append(FeatureWalk.pair(last, FeatureWalk.border))
    for (unit, place) in found where spellings[unit] == nil {
      let token = document.tokens[place]
      var keys: [UInt64] = []
      if FeatureWalk.isSpelt(token, unit) {
        document.bytes.withUnsafeBufferPointer { bytes in
          FeatureWalk.grams(of: UnsafeBufferPointer(rebasing: bytes[token.start..<token.end])) { keys.append($0) }
        }
      }
      spellings[unit] = keys
    }
    return reading
  }
}
