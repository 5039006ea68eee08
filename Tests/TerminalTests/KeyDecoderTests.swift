import Terminal
import Testing

@Suite("Keys from what a terminal sends")
struct KeyDecoderTests {
  @Test(
    "Characters, controls and sequences are keys",
    arguments: [
      ("a", [Key.character("a")]), ("ā🙂", [.character("ā"), .character("🙂")]), ("\r", [.enter]), ("\t", [.tab]),
      ("\u{7F}", [.backspace]), ("\u{0C}", [.control("l")]), ("\u{1B}[A\u{1B}OB", [.up, .down]),
      ("\u{1B}[5~\u{1B}[6~", [.pageUp, .pageDown]), ("\u{1B}[Z", [.backTab]), ("\u{1B}[1;5C", [.right]),
      ("\u{1B}[H\u{1B}[4~", [.home, .end]), ("\u{1B}x", [.escape, .character("x")]), ("\u{1B}[99~", []),
    ])
  func keys(_ sent: String, _ expected: [Key]) {
    var decoder = KeyDecoder()
    #expect(decoder.feed(sent.utf8) == expected.map { .key($0) })
    #expect(!decoder.isWaiting)
  }

  @Test("What comes in pieces is put together, and a lone escape is one when nothing follows")
  func pieces() {
    var decoder = KeyDecoder()
    #expect(decoder.feed([0xF0, 0x9F]).isEmpty)
    #expect(decoder.feed([0x99, 0x82]) == [.key(.character("🙂"))])
    #expect(decoder.feed([0x1B]).isEmpty)
    #expect(decoder.isWaiting)
    #expect(decoder.feed(Array("[B".utf8)) == [.key(.down)])
    #expect(decoder.feed([0x1B]).isEmpty)
    #expect(decoder.flush() == [.key(.escape)])
    #expect(!decoder.isWaiting)
  }

  @Test("Bytes that are no text and sequences without an end are passed over")
  func broken() {
    var decoder = KeyDecoder()
    #expect(decoder.feed([0xFF, 0x80, UInt8(ascii: "j")]) == [.key(.character("j"))])
    #expect(decoder.feed(Array("\u{1B}[".utf8) + Array(repeating: UInt8(ascii: "1"), count: 40)).isEmpty)
    #expect(decoder.feed(Array("k".utf8)) == [.key(.character("k"))])
  }

  @Test("What is pasted is one text, in however many pieces it comes, and none of it is keys")
  func pastes() {
    var decoder = KeyDecoder()
    #expect(
      decoder.feed("j\u{1B}[200~d1\rq\u{1B}[201~k".utf8) == [
        .key(.character("j")), .paste("d1\nq"), .key(.character("k")),
      ])
    #expect(decoder.feed("\u{1B}[200~kia ".utf8).isEmpty)
    #expect(decoder.isPasting)
    #expect(decoder.feed("ora\u{1B}[201~".utf8) == [.paste("kia ora")])
    #expect(decoder.feed("\u{1B}[200~never closed".utf8).isEmpty)
    #expect(decoder.flush() == [.paste("never closed")])
    #expect(!decoder.isWaiting)
  }
}
