import Casework
import Desk
import Moderation

/// A step of a case while it is filled in: what it asks for, and what has been given.
struct StepForm: Sendable, Equatable {
  /// A field that is asked for. Equal to another of the same name.
  struct Asked: Sendable, Equatable {
    var field: StepField
  }

  var caseID: String
  /// The case's last event as it was on the screen: a step of somebody quicker is not overlooked.
  var seen: Int64
  var kind: CaseKind
  var regime: String
  var step: CaseStep
  var fields: [StepField]
  /// What was typed or chosen, in order; the parts of a request have an entry each.
  var given: [Given] = []
  /// The parts of the request, with their words where they are still held.
  var parts: [String] = []

  struct Given: Sendable, Equatable {
    var name: StepField.Name
    var text: String
  }

  init(_ option: CaseDetail.Option, of detail: CaseDetail) {
    caseID = detail.file.id
    seen = detail.file.last
    kind = detail.file.kind
    regime = detail.file.regime
    step = option.step
    fields = option.fields
    parts = detail.parts.map { $0.words ?? "the whole request" }
  }

  /// The first thing that must be given and is not.
  var missing: StepField? { fields.first { field in field.isRequired && !given.contains { $0.name == field.name } } }

  var pairs: [String] { given.map { "\($0.name.rawValue)=\($0.text)" } }

  func text(of name: StepField.Name) -> String? {
    let texts = given.filter { $0.name == name }.map(\.text)
    return texts.isEmpty ? nil : texts.joined(separator: " | ")
  }

  /// Takes what was given for a field, or says why not.
  ///
  /// - Parameter moment: how a time is read in the agency's zone.
  mutating func give(
    _ text: String, for field: StepField, today: CivilDate, moment: (String) -> Timestamp?
  ) -> String? {
    let text = Self.dayInFull(text, field.kind, today)
    switch StepEntry.read(step.rawValue, ["\(field.name.rawValue)=\(text)"], in: kind, moment: moment) {
    case .failure(let refusal): return refusal.message
    case .success:
      if field.kind != .texts { given.removeAll { $0.name == field.name } }
      given.append(Given(name: field.name, text: text))
      return nil
    }
  }

  mutating func forget(_ field: StepField) { given.removeAll { $0.name == field.name } }

  func entry(moment: (String) -> Timestamp?) -> Result<StepEntry, CaseRefusal> {
    StepEntry.read(step.rawValue, pairs, in: kind, moment: moment)
  }

  /// `today` and `yesterday` as the days that they are.
  private static func dayInFull(_ text: String, _ kind: StepField.Kind, _ today: CivilDate) -> String {
    guard kind == .day else { return text }
    switch text.lowercased() {
    case "today": return today.description
    case "yesterday": return today.adding(days: -1).description
    default: return text
    }
  }
}

// MARK: Its questions

extension StepForm {
  var title: String { "\(caseID) · \(step.title)" }

  /// What comes next: the first field that is missing, else the whole before it is taken.
  func next(_ policy: AgencyPolicy) -> SideDialog {
    missing.map { dialog(for: $0, policy) } ?? overview
  }

  /// All that the step says: Enter takes it, a field can be gone back to.
  var overview: SideDialog {
    let take = SideDialog.Choice(id: "take", text: "Take this step. It stays in the ledger.")
    let rest = fields.map { field in
      SideDialog.Choice(
        id: field.name.rawValue,
        text: "\(field.name.rawValue.replacing("_", with: " ")): \(text(of: field.name) ?? "– \(field.title)")")
    }
    return .choices(title, [], [take] + rest, .form(self))
  }

  func dialog(for field: StepField, _ policy: AgencyPolicy) -> SideDialog {
    let purpose = SideDialog.Purpose.field(self, Asked(field: field))
    let lead = [DecisionText.capitalised(field.title) + "."]
    let choices = choices(for: field, policy)
    if !choices.isEmpty { return .choices(title, lead, choices, purpose) }
    let earlier = field.kind == .texts ? "" : text(of: field.name) ?? ""
    return .line(title, lead + help(for: field), earlier, purpose)
  }

  private func choices(for field: StepField, _ policy: AgencyPolicy) -> [SideDialog.Choice] {
    switch (field.kind, field.name) {
    case (.choice(let words), _):
      return words.map { SideDialog.Choice(id: $0, text: $0.replacing("_", with: " ")) }
    case (.yesOrNo, _): return ["yes", "no"].map { SideDialog.Choice(id: $0, text: $0) }
    case (.id, .role):
      return policy.escalationRoles.map { SideDialog.Choice(id: $0.name.rawValue, text: $0.title) }
    case (.id, .person): return policy.people.map { SideDialog.Choice(id: $0.id, text: $0.id) }
    case (.id, .regime): return Regime.all.map { SideDialog.Choice(id: $0.id, text: "\($0.id): \($0.name)") }
    case (.number, .part):
      return parts.enumerated().map { index, words in
        SideDialog.Choice(id: String(index + 1), text: "part \(index + 1): \(words)")
      }
    default: return []
    }
  }

  private func help(for field: StepField) -> [String] {
    switch field.kind {
    case .day: return ["today, yesterday, or as 2026-07-07." + (field.isRequired ? "" : " Enter alone: today.")]
    case .moment: return ["As 2026-07-07 14:05, in the agency's time. Enter alone: now."]
    case .texts:
      let earlier = given.filter { $0.name == field.name }.enumerated().map { "\($0.offset + 1). \($0.element.text)" }
      return earlier + ["One at a time; Enter alone ends the list."]
    case .codes:
      let grounds = Ground.list(of: regime).map { "\($0.code) \($0.label)" }
      return (grounds.isEmpty ? [] : [grounds.joined(separator: " · ")]) + ["Several with a comma between."]
    case .words: return ["Kept in the vault, not in the ledger." + (field.isRequired ? "" : " Enter alone: none.")]
    case .number, .id, .choice, .yesOrNo: return field.isRequired ? [] : ["Enter alone leaves it out."]
    }
  }

}
