/// A searched word that finds itself in any case: `TŌTARA` in `tōtara`.
///
/// Case only: accents stand for themselves, and a letter with a combining mark is not the one letter that looks like it.
/// An ASCII needle is looked for in the bytes as they are; any other in the text's lower case.
struct FoldedNeedle: Sendable {
  private let bytes: [UInt8]
  private let isASCII: Bool

  init(_ text: String) {
    bytes = text.lowercased().utf8.map(\.self)
    isASCII = bytes.allSatisfy { $0 < 0x80 }
  }

  var isEmpty: Bool { bytes.isEmpty }

  func isFound(in text: UnsafeRawBufferPointer) -> Bool {
    if isASCII { return occurs(in: text) { Self.lower($0) } }
    // Letters beyond ASCII have no case in single bytes, so only a text that has some can hold the needle.
    guard text.contains(where: { $0 >= 0x80 }) else { return false }
    let folded = Array(String(decoding: text, as: UTF8.self).lowercased().utf8)
    return folded.withUnsafeBytes { occurs(in: $0) { $0 } }
  }

  @inline(__always)
  private func occurs(in text: UnsafeRawBufferPointer, _ fold: (UInt8) -> UInt8) -> Bool {
    guard bytes.count <= text.count else { return false }
    return bytes.withUnsafeBufferPointer { needle in
      let first = needle[0]
      for start in 0...(text.count - needle.count) where fold(text[start]) == first {
        var length = 1
        while length < needle.count, fold(text[start + length]) == needle[length] { length += 1 }
        if length == needle.count { return true }
      }
      return false
    }
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}
