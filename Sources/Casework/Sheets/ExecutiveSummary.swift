import Moderation

/// One page for those who answer for it all: what is open, late and due, how much there was and how quick the answers were.
/// Numbers and ids alone.
public struct ExecutiveSummary: Sendable, Equatable {
  public var agency: String
  public var at: Timestamp
  /// The days that it counts over, both included.
  public var from: CivilDate
  public var to: CivilDate
  public var comments: Int
  public var waiting: Int
  /// The age of the oldest comment that waits, in hours.
  public var oldestHours: Int?
  public var decisions: [(verb: String, count: Int)]
  /// From when the desk had a comment until somebody decided about it, in minutes: the middle one and the slowest tenth.
  public var medianMinutes: Int?
  public var slowestTenthMinutes: Int?
  public var cases: [CaseCount]
  public var escalations: EscalationCount
  /// What is late or due within five working days, the soonest first.
  public var due: [HandoverSheet.Line]
  public var breaches: [String]

  public struct CaseCount: Sendable, Equatable {
    public var kind: CaseKind
    public var open: Int
    public var overdue: Int
    public var opened: Int
    public var closed: Int
    public var answeredInTime: Int
    public var answeredLate: Int

    public init(
      kind: CaseKind, open: Int = 0, overdue: Int = 0, opened: Int = 0, closed: Int = 0, answeredInTime: Int = 0,
      answeredLate: Int = 0
    ) {
      self.kind = kind
      self.open = open
      self.overdue = overdue
      self.opened = opened
      self.closed = closed
      self.answeredInTime = answeredInTime
      self.answeredLate = answeredLate
    }
  }

  public struct EscalationCount: Sendable, Equatable {
    public var open = 0
    public var raised = 0
    public var acknowledgedInTime = 0
    public var late = 0
    public var lapsed = 0

    public init() {}
  }

  public init(
    agency: String, at: Timestamp, from: CivilDate, to: CivilDate, comments: Int, waiting: Int, oldestHours: Int?,
    decisions: [(verb: String, count: Int)], medianMinutes: Int?, slowestTenthMinutes: Int?, cases: [CaseCount],
    escalations: EscalationCount, due: [HandoverSheet.Line], breaches: [String]
  ) {
    self.agency = agency
    self.at = at
    self.from = from
    self.to = to
    self.comments = comments
    self.waiting = waiting
    self.oldestHours = oldestHours
    self.decisions = decisions
    self.medianMinutes = medianMinutes
    self.slowestTenthMinutes = slowestTenthMinutes
    self.cases = cases
    self.escalations = escalations
    self.due = due
    self.breaches = breaches
  }

  public static func == (a: ExecutiveSummary, b: ExecutiveSummary) -> Bool { a.json == b.json }

  /// The page.
  public var text: String {
    var lines = ["\(agency): social media, \(from) to \(to)", ""]
    lines.append(
      "Comments     \(comments) came in; \(waiting) wait" + (oldestHours.map { ", the oldest for \($0) h" } ?? ""))
    let total = decisions.reduce(0) { $0 + $1.count }
    lines.append(
      "Decisions    \(total)"
        + (decisions.isEmpty ? "" : ": " + decisions.map { "\($0.count) \($0.verb)" }.joined(separator: ", ")))
    if let medianMinutes, let slowestTenthMinutes {
      lines.append(
        "Answered in  \(Self.duration(medianMinutes)) (half of them), \(Self.duration(slowestTenthMinutes)) (nine of ten)"
      )
    }
    let e = escalations
    lines.append(
      "Escalations  \(e.raised) raised, \(e.acknowledgedInTime) acknowledged in time, \(e.late) late, "
        + "\(e.lapsed) lapsed; \(e.open) open")
    lines += ["", "CASES"]
    lines += TextColumns.lines(
      [["  kind", "open", "overdue", "opened", "closed", "in time", "late"]]
        + cases.map { count in
          ["  \(count.kind.title)"]
            + [count.open, count.overdue, count.opened, count.closed, count.answeredInTime, count.answeredLate]
            .map(String.init)
        })
    lines += ["", "BREACHES OF A TIME LIMIT"] + (breaches.isEmpty ? ["  none"] : breaches.map { "  " + $0 })
    lines += ["", "LATE OR DUE SOON"]
    lines +=
      due.isEmpty
      ? ["  nothing"]
      : TextColumns.lines(
        due.map { line in
          [(line.isOverdue ? "! " : "  ") + line.id, line.left, line.what, line.who]
        })
    return lines.joined(separator: "\n") + "\n"
  }

  private static func duration(_ minutes: Int) -> String {
    minutes < 120 ? "\(minutes) min" : minutes < 2880 ? "\(minutes / 60) h" : "\(minutes / 1440) days"
  }

  public var json: String {
    var object = JSONText()
    object.add("agency", agency)
    object.add("at", at.iso8601())
    object.add("from", from.description)
    object.add("to", to.description)
    object.add("comments", comments)
    object.add("waiting", waiting)
    object.add("oldest_hours", oldestHours)
    var verbs = JSONText()
    for (verb, count) in decisions { verbs.add(verb, count) }
    object.addRaw("decisions", verbs.object)
    object.add("median_minutes", medianMinutes)
    object.add("slowest_tenth_minutes", slowestTenthMinutes)
    var counts = JSONText()
    counts.add("raised", escalations.raised)
    counts.add("in_time", escalations.acknowledgedInTime)
    counts.add("late", escalations.late)
    counts.add("lapsed", escalations.lapsed)
    counts.add("open", escalations.open)
    object.addRaw("escalations", counts.object)
    object.addRaw("cases", JSONText.array(cases.map(\.json)))
    object.add("breaches", breaches)
    object.addRaw(
      "due",
      JSONText.array(
        due.map { line in
          var entry = JSONText()
          entry.add("id", line.id)
          entry.add("left", line.left)
          entry.add("overdue", line.isOverdue)
          entry.add("what", line.what)
          return entry.object
        }))
    return object.object
  }
}

extension ExecutiveSummary.CaseCount {
  fileprivate var json: String {
    var object = JSONText()
    object.add("kind", kind.rawValue)
    object.add("open", open)
    object.add("overdue", overdue)
    object.add("opened", opened)
    object.add("closed", closed)
    object.add("in_time", answeredInTime)
    object.add("late", answeredLate)
    return object.object
  }
}
