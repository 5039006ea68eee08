import Moderation

/// What the events that the log shows add up to: who did what, and how soon.
public struct LogSummary: Sendable, Equatable {
  public var events = 0
  public var people: [Person] = []
  /// Minutes from when the desk had a comment to the first decision about it.
  public var minutes: [Int] = []

  public struct Person: Sendable, Equatable {
    public var name: String
    public var verbs: [Verb: Int] = [:]
    /// Steps that took something back.
    public var reversals = 0
    public var total: Int { verbs.values.reduce(0, +) }
  }

  mutating func add(_ event: Event) {
    events += 1
    guard event.type == .decided || event.type == .undone else { return }
    let index =
      people.firstIndex { $0.name == event.actor }
      ?? {
        people.append(Person(name: event.actor))
        return people.count - 1
      }()
    if event.type == .undone {
      people[index].reversals += 1
      return
    }
    guard let verb = event.verb else { return }
    people[index].verbs[verb, default: 0] += 1
    if event.supersedes != nil {
      people[index].reversals += 1
    } else if let learned = event.learnedAt {
      minutes.append(Int(max(0, event.at.milliseconds - learned.milliseconds) / 60_000))
    }
  }

  /// A person × verb table with shares. Others' rows are a supervisor's to see (DOMAIN B1).
  func table(only person: String?) -> (header: [String], rows: [[String]]) {
    let shown = people.filter { person == nil || $0.name == person }.sorted {
      ($1.total, $0.name) < ($0.total, $1.name)
    }
    let verbs = Verb.allCases.filter { verb in shown.contains { $0.verbs[verb] ?? 0 > 0 } }
    let rows = shown.map { row in
      [row.name]
        + verbs.map { verb in
          let count = row.verbs[verb] ?? 0
          return count == 0 ? "–" : "\(count) \(ReportChart.share(count, row.total))"
        } + [String(row.total), String(row.reversals)]
    }
    return (["person"] + verbs.map(\.rawValue) + ["all", "took back"], rows)
  }

  var timeToDecision: String {
    guard !minutes.isEmpty else { return "no first decision among them" }
    let sorted = minutes.sorted()
    let median = sorted[min(sorted.count - 1, sorted.count / 2)]
    let tenth = sorted[min(sorted.count - 1, sorted.count * 9 / 10)]
    return "median \(ReportChart.minutes(median)), 90 % within \(ReportChart.minutes(tenth)), of \(sorted.count)"
  }
}
