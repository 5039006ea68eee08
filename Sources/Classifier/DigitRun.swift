import Moderation

/// Digits joined by single separators, as people write numbers: `021 555 0134`, `49-091-850`, `(09) 555-0199`,
/// `O21 five five five 0 1 0 6`.
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

  /// Longer runs are no number that a person has.
  private static let longest = 24

  static func all(in document: Document) -> [DigitRun] {
    var runs: [DigitRun] = []
    var token = 0
    while token < document.tokens.count {
      guard let first = Spelled.digits(of: token, in: document) else {
        token += 1
        continue
      }
      let begin = token
      var repeats = Spelled.repeats(of: token, in: document)
      var digits = repeats == nil ? first : []
      var groups = [first.count]
      var figures = document.tokens[token].marks.contains(.digit) ? 1 : 0
      token += 1
      while token < document.tokens.count, digits.count < longest, isJoin(document, before: token),
        let next = Spelled.digits(of: token, in: document)
      {
        if let times = repeats {
          digits += Array(repeating: next.first ?? 0, count: times)
          repeats = nil
        } else if let times = Spelled.repeats(of: token, in: document) {
          repeats = times
        } else {
          digits += next
        }
        groups.append(next.count)
        if document.tokens[token].marks.contains(.digit) { figures += 1 }
        token += 1
      }
      // "one two three" is counting; a spelt number has figures too or is as long as a phone number.
      guard digits.count >= 6, figures > 0 || digits.count >= 8 else { continue }
      let range = document.tokens[begin].start..<document.tokens[token - 1].end
      if !isEmbedded(document.bytes, range) {
        let before = range.lowerBound
        let hasPlus =
          before > 0
          && (document.bytes[before - 1] == 0x2B
            || before > 1 && document.bytes[before - 1] == 0x28 && document.bytes[before - 2] == 0x2B)
          || begin > 0 && document.tokens[begin - 1].hash == Word.plus
        runs.append(DigitRun(bytes: range, digits: digits, groups: groups, hasPlus: hasPlus, tokens: begin..<token))
      }
    }
    return runs
  }

  /// One separator, or a bracket with a space.
  private static func isJoin(_ document: Document, before token: Int) -> Bool {
    let gap = document.bytes[document.tokens[token - 1].end..<document.tokens[token].start]
    if gap.count <= 6, gap.contains(0x1F) || gap.contains(0x0A),
      gap.allSatisfy({ $0 == 0x20 || $0 == 0x1F || $0 == 0x0A })
    {
      return true
    }
    guard gap.count <= 3 else { return false }
    // "zero two one, triple five".
    if gap.elementsEqual([0x2C, 0x20]) {
      return !document.tokens[token].marks.contains(.digit) && !document.tokens[token - 1].marks.contains(.digit)
    }
    var separators = 0
    for byte in gap {
      switch byte {
      case 0x20, 0x2D, 0x2E, 0x2F: separators += 1
      case 0x28, 0x29, 0x1F: break
      default: return false
      }
    }
    return separators <= 1 || gap.count == 3 && gap.elementsEqual([0x20, 0x2D, 0x20]) || gap.contains(0x1F)
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
      case 0x25, 0x5F, 0x3D: return true
      case 0x2F: return range.upperBound + 1 < bytes.count && Byte.isWord(bytes[range.upperBound + 1])
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
  func context(in document: Document) -> Role { Context.roles(in: document, around: tokens, before: 6, after: 3) }
}

/// Digits that are spelt or disguised: "oh two one", "O21", "double five".
enum Spelled {
  private static let words: [UInt64: [UInt8]] = [
    Hashing.word("zero"): [0], Hashing.word("oh"): [0], Hashing.word("one"): [1], Hashing.word("two"): [2],
    Hashing.word("three"): [3], Hashing.word("four"): [4], Hashing.word("five"): [5], Hashing.word("six"): [6],
    Hashing.word("seven"): [7], Hashing.word("eight"): [8], Hashing.word("nine"): [9], Hashing.word("o"): [0],
  ]

  /// "double", "triple".
  static func repeats(of at: Int, in document: Document) -> Int? {
    guard document.tokens[at].has(.digitWord) else { return nil }
    return switch document.tokens[at].hash {
    case Word.double: 2
    case Word.triple: 3
    default: nil
    }
  }

  /// The digits that a token stands for; nil where it is no number.
  static func digits(of at: Int, in document: Document) -> [UInt8]? {
    let token = document.tokens[at]
    if !token.marks.contains(.digit) {
      guard token.has(.digitWord), let digits = words[token.hash] ?? (repeats(of: at, in: document) == nil ? nil : [])
      else {
        return nil
      }
      return digits
    }
    let bytes = document.bytes[token.start..<token.end]
    guard bytes.count <= 24 else { return nil }
    var digits: [UInt8] = []
    for byte in bytes {
      switch byte {
      case 0x30...0x39: digits.append(byte - 0x30)
      // O for zero, l and I for one, where figures stand around them.
      case 0x6F where token.count >= 3: digits.append(0)
      case 0x6C, 0x69: if token.count >= 4 { digits.append(1) } else { return nil }
      default: return nil
      }
    }
    return digits
  }
}

extension Word {
  static let plus = Hashing.word("plus")
  static let double = Hashing.word("double")
  static let triple = Hashing.word("triple")
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

  /// Whose detail it is, by the nearest pronoun or relation before it in its sentence and the one before.
  static func subject(in document: Document, before token: Int) -> (isAuthor: Bool, isOther: Bool) {
    guard token < document.tokens.count else { return (false, false) }
    let sentence = document.tokens[token].sentence
    var at = token - 1
    while at >= 0, sentence - document.tokens[at].sentence <= 1, token - at <= 16 {
      let roles = document.tokens[at].roles
      if document.tokens[at].sentence != sentence, roles.overlaps([.third, .thirdPossessive]), roles.contains(.plural) {
        break
      }
      if roles.overlaps([.third, .thirdPossessive]), !roles.contains(.plural) { return (false, true) }
      if roles.overlaps([.kin, .neighbour]), !roles.overlaps([.author, .authorPossessive]),
        isPossessed(at, in: document)
      {
        return (false, true)
      }
      if roles.overlaps([.author, .authorPossessive]) { return (true, false) }
      at -= 1
    }
    return (false, false)
  }

  /// "my wife", "his mum", "Dad".
  private static func isPossessed(_ at: Int, in document: Document) -> Bool {
    let token = document.tokens[at]
    if token.marks.contains(.capital), token.has(.kinBare) { return true }
    for back in 1...3 where at - back >= 0 {
      if document.tokens[at - back].has([.authorPossessive, .thirdPossessive]) { return true }
    }
    return false
  }

  /// The subject to mark a span with: without any word for a person it is the author who writes.
  static func owner(in document: Document, of tokens: Range<Int>) -> Subject {
    let owner = subject(in: document, before: tokens.lowerBound)
    if owner.isAuthor { return .author }
    if owner.isOther { return .other }
    let sentence = document.tokens[tokens.lowerBound].sentence
    for at in tokens.upperBound..<min(document.tokens.count, tokens.upperBound + 8)
    where document.tokens[at].sentence == sentence {
      if document.tokens[at].has([.third, .thirdPossessive]), !document.tokens[at].has(.plural) { return .other }
      if document.tokens[at].has([.author, .authorPossessive]) { return .author }
    }
    return document.hasSingularThird ? .other : .author
  }
}
