import Desk
import Moderation
import Synchronization
import Terminal
import Testing

@testable import Console

@Suite("Opened again as it was left")
struct SessionTests {
  @Test("Position, order, marks, focus and screen come back, and a line says what narrows the view")
  func reopened() throws {
    let room = try DeskRoom((1...40).map { ("comment number \($0)", [.health]) })
    var first = room.console()
    try first.press(script: "oojj<Space>jj<Space>jjjjz")
    let kept = ConsoleSession(text: first.session.text)
    #expect(kept == first.session, "what is written is read back")
    let second = room.console(session: kept)
    #expect(second.screen.last == " » As you left it: 2 marked.")
    #expect(second.session == first.session)
    #expect(second.screen.contains { $0.contains("comment number 11") }, "\(second.screen.joined(separator: "\n"))")
  }

  @Test("Filters that are off stay off, and what the desk no longer has is left out")
  func filters() throws {
    var session = ConsoleSession(
      text: "screen log\nfilter label:health off(score>0.80)\nmark 00ff\nposition 1 2\nnonsense\n")
    #expect(session.screen == .log)
    #expect(session.filter.entries.map(\.isOn) == [true, false])
    #expect(session.position == nil)
    session.screen = .list(.queue)
    let room = try DeskRoom([("Kia ora", [.health])])
    let console = room.console(session: session)
    #expect(console.session.marks.isEmpty)
    #expect(console.screen.last == " » As you left it: 1 marked, only label:health off(score>0.80).")
  }

  @Test("A row that has gone meanwhile: the next one is under the cursor")
  func gone() throws {
    let room = try DeskRoom((1...9).map { ("comment number \($0)", [.health]) })
    var first = room.console()
    try first.press(script: "jjj")
    let kept = first.session
    var other = room.console()
    try other.press(script: "jjjh2")
    let second = room.console(session: kept)
    #expect(second.screen.contains { $0.contains("▶! health") && $0.contains("comment number 5") })
  }

  @Test("What is kept is written once after a while, and the last of it at the end")
  func keeper() {
    let written = Mutex<[ConsoleSession]>([])
    let keeper = SessionKeeper { session in written.withLock { $0.append(session) } }
    var session = ConsoleSession()
    for row in 1...50 {
      session.position = QueuePosition(urgency: 0, order: 0, row: Int64(row))
      keeper.note(session)
    }
    keeper.finish()
    keeper.finish()
    #expect(written.withLock { $0.map(\.position?.row) } == [50])
  }
}
