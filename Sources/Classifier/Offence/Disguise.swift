/// Offending words in disguise: `f*ck`, `sh1t`, `i d i o t`, `fuuuck`, `b.i.t.c.h`, `stupididiots`.
///
/// Each kind is looked for only where a test of the bytes or of the tokens' marks says that it can be there, so that an
/// ordinary comment costs one pass over its bytes.
struct Disguise {
  private let document: Document
  private let lexicon: Lexicon
  private var evidence: [AbuseEvidence] = []

  static func find(in document: Document, lexicon: Lexicon, into evidence: inout [AbuseEvidence]) {
    let traces = Traces(of: document)
    guard !traces.isEmpty else { return }
    var disguise = Disguise(document: document, lexicon: lexicon)
    if traces.contains(.singles) { disguise.spaced() }
    if !traces.isDisjoint(with: [.signs, .digits, .split]) { disguise.masked() }
    if traces.contains(.stretch) { disguise.stretched() }
    if traces.contains(.joined) { disguise.joined() }
    for item in disguise.evidence where !evidence.contains(where: { $0.tokens.overlaps(item.tokens) }) {
      evidence.append(item)
    }
  }

  private init(document: Document, lexicon: Lexicon) {
    self.document = document
    self.lexicon = lexicon
  }

  private mutating func add(_ roles: Role, _ tokens: Range<Int>, _ bytes: Range<Int>? = nil, score: Double = 0.86) {
    let rule: AbuseRule =
      roles.contains(.slur)
      ? .slur : roles.contains(.insult) ? .insult : roles.contains(.sexual) ? .sexualWord : .profanity
    var item = AbuseEvidence(rule, tokens, score: score)
    item.bytes = bytes
    item.isDisguised = true
    evidence.append(item)
  }

  /// What offends however it is spelt: a word that needs a target, and nobody aims, is no reason to hide letters.
  private func offends(_ hash: UInt64) -> Role? {
    let roles = lexicon.roles(of: hash)
    return roles.overlaps(.offending) && !roles.contains(.friend) ? roles : nil
  }

  // MARK: Gaps

  /// Single letters in a row, with a space or sign or two between: the longest offending stretches of the run.
  private mutating func spaced() {
    let tokens = document.tokens
    var at = 0
    while at < tokens.count {
      guard isSingle(tokens[at]) else {
        at += 1
        continue
      }
      let begin = at
      while at < tokens.count, isSingle(tokens[at]), at == begin || tokens[at].start - tokens[at - 1].end <= 3 {
        at += 1
      }
      guard at - begin >= 4 else { continue }
      var first = begin
      while at - first >= 4 {
        let end = longestWord(first..<min(at, first + 14))
        if let end { add(end.roles, first..<end.past) }
        first = end?.past ?? first + 1
      }
    }
  }

  private func longestWord(_ run: Range<Int>) -> (past: Int, roles: Role)? {
    var best: (Int, Role)?
    var hash = Hashing.seed
    for place in run {
      hash = Hashing.add(document.bytes[document.tokens[place].start], to: hash)
      if place - run.lowerBound >= 3, let roles = offends(Hashing.finish(hash)) { best = (place + 1, roles) }
    }
    return best
  }

  private func isSingle(_ token: Token) -> Bool { token.count == 1 && token.marks.contains(.letter) }

  // MARK: Signs and digits

  /// Stretches between spaces in which signs or digits stand among letters.
  private mutating func masked() {
    document.bytes.withUnsafeBufferPointer { bytes in
      var at = 0
      while at < bytes.count {
        guard Chunk.isPart(bytes[at]) else {
          at += 1
          continue
        }
        let begin = at
        var isPlain = true
        while at < bytes.count, Chunk.isPart(bytes[at]) {
          if !Byte.isLetter(bytes[at]) { isPlain = false }
          at += 1
        }
        if !isPlain, at - begin >= 3, at - begin <= 40 { unmask(begin..<at, bytes) }
      }
    }
  }

  private mutating func unmask(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) {
    guard let chunk = Chunk(range, in: bytes) else { return }
    let tokens = document.token(at: chunk.range.lowerBound)..<document.tokenPast(chunk.range.upperBound)
    for hash in chunk.readings {
      if let roles = offends(hash), !roles.contains(.ambiguous) { return add(roles, tokens, chunk.range) }
    }
    if let word = HiddenWord.behind(chunk) { return add(word.role, tokens, chunk.range, score: word.score) }
  }

  // MARK: Letters too many, spaces too few

  /// Three and more of a letter in a row: `fuuuuck`.
  private mutating func stretched() {
    for (place, token) in document.tokens.enumerated() where token.count >= 5 && token.count <= 60 {
      let bytes = document.bytes[token.start..<token.end]
      guard Self.hasStretch(bytes) else { continue }
      for keeping in [(long: 1, short: 2), (long: 2, short: 2), (long: 1, short: 1)] {
        let hash = Self.squeezed(bytes, long: keeping.long, short: keeping.short)
        if let roles = offends(hash), !roles.contains(.ambiguous) {
          add(roles, place..<(place + 1))
          break
        }
      }
    }
  }

  private static func hasStretch(_ bytes: ArraySlice<UInt8>) -> Bool {
    var run = 0
    var previous: UInt8 = 0
    for byte in bytes {
      run = byte == previous ? run + 1 : 1
      if run == 3 { return true }
      previous = byte
    }
    return false
  }

  /// The hash with runs of three and more, and of two, cut to a length.
  private static func squeezed(_ bytes: ArraySlice<UInt8>, long: Int, short: Int) -> UInt64 {
    var hash = Hashing.seed
    var index = bytes.startIndex
    while index < bytes.endIndex {
      var end = index
      while end < bytes.endIndex, bytes[end] == bytes[index] { end += 1 }
      let run = end - index
      for _ in 0..<(run >= 3 ? long : min(run, short)) { hash = Hashing.add(bytes[index], to: hash) }
      index = end
    }
    return Hashing.finish(hash)
  }

  /// Two words run together, the second an offending one and the first one that goes before it: `stupididiots`.
  private mutating func joined() {
    for (place, token) in document.tokens.enumerated() {
      guard document.bytes.withUnsafeBufferPointer({ Traces.mayBeJoined(token, $0) }) else { continue }
      var head = Hashing.seed
      for cut in token.start..<(token.end - 3) {
        head = Hashing.add(document.bytes[cut], to: head)
        guard cut - token.start >= 1 else { continue }
        let word = Hashing.finish(head)
        let first = lexicon.roles(of: word)
        guard first.overlaps([.offending, .badTrait, .second]) || AbuseWords.openers.contains(word),
          !first.contains(.friend)
        else { continue }
        var tail = Hashing.seed
        for byte in document.bytes[(cut + 1)..<token.end] { tail = Hashing.add(byte, to: tail) }
        if let roles = offends(Hashing.finish(tail)), !roles.contains(.needsTarget) {
          add(roles, place..<(place + 1), score: 0.8)
          break
        }
      }
    }
  }
}
