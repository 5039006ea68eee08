import Moderation

/// A policy as docket reads it, for a person: every part under its name, a fact a line; what is not said is left out.
public enum PolicyText {
  public static func lines(_ policy: AgencyPolicy) -> [String] {
    PolicyEntry.all(of: policy).flatMap { entry in
      [entry.title]
        + entry.facts.compactMap { fact in fact.value.shown.map { "  \(fact.key): \($0)" } }
    }
  }
}
