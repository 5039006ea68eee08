import CCompression
import Feeds
import Glibc
import Moderation
import Testing

/// Packs bytes with the system's libraries, as an exporter would.
enum Packed {
  static func deflated(_ bytes: [UInt8], gzip: Bool) -> [UInt8] {
    var stream = z_stream()
    let bits: Int32 = gzip ? 15 + 16 : -15
    guard
      deflateInit2_(
        &stream, 6, Z_DEFLATED, bits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return [] }
    defer { deflateEnd(&stream) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: bytes.count + bytes.count / 100 + 1024)
    let room = output.count
    input.withUnsafeMutableBufferPointer { from in
      output.withUnsafeMutableBufferPointer { into in
        stream.next_in = from.baseAddress
        stream.avail_in = UInt32(from.count)
        stream.next_out = into.baseAddress
        stream.avail_out = UInt32(room)
        _ = deflate(&stream, Z_FINISH)
      }
    }
    return Array(output.prefix(room - Int(stream.avail_out)))
  }

  static func zstd(_ bytes: [UInt8]) -> [UInt8] {
    var output = [UInt8](repeating: 0, count: ZSTD_compressBound(bytes.count))
    let size = bytes.withUnsafeBytes { from in
      output.withUnsafeMutableBytes { ZSTD_compress($0.baseAddress, $0.count, from.baseAddress, from.count, 3) }
    }
    return Array(output.prefix(size))
  }

  /// A zip archive of deflated members.
  static func zip(_ members: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    func u16(_ value: Int) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF)] }
    func u32(_ value: Int) -> [UInt8] { u16(value & 0xFFFF) + u16(value >> 16) }
    for member in members {
      let packed = deflated(member.bytes, gzip: false)
      let name = Array(member.name.utf8)
      let sizes = u32(0) + u32(packed.count) + u32(member.bytes.count) + u16(name.count) + u16(0)
      directory += [0x50, 0x4B, 1, 2] + u16(20) + u16(20) + u16(0) + u16(8) + u32(0) + sizes
      directory += u16(0) + u16(0) + u16(0) + u32(0) + u32(archive.count) + name
      archive += [0x50, 0x4B, 3, 4] + u16(20) + u16(0) + u16(8) + u32(0) + sizes + name + packed
    }
    let end = u16(members.count) + u16(members.count) + u32(directory.count) + u32(archive.count) + u16(0)
    return archive + directory + [0x50, 0x4B, 5, 6] + u16(0) + u16(0) + end
  }
}

@Suite("Wrappings") struct WrappingTests {
  private static let feed = "{\"id\":\"1\",\"text\":\"Tōtara\"}\n{\"id\":\"2\",\"text\":\"two\"}\n"
  private static var bytes: [UInt8] { Array(feed.utf8) }

  @Test(
    "What is packed is read as if it were not, members and frames in a row too",
    arguments: [
      Packed.deflated(bytes, gzip: true), Packed.zstd(bytes), Packed.zip([("export/comments.jsonl", bytes)]),
      Packed.deflated(Array(bytes.prefix(28)), gzip: true) + Packed.deflated(Array(bytes.dropFirst(28)), gzip: true),
      Packed.zstd(Array(bytes.prefix(28))) + [0x50, 0x2A, 0x4D, 0x18, 2, 0, 0, 0, 9, 9]
        + Packed.zstd(Array(bytes.dropFirst(28))),
      Packed.deflated(Packed.zstd(bytes), gzip: true),
    ])
  func packed(_ bytes: [UInt8]) throws {
    let reading = try Reading(bytes)
    #expect(reading.texts == ["Tōtara", "two"])
    #expect(reading.problems == [])
    #expect(reading.summary.bytes == bytes.count)
  }

  @Test("A packed feed that is cut off or damaged yields what comes before, and says so")
  func damaged() throws {
    var random = SeededGenerator(state: 7)
    let lines = (0..<9000).map { "{\"id\":\"\($0)\",\"text\":\"\(random.next())\"}\n" }.joined()
    let packed = Packed.deflated(Array(lines.utf8), gzip: true)
    let cut = try Reading(Array(packed.prefix(packed.count / 2)))
    #expect((3000..<8900).contains(cut.comments.count))
    #expect(cut.problems.last == "feed: what is packed (gzip) ends before its time: it was cut off")
    #expect(cut.summary.truncated)
    var broken = Packed.zstd(Array(lines.utf8))
    broken.removeLast(20)
    #expect(try Reading(broken).problems.last == "feed: what is packed (zstd) ends before its time: it was cut off")
    #expect(
      try Reading([0x1F, 0x8B] + Packed.deflated(Array(lines.utf8), gzip: true).dropFirst(2).prefix(9000) + [9, 9, 9])
        .summary.truncated)
  }

  @Test("A bomb is read as far as is safe")
  func bomb() throws {
    let blanks = [UInt8](repeating: 0x20, count: 20 << 20)
    let reading = try Reading(Packed.zip([("a.jsonl", Self.bytes + blanks)]))
    #expect(reading.ids == ["1", "2"])
    #expect(reading.problems.last?.contains("grows more than 250-fold") == true)
  }

  @Test("An archive of several feeds stands for those of a known format, and is never unpacked to disk")
  func archive() throws {
    let tweets = "window.YTD.tweets.part0 = [{\"tweet\":{\"id_str\":\"1\",\"full_text\":\"a\"}}]"
    let likes = "window.YTD.like.part0 = [{\"like\":{\"tweetId\":\"2\",\"fullText\":\"b\"}}]"
    let fixture = FeedFixture(
      Packed.zip([
        ("../../evil/tweets.js", Array(tweets.utf8)), ("data/like.js", Array(likes.utf8)), ("data/a.png", [1, 2]),
        ("__MACOSX/tweets.js", Array(tweets.utf8)),
      ]), name: "export.zip")
    let files = try FeedLocator.files(for: fixture.path)
    #expect(files == [fixture.path + "/../../evil/tweets.js"])
    let reader = try FeedReader(path: files[0])
    #expect(reader.formatName == "x-archive@1")
    var ids: [String] = []
    _ = try reader.read { ids.append($0.id) }
    #expect(ids == ["1"])
    #expect(throws: FeedError.self) { try FeedReader(path: fixture.path) }
    #expect(throws: FeedError.self) { try FeedReader(path: fixture.path + "/none.js") }
  }

  @Test("A workbook's sheet is a table: shared and inline strings, empty cells, dates by their style")
  func workbook() throws {
    let sheet = """
      <worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>Date</t></is></c><c r="D1" t="s"><v>3</v></c></row>
      <row r="2"><c r="A2" t="str"><v>1.10</v></c><c r="C2" s="1"><v>45536.259467592594</v></c><c r="D2" t="s"><v>2</v></c></row>
      <row r="3"><c r="A3"><v>2</v></c><c r="B3" t="inlineStr"><is><r><t>Me</t></r><r><t>re</t></r></is></c><c r="D3" t="inlineStr"><is><t>Late &amp; cold</t></is></c></row></sheetData></worksheet>
      """
    let strings =
      "<sst><si><t>Comment ID</t></si><si><t>Author</t></si><si><t>A \"quoted\",_x000D_\nbroken text</t></si><si><t>Comment</t></si></sst>"
    let styles =
      "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy hh:mm\"/></numFmts><cellStyleXfs><xf numFmtId=\"164\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>"
    let about =
      "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>Made today</t></is></c></row></sheetData></worksheet>"
    let reading = try Reading(
      Packed.zip([
        ("[Content_Types].xml", Array("<Types/>".utf8)), ("xl/worksheets/sheet1.xml", Array(about.utf8)),
        ("xl/worksheets/sheet2.xml", Array(sheet.utf8)), ("xl/sharedStrings.xml", Array(strings.utf8)),
        ("xl/styles.xml", Array(styles.utf8)),
      ]))
    #expect(
      reading.comments.map(FormatFixture.line) == [
        "1.10 | - | 2024-09-01T06:13:38 | unknown | A \"quoted\",⏎broken text",
        "2 | Mere | - | unknown | Late & cold",
      ])
  }

  @Test(
    "Encodings are told by their mark, by where the zeros are, and by what is no UTF-8",
    arguments: ["utf16le", "utf16be", "utf16le with mark", "utf16be with mark", "utf32le with mark", "cp1252"])
  func encodings(_ encoding: String) throws {
    let text = "id,text\n1,Café “quoted” — naïve\n2,plain\n"
    let bytes: [UInt8]
    switch encoding {
    case "utf16le": bytes = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case "utf16be": bytes = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case "utf16le with mark": bytes = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case "utf16be with mark": bytes = [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case "utf32le with mark":
      bytes =
        [0xFF, 0xFE, 0, 0] + text.unicodeScalars.flatMap { [UInt8($0.value & 0xFF), UInt8($0.value >> 8), 0, 0] }
    default:
      let high: [Unicode.Scalar: UInt8] = ["“": 0x93, "”": 0x94, "—": 0x97, "é": 0xE9, "ï": 0xEF]
      bytes = text.unicodeScalars.map { high[$0] ?? UInt8($0.value & 0x7F) }
    }
    let reading = try Reading(bytes)
    #expect(reading.texts == ["Café “quoted” — naïve", "plain"])
    #expect(reading.summary.notes.count == 1)
  }

  @Test("A pair of surrogates on the border of two pieces, and one without its other half")
  func surrogates() throws {
    let long = "id\ttext\n1\t" + String(repeating: "a", count: 131_060) + String(repeating: "🙂", count: 60)
    let units = Array(long.utf16) + [0xD83D, 0x0A]
    let reading = try Reading([0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    #expect(reading.texts.first?.hasSuffix("🙂🙂\u{FFFD}") == true)
    #expect(reading.texts.first?.unicodeScalars.count == 131_121)
  }
}
