/// A turn of phrase, as words that follow one another.
///
/// `we|officials advised|briefed .. minister*`: one of several words, then one of several, then within four words one that
/// begins so. `the?` may be missing, `=Bill` is written with a capital,
/// `_` is any word and `_'s`
/// any owner.
struct WordPattern: Sendable {
  private var steps: [Step]

  private struct Step: Sendable {
    var words: Set<String> = []
    var beginnings: [String] = []
    var isOptional = false
    var isCapital = false
    var isAny = false
    var isPossessive = false
    /// How many other words may stand before it.
    var reach = 0

    func fits(_ word: ReplySentence.Word) -> Bool {
      if isCapital && !word.isCapital { return false }
      return isAny || (isPossessive && word.folded.hasSuffix("'s")) || words.contains(word.folded)
        || beginnings.contains { word.folded.hasPrefix($0) }
    }
  }

  private static let gap = 4

  init(_ text: String) {
    var steps: [Step] = []
    var reach = 0
    for part in text.split(separator: " ") {
      if part == ".." {
        reach = Self.gap
        continue
      }
      var step = Step(reach: reach)
      var spelt = part[...]
      if spelt.hasPrefix("=") {
        step.isCapital = true
        spelt = spelt.dropFirst()
      }
      if spelt.hasSuffix("?") {
        step.isOptional = true
        spelt = spelt.dropLast()
      }
      for word in spelt.split(separator: "|") {
        if word == "_" {
          step.isAny = true
        } else if word == "_'s" {
          step.isPossessive = true
        } else if word.hasSuffix("*") {
          step.beginnings.append(word.dropLast().lowercased())
        } else {
          step.words.insert(word.lowercased())
        }
      }
      steps.append(step)
      reach = 0
    }
    self.steps = steps
  }

  /// Where it first stands in a sentence, in scalars of the draft.
  func match(in sentence: ReplySentence) -> Range<Int>? {
    let words = sentence.words
    for start in words.indices {
      if let last = end(steps[...], at: start, in: words, isFirst: true), last > start {
        return words[start].range.lowerBound..<words[last - 1].range.upperBound
      }
    }
    return nil
  }

  /// One past the last word that the steps take up from a place on; nil where they do not fit.
  private func end(
    _ steps: ArraySlice<Step>, at place: Int, in words: [ReplySentence.Word], isFirst: Bool = false
  ) -> Int? {
    guard let step = steps.first else { return place }
    let furthest = min(place + (isFirst ? 0 : step.reach), words.count - 1)
    if place <= furthest {
      for candidate in place...furthest where step.fits(words[candidate]) {
        if let end = end(steps.dropFirst(), at: candidate + 1, in: words) { return end }
      }
    }
    return step.isOptional ? end(steps.dropFirst(), at: place, in: words, isFirst: isFirst) : nil
  }
}
