import Casework
import Desk
import Moderation

/// Cases by the working days that are left, and escalations that somebody must answer: two lists of one screen.
struct CasesScreen: SideScreen {
  enum Part: Sendable, Equatable { case cases, escalations }

  var part = Part.cases
  var filter = CaseFilter()
  /// Whether escalations and cases that are over are shown as well is the filter's to say.
  var cases = ListWindow<CaseRow>()
  var escalations = ListWindow<EscalationEntry>()
  var isRead = false
  /// The case under the cursor, once it has been read.
  var detail: CaseDetail?
  var page: EscalationPage?
  var days: [WorkDay] = []
  /// First line of the detail that is shown.
  var top = 0
  /// The checklist is shown again once it has been read anew.
  var reopensChecklist = false

  var hints: [Action] {
    [
      .step, .why, .goToComment, .checklist, .part, .filter, .nextChoice, .closedToo, .textDown, .queue, .palette,
      .help, .quit,
    ]
  }

  /// Weeks of the calendar under the list.
  static let weeks = 5

  mutating func open(_ room: ScreenRoom) -> [Command] {
    detail = nil
    page = nil
    top = 0
    return readAll()
  }

  private func readAll() -> [Command] {
    [
      .side(.cases(filter.query)), .side(.escalations(openOnly: filter.openOnly)),
      .side(.days(Self.weeks * 7, regime: filter.regime ?? "")),
    ]
  }

  /// The id of the case or escalation under the cursor.
  var currentID: String? {
    switch part {
    case .cases: cases.current?.file.id
    case .escalations: escalations.current?.escalation.id
    }
  }

  mutating func perform(_ instruction: Instruction, _ room: ScreenRoom) -> ScreenOutcome {
    let height = CasesView.height(self, room)
    switch instruction.action {
    case .down: return .ask(move(by: 1, room))
    case .up: return .ask(move(by: -1, room))
    case .pageDown: return .ask(move(by: max(1, height - 1), room))
    case .pageUp: return .ask(move(by: -max(1, height - 1), room))
    case .first: return .ask(move(by: -cases.rows.count - escalations.rows.count, room))
    case .last: return .ask(move(by: cases.rows.count + escalations.rows.count, room))
    case .textDown: scroll(by: max(1, room.layout.detail.inside.rows / 2), room)
    case .textUp: scroll(by: -max(1, room.layout.detail.inside.rows / 2), room)
    case .refresh: return .ask(readAll())
    case .part:
      part = part == .cases ? .escalations : .cases
      top = 0
      return .ask(readCurrent())
    case .filter, .toggle: return narrow(instruction.argument, room)
    case .nextChoice: return turnKind(by: 1, room)
    case .previousChoice: return turnKind(by: -1, room)
    case .closedToo:
      filter.openOnly.toggle()
      return ScreenOutcome(
        commands: open(room), notice: .done(filter.openOnly ? "Only what is open." : "What is over as well."))
    case .goToComment:
      guard let item else { return .say(.problem("It is about no comment of this desk.")) }
      return ScreenOutcome(goTo: item)
    case .accept, .step: return act()
    case .why: return explain()
    case .checklist: return checklist()
    default:
      return .say(.problem("That is for comments. \(room.surroundings.keys.title(of: .goToComment)) goes to this one."))
    }
    return ScreenOutcome()
  }

  mutating func fit(_ room: ScreenRoom) -> [Command] {
    cases.scroll(height: CasesView.height(self, room))
    escalations.scroll(height: CasesView.height(self, room))
    scroll(by: 0, room)
    return []
  }

  private mutating func move(by distance: Int, _ room: ScreenRoom) -> [Command] {
    let before = currentID
    switch part {
    case .cases: cases.move(by: distance)
    case .escalations: escalations.move(by: distance)
    }
    _ = fit(room)
    guard currentID != before else { return [] }
    top = 0
    return readCurrent()
  }

  private mutating func scroll(by distance: Int, _ room: ScreenRoom) {
    let lines = CasesView.detail(self, room).count
    top = max(0, min(top + distance, lines - room.layout.detail.inside.rows))
  }

  /// The comment that it is about.
  private var item: ItemID? {
    switch part {
    case .cases: cases.current?.file.items.first
    case .escalations: escalations.current?.escalation.item
    }
  }

  func readCurrent() -> [Command] {
    guard let id = currentID else { return [] }
    switch part {
    case .cases: return [.side(.caseDetail(id))]
    case .escalations: return [.side(.escalationPage(id))]
    }
  }

  // MARK: What the list shows

  private mutating func narrow(_ text: String?, _ room: ScreenRoom) -> ScreenOutcome {
    guard let text else {
      return .ask(
        .line(
          "which cases?", ["kind:complaint regime:nz-oia is:overdue is:any; nothing for all that are open."],
          filter.text, .filter))
    }
    switch CaseFilter.read(text) {
    case .failure(let problem): return .say(.problem(DecisionText.capitalised(problem.message) + "."))
    case .success(let filter):
      self.filter = filter
      return ScreenOutcome(commands: open(room), notice: .done("Shown: \(filter.title)."))
    }
  }

  private mutating func turnKind(by step: Int, _ room: ScreenRoom) -> ScreenOutcome {
    let kinds: [CaseKind?] = [nil] + CaseKind.allCases
    let place = kinds.firstIndex(of: filter.kind) ?? 0
    filter.kind = kinds[(place + step + kinds.count) % kinds.count]
    return ScreenOutcome(commands: open(room), notice: .done("Shown: \(filter.title)."))
  }

  // MARK: Answers

  mutating func receive(_ rows: [CaseRow], of query: CaseQuery, _ room: ScreenRoom) -> [Command] {
    guard query == filter.query else { return [] }
    let here = cases.current?.file.id
    isRead = true
    let shown = rows.filter(filter.passes)
    cases.replace(with: shown, edge: .start, cursor: shown.firstIndex { $0.file.id == here } ?? cases.cursor)
    _ = fit(room)
    if detail?.file.id != cases.current?.file.id { detail = nil }
    return part == .cases ? readCurrent() : []
  }

  mutating func receive(_ entries: [EscalationEntry], _ room: ScreenRoom) -> [Command] {
    let here = escalations.current?.escalation.id
    let place = entries.firstIndex { $0.escalation.id == here }
    escalations.replace(with: entries, edge: .start, cursor: place ?? escalations.cursor)
    _ = fit(room)
    if page?.entry.escalation.id != escalations.current?.escalation.id { page = nil }
    return part == .escalations ? readCurrent() : []
  }

  /// What the person just did is in the ledger: lists and page are read anew.
  func afterWriting() -> [Command] { readAll() }
}
