/// Which texts were put to a test, and which of them stood it.
struct FoundTexts: Sendable {
  /// `FilterColumns.textStamp` of the texts that these are.
  private(set) var stamp: Int
  private(set) var looked: RowSet
  private(set) var found: RowSet
  /// The index for words was asked about the rows up to here.
  private(set) var indexed: Int64 = 0

  init(_ columns: FilterColumns) {
    stamp = columns.textStamp
    looked = RowSet(limit: columns.limit)
    found = RowSet(limit: columns.limit)
  }

  /// Nil for one that was not looked at.
  func isFound(_ row: Int) -> Bool? { looked.contains(row) ? found.contains(row) : nil }

  mutating func note(_ row: Int, _ isFound: Bool) {
    looked.insert(row)
    if isFound { found.insert(row) } else { found.remove(row) }
  }

  /// Takes over what the index for words says of the rows up to its end.
  mutating func note(indexedUpTo end: Int64, _ rows: (_ after: Int64, _ note: (Int) -> Void) throws -> Void) rethrows {
    guard end > indexed else { return }
    looked.insert(Int(indexed) + 1..<Int(end) + 1)
    try rows(indexed) { found.insert($0) }
    indexed = end
  }

  /// Goes on with newer columns: there are more rows, and some have another text.
  mutating func follow(_ columns: FilterColumns, changed: [Int]) {
    stamp = columns.textStamp
    looked = looked.widened(to: columns.limit)
    found = found.widened(to: columns.limit)
    for row in changed {
      looked.remove(row)
      found.remove(row)
    }
  }
}
