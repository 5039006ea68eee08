import Moderation
import Testing

@testable import Classifier

@Suite("What a policy decides")
struct SettingsTests {
  private static func labels(_ text: String, _ settings: ClassifierSettings) throws -> [Label] {
    try Classifier(settings).flags(for: text).map(\.label)
  }

  @Test(
    "The agency's own details are never flagged, however they are typed; others still are",
    arguments: [
      "ring me on 04 555 0199", "ring me on +64 4 555-0199", "my mail is jo.tua@waka.example",
      "jo@mail.waka.example wrote to me", "send it to me at 9 Tōtara Lane, Levin", "I live at 9 totara lane",
    ])
  func own(text: String) throws {
    let settings = ClassifierSettings(
      ownNumbers: ["(04) 555 0199"], ownAddresses: ["9 Totara Lane"], ownDomains: ["waka.example"])
    #expect(try Self.labels(text, settings) == [], "\(text)")
    #expect(try Self.labels(text, ClassifierSettings()) == [.personal], "\(text)")
  }

  @Test("A domain that only ends like the agency's is not the agency's")
  func otherDomain() throws {
    let settings = ClassifierSettings(ownDomains: ["waka.example"])
    #expect(try Self.labels("my mail is jo.tua@notwaka.example", settings) == [.personal])
  }

  @Test("Only the chosen jurisdictions' numbers are looked for")
  func jurisdictions() throws {
    #expect(try Self.labels("my SIN is 130 692 544", ClassifierSettings(jurisdictions: [.canada])) == [.personal])
    #expect(try Self.labels("AB 12 34 56 C", ClassifierSettings(jurisdictions: [.newZealand])) == [])
    #expect(try Self.labels("AB 12 34 56 C", ClassifierSettings(jurisdictions: [.unitedKingdom])) == [.personal])
  }

  @Test("A name on the policy's list is public")
  func publicNames() throws {
    let text = "Hemi Tawhara has leukaemia"
    #expect(try Self.labels(text, ClassifierSettings()) == [.health])
    #expect(try Self.labels(text, ClassifierSettings(publicNames: ["Hemi Tāwhara"])) == [])
  }

  @Test("Labels that are not asked for are not looked for")
  func onlySome() throws {
    let text = "you pack of clowns, my wife has dementia"
    #expect(try Self.labels(text, ClassifierSettings(labels: [.health])) == [.health])
  }

  @Test(
    "The agency's own kinds of number are found between borders",
    arguments: [
      ("my case is cas-004512", true), ("CAS-00451", false), ("XCAS-004512", false), ("CAS-0045123", false),
      ("ＣＡＳ-００４５１２", true),
    ])
  func patterns(text: String, isFound: Bool) throws {
    let settings = ClassifierSettings(patterns: [AgencyPattern(title: "a case number", pattern: "CAS-######")])
    let flags = try Classifier(settings).flags(for: text)
    #expect(flags.contains { $0.rule == "personal.pattern@1" } == isFound)
  }

  @Test("A pattern says what is wrong with it")
  func badPatterns() {
    #expect(AgencyPattern(title: "x", pattern: "CAS-####").problem == nil)
    #expect(
      AgencyPattern(title: "x", pattern: "##").problem
        == "\"##\" is shorter than four signs; it would match ordinary words")
    #expect(
      AgencyPattern(title: "x", pattern: "house").problem == "\"house\" has no # (digit), @ (letter) or * (either)")
  }

  @Test("A pattern over a hostile text ends")
  func stepLimit() throws {
    let settings = ClassifierSettings(
      labels: [.personal], patterns: (0..<50).map { AgencyPattern(title: "n\($0)", pattern: "****************#") })
    #expect(try Classifier(settings).flags(for: String(repeating: "a", count: 30_000)) == [])
  }
}
