/// What bytes are, as UTF-8 (Unicode 15, table 3-7), looked at once and mostly eight at a time.
enum UTF8Check {
  case ascii
  case valid
  /// Not UTF-8, or a NUL among it.
  case broken

  static func of(_ start: UnsafeRawPointer, _ count: Int) -> UTF8Check {
    let tops: UInt64 = 0x8080_8080_8080_8080
    let ones: UInt64 = 0x0101_0101_0101_0101
    var result = UTF8Check.ascii
    var at = 0
    while at < count {
      if at + 8 <= count {
        let word = start.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        // Below 0x80, a byte less one sets the top bit where the byte is zero.
        if (word | (word &- ones)) & tops == 0 {
          at += 8
          continue
        }
      }
      let byte = start.load(fromByteOffset: at, as: UInt8.self)
      if byte < 0x80 {
        if byte == 0 { return .broken }
        at += 1
        continue
      }
      let length = sequence(start + at, count - at, byte)
      guard length > 0 else { return .broken }
      result = .valid
      at += length
    }
    return result
  }

  /// The length of the sequence that begins with `first`; 0 when it is none.
  @inline(__always)
  private static func sequence(_ start: UnsafeRawPointer, _ left: Int, _ first: UInt8) -> Int {
    func tail(_ offset: Int) -> UInt8 { start.load(fromByteOffset: offset, as: UInt8.self) }
    func isTail(_ offset: Int) -> Bool { tail(offset) & 0xC0 == 0x80 }
    switch first {
    case 0xC2...0xDF: return left > 1 && isTail(1) ? 2 : 0
    case 0xE0...0xEF:
      guard left > 2, isTail(1), isTail(2) else { return 0 }
      let second = tail(1)
      // No second spelling of a shorter one, no surrogates.
      return first == 0xE0 && second < 0xA0 || first == 0xED && second > 0x9F ? 0 : 3
    case 0xF0...0xF4:
      guard left > 3, isTail(1), isTail(2), isTail(3) else { return 0 }
      let second = tail(1)
      return first == 0xF0 && second < 0x90 || first == 0xF4 && second > 0x8F ? 0 : 4
    default: return 0
    }
  }
}
