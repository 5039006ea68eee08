/// The words that carried a score: the one or two stretches that added most to it.
struct Carriers {
  /// Tokens, in order of their place.
  private(set) var ranges: [Range<Int>] = []

  /// More words than a moderator reads at a glance.
  private static let longest = 6
  /// A word belongs to a stretch from this share of the strongest word's weight.
  private static let least: Float = 0.3

  init(of lane: Lane, _ model: LinearModel, in document: Document, excused: [Range<Int>]) {
    var shares = model.contributions(lane, in: document)
    for range in excused { for place in range where shares.indices.contains(place) { shares[place] = 0 } }
    guard let most = shares.max(), most > 0 else { return }
    var stretches: [(tokens: Range<Int>, sum: Float)] = []
    for place in shares.indices where shares[place] >= most * Self.least {
      if let last = stretches.last, place - last.tokens.upperBound <= 1, place - last.tokens.lowerBound < Self.longest,
        document.tokens[place].sentence == document.tokens[last.tokens.lowerBound].sentence
      {
        stretches[stretches.count - 1] = (last.tokens.lowerBound..<(place + 1), last.sum + shares[place])
      } else {
        stretches.append((place..<(place + 1), shares[place]))
      }
    }
    // The stronger first, the earlier of equals.
    let best = stretches.enumerated().sorted { ($1.element.sum, $0.offset) < ($0.element.sum, $1.offset) }.prefix(2)
    ranges = best.map(\.element.tokens).sorted { $0.lowerBound < $1.lowerBound }
  }
}
