import GRDB
import Moderation

/// What a question comes with besides the query.
struct Asking: Sendable {
  /// Called only by a question that says `age` or `today`, or any other that is filtered.
  var clock: @Sendable () -> QueryClock?
  var interruption: Interruption?
  /// How many texts may be looked at for a page.
  var budget = Int.max
}

/// Where a list's keys come from: its index while nothing is filtered, the filters otherwise.
enum QueueSource {
  case index(QueueKeys)
  case filters(FilterRun, budget: Int)

  init(_ query: QueueQuery, _ asking: Asking, _ memory: FilterMemory, _ db: Database) throws {
    guard query.filter.condition != nil || query.view == .all else {
      self = .index(QueueKeys(query, db))
      return
    }
    self = .filters(try Self.run(query, asking, memory, db), budget: asking.budget)
  }

  /// The filters' answer, whether anything is filtered or not.
  static func run(
    _ query: QueueQuery, _ asking: Asking, _ memory: FilterMemory, _ db: Database
  ) throws -> FilterRun {
    // A desk that nobody told the time is as old as its last event.
    let clock = try asking.clock() ?? QueryClock(now: LedgerTable.chain(db).at)
    return try FilterRun(query, memory, clock, asking.interruption, db)
  }

  func keys(
    _ stretch: Stretch, forward: Bool, limit: Int
  ) throws -> (keys: [QueueKey], stopped: QueueKey?) {
    switch self {
    case .index(let keys): (try keys.keys(stretch, forward: forward, limit: limit), nil)
    case .filters(let run, let budget): try run.keys(stretch, forward: forward, limit: limit, budget: budget)
    }
  }

  func count() throws -> Int {
    switch self {
    case .index(let keys): try keys.count()
    case .filters(let run, _): try run.count()
    }
  }

  /// How many texts were looked at so far.
  var looked: Int {
    switch self {
    case .index: 0
    case .filters(let run, _): run.looked
    }
  }
}
