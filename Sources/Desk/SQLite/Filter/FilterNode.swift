/// A condition as sets of rows, with the tests of texts left to do.
indirect enum FilterNode {
  case rows(RowSet)
  /// A test of texts, by its number.
  case text(Int)
  case not(FilterNode)
  case all([FilterNode])
  case any([FilterNode])

  /// The rows that are let through whatever their texts are, and those that may be.
  func bounds(_ texts: [TextTest], within base: RowSet) -> (sure: RowSet, possible: RowSet) {
    switch self {
    case .rows(var rows):
      rows.formIntersection(base)
      return (rows, rows)
    case .text(let number):
      var sure = texts[number].known.found
      sure.formIntersection(base)
      var possible = texts[number].candidates
      possible.subtract(texts[number].known.looked)
      possible.formUnion(sure)
      possible.formIntersection(base)
      return (sure, possible)
    case .not(let node):
      let inner = node.bounds(texts, within: base)
      var (sure, possible) = (base, base)
      sure.subtract(inner.possible)
      possible.subtract(inner.sure)
      return (sure, possible)
    case .all(let nodes):
      return nodes.reduce(into: (base, base)) { bounds, node in
        let inner = node.bounds(texts, within: base)
        bounds.0.formIntersection(inner.sure)
        bounds.1.formIntersection(inner.possible)
      }
    case .any(let nodes):
      let none = RowSet(limit: base.limit)
      return nodes.reduce(into: (none, none)) { bounds, node in
        let inner = node.bounds(texts, within: base)
        bounds.0.formUnion(inner.sure)
        bounds.1.formUnion(inner.possible)
      }
    }
  }

  /// Whether a row is let through. Sets are asked before texts.
  func holds(_ row: Int, _ test: (Int) throws -> Bool) rethrows -> Bool {
    switch self {
    case .rows(let rows): return rows.contains(row)
    case .text(let number): return try test(number)
    case .not(let node): return try !node.holds(row, test)
    case .all(let nodes):
      for node in nodes where try !node.holds(row, test) { return false }
      return true
    case .any(let nodes):
      for node in nodes where try node.holds(row, test) { return true }
      return false
    }
  }
}
