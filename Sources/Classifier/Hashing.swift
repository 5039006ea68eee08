/// The hash of words and of sequences of words. Not keyed: the same on every machine and in every run.
enum Hashing {
  static var seed: UInt64 { 0xCBF2_9CE4_8422_2325 }

  @inline(__always)
  static func add(_ byte: UInt8, to hash: UInt64) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

  @inline(__always)
  static func finish(_ hash: UInt64) -> UInt64 {
    var h = hash
    h ^= h >> 32
    h &*= 0xD6E8_FEB8_6659_FD93
    h ^= h >> 32
    return h
  }

  /// Chains a word to the words before it; 0 before the first.
  @inline(__always)
  static func chain(_ previous: UInt64, _ word: UInt64) -> UInt64 {
    finish((previous &+ 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9 ^ word)
  }

  /// A single word as a rule writes it: lower-case ASCII.
  static func word(_ text: StaticString) -> UInt64 {
    text.withUTF8Buffer { buffer in
      var hash = seed
      for byte in buffer { hash = add(byte, to: hash) }
      return finish(hash)
    }
  }
}
