import Desk
import Moderation
import Terminal
import Testing

@testable import Console

@Suite("What the screens beside the lists look like")
struct ScreenLookTests {
  /// A request, a complaint and a breach of Monday; it is Wednesday noon, and Friday noon on the register.
  private func room(hours: Int64 = 51) throws -> CaseRoom {
    let room = try CaseRoom()
    try room.open(1, "INFO-REQ")
    try room.open(2, "COMPLAINT")
    try room.open(3, "BREACH-REP")
    room.pass(hours: hours)
    return room
  }

  @Test("Each, whole, at 80 by 24 and at 140 by 40", arguments: ScreenLooks.all)
  func whole(_ look: ScreenLooks.Look) throws {
    var console = try room(hours: look.hours).console(look.isWide ? Self.wide : Self.small, by: look.user)
    try console.press(script: look.keys)
    expectScreen(console.steadyScreen, look.screen)
  }

  @Test("At 40 by 10 each still shows its row", arguments: ["3", "3<Tab>", "4", "5", "6"])
  func tiny(_ keys: String) throws {
    var console = try room().console(TerminalSize(columns: 40, rows: 10))
    try console.press(script: keys)
    #expect(console.screen.contains { $0.contains("▶") })
    #expect(console.screen.allSatisfy { SafeText.width($0) <= 40 })
  }

  static let small = TerminalSize(columns: 80, rows: 24)
  static let wide = TerminalSize(columns: 140, rows: 40)
}
