import Casework
import Desk
import Moderation

/// What the screens beside the lists ask of the desk.
public enum SideCommand: Sendable, Equatable {
  case cases(CaseQuery)
  case caseDetail(String)
  case escalations(openOnly: Bool)
  case escalationPage(String)
  /// So many days from today, by the holidays of a statute.
  case days(Int, regime: String)
  /// `seen` is the case's last event as it was on the screen.
  case take(StepEntry, onCase: String, seen: Int64)
  case answer(EscalationMove, id: String)
  /// A step of the playbook of a case or an escalation: done, or left out.
  case mark(String, of: String, isDone: Bool, words: String?)
  case report(ReportQuery)
  /// Events that pass, newest first, before one.
  case log(LogFilter, before: Int64?, Fetch)
  case logSummary(LogFilter)
  /// All that pass, to be written.
  case logExport(LogFilter)
  case channels
  /// Writes what a screen shows.
  case export(name: String, String)

  typealias Export = @Sendable (_ name: String, _ text: String) -> Result<String, ExportFile.Problem>
}

/// What the desk says to it.
public enum SideAnswer: Sendable {
  case cases([CaseRow], CaseQuery)
  case caseDetail(CaseDetail?, id: String)
  case escalations([EscalationEntry])
  case escalationPage(EscalationPage?, id: String)
  case days([WorkDay])
  case report(DeskReport)
  case log([Event], LogFilter, Fetch)
  case logSummary(LogSummary, LogFilter)
  case logExport([Event], LogFilter)
  case channels([ChannelFigures])
  case exported(String)
  /// It is in the ledger, in words.
  case done(String)
  /// It is not, and why.
  case refused(String)
}

/// What somebody does about an escalation.
public enum EscalationMove: Sendable, Equatable {
  case acknowledge(words: String?)
  case nextSteps(String)
  case resolve(String)
  case handOn(to: String, words: String?)
}

/// An escalation with all that a page of it shows.
public struct EscalationPage: Sendable, Equatable {
  public var entry: EscalationEntry
  public var story: [Line]
  public var playbook: PlaybookWalk?

  /// An event of it, with the words that go with it; nil where there are none, or they have been disposed of.
  public struct Line: Sendable, Equatable {
    public var event: Event
    public var words: String?
  }
}

extension SideCommand {
  /// Whether it reads so much that pages and decisions should not wait for it.
  var isLong: Bool {
    switch self {
    case .report, .channels, .log, .logSummary, .logExport: true
    case .cases, .escalations, .days, .caseDetail, .export, .escalationPage, .take, .answer, .mark: false
    }
  }

  /// Carries it out on the desk.
  func answer(
    _ desk: Desk, _ user: UserName, _ export: Export, _ localTime: (Timestamp) -> CivilTime
  ) throws -> SideAnswer {
    switch self {
    case .log(let filter, let before, let fetch):
      return .log(try filter.page(of: desk, before: before, localTime), filter, fetch)
    case .logSummary(let filter):
      var summary = LogSummary()
      try filter.each(of: desk, localTime) { summary.add($0) }
      return .logSummary(summary, filter)
    case .logExport(let filter):
      var events: [Event] = []
      try filter.each(of: desk, localTime) { events.append($0) }
      return .logExport(events.reversed(), filter)
    case .report(let query): return .report(try desk.report(query, for: user))
    case .channels: return .channels(try desk.channelFigures())
    case .export(let name, let text):
      switch export(name, text) {
      case .success(let path): return .exported(path)
      case .failure(let problem): return .refused("Not written: \(problem.message).")
      }
    case .cases(let query): return .cases(try desk.cases(query), query)
    case .caseDetail(let id): return .caseDetail(try desk.caseDetail(id, for: user), id: id)
    case .escalations(let openOnly): return .escalations(try desk.escalations(openOnly: openOnly))
    case .escalationPage(let id):
      guard let entry = try desk.escalation(id) else { return .escalationPage(nil, id: id) }
      let story = try desk.story(ofEscalation: id).map { EscalationPage.Line(event: $0.event, words: $0.words) }
      return .escalationPage(EscalationPage(entry: entry, story: story, playbook: try desk.playbook(of: id)), id: id)
    case .days(let count, let regime): return .days(try desk.workDays(count, regime: regime))
    case .take(let entry, let id, let seen):
      return try written("\(id): \(entry.step.title).") { () throws(CommitError) in
        try desk.take(entry, onCase: id, seen: seen, by: user)
      }
    case .answer(let move, let id):
      return try written("\(id): \(move.title).") { () throws(CommitError) in
        switch move {
        case .acknowledge(let words): _ = try desk.acknowledge(id, words: words, by: user)
        case .nextSteps(let words): _ = try desk.addNextSteps(words, to: id, by: user)
        case .resolve(let words): _ = try desk.resolve(id, words: words, by: user)
        case .handOn(let recipient, let words): _ = try desk.reassign(id, to: recipient, words: words, by: user)
        }
      }
    case .mark(let step, let id, let isDone, let words):
      return try written("\(id): \(step) \(isDone ? "done" : "left out").") { () throws(CommitError) in
        try desk.mark(step, ofPlaybookFor: id, isDone: isDone, words: words, by: user)
      }
    }
  }

  private func written<Value>(_ done: String, _ body: () throws(CommitError) -> Value) throws -> SideAnswer {
    do {
      _ = try body()
      return .done(done)
    } catch {
      switch error {
      case .refused(let refusal): return .refused(DecisionText.refused(refusal))
      case .failed(let error): return .refused("Not saved: \(error.message)")
      }
    }
  }
}

extension EscalationMove {
  var title: String {
    switch self {
    case .acknowledge: "acknowledged"
    case .nextSteps: "next steps noted"
    case .resolve: "resolved"
    case .handOn(let recipient, _): "handed on to \(recipient)"
    }
  }
}
