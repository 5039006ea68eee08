import Console
import Moderation
import Terminal
import Testing

@Suite("Deciding")
struct DecidingTests {
  private let items = [
    ConsoleHarness.item(1, "My wife needs a clinic", flags: [.health, .request]),
    ConsoleHarness.item(2, "what a lot, muppets all", flags: [.insult]),
    ConsoleHarness.item(3, "Lovely photos, thanks!"),
  ]

  private func console() -> ConsoleHarness {
    var console = ConsoleHarness()
    console.show(items)
    return console
  }

  @Test("Enter accepts the suggestion, both steps at once, and the cursor goes to the next item")
  func enterAccepts() throws {
    var console = console()
    console.press("\n")
    let decisions = try console.acceptCommit(items)
    #expect(decisions.map(\.verb) == [.hide, .escalate])
    #expect(decisions.map(\.automation) == [.humanAcceptingSuggestion, .humanAcceptingSuggestion])
    #expect(console.screen.contains { $0.contains("▶! offensive") })
    #expect(
      console.screen.contains { $0.contains("✓ escalated") && $0.contains("My wife") },
      "the decided row stays where it was")
    #expect(console.takeAsked().contains(.detail(items[1].item)))
  }

  @Test("A verb key opens the reasons, and a digit decides: two keys")
  func digitDecides() throws {
    var console = console()
    console.press("h1")
    #expect(try console.acceptCommit(items).map(\.reasons) == [[ReasonCode("HEALTH-3P")]])
  }

  @Test("Typing narrows the reasons, Enter takes the one that is left")
  func typingNarrows() throws {
    var console = console()
    console.press("hadver\n")
    #expect(try console.acceptCommit(items).map(\.reasons) == [[ReasonCode("SPAM")]])
  }

  @Test("d never acts alone, and a digit only points: delete needs Enter on a named reason")
  func deleteNeedsEnter() throws {
    var console = console()
    #expect(console.asked(by: "d1") == [.claim(items[0].item)])
    console.press("\n")
    #expect(try console.acceptCommit(items).map(\.verb) == [.delete])
  }

  @Test("Where there are more reasons than room, the rest is counted, and a digit for one of them only points at it")
  func manyReasons() throws {
    var policy = AgencyPolicy.forTests
    for number in 10..<30 {
      policy.reasons.append(
        Reason(
          code: ReasonCode("MORE-\(number)"), title: "More", head: .none, citizenText: "", basis: "", verbs: [.hide]))
    }
    var console = ConsoleHarness(size: TerminalSize(columns: 80, rows: 24), policy: policy)
    console.show(items)
    console.press("h")
    #expect(console.shows("7 MORE-15"))
    #expect(!console.shows("8 MORE-16"))
    #expect(console.shows("↓ 17 more"))
    #expect(console.shows("My wife needs a clinic"), "the words stay in sight")
    _ = console.takeAsked()
    console.press("9")
    #expect(console.takeAsked().isEmpty)
    #expect(console.shows("▶9 MORE-17"))
    console.press("\n")
    #expect(try console.acceptCommit(items).map(\.reasons) == [[ReasonCode("MORE-17")]])
  }

  @Test("A reason that needs a rationale asks for one, and an empty one is not taken")
  func rationale() throws {
    var console = console()
    #expect(console.asked(by: "hoff-topic\n\n") == [.claim(items[0].item)])
    console.press("bus talk\n")
    #expect(try console.acceptCommit(items).map(\.rationale) == ["bus talk"])
  }

  @Test("^R adds words to a reason that asks for none, and none are taken too")
  func optionalRationale() throws {
    var console = console()
    console.press("h<Down><C-r>posted on four pages<Enter>")
    let decisions = try console.acceptCommit(items)
    #expect(decisions.map(\.rationale) == ["posted on four pages"])
    #expect(decisions.map(\.reasons) == [[ReasonCode("SPAM")]])
    console.send(.detail(items[1], for: items[1].item))
    console.press("h<Down><C-r><Enter>")
    #expect(try console.acceptCommit(items).map(\.rationale) == [nil])
  }

  @Test("Tab changes whom an escalation goes to")
  func escalationRole() throws {
    var console = console()
    console.press("e")
    #expect(console.screen.contains { $0.contains("to: Information officer") })
    console.send(.key(.tab))
    #expect(console.screen.contains { $0.contains("to: Channel owner") })
    console.send(.key(.tab))
    #expect(console.shows("to: b.weka"), "a second opinion")
    console.send(.key(.backTab))
    console.press("1")
    #expect(try console.acceptCommit(items).map(\.escalateTo) == [RoleName("owner")])
  }

  @Test("Keys typed ahead wait for the desk, and decide about what comes up, in order")
  func typeAhead() throws {
    var console = console()
    console.press("\n")
    console.press("h1")
    #expect(console.asked.count == 1, "one commit at a time")
    _ = try console.acceptCommit(items)
    #expect(!console.asked.contains { if case .commit = $0 { true } else { false } }, "the next item is not read yet")
    console.send(.detail(items[1], for: items[1].item))
    #expect(try console.acceptCommit(items).map(\.item) == [items[1].item])
  }

  @Test("A refusal is said, and keys typed ahead are dropped: they were meant for another screen")
  func refusal() {
    var console = console()
    console.press("\n")
    console.press("h1")
    console.send(.refused(.stale(items[0].item, seen: 1, current: 2)))
    #expect(
      console.screen.last
        == " ! Not done: the comment was edited since it was shown (revision 1, now 2); read it again.")
    console.press("j")
    #expect(console.screen.contains { $0.contains("▶! offensive") })
  }

  @Test("Escape closes whatever is open and never quits", arguments: ["h", "d", "/", "?", "", "hoff-topic\n"])
  func escapeNeverQuits(_ opening: String) {
    var console = console()
    console.press(opening)
    for _ in 0..<4 { console.send(.key(.escape)) }
    #expect(!console.takeAsked().contains(.quit))
    #expect(console.screen.last?.contains("accept") == true, "the hints are back")
    console.press("q")
    #expect(console.takeAsked() == [.quit])
  }

  @Test("Where nothing is suggested Enter does nothing, and says what can be done")
  func noSuggestion() {
    var console = ConsoleHarness()
    console.show([items[2]])
    console.press("\n")
    #expect(console.takeAsked().isEmpty)
    #expect(console.screen.last == " ! Nothing is suggested here. a leaves it up; h d e r decide otherwise.")
  }
}
