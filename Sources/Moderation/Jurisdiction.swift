/// Whose numbers and addresses the rules look for. A pack per jurisdiction is chosen by the policy.
public enum Jurisdiction: String, CaseIterable, Sendable {
  case newZealand = "nz"
  case australia = "au"
  case canada = "ca"
  case unitedKingdom = "uk"
  case unitedStates = "us"
  case ireland = "ie"
}
