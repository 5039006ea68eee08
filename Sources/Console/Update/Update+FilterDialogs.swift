import Moderation
import Terminal

/// The line in which a filter is typed, and the panel that lists them.
extension ConsoleState {
  // MARK: The line

  mutating func press(_ key: Key, in open: QueryLine, _ surroundings: Surroundings) -> [Command] {
    var line = open
    let last = line.completions.candidates.count - 1
    switch key {
    case .escape:
      overlay = nil
      return []
    case .down: line.selected = last < 0 ? nil : min(last, (line.selected ?? -1) + 1)
    case .up: line.selected = line.selected.flatMap { $0 == 0 ? nil : $0 - 1 }
    case .tab: line.take(line.selected ?? 0, vocabulary(surroundings))
    case .enter:
      if let selected = line.selected {
        line.take(selected, vocabulary(surroundings))
        break
      }
      return finish(line)
    default:
      guard line.field.press(key) else { return [] }
      line.read(vocabulary(surroundings))
    }
    overlay = .query(line)
    return count(of: line)
  }

  private mutating func finish(_ open: QueryLine) -> [Command] {
    var line = open
    guard let filter = line.filter else {
      guard line.error != nil else {
        overlay = nil
        return []
      }
      line.isRefused = true
      overlay = .query(line)
      return []
    }
    overlay = nil
    return change("the filter \(filter.text)", "Only \(filter.text).") { filters in
      if let number = line.editing { filters.replace(number, with: filter) } else { filters.push(filter) }
    }
  }

  /// What the list would hold with the line as it is: one question at a time, the newest line next.
  mutating func count(of line: QueryLine) -> [Command] {
    guard countAsked == nil, let wanted = preview(of: line), filters.count(of: wanted) == nil else { return [] }
    countAsked = wanted
    return [.count(wanted)]
  }

  func preview(of line: QueryLine) -> QueueQuery? {
    guard let filter = line.filter else { return nil }
    var would = filters
    if let number = line.editing { would.replace(number, with: filter) } else { would.push(filter) }
    return would.query(view, order: order)
  }

  // MARK: The panel

  mutating func press(_ key: Key, in open: FilterPanel, _ surroundings: Surroundings) -> [Command] {
    var panel = open
    let rows = FilterPanel.rows(filters)
    let row = rows.indices.contains(panel.selected) ? rows[panel.selected] : nil
    var commands: [Command] = []
    switch (key, row) {
    case (.escape, _), (.character("q"), _):
      overlay = nil
      return []
    case (.up, _), (.character("k"), _): panel.selected = max(0, panel.selected - 1)
    case (.down, _), (.character("j"), _): panel.selected = min(max(0, rows.count - 1), panel.selected + 1)
    case (.character("0"), _): commands = change("switching all filters", "") { $0.toggleAll() }
    case (.character(let digit), _) where digit.isASCII && digit.isWholeNumber:
      commands = switchOver(digit.wholeNumberValue ?? 0)
    case (.enter, .condition(let number)?), (.character(" "), .condition(let number)?): commands = switchOver(number)
    case (.enter, .saved(let saved)?), (.character(" "), .saved(let saved)?):
      commands = change("the filter \(saved.name)", "") { $0.push(saved.filter) }
    case (.character("x"), .condition(let number)?), (.delete, .condition(let number)?):
      commands = change("dropping filter \(number)", "") { $0.remove(number) }
      panel.selected = max(0, min(panel.selected, FilterPanel.rows(filters).count - 1))
    case (.character("x"), .saved(let saved)?), (.delete, .saved(let saved)?):
      filters.saved.remove(saved.name)
      commands = [.keep(filters.saved)]
    case (.character("e"), .condition(let number)?):
      let text = filters.stack.entries[number - 1].text
      overlay = .query(QueryLine(text, editing: number, vocabulary(surroundings)))
      return []
    case (.character("s"), _):
      var palette = Palette(recent: recentCommands)
      palette.field = TextField(Action.saveFilter.rawValue + " ")
      overlay = .palette(palette)
      return []
    case (.character("f"), _):
      overlay = .query(QueryLine("", vocabulary(surroundings)))
      return []
    default: return say(.problem("Digits switch, e changes, x drops, s saves, f adds, esc closes."))
    }
    overlay = .filters(panel)
    return commands + (commands.isEmpty ? [] : countAll())
  }

  private mutating func switchOver(_ number: Int) -> [Command] {
    guard filters.stack.entries.indices.contains(number - 1) else { return [] }
    return change("switching filter \(number)", "") { $0.toggle(number) }
  }
}
