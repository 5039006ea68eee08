import Console
import Desk
import Moderation
import Terminal
import Testing

@Suite("Several people at one desk")
struct HandsTests {
  private let items = [
    ConsoleHarness.item(1, "My wife needs a clinic", flags: [.health]),
    ConsoleHarness.item(2, "what a lot, muppets all", flags: [.insult]),
    ConsoleHarness.item(3, "Lovely photos, thanks!"),
  ]

  private func console(columns: Int = 100) -> ConsoleHarness {
    var console = ConsoleHarness(size: TerminalSize(columns: columns, rows: 18))
    console.show(items)
    return console
  }

  private func news(_ sequence: Int64, claims: [Claim] = [], people: [String] = []) -> Message {
    .news(
      DeskNews(
        sequence: sequence, claims: claims,
        people: people.map { Presence(person: $0, role: "moderator", seen: ConsoleHarness.now) }))
  }

  private func claim(_ item: Int, by person: String = "b.weka") -> Claim {
    Claim(
      item: items[item].item, person: person, since: ConsoleHarness.now,
      until: Timestamp(milliseconds: ConsoleHarness.now.milliseconds + 120_000))
  }

  private func decided(_ item: Int, _ verb: Verb) -> (event: Event, row: QueueRow) {
    let event = ConsoleHarness.event(.decided, on: item + 1) { event in
      event.verb = verb
      event.reasons = ["HEALTH-3P@1"]
      event.after = ItemState().applying(verb)
    }
    var row = ConsoleHarness.row(items[item])
    row.state = row.state.applying(verb)
    return (event, row)
  }

  @Test(
    "What another decided appears in place, the cursor stays, the detail is read anew, and a line says what happened")
  func appearsInPlace() {
    var console = console()
    console.send(news(9))
    #expect(console.takeAsked() == [.others(after: 6, about: Set(items.map(\.item)))])
    let (event, row) = decided(0, .hide)
    console.send(.others([event], [row], Backlog(open: 2)))
    #expect(console.takeAsked() == [.detail(items[0].item)])
    #expect(console.shows("▶✓ hidden       9m  to send · My wif…"))
    #expect(console.foot == " » b.weka hid this · HEALTH-3P.")
    #expect(
      console.shows("now hidden, to send"), "no suggestion is offered for what is decided, even before it is read")
    #expect(console.shows("2 open"))
  }

  @Test("What became of the comment that is looked at is said in a sentence", arguments: Self.sentences)
  func sentence(_ kind: Event.Kind, _ stage: ItemState.Stage?, _ expected: String) {
    let event = ConsoleHarness.event(kind, by: kind == .reopened || kind == .reconciled ? "docket" : "b.weka") {
      event in
      event.verb = kind == .decided ? .hold : nil
      event.attempted = kind == .proposed ? .delete : nil
      event.reasons = kind == .decided || kind == .proposed ? ["HATE@1"] : []
      event.escalatedTo = kind == .decided ? "oia" : nil
      event.after = ItemState(stage: stage)
      event.outcome = kind == .reopened ? "new flag: spam" : "still shown"
    }
    var console = console()
    console.send(.others([event], [], Backlog(open: 3)))
    #expect(console.foot == " » " + expected)
  }

  static let sentences: [(Event.Kind, ItemState.Stage?, String)] = [
    (.decided, nil, "b.weka held this back, asking Information officer · HATE."),
    (.proposed, .proposed, "b.weka proposed to delete this · HATE."),
    (.undone, nil, "b.weka took a decision about this back: it is open again."),
    (.reopened, nil, "This waits again: newly flagged as spam."),
    (.exported, .exported, "b.weka sent the decision about this out."),
    (.applied, .applied, "b.weka says that this was carried out."),
    (.applied, .notApplied, "b.weka says that this could not be carried out."),
    (.reconciled, .reconciled, "The decision about this is confirmed by a feed: still shown."),
    (.reconciled, .notApplied, "The decision about this did not take: still shown."),
  ]

  @Test("What another decided elsewhere in the list is told too, unless there is something of one's own to read")
  func elsewhere() {
    var console = console()
    let (event, row) = decided(2, .leave)
    console.send(.others([event], [row], Backlog(open: 2)))
    #expect(console.takeAsked().isEmpty, "what is looked at has not changed")
    #expect(console.shows("✓ left up "))
    #expect(console.shows("▶! health"))
    #expect(console.foot == " » b.weka decided about a comment in this list.")
    console.press("v")
    let own = console.foot
    console.send(.others([event], [row], Backlog(open: 2)))
    #expect(console.foot == own)
  }

  @Test("A look that finds nothing new asks for nothing and changes nothing on the screen")
  func nothingNew() {
    var console = console()
    console.send(news(9, claims: [claim(1)], people: ["b.weka"]))
    let (before, _) = (console.canvas, console.takeAsked())
    console.send(news(9, claims: [claim(1)], people: ["b.weka"]))
    #expect(console.canvas == before)
    #expect(console.takeAsked().isEmpty)
  }

  @Test("Who else is here is in the bar: by name where there is room, as a number where there is less, else not")
  func whoIsHere() {
    var console = console(columns: 140)
    console.send(news(6, people: ["a.kereru", "b.weka", "c.tui", "b.weka"]))
    #expect(console.screen[0].hasSuffix("with b.weka, c.tui · a.kereru · owner"))
    console.send(.resized(TerminalSize(columns: 84, rows: 18)))
    #expect(console.screen[0].hasSuffix("+2 here · a.kereru · owner"))
    console.send(.resized(TerminalSize(columns: 66, rows: 18)))
    #expect(console.screen[0].hasSuffix("  a.kereru · owner"))
    #expect(!console.screen[0].contains("here"))
    console.send(news(6, people: ["a.kereru"]))
    console.send(.resized(TerminalSize(columns: 140, rows: 18)))
    #expect(!console.screen[0].contains("with"))
  }

  @Test("A comment that another is deciding about carries a mark, and the detail says who and since when")
  func claimMark() {
    var console = console()
    console.send(news(6, claims: [claim(0), claim(1, by: "a.kereru")]))
    #expect(console.shows("▶!@health"))
    #expect(console.shows(" ! offensive"), "one's own is no news")
    #expect(console.shows("@ b.weka is deciding about this, since 14:00"))
    console.send(news(6))
    #expect(!console.screen.contains { $0.contains("@") })
  }

  @Test("Opening the reasons takes the comment up, Escape lets it go")
  func claims() {
    var console = console()
    #expect(console.asked(by: "h") == [.claim(items[0].item)])
    console.send(.claimed(.yours(claim(0, by: "a.kereru"))))
    #expect(console.takeAsked().isEmpty)
    console.send(.key(.escape))
    #expect(console.takeAsked() == [.release(items[0].item)])
    console.send(.claimed(.yours(claim(0, by: "a.kereru"))))
    #expect(console.takeAsked() == [.release(items[0].item)], "an answer that comes too late is let go as well")
  }

  @Test("Where it is taken the reasons close and the foot says by whom")
  func taken() {
    var console = console()
    console.press("h")
    console.send(.claimed(.taken(claim(0))))
    #expect(!console.shows("hide: why?"))
    #expect(console.foot == " ! b.weka is deciding about this, since 14:00. Take another one meanwhile.")
    #expect(console.shows("▶!@health"))
  }

  @Test("Each minute snoozed comments are asked back, and a comment in hand is held on to")
  func minute() {
    var console = console()
    console.press("h")
    _ = console.takeAsked()
    console.send(.tick(Timestamp(milliseconds: ConsoleHarness.now.milliseconds + 59_000)))
    #expect(console.takeAsked().isEmpty)
    console.send(.tick(Timestamp(milliseconds: ConsoleHarness.now.milliseconds + 61_000)))
    #expect(console.takeAsked() == [.wake, .claim(items[0].item)])
  }

  @Test("A decision says what stood on the screen: state, suggestion, thread and history, masked or not")
  func whatWasShown() throws {
    var item = items[0]
    item.thread = [
      ThreadEntry(item: item.item, alias: "weka-2207", posted: nil, text: item.text, parent: nil, state: ItemState()),
      ThreadEntry(
        item: items[2].item, alias: "tui-1001", posted: nil, text: "Which one?", parent: item.item, state: ItemState()),
    ]
    item.history = [
      ConsoleHarness.event(.undone) { event in
        event.undoOf = 3
        event.after = ItemState()
      }
    ]
    var console = ConsoleHarness()
    console.show([item])
    console.press("\n")
    let decision = try #require(try console.acceptCommit([item]).first)
    #expect(decision.seen == ItemState())
    #expect(decision.suggested == [Suggestion(verb: .hide, reason: ReasonCode("HEALTH-3P"))])
    #expect(decision.context == ["history", "thread"])
    #expect(decision.masked)
    var small = ConsoleHarness(size: TerminalSize(columns: 40, rows: 10))
    small.show([item])
    small.press("h2")
    #expect(try small.acceptCommit([item]).map(\.context) == [[]], "there was no room for either")
  }

  @Test(
    "What is refused because somebody was quicker is read anew, and the foot says what they did",
    arguments: [
      (
        Refusal.overtaken(ItemID(rawValue: "item-1"), by: "b.weka", verb: .hide),
        " ! Not done: b.weka hid this meanwhile. Here it is as it stands now."
      ),
      (
        .claimed(ItemID(rawValue: "item-1"), by: "b.weka", until: ConsoleHarness.now),
        " ! Not done: b.weka is deciding about this just now. Take another one meanwhile."
      ),
      (
        .stale(ItemID(rawValue: "item-1"), seen: 1, current: 2),
        " ! Not done: the comment was edited since it was shown (revision 1, now 2); read it again."
      ),
    ])
  func overtaken(_ refusal: Refusal, _ foot: String) {
    var console = console()
    console.press("h1")
    _ = console.takeAsked()
    console.send(.refused(refusal))
    #expect(console.foot == foot)
    let item = items[0].item
    #expect(console.takeAsked() == [.release(item), .rows([item]), .backlog, .detail(item)])
    console.send(.rows([decided(0, .hide).row]))
    #expect(console.shows("▶✓ hidden"))
  }

  @Test("Comments that others bring in do not move the list; an empty one is read")
  func broughtIn() {
    let brought = ConsoleHarness.event(.imported, on: nil) { event in
      event.imported = ImportDigest(
        feedSHA256: "", format: "x@1", new: 12, changed: 0, same: 0, skipped: 0, itemsSHA256: "")
    }
    var console = console()
    console.send(.others([brought], [], Backlog(open: 15)))
    #expect(console.foot == " » b.weka brought in 12 comments. ^L folds them in.")
    #expect(console.takeAsked().isEmpty)
    var empty = ConsoleHarness()
    empty.send(.page(QueueQuery(.queue), [], .first))
    empty.send(.others([brought], [], Backlog(open: 12)))
    #expect(empty.takeAsked().contains(.page(QueueQuery(.queue), .again(cursor: 0), from: nil)))
  }

  @Test("After a decision the cursor passes over what another is deciding about")
  func passesOverClaims() throws {
    var console = console()
    console.send(news(6, claims: [claim(1)]))
    console.press("h1")
    _ = try console.acceptCommit(items)
    #expect(console.takeAsked().contains(.detail(items[2].item)))
  }

  @Test("On the log others' events are announced, and the list stays as it was read")
  func log() {
    var console = console()
    console.press("4")
    console.send(.events([decided(0, .hide).event], .first))
    console.send(.others([decided(1, .leave).event, decided(2, .leave).event], [], Backlog(open: 1)))
    #expect(console.foot == " » Others wrote 2 events. ^L reads the log anew.")
    #expect(console.screen.count { $0.contains("14:00 b.weka") } == 1)
  }

  @Test("A commit that the desk could not write lets the comment go, and nothing holds on to it")
  func failed() {
    var console = console()
    console.press("h1")
    _ = console.takeAsked()
    console.send(.failed("Not saved: the disk is full"))
    #expect(console.takeAsked() == [.release(items[0].item)])
    console.send(.tick(Timestamp(milliseconds: ConsoleHarness.now.milliseconds + 61_000)))
    #expect(console.takeAsked() == [.wake])
  }
}
