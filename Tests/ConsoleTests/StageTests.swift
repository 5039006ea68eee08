import Console
import Desk
import Moderation
import Terminal
import Testing

@Suite("The life of a decision on the screen")
struct StageTests {
  private static let hidden = ItemState(status: .decided, visibility: .hidden)

  private func console(_ items: [ItemDetail], in view: QueueView = .queue, user: String = "akereru") -> ConsoleHarness {
    var console = ConsoleHarness(user: user)
    if view != .queue {
      console.press(view == .snoozed ? "7" : view == .untaken ? "8" : "2")
    }
    console.show(items, in: view)
    return console
  }

  @Test(
    "How far a decision has come is said in words, in list and detail",
    arguments: [
      (ItemState.Stage.committed, "to send"), (.exported, "sent"), (.applied, "applied"), (.reconciled, "confirmed"),
      (.notApplied, "did not take"), (.changed, "edited since"),
    ])
  func words(_ stage: ItemState.Stage, _ words: String) {
    var state = Self.hidden
    state.stage = stage
    let console = console([ConsoleHarness.item(1, "Kia ora", state: state)])
    let mark = stage == .notApplied || stage == .changed ? "✗" : "✓"
    #expect(console.shows("▶\(mark) hidden       9m  \(words) · "))
    #expect(console.shows("now hidden, \(words)"))
  }

  @Test("What did not take is counted in the bar, listed under 8 with what the platform shows, and can be sent again")
  func untaken() throws {
    var state = Self.hidden
    state.stage = .notApplied
    let seen = ConsoleHarness.event(.reconciled, by: "docket") { event in
      event.outcome = "still shown"
      event.after = state
    }
    let item = ConsoleHarness.item(1, "Kia ora", flags: [.health], state: state, history: [seen])
    var console = ConsoleHarness()
    #expect(console.asked(by: "8").first == .page(QueueQuery(.untaken), .first, from: nil))
    #expect(console.shows("Reading…"))
    console.send(.page(QueueQuery(.untaken), [], .first))
    #expect(console.shows("Everything that was sent out took."))
    console.show([item], in: .untaken)
    console.send(.backlog(Backlog(open: 3, untaken: 1)))
    #expect(console.shows("3 open · 1 did not take"))
    #expect(console.shows("▶! health       9m  did not take · K…"))
    #expect(console.shows("the platform: still shown"))
    #expect(console.shows("h hide: sends it once more"))
    #expect(console.shows("14:00 docket: did not take: still shown"))
    console.press("\n")
    #expect(console.foot == " ! Already hidden, did not take: decide again with the verb's key to send it once more.")
    console.press("h1")
    #expect(try console.acceptCommit([item]).map(\.verb) == [.hide])
  }

  @Test("h on a hidden comment shows it again, and w on a held one publishes it: how what was sent out is reversed")
  func reversing() throws {
    var state = Self.hidden
    state.stage = .exported
    let item = ConsoleHarness.item(1, "Kia ora", state: state)
    var console = console([item])
    #expect(console.foot.contains("h unhide"))
    console.press("h1")
    #expect(try console.acceptCommit([item]).map(\.verb) == [.unhide])
    state.visibility = .held
    var other = self.console([ConsoleHarness.item(1, "Kia ora", state: state)])
    other.press("w")
    #expect(other.shows("publish: why?"))
  }

  @Test("Snoozing asks until when, then why; the list of what is snoozed is under 7")
  func snooze() throws {
    let item = ConsoleHarness.item(1, "Kia ora")
    var console = console([item])
    #expect(console.asked(by: "s") == [.claim(item.item)])
    #expect(console.shows("▶1 1 hour      Fri 10 Jul 15:00"))
    #expect(console.shows(" 2 4 hours     Fri 10 Jul 18:00"))
    #expect(console.shows(" 3 tomorrow    Sat 11 Jul 09:00"))
    #expect(console.shows(" 4 Monday      Mon 13 Jul 09:00"))
    console.press("4")
    #expect(console.shows("until Mon 13 Jul 09:00"))
    console.press("1")
    let decision = try #require(try console.acceptCommit([item]).first)
    #expect(decision.verb == .snooze)
    #expect(decision.until?.iso8601() == "2026-07-13T09:00:00Z")
    #expect(console.foot == " ✓ Snoozed until Mon 13 Jul 09:00 · WAIT · u takes it back")
    #expect(console.asked(by: "7").first == .page(QueueQuery(.snoozed), .first, from: nil))
    console.send(.page(QueueQuery(.snoozed), [], .first))
    #expect(console.shows("Nothing is snoozed."))
  }

  @Test("Nine o'clock is nine in the agency's zone, even where the clocks change in between")
  func zones() throws {
    // Two hours ahead until midnight of 11 July, three hours from then on.
    let change: Int64 = 1_783_720_800_000
    var console = ConsoleHarness(localTime: { $0.civil(offsetMinutes: $0.milliseconds < change ? 120 : 180) })
    let item = ConsoleHarness.item(1, "Kia ora")
    console.show([item])
    console.press("s31")
    #expect(try console.acceptCommit([item]).first?.until?.iso8601() == "2026-07-11T06:00:00Z")
  }

  @Test("Escape lets a comment go that was about to be snoozed")
  func snoozeLetGo() {
    let item = ConsoleHarness.item(1, "Kia ora")
    var console = console([item])
    console.press("s")
    _ = console.takeAsked()
    console.send(.key(.escape))
    #expect(console.takeAsked() == [.release(item.item)])
  }

  @Test("Skipping takes a reason, leaves the comment in the queue and goes on to the next")
  func skip() throws {
    let items = [ConsoleHarness.item(1, "Kia ora"), ConsoleHarness.item(2, "Hei aha")]
    var console = console(items)
    console.press("x1")
    #expect(try console.acceptCommit(items).map(\.verb) == [.skip])
    #expect(console.foot == " ✓ Skipped · WAIT · u takes it back")
    #expect(console.takeAsked().contains(.detail(items[1].item)))
    #expect(console.screen.contains { $0.contains("▶") && $0.contains("Hei aha") })
  }

  @Test("Holding asks nobody unless Tab chooses a role, or a person for a second opinion")
  func hold() throws {
    let item = ConsoleHarness.item(1, "Kia ora")
    var console = console([item])
    console.press("w")
    var asked: [String] = []
    for _ in 0..<6 {
      asked.append(console.screen.first { $0.contains("asks: ") } ?? "")
      console.send(.key(.tab))
    }
    for (line, who) in zip(asked, ["nobody", "Information officer", "Channel owner", "b.weka", "c.tui", "nobody"]) {
      #expect(line.contains("asks: \(who) · tab changes"))
    }
    for _ in 0..<2 { console.send(.key(.tab)) }
    console.press("1")
    let decision = try #require(try console.acceptCommit([item]).first)
    #expect(decision.verb == .hold)
    #expect(decision.escalateTo == RoleName("b.weka"))
    #expect(console.foot == " ✓ Held, asking b.weka · WAIT · u takes it back")
  }

  @Test("A comment that waits again says why, and the old decision stays in its history")
  func reopened() {
    let old = ConsoleHarness.event(.decided, by: "a.kereru") { event in
      event.verb = .hide
      event.reasons = ["SPAM@1"]
    }
    let edited = ConsoleHarness.event(.reopened, by: "docket") { $0.outcome = "edited" }
    let console = console([ConsoleHarness.item(1, "Kia ora", history: [old, edited])])
    #expect(console.shows("waits again: it was edited"))
    #expect(console.shows("14:00 a.kereru: hidden · SPAM"))
    #expect(console.shows("14:00 docket: waits again: it was edited"))
  }

  @Test("How far the index for words is stands in the bar until it has them all")
  func indexing() {
    var console = console([ConsoleHarness.item(1, "Kia ora")])
    console.send(.indexing(IndexProgress(done: 250, total: 1000)))
    #expect(console.shows("index 25 %"))
    console.send(.indexing(IndexProgress(done: 1000, total: 1000)))
    #expect(!console.shows("index"))
  }

  @Test("An import has the lock to itself; the index goes on after it")
  func indexAfterImport() {
    var console = console([ConsoleHarness.item(1, "Kia ora")])
    func moved(_ finished: Bool) -> Message {
      .importing(ImportProgress(read: 9, new: 9, changed: 0, skipped: 0, finished: finished))
    }
    console.send(moved(false))
    #expect(console.takeAsked() == [.pauseIndex])
    console.send(moved(false))
    #expect(console.takeAsked().isEmpty)
    console.send(moved(true))
    #expect(console.takeAsked().contains(.index))
  }

  @Test("A snoozed comment keeps its suggestion, and Enter accepts it before its time has come")
  func acceptSnoozed() throws {
    let item = ConsoleHarness.item(1, "My wife needs", flags: [.health], state: ItemState(status: .snoozed))
    var console = console([item], in: .snoozed)
    #expect(console.shows("now snoozed"))
    #expect(console.shows("suggests  hide · HEALTH-3P"))
    console.press("\n")
    #expect(try console.acceptCommit([item]).map(\.verb) == [.hide])
  }
}
