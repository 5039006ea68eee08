/// Look-ups by place. Hits are in order of their start, so that each costs a binary search and not a walk.
extension Document {
  /// The hits that share a token with a range. No entry is longer than six words.
  func hits(touching range: Range<Int>) -> some Sequence<Hit> {
    let first = hits.partitionPoint { $0.start >= range.lowerBound - 6 }
    let last = hits.partitionPoint { $0.start >= range.upperBound }
    return hits[first..<max(first, last)].lazy.filter { $0.end > range.lowerBound }
  }

  /// The token that holds a byte, or the first after it.
  func token(at byte: Int) -> Int { tokens.partitionPoint { $0.end > byte } }
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
