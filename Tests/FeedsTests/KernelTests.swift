import Testing

@testable import Feeds

/// The loops over raw bytes, each beside a slow one that cannot be wrong.
@Suite("Kernels") struct KernelTests {
  private static let pieces: [[UInt8]] = [
    Array("plain".utf8), Array("ā".utf8), Array("語".utf8), Array("🙂".utf8), [0], [0x80], [0xC0, 0x80], [0xC2],
    [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xEF, 0xBF, 0xBF], [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x8F, 0xBF, 0xBF],
    [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82], [0x7F], Array("12345678".utf8),
  ]

  @Test("What is UTF-8 is told as the standard library tells it") func utf8() {
    var random = SeededGenerator(state: 5)
    for _ in 0..<4000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<7, using: &random) {
        // Broken pieces are rare enough for whole texts to be good.
        let count = Bool.random(using: &random) ? 4 : Self.pieces.count
        bytes += Self.pieces[Int.random(in: 0..<count, using: &random)]
      }
      let slow: UTF8Check
      if bytes.contains(0) || String(validating: bytes, as: UTF8.self) == nil {
        slow = .broken
      } else {
        slow = bytes.allSatisfy { $0 < 0x80 } ? .ascii : .valid
      }
      let fast = bytes.withUnsafeBytes { raw in raw.baseAddress.map { UTF8Check.of($0, raw.count) } ?? .ascii }
      #expect(fast == slow, "\(bytes)")
    }
  }

  @Test("Cells end where a byte-by-byte reading ends them") func cells() throws {
    var random = SeededGenerator(state: 6)
    let alphabet = Array("ab,;\n\r\t 12ā".utf8)
    for _ in 0..<300 {
      let bytes = (0..<Int.random(in: 1..<80, using: &random)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
      }
      let window = try FeedWindow(MemorySource(bytes), path: "memory", sizeHint: nil)
      var scanner = TableScanner(window, TableDialect(separator: UInt8(ascii: ",")), from: 0)
      var fast: [[ArraySlice<UInt8>]] = []
      while scanner.next() == .record { fast.append(scanner.cells.map { bytes[$0.start..<$0.end] }) }
      let lines = bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
      #expect(fast == lines.map { $0.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) })
    }
  }

  @Test("A window holds what was read, in any order of asking") func window() throws {
    let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 >> 8) }
    let window = try FeedWindow(MemorySource(bytes), path: "memory", sizeHint: nil)
    #expect(window.byte(2_500_000) == bytes[2_500_000])
    #expect(window.byte(3_000_000) == nil)
    #expect(window.isComplete)
    #expect(window.bytes.elementsEqual(bytes))
    window.release(before: 2_900_000)
    #expect(window.bytes[2_900_000...].elementsEqual(bytes[2_900_000...]))
  }
}
