import Casework
import Moderation

extension Desk {
  /// One page for those who answer for it all, over some days: numbers and ids, nothing that anybody wrote.
  ///
  /// - Parameter days: how many days back it counts, today included.
  public func summary(days: Int) throws(DeskError) -> ExecutiveSummary {
    guard let bench else { throw .readOnly(path: path) }
    let today = bench.today()
    let from = today.adding(days: 1 - max(1, days))
    let rows = try cases(CaseQuery(openOnly: false, limit: 100_000))
    let entries = try escalations(openOnly: false, limit: 100_000)
    let backlog = try backlog()
    let now = bench.now
    return try store.read { desk in
      var count = LedgerCount(from: from, localTime: bench.surroundings.localTime)
      try desk.eachEvent(from: try desk.firstEvent { CivilDate(bench.surroundings.localTime($0.at)) >= from }) {
        count.add($0)
      }
      let isIn: (Timestamp?) -> Bool = { moment in
        moment.map { CivilDate(bench.surroundings.localTime($0)) >= from } ?? false
      }
      return ExecutiveSummary(
        agency: bench.policy.agency, at: now, from: from, to: today, comments: count.comments, waiting: backlog.open,
        oldestHours: backlog.oldest.map { Int((now.milliseconds - $0.milliseconds) / 3_600_000) },
        decisions: Verb.allCases.compactMap { verb in count.verbs[verb].map { (verb.rawValue, $0) } },
        medianMinutes: count.percentile(50), slowestTenthMinutes: count.percentile(90),
        cases: CaseKind.allCases.map { Self.count($0, rows, isIn) }, escalations: Self.count(entries, isIn),
        due: Self.soon(rows, entries, now), breaches: Self.breaches(rows, entries, isIn))
    }
  }

  private static func count(
    _ kind: CaseKind, _ rows: [CaseRow], _ isIn: (Timestamp?) -> Bool
  ) -> ExecutiveSummary.CaseCount {
    var count = ExecutiveSummary.CaseCount(kind: kind)
    for row in rows where row.file.kind == kind && row.file.ending != .withdrawn {
      if !row.file.isClosed { count.open += 1 }
      if row.left.isOverdue { count.overdue += 1 }
      if isIn(row.file.openedAt) { count.opened += 1 }
      if isIn(row.file.endedAt) { count.closed += 1 }
      guard let answer = row.file.answered, isIn(answer.metAt) else { continue }
      if answer.wasLate { count.answeredLate += 1 } else { count.answeredInTime += 1 }
    }
    return count
  }

  private static func count(
    _ entries: [EscalationEntry], _ isIn: (Timestamp?) -> Bool
  ) -> ExecutiveSummary.EscalationCount {
    var count = ExecutiveSummary.EscalationCount()
    for escalation in entries.map(\.escalation) where escalation.state != .withdrawn {
      if !escalation.isClosed { count.open += 1 }
      if isIn(escalation.raisedAt) { count.raised += 1 }
      if let at = escalation.acknowledgedAt, isIn(at) {
        if at > escalation.due { count.late += 1 } else { count.acknowledgedInTime += 1 }
      }
      if isIn(escalation.lapsedAt) { count.lapsed += 1 }
    }
    return count
  }

  /// What is late, or due within five working days or two days of the clock.
  private static func soon(_ rows: [CaseRow], _ entries: [EscalationEntry], _ now: Timestamp) -> [HandoverSheet.Line] {
    let waiting = entries.filter { !$0.escalation.isClosed && $0.escalation.acknowledgedAt == nil }.map { entry in
      HandoverSheet.Line(
        id: entry.escalation.id, what: "\(entry.escalation.level.rawValue) to acknowledge",
        left: CaseClocks.byTheHour(entry.escalation.due, now).text, isOverdue: entry.isOverdue,
        who: entry.escalation.role)
    }
    let due = rows.filter { row in
      guard let deadline = row.due else { return false }
      return row.left.isOverdue
        || (row.left.days.map { $0 <= 5 } ?? (deadline.until.milliseconds - now.milliseconds < 172_800_000))
    }.map { row in
      HandoverSheet.Line(
        id: row.file.id, what: "\(row.file.kind.title), \(row.due?.clock.rawValue ?? "")", left: row.left.text,
        isOverdue: row.left.isOverdue, who: row.file.role ?? "")
    }
    return waiting + due
  }

  /// What was late, for good.
  private static func breaches(
    _ rows: [CaseRow], _ entries: [EscalationEntry], _ isIn: (Timestamp?) -> Bool
  ) -> [String] {
    entries.compactMap { entry in
      let escalation = entry.escalation
      guard escalation.isBreached, isIn(escalation.lapsedAt ?? escalation.acknowledgedAt) else { return nil }
      return "\(escalation.id) \(escalation.level.rawValue) not acknowledged in time by \(escalation.role)"
        + (escalation.lapsedInto.map { ", raised again as \($0)" } ?? "")
    }
      + rows.flatMap { row in
        row.file.deadlines.filter { $0.wasLate && isIn($0.metAt) }.map { "\(row.file.id) \($0.clock.rawValue) late" }
          + (row.left.isOverdue ? ["\(row.file.id) \(row.due?.clock.rawValue ?? "") \(row.left.text)"] : [])
      }
  }
}

/// What the ledger alone says of a stretch of days.
private struct LedgerCount {
  let from: CivilDate
  let localTime: (Timestamp) -> CivilTime
  var comments = 0
  var verbs: [Verb: Int] = [:]
  private var minutes: [Int] = []

  init(from: CivilDate, localTime: @escaping (Timestamp) -> CivilTime) {
    self.from = from
    self.localTime = localTime
  }

  mutating func add(_ event: Event) {
    guard CivilDate(localTime(event.at)) >= from else { return }
    switch event.type {
    case .imported: comments += event.imported?.new ?? 0
    case .decided:
      guard let verb = event.verb else { return }
      verbs[verb, default: 0] += 1
      if event.supersedes == nil, let learned = event.learnedAt {
        minutes.append(Int((event.at.milliseconds - learned.milliseconds) / 60_000))
      }
    default: break
    }
  }

  func percentile(_ percent: Int) -> Int? {
    guard !minutes.isEmpty else { return nil }
    return minutes.sorted()[min(minutes.count - 1, minutes.count * percent / 100)]
  }
}

extension CaseFile {
  /// The clock of its answer, once it has been given.
  fileprivate var answered: CaseDeadline? {
    deadlines.first {
      !$0.isOtherReading && $0.metAt != nil && [.response, .review, .acknowledge, .notify, .passOn].contains($0.clock)
    }
  }
}

extension DeskReader {
  /// The first event of those that are late enough, by halving: the ledger may be long, and what is asked of is its end.
  fileprivate func firstEvent(where isLateEnough: (Event) -> Bool) throws -> Int64 {
    var low: Int64 = 1
    var high = try chain().last + 1
    while low < high {
      let middle = low + (high - low) / 2
      if let event = try event(middle), isLateEnough(event) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
