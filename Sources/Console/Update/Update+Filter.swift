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
  mutating func change(_ what: String, _ told: String, _ body: (inout Filters) -> Void) -> [Command] {
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

  func countAll() -> [Command] {
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
}
