import Casework
import Moderation

/// A case without a desk: events are made up as the desk would write them, and folded.
struct CaseWorld {
  let clocks: CaseClocks
  var events: [Event] = []
  var now: Timestamp
  var actor = "a.kereru"
  var hasColleagues = true
  static let zone = try? ZoneDatabase.system.zone("Pacific/Auckland")

  init(holidays: HolidayTable = .standard, now: String) {
    clocks = CaseClocks(holidays: holidays)
    self.now = Self.moment(now)
  }

  /// A wall-clock time in Auckland: `2026-11-26 16:40`.
  static func moment(_ text: String) -> Timestamp {
    let parts = text.split { $0 == " " || $0 == "T" }
    let clock = (parts.count > 1 ? parts[1] : "12:00").split(separator: ":").compactMap { Int($0) }
    guard let day = CivilDate(parts[0]), clock.count == 2, let zone,
      let time = CivilTime(year: day.year, month: day.month, day: day.day, hour: clock[0], minute: clock[1]),
      let moment = zone.moments(of: time).first
    else { return Timestamp(milliseconds: 0) }
    return moment
  }

  static func day(_ text: String) -> CivilDate { CivilDate(text) ?? CivilDate(dayNumber: 0) }

  var file: CaseFile? { CaseFile.folded(events) }
  var today: CivilDate { Self.zone?.day(now) ?? CivilDate(dayNumber: 0) }

  private func event(_ step: CaseStep) -> Event {
    var event = Event(
      sequence: Int64(events.count + 1), id: "e\(events.count + 1)", at: now, zone: "Pacific/Auckland", type: .caseStep,
      actor: actor, role: "information_officer", authority: "policy:1", version: "test")
    event.matter = "C-2026-0001"
    event.step = step.rawValue
    event.channel = "page"
    return event
  }

  /// Opens a case that was posted at a time and seen to be one now.
  mutating func open(
    _ kind: CaseKind = .informationRequest, regime: String = "nz-oia", posted: String?, noticed: String? = nil,
    decider: String? = nil
  ) {
    var event = event(.opened)
    event.item = ItemID(rawValue: "a1")
    let noticed = noticed.map(Self.moment) ?? now
    let posted = posted.map(Self.moment)
    let opening = CaseOpening(
      kind: kind, regime: regime,
      dates: CaseDates(
        posted: posted, received: min(posted ?? noticed, noticed), noticed: noticed, recognised: now,
        basis: posted == nil ? .noticed : .posted), reviewedDecider: decider)
    event.details = opening.details(clocks, event, today: today)
    events.append(event)
  }

  /// Takes a step now; says why not where it is refused.
  @discardableResult
  mutating func take(_ step: CaseStep, _ values: [StepField.Name: StepValue] = [:]) -> CaseRefusal? {
    guard let file else { return .notClosed }
    var event = event(step)
    switch clocks.judge(StepEntry(step, values), in: file, event: event, context(file)) {
    case .failure(let refusal): return refusal
    case .success(let judged):
      event.details = judged.details
      event.outcome = judged.outcome
      for (name, texts) in judged.words {
        for (index, _) in texts.enumerated() {
          if name == .words {
            event.rationale = "k\(events.count)"
          } else {
            event.details.append("\(name.rawValue)=vault:k\(events.count)-\(index)")
          }
        }
      }
      events.append(event)
      return nil
    }
  }

  func context(_ file: CaseFile) -> StepContext {
    StepContext(
      now: now, today: today, received: Self.zone?.day(file.dates.received) ?? today, actor: actor,
      hasColleagues: hasColleagues)
  }

  /// The same, from text, at a time: `2026-12-01 extended to=2027-01-29 …`. The answer is the refusal's code, or `ok`.
  mutating func play(_ line: String) -> String {
    var parts: [String] = []
    var quoted = false
    for character in line {
      if character == "'" {
        quoted.toggle()
      } else if character == " ", !quoted {
        parts.append("")
      } else {
        if parts.isEmpty { parts.append("") }
        parts[parts.count - 1].append(character)
      }
    }
    guard parts.count >= 2, let file else { return "no case" }
    now = max(now, Self.moment(parts[0]))
    switch StepEntry.read(parts[1], Array(parts.dropFirst(2)), in: file.kind, moment: Self.moment) {
    case .failure(let refusal): return refusal.code
    case .success(let entry): return take(entry.step, entry.values)?.code ?? "ok"
    }
  }

  /// When its answer is due, as the case has it.
  var due: String? {
    file?.deadlines.first { $0.clock == .response && !$0.isOtherReading }?.deadline.due.iso8601
  }
}
