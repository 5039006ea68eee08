import Moderation
import Terminal

/// A question that a screen beside the lists asks: one of several choices, or a line.
public struct SideDialog: Sendable, Equatable {
  var title: String
  /// What is said above the choices or the line.
  var lines: [String] = []
  var body: Body
  var purpose: Purpose
  /// Why it was not taken.
  var problem: String?
  /// On its way to the desk: nothing is pressed twice.
  var isSent = false

  enum Body: Sendable, Equatable {
    case choices(Choices)
    case line(TextField)
  }

  /// What an answer is for.
  enum Purpose: Sendable, Equatable {
    /// Which step a case takes next.
    case step(String)
    /// All that a step asks for, before it is taken.
    case form(StepForm)
    case field(StepForm, StepForm.Asked)
    /// What is done about an escalation.
    case move(String)
    case moveWords(EscalationWords, id: String)
    case recipient(String)
    case playbook(String)
    case playbookStep(String, of: String)
    case playbookReason(String, of: String)
    case filter
  }

  /// What is typed about an escalation.
  enum EscalationWords: Sendable, Equatable {
    case acknowledge, nextSteps, resolve
    case handOn(String)
  }

  struct Choices: Sendable, Equatable {
    var all: [Choice]
    var filter = TextField()
    var selected = 0

    var visible: [Choice] {
      let needle = filter.text.lowercased()
      return needle.isEmpty ? all : all.filter { ($0.id + " " + $0.text).lowercased().contains(needle) }
    }

    var current: Choice? { visible.indices.contains(selected) ? visible[selected] : nil }
  }

  struct Choice: Sendable, Equatable {
    var id: String
    var text: String
    /// Why it cannot be chosen.
    var whyNot: String?
  }

  static func choices(
    _ title: String, _ lines: [String] = [], _ all: [Choice], _ purpose: Purpose
  ) -> SideDialog {
    SideDialog(title: title, lines: lines, body: .choices(Choices(all: all)), purpose: purpose)
  }

  static func line(
    _ title: String, _ lines: [String] = [], _ text: String = "", _ purpose: Purpose
  ) -> SideDialog {
    SideDialog(title: title, lines: lines, body: .line(TextField(text)), purpose: purpose)
  }

  var rowsWanted: Int {
    switch body {
    case .choices(let choices): choices.all.count + lines.count + 4
    case .line: lines.count + 5
    }
  }

  /// With pasted words in its line, or in what narrows its choices.
  func inserting(_ text: String) -> SideDialog {
    guard !isSent else { return self }
    var dialog = self
    switch body {
    case .line(var field):
      field.insert(text)
      dialog.body = .line(field)
    case .choices(var choices):
      choices.filter.insert(text)
      choices.selected = 0
      dialog.body = .choices(choices)
    }
    return dialog
  }

  /// What became of a key in it.
  enum Answer: Equatable {
    case open(SideDialog)
    case closed
    case chosen(Choice)
    case typed(String)
  }

  func pressed(_ key: Key) -> Answer {
    if key == .escape { return .closed }
    guard !isSent else { return .open(self) }
    var dialog = self
    dialog.problem = nil
    switch body {
    case .line(var field):
      if key == .enter { return .typed(field.text) }
      _ = field.press(key)
      dialog.body = .line(field)
    case .choices(var choices):
      switch key {
      case .enter: return dialog.choose(choices)
      case .up: choices.selected = max(0, choices.selected - 1)
      case .down: choices.selected = min(max(0, choices.visible.count - 1), choices.selected + 1)
      case .character(let character) where character.isASCII && character.wholeNumberValue ?? 0 > 0:
        choices.selected = (character.wholeNumberValue ?? 1) - 1
        guard choices.current != nil else { return .open(self) }
        return dialog.choose(choices)
      default: if choices.filter.press(key) { choices.selected = 0 }
      }
      dialog.body = .choices(choices)
    }
    return .open(dialog)
  }

  private func choose(_ choices: Choices) -> Answer {
    guard let choice = choices.current else { return .open(self) }
    guard let whyNot = choice.whyNot else { return .chosen(choice) }
    var dialog = self
    dialog.body = .choices(choices)
    dialog.problem = "\(choice.text): \(whyNot)."
    return .open(dialog)
  }
}
