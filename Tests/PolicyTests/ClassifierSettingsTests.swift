import Moderation
import Policy
import Testing

@Suite("What a policy tells the classifier")
struct ClassifierSettingsTests {
  private func policy(_ table: String) throws(PolicyProblems) -> AgencyPolicy {
    try PolicyFile.parse(PolicyFile.defaultText + "\n" + table, file: "policy.toml")
  }

  @Test("Jurisdictions, the agency's own numbers, addresses and domains, public names and patterns are read")
  func reads() throws {
    let settings = try policy(
      """
      [classifier]
      jurisdictions = ["nz", "au"]
      own_numbers = ["0800 555 010"]
      own_addresses = ["113 The Terrace"]
      own_domains = ["agency.example"]
      public_names = ["Donna Prentice"]
      patterns = [{ title = "a case number", pattern = "CAS-######" }]
      """
    ).classifier
    #expect(
      settings
        == ClassifierSettings(
          jurisdictions: [.newZealand, .australia], ownNumbers: ["0800 555 010"], ownAddresses: ["113 The Terrace"],
          ownDomains: ["agency.example"], publicNames: ["Donna Prentice"],
          patterns: [AgencyPattern(title: "a case number", pattern: "CAS-######")]))
    #expect(try PolicyFile.parse(PolicyFile.defaultText, file: "p").classifier == ClassifierSettings())
  }

  @Test("A word that is no jurisdiction, and a pattern that would match ordinary words, are named with their line")
  func refuses() throws {
    let before = PolicyFile.defaultText.split(separator: "\n", omittingEmptySubsequences: false).count - 1
    #expect(throws: PolicyProblems.self) {
      do throws(PolicyProblems) {
        _ = try policy("[classifier]\njurisdictions = [\"mars\"]\npatterns = [{ title = \"x\", pattern = \"abc\" }]\n")
      } catch {
        let lines = error.problems.map(\.line)
        #expect(lines == [before + 3, before + 4], "\(error.description)")
        #expect(error.description.contains("mars") && error.description.contains("shorter than four"))
        throw error
      }
    }
  }
}
