/// Every word list in one table: a walk over the hashes of tokens finds all entries that begin at a token.
///
/// Open addressing over a power of two; a key is the chained hash of an entry's words, so an entry of three words is
/// three probes, and a word that begins nothing is one. A slot is eight bytes: 44 bits of the key, two flags and the number
/// of a set of roles (there are few distinct sets). Built once, then only read.
struct Lexicon: Sendable {
  private var slots: [UInt64]
  private var roleSets: [Role] = [[]]
  private var numbers: [Role: UInt64] = [[]: 0]
  private var lastRoles: (roles: Role, number: UInt64) = ([], 0)
  private let mask: Int
  private(set) var count = 0

  /// An entry ends here.
  private static let ends: UInt64 = 1 << 18
  /// Longer entries go on from here.
  private static let goesOn: UInt64 = 1 << 19
  private static let keyMask: UInt64 = ~0 << 20
  private static let setMask: UInt64 = 1 << 18 - 1

  /// What the tables take, in bytes.
  var size: Int { slots.count * 8 + roleSets.count * MemoryLayout<Role>.stride }

  init(capacity: Int) {
    var size = 1024
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    mask = size - 1
  }

  /// Adds words, by their hashes, as one entry; what an entry already stands for it keeps.
  mutating func insert(_ words: [UInt64], _ roles: Role) {
    var key: UInt64 = 0
    for (place, word) in words.enumerated() {
      key = Hashing.chain(key, word)
      insert(key, roles, isLast: place == words.count - 1)
    }
  }

  /// Adds one word unless it is an entry already.
  mutating func insertNew(word: UInt64, _ roles: Role) {
    let key = Hashing.chain(0, word)
    guard let slot = slot(of: key), slots[slot] & Self.ends == 0 else { return }
    insert(key, roles, isLast: true)
  }

  private mutating func insert(_ key: UInt64, _ roles: Role, isLast: Bool) {
    // Full tables would make every miss a walk over all of it.
    guard count < slots.count / 4 * 3, let slot = slot(of: key) else { return }
    if slots[slot] == 0 {
      slots[slot] = key & Self.keyMask
      count += 1
    }
    guard isLast else {
      slots[slot] |= Self.goesOn
      return
    }
    let old = slots[slot] & Self.setMask
    let set = old == 0 ? number(of: roles) : number(of: roleSets[Int(old)].union(roles))
    slots[slot] = slots[slot] & ~Self.setMask | set | Self.ends
  }

  private mutating func number(of roles: Role) -> UInt64 {
    if lastRoles.roles == roles { return lastRoles.number }
    let number = numbers[roles] ?? UInt64(roleSets.count)
    if number == roleSets.count {
      roleSets.append(roles)
      numbers[roles] = number
    }
    lastRoles = (roles, number)
    return number
  }

  /// The slot that holds a key, or the free one where it would go; nil when the table is full.
  @inline(__always)
  private func slot(of key: UInt64) -> Int? {
    var slot = Int(truncatingIfNeeded: key >> 24) & mask
    for _ in 0...mask {
      let value = slots[slot]
      if value == 0 || value & Self.keyMask == key & Self.keyMask { return slot }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Whether an entry consists of this one word, and its roles.
  func roles(of word: UInt64) -> Role {
    guard let slot = slot(of: Hashing.chain(0, word)), slots[slot] & Self.ends != 0 else { return [] }
    return roleSets[Int(slots[slot] & Self.setMask)]
  }

  /// No entry has more words.
  static let longest = 6

  /// Marks every entry that occurs.
  func mark(_ document: inout Document) {
    // Moved out and back, so that the walk can write tokens and hits without asking who else holds them.
    var tokens: [Token] = []
    var hits: [Hit] = []
    swap(&tokens, &document.tokens)
    swap(&hits, &document.hits)
    var all: Role = []
    let third = Role.third
    let plural = Role.plural
    tokens.withUnsafeMutableBufferPointer { tokens in
      slots.withUnsafeBufferPointer { slots in
        for start in 0..<tokens.count {
          let firstHit = hits.count
          let open = walk(from: start, tokens, slots, &hits)
          tokens[start].setHits(firstHit..<hits.count, open: open)
          all.formUnion(open)
          if open.overlaps(third), !open.overlaps(plural) { document.hasSingularThird = true }
        }
      }
    }
    swap(&tokens, &document.tokens)
    swap(&hits, &document.hits)
    document.roles = all
  }

  /// Follows the entries that begin at a token, and gives their roles together.
  @inline(__always)
  private func walk(
    from start: Int, _ tokens: UnsafeMutableBufferPointer<Token>, _ slots: UnsafeBufferPointer<UInt64>,
    _ hits: inout [Hit]
  ) -> Role {
    var open: Role = []
    var key: UInt64 = 0
    var at = start
    while at - start < Self.longest {
      key = Hashing.chain(key, tokens[at].hash)
      var slot = Int(truncatingIfNeeded: key >> 24) & mask
      while slots[slot] != 0, slots[slot] & Self.keyMask != key & Self.keyMask { slot = (slot + 1) & mask }
      let value = slots[slot]
      if value == 0 { break }
      if value & Self.ends != 0 {
        let roles = roleSets[Int(value & Self.setMask)]
        hits.append(Hit(start: start, end: at + 1, roles: roles))
        open.formUnion(roles)
        if at == start {
          tokens[start].roles = roles
        } else {
          tokens[start].roles.formUnion(roles.intersection(.spread))
        }
      }
      guard value & Self.goesOn != 0 else { break }
      at += 1
      // An entry never runs over the end of a sentence.
      if at >= tokens.count || tokens[at].marks.contains(.sentenceStart) { break }
    }
    return open
  }
}

extension Lexicon {
  /// Adds the policy's own public figures.
  mutating func insert(publicNames: [String]) {
    var document = Document()
    for name in publicNames {
      document.read(name)
      if !document.tokens.isEmpty, document.tokens.count <= Self.longest {
        insert(document.tokens.map(\.hash), .publicFigure)
      }
    }
  }
}
