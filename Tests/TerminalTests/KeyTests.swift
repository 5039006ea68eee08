import Testing

@testable import Terminal

@Suite("Keys")
struct KeyTests {
  @Test(
    "What terminals send for a key press becomes that key",
    arguments: [
      (0x0D, .enter), (0x0A, .enter), (0x09, .tab), (0x1B, .escape), (0x7F, .backspace), (0x08, .backspace),
      (0x03, .control("c")), (0x01, .control("a")), (0x1A, .control("z")), (0x00, .control(" ")), (0x1F, .control("_")),
      (0x20, .character(" ")), (0x014D, .character("ō")), (0x1F44D, .character("👍")), (0x9B, nil), (0xD800, nil),
    ] as [(UInt32, Key?)])
  func typed(value: UInt32, key: Key?) {
    #expect(Key(typed: value) == key)
  }
}
