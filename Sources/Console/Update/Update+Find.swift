import Moderation
import Terminal

extension ConsoleState {
  mutating func performFind(_ instruction: Instruction, _ surroundings: Surroundings) -> [Command] {
    switch instruction.action {
    case .search:
      search = Search()
      search.origin = queue.current?.position
      guard let words = instruction.argument else {
        overlay = .search(TextField())
        return []
      }
      return look(for: words, forward: true, from: search.origin)
    case .nextHit, .previousHit:
      guard !search.needle.isEmpty else {
        return say(.problem("Nothing is searched for; \(surroundings.keys.title(of: .search)) begins a search."))
      }
      return look(for: search.needle, forward: instruction.action == .nextHit, from: queue.current?.position)
    case .order: return setOrder(instruction.argument)
    default: return []
    }
  }

  private mutating func setOrder(_ name: String?) -> [Command] {
    guard let wanted = name.flatMap(QueueQuery.Order.init(rawValue:)) else {
      return say(.problem("Say which: order urgent, order oldest or order newest."))
    }
    guard wanted != query.order else { return say(.problem("The list is in that order already.")) }
    let here = queue.current?.item
    past.note(.order(order, at: here), "the order \(wanted.rawValue)")
    order = wanted
    notice = .done("Ordered: \(wanted.title).")
    return readAround(here)
  }

  // MARK: Search

  mutating func press(_ key: Key, search open: TextField, _ surroundings: Surroundings) -> [Command] {
    var field = open
    switch key {
    case .escape:
      overlay = nil
      let origin = search.origin
      search = Search()
      guard let origin, origin != queue.current?.position else { return [] }
      return readAround(origin)
    case .enter:
      overlay = nil
      let needle = field.text
      guard !needle.isEmpty else { return [] }
      if let origin = search.origin { past.note(.leap(from: origin), "the search for “\(needle)”") }
      // What was found as it was typed is where the cursor is already.
      if needle == search.needle, search.asked == nil, !field.text.isEmpty { return reportSearch(surroundings) }
      return look(for: needle, forward: true, from: search.origin.map(Self.before))
    default:
      guard field.press(key) else { return [] }
      overlay = .search(field)
      return lookAsTyped(field.text)
    }
  }

  /// Looks while it is being typed: one question at a time, the newest words next.
  mutating func lookAsTyped(_ text: String) -> [Command] {
    guard text.count >= 2 || text.unicodeScalars.contains(where: { $0.value > 0x2E80 }) else {
      search.needle = ""
      return []
    }
    guard search.asked == nil else { return [] }
    return look(for: text, forward: true, from: search.origin.map(Self.before))
  }

  /// The comment where a search begins may be the first hit.
  private static func before(_ position: QueuePosition) -> QueuePosition {
    var before = position
    before.row -= 1
    return before
  }

  private mutating func look(for needle: String, forward: Bool, from position: QueuePosition?) -> [Command] {
    guard let hits = Search.hits(needle, in: query) else { return [] }
    let isNew = search.needle != needle || filters.count(of: hits) == nil
    search.needle = needle
    search.asked = needle
    search.place = nil
    return [.find(needle, hits, from: position, forward: forward)] + (isNew ? [.count(hits)] : [])
  }

  /// Goes to what a search found: in the rows that are held, or by reading the list from there.
  mutating func goTo(_ row: QueueRow?, place: Int?, needle: String, _ surroundings: Surroundings) -> [Command] {
    guard search.asked == needle else { return [] }
    search.asked = nil
    search.isEmptyHanded = row == nil
    search.place = place
    if case .search(let field) = overlay, field.text != needle { return lookAsTyped(field.text) }
    let told = overlay == nil ? reportSearch(surroundings) : []
    guard let row, case .list = screen else { return told }
    guard let index = queue.rows.firstIndex(where: { $0.item == row.item }) else { return readAround(row.position) }
    let before = queue.current?.item
    queue.move(to: index)
    scrollToCursor()
    return (queue.current?.item == before ? [] : readDetail()) + readMoreIfNeeded()
  }

  mutating func reportSearch(_ surroundings: Surroundings) -> [Command] {
    if search.isEmptyHanded { return say(.problem("Nothing in this list has “\(search.needle)”.")) }
    let next = surroundings.keys.title(of: .nextHit)
    let previous = surroundings.keys.title(of: .previousHit)
    return say(.done("“\(search.needle)”\(hitsFound) · \(next) next · \(previous) previous"))
  }

  /// `: 3 of 34`, as far as it is known.
  var hitsFound: String {
    let count = Search.hits(search.needle, in: query).flatMap { filters.count(of: $0) }
    return switch (search.place, count) {
    case (let place?, let count?): ": \(Number.grouped(place + 1)) of \(Number.grouped(count))"
    case (nil, let count?): ": \(Number.grouped(count))"
    default: ""
    }
  }
}

extension QueueQuery.Order {
  /// As the list's frame says it.
  var title: String {
    switch self {
    case .urgent: "most urgent first"
    case .oldest: "oldest first"
    case .newest: "newest first"
    case .latest: "latest first"
    }
  }
}
