/// Look-ups by place. Hits are in order of their start, so that each costs a binary search and not a walk.
extension Document {
  /// The hits that share a token with a range. No entry is longer than six words.
  func hits(touching range: Range<Int>) -> some Sequence<Hit> {
    let first = hits.partitionPoint { $0.start >= range.lowerBound - Lexicon.longest }
    let last = hits.partitionPoint { $0.start >= range.upperBound }
    return hits[first..<max(first, last)].lazy.filter { $0.end > range.lowerBound }
  }

  /// The hits that begin at a token, shortest first.
  func hits(starting token: Int) -> ArraySlice<Hit> {
    hits[tokens[token].hits]
  }

  /// The token that holds a byte, or the first after it.
  func token(at byte: Int) -> Int { tokens.partitionPoint { $0.end > byte } }

  /// One past the last token that begins before a byte.
  func tokenPast(_ byte: Int) -> Int { tokens.partitionPoint { $0.start >= byte } }

  /// The tokens of a token's sentence.
  func sentence(of token: Int) -> Range<Int> {
    let number = tokens[token].sentence
    let first = tokens.partitionPoint { $0.sentence >= number }
    let last = tokens.partitionPoint { $0.sentence > number }
    return first..<last
  }
}

extension Array {
  /// The index of the first element for which a condition holds that, once true, stays true.
  func partitionPoint(where holds: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
