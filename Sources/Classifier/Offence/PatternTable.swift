/// The patterns that a word anchors: a chain for each word, in the order in which they were added.
struct PatternTable: Sendable {
  private var slots = [UInt64](repeating: 0, count: 1024)
  /// First and last link of a slot's chain; 0 for none.
  private var chains = [(first: Int32, last: Int32)](repeating: (0, 0), count: 1024)
  private var links: [(pattern: Int32, next: Int32)] = [(0, 0)]
  private(set) var words: [UInt64] = []

  mutating func add(_ pattern: Int32, to word: UInt64) {
    if (words.count + 1) * 2 > slots.count { grow() }
    let slot = slot(of: word)
    if slots[slot] == 0 {
      slots[slot] = word
      words.append(word)
    }
    links.append((pattern, 0))
    let link = Int32(links.count - 1)
    if chains[slot].first == 0 { chains[slot].first = link } else { links[Int(chains[slot].last)].next = link }
    chains[slot].last = link
  }

  private mutating func grow() {
    let old = zip(slots, chains).filter { $0.0 != 0 }
    slots = Array(repeating: 0, count: slots.count * 2)
    chains = Array(repeating: (0, 0), count: slots.count)
    for (word, chain) in old {
      let slot = slot(of: word)
      slots[slot] = word
      chains[slot] = chain
    }
  }

  /// Half of the slots at most are taken: every walk ends at the word or at a free one.
  @inline(__always)
  private func slot(of word: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: word >> 24) & (slots.count - 1)
    while slots[slot] != 0, slots[slot] != word { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  /// The first link of a word's chain; 0 where it anchors nothing.
  @inline(__always)
  func first(_ word: UInt64) -> Int32 { chains[slot(of: word)].first }

  @inline(__always)
  func link(_ link: Int32) -> (pattern: Int32, next: Int32) { links[Int(link)] }
}
