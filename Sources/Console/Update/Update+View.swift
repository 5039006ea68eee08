import Moderation
import Terminal

extension ConsoleState {
  /// Takes the last change of the view back and says what it was. Decisions are taken back by their own key.
  mutating func undoView(_ surroundings: Surroundings) -> [Command] {
    guard let step = past.takeLast() else {
      return say(.problem("No mark, filter or move of the view is left to take back; u takes back decisions."))
    }
    notice = .done("Taken back: \(step.what).")
    switch step.change {
    case .marks(let added, let removed):
      marks.remove(added.keys)
      marks.add(removed)
      return []
    case .filters(let before, let item):
      filters.restore(before)
      return readFiltered(at: item)
    case .order(let before, let item):
      order = before
      return readAround(item)
    case .screen(let name, let item): return show(name, at: item, surroundings)
    case .leap(let position): return goBack(to: position)
    case .focus(let before):
      isFocused = before
      scrollToCursor()
      return readMoreIfNeeded()
    }
  }

  /// Reads the list around a place: what is there, or what comes next where that is no longer in the list.
  mutating func readAround(_ position: QueuePosition?) -> [Command] {
    // Nothing is read at the ends of what is about to be replaced.
    queue.loading = .end
    guard let position else { return [.page(query, .first, from: nil)] }
    return [.page(query, .around, from: position)]
  }

  /// The same for an item: a place in one list means nothing in another.
  mutating func readAround(_ item: ItemID?) -> [Command] {
    queue.loading = .end
    guard let item else { return [.page(query, .first, from: nil)] }
    return [.pageAt(query, item)]
  }

  private mutating func goBack(to position: QueuePosition) -> [Command] {
    guard let index = queue.rows.firstIndex(where: { $0.position == position }) else { return readAround(position) }
    let before = queue.current?.item
    queue.move(to: index)
    scrollToCursor()
    return (queue.current?.item == before ? [] : readDetail()) + readMoreIfNeeded()
  }

  /// Goes to the first or last row, which can be taken back: it is far.
  mutating func leap(_ edge: ListWindow<QueueRow>.Edge) -> [Command] {
    if let position = queue.current?.position {
      past.note(.leap(from: position), "the leap to the \(edge == .start ? "first" : "last") comment")
    }
    return goToEdge(edge)
  }
}
