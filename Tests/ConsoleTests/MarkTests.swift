import Console
import Desk
import Moderation
import Terminal
import Testing

@Suite("Marks and bulk")
struct MarkTests {
  private let items = (1...30).map { ConsoleHarness.item($0, "comment number \($0)") }

  private func console(_ size: TerminalSize = TerminalSize(columns: 100, rows: 18)) -> ConsoleHarness {
    var console = ConsoleHarness(size: size)
    console.show(items)
    return console
  }

  @Test("Space marks and goes down, again takes the mark away; the list says how many are marked")
  func one() {
    var console = console()
    console.press("<Space><Space>")
    #expect(console.shows("2 marked · most urgent first"))
    #expect(console.shows("  *—"))
    console.press("k<Space>")
    #expect(console.shows("1 marked · most urgent first"))
  }

  @Test("A range runs from the last mark to the cursor, in either direction")
  func range() {
    var console = console()
    console.press("jj<Space>jjmr")
    #expect(console.shows("4 marked"))
    console.press("gmr")
    #expect(console.shows("6 marked"))
  }

  @Test("What is not among the rows on the screen is counted as not in view")
  func outOfView() {
    var console = console()
    console.press("<Space>G")
    #expect(console.shows("1 marked, 1 not in view"))
  }

  @Test("All that a list holds is asked of the desk and marked as one step, which U takes back")
  func all() {
    var console = console()
    #expect(console.asked(by: "ml") == [.gather(QueueQuery(.queue), what: "everything in this list")])
    console.send(.gathered(items.map(ConsoleHarness.row), what: "everything in this list"))
    #expect(console.foot == " ✓ 30 marks more: everything in this list. 30 marked, 17 not in view.")
    console.press("U")
    #expect(console.foot == " ✓ Taken back: marking everything in this list.")
    #expect(!console.shows("marked"))
  }

  @Test("A capital decides about all that are marked under one reason, in one batch")
  func bulk() throws {
    var console = console()
    console.press("<Space><Space><Space>H")
    #expect(console.shows("hide 3 marked: why?"))
    console.press("2")
    let decisions = try console.acceptCommit(items)
    #expect(decisions.map(\.item) == items.prefix(3).map(\.item))
    #expect(decisions.allSatisfy { $0.automation == .humanBatch && $0.reasons == [ReasonCode("SPAM")] })
    #expect(decisions.allSatisfy { $0.seen == ItemState() && $0.revision == 1 })
    #expect(!console.shows("marked"), "what was decided about is not marked any more")
  }

  @Test("Many, hidden or left out, are asked about once more; only y does it")
  func confirmation() throws {
    var console = console()
    console.send(.gathered(items.map(ConsoleHarness.row), what: "everything"))
    let claim = Claim(item: items[4].item, person: "b.weka", since: ConsoleHarness.now, until: ConsoleHarness.now)
    console.send(.news(DeskNews(sequence: 6, claims: [claim], people: [])))
    console.press("H2")
    #expect(console.shows("Hide 29 comments · SPAM? 17 of the marked are not in view."))
    #expect(console.shows("1 left out: b.weka is deciding about it"))
    #expect(console.asked(by: "<Enter>").isEmpty, "Enter is too easy")
    console.press("<Esc>")
    #expect(console.foot == " ! Nothing was done; 30 marked, 17 not in view.")
    console.press("H2y")
    #expect(try console.acceptCommit(items).count == 29)
  }

  @Test("Deleting many always asks, and what is in that state already is left out")
  func deletion() throws {
    var console = console()
    console.press("<Space><Space>D2<Enter>")
    #expect(console.shows("Delete 2 comments · SPAM?"))
    console.press("y")
    #expect(try console.acceptCommit(items).map(\.verb) == [.delete, .delete])
  }

  @Test("Undoing a batch marks again what it was about")
  func undoMarksAgain() throws {
    var console = console()
    console.press("<Space><Space>H2")
    let decisions = try console.acceptCommit(items)
    let undone = decisions.map { decision in
      ConsoleHarness.event(.undone, by: "a.kereru", on: nil) { event in
        event.item = decision.item
        event.after = ItemState()
      }
    }
    console.press("u")
    console.send(.undone(undone, items.prefix(2).map(ConsoleHarness.row), Backlog(open: 30)))
    #expect(console.shows("2 marked"))
    #expect(console.foot == " ✓ Taken back: 2 comments are as they were before.")
  }

  @Test("Without marks a capital says how to mark")
  func nothingMarked() {
    var console = console()
    console.press("H")
    #expect(console.foot == " ! Nothing is marked. Space marks a comment, m says what else can be marked.")
  }

  @Test("Same as last: the verb and the reason again, about the next comment, with one key")
  func same() throws {
    var console = console()
    console.press(".")
    #expect(console.foot == " ! There is no decision to make again yet.")
    console.press("h2")
    _ = try console.acceptCommit(items)
    console.send(.detail(items[1], for: items[1].item))
    console.press(".")
    let again = try console.acceptCommit(items)
    #expect(again.map(\.item) == [items[1].item])
    #expect(again.map(\.reasons) == [[ReasonCode("SPAM")]])
  }

  @Test("U goes back through marks, leaps, orders and screens, one by one, and says what each was")
  func undoView() {
    var console = console()
    console.press("<Space>Gz")
    #expect(!console.shows("most urgent first"), "focused")
    console.press("U")
    #expect(console.foot == " ✓ Taken back: one comment on the whole screen.")
    console.press("U")
    #expect(console.foot == " ✓ Taken back: the leap to the last comment.")
    console.press("U")
    #expect(console.foot == " ✓ Taken back: a mark.")
    console.press("U")
    #expect(console.foot.hasPrefix(" ! No mark, filter or move of the view is left"))
  }
}
