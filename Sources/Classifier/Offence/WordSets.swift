/// Many sets of words in one table: whether a word is in a set is a probe, whatever the set's size.
struct WordSets: Sendable {
  /// Open addressing; a key is the word's hash chained to its set's number.
  private(set) var slots = [UInt64](repeating: 0, count: 1024)
  private var taken = 0
  private var members: [[UInt64]] = [[]]

  /// Adds a set and gives its number, from 1.
  mutating func add(_ words: [UInt64]) -> Int32 {
    if let known = members.firstIndex(of: words) { return Int32(known) }
    let number = Int32(members.count)
    members.append(words)
    for word in words { insert(Self.key(number, word)) }
    return number
  }

  func words(of number: Int32) -> [UInt64] { members[Int(number)] }

  private mutating func insert(_ key: UInt64) {
    if (taken + 1) * 2 > slots.count {
      let old = slots
      slots = Array(repeating: 0, count: old.count * 2)
      taken = 0
      for key in old where key != 0 { insert(key) }
    }
    var slot = Int(truncatingIfNeeded: key >> 20) & (slots.count - 1)
    while slots[slot] != 0, slots[slot] != key { slot = (slot + 1) & (slots.count - 1) }
    if slots[slot] == 0 { taken += 1 }
    slots[slot] = key
  }

  @inline(__always)
  static func key(_ number: Int32, _ word: UInt64) -> UInt64 {
    (word ^ UInt64(UInt32(bitPattern: number)) &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93 | 1
  }

  /// Half of the slots at most are taken: every walk ends at a free one.
  @inline(__always)
  static func contains(_ word: UInt64, in number: Int32, of slots: UnsafeBufferPointer<UInt64>) -> Bool {
    let key = key(number, word)
    var slot = Int(truncatingIfNeeded: key >> 20) & (slots.count - 1)
    while slots[slot] != 0 {
      if slots[slot] == key { return true }
      slot = (slot + 1) & (slots.count - 1)
    }
    return false
  }
}
