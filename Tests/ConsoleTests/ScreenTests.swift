import Console
import Desk
import Moderation
import Terminal
import Testing

@Suite("Screens")
struct ScreenTests {
  private let items = [
    ConsoleHarness.item(1, "My wife needs a clinic, and who decided this?", flags: [.health, .request]),
    ConsoleHarness.item(2, "what a lot, muppets all", flags: [.insult], minutesAgo: 70),
    ConsoleHarness.item(3, "Lovely photos, thanks!", minutesAgo: 3000),
  ]

  @Test("Queue and detail side by side at 100 columns")
  func wide() {
    var console = ConsoleHarness(size: TerminalSize(columns: 100, rows: 18))
    console.show(items)
    expectScreen(console.screen, Self.wideScreen)
  }

  @Test("Under 100 columns list and detail are stacked, down to 40 by 10; below that a line says so")
  func narrow() {
    var console = ConsoleHarness(size: TerminalSize(columns: 40, rows: 10))
    console.show(items)
    expectScreen(console.screen, Self.narrowScreen)
    console.send(.resized(TerminalSize(columns: 39, rows: 10)))
    #expect(Array(console.screen.prefix(2)) == ["docket needs 40×10", "this is 39×10"])
  }

  @Test("Distressing words are masked in list, text and reasons until asked for")
  func masking() {
    var console = ConsoleHarness()
    console.show([items[1]])
    #expect(!console.screen.contains { $0.contains("muppets") })
    #expect(console.asked(by: "v") == [.noteUnmasked(items[1].item)])
    #expect(!console.shows("muppets"), "not before it is in the ledger")
    console.send(.unmaskNoted(items[1].item))
    #expect(console.screen.contains { $0.contains("what a lot, muppets all") })
    #expect(console.screen.contains { $0.contains("Insult: \"muppets\"") })
    #expect(console.asked(by: "vv").isEmpty, "once an item is enough for the ledger")
    #expect(console.shows("muppets"))
  }

  @Test("A comment that was edited while its words were shown is masked again, and showing the new ones is noted anew")
  func maskingEdited() {
    var console = ConsoleHarness()
    console.show([items[1]])
    console.press("v")
    console.send(.unmaskNoted(items[1].item))
    var edited = items[1]
    edited.revision = 2
    console.send(.detail(edited, for: edited.item))
    #expect(!console.shows("muppets"))
    #expect(console.asked(by: "v") == [.noteUnmasked(edited.item)])
  }

  @Test("Going on masks again; nothing to unmask and no right to it are said")
  func maskingAgain() {
    var console = ConsoleHarness()
    console.show([items[1], items[2]])
    console.press("v")
    console.send(.unmaskNoted(items[1].item))
    console.press("j")
    console.send(.detail(items[2], for: items[2].item))
    #expect(console.asked(by: "v").isEmpty)
    #expect(console.foot == " ! Nothing is masked in this comment.")
    console.press("k")
    console.send(.detail(items[1], for: items[1].item))
    #expect(!console.shows("muppets"))
    var policy = AgencyPolicy.forTests
    policy.people[0].roles = [.admin]
    var other = ConsoleHarness(policy: policy)
    other.show([items[1]])
    #expect(other.asked(by: "v").isEmpty)
    #expect(other.foot.hasPrefix(" ! Not allowed: admin may not unmask on Facebook page; triage, moderator"))
  }

  @Test("Hostile text never moves the cursor, at any size from 1×1 up")
  func hostile() {
    let text =
      "\u{1B}[2J\u{1B}]0;owned\u{07}\u{202E}abc\u{200B}\u{9B}1A\r\n👨‍👩‍👧‍👦 é\u{0301}\u{0302} 漢字漢字 "
      + String(repeating: "x", count: 500)
    let item = ConsoleHarness.item(1, text, flags: [.health])
    for columns in [1, 2, 39, 40, 41, 80, 100, 133] {
      for rows in [1, 2, 9, 10, 11, 24, 50] {
        var console = ConsoleHarness(size: TerminalSize(columns: columns, rows: rows))
        console.show([item])
        for keys in ["", "?", "h", "4"] {
          console.press(keys)
          let screen = console.screen
          #expect(screen.count == rows)
          for row in screen {
            #expect(SafeText.width(row) <= columns)
            #expect(
              !row.unicodeScalars.contains { $0.value < 32 || (0x7F...0x9F).contains($0.value) || $0.value == 0x202E })
          }
        }
      }
    }
  }

  @Test("The help has every key and its sentence")
  func help() {
    var console = ConsoleHarness(size: TerminalSize(columns: 100, rows: 40))
    console.show(items)
    console.press("?")
    let screen = console.screen.joined(separator: "\n")
    for sentence in ["Accept the suggestion", "It never acts alone.", "Take the last decision back."] {
      #expect(screen.contains(sentence))
    }
    console.press("<End>")
    #expect(console.shows("Quit. Everything decided is already on disk."))
  }

  @Test("At 80 columns no sentence of the help is cut, and PageDown shows the rest of it")
  func helpFits() {
    var console = ConsoleHarness(size: TerminalSize(columns: 80, rows: 24))
    console.show(items)
    console.press("?")
    let first = console.screen
    console.press(String(repeating: "<PageDown>", count: 10))
    for row in first + console.screen where row.contains("│") { #expect(!row.contains("…"), "\(row)") }
    #expect(console.shows("Quit. Everything decided is already on disk."))
  }

  private static let wideScreen = """
     docket  Waka Tōtara               3 open · 1 urgent · oldest now                  a.kereru · owner
     [1 Queue] 2 Escalated  4 Log  5 Reports  7 Snoozed  8 Did not take  9 All        / search   ? help
    ┌ most urgent first ───────────────────┐┌ weka-2207 · 10 Jul 13:51 · Facebook page · on “Flood … ──┐
    │▶! health       9m  My wife needs a … ││ My wife needs a clinic, and who decided this?            │
    │ ! offensive    1h  what a lot, ▒▒▒▒… ││                                                          │
    │   —            2d  Lovely photos, t… ││ health     0.97  Health of another person: "My wife"     │
    │                                      ││ request    0.64  Asks what it cost                       │
    │                                      ││                                                          │
    │                                      ││ suggests  hide · HEALTH-3P                               │
    │                                      ││      and  escalate · INFO-REQ → Information officer      │
    │                                      ││ ⏎ accept both                                            │
    │                                      ││ history: none                                            │
    │                                      ││ thread: this comment alone                               │
    │                                      ││                                                          │
    │                                      ││                                                          │
    │                                      ││                                                          │
    └──────────────────────────────────────┘└──────────────────────────────────────────────────────────┘
     ⏎ accept  h hide  d delete  e escalate  r record  a leave up  u undo  s snooze  x skip  w hold
    """

  private static let narrowScreen = """
     docket  Waka Tōtara  3 open · 1 urgent
     [1 Queue] 2  4  5  7  8  9      ? help
    ┌ most urgent first ───────────────────┐
    │▶! health       9m  My wife needs a … │
    └──────────────────────────────────────┘
    ┌ weka-2207 · 10 Jul 13:51 · Facebo… ──┐
    │ My wife needs a clinic, and who      │
    │ decided this?                        │
    └──────────────────────────────────────┘
     ⏎ accept  h hide  d delete
    """
}

@Suite("A mouse, and a desk with nothing on it")
struct PointerTests {
  private let items = (1...9).map { ConsoleHarness.item($0, "comment number \($0)", flags: [.health]) }

  @Test("A click points at a row or a screen, the wheel moves, and neither decides")
  func pointing() {
    var console = ConsoleHarness(size: TerminalSize(columns: 100, rows: 24))
    console.show(items)
    console.send(.pointed(CanvasPosition(row: 6, column: 9)))
    #expect(console.shows("▶! health       9m  comment number 4"))
    console.send(.wheel(3))
    #expect(console.shows("▶! health       9m  comment number 7"))
    console.send(.wheel(-1))
    #expect(console.shows("▶! health       9m  comment number 6"))
    console.send(.pointed(CanvasPosition(row: 6, column: 60)))
    console.send(.pointed(CanvasPosition(row: 22, column: 3)))
    console.send(.pointed(CanvasPosition(row: -1, column: 900)))
    #expect(console.shows("▶! health       9m  comment number 6"))
    _ = console.takeAsked()
    console.send(.pointed(CanvasPosition(row: 1, column: 26)))
    #expect(console.takeAsked() == [.events(before: nil, .first), .verify])
    #expect(console.screen[1].contains("[4 Log]"))
  }

  @Test("With a dialog open a click does nothing")
  func dialog() {
    var console = ConsoleHarness(size: TerminalSize(columns: 100, rows: 24))
    console.show(items)
    console.press("h")
    console.send(.pointed(CanvasPosition(row: 6, column: 9)))
    console.send(.wheel(1))
    console.press("<Esc>")
    #expect(console.shows("▶! health       9m  comment number 1"))
  }

  @Test("An empty desk says what to do; one where all is done says that")
  func empty() {
    for (sequence, text) in [(Int64(2), "docket open exports/"), (80, "Nothing waits.")] {
      var console = ConsoleHarness()
      console.send(.news(DeskNews(sequence: sequence, claims: [], people: [])))
      console.send(.page(QueueQuery(.queue), [], .first))
      console.send(.backlog(Backlog()))
      #expect(console.shows(text))
    }
  }
}
