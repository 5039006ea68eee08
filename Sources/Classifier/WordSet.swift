/// A set of words by their hashes, which are mixed already: a look-up is a mask and a compare.
struct WordSet: Sendable {
  private var slots: [UInt64]
  private let mask: Int

  init(_ words: [StaticString]) { self.init(hashes: words.map(Hashing.word)) }

  init(hashes words: [UInt64]) {
    var size = 4
    while size < words.count * 3 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    mask = size - 1
    for hash in words {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0, slots[slot] != hash { slot = (slot + 1) & mask }
      slots[slot] = hash
    }
  }

  /// A third of the slots at most are taken: every walk ends at a free one.
  @inline(__always)
  func contains(_ hash: UInt64) -> Bool {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if slots[slot] == hash { return true }
      slot = (slot + 1) & mask
    }
    return false
  }
}
