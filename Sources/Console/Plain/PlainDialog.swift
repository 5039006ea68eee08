import Moderation
import Terminal

/// What is open over the screen, as lines, and the line where the person is in it.
struct PlainDialog: Equatable {
  /// Tells one dialog from another: only a new one is read out whole.
  var title: String
  var lines: [String]
  /// The choice that is pointed at, or what is being typed.
  var standing: String
  var isTyping = false

  init?(_ state: ConsoleState, _ surroundings: Surroundings) {
    let keys = surroundings.keys
    guard let overlay = state.overlay else {
      guard !state.pending.isEmpty, case .prefix(let bindings) = keys.answer(to: state.pending) else { return nil }
      self.init(
        "\(state.pending.title), then:",
        bindings.map { "\($0.keys.dropFirst(state.pending.count).map(\.title).joined()): \($0.instruction.hint)" }, "")
      return
    }
    switch overlay {
    case .help(let page):
      let entries = page.entries(keys)
      self.init(
        "Keys. Type a key or a word, arrows move, Enter does it, escape closes.", [],
        Self.point(entries.map { "\($0.keys.joined(separator: " ")): \($0.sentence)" }, page.selected, page.field))
    case .palette(let palette):
      let choices = palette.choices(keys).map { "\($0.instruction.action.rawValue): \($0.instruction.sentence)" }
      self.init(
        "Commands. Type a name, arrows move, Enter runs it, escape closes.", [],
        Self.point(choices, palette.selected, palette.field))
    case .snooze(let menu, _):
      let lines = menu.choices.enumerated().map { index, choice in
        "\(index + 1): \(choice.title), \(Clock.day(surroundings.localTime(choice.until)))"
      }
      self.init("Snooze: until when? A digit chooses.", lines, Self.point(lines, menu.selected, nil))
    case .picker(let picker):
      let lines = picker.visible.enumerated().map { index, choice in
        "\(index + 1): \(choice.reason.code.rawValue), \(choice.reason.title)"
          + ((choice.refusal ?? choice.note).map { ", \($0)" } ?? "")
      }
      let scope = picker.target.scope.map { " \($0)" } ?? ""
      self.init(
        "\(picker.verb.title)\(scope): why?", Self.firstOf(lines) + [PickerView.told(picker, surroundings)],
        Self.point(lines, picker.selected, picker.filter.text.isEmpty ? nil : picker.filter))
    case .rationale(let picker, let field):
      let code = picker.current?.reason.code.rawValue ?? ""
      self.init("\(picker.verb.title), \(code): in your own words. Enter decides.", [], field.text, isTyping: true)
    case .confirm(let plan):
      let lines = [plan.question] + plan.leftOut.map { "\($0.count) left out: \($0.why)" }
      self.init("Sure?", lines, "y does it, escape leaves everything as it is.")
    case .search(let field): self.init("Search, as you type.", [], "search: " + field.text, isTyping: true)
    case .query(let line):
      var lines = line.error.map { ["Column \($0.range.lowerBound + 1): \($0.message)."] } ?? []
      if !line.isRefused { lines = [] }
      let chosen = line.selected.map { line.completions.candidates[$0] }
      let count = state.preview(of: line).flatMap { state.filters.count(of: $0) }.map { " (\($0) pass)" } ?? ""
      self.init(
        "Show only. Tab completes, arrows choose, Enter shows them.", lines,
        chosen.map { "\($0.text): \($0.explanation)" } ?? line.field.text + count, isTyping: chosen == nil)
    case .filters(let panel):
      let lines = FilterPanel.rows(state.filters).map { FilterPanelView.words($0, state).0 }
      self.init(
        "Filters. Digits switch, 0 all, e changes, x drops, s saves, f adds.", lines.isEmpty ? ["None."] : lines,
        Self.point(lines, panel.selected, nil))
    case .why(let sentences, _):
      self.init("Why. Any key closes.", WhyView.lines(sentences, state, surroundings.care), "")
    case .page(let page):
      let (title, lines) = TextPageView.content(page, state, surroundings, width: 10_000)
      self.init(title + ". Any key closes.", lines, "")
    case .note(let dialog):
      self.init("Note for colleagues. Enter keeps it.", [], dialog.field.text, isTyping: true)
    case .side(let dialog): self.init(dialog)
    case .tour(let number):
      let pages = Tour.pages(keys)
      let page = pages[min(number, pages.count - 1)]
      self.init(page.title + ". Any key goes on, escape ends it for good.", page.lines.filter { !$0.isEmpty }, "")
    }
  }

  private init(_ dialog: SideDialog) {
    let problem = dialog.problem.map { [$0] } ?? []
    switch dialog.body {
    case .line(let field): self.init(dialog.title, dialog.lines + problem, field.text, isTyping: true)
    case .choices(let choices):
      let lines = choices.visible.enumerated().map { index, choice in
        "\(index + 1): \(choice.text)" + (choice.whyNot.map { ", no: \($0)" } ?? "")
      }
      let typed = choices.filter.text.isEmpty ? nil : choices.filter
      self.init(
        dialog.title, dialog.lines + problem + Self.firstOf(lines), Self.point(lines, choices.selected, typed))
    }
  }

  private init(_ title: String, _ lines: [String], _ standing: String, isTyping: Bool = false) {
    self.title = PlainWords.spoken(title)
    self.lines = lines.map(PlainWords.spoken).filter { !$0.isEmpty }
    self.standing = isTyping ? standing : PlainWords.spoken(standing)
    self.isTyping = isTyping
  }

  /// As many as digits reach; nobody listens to thirty reasons.
  private static func firstOf(_ lines: [String]) -> [String] {
    lines.count <= 9 ? lines : lines.prefix(9) + ["And \(lines.count - 9) more: type some letters of it."]
  }

  /// The choice that is pointed at, behind what was typed.
  private static func point(_ lines: [String], _ selected: Int, _ field: TextField?) -> String {
    let typed = field.map { $0.text.isEmpty ? "" : "\($0.text): " } ?? ""
    guard lines.indices.contains(selected) else { return typed + "nothing fits" }
    return typed + lines[selected] + " (\(selected + 1) of \(lines.count))"
  }
}
