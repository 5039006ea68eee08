import Console
import Moderation
import Terminal
import Testing

@Suite("What the second row says of the policy")
struct PolicyNoteTests {
  private func note(_ origin: PolicyOrigin) -> String {
    let console = ConsoleHarness(size: TerminalSize(columns: 160, rows: 24), origin: origin)
    let tabs = "9 All"
    let row = console.screen[1]
    let words = row[
      (row.range(of: tabs)?.upperBound ?? row.startIndex)..<(row.range(of: "/ search")?.lowerBound ?? row.endIndex)]
    return words.split(separator: " ").joined(separator: " ")
  }

  @Test("It says what is left to do: a policy of one's own, or adopting the file that waits; else nothing")
  func notes() {
    #expect(note(.shipped) == "shipped policy: see README, “Make it yours”")
    #expect(note(.agencyFile) == "")
    #expect(note(.desk(fileWaits: false)) == "", "a team's desk has its policy, whatever file this user has or lacks")
    #expect(note(.desk(fileWaits: true)) == "your policy.toml is not in force: docket policy adopt")
  }
}
