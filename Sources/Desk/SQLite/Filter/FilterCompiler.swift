import GRDB
import Moderation

/// Makes a filter's condition into sets of rows and tests of texts.
struct FilterCompiler {
  let sets: FilterSets
  private(set) var texts: [TextTest] = []

  init(_ sets: FilterSets) { self.sets = sets }

  mutating func node(_ condition: FilterCondition) throws -> FilterNode {
    switch condition {
    case .test(let test): return try node(test)
    case .not(let inner): return .not(try node(inner))
    case .any(let parts): return .any(try nodes(parts))
    case .all(let parts): return .all(try together(parts))
    }
  }

  private mutating func nodes(_ parts: [FilterCondition]) throws -> [FilterNode] {
    var nodes: [FilterNode] = []
    for part in parts { nodes.append(try node(part)) }
    return nodes
  }

  private mutating func node(_ test: FilterTest) throws -> FilterNode {
    if let rows = try sets.rows(test) { return .rows(rows) }
    if let known = texts.firstIndex(where: { $0.test == test }) { return .text(known) }
    guard let text = try TextTest(test, sets.columns, sets.memory, sets.db) else {
      return .rows(RowSet(limit: sets.columns.limit))
    }
    texts.append(text)
    return .text(texts.count - 1)
  }

  /// What stands together asks for one flag and for one decision.
  private mutating func together(_ parts: [FilterCondition]) throws -> [FilterNode] {
    var ofFlags: [FilterTest] = []
    var ofDecisions: [FilterTest] = []
    var rest: [FilterCondition] = []
    for part in parts {
      switch part {
      case .test(let test) where test.isOfFlag: ofFlags.append(test)
      case .test(let test) where test.isOfDecision: ofDecisions.append(test)
      default: rest.append(part)
      }
    }
    var nodes = Self.wishes(ofFlags).map { FilterNode.rows(sets.flags(FlagWish($0, sets.columns.flags))) }
    for wish in Self.wishes(ofDecisions) { nodes.append(.rows(try sets.decisions(DecisionWish(wish, sets.clock)))) }
    return nodes + (try self.nodes(rest))
  }

  /// Each label and each verb named is one of its own; the rest is said of every one of them.
  private static func wishes(_ tests: [FilterTest]) -> [[FilterTest]] {
    let named = tests.filter(\.namesOne)
    let rest = tests.filter { !$0.namesOne }
    if named.isEmpty { return rest.isEmpty ? [] : [rest] }
    return named.map { [$0] + rest }
  }
}
