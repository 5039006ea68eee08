import Console
import Desk
import Moderation
import Terminal
import Testing

@Suite("The log on the screen")
struct LogTests {
  private func console(_ events: [Event], columns: Int = 200) -> ConsoleHarness {
    var console = ConsoleHarness(size: TerminalSize(columns: columns, rows: 40))
    console.press("4")
    console.send(.events(events, .first))
    return console
  }

  @Test("Every kind of event is said in words", arguments: Self.lines)
  func words(_ kind: Event.Kind, _ expected: String) {
    let event = ConsoleHarness.event(kind) { event in
      event.verb = kind == .decided ? .escalate : nil
      event.attempted = kind == .proposed || kind == .refused ? .delete : nil
      event.escalatedTo = kind == .decided ? "oia" : nil
      event.reasons = [.decided, .proposed, .refused].contains(kind) ? ["HATE@2"] : []
      event.refusal = "role_not_allowed"
      event.undoOf = 3
      event.count = 12
      event.outcome = kind == .reopened ? "snooze over" : "still shown"
      event.after = kind == .reconciled ? ItemState(stage: .notApplied) : nil
      event.policy = "0123456789abcdef"
      event.imported = ImportDigest(
        feedSHA256: "", format: "x@1", new: 5, changed: 1, same: 2, skipped: 0, itemsSHA256: "")
      switch kind {
      case .exported, .sheetWritten: event.target = "sheet 1f"
      case .revealed, .gathered: event.target = "author weka-2207"
      case .caseStep, .escalationStep, .playbookStep, .recordStep, .holdStep, .replyStep:
        event.matter = "C-2026-0007"
        event.step = "extended"
      default: break
      }
    }
    #expect(console([event]).shows("▶7 14:00 b.weka  \(expected)"))
  }

  static let lines: [(Event.Kind, String)] = [
    (.deskCreated, "desk created"),
    (.imported, "imported 5 new, 1 edited, 2 known"),
    (.decided, "escalated to Information officer · HATE"),
    (.undone, "took back event 3"),
    (.refused, "refused: delete HATE (role not allowed)"),
    (.proposed, "proposed to delete · HATE"),
    (.batch, "decided about 12 comments together"),
    (.reopened, "waits again: its time has come"),
    (.exported, "sent out on sheet 1f"),
    (.applied, "carried out"),
    (.reconciled, "did not take: still shown"),
    (.unmasked, "masked words shown"),
    (.revealed, "learned who is behind author weka-2207"),
    (.policyAdopted, "policy adopted: 0123456789ab"),
    (.accounted, "import finished, 12 not read"),
    (.sheetWritten, "action sheet 1f written: 12 decisions"),
    (.sealed, "ledger sealed"),
    (.backedUp, "backup made"),
    (.restored, "restored from a backup"),
    (.migrated, "desk brought up to this docket's schema"),
    (.caseStep, "C-2026-0007 extended"),
    (.escalationStep, "C-2026-0007 extended"),
    (.playbookStep, "playbook C-2026-0007 extended"),
    (.recordStep, "C-2026-0007 extended"),
    (.holdStep, "C-2026-0007 extended"),
    (.replyStep, "C-2026-0007 extended"),
    (.noted, "note written"),
    (.disposed, "words destroyed: 12"),
    (.gathered, "gathered what is held on author weka-2207"),
  ]

  @Test("The list and the detail tell the state before and after, with how far it has come")
  func change() {
    let event = ConsoleHarness.event(.decided) { event in
      event.verb = .hide
      event.reasons = ["SPAM@1"]
      event.before = ItemState()
      event.after = ItemState(status: .decided, visibility: .hidden, stage: .committed)
      event.suggested = ["hide SPAM"]
      event.context = ["thread"]
    }
    let console = console([event])
    #expect(console.shows("hidden · SPAM   open → hidden, to send"))
    #expect(console.shows("state        open → hidden, to send"))
    #expect(console.shows("suggested    hide SPAM"))
    #expect(console.shows("beside it    thread"))
  }

  @Test("Taking back a batch says how much was taken back")
  func undoOfBatch() {
    func undone(_ item: Int, _ sequence: Int64) -> Event {
      ConsoleHarness.event(.undone, by: "a.kereru", on: item) { event in
        event.sequence = sequence
        event.after = ItemState()
      }
    }
    var console = ConsoleHarness()
    console.show([ConsoleHarness.item(1, "Kia ora")])
    console.send(.undone([undone(1, 8), undone(2, 9), undone(3, 10)], [], Backlog(open: 3)))
    #expect(console.foot == " ✓ Taken back: 3 comments are as they were before.")
    console.send(.undone([undone(1, 8), undone(1, 9)], [], Backlog(open: 3)))
    #expect(console.foot == " ✓ Taken back, all 2 steps: the comment is open again.")
    console.send(.undone([undone(1, 8)], [], Backlog(open: 3)))
    #expect(console.foot == " ✓ Taken back: the comment is open again.")
  }
}
