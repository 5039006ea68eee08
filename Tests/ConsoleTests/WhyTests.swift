import Console
import Moderation
import Terminal
import Testing

@Suite("Why a comment is flagged, and why not")
struct WhyTests {
  private static let sentences = [
    "health 0.94 high: Health of another person: \"my wife\" + has + \"asthma\"  [health.third_party@2]",
    "Not flagged as health: \"sick of\" is a figure of speech.",
  ]

  @Test("y asks, the answer lies over the screen, any other key closes it")
  func asks() throws {
    var console = ConsoleHarness(size: TerminalSize(columns: 80, rows: 24))
    let item = ConsoleHarness.item(1, "my wife has asthma and I am sick of the smoke", flags: [.health])
    console.show([item])
    console.press("y")
    #expect(console.takeAsked() == [.explain(item.text, for: item.item)])
    console.send(.explained(Self.sentences, for: item.item))
    let screen = console.screen.joined(separator: "\n")
    #expect(screen.contains("why · any key closes"))
    #expect(screen.contains("\"sick of\" is a figure of speech."))
    console.press("x")
    #expect(!console.screen.joined().contains("figure of speech"))
    #expect(console.takeAsked().isEmpty, "the key that closes it does nothing else")
  }

  @Test("What distresses is masked in the sentences too, until it is asked for")
  func masks() {
    var console = ConsoleHarness(size: TerminalSize(columns: 80, rows: 24))
    let item = ConsoleHarness.item(1, "what a lot, muppets all of you", flags: [.insult])
    console.show([item])
    console.press("y")
    console.send(.explained(["offensive 0.80 medium: Insult: \"muppets\"  [offensive.insult@1]"], for: item.item))
    #expect(!console.screen.joined().contains("\"muppets\""))
    #expect(console.screen.joined().contains("\"▒▒▒▒▒▒▒\""))
  }

  @Test("An answer about another comment than the one under the cursor is dropped")
  func late() {
    var console = ConsoleHarness(size: TerminalSize(columns: 80, rows: 24))
    console.show([ConsoleHarness.item(1, "one"), ConsoleHarness.item(2, "two")])
    console.send(.explained(["a zebra"], for: ItemID(rawValue: "item-2")))
    #expect(!console.screen.joined().contains("zebra"))
  }
}
