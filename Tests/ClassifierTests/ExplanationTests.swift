import Moderation
import Testing

@testable import Classifier

@Suite("Why, and why not")
struct ExplanationTests {
  @Test(
    "One sentence is built from the evidence",
    arguments: [
      (
        "my mum was diagnosed with breast cancer",
        "Health of another person: \"my mum\" + was diagnosed with + \"breast cancer\""
      ),
      ("my ird is 136-410-132", "Looks like an IRD number: 9 digits in 3-3-3, check digit right, near \"ird\""),
      ("we live at 8 Nikau Crescent", "Street address with \"live\": \"8 nikau crescent\""),
      ("Dave Prentis beats his kids", "Allegation about a person: \"dave prentis\" + \"beats his\""),
      ("dob 12/03/1987", "Birth date: \"12/03/1987\" by \"dob\""),
    ])
  func why(text: String, why: String) throws {
    let found = try Shared.flags(text).map(\.why)
    #expect(found.contains(why), "\(found)")
  }

  @Test("An explanation reads as sentences")
  func sentences() throws {
    let explanation = try Shared.loaded.get().explain("my wife is sick of your excuses")
    #expect(explanation.sentences == ["Not flagged as health: \"sick of\" is a figure of speech."])
    #expect(try Shared.loaded.get().explain("Lovely photos").sentences == ["Nothing found."])
  }

  @Test("An explanation has the flags that a scan has", arguments: ClassifierTests.texts)
  func same(text: String) throws { #expect(try Shared.loaded.get().explain(text).flags == Shared.flags(text)) }

  @Test("What was found and flagged is not excluded as well")
  func noContradiction() throws {
    let explanation = try Shared.loaded.get().explain("my dad has dementia, I have asthma")
    #expect(explanation.flags.map(\.label) == [.health])
    #expect(explanation.exclusions.map(\.kind) == [.selfHealth])
  }
}
