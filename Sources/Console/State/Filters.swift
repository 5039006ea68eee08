import Moderation

/// What narrows the lists: a stack of conditions that can each be off for a while, and how many comments pass.
struct Filters: Sendable, Equatable {
  private(set) var stack = QueueFilter()
  /// How many comments a list holds under a query, exactly, as far as that was asked and answered.
  private var counts: [QueueQuery: Int] = [:]
  /// What the person gave names to.
  var saved = SavedFilters()

  var isActive: Bool { stack.condition != nil }

  /// A filter that asks where comments stand looks through all of them: a list of open ones would not answer it.
  func query(_ view: QueueView, order: QueueQuery.Order?) -> QueueQuery {
    QueueQuery(stack.asksForState ? .all : view, order: order, filter: stack)
  }

  /// The list with one condition alone, for its count.
  static func alone(_ entry: QueueFilter.Entry, _ view: QueueView) -> QueueQuery {
    let filter = QueueFilter([QueueFilter.Entry(entry.condition)])
    return QueueQuery(filter.asksForState ? .all : view, order: .urgent, filter: filter)
  }

  /// A count does not depend on the order.
  private static func unordered(_ query: QueueQuery) -> QueueQuery {
    QueueQuery(query.view, order: .urgent, filter: query.filter)
  }

  func count(of query: QueueQuery) -> Int? { counts[Self.unordered(query)] }

  mutating func learn(_ count: Int, of query: QueueQuery) {
    if counts.count > 200 { counts = [:] }
    counts[Self.unordered(query)] = count
  }

  /// Comments were decided about, or came in: numbers must be asked for again.
  mutating func forgetCounts() { counts = [:] }

  // MARK: The stack

  mutating func restore(_ before: QueueFilter) { stack = before }

  mutating func push(_ filter: QueueFilter) { stack.push(filter) }

  /// Puts a filter on the stack, or switches it where it is there. Returns whether it is on now.
  mutating func toggle(_ filter: QueueFilter) -> Bool {
    let numbers = filter.entries.compactMap { wanted in
      stack.entries.firstIndex { $0.condition == wanted.condition }.map { $0 + 1 }
    }
    guard numbers.count == filter.entries.count else {
      stack.push(filter)
      return true
    }
    for number in numbers { stack.toggle(number) }
    return numbers.first.map { stack.entries[$0 - 1].isOn } ?? false
  }

  mutating func toggle(_ number: Int) { stack.toggle(number) }
  mutating func toggleAll() { stack.toggleAll() }
  mutating func remove(_ number: Int) { stack.remove(number) }
  mutating func removeAll() { stack = QueueFilter() }

  /// Puts other conditions in the place of one.
  mutating func replace(_ number: Int, with filter: QueueFilter) {
    var entries = stack.entries
    guard entries.indices.contains(number - 1) else { return push(filter) }
    entries.replaceSubrange(number - 1...number - 1, with: filter.entries)
    stack = QueueFilter(entries)
  }
}
