import TOMLSource

/// Lays a policy that says only what differs over the one that it extends.
///
/// Tables are merged key by key. Lists whose entries have names (reasons by code, templates by id) are merged entry by
/// entry: one that is there is changed where the new one says something, one that is not is added at the end. Every other
/// list takes the old one's place. `unset = ["class"]` in an entry takes keys away, `remove = { reason = ["SPAM"] }` at the
/// top whole entries.
struct PolicyLayers {
  /// What the entries of a list are called by.
  static let names = [
    "role": "name", "house_rule": "code", "reason": "code", "channel": "id", "contact": "id", "retention": "code",
    "statute": "id", "template": "id", "playbook": "id",
  ]

  private(set) var problems: [(problem: PolicyProblem.Problem, origin: PolicyNode.Origin)] = []

  mutating func merge(_ base: PolicyNode, with over: PolicyNode) -> PolicyNode {
    guard var merged = base.table, let changes = over.table else { return over }
    if let removal = changes["remove"] { remove(removal, from: &merged) }
    for (key, change) in changes.sorted(by: { $0.key < $1.key }) where key != "extends" && key != "remove" {
      if let name = Self.names[key], let entries = merged[key]?.list, let changed = change.list {
        merged[key] = PolicyNode(
          .list(mergeEntries(entries, with: changed, by: name)), merged[key]?.origin ?? change.origin)
      } else {
        merged[key] = merged[key].map { mergeTables($0, with: change) } ?? change
      }
    }
    return PolicyNode(.table(merged), over.origin)
  }

  private func mergeEntries(_ entries: [PolicyNode], with changes: [PolicyNode], by name: String) -> [PolicyNode] {
    var merged = entries
    var seen: Set<String> = []
    for change in changes {
      // The same name twice in one file is a mistake, which the reader will tell.
      if let id = change[name]?.scalar, seen.insert(id).inserted,
        let place = merged.firstIndex(where: { $0[name]?.scalar == id })
      {
        merged[place] = mergeTables(merged[place], with: change)
      } else {
        merged.append(change)
      }
    }
    return merged
  }

  private func mergeTables(_ base: PolicyNode, with over: PolicyNode) -> PolicyNode {
    guard var merged = base.table, let changes = over.table else { return over }
    for key in changes["unset"]?.list?.compactMap(\.scalar) ?? [] {
      for known in merged.keys where PolicyNode.quoted(known) == key { merged[known] = nil }
    }
    for (key, change) in changes where key != "unset" {
      merged[key] = merged[key].map { mergeTables($0, with: change) } ?? change
    }
    return PolicyNode(.table(merged), over.origin)
  }

  private mutating func remove(_ removal: PolicyNode, from table: inout [String: PolicyNode]) {
    guard let kinds = removal.table else {
      problems.append((.wrongType(key: "remove", expected: "a table like { reason = [\"SPAM\"] }"), removal.origin))
      return
    }
    for (kind, listed) in kinds.sorted(by: { $0.key < $1.key }) {
      guard let name = Self.names[kind] else {
        problems.append(
          (.unknownKey(kind, in: "remove", allowed: Self.names.keys.sorted()), listed.origin))
        continue
      }
      for entry in listed.list ?? [] {
        let entries = table[kind]?.list ?? []
        let kept = entries.filter { $0[name]?.scalar != entry.scalar }
        if kept.count == entries.count {
          let known = entries.compactMap { $0[name]?.scalar?.unquoted }
          problems.append((.unknownEntry(kind, entry.scalar?.unquoted ?? "", known: known), entry.origin))
        }
        if let origin = table[kind]?.origin { table[kind] = PolicyNode(.list(kept), origin) }
      }
    }
  }
}

extension String {
  /// Without the quotes of `PolicyNode.quoted`, for messages.
  var unquoted: String { hasPrefix("\"") && hasSuffix("\"") && count >= 2 ? String(dropFirst().dropLast()) : self }
}
