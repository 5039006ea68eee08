import Casework
import Moderation

/// What `docket clock` answers: one clock of a regime, with what happened since.
struct ClockAnswer {
  var deadline: Deadline
  private var regime: Regime
  private var rule: ClockRule
  private var zone: String
  /// The regime's other clocks from the same receipt, for the reader who asks about one.
  private var others: [(rule: ClockRule, deadline: Deadline)] = []
  private var holidays: HolidayTable

  init(_ command: ClockCommand) throws {
    regime = try Regime.named(command.regime ?? "")
    let kind = try Self.kind(command.clock, of: regime)
    rule = try regime.rule(kind)
    holidays = try Self.holidays(command, of: regime)
    let database = ZoneDatabase.system
    let counter = try DeadlineCounter(regime, holidays: holidays, database: database)
    zone = regime.zone
    let stated: ZoneRules?
    do {
      stated = try command.zone.map { name throws(ZoneError) in try database.zone(name) }
    } catch {
      throw ClockError.zone(error)
    }
    let receipt = try Receipt(parsing: command.received ?? "", stated: stated, zone: counter.zone)
    let facts = try Self.facts(command, receipt, kind)
    if facts == CaseFacts(received: receipt) {
      deadline = try counter.deadline(kind, received: receipt)
      if kind == regime.mainClock { others = try Self.others(counter, receipt) }
      return
    }
    guard Self.isOfCase(kind, regime) else {
      throw Failure.usage(
        "the \(kind.rawValue) clock of \(regime.id) runs from its own beginning: pauses, extensions, transfers and what "
          + "the requester said do not move it")
    }
    let dates = try CaseClock(counter).deadlines(facts)
    if let refusal = dates.refusals.first { throw Failure(message: refusal.message) }
    switch kind {
    case .transfer: deadline = dates.transfer ?? dates.target
    case .acknowledge: deadline = dates.acknowledgement ?? dates.target
    case .extensionNotice where !dates.isExtended: deadline = dates.extensionNotice ?? dates.target
    default: deadline = dates.transferee ?? dates.target
    }
    deadline.clock = kind
    deadline.received = receipt.text
    deadline.assumptions = Self.notes(dates) + deadline.assumptions
  }

  /// Clocks that what happens to a request can move; the others run from their own beginning.
  private static func isOfCase(_ kind: ClockKind, _ regime: Regime) -> Bool {
    switch kind {
    case .response, .transfer, .acknowledge, .extensionNotice: regime.clocks.contains { $0.kind == .response }
    case .review, .notify, .assess, .passOn, .takeDown, .counterNotice: false
    }
  }

  private static func kind(_ name: String?, of regime: Regime) throws -> ClockKind {
    guard let name else { return regime.mainClock }
    guard let kind = ClockKind(rawValue: name) else {
      throw Failure.usage(
        "there is no clock \"\(name)\"; \(regime.id) has \(regime.kinds.map(\.rawValue).joined(separator: ", "))")
    }
    return kind
  }

  private static func holidays(_ command: ClockCommand, of regime: Regime) throws -> HolidayTable {
    let table: HolidayTable
    if let path = command.holidays {
      table = try HolidayTable.load(path: path)
    } else {
      table = try Setting.load().holidays()
    }
    let closed = try command.closed.map { text in
      let days = try Self.days(text, option: "--closed")
      return Holiday(name: "Closed", first: days.first, last: days.last)
    }
    return table.amended(adding: closed, in: regime.calendars)
  }

  private static func facts(_ command: ClockCommand, _ receipt: Receipt, _ kind: ClockKind) throws -> CaseFacts {
    var facts = CaseFacts(received: receipt)
    facts.pauses = try command.pause.map { text in
      let days = try Self.days(text, option: "--pause")
      return Pause(first: days.first, last: days.last, reason: "as said with --pause")
    }
    if let text = command.eligible { facts.eligibility = .confirmed(on: try day(text, option: "--eligible")) }
    if let text = command.clarified {
      let days = try Self.days(text, option: "--clarified")
      facts.clarifications = [CaseFacts.Clarification(asked: days.first, answered: days.last)]
    }
    if let text = command.transferred { facts.transferred = try day(text, option: "--transferred") }
    if let extra = try Self.extra(command) {
      let notified = try command.notified.map { try day($0, option: "--notified") } ?? receipt.day
      facts.extensions = [
        CaseFacts.ExtensionNotice(
          extra, of: kind == .transfer ? .transfer : .response, notified: notified, statesReviewRight: true)
      ]
    }
    return facts
  }

  private static func extra(_ command: ClockCommand) throws -> DeadlineCounter.Extra? {
    if let text = command.extendTo { return .until(try day(text, option: "--extend-to")) }
    guard let count = command.extend else { return nil }
    guard (1...1000).contains(count) else { throw Failure.usage("--extend \(count): give a number from 1 to 1000") }
    return .more(count)
  }

  private static func day(_ text: String, option: String) throws -> CivilDate {
    guard let day = CivilDate(text), (1900...9900).contains(day.year) else {
      throw Failure.usage("\(option) \(JSONText.quoted(text)): write a day as 2026-06-08")
    }
    return day
  }

  /// `2026-06-08..2026-06-12`, or one day.
  private static func days(_ text: String, option: String) throws -> (first: CivilDate, last: CivilDate) {
    guard let dots = text.firstRange(of: "..") else {
      let day = try day(text, option: option)
      return (day, day)
    }
    let first = try day(String(text[..<dots.lowerBound]), option: option)
    let last = try day(String(text[dots.upperBound...]), option: option)
    guard first <= last else { throw Failure.usage("\(option) \(text): the last day is before the first") }
    return (first, last)
  }

  /// Clocks that run from receipt beside the main one; those from a later day are not known yet.
  private static func others(
    _ counter: DeadlineCounter, _ receipt: Receipt
  ) throws(ClockError) -> [(rule: ClockRule, deadline: Deadline)] {
    var others: [(rule: ClockRule, deadline: Deadline)] = []
    for kind in [ClockKind.acknowledge, .transfer, .extensionNotice, .takeDown]
    where kind != counter.regime.mainClock && counter.regime.kinds.contains(kind) {
      others.append((try counter.regime.rule(kind), try counter.deadline(kind, received: receipt)))
    }
    return others
  }

  private static func notes(_ dates: CaseDeadlines) -> [String] {
    var notes: [String] = []
    if let other = dates.otherReading {
      notes.append("By the more generous reading the last day is \(other.due.day.text). docket works to the earlier.")
    }
    return notes
  }

  /// The answer as people read it.
  var text: String {
    var lines = ["\(regime.name) (\(regime.id)), \(deadline.clock.rawValue): \(rule.period.text), \(rule.section)", ""]
    lines += ["due  \(Self.text(deadline.due))  (\(zone))", "     \(rule.what)", ""]
    lines += deadline.lines.map { "  " + $0 }
    lines += ["", deadline.sentence + ".", ""]
    if !others.isEmpty {
      lines += others.map { "also \($0.rule.what): \(Self.text($0.deadline.due)), \($0.rule.section)" } + [""]
    }
    lines += deadline.assumptions.map { "- " + $0 }
    lines.append("- Holidays: \(holidays.source), version \(holidays.version). Rules: \(regime.standing.text).")
    lines.append("- A calculation, not legal advice.")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func text(_ due: Deadline.Due) -> String {
    switch due {
    case .day(let day): day.text
    case .moment(let moment, let offset):
      CivilDate(moment.civil(offsetMinutes: offset)).text + ", " + moment.civil(offsetMinutes: offset).clock
    }
  }
}
