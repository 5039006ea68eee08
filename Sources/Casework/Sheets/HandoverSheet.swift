import Moderation

/// What the next on call has to know: printable, plain, and without a name or a word of a citizen's.
public struct HandoverSheet: Sendable, Equatable {
  public var agency: String
  /// Whom it is for; nil for whoever comes next.
  public var person: String?
  public var at: Timestamp
  /// When the shift began that it tells of.
  public var since: Timestamp
  public var escalations: [Line]
  public var clocks: [Line]
  public var held: [Line]
  public var threads: [Line]
  public var happened: [String]

  /// One thing that waits: what it is, how long it has, and who has it.
  public struct Line: Sendable, Equatable {
    public var id: String
    public var what: String
    public var left: String
    public var isOverdue: Bool
    public var who: String

    public init(id: String, what: String, left: String = "", isOverdue: Bool = false, who: String = "") {
      self.id = id
      self.what = what
      self.left = left
      self.isOverdue = isOverdue
      self.who = who
    }
  }

  public init(
    agency: String, person: String?, at: Timestamp, since: Timestamp, escalations: [Line], clocks: [Line], held: [Line],
    threads: [Line], happened: [String]
  ) {
    self.agency = agency
    self.person = person
    self.at = at
    self.since = since
    self.escalations = escalations
    self.clocks = clocks
    self.held = held
    self.threads = threads
    self.happened = happened
  }

  /// The sheet as it is printed.
  public func text(localTime: (Timestamp) -> CivilTime) -> String {
    func moment(_ time: Timestamp) -> String {
      let civil = localTime(time)
      return CivilDate(civil).text + ", " + civil.clock
    }
    var lines = ["HANDOVER  \(agency)", "written \(moment(at))" + (person.map { ", for \($0)" } ?? "")]
    lines.append("since   \(moment(since))")
    lines +=
      section("ESCALATIONS THAT WAIT", escalations) + section("CLOCKS", clocks)
      + section("HELD OR ASKED", held) + section("THREADS TO WATCH", threads)
    lines += ["", "SINCE THEN"] + (happened.isEmpty ? ["  nothing"] : happened.map { "  " + $0 })
    return lines.joined(separator: "\n") + "\n"
  }

  private func section(_ title: String, _ entries: [Line]) -> [String] {
    ["", title]
      + (entries.isEmpty
        ? ["  none"]
        : TextColumns.lines(
          entries.map { line in
            [(line.isOverdue ? "! " : "  ") + line.id, line.left, line.what, line.who]
          }))
  }

  public var json: String {
    var object = JSONText()
    object.add("agency", agency)
    object.add("for", person)
    object.add("at", at.iso8601())
    object.add("since", since.iso8601())
    for (name, lines) in [("escalations", escalations), ("clocks", clocks), ("held", held), ("threads", threads)] {
      object.addRaw(name, JSONText.array(lines.map(\.json)))
    }
    object.addRaw("happened", JSONText.array(happened.map(JSONText.quoted)))
    return object.object
  }
}

extension HandoverSheet.Line {
  fileprivate var json: String {
    var object = JSONText()
    object.add("id", id)
    object.add("what", what)
    object.add("left", left.isEmpty ? nil : left)
    object.add("overdue", isOverdue)
    object.add("who", who.isEmpty ? nil : who)
    return object.object
  }
}

/// Rows of words under one another, each column as wide as its widest word.
enum TextColumns {
  static func lines(_ rows: [[String]], gap: Int = 2) -> [String] {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0 }
    return rows.map { row in
      var line = ""
      for (column, word) in row.enumerated() where widths[column] > 0 {
        line += word + String(repeating: " ", count: widths[column] - word.count + gap)
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
