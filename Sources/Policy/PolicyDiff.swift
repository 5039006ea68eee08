import Moderation

/// What one policy says that another does not.
///
/// Values are compared, not texts: comments, layout and the order of people and channels make no difference. The order of
/// reasons does, because it is that of the reason picker.
public enum PolicyDiff {
  /// A line a difference, none where both say the same:
  ///
  ///     + reason NOISE: title Noise; head damaging; verbs hide
  ///     - person a.kereru: user akereru; roles moderator; channels all
  ///     ~ reason HATE verbs: no longer delete
  ///     ~ agency contact: a@agency.example → b@agency.example
  public static func lines(_ old: AgencyPolicy, _ new: AgencyPolicy) -> [String] {
    let before = PolicyEntry.all(of: old)
    let after = PolicyEntry.all(of: new)
    let earlier = Dictionary(before.map { ($0.id, $0) }) { first, _ in first }
    let kept = Set(after.map(\.id))
    let removed = before.filter { !kept.contains($0.id) }.map { "- " + summary(of: $0) }
    let rest = after.flatMap { entry in
      earlier[entry.id].map { changes(from: $0, to: entry) } ?? ["+ " + summary(of: entry)]
    }
    return removed + rest + order(old, new)
  }

  private static func summary(of entry: PolicyEntry) -> String {
    let facts = entry.facts.compactMap { fact in fact.value.shown.map { "\(fact.key) \($0)" } }
    return "\(entry.title): \(facts.joined(separator: "; "))"
  }

  /// Entries of one kind have the same facts in the same order.
  private static func changes(from old: PolicyEntry, to new: PolicyEntry) -> [String] {
    zip(old.facts, new.facts).compactMap { before, after in
      guard before.value != after.value else { return nil }
      return "~ \(new.title) \(after.key): \(change(from: before.value, to: after.value))"
    }
  }

  private static func change(from old: PolicyEntry.Value, to new: PolicyEntry.Value) -> String {
    let replaced = "\(old.shown ?? "nothing") → \(new.shown ?? "nothing")"
    guard case .list(let before) = old, case .list(let after) = new else { return replaced }
    let added = after.filter { !before.contains($0) }
    let removed = before.filter { !after.contains($0) }
    let parts = [
      added.isEmpty ? nil : "now also \(added.joined(separator: ", ").onOneLine)",
      removed.isEmpty ? nil : "no longer \(removed.joined(separator: ", ").onOneLine)",
    ]
    let said = parts.compactMap { $0 }
    return said.isEmpty ? replaced : said.joined(separator: "; ")
  }

  private static func order(_ old: AgencyPolicy, _ new: AgencyPolicy) -> [String] {
    let before = old.reasons.map(\.code)
    let after = new.reasons.map(\.code)
    let common = after.filter(before.contains)
    guard before.filter(after.contains) != common else { return [] }
    return ["~ reasons: now in the order \(common.map(\.rawValue).joined(separator: ", "))".onOneLine]
  }
}
