/// Another encoding's bytes as UTF-8. Bytes whose encoding is not said pass as they are until the first that is beyond ASCII
/// decides.
final class TranscodedSource: ByteSource {
  private let source: any ByteSource
  /// Nil until it is decided.
  private(set) var encoding: TextEncoding?
  private var input = [UInt8](repeating: 0, count: 256 << 10)
  /// Bytes at the start of `input` that the last step left over.
  private var kept = 0
  private var output: [UInt8] = []
  private var given = 0
  var fault: String? { given < output.count ? nil : source.fault }

  init(_ source: any ByteSource, _ encoding: TextEncoding?) {
    self.source = source
    self.encoding = encoding
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    if encoding == .utf8 { return source.read(into: buffer) }
    if encoding == nil {
      let got = source.read(into: buffer)
      let part = UnsafeRawBufferPointer(rebasing: buffer[..<got])
      guard !FeedText.isASCII(part) else { return got }
      encoding = TextEncoding.isHardlyUTF8(part) ? .windows1252 : .utf8
      guard encoding == .windows1252 else { return got }
      for byte in part { TextEncoding.appendWindows1252(byte, to: &output) }
    }
    while given == output.count {
      output.removeAll(keepingCapacity: true)
      given = 0
      let got = input.withUnsafeMutableBytes { source.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[kept...])) }
      if got == 0, kept == 0 { return 0 }
      decode(kept + got, isLast: got == 0)
    }
    let count = min(buffer.count, output.count - given)
    output.withUnsafeBytes {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[given..<(given + count)]))
    }
    given += count
    return count
  }

  private func decode(_ count: Int, isLast: Bool) {
    var used = count
    switch encoding {
    case .windows1252:
      for byte in input[..<count] { TextEncoding.appendWindows1252(byte, to: &output) }
    case .utf32Little:
      used = count & ~3
      for at in stride(from: 0, to: used, by: 4) {
        let value = UInt32(input[at]) | UInt32(input[at + 1]) << 8 | UInt32(input[at + 2]) << 16
        FeedText.append(
          input[at + 3] == 0 ? Unicode.Scalar(value) ?? "\u{FFFD}" : "\u{FFFD}", to: &output)
      }
    default: used = decodeUTF16(count, isLast: isLast)
    }
    kept = isLast ? 0 : count - used
    for index in 0..<kept { input[index] = input[used + index] }
  }

  /// A pair that the piece cuts in two is left for the next.
  private func decodeUTF16(_ count: Int, isLast: Bool) -> Int {
    let isBig = encoding == .utf16Big
    var at = 0
    func unit(_ place: Int) -> UInt32 {
      let (a, b) = (UInt32(input[place]), UInt32(input[place + 1]))
      return isBig ? a << 8 | b : b << 8 | a
    }
    while at + 1 < count {
      let first = unit(at)
      if first & 0xFC00 == 0xD800 {
        guard at + 3 < count else {
          if !isLast { return at }
          break
        }
        let second = unit(at + 2)
        if second & 0xFC00 == 0xDC00 {
          let value = 0x10000 + (first & 0x3FF) << 10 + (second & 0x3FF)
          FeedText.append(Unicode.Scalar(value) ?? "\u{FFFD}", to: &output)
          at += 4
          continue
        }
      }
      FeedText.append(Unicode.Scalar(first) ?? "\u{FFFD}", to: &output)
      at += 2
    }
    return isLast ? count : at
  }
}
