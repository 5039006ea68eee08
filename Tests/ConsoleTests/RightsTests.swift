import Console
import Moderation
import Terminal
import Testing

@Suite("Second person, and what a role may do")
struct RightsTests {
  private static let plain = ConsoleHarness.item(1, "what a lot, muppets all", flags: [.insult])

  private static func proposed(by person: String) -> ItemDetail {
    let event = ConsoleHarness.event(.proposed, by: person) { event in
      event.attempted = .delete
      event.reasons = ["HATE@1"]
      event.revision = 1
    }
    return ConsoleHarness.item(
      1, "what a lot, muppets all", flags: [.insult], state: ItemState(stage: .proposed), history: [event])
  }

  private func console(_ item: ItemDetail, user: String = "akereru", _ policy: AgencyPolicy = .forTests)
    -> ConsoleHarness
  {
    var console = ConsoleHarness(size: TerminalSize(columns: 140, rows: 24), policy: policy, user: user)
    console.show([item])
    return console
  }

  @Test("A reason that takes two people can be taken, and the answer says that it waits for the second")
  func proposing() throws {
    var console = console(Self.plain)
    console.press("dhate")
    #expect(console.shows("HATE             Attack on people (a second person confirms)"))
    console.press("\n")
    #expect(console.takeAsked().contains { if case .commit = $0 { true } else { false } })
    let event = ConsoleHarness.event(.proposed, by: "a.kereru") { event in
      event.attempted = .delete
      event.reasons = ["HATE@1"]
      event.after = ItemState(stage: .proposed)
    }
    var row = ConsoleHarness.row(Self.plain)
    row.state.stage = .proposed
    console.send(.committed([event], [row], Backlog(open: 1)))
    #expect(console.foot == " ✓ Proposed to delete · HATE, waits for a second person · u takes it back")
    #expect(console.shows("proposed · what a lot"))
  }

  @Test("A proposal is shown with who made it and how another person confirms it, and confirming is the same two keys")
  func confirming() throws {
    let item = Self.proposed(by: "b.weka")
    var console = console(item)
    #expect(console.shows("b.weka proposed  delete · HATE  at 14:00"))
    #expect(console.shows("d, then HATE: confirms it"))
    console.press("d")
    #expect(console.shows("▶1 HATE             Attack on people (confirms b.weka)"))
    console.press("\n")
    #expect(try console.acceptCommit([item]).map(\.reasons) == [[ReasonCode("HATE")]])
  }

  @Test("A moderator who may not delete may still confirm what another proposed, and nothing else")
  func confirmingByModerator() throws {
    let item = Self.proposed(by: "a.kereru")
    var console = console(item, user: "bweka")
    console.press("d")
    #expect(console.shows("▶1 HATE             Attack on people (confirms a.kereru)"))
    #expect(console.shows("2 HEALTH-3P        Someone else's health (not allowed here)"))
    console.press("2\n")
    #expect(console.foot == " ! Not allowed: moderator may not delete on Facebook page; owner may.")
    console.press("1\n")
    #expect(try console.acceptCommit([item]).map(\.verb) == [.delete])
  }

  @Test("Nobody confirms their own proposal")
  func ownProposal() {
    var console = console(Self.proposed(by: "a.kereru"))
    #expect(console.shows("you proposed  delete · HATE"))
    #expect(console.shows("waits for another person to decide the same · u takes it back"))
    console.press("dhate\n")
    #expect(console.foot == " ! delete under HATE: you proposed it; somebody else confirms.")
  }

  @Test("Where the policy names nobody, no second person can be had, and the reason says so")
  func nobody() {
    var console = console(Self.plain, .namingNobody)
    #expect(console.screen[0].hasSuffix("akereru · owner of everything"))
    #expect(console.shows("the policy names nobody"))
    console.press("dhate\n")
    #expect(console.foot == " ! delete under HATE: needs a second person, and the policy names nobody.")
    #expect(!console.takeAsked().contains { if case .commit = $0 { true } else { false } })
  }

  @Test("What a role may not do opens with why, takes nothing up, and swallows keys that were typed ahead")
  func barred() {
    var console = console(Self.plain, user: "bweka")
    #expect(console.asked(by: "d1\n").isEmpty)
    #expect(console.shows("Not allowed: moderator may not delete on Facebook page; owner may."))
    #expect(console.shows("delete: why?"))
    console.send(.key(.escape))
    #expect(console.takeAsked().isEmpty)
  }

  @Test("A suggestion that the role may not accept says so beforehand and when it is tried")
  func acceptBarred() {
    var console = console(Self.plain, user: "ctui")
    #expect(console.screen[0].hasSuffix("c.tui · triage"))
    #expect(console.shows("not yours to accept: triage may not hide on Facebook page; moderator, owner or"))
    #expect(console.shows("│ supervisor may "))
    #expect(console.asked(by: "\n").isEmpty)
    #expect(
      console.foot == " ! Not accepted: triage may not hide on Facebook page; moderator, owner or supervisor may.")
  }

  @Test("Accepting a suggestion that another has proposed takes the right to confirm it")
  func acceptProposed() throws {
    var policy = AgencyPolicy.forTests
    policy.suggestions = [SuggestionKey(.offensive): Suggestion(verb: .delete, reason: ReasonCode("HATE"))]
    let item = Self.proposed(by: "a.kereru")
    var console = console(item, user: "bweka", policy)
    #expect(console.shows("⏎ accept"))
    console.press("\n")
    #expect(try console.acceptCommit([item]).map(\.verb) == [.delete])
    var own = self.console(Self.proposed(by: "a.kereru"), policy)
    #expect(own.asked(by: "\n").isEmpty)
    #expect(
      own.foot == " ! Not accepted: delete under HATE waits for somebody other than a.kereru, who proposed it.")
  }

  @Test("Somebody whom the policy does not name can look and is told that they have no role")
  func unnamed() {
    var console = console(Self.plain, user: "dnobody")
    #expect(console.screen[0].hasSuffix("dnobody · no role"))
    console.press("\n")
    #expect(
      console.foot == " ! Not accepted: the policy gives dnobody no authority on Facebook page today, so not to hide.")
  }

  @Test("On a channel of the register the bar shows the owner's role, and what the platform cannot do is said")
  func register() {
    var policy = AgencyPolicy.forTests
    policy.channels = [
      Channel(
        id: "Facebook page", title: "Facebook", owner: "b.weka",
        capabilities: Channel.Capabilities(verbs: [.hide, .unhide]))
    ]
    var console = console(Self.plain, user: "bweka", policy)
    #expect(console.screen[0].hasSuffix("b.weka · owner"))
    console.press("d")
    #expect(console.shows("Not allowed: Facebook page cannot delete; it can hide or unhide."))
  }

  @Test("A verb without a reason in the policy opens empty and says so, so that what is typed goes nowhere")
  func noReason() {
    var console = console(Self.plain)
    #expect(console.asked(by: "r1\n").isEmpty)
    #expect(console.shows("Not allowed: the policy has no reason that allows record."))
  }
}
