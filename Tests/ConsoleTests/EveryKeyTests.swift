import Desk
import Moderation
import Terminal
import Testing

@testable import Console

@Suite("Every key, on a real desk")
struct EveryKeyTests {
  private func room() throws -> DeskRoom {
    try DeskRoom(
      (1...30).map { number in
        number % 3 == 0 ? ("what a lot, muppets \(number)", [.insult]) : ("My wife has asthma, \(number)", [.health])
      })
  }

  @Test("Each does something that can be seen", arguments: StandardKeys.text.map(\.keys))
  func visible(_ keys: String) throws {
    var console = try room().console(TerminalSize(columns: 100, rows: 24))
    try console.press(script: "<Space>jjjj/asthma<Enter>h1")
    let before = console.canvas
    for key in try #require(Key.sequence(keys)) { console.press(key) }
    // What closes has nothing to close here, and what reads anew finds nothing new.
    guard !["Esc", "C-l", "C-c", "q"].contains(keys) else { return }
    #expect(console.canvas != before, "\(keys)\n\(console.screen.joined(separator: "\n"))")
  }

  @Test("Quit quits, from the list, at once", arguments: ["q", "<C-c>"])
  func quits(_ keys: String) throws {
    var console = try room().console()
    try console.press(script: keys)
    #expect(console.hasQuit)
  }

  @Test(
    "Any keys in any order leave a screen of the right size, a cursor on it, and a chain that holds", arguments: 1...3)
  func anyKeys(_ seed: UInt64) throws {
    let room = try room()
    let size = [
      TerminalSize(columns: 40, rows: 10), TerminalSize(columns: 80, rows: 24), TerminalSize(columns: 140, rows: 40),
    ][
      Int(seed % 3)]
    var console = room.console(size)
    var plain = room.console(isPlain: true)
    var random = Seeded(state: seed)
    let keys: [Key] =
      StandardKeys.bindings.flatMap(\.keys) + [
        .enter, .escape, .tab, .backspace, .left, .character("1"), .character("y"),
      ]
    for _ in 0..<150 {
      guard let key = keys.randomElement(using: &random), key != .character("q"), key != .control("c") else { continue }
      console.press(key)
      plain.press(key)
      let canvas = console.canvas
      #expect(canvas.rowsOfText.count == size.rows)
      for row in canvas.rowsOfText { #expect(SafeText.width(row) <= size.columns) }
      if let cursor = canvas.cursor { #expect(cursor.row < size.rows && cursor.column < size.columns) }
    }
    #expect(plain.transcript.allSatisfy { line in !line.contains("┌") && !line.contains("▒") })
    guard case .whole = try room.desk.verify() else {
      Issue.record("the chain is broken")
      return
    }
  }

  /// The same numbers for the same seed (SplitMix64).
  private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }
}
