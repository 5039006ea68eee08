import Casework
import Desk
import Moderation

/// What happened in some days, as charts with their numbers. It only reads.
struct ReportsScreen: SideScreen {
  /// The stretches of time that can be chosen.
  enum Range: Int, CaseIterable, Sendable {
    case week, month, quarter, year

    var title: String {
      switch self {
      case .week: "7 days"
      case .month: "30 days"
      case .quarter: "13 weeks"
      case .year: "52 weeks"
      }
    }

    func query(upTo today: CivilDate) -> ReportQuery {
      switch self {
      case .week: ReportQuery(first: today.adding(days: -6), last: today, isWeekly: false)
      case .month: ReportQuery(first: today.adding(days: -29), last: today, isWeekly: false)
      case .quarter: ReportQuery(first: today.adding(days: 1 - 13 * 7), last: today, isWeekly: true)
      case .year: ReportQuery(first: today.adding(days: 1 - 52 * 7), last: today, isWeekly: true)
      }
    }
  }

  var range = Range.month
  var selected = 0
  /// What has been read, by what was asked: a range that was looked at is there at once.
  var reports: [ReportQuery: DeskReport] = [:]
  var top = 0

  var hints: [Action] {
    [.down, .up, .nextChoice, .previousChoice, .textDown, .exportView, .refresh, .queue, .palette, .help, .quit]
  }

  var kind: ReportChart.Kind { ReportChart.Kind.allCases[selected] }

  mutating func open(_ room: ScreenRoom) -> [Command] {
    top = 0
    return [.side(.report(query(room)))]
  }

  func query(_ room: ScreenRoom) -> ReportQuery {
    range.query(upTo: CivilDate(room.surroundings.localTime(room.now)))
  }

  /// The chart that is shown; nil until it has been read.
  func chart(_ room: ScreenRoom) -> ReportChart? { reports[query(room)].map { ReportChart(kind, $0) } }

  mutating func perform(_ instruction: Instruction, _ room: ScreenRoom) -> ScreenOutcome {
    let page = max(1, room.layout.detail.inside.rows / 2)
    switch instruction.action {
    case .down: choose(selected + 1)
    case .up: choose(selected - 1)
    case .first: choose(0)
    case .last: choose(ReportChart.Kind.allCases.count - 1)
    case .part: choose((selected + 1) % ReportChart.Kind.allCases.count)
    case .pageDown, .textDown: top += page
    case .pageUp, .textUp: top -= page
    case .nextChoice: return turn(by: 1, room)
    case .previousChoice: return turn(by: -1, room)
    case .refresh:
      reports = [:]
      return .ask(open(room))
    case .exportView: return export(room)
    default:
      return .say(.problem("Reports are read-only; \(room.surroundings.keys.title(of: .queue)) goes to the queue."))
    }
    return .ask(fit(room))
  }

  mutating func fit(_ room: ScreenRoom) -> [Command] {
    let lines = ReportsView.lines(self, room).count
    top = max(0, min(top, lines - room.layout.detail.inside.rows))
    return []
  }

  mutating func receive(_ report: DeskReport) { reports[report.query] = report }

  private mutating func choose(_ index: Int) {
    let wanted = min(max(0, index), ReportChart.Kind.allCases.count - 1)
    if wanted != selected { top = 0 }
    selected = wanted
  }

  private mutating func turn(by step: Int, _ room: ScreenRoom) -> ScreenOutcome {
    let all = Range.allCases
    range = all[(range.rawValue + step + all.count) % all.count]
    top = 0
    let asked: [Command] = reports[query(room)] == nil ? [.side(.report(query(room)))] : []
    return ScreenOutcome(commands: asked, notice: .done("The last \(range.title)."))
  }

  private func export(_ room: ScreenRoom) -> ScreenOutcome {
    guard let chart = chart(room) else { return .say(.problem("It is still being counted.")) }
    guard chart.lack == nil else { return .say(.problem("There is nothing to write.")) }
    return .ask([
      .side(.export(name: "report-\(kind.rawValue)-\(query(room).first)-\(query(room).last).csv", chart.csv))
    ])
  }
}
