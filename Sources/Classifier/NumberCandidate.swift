/// Letters and digits that may be one number: the compact bytes, and how they were grouped.
struct NumberCandidate {
  /// Folded letters and digits without separators.
  var compact: [UInt8]
  /// How many bytes stand in each group.
  var groups: [Int]
  var tokens: Range<Int>
  /// Every letter is a capital.
  var isCapital: Bool
  /// The author writes no capitals at all.
  var isLowerCaseText: Bool
  var isHyphenated: Bool

  var count: Int { compact.count }
  /// The values of the digits.
  let digits: [UInt8]
  /// `AAA9999`.
  let shape: String

  var isDigits: Bool { digits.count == compact.count }
  var startsWithLetter: Bool { compact.first.map { !Byte.isDigit($0) } ?? false }
  /// Of digits only; meaningless from 19.
  var value: Int { digits.prefix(18).reduce(0) { $0 * 10 + Int($1) } }

  /// All the same, or counted up or down: nobody's number.
  var isTrivial: Bool {
    guard let first = digits.first, digits.count > 3 else { return false }
    if digits.allSatisfy({ $0 == first }) { return true }
    let steps = zip(digits, digits.dropFirst()).map { Int($1) - Int($0) }
    return steps.allSatisfy { $0 == 1 || $0 == -9 } || steps.allSatisfy { $0 == -1 || $0 == 9 }
  }

  func letters(contain letters: [UInt8]) -> Bool { compact.contains { letters.contains($0) } }

  init(tokens range: Range<Int>, in document: Document) {
    tokens = range
    var compact: [UInt8] = []
    var groups: [Int] = []
    var isCapital = true
    var isHyphenated = range.count > 1
    for at in range {
      let token = document.tokens[at]
      compact.append(contentsOf: document.bytes[token.start..<token.end])
      groups.append(token.count)
      let isWord = !token.marks.contains(.digit) && token.count > 1
      if token.marks.contains(.letter),
        isWord
          ? !token.marks.contains(.allCapitals)
          : !token.marks.contains(.capital) && !Byte.isDigit(document.bytes[token.start])
      {
        isCapital = false
      }
      if at > range.lowerBound, !document.bytes[document.tokens[at - 1].end..<token.start].contains(0x2D) {
        isHyphenated = false
      }
    }
    self.compact = compact
    self.groups = groups
    self.isCapital = isCapital
    self.isHyphenated = isHyphenated
    isLowerCaseText = document.isLowerCase
    digits = compact.filter(Byte.isDigit).map { $0 - 0x30 }
    shape =
      compact.count <= 16
      ? String(decoding: compact.map { Byte.isDigit($0) ? UInt8(0x39) : UInt8(0x41) }, as: UTF8.self) : ""
  }

  /// Every run of up to eight neighbouring groups that begins at a token, longest first.
  static func all(from at: Int, in document: Document) -> [NumberCandidate] {
    var end = at
    var digits = 0
    var ends: [Int] = []
    while end < document.tokens.count, end - at < 8 {
      let token = document.tokens[end]
      guard isPart(token, first: end == at, in: document), end == at || isJoin(before: end, in: document) else { break }
      if token.marks.contains(.digit) { digits += 1 }
      end += 1
      if digits > 0 { ends.append(end) }
    }
    return ends.reversed().map { NumberCandidate(tokens: at..<$0, in: document) }.filter { (4...34).contains($0.count) }
  }

  /// Whether another group may follow.
  static func goesOn(after at: Int, in document: Document) -> Bool {
    at + 1 < document.tokens.count && isJoin(before: at + 1, in: document)
      && isPart(document.tokens[at + 1], first: false, in: document)
  }

  /// Digits, letters with digits, or a short group of capitals beside them: "AB 12 34 56 C", "GB82 WEST 1234".
  private static func isPart(_ token: Token, first: Bool, in document: Document) -> Bool {
    if token.marks.contains(.digit) { return token.count <= 34 }
    guard token.count <= 5, !token.marks.contains(.apostropheS) else { return false }
    let isCapital = token.count == 1 ? token.marks.contains(.capital) : token.marks.contains(.allCapitals)
    guard isCapital || document.isLowerCase && token.count <= 2 else { return false }
    return !token.roles.overlaps([.author, .stop]) || token.count == 1 && !first && isCapital
  }

  /// One space, hyphen, dot or slash.
  private static func isJoin(before at: Int, in document: Document) -> Bool {
    let gap = document.bytes[document.tokens[at - 1].end..<document.tokens[at].start]
    if gap.count == 1, let sign = gap.first { return [0x20, 0x2D, 0x2E, 0x2F].contains(sign) }
    // An emoji or a wrapped line between.
    if gap.count <= 6, gap.allSatisfy({ $0 == 0x20 || $0 == 0x1F || $0 == 0x0A }),
      gap.contains(0x1F) || gap.contains(0x0A)
    {
      return true
    }
    // "60-08-15 acc 40217763" is joined elsewhere; here " - ".
    return gap.elementsEqual([0x20, 0x2D, 0x20])
  }
}
