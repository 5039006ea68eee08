/// A text as the set of its pieces of five letters, for telling near-duplicates: what differs in case, signs, blanks and a word
/// or a name here and there still has most pieces in common (A. Broder, "On the resemblance and containment of documents",
/// 1997).
struct Shingles: Sendable, Equatable {
  /// Hashes of the pieces, sorted, each once.
  private let pieces: [UInt64]

  private static let length = 5

  init(_ text: UnsafeRawBufferPointer) {
    var letters: [UInt32] = []
    letters.reserveCapacity(text.count)
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      if scalar.isASCII {
        let byte = UInt8(scalar.value)
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): letters.append(scalar.value)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): letters.append(scalar.value | 0x20)
        default: Self.appendGap(&letters)
        }
      } else if scalar.properties.isAlphabetic || scalar.properties.isEmojiPresentation {
        letters.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars.map(\.value))
      } else {
        Self.appendGap(&letters)
      }
    }
    if letters.last == 0x20 { letters.removeLast() }
    pieces = Self.pieces(of: letters)
  }

  /// Whatever stands between words is one blank.
  private static func appendGap(_ letters: inout [UInt32]) {
    if let last = letters.last, last != 0x20 { letters.append(0x20) }
  }

  /// A text shorter than a piece is one piece.
  private static func pieces(of letters: [UInt32]) -> [UInt64] {
    guard !letters.isEmpty else { return [] }
    let count = max(1, letters.count - length + 1)
    var hashes = (0..<count).map { start in
      // FNV-1a, over scalars.
      letters[start..<min(start + length, letters.count)].reduce(0xCBF2_9CE4_8422_2325 as UInt64) { hash, letter in
        (hash ^ UInt64(letter)) &* 0x100_0000_01B3
      }
    }
    hashes.sort()
    var unique: [UInt64] = []
    for hash in hashes where hash != unique.last { unique.append(hash) }
    return unique
  }

  /// What share of the pieces of either text both have, in percent; 0 for texts without a letter.
  func likeness(to other: Shingles) -> Int {
    var (i, j, common) = (0, 0, 0)
    while i < pieces.count, j < other.pieces.count {
      if pieces[i] == other.pieces[j] {
        common += 1
        i += 1
        j += 1
      } else if pieces[i] < other.pieces[j] {
        i += 1
      } else {
        j += 1
      }
    }
    let all = pieces.count + other.pieces.count - common
    return all == 0 ? 0 : common * 100 / all
  }
}
