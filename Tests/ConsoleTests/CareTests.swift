import Desk
import Moderation
import Terminal
import Testing

@testable import Console

@Suite("Care for whoever reads")
struct CareTests {
  private static let danger = Flag(
    label: .welfare, score: Score(hundredths: 96), severity: .critical, why: "Somebody may be in danger now: \"roof\"",
    spans: [Span(start: 0, end: 4, type: .cue)], rule: "welfare.now@1")

  @Test("Distressing words are masked from a severity on; a setting says from which")
  func severity() {
    let insult = ConsoleHarness.item(1, "what a lot, muppets all", flags: [.insult])
    for (from, isMasked) in [(Severity.low, true), (.medium, true), (.high, false), (nil, false)] {
      var console = ConsoleHarness(care: CareSettings(maskFrom: from))
      console.show([insult])
      #expect(console.shows("muppets") == !isMasked, "\(String(describing: from))")
    }
  }

  @Test("A neighbour in the conversation is masked as it is on its own screen, whatever is unmasked here")
  func neighbours() {
    var item = ConsoleHarness.item(1, "what a lot, muppets all", flags: [.insult])
    item.thread = [
      ThreadEntry(
        item: ItemID(rawValue: "item-9"), alias: "tui-1001", posted: nil, text: "Jane is a clown", parent: nil,
        state: ItemState(),
        spans: [Span(start: 0, end: 4, type: .person, subject: .other), Span(start: 10, end: 15, type: .insult)]),
      ThreadEntry(
        item: item.item, alias: "weka-2207", posted: nil, text: item.text, parent: nil, state: ItemState()),
    ]
    var console = ConsoleHarness()
    console.show([item])
    #expect(console.shows("[person] is a [insult]"))
    console.press("v")
    console.send(.unmaskNoted(item.item))
    #expect(console.shows("what a lot, muppets all"))
    console.press("it")
    #expect(console.shows("[person] is a [insult]"))
    #expect(!console.shows("clown"))
  }

  @Test("What is hard to read is counted once a comment, in the bar, and a pause is suggested; the queue goes on")
  func exposure() {
    let items = (1...5).map { ConsoleHarness.item($0, "what a lot, muppets all", flags: [.insult]) }
    var console = ConsoleHarness(care: CareSettings(pauseAfter: 3))
    console.show(items)
    #expect(console.shows("1 hard read"))
    console.press("k")
    console.send(.detail(items[0], for: items[0].item))
    #expect(console.shows("1 hard read"))
    for item in items[1...2] {
      console.press("j")
      console.send(.detail(item, for: item.item))
    }
    #expect(
      console.foot == " » You have read 3 hard comments since 14:00. A pause is a good idea; the queue keeps.")
    console.press("j")
    console.send(.detail(items[3], for: items[3].item))
    #expect(console.shows("4 hard read"))
    #expect(!console.foot.contains("pause"))
  }

  @Test("Somebody in danger: whom to call stands above everything else, from the policy")
  func contact() {
    var policy = AgencyPolicy.forTests
    policy.escalationRoles.append(
      EscalationRole(name: RoleName("duty"), title: "Duty manager", contact: "0800 555 111"))
    policy.reasons.append(
      Reason(
        code: ReasonCode("SELF-HARM"), title: "In danger", head: .harmful, citizenText: "", basis: "",
        verbs: [.escalate], escalatesTo: RoleName("duty")))
    policy.suggestions[SuggestionKey(.welfare)] = Suggestion(verb: .escalate, reason: ReasonCode("SELF-HARM"))
    var console = ConsoleHarness(policy: policy)
    console.show([ConsoleHarness.item(1, "roof of 14 Tawa St, water rising", flags: [Self.danger])])
    #expect(console.shows("‼ call Duty manager · 0800 555 111"))
    console.show([ConsoleHarness.item(2, "what a lot, muppets all", flags: [.insult])])
    #expect(!console.shows("‼ call"))
  }

  @Test("A note is written with c, kept by the desk, and stays with the comment")
  func note() throws {
    let room = try DeskRoom([("Kia ora", [])])
    var console = room.console()
    try console.press(script: "cAsked the clinic on Monday<Enter>")
    #expect(console.screen.contains { $0.contains("✎ 14:00 a.kereru: Asked the clinic on Monday") })
    #expect(console.screen.last == " ✓ The note is kept.")
    #expect(try room.desk.events(before: nil, limit: 1).first?.type == .noted)
    guard case .whole = try room.desk.verify() else {
      Issue.record("the chain is broken")
      return
    }
    try console.press(script: "c<Enter>")
    #expect(console.screen.last == " ! Write something, or leave with esc.")
  }

  @Test("The versions of an edited comment are shown as a word diff, once what is masked in it is unmasked")
  func versions() {
    var item = ConsoleHarness.item(1, "the bus is late again today", flags: [.request])
    item.revision = 2
    item.earlier = [EarlierText(revision: 1, text: "the train is late today")]
    var console = ConsoleHarness(size: TerminalSize(columns: 80, rows: 24))
    console.show([item])
    #expect(console.shows("edited 1×, i v shows what it said before"))
    console.press("iv")
    #expect(console.shows("the [-train-] {+bus+} is late {+again+} today"))
  }

  @Test("A word diff holds both texts, whatever they are")
  func diff() {
    for (old, new) in [("", ""), ("a", ""), ("", "b c"), ("a b c", "c b a"), ("x y z", "x q z")] {
      let parts = WordDiff(from: old, to: new).parts
      let before = parts.compactMap { part -> String? in
        switch part {
        case .same(let words), .removed(let words): words
        case .added: nil
        }
      }
      let after = parts.compactMap { part -> String? in
        switch part {
        case .same(let words), .added(let words): words
        case .removed: nil
        }
      }
      #expect(before.joined(separator: " ") == old)
      #expect(after.joined(separator: " ") == new)
    }
  }
}
