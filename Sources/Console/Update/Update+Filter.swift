import Moderation
import Terminal

extension ConsoleState {
  mutating func performFilter(_ instruction: Instruction, _ surroundings: Surroundings) -> [Command] {
    switch (instruction.action, instruction.argument) {
    case (.filter, let text?):
      return withQuery(text) { console, filter in
        console.change("the filter \(filter.text)", "Only \(filter.text).") { $0.push(filter) }
      }
    case (.filter, nil):
      overlay = .query(QueryLine("", vocabulary(surroundings)))
      return []
    case (.toggle, let text?):
      return withQuery(text) { console, filter in
        var isOn = false
        let commands = console.change("the filter \(filter.text)", "") { isOn = $0.toggle(filter) }
        console.notice = .done(isOn ? "Only \(filter.text)." : "\(filter.text) is off.")
        return commands
      }
    case (.filters, _):
      overlay = .filters(FilterPanel())
      return countAll()
    case (.filtersOff, _):
      guard !filters.stack.isEmpty else { return say(.problem("There are no filters.")) }
      let isOn = filters.stack.condition != nil
      return change(
        "switching the filters \(isOn ? "off" : "on")", isOn ? "All filters are off." : "All filters are on."
      ) { $0.toggleAll() }
    case (.dropFilters, _):
      guard !filters.stack.isEmpty else { return say(.problem("There are no filters.")) }
      return change("dropping the filters", "No filters. \(surroundings.keys.title(of: .undoView)) puts them back.") {
        $0.removeAll()
      }
    case (.saveFilter, let name):
      guard let name, !filters.stack.isEmpty else {
        return say(.problem(filters.stack.isEmpty ? "There is no filter to save." : "Say a name: save-filter floods."))
      }
      filters.saved.save(filters.stack, as: name)
      notice = .done("Saved as \(name).")
      return [.keep(filters.saved)]
    case (.useFilter, let name):
      guard let name, let saved = filters.saved[name] else {
        let known = filters.saved.all.map(\.name).joined(separator: ", ")
        return say(.problem(known.isEmpty ? "No filter is saved yet." : "Saved are: \(known)."))
      }
      return change("the filter \(name)", "Only \(saved.text).") { $0.push(saved) }
    default: return []
    }
  }

  private mutating func withQuery(
    _ text: String, _ body: (inout ConsoleState, QueueFilter) -> [Command]
  ) -> [Command] {
    do {
      return body(&self, try QueueFilter(text))
    } catch {
      return say(.problem("“\(text)”: \(error.message)."))
    }
  }

  /// Changes the filters, as a step that can be taken back, and reads the list anew around the cursor.
  private mutating func change(_ what: String, _ told: String, _ body: (inout Filters) -> Void) -> [Command] {
    let before = filters.stack
    let here = queue.current?.item
    body(&filters)
    if !told.isEmpty { notice = .done(told) }
    guard filters.stack != before else { return [] }
    past.note(.filters(before, at: here), what)
    return readFiltered(at: here)
  }

  /// The list under other filters, where the cursor was or as near as there is something.
  mutating func readFiltered(at item: ItemID?) -> [Command] {
    guard case .list = screen else { return [] }
    return readAround(item) + (filters.isActive ? [.count(query)] : [])
  }

  private func countAll() -> [Command] {
    filters.stack.entries.map { .count(Filters.alone($0, view)) } + [.count(query)]
  }

  mutating func learn(_ count: Int, of query: QueueQuery, _ surroundings: Surroundings) -> [Command] {
    filters.learn(count, of: query)
    if countAsked == query { countAsked = nil }
    guard case .query(let line) = overlay else {
      // The exact count may come after the hit that it belongs to was told.
      let isTold = notice?.text.hasPrefix("“\(search.needle)”") ?? false
      guard isTold, search.asked == nil, query == Search.hits(search.needle, in: self.query) else { return [] }
      return reportSearch(surroundings)
    }
    return self.count(of: line)
  }

  /// The words that a query may use, the author of the comment under the cursor among them.
  func vocabulary(_ surroundings: Surroundings) -> QueryVocabulary {
    var vocabulary = QueryVocabulary(surroundings.policy)
    var channels = vocabulary.channels
    for row in queue.rows.prefix(200) where !channels.contains(where: { $0.value == row.channel }) {
      channels.append(.init(row.channel))
    }
    vocabulary.channels = channels
    if let detail {
      vocabulary.authors = [.init(detail.alias, title: "who wrote this")]
      if let title = detail.threadTitle, !title.isEmpty {
        vocabulary.threads = [.init(title, title: "this conversation")]
      }
    }
    return vocabulary
  }

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
  private mutating func count(of line: QueryLine) -> [Command] {
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
