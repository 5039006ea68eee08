import GRDB
import Moderation

/// One question to the filters: which rows of a list are let through, and where they stand in its order.
///
/// Everything but texts is answered by sets of rows at once. Texts that the index for words does not answer are looked at one
/// by one: in the list's order for a page, as they lie on the disk for a count.
final class FilterRun {
  private let query: QueueQuery
  private let columns: FilterColumns
  private let memory: FilterMemory
  private let interruption: Interruption?
  private let db: Database
  private let node: FilterNode
  private var texts: [TextTest]
  /// Let through whatever their texts are.
  private let sure: RowSet
  private let possible: RowSet
  private let textOfRow: SQLiteStatement
  /// How many texts were looked at.
  private(set) var looked = 0

  init(
    _ query: QueueQuery, _ memory: FilterMemory, _ clock: QueryClock, _ interruption: Interruption?, _ db: Database
  ) throws {
    self.query = query
    self.memory = memory
    self.interruption = interruption
    self.db = db
    if interruption?.isInterrupted == true { throw Interrupted() }
    columns = try memory.columns(db, interruption)
    let sets = FilterSets(columns: columns, memory: memory, clock: clock, interruption: interruption, db: db)
    let base = try sets.base(query)
    var compiler = FilterCompiler(sets)
    let condition = try query.filter.condition.map { try compiler.node($0) } ?? .rows(base)
    node = condition
    texts = compiler.texts
    (sure, possible) = condition.bounds(texts, within: base)
    textOfRow = try SQLiteStatement(db, "SELECT text FROM vault_text WHERE id = ?")
  }

  deinit { for text in texts { memory.keep(text.known, for: text.test) } }

  // MARK: Answers

  /// The next rows of a stretch, in list order or against it; where it stopped when the texts to look at were at an end
  /// before the page was full.
  func keys(
    _ stretch: Stretch, forward: Bool, limit: Int, budget: Int = .max
  ) throws -> (keys: [QueueKey], stopped: QueueKey?) {
    var found: [QueueKey] = []
    var bounds = Bounds(stretch, query.order, forward: forward)
    var size = max(limit, 1)
    /// As far as the list was gone through.
    var last: QueueKey?
    while found.count < limit {
      let next = try least(size, bounds, forward: forward)
      for key in next {
        let row = key.number
        if !sure.contains(row) {
          // One text at least, so that whoever goes on gets on.
          if looked >= max(1, budget), let last { return (found, last) }
          last = columns.key(row)
          guard try holds(row) else { continue }
        }
        last = columns.key(row)
        found.append(columns.key(row))
        if found.count == limit { return (found, nil) }
      }
      guard next.count == size, let furthest = next.last else { break }
      bounds.low = furthest
      bounds.isLowIncluded = false
      // What is rare is far off: each step looks further than the last.
      size = min(size * 4, 65_536)
    }
    return (found, nil)
  }

  func count() throws -> Int { try matches().count }

  /// How many rows are let through before this one; nil when it is not.
  func place(of row: Int) throws -> Int? {
    let matches = try matches()
    guard matches.contains(row) else { return nil }
    let key = ListKey(row, columns, query.order)
    var place = 0
    matches.forEach { if ListKey($0, columns, query.order) < key { place += 1 } }
    return place
  }

  /// All rows that are let through.
  func matches() throws -> RowSet {
    var matches = sure
    var open = possible
    open.subtract(sure)
    guard !open.isEmpty else { return matches }
    if open.count * 8 > columns.limit { try lookThrough(&open, &matches) }
    try open.forEach { if try holds($0) { matches.insert($0) } }
    return matches
  }

  // MARK: Order

  /// Between what places of the list, as it is walked.
  private struct Bounds {
    var low: ListKey?
    var isLowIncluded = false
    var high: ListKey?
    var isHighIncluded = false

    init(_ stretch: Stretch, _ order: QueueQuery.Order, forward: Bool) {
      guard let end = stretch.end else { return }
      let key = ListKey(end.position, order)
      if end.isAhead == forward {
        low = forward ? key : key.reversed
        isLowIncluded = end.isIncluded
      } else {
        high = forward ? key : key.reversed
        isHighIncluded = end.isIncluded
      }
    }

    func contain(_ key: ListKey) -> Bool {
      if let low, key < low || key == low && !isLowIncluded { return false }
      if let high, high < key || key == high && !isHighIncluded { return false }
      return true
    }
  }

  /// The first rows that may be let through between the bounds.
  private func least(_ count: Int, _ bounds: Bounds, forward: Bool) throws -> [ListKey] {
    var least = LeastKeys(count: count)
    var turn = 0
    try possible.forEach { row in
      turn += 1
      try interruption?.check(every: turn)
      let key = ListKey(row, columns, query.order)
      let walked = forward ? key : key.reversed
      if bounds.contain(walked) { least.offer(walked) }
    }
    return least.sorted
  }

  // MARK: Texts

  private func holds(_ row: Int) throws -> Bool {
    try interruption?.check(every: looked)
    var isRead = false
    defer { if isRead { textOfRow.reset() } }
    return try node.holds(row) { number in
      if let known = texts[number].isKnown(row) { return known }
      if !isRead {
        textOfRow.bind(1, TextKey.key(row: Int64(row), revision: columns.revision(row)))
        isRead = true
        looked += 1
        // A text that was disposed of is none.
        guard try textOfRow.step() else {
          return try texts[number].isFound(row, UnsafeRawBufferPointer(start: nil, count: 0))
        }
      }
      return try texts[number].isFound(row, textOfRow.bytes(0))
    }
  }

  /// Looks at many texts as they lie on the disk, and leaves those that are not among the first revisions.
  private func lookThrough(_ open: inout RowSet, _ matches: inout RowSet) throws {
    let all = try SQLiteStatement(
      db, "SELECT id, text FROM vault_text WHERE id < \(TextKey.key(row: 0, revision: 2)) ORDER BY id")
    while try all.step() {
      let row = Int(all.integer(0))
      guard open.contains(row), columns.revisions[row] == nil else { continue }
      try interruption?.check(every: looked)
      looked += 1
      let isLetThrough = try node.holds(row) { number in
        if let known = texts[number].isKnown(row) { return known }
        return try texts[number].isFound(row, all.bytes(1))
      }
      if isLetThrough { matches.insert(row) }
      open.remove(row)
    }
  }
}
