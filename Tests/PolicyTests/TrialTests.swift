import Moderation
import Policy
import Testing

@Suite("Trying a policy on past comments")
struct TrialTests {
  private func flag(_ label: Label, _ score: Int) -> Flag {
    Flag(label: label, score: Score(hundredths: score), severity: .medium, why: "", spans: [], rule: "r@1")
  }

  private func past(
    _ id: String, _ text: String, _ flags: [Flag], _ verb: Verb? = nil, _ reason: String? = nil
  ) -> PolicyTrial.Past {
    PolicyTrial.Past(
      id: id, text: text, channel: "page", oldFlags: flags, newFlags: flags, verb: verb,
      reason: reason.map { ReasonCode($0) })
  }

  @Test("The account says what is shown and proposed, before and after, and whether moderators would have agreed")
  func account() throws {
    let old = try PolicyFile.read(path: "nz")
    let new = try PolicyFile.parse(
      """
      extends = "nz"

      [flagging.thresholds]
      offensive = 0.8

      [[watch]]
      words = ["bridge"]
      label = "complaint"
      why = "asked for"
      """, file: "new.toml")
    var trial = PolicyTrial(from: old, to: new, on: try #require(Fixture.day))
    for n in 1...4 { trial.add(past("o\(n)", "rude", [flag(.offensive, 70)], .leave, "CRITICISM")) }
    trial.add(past("o5", "ruder", [flag(.offensive, 90)], .hide, "OFFENSIVE"))
    trial.add(past("b1", "the bridge", []))
    trial.add(past("s1", "buy", [flag(.spam, 60), flag(.offensive, 60)]))
    #expect(
      trial.lines == [
        "7 comments, 5 decided about",
        "flags, comments that show one before and after",
        "  offensive   6 → 1, 5 not shown: o1, o2, o3, …",
        "  complaint   0 → 1, 1 more: b1",
        "  spam        1 → 1",
        "suggestions that change",
        "  4     hide OFFENSIVE → nothing: o1, o2, o3, …",
        "  1     hide OFFENSIVE → hide SPAM: s1",
        "  1     nothing → open_case COMPLAINT: b1",
        "watched words",
        "  1     bridge: b1",
        "agrees with what was decided: 1 → 5 of 5",
        "  CRITICISM         0 → 4 of 4",
      ])
  }

  @Test("The same policy changes nothing")
  func same() throws {
    let policy = try Fixture.policy()
    var trial = PolicyTrial(from: policy, to: policy, on: try #require(Fixture.day))
    trial.add(past("1", "buy", [flag(.spam, 60)]))
    #expect(
      trial.lines == [
        "1 comment, 0 decided about", "flags, comments that show one before and after",
        "  spam        1 → 1", "suggestions: none changes",
      ])
  }
}
