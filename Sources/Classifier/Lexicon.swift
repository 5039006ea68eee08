/// Every word list in one table: a walk over the hashes of tokens finds all entries that begin at a token.
///
/// Open addressing over a power of two; a key is the chained hash of an entry's words, so an entry of three words is
/// three probes, and a word that begins nothing is one. Built once, then only read.
struct Lexicon: Sendable {
  private var keys: [UInt64]
  private var values: [Role]
  /// 1: an entry ends here; 2: longer entries go on from here.
  private var states: [UInt8]
  private let mask: Int
  private(set) var count = 0

  init(capacity: Int) {
    var size = 1024
    while size < capacity * 2 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    values = Array(repeating: [], count: size)
    states = Array(repeating: 0, count: size)
    mask = size - 1
  }

  /// Adds the words of a document as one entry.
  mutating func insert(_ tokens: [Token], _ roles: Role) {
    var key: UInt64 = 0
    for (place, token) in tokens.enumerated() {
      key = Hashing.chain(key, token.hash)
      guard let slot = slot(of: key) else { return }
      if keys[slot] == 0 {
        keys[slot] = key
        count += 1
      }
      if place == tokens.count - 1 {
        states[slot] |= 1
        values[slot].formUnion(roles)
      } else {
        states[slot] |= 2
      }
    }
  }

  /// The slot that holds a key, or the free one where it would go; nil when the table is full.
  @inline(__always)
  private func slot(of key: UInt64) -> Int? {
    var slot = Int(truncatingIfNeeded: key) & mask
    for _ in 0...mask {
      if keys[slot] == key || keys[slot] == 0 { return slot }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Whether an entry consists of this one word, and its roles.
  func roles(of word: UInt64) -> Role {
    guard let slot = slot(of: Hashing.chain(0, word)), keys[slot] != 0, states[slot] & 1 != 0 else { return [] }
    return values[slot]
  }

  /// Marks every entry that occurs, at most `longest` words each.
  func mark(_ document: inout Document) {
    let longest = 6
    for start in document.tokens.indices {
      var key: UInt64 = 0
      var at = start
      while at < document.tokens.count, at - start < longest {
        key = Hashing.chain(key, document.tokens[at].hash)
        guard let slot = slot(of: key), keys[slot] != 0 else { break }
        if states[slot] & 1 != 0 {
          let roles = values[slot]
          document.hits.append(Hit(start: start, end: at + 1, roles: roles))
          document.roles.formUnion(roles)
          if at == start { document.tokens[start].roles = roles }
        }
        guard states[slot] & 2 != 0 else { break }
        at += 1
        // An entry never runs over the end of a sentence.
        if at < document.tokens.count, document.tokens[at].marks.contains(.sentenceStart) { break }
      }
    }
  }
}
