/// What a policy decides about the classifier: whose numbers to look for, what is the agency's own, patterns of its own.
public struct ClassifierSettings: Sendable, Equatable {
  /// The packs to use; the first is the agency's own country, whose numbers need a little less proof.
  public var jurisdictions: [Jurisdiction]
  /// What is looked for at all.
  public var labels: Set<Label>
  /// The agency's own telephone, account and reference numbers, in any grouping: never flagged.
  public var ownNumbers: [String]
  /// The agency's own addresses, as far as the street ("113 The Terrace"): never flagged.
  public var ownAddresses: [String]
  /// The agency's own e-mail domains, those under them included: never flagged.
  public var ownDomains: [String]
  /// Names of ministers, mayors and the agency's spokespeople: what is said of them is no private matter.
  public var publicNames: [String]
  /// The agency's own kinds of number, looked for last.
  public var patterns: [AgencyPattern]

  public init(
    jurisdictions: [Jurisdiction] = Jurisdiction.allCases, labels: Set<Label> = Set(Label.allCases),
    ownNumbers: [String] = [],
    ownAddresses: [String] = [], ownDomains: [String] = [], publicNames: [String] = [], patterns: [AgencyPattern] = []
  ) {
    self.jurisdictions = jurisdictions
    self.labels = labels
    self.ownNumbers = ownNumbers
    self.ownAddresses = ownAddresses
    self.ownDomains = ownDomains
    self.publicNames = publicNames
    self.patterns = patterns
  }
}
