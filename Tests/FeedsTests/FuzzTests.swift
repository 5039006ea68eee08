import Feeds
import Glibc
import Moderation
import Testing

/// Changes bytes of feeds at random, always the same way, and reads what comes out. A crash ends the run; what is checked
/// besides is that the account adds up. `DOCKET_FUZZ_ROUNDS` makes it longer.
@Suite("Mutations") struct FuzzTests {
  private static let rounds = getenv("DOCKET_FUZZ_ROUNDS").flatMap { Int(String(cString: $0)) } ?? 60

  private static let pieces: [[UInt8]] = [
    [0], [0xFF], [0xC3], Array("\"".utf8), Array("\\".utf8), Array("\\u".utf8), Array("\\ud83d".utf8), Array("{".utf8),
    Array("}".utf8), Array("[".utf8), Array("]".utf8), Array(",".utf8), Array(":".utf8), Array("<".utf8),
    Array(">".utf8), Array("</".utf8), Array("<!--".utf8), Array("<![CDATA[".utf8), Array("]]>".utf8),
    Array("&#x110000;".utf8), Array("&amp;".utf8), Array("null".utf8), Array("1e999".utf8), Array("-".utf8),
    Array("\r".utf8), Array("\n".utf8), Array("\n\n".utf8), Array("\t".utf8), Array(";".utf8), Array("|".utf8),
    Array("99999999999999999999".utf8), Array("2024-13-45T99:99:99Z".utf8), [0xEF, 0xBB, 0xBF], [0xFF, 0xFE],
    [0x1F, 0x8B],
    Array("PK\u{3}\u{4}".utf8), [0xED, 0xA0, 0x80], [0xE2, 0x80, 0xA8], Array("=".utf8), Array("--b".utf8),
    Array("From ".utf8), Array("%".utf8),
  ]

  private static func mutated(_ seed: [UInt8], _ other: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = seed
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let at = bytes.isEmpty ? 0 : Int.random(in: 0..<bytes.count, using: &random)
      let end = min(bytes.count, at + Int.random(in: 0...24, using: &random))
      switch Int.random(in: 0..<7, using: &random) {
      case 0: bytes.removeSubrange(at..<end)
      case 1: bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: at)
      case 2: bytes.insert(contentsOf: bytes[at..<end], at: at)
      case 3: if !bytes.isEmpty { bytes[at] ^= UInt8(1 << Int.random(in: 0..<8, using: &random)) }
      case 4: bytes.removeSubrange(at...)
      case 5:
        let piece = pieces.randomElement(using: &random) ?? []
        bytes.insert(contentsOf: (0..<Int.random(in: 1...40, using: &random)).flatMap { _ in piece }, at: at)
      default:
        let from = Int.random(in: 0..<other.count, using: &random)
        bytes.insert(contentsOf: other[from..<min(other.count, from + 60)], at: at)
      }
    }
    return bytes
  }

  private static func check(_ bytes: [UInt8]) {
    guard let reading = try? Reading(bytes) else { return }
    #expect(reading.summary.read == reading.comments.count)
    #expect(reading.summary.skipped == reading.problems.count)
    #expect(reading.comments.allSatisfy { !$0.id.isEmpty && $0.source.line > 0 && $0.parent != $0.id })
    #expect(!reading.texts.contains { $0.unicodeScalars.contains("\0") })
  }

  @Test("No mutation of a feed crashes its reader", arguments: FuzzSeeds.all.indices) func text(_ index: Int) {
    var random = SeededGenerator(state: UInt64(index) &* 7919 &+ 1)
    let seed = Array(FuzzSeeds.all[index].utf8)
    for round in 0..<Self.rounds {
      let other = Array(FuzzSeeds.all[(index + round) % FuzzSeeds.all.count].utf8)
      Self.check(Self.mutated(seed, other, &random))
    }
  }

  @Test("No mutation of a packed feed crashes its unpacker", arguments: 0..<4) func packed(_ index: Int) {
    var random = SeededGenerator(state: UInt64(index) &+ 99)
    let feed = Array(FuzzSeeds.all[10].utf8)
    let sheet = Array(
      "<worksheet><sheetData><row><c r=\"A1\" t=\"inlineStr\"><is><t>text</t></is></c></row><row><c r=\"A2\" t=\"s\"><v>0</v></c></row></sheetData></worksheet>"
        .utf8)
    let seeds: [[UInt8]] = [
      Packed.deflated(feed, gzip: true), Packed.zstd(feed), Packed.zip([("a.csv", feed), ("b.json", feed)]),
      Packed.zip([
        ("[Content_Types].xml", [0x20]), ("xl/worksheets/sheet1.xml", sheet),
        ("xl/sharedStrings.xml", Array("<sst><si><t>a b</t></si></sst>".utf8)),
      ]),
    ]
    for _ in 0..<Self.rounds { Self.check(Self.mutated(seeds[index], feed, &random)) }
  }
}
