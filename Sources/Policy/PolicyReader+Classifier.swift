import Moderation

/// `[classifier]`: whose numbers to look for, and what is the agency's own and never flagged.
extension PolicyReader {
  mutating func readClassifier(_ root: Section) -> ClassifierSettings {
    guard let section = optionalSection("classifier", of: root, name: "[classifier]") else {
      return ClassifierSettings()
    }
    refuseUnknownKeys(
      of: section,
      allowed: ["jurisdictions", "own_numbers", "own_addresses", "own_domains", "public_names", "patterns"])
    let jurisdictions = words("jurisdictions", of: section, as: Jurisdiction.self) ?? []
    return ClassifierSettings(
      jurisdictions: jurisdictions.isEmpty ? Jurisdiction.allCases : jurisdictions,
      ownNumbers: texts("own_numbers", of: section) ?? [], ownAddresses: texts("own_addresses", of: section) ?? [],
      ownDomains: texts("own_domains", of: section) ?? [], publicNames: texts("public_names", of: section) ?? [],
      patterns: readPatterns(section))
  }

  private mutating func readPatterns(_ section: Section) -> [AgencyPattern] {
    guard section.table["patterns"] != nil else { return [] }
    return sections("patterns", of: section, name: "patterns").compactMap { entry in
      refuseUnknownKeys(of: entry, allowed: ["title", "pattern"])
      guard let title = name("title", of: entry), let pattern = name("pattern", of: entry) else { return nil }
      let found = AgencyPattern(title: title, pattern: pattern)
      if let problem = found.problem {
        report(.wrongType(key: "pattern", expected: "like CAS-######: \(problem)"), at: entry.path.key("pattern"))
      }
      return found
    }
  }
}
