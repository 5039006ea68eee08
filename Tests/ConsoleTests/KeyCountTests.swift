import Desk
import Moderation
import Terminal
import Testing

@testable import Console

/// Keys are counted, on a real desk through the script: what a moderator does all day must not take more.
@Suite("How many keys a decision takes")
struct KeyCountTests {
  private func verbs(_ desk: Desk) throws -> [Verb] {
    try desk.events(before: nil, limit: 1000).reversed().compactMap(\.verb)
  }

  @Test("One key where the suggestion is right")
  func oneKey() throws {
    let room = try DeskRoom((1...5).map { ("My wife has asthma, number \($0)", [.health]) })
    var console = room.console()
    for _ in 1...5 { console.press(.enter) }
    #expect(try verbs(room.desk) == Array(repeating: .hide, count: 5))
  }

  @Test(
    "Two keys for any other verb under its likeliest reason, three to delete",
    arguments: [
      ("h1", Verb.hide), ("e1", .escalate), ("a1", .leave), ("x1", .skip), ("w1", .hold), ("d1<Enter>", .delete),
      ("s11", .snooze), (".", .hide),
    ])
  func fewKeys(_ keys: String, _ verb: Verb) throws {
    let room = try DeskRoom([("My wife has asthma", [.health]), ("My wife has asthma again", [.health])])
    var console = room.console()
    if keys == "." { try console.press(script: "h2") }
    let pressed = try Key.script(keys)
    #expect(pressed.count <= 3)
    for key in pressed { console.press(key) }
    #expect(try verbs(room.desk).last == verb, "\(console.screen.joined(separator: "\n"))")
  }

  @Test("Twelve alike are hidden with five keys, and taken back with one")
  func bulk() throws {
    let room = try DeskRoom((1...12).map { ("Cheap pills, number \($0)", [.health]) })
    var console = room.console()
    try console.press(script: "mlH2y")
    #expect(try verbs(room.desk).count == 12)
    #expect(console.screen.last == " ✓ 12 comments: hidden · SPAM · u takes it back")
    #expect(try room.desk.backlog().open == 0)
    console.press(.character("u"))
    #expect(try room.desk.backlog().open == 12)
  }
}
