import Desk
import Moderation

/// What a report's figures are shown as: plots, and the numbers beside them as a table.
struct ReportChart: Sendable, Equatable {
  /// The charts, in the order of the list.
  enum Kind: String, CaseIterable, Sendable {
    case flags, backlog, oldest, reasons, times, people, exposure

    var title: String {
      switch self {
      case .flags: "flags by label"
      case .backlog: "what waits"
      case .oldest: "oldest wait"
      case .reasons: "decisions by reason"
      case .times: "time to decision"
      case .people: "who decided what"
      case .exposure: "hard comments"
      }
    }

    /// What is counted, and from what.
    var explanation: String {
      switch self {
      case .flags: "Flags of comments as they stand, by when the comment was posted."
      case .backlog: "Comments that waited at the end of each stretch, and how many came in."
      case .oldest: "How long the longest-waiting had waited at the end of each stretch, since the desk had it."
      case .reasons: "Decisions that hold, by their first reason."
      case .times: "From when the desk had a comment to the first decision about it, taken-back ones left out."
      case .people: "Decisions by person and verb, those taken back later among them."
      case .exposure: "Decisions about comments with a high or critical flag: what people had to read."
      }
    }
  }

  var kind: Kind
  /// One line for the list.
  var headline: String
  var plots: [Plot] = []
  var header: [String] = []
  var rows: [[String]] = []
  /// Why there is nothing to show.
  var lack: String?

  enum Plot: Sendable, Equatable {
    /// A line of its own, with what it adds up to.
    case row(String, [Int], total: String)
    /// Columns of a height, with the greatest value at their side.
    case columns([Int?], unit: String)

    var isRow: Bool { if case .row = self { true } else { false } }
  }
}

extension ReportChart {
  init(_ kind: Kind, _ report: DeskReport) {
    self.init(kind: kind, headline: "")
    switch kind {
    case .flags: fill(report.flags, report, of: "flags")
    case .reasons: fill(report.reasons, report, of: "decisions")
    case .backlog:
      headline =
        "\(Number.grouped(report.backlog.last ?? 0)) wait · \(Number.grouped(report.arrived.reduce(0, +))) came in"
      plots = [.columns(report.backlog, unit: "wait")]
      header = ["from", "came in", "waiting"]
      rows = report.starts.indices.map { index in
        [report.starts[index].description, String(report.arrived[index]), String(report.backlog[index])]
      }
    case .oldest:
      headline = (report.oldestHours.last ?? nil).map(Self.hours) ?? "nothing waits"
      plots = [.columns(report.oldestHours, unit: "h")]
      header = ["from", "oldest waited"]
      rows = report.starts.indices.map { index in
        [report.starts[index].description, report.oldestHours[index].map(Self.hours) ?? "–"]
      }
    case .times: fillTimes(report)
    case .people: fillPeople(report)
    case .exposure: fillExposure(report)
    }
  }

  private mutating func fill(_ series: [DeskReport.Series], _ report: DeskReport, of what: String) {
    let all = series.reduce(0) { $0 + $1.total }
    headline = "\(Number.grouped(all)) \(what)" + (series.first.map { ", most: \($0.name)" } ?? "")
    guard all > 0 else {
      lack = "No \(what) in these days."
      return
    }
    plots = series.map { .row($0.name, $0.counts, total: "\(Number.grouped($0.total)) \(Self.share($0.total, all))") }
    header = ["from"] + series.map(\.name)
    rows = report.starts.indices.map { index in
      [report.starts[index].description] + series.map { String($0.counts[index]) }
    }
  }

  private mutating func fillTimes(_ report: DeskReport) {
    guard report.times.count > 0 else {
      headline = "no decisions"
      lack = "Nothing was decided in these days."
      return
    }
    headline =
      "median \(Self.minutes(report.times.median)) · slowest tenth over \(Self.minutes(report.times.slowestTenth))"
    plots = [.columns(report.timesByStretch.map(\.median), unit: "min")]
    header = ["from", "decisions", "median", "90 % within"]
    rows = report.starts.indices.map { index in
      let times = report.timesByStretch[index]
      return [
        report.starts[index].description, String(times.count), Self.minutes(times.median),
        Self.minutes(times.slowestTenth),
      ]
    }
    rows.append([
      "all", String(report.times.count), Self.minutes(report.times.median), Self.minutes(report.times.slowestTenth),
    ])
  }

  private mutating func fillPeople(_ report: DeskReport) {
    headline =
      report.showsEverybody ? report.people.count == 1 ? "1 person" : "\(report.people.count) people" : "your own"
    guard !report.people.isEmpty else {
      lack = report.showsEverybody ? "Nobody decided anything in these days." : "You decided nothing in these days."
      return
    }
    let verbs = Verb.allCases.filter { verb in report.people.contains { $0.verbs[verb] ?? 0 > 0 } }
    header = ["person"] + verbs.map(\.rawValue) + ["all", "taken back"]
    rows = report.people.map { row in
      [row.person]
        + verbs.map { verb in
          let count = row.verbs[verb] ?? 0
          return count == 0 ? "–" : "\(count) \(Self.share(count, row.total))"
        } + [String(row.total), row.takenBack == 0 ? "–" : "\(row.takenBack) \(Self.share(row.takenBack, row.total))"]
    }
  }

  private mutating func fillExposure(_ report: DeskReport) {
    let hard = report.people.reduce(0) { $0 + $1.hard }
    headline = "\(Number.grouped(hard)) decided" + (report.showsEverybody ? "" : " by you")
    guard hard > 0 else {
      lack = "Nobody had to decide about a comment with a high or critical flag."
      return
    }
    let people = report.people.filter { $0.hard > 0 }.sorted { ($1.hard, $0.person) < ($0.hard, $1.person) }
    header = ["person", "hard comments", "of theirs", "words shown"]
    rows = people.map { [$0.person, String($0.hard), Self.share($0.hard, $0.total), String($0.shown)] }
  }

  // MARK: Words

  static func share(_ part: Int, _ whole: Int) -> String {
    whole == 0 ? "" : "\(Int((Double(part) * 100 / Double(whole)).rounded())) %"
  }

  static func minutes(_ minutes: Int?) -> String {
    guard let minutes else { return "–" }
    return minutes < 120 ? "\(minutes) min" : hours(minutes / 60)
  }

  static func hours(_ hours: Int) -> String { hours < 48 ? "\(hours) h" : "\(hours / 24) d" }

  // MARK: Export

  /// The table as comma-separated values, for programs; no cell of it can be taken for a formula.
  var csv: String {
    ([header] + rows).map { $0.map(Self.cell).joined(separator: ",") + "\n" }.joined()
  }

  private static func cell(_ text: String) -> String {
    let isFormula = text.first.map { "=+-@".contains($0) } ?? false
    let text = isFormula ? "'" + text : text
    return text.contains { ",\"\n\r".contains($0) } ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
