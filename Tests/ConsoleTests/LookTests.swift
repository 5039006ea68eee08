import Console
import Desk
import Moderation
import Terminal
import Testing

/// Whole screens, as a moderator sees them.
@Suite("What it looks like")
struct LookTests {
  private static let now = ConsoleHarness.now

  private static let items: [ItemDetail] = {
    var medicine = ConsoleHarness.item(
      1,
      "My wife needs to take daily doses of Medication A and your new bus timetable means she can't get to the clinic. "
        + "Who decided this and what did it cost?", flags: [.health, .request])
    let proposed = ConsoleHarness.event(.proposed) { event in
      event.attempted = .delete
      event.reasons = ["HATE@1"]
      event.revision = 1
    }
    var untaken = ItemState(status: .decided, visibility: .hidden, stage: .notApplied)
    let seen = ConsoleHarness.event(.reconciled, by: "docket") { event in
      event.outcome = "still shown"
      event.after = untaken
    }
    let items = [
      medicine,
      ConsoleHarness.item(
        2, "what a lot, muppets all", flags: [.insult], minutesAgo: 70, state: ItemState(stage: .proposed),
        history: [proposed]),
      ConsoleHarness.item(3, "Lovely photos, thanks!", minutesAgo: 3000, state: untaken, history: [seen]),
      ConsoleHarness.item(
        4, "nine weeks and nobody rings back", minutesAgo: 30,
        state: ItemState(status: .escalated, visibility: .held, stage: .committed)),
    ]
    medicine.thread = [0, 2].map { index in
      ThreadEntry(
        item: items[index].item, alias: "tui-100\(index)", posted: nil, text: items[index].text,
        parent: index == 0 ? nil : medicine.item, state: ItemState())
    }
    return [medicine] + items.dropFirst()
  }()

  /// Three people at the desk; the second is deciding about the first comment.
  private func console(_ columns: Int, _ rows: Int, cursor: Int = 0, user: String = "akereru") -> ConsoleHarness {
    var console = ConsoleHarness(size: TerminalSize(columns: columns, rows: rows), user: user)
    console.show(Self.items)
    console.send(
      .backlog(
        Backlog(
          open: 142, urgent: 6, escalated: 3, untaken: 1,
          oldest: Timestamp(milliseconds: Self.now.milliseconds - 3 * 3_600_000))))
    let claim = Claim(item: Self.items[0].item, person: "b.weka", since: Self.now, until: Self.now)
    let people = ["a.kereru", "b.weka", "c.tui"].map { Presence(person: $0, role: "moderator", seen: Self.now) }
    console.send(.news(DeskNews(sequence: 6, claims: [claim], people: people)))
    for index in 0..<cursor {
      console.press("j")
      console.send(.detail(Self.items[index + 1], for: Self.items[index + 1].item))
    }
    return console
  }

  @Test("Another is deciding about the comment, at 80 by 24")
  func hands() {
    let console = console(80, 24)
    expectScreen(console.screen, Self.handsScreen)
  }

  @Test("The same at 140 columns, with the names of those who are here")
  func wide() {
    let console = console(140, 20)
    expectScreen(console.screen, Self.wideScreen)
  }

  @Test("What another proposed, about to be confirmed")
  func confirming() {
    var console = console(80, 24, cursor: 1)
    console.press("d")
    expectScreen(console.screen, Self.confirmingScreen)
  }

  @Test("A verb that the role does not have")
  func barred() {
    var console = console(80, 24, cursor: 1, user: "ctui")
    console.press("d")
    expectScreen(console.screen, Self.barredScreen)
  }

  @Test("Until when to snooze")
  func snooze() {
    var console = console(80, 24, cursor: 1)
    console.press("s")
    expectScreen(console.screen, Self.snoozeScreen)
  }

  @Test("Whom a hold asks")
  func hold() {
    var console = console(80, 24, cursor: 1)
    console.press("w")
    for _ in 0..<3 { console.send(.key(.tab)) }
    expectScreen(console.screen, Self.holdScreen)
  }

  @Test("A decision that did not take")
  func untaken() {
    let console = console(80, 24, cursor: 2)
    expectScreen(console.screen, Self.untakenScreen)
  }

  private static let handsScreen = """
     docket  Waka Tōtara  142 open · 6 urgent · 1 did not take     a.kereru · owner
     [1 Queue] 2 Escalated  4 Log  5 Reports  7 Snoozed  8 Did not take  9 All
    ┌ most urgent first ───────────────────────────────────────────────────────────┐
    │▶!@health       9m  My wife needs to take daily doses of Medication A and yo… │
    │ ! offensive    1h  proposed · what a lot, ▒▒▒▒▒▒▒ all                        │
    │ ✗ hidden       2d  did not take · Lovely photos, thanks!                     │
    │ ✓ held, esc…  30m  to send · nine weeks and nobody rings back                │
    │                                                                              │
    │                                                                              │
    └──────────────────────────────────────────────────────────────────────────────┘
    ┌ weka-2207 · 10 Jul 13:51 · Facebook page · on “Flood update” ────────────────┐
    │ My wife needs to take daily doses of Medication A and your new bus timetable │
    │ means she can't get to the clinic. Who decided this and what did it cost?    │
    │                                                                              │
    │ health     0.97  Health of another person: "My wife"                         │
    │ request    0.64  Asks what it cost                                           │
    │                                                                              │
    │ @ b.weka is deciding about this, since 14:00                                 │
    │ suggests  hide · HEALTH-3P   and   escalate · INFO-REQ → Information officer │
    │ history: none                                                                │
    │ thread ↑ 0 earlier, ↓ 1 later                                                │
    │ ▶ tui-1000     (this comment)                                                │
    └──────────────────────────────────────────────────────────────────────────────┘
     ⏎ accept  h hide  d delete  e escalate  r record  a leave up  u undo
    """

  private static let wideScreen = """
     docket  Waka Tōtara                 142 open · 6 urgent · 1 did not take · 3 escalated · oldest 3 h  with b.weka, c.tui · a.kereru · owner
     [1 Queue] 2 Escalated  4 Log  5 Reports  7 Snoozed  8 Did not take  9 All                                                / search   ? help
    ┌ most urgent first ───────────────────────────────────┐┌ weka-2207 · 10 Jul 13:51 · Facebook page · on “Flood update” ────────────────────┐
    │▶!@health       9m  My wife needs to take daily dose… ││ My wife needs to take daily doses of Medication A and your new bus timetable     │
    │ ! offensive    1h  proposed · what a lot, ▒▒▒▒▒▒▒ a… ││ means she can't get to the clinic. Who decided this and what did it cost?        │
    │ ✗ hidden       2d  did not take · Lovely photos, th… ││                                                                                  │
    │ ✓ held, esc…  30m  to send · nine weeks and nobody … ││ health     0.97  Health of another person: "My wife"                             │
    │                                                      ││ request    0.64  Asks what it cost                                               │
    │                                                      ││                                                                                  │
    │                                                      ││ @ b.weka is deciding about this, since 14:00                                     │
    │                                                      ││ suggests  hide · HEALTH-3P   and   escalate · INFO-REQ → Information officer     │
    │                                                      ││ history: none                                                                    │
    │                                                      ││ thread ↑ 0 earlier, ↓ 1 later                                                    │
    │                                                      ││ ▶ tui-1000     (this comment)                                                    │
    │                                                      ││   ↳ tui-1002     Lovely photos, thanks!                                          │
    │                                                      ││                                                                                  │
    │                                                      ││                                                                                  │
    │                                                      ││                                                                                  │
    └──────────────────────────────────────────────────────┘└──────────────────────────────────────────────────────────────────────────────────┘
     ⏎ accept  h hide  d delete  e escalate  r record  a leave up  u undo  s snooze  x skip  w hold  space mark  f filter  y why  v unmask
    """

  private static let confirmingScreen = """
     docket  Waka Tōtara  142 open · 6 urgent · 1 did not take     a.kereru · owner
     [1 Queue] 2 Escalated  4 Log  5 Reports  7 Snoozed  8 Did not take  9 All
    ┌ delete: why? ────────────────────────────────────────────────────────────────┐
    │▶1 HATE             Attack on people (confirms b.weka)                        │
    │ 2 HEALTH-3P        Someone else's health                                     │
    │ 3 SPAM             Advertising                                               │
    │                                                                              │
    │ The citizen is told nothing.                                                 │
    │ digit points, ⏎ deletes · type to filter · ^R own words · esc                │
    └──────────────────────────────────────────────────────────────────────────────┘
    ┌ weka-2207 · 10 Jul 12:50 · Facebook page · on “Flood update” ────────────────┐
    │ what a lot, ▒▒▒▒▒▒▒ all                                                      │
    │                                                                              │
    │ offensive  0.80  Insult: "▒▒▒▒▒▒▒"                                           │
    │                                                                              │
    │ b.weka proposed  delete · HATE  at 14:00                                     │
    │ d, then HATE: confirms it                                                    │
    │ suggests  hide · HATE                                                        │
    │                                                                              │
    │ 14:00 b.weka: proposed to delete · HATE                                      │
    │ thread: this comment alone                                                   │
    │                                                                              │
    └──────────────────────────────────────────────────────────────────────────────┘

    """

  private static let barredScreen = """
     docket  Waka Tōtara  142 open · 6 urgent · 1 did not take       c.tui · triage
     [1 Queue] 2 Escalated  4 Log  5 Reports  7 Snoozed  8 Did not take  9 All
    ┌ delete: why? ────────────────────────────────────────────────────────────────┐
    │▶1 HATE             Attack on people (triage may not confirm on Facebook page…│
    │ 2 HEALTH-3P        Someone else's health (not allowed here)                  │
    │ 3 SPAM             Advertising (not allowed here)                            │
    │                                                                              │
    │ Not allowed: triage may not delete on Facebook page; owner may.              │
    │ esc                                                                          │
    └──────────────────────────────────────────────────────────────────────────────┘
    ┌ weka-2207 · 10 Jul 12:50 · Facebook page · on “Flood update” ────────────────┐
    │ what a lot, ▒▒▒▒▒▒▒ all                                                      │
    │                                                                              │
    │ offensive  0.80  Insult: "▒▒▒▒▒▒▒"                                           │
    │                                                                              │
    │ b.weka proposed  delete · HATE  at 14:00                                     │
    │ waits for a second person: triage may not confirm on Facebook page;          │
    │ moderator, owner or supervisor may                                           │
    │ suggests  hide · HATE                                                        │
    │ not yours to accept: triage may not hide on Facebook page; moderator, owner  │
    │ or supervisor may                                                            │
    │ 14:00 b.weka: proposed to delete · HATE                                      │
    └──────────────────────────────────────────────────────────────────────────────┘

    """

  private static let snoozeScreen = """
     docket  Waka Tōtara  142 open · 6 urgent · 1 did not take     a.kereru · owner
     [1 Queue] 2 Escalated  4 Log  5 Reports  7 Snoozed  8 Did not take  9 All
    ┌ snooze: until when? ─────────────────────────────────────────────────────────┐
    │▶1 1 hour      Fri 10 Jul 15:00                                               │
    │ 2 4 hours     Fri 10 Jul 18:00                                               │
    │ 3 tomorrow    Sat 11 Jul 09:00                                               │
    │ 4 Monday      Mon 13 Jul 09:00                                               │
    │                                                                              │
    │ digit chooses · then the reason · esc                                        │
    └──────────────────────────────────────────────────────────────────────────────┘
    ┌ weka-2207 · 10 Jul 12:50 · Facebook page · on “Flood update” ────────────────┐
    │ what a lot, ▒▒▒▒▒▒▒ all                                                      │
    │                                                                              │
    │ offensive  0.80  Insult: "▒▒▒▒▒▒▒"                                           │
    │                                                                              │
    │ b.weka proposed  delete · HATE  at 14:00                                     │
    │ d, then HATE: confirms it                                                    │
    │ suggests  hide · HATE                                                        │
    │                                                                              │
    │ 14:00 b.weka: proposed to delete · HATE                                      │
    │ thread: this comment alone                                                   │
    │                                                                              │
    └──────────────────────────────────────────────────────────────────────────────┘

    """

  private static let holdScreen = """
     docket  Waka Tōtara  142 open · 6 urgent · 1 did not take     a.kereru · owner
     [1 Queue] 2 Escalated  4 Log  5 Reports  7 Snoozed  8 Did not take  9 All
    ┌ hold: why? ──────────────────────────────────────────────────────────────────┐
    │▶1 WAIT             Not now                                                   │
    │                                                                              │
    │ asks: b.weka · tab changes                                                   │
    │ digit decides · type to filter · ^R own words · esc                          │
    └──────────────────────────────────────────────────────────────────────────────┘
    ┌ weka-2207 · 10 Jul 12:50 · Facebook page · on “Flood update” ────────────────┐
    │ what a lot, ▒▒▒▒▒▒▒ all                                                      │
    │                                                                              │
    │ offensive  0.80  Insult: "▒▒▒▒▒▒▒"                                           │
    │                                                                              │
    │ b.weka proposed  delete · HATE  at 14:00                                     │
    │ d, then HATE: confirms it                                                    │
    │ suggests  hide · HATE                                                        │
    │                                                                              │
    │ 14:00 b.weka: proposed to delete · HATE                                      │
    │ thread: this comment alone                                                   │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    └──────────────────────────────────────────────────────────────────────────────┘

    """

  private static let untakenScreen = """
     docket  Waka Tōtara  142 open · 6 urgent · 1 did not take     a.kereru · owner
     [1 Queue] 2 Escalated  4 Log  5 Reports  7 Snoozed  8 Did not take  9 All
    ┌ most urgent first ───────────────────────────────────────────────────────────┐
    │ !@health       9m  My wife needs to take daily doses of Medication A and yo… │
    │ ! offensive    1h  proposed · what a lot, ▒▒▒▒▒▒▒ all                        │
    │▶✗ hidden       2d  did not take · Lovely photos, thanks!                     │
    │ ✓ held, esc…  30m  to send · nine weeks and nobody rings back                │
    │                                                                              │
    │                                                                              │
    └──────────────────────────────────────────────────────────────────────────────┘
    ┌ weka-2207 · 8 Jul 12:00 · Facebook page · on “Flood update” ─────────────────┐
    │ Lovely photos, thanks!                                                       │
    │                                                                              │
    │ Nothing was flagged.                                                         │
    │                                                                              │
    │ now hidden, did not take                                                     │
    │ the platform: still shown                                                    │
    │ h hide: sends it once more                                                   │
    │ 14:00 docket: did not take: still shown                                      │
    │ thread: this comment alone                                                   │
    │                                                                              │
    │                                                                              │
    └──────────────────────────────────────────────────────────────────────────────┘
     ⏎ accept  h hide  d delete  e escalate  r record  a leave up  u undo
    """
}
