import Casework
import Moderation

/// Which days a report is about, and how it cuts them.
public struct ReportQuery: Sendable, Hashable {
  public var first: CivilDate
  public var last: CivilDate
  public var isWeekly: Bool

  public init(first: CivilDate, last: CivilDate, isWeekly: Bool) {
    self.first = first
    self.last = last
    self.isWeekly = isWeekly
  }

  /// The first day of each stretch, oldest first; weeks begin on the weekday of `first`.
  public var starts: [CivilDate] {
    let step = isWeekly ? 7 : 1
    return stride(from: first.dayNumber, through: last.dayNumber, by: step).map { CivilDate(dayNumber: $0) }
  }

  /// Which stretch a day is in; nil for one outside.
  func place(of day: CivilDate) -> Int? {
    guard day >= first, day <= last else { return nil }
    return day.days(since: first) / (isWeekly ? 7 : 1)
  }
}

/// What ledger and vault say of a stretch of days: numbers, nothing that anybody wrote.
public struct DeskReport: Sendable, Equatable {
  public var query: ReportQuery
  public var starts: [CivilDate]
  /// Flags of comments as they stand now, by when the comment was posted; the most frequent label first.
  public var flags: [Series]
  /// Comments that came in, for each stretch.
  public var arrived: [Int]
  /// Comments that waited at the end of each stretch.
  public var backlog: [Int]
  /// How many hours the longest-waiting had waited then; nil where none waited.
  public var oldestHours: [Int?]
  /// Decisions that hold, by their first reason, the most frequent first.
  public var reasons: [Series]
  /// Minutes from when the desk had a comment to the first decision about it.
  public var times: DecisionTimes
  public var timesByStretch: [DecisionTimes]
  /// Who decided what. Everybody for a supervisor, and where nobody is named; else the person's own row.
  public var people: [PersonRow]
  public var showsEverybody: Bool

  public struct Series: Sendable, Equatable {
    public var name: String
    public var counts: [Int]
    public var total: Int { counts.reduce(0, +) }
  }

  public struct DecisionTimes: Sendable, Equatable {
    public var count: Int
    public var median: Int?
    /// The slowest tenth took longer.
    public var slowestTenth: Int?

    /// - Parameter minutes: in any order.
    init(_ minutes: [Int]) {
      let sorted = minutes.sorted()
      count = sorted.count
      median = sorted.isEmpty ? nil : sorted[min(sorted.count - 1, sorted.count / 2)]
      slowestTenth = sorted.isEmpty ? nil : sorted[min(sorted.count - 1, sorted.count * 9 / 10)]
    }
  }

  public struct PersonRow: Sendable, Equatable {
    public var person: String
    public var verbs: [Verb: Int]
    /// Decisions that were taken back later.
    public var takenBack: Int
    /// Decisions about comments with a flag of high or critical severity: exposure.
    public var hard: Int
    /// Of those, with the words shown.
    public var shown: Int

    public var total: Int { verbs.values.reduce(0, +) }
  }
}

extension Desk {
  /// Counts what happened in some days. Reads the ledger once and the flags once: seconds on a desk of a million comments,
  /// so not for the thread that draws.
  public func report(_ query: ReportQuery, for user: UserName) throws(DeskError) -> DeskReport {
    guard let bench else { throw .readOnly(path: path) }
    let rows = try store.read { try $0.reportRows() }
    return DeskReport(query, rows, bench, user)
  }
}

/// What a report is made of, as the database adds it up: by hours since 1970, which every zone's days can be made of but
/// those that begin on a half hour, whose first or last half hour counts with its neighbour.
struct ReportRows: Sendable {
  struct Count: Sendable {
    var hour: Int
    var name: String
    var count: Int
  }

  struct Decided: Sendable {
    var at: Timestamp
    var learned: Timestamp?
    var isFirst: Bool
    var actor: String
    var verb: Verb
    var reason: String
    var isHard: Bool
    var wasMasked: Bool
    var isTakenBack: Bool
  }

  /// Flags by when their comment was posted.
  var flags: [Count]
  /// Comments that came in.
  var arrived: [Count]
  /// How many more wait after it than before: arrivals are not among it.
  var moves: [Count]
  var decided: [Decided]
  var waiting: Int
  /// When the longest-waiting came in.
  var oldest: Timestamp?
  /// When comments that wait no longer came in, and when they left.
  var left: [(learned: Timestamp, at: Timestamp)]
}

extension DeskReport {
  init(_ query: ReportQuery, _ rows: ReportRows, _ bench: DeskBench, _ user: UserName) {
    let starts = query.starts
    let localTime = bench.surroundings.localTime
    func place(_ moment: Timestamp) -> Int? { query.place(of: CivilDate(localTime(moment))) }
    func place(_ hour: Int) -> Int? { place(Timestamp(seconds: Int64(hour) * 3600)) }

    func series(_ counts: [ReportRows.Count]) -> [Series] {
      var all: [String: [Int]] = [:]
      for count in counts {
        guard let place = place(count.hour) else { continue }
        all[count.name, default: Array(repeating: 0, count: starts.count)][place] += count.count
      }
      return all.map { Series(name: $0.key, counts: $0.value) }
        .sorted { ($1.total, $0.name) < ($0.total, $1.name) }
    }
    self.query = query
    self.starts = starts
    flags = series(rows.flags)
    arrived = series(rows.arrived).first?.counts ?? Array(repeating: 0, count: starts.count)
    let held = rows.decided.filter { !$0.isTakenBack }
    reasons = series(
      held.map { ReportRows.Count(hour: Int($0.at.milliseconds / 3_600_000), name: $0.reason, count: 1) })
    let timed = held.filter(\.isFirst).compactMap { decided -> (Int, Int)? in
      guard let place = place(decided.at), let learned = decided.learned else { return nil }
      return (place, Int(max(0, decided.at.milliseconds - learned.milliseconds) / 60_000))
    }
    times = DecisionTimes(timed.map(\.1))
    timesByStretch = starts.indices.map { index in DecisionTimes(timed.filter { $0.0 == index }.map(\.1)) }
    backlog = Self.backlog(query, rows, localTime)
    oldestHours = Self.oldest(query, rows, bench)
    let role = bench.standing(of: user)
    showsEverybody =
      !bench.policy.namesPeople || bench.policy.person(role.actor)?.roles.contains(.supervisor) == true
    people = Self.people(rows.decided.filter { place($0.at) != nil }, only: showsEverybody ? nil : role.actor)
  }

  /// What waited at the end of each stretch: from what waits now, backwards over what came in and what was done.
  private static func backlog(
    _ query: ReportQuery, _ rows: ReportRows, _ localTime: (Timestamp) -> CivilTime
  ) -> [Int] {
    let starts = query.starts
    // Changes by stretch; what came after the last one stands behind them.
    var changes = Array(repeating: 0, count: starts.count + 1)
    for count in rows.arrived + rows.moves {
      let day = CivilDate(localTime(Timestamp(seconds: Int64(count.hour) * 3600)))
      if day > query.last {
        changes[starts.count] += count.count
      } else if let place = query.place(of: day) {
        changes[place] += count.count
      }
    }
    var waiting = rows.waiting - (changes.last ?? 0)
    var backlog = Array(repeating: 0, count: starts.count)
    for index in starts.indices.reversed() {
      backlog[index] = max(0, waiting)
      waiting -= changes[index]
    }
    return backlog
  }

  private static func oldest(_ query: ReportQuery, _ rows: ReportRows, _ bench: DeskBench) -> [Int?] {
    let localTime = bench.surroundings.localTime
    let starts = query.starts
    let now = bench.now
    // The end of each stretch, as near as hours come to it.
    let ends = starts.indices.map { index -> Timestamp in
      let next = index + 1 < starts.count ? starts[index + 1] : nil
      let day = next ?? query.last
      let midnight = CivilTime(year: day.year, month: day.month, day: day.day)?.timestamp().milliseconds ?? 0
      let offset = localTime(Timestamp(milliseconds: midnight)).timestamp().milliseconds - midnight
      return min(now, Timestamp(milliseconds: midnight - offset + (next == nil ? 86_400_000 : 0)))
    }
    var oldest: [Timestamp?] = ends.map { end in rows.oldest.flatMap { $0 <= end ? $0 : nil } }
    for (learned, at) in rows.left {
      for (index, end) in ends.enumerated() where learned <= end && at > end {
        if oldest[index].map({ learned < $0 }) ?? true { oldest[index] = learned }
      }
    }
    return zip(oldest, ends).map { moment, end in
      moment.map { Int((end.milliseconds - $0.milliseconds) / 3_600_000) }
    }
  }

  private static func people(_ decided: [ReportRows.Decided], only person: String?) -> [PersonRow] {
    var rows: [String: PersonRow] = [:]
    for one in decided where person == nil || one.actor == person {
      var row = rows[one.actor] ?? PersonRow(person: one.actor, verbs: [:], takenBack: 0, hard: 0, shown: 0)
      row.verbs[one.verb, default: 0] += 1
      if one.isTakenBack { row.takenBack += 1 }
      if one.isHard { row.hard += 1 }
      if one.isHard, !one.wasMasked { row.shown += 1 }
      rows[one.actor] = row
    }
    return rows.values.sorted { ($1.total, $0.person) < ($0.total, $1.person) }
  }
}
