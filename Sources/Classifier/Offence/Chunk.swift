/// A stretch without spaces that has signs or digits among its letters, and what it may stand for.
struct Chunk {
  /// In the document's bytes, punctuation at both ends left out.
  let range: Range<Int>
  /// Its bytes; letters repeated three times and more once.
  let bytes: [UInt8]

  static func isPart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2A, 0x40, 0x24, 0x21, 0x23, 0x25, 0x2D, 0x5F, 0x27, 0x1F: true
    default: Byte.isWord(byte)
    }
  }

  /// nil where nothing can be hidden: no letter, a plain word, a correction as in `*their`.
  init?(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) {
    var start = range.lowerBound
    var end = range.upperBound
    // `*word`, `#word`, `-word`: marks of another kind. `@rse` and `$hit` hide a letter.
    while start < end, !Byte.isWord(bytes[start]), bytes[start] != 0x40, bytes[start] != 0x24 { start += 1 }
    while end > start,
      bytes[end - 1] == 0x1F || bytes[end - 1] == 0x21 || bytes[end - 1] == 0x2D || bytes[end - 1] == 0x27
        || bytes[end - 1] == 0x25
    {
      end -= 1
    }
    // One asterisk behind a word is a note or a grade, two and more are letters.
    if end - start > 1, bytes[end - 1] == 0x2A, bytes[end - 2] != 0x2A { end -= 1 }
    if end > start, bytes[end - 1] == 0x40 || bytes[end - 1] == 0x23 || bytes[end - 1] == 0x5F { end -= 1 }
    guard end - start >= 3 else { return nil }
    var letters = 0
    var others = 0
    for at in start..<end {
      // An apostrophe hides nothing.
      if Byte.isLetter(bytes[at]) { letters += 1 } else if bytes[at] != 0x27 { others += 1 }
    }
    guard letters > 0, others > 0, !Self.isAddress(start..<end, bytes) else { return nil }
    self.range = start..<end
    self.bytes = Self.squeezed(start..<end, bytes)
  }

  /// A mailbox or a handle: an `@` with a host after it.
  private static func isAddress(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes[range].contains(0x40) else { return false }
    let past = range.upperBound
    let before = range.lowerBound - 1
    return past + 1 < bytes.count && bytes[past] == 0x2E && Byte.isLetter(bytes[past + 1])
      || before > 0 && bytes[before] == 0x2E && Byte.isLetter(bytes[before - 1])
  }

  private static func squeezed(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var at = range.lowerBound
    while at < range.upperBound {
      var end = at
      while end < range.upperBound, bytes[end] == bytes[at] { end += 1 }
      let isLong = end - at >= 3 && Byte.isLetter(bytes[at])
      for _ in 0..<(isLong ? 1 : end - at) { result.append(bytes[at]) }
      at = end
    }
    return result
  }

  /// The hashes of the words that it spells when every sign and digit is read as the letter it looks like; `1`, `!` and `@`
  /// look like two. Empty where a sign stands for no letter in particular.
  var readings: [UInt64] {
    var result: [UInt64] = []
    for second in [false, true] {
      var hash = Hashing.seed
      var isSpelt = true
      var isAmbiguous = false
      var count = 0
      for byte in bytes where byte != 0x2D && byte != 0x27 && byte != 0x5F {
        guard let letter = Self.letter(byte, second: second) else {
          isSpelt = false
          break
        }
        if byte == 0x31 || byte == 0x21 || byte == 0x40 { isAmbiguous = true }
        hash = Hashing.add(letter, to: hash)
        count += 1
      }
      if isSpelt, count >= 4 { result.append(Hashing.finish(hash)) }
      if !isAmbiguous { break }
    }
    return result
  }

  private static func letter(_ byte: UInt8, second: Bool) -> UInt8? {
    switch byte {
    case 0x40: second ? 0x75 : 0x61
    case 0x34: 0x61
    case 0x38: 0x62
    case 0x33: 0x65
    case 0x39, 0x36: 0x67
    case 0x23: 0x68
    case 0x31, 0x21: second ? 0x6C : 0x69
    case 0x30: 0x6F
    case 0x24, 0x35: 0x73
    case 0x37: 0x74
    default: Byte.isLetter(byte) ? byte : nil
    }
  }
}
