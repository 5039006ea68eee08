/// Digits joined by single separators, as people write numbers: `021 555 0134`, `49-091-850`, `(09) 555-0199`.
struct DigitRun {
  var bytes: Range<Int>
  /// The digits alone.
  var digits: [UInt8]
  /// How many digits stand in each group.
  var groups: [Int]
  var hasPlus: Bool
  /// The first token of the run and one past its last.
  var tokens: Range<Int>

  /// How the groups are printed: `3-3-3`.
  var grouping: String { groups.map(String.init).joined(separator: "-") }

  /// Reads at most 24 digits a run: longer ones are no number that a person has.
  static func all(in document: Document) -> [DigitRun] {
    var runs: [DigitRun] = []
    let bytes = document.bytes
    var token = 0
    while token < document.tokens.count {
      let first = document.tokens[token]
      guard first.marks.contains(.digit), !first.marks.contains(.letter) else {
        token += 1
        continue
      }
      let begin = token
      var digits: [UInt8] = []
      var groups: [Int] = []
      while token < document.tokens.count {
        let next = document.tokens[token]
        guard next.marks.contains(.digit), !next.marks.contains(.letter),
          token == begin || isJoin(bytes, document.tokens[token - 1].end..<next.start), digits.count < 24
        else { break }
        digits.append(contentsOf: bytes[next.start..<next.end].map { $0 - 0x30 })
        groups.append(next.end - next.start)
        token += 1
      }
      let range = first.start..<document.tokens[token - 1].end
      if digits.count >= 6, !isEmbedded(bytes, range) {
        let hasPlus = range.lowerBound > 0 && bytes[range.lowerBound - 1] == 0x2B
        runs.append(
          DigitRun(bytes: range, digits: digits, groups: groups, hasPlus: hasPlus, tokens: begin..<token))
      }
    }
    return runs
  }

  /// One separator, or a closing bracket with a space.
  private static func isJoin(_ bytes: [UInt8], _ gap: Range<Int>) -> Bool {
    guard gap.count <= 3 else { return false }
    var separators = 0
    for byte in bytes[gap] {
      switch byte {
      case 0x20, 0x2D, 0x2E, 0x2F: separators += 1
      case 0x28, 0x29: break
      default: return false
      }
    }
    return separators <= 1 || gap.count == 3 && bytes[gap.lowerBound] == 0x20 && bytes[gap.lowerBound + 1] == 0x2D
  }

  /// Part of a price, a percentage, a hash tag, a path or a decimal.
  private static func isEmbedded(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    if range.lowerBound > 0 {
      switch bytes[range.lowerBound - 1] {
      case 0x24, 0x23, 0x2F, 0x3D, 0x5F, 0x26: return true
      default: break
      }
    }
    if range.upperBound < bytes.count {
      switch bytes[range.upperBound] {
      case 0x25, 0x2F, 0x5F, 0x3D: return true
      default: break
      }
    }
    return false
  }

  /// All the same, or counted up or down: never anybody's number.
  var isTrivial: Bool {
    let steps = zip(digits, digits.dropFirst()).map { Int($1) - Int($0) }
    guard let step = steps.first else { return true }
    return [0, 1, -1].contains(step) && steps.allSatisfy { $0 == step }
  }

  /// What stands around the run in its own sentence: six words before and three after.
  func context(in document: Document) -> Role {
    Context.roles(in: document, around: tokens, before: 6, after: 3)
  }
}

/// The roles of the words around a place.
enum Context {
  static func roles(in document: Document, around tokens: Range<Int>, before: Int, after: Int) -> Role {
    var roles: Role = []
    guard let first = tokens.first else { return roles }
    let sentence = document.tokens[first].sentence
    var at = first - 1
    while at >= 0, first - at <= before {
      // A number may stand alone after its label: "Phone: 021 …", "my mob. 021 …".
      guard document.tokens[at].sentence == sentence || first - at <= 2 else { break }
      roles.formUnion(document.tokens[at].roles)
      at -= 1
    }
    at = tokens.upperBound
    while at < document.tokens.count, at - tokens.upperBound < after, document.tokens[at].sentence == sentence {
      roles.formUnion(document.tokens[at].roles)
      at += 1
    }
    return roles
  }

  /// Whose detail it is, by the nearest pronoun or relation before it in its sentence.
  static func subject(in document: Document, before token: Int) -> (isAuthor: Bool, isOther: Bool) {
    guard token < document.tokens.count else { return (false, false) }
    let sentence = document.tokens[token].sentence
    var at = token - 1
    while at >= 0, document.tokens[at].sentence == sentence, token - at <= 14 {
      let roles = document.tokens[at].roles
      if roles.overlaps([.third, .thirdPossessive, .neighbour]) { return (false, true) }
      if roles.contains(.kin), !roles.contains(.author) { return (false, true) }
      if roles.overlaps([.author, .authorPossessive]) {
        let next = document.tokens[at + 1].roles
        if at + 1 < token, next.overlaps(.relation) { return (false, true) }
        return (true, false)
      }
      at -= 1
    }
    return (false, false)
  }
}
