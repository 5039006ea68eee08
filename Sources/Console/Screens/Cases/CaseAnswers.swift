import Casework
import Moderation
import Terminal

/// Keys in a screen's question, and the desk's answers to a screen.
extension ConsoleState {
  mutating func press(_ key: Key, in open: SideDialog, _ surroundings: Surroundings) -> [Command] {
    switch open.pressed(key) {
    case .closed:
      overlay = nil
      return []
    case .open(let dialog):
      overlay = .side(dialog)
      return []
    case .chosen(let choice): return take(choice, open, surroundings)
    case .typed(let text): return take(text.trimmed, open, surroundings)
    }
  }

  private mutating func take(
    _ choice: SideDialog.Choice, _ dialog: SideDialog, _ surroundings: Surroundings
  ) -> [Command] {
    switch dialog.purpose {
    case .step:
      guard let detail = cases.detail, let option = detail.options.first(where: { $0.step.rawValue == choice.id })
      else { return shut() }
      return show(StepForm(option, of: detail).next(surroundings.policy))
    case .form(let form):
      if let field = form.fields.first(where: { $0.name.rawValue == choice.id }) {
        return show(form.dialog(for: field, surroundings.policy))
      }
      return send(form, dialog, surroundings)
    case .field(let form, let asked): return give(choice.id, asked.field, form, dialog, surroundings)
    case .move(let id): return ask(about: choice.id, id, surroundings.policy)
    case .playbook(let id):
      guard let step = cases.walk?.playbook.steps.first(where: { $0.id == choice.id }) else { return shut() }
      guard step.isOptional else { return send(.mark(step.id, of: id, isDone: true, words: nil), dialog) }
      return show(
        .choices(
          step.text, [], [.init(id: "done", text: "done"), .init(id: "skip", text: "left out, because…")],
          .playbookStep(step.id, of: id)))
    case .playbookStep(let step, let id):
      if choice.id == "done" { return send(.mark(step, of: id, isDone: true, words: nil), dialog) }
      return show(.line("\(id) · why is it left out?", ["Kept in the vault."], "", .playbookReason(step, of: id)))
    case .recipient(let id):
      return show(.line("\(id) · to \(choice.text)", [Self.noteHelp], "", .moveWords(.handOn(choice.id), id: id)))
    case .moveWords, .playbookReason, .filter: return shut()
    }
  }

  private mutating func take(_ text: String, _ dialog: SideDialog, _ surroundings: Surroundings) -> [Command] {
    switch dialog.purpose {
    case .field(let form, let asked): return give(text, asked.field, form, dialog, surroundings)
    case .moveWords(let what, let id):
      let words = text.isEmpty ? nil : text
      switch what {
      case .acknowledge: return send(.answer(.acknowledge(words: words), id: id), dialog)
      case .handOn(let recipient): return send(.answer(.handOn(to: recipient, words: words), id: id), dialog)
      case .nextSteps:
        guard let words else { return refuse("say what is done next", dialog) }
        return send(.answer(.nextSteps(words), id: id), dialog)
      case .resolve:
        guard let words else { return refuse("say what came of it", dialog) }
        return send(.answer(.resolve(words), id: id), dialog)
      }
    case .playbookReason(let step, let id):
      guard !text.isEmpty else { return refuse("say why it is left out", dialog) }
      return send(.mark(step, of: id, isDone: false, words: text), dialog)
    case .filter:
      overlay = nil
      return perform(Instruction(.filter, text), surroundings)
    case .step, .form, .move, .recipient, .playbook, .playbookStep: return shut()
    }
  }

  private static let noteHelp = "A note, kept in the vault. Enter alone: none."

  private mutating func ask(about step: String, _ id: String, _ policy: AgencyPolicy) -> [Command] {
    switch EscalationStep(rawValue: step) {
    case .acknowledged: return show(.line("\(id) · acknowledge", [Self.noteHelp], "", .moveWords(.acknowledge, id: id)))
    case .nextSteps:
      return show(.line("\(id) · what is done next?", ["Kept in the vault."], "", .moveWords(.nextSteps, id: id)))
    case .resolved:
      return show(.line("\(id) · what came of it?", ["Kept in the vault."], "", .moveWords(.resolve, id: id)))
    case .reassigned:
      let roles = policy.escalationRoles.map { SideDialog.Choice(id: $0.name.rawValue, text: $0.title) }
      let choices = roles + policy.people.map { SideDialog.Choice(id: $0.id, text: $0.id) }
      return show(.choices("\(id) · to whom?", [], choices, .recipient(id)))
    case .raised, .lapsed, .withdrawn, .reopened, nil: return shut()
    }
  }

  // MARK: Forms

  private mutating func give(
    _ text: String, _ field: StepField, _ form: StepForm, _ dialog: SideDialog, _ surroundings: Surroundings
  ) -> [Command] {
    var form = form
    if text.isEmpty {
      if field.isRequired, form.text(of: field.name) == nil { return refuse("this is needed", dialog) }
      if field.kind != .texts { form.forget(field) }
      return show(form.next(surroundings.policy))
    }
    let today = CivilDate(surroundings.localTime(now))
    if let problem = form.give(text, for: field, today: today, moment: surroundings.moment) {
      return refuse(problem, dialog)
    }
    // Parts are asked for until Enter alone.
    if field.kind == .texts { return show(form.dialog(for: field, surroundings.policy)) }
    return show(form.next(surroundings.policy))
  }

  private mutating func send(_ form: StepForm, _ dialog: SideDialog, _ surroundings: Surroundings) -> [Command] {
    switch form.entry(moment: surroundings.moment) {
    case .failure(let refusal): return refuse(refusal.message, dialog)
    case .success(let entry): return send(.take(entry, onCase: form.caseID, seen: form.seen), dialog)
    }
  }

  private mutating func send(_ command: SideCommand, _ dialog: SideDialog) -> [Command] {
    var dialog = dialog
    dialog.isSent = true
    if case .mark = command { cases.reopensChecklist = true }
    overlay = .side(dialog)
    return [.side(command)]
  }

  private mutating func refuse(_ why: String, _ dialog: SideDialog) -> [Command] {
    var dialog = dialog
    dialog.problem = DecisionText.capitalised(why) + "."
    dialog.isSent = false
    return show(dialog)
  }

  private mutating func show(_ dialog: SideDialog) -> [Command] {
    overlay = .side(dialog)
    return []
  }

  private mutating func shut() -> [Command] {
    overlay = nil
    return []
  }

  // MARK: The desk's answers

  mutating func receive(_ answer: SideAnswer, _ surroundings: Surroundings) -> [Command] {
    let room = room(surroundings)
    switch answer {
    case .cases(let rows, let query): return cases.receive(rows, of: query, room)
    case .caseDetail(let detail, let id):
      guard cases.part == .cases, cases.currentID == id else { return [] }
      cases.detail = detail
      return showChecklist()
    case .escalations(let entries): return cases.receive(entries, room)
    case .escalationPage(let page, let id):
      guard cases.part == .escalations, cases.currentID == id else { return [] }
      cases.page = page
      return showChecklist()
    case .days(let days): cases.days = days
    case .log(let events, let filter, let fetch):
      if filter == log.filter { log.receive(events, fetch, room) }
    case .logSummary(let summary, let filter): if filter == log.filter { log.summary = summary }
    case .logExport(let events, let filter):
      let name = "log-\(CivilDate(surroundings.localTime(now)))\(filter.isEmpty ? "" : "-filtered").csv"
      return [.side(.export(name: name, LogTable.csv(events, surroundings)))]
    case .report(let report): reports.receive(report)
    case .channels(let figures):
      channels.figures = figures
      _ = channels.fit(room)
    case .exported(let path): notice = .done("Written to \(path).")
    case .done(let text):
      overlay = nil
      notice = .done(text)
      return cases.afterWriting()
    case .refused(let why):
      cases.reopensChecklist = false
      notice = .problem(why)
      guard case .side(var dialog) = overlay else { return [] }
      dialog.isSent = false
      dialog.problem = why
      overlay = .side(dialog)
    }
    return []
  }

  /// The checklist once more, as it now stands: the next step is under the cursor.
  private mutating func showChecklist() -> [Command] {
    guard cases.reopensChecklist, overlay == nil, let walk = cases.walk, let id = cases.currentID else { return [] }
    cases.reopensChecklist = false
    guard !walk.isFinished else { return [] }
    overlay = .side(CasesScreen.checklist(walk, id))
    return []
  }
}
