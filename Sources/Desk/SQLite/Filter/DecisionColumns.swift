import GRDB
import Moderation

/// What filters ask of decisions, read from the ledger when a filter first asks, and followed from there.
struct DecisionColumns: Sendable {
  private(set) var sequence: Int64 = 0
  private(set) var cells: [Cell] = []
  /// Rows that waited again after a decision.
  private(set) var reopened: Set<Int> = []
  /// The events that brought texts, with when.
  private(set) var imports: [(sequence: Int64, at: Int64)] = []
  private(set) var words = Words()

  struct Cell: Sendable {
    var sequence: Int64
    var at: Int64
    var row: Int32
    var batch: Int32
    var actor: Int32
    /// All reasons of the decision, as one word.
    var reasons: Int32
    var verb: Verb
    var isTakenBack = false
  }

  /// Texts that many decisions share, by number.
  struct Words: Sendable {
    private(set) var all = [""]
    private var numbers = ["": Int32(0)]

    mutating func number(of word: String) -> Int32 {
      if let known = numbers[word] { return known }
      let number = Int32(clamping: all.count)
      all.append(word)
      numbers[word] = number
      return number
    }

    subscript(number: Int32) -> String { all[Int(number)] }
  }

  mutating func refresh(_ db: Database, _ interruption: Interruption?) throws {
    let last = try LedgerTable.chain(db).last
    guard last > sequence else { return }
    let events = try SQLiteStatement(
      db,
      """
      SELECT seq, at, type, verb, actor, reasons, batch, undo_of, item FROM ledger WHERE seq > ?
      AND type IN ('decided', 'undone', 'reopened', 'imported') ORDER BY seq
      """)
    let find = try SQLiteStatement(db, "SELECT i.row FROM item AS i WHERE \(ItemTable.isItem)")
    events.bind(1, sequence)
    while try events.step() {
      try interruption?.check(every: Int(truncatingIfNeeded: events.integer(0)))
      try take(events, find)
    }
    sequence = last
  }

  private mutating func take(_ event: SQLiteStatement, _ find: SQLiteStatement) throws {
    let type = event.text(2).flatMap(Event.Kind.init(rawValue:))
    if type == .imported { imports.append((event.integer(0), event.integer(1))) }
    if let undone = event.optionalInteger(7), let index = index(of: undone) { cells[index].isTakenBack = true }
    guard let id = event.text(8).flatMap({ ItemID(rawValue: $0).bytes }) else { return }
    find.bind(1, blob: id)
    defer { find.reset() }
    guard try find.step() else { return }
    let row = Int(find.integer(0))
    if type == .reopened { reopened.insert(row) }
    guard type == .decided, let verb = event.text(3).flatMap(Verb.init(rawValue:)) else { return }
    cells.append(
      Cell(
        sequence: event.integer(0), at: event.integer(1), row: Int32(row),
        batch: words.number(of: event.text(6) ?? ""), actor: words.number(of: event.text(4) ?? ""),
        reasons: words.number(of: event.text(5) ?? ""), verb: verb))
  }

  private func index(of sequence: Int64) -> Int? {
    var (low, high) = (0, cells.count)
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].sequence < sequence { low = middle + 1 } else { high = middle }
    }
    return low < cells.count && cells[low].sequence == sequence ? low : nil
  }
}
