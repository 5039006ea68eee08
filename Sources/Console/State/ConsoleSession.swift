import Moderation

/// Where a person was: what is kept from one start of the console to the next, and over a lost terminal.
///
/// A line a thing, `key value`. It holds no word of a comment, but a filter may quote one: it is for this person's eyes.
public struct ConsoleSession: Sendable, Equatable {
  var screen: ScreenName = .list(.queue)
  var order: QueueQuery.Order?
  var filter = QueueFilter()
  var position: QueuePosition?
  var isFocused = false
  var marks: Set<ItemID> = []
  var hardSince: Timestamp?
  var hardRead: Set<ItemID> = []

  /// A first start.
  public init() {}

  /// Reads what `text` wrote; what cannot be read is left out.
  public init(text: String) {
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, let key = parts.first else { continue }
      read(key, String(parts[1]))
    }
  }

  private mutating func read(_ key: Substring, _ value: String) {
    switch key {
    case "screen": screen = Action(rawValue: value).flatMap(ScreenName.init) ?? screen
    case "order": order = QueueQuery.Order(rawValue: value)
    case "filter": filter = (try? QueueFilter(value)) ?? QueueFilter()
    case "position":
      let numbers = value.split(separator: " ").compactMap { Int64($0) }
      if numbers.count == 3 {
        position = QueuePosition(urgency: Int(clamping: numbers[0]), order: numbers[1], row: numbers[2])
      }
    case "focus": isFocused = value == "on"
    case "mark": marks.insert(ItemID(rawValue: value))
    case "hard-since": hardSince = Int64(value).map(Timestamp.init(milliseconds:))
    case "hard": hardRead.insert(ItemID(rawValue: value))
    default: break
    }
  }

  /// What is kept.
  public var text: String {
    var lines = ["screen \(screen.action.rawValue)"]
    if let order { lines.append("order \(order.rawValue)") }
    if !filter.isEmpty { lines.append("filter \(filter.text)") }
    if let position { lines.append("position \(position.urgency) \(position.order) \(position.row)") }
    if isFocused { lines.append("focus on") }
    lines += marks.sorted().map { "mark \($0.rawValue)" }
    if let hardSince, !hardRead.isEmpty {
      lines.append("hard-since \(hardSince.milliseconds)")
      lines += hardRead.sorted().map { "hard \($0.rawValue)" }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension ConsoleState {
  /// What is to be kept of this moment.
  var session: ConsoleSession {
    var session = ConsoleSession()
    session.screen = screen
    session.order = order
    session.filter = filters.stack
    if case .list = screen { session.position = queue.current?.position }
    session.isFocused = isFocused
    session.marks = marks.ids
    session.hardSince = exposure.count > 0 ? exposure.since : nil
    session.hardRead = exposure.seen
    return session
  }

  /// Takes over what was kept for this person, and says so where it narrows what they see.
  mutating func begin(_ surroundings: Surroundings) {
    filters.saved = surroundings.savedFilters
    let kept = surroundings.session
    screen = kept.screen
    order = kept.order
    filters.restore(kept.filter)
    isFocused = kept.isFocused
    exposure.restore(kept, at: now)
    if surroundings.isFirstRun {
      overlay = .tour(page: 0)
    } else if !kept.filter.isEmpty || !kept.marks.isEmpty {
      let marked = kept.marks.isEmpty ? [] : ["\(kept.marks.count) marked"]
      let filtered = kept.filter.isEmpty ? [] : ["only \(kept.filter.text)"]
      notice = .news("As you left it: \((marked + filtered).joined(separator: ", ")).")
    }
  }

  /// What to ask for before the first key.
  mutating func start(_ surroundings: Surroundings) -> [Command] {
    begin(surroundings)
    let kept = surroundings.session
    let list = withSideScreen { [room = room(surroundings)] in $0.open(room) } ?? readAround(kept.position)
    let counts: [Command] = filters.isActive ? [.count(query)] : []
    let marks: [Command] = kept.marks.isEmpty ? [] : [.recall(kept.marks.sorted())]
    return [.news] + list + [.backlog] + counts + marks + [.wake, .prepare, .index]
  }
}
