import Casework
import Desk
import Moderation

/// What can be done about the case or escalation under the cursor.
extension CasesScreen {
  /// Which step comes next, each with why not.
  func act() -> ScreenOutcome {
    switch part {
    case .cases:
      guard let detail, detail.file.id == currentID else { return nothingHere }
      let choices = detail.options.map { option in
        SideDialog.Choice(
          id: option.step.rawValue, text: option.step.title,
          whyNot: option.whyNot ?? (option.isPermitted ? nil : "your role may not take it"))
      }
      let allowed = choices.filter { $0.whyNot == nil }
      return .ask(
        .choices(
          "\(detail.file.id) · which step?", [], allowed + choices.filter { $0.whyNot != nil }, .step(detail.file.id)))
    case .escalations:
      guard let entry = escalations.current else { return nothingHere }
      return .ask(
        .choices("\(entry.escalation.id) · what is done?", [], Self.moves(entry.escalation), .move(entry.escalation.id))
      )
    }
  }

  private static func moves(_ escalation: Escalation) -> [SideDialog.Choice] {
    let steps: [(EscalationStep, String)] = [
      (.acknowledged, "acknowledge: I have it"), (.nextSteps, "say what is done next"), (.resolved, "resolve it"),
      (.reassigned, "hand it on"),
    ]
    let all = steps.map { step, text in
      // Words are asked for next: only what stands in the way besides is said here.
      SideDialog.Choice(
        id: step.rawValue, text: text, whyNot: escalation.refusal(of: step, words: "words")?.message)
    }
    return all.filter { $0.whyNot == nil } + all.filter { $0.whyNot != nil }
  }

  private var nothingHere: ScreenOutcome { .say(.problem("There is nothing under the cursor.")) }

  /// How the due time was counted, day by day.
  func explain() -> ScreenOutcome {
    switch part {
    case .cases:
      guard let detail, detail.file.id == currentID else { return nothingHere }
      guard !detail.file.deadlines.isEmpty else {
        return .say(.problem("No clock runs here: the policy names no statute for it. “statute set” sets one."))
      }
      return ScreenOutcome(overlay: .page(TextPage(kind: .lines("why it is due then", Self.derivation(detail.file)))))
    case .escalations:
      guard let escalation = escalations.current?.escalation else { return nothingHere }
      return ScreenOutcome(
        overlay: .page(TextPage(kind: .lines("why it is due then", escalation.derivation))))
    }
  }

  /// The clock that is due next first; the day count of each, then what it takes for granted.
  static func derivation(_ file: CaseFile) -> [String] {
    let due = file.nextDeadline
    let ordered = file.deadlines.filter { $0 == due } + file.deadlines.filter { $0 != due }
    var lines: [String] = []
    for deadline in ordered {
      let name = deadline.clock.rawValue + (deadline.isOtherReading ? ", by the other reading" : "")
      lines.append("\(name) · \(deadline.deadline.regime) · received \(deadline.deadline.received)")
      lines.append("  " + deadline.deadline.sentence)
      lines += deadline.deadline.lines.map { "  " + $0 }
      lines += deadline.deadline.assumptions.map { "  taken for granted: " + $0 }
      lines.append("  holidays: version \(deadline.deadline.holidaysVersion.prefix(12))")
      lines.append("")
    }
    return Array(lines.dropLast())
  }

  /// The playbook as a checklist.
  func checklist() -> ScreenOutcome {
    guard let id = currentID, let walk else {
      return .say(.problem("The policy has no playbook for this; [[playbook]] adds one."))
    }
    return .ask(Self.checklist(walk, id))
  }

  var walk: PlaybookWalk? {
    switch part {
    case .cases: detail?.file.id == currentID ? detail?.playbook : nil
    case .escalations: page?.entry.escalation.id == currentID ? page?.playbook : nil
    }
  }

  static func checklist(_ walk: PlaybookWalk, _ id: String) -> SideDialog {
    let choices = walk.playbook.steps.map { step in
      let mark = walk.marks[step.id]
      let sign = mark.map { $0.isDone ? "[x]" : "[-]" } ?? "[ ]"
      let who =
        mark.map { " · \($0.isDone ? "done" : "left out") by \($0.by)" } ?? step.role.map { " · \($0.rawValue)" }
      return SideDialog.Choice(
        id: step.id, text: "\(sign) \(step.text)\(step.isOptional ? " (may be left out)" : "")\(who ?? "")",
        whyNot: mark?.isDone == true ? "done already" : nil)
    }
    var dialog = SideDialog.choices("\(id) · \(walk.playbook.title)", [], choices, .playbook(id))
    if case .choices(var list) = dialog.body {
      list.selected = walk.playbook.steps.firstIndex { $0.id == walk.next?.id } ?? 0
      dialog.body = .choices(list)
    }
    return dialog
  }
}
