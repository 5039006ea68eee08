import Moderation
import Terminal

extension ConsoleState {
  mutating func show(_ name: ScreenName, at item: ItemID?, _ surroundings: Surroundings) -> [Command] {
    screen = name
    let room = room(surroundings)
    detailTop = 0
    if let commands = withSideScreen({ $0.open(room) }) { return commands }
    queue = ListWindow()
    detail = nil
    return readAround(item) + [.backlog]
  }

  /// Reads the list anew; the cursor stays on its row number.
  mutating func refresh() -> [Command] {
    refreshes += 1
    guard let row = queue.current, !queue.reachedStart || queue.cursor >= ListWindow<QueueRow>.page else {
      return [.page(query, .again(cursor: queue.cursor), from: nil), .backlog]
    }
    return readAround(row.position) + [.backlog]
  }

  mutating func receive(_ rows: [QueueRow], of read: QueueQuery, _ fetch: Fetch) -> [Command] {
    // An answer to a question that is no longer asked.
    guard case .list = screen, read == query else { return [] }
    switch fetch {
    case .first: queue.replace(with: rows, edge: .start)
    case .again(let cursor): queue.replace(with: rows, edge: .start, cursor: cursor)
    case .last: queue.replace(with: rows, edge: .end)
    case .after: queue.append(rows)
    case .before: queue.prepend(rows)
    case .around: break
    case .split(let before): queue.replace(with: rows, cursor: before, wanted: ListWindow<QueueRow>.page)
    }
    scrollToCursor()
    return (queue.current?.item == detail?.item && detail != nil ? [] : readDetail()) + readMoreIfNeeded()
  }

  mutating func moveCursor(by distance: Int) -> [Command] {
    let before = queue.current?.item
    queue.move(by: distance)
    scrollToCursor()
    return (queue.current?.item == before ? [] : readDetail()) + readMoreIfNeeded()
  }

  mutating func goToEdge(_ edge: ListWindow<QueueRow>.Edge) -> [Command] {
    switch edge {
    case .start where !queue.reachedStart: [.page(query, .first, from: nil)]
    case .end where !queue.reachedEnd: [.page(query, .last, from: nil)]
    case .start: moveCursor(by: -queue.rows.count)
    case .end: moveCursor(by: queue.rows.count)
    }
  }

  mutating func readDetail() -> [Command] {
    detailTop = 0
    if queue.current?.item != detail?.item { unmasked = false }
    guard let row = queue.current else {
      detail = nil
      return []
    }
    return [.detail(row.item)]
  }

  mutating func readMoreIfNeeded() -> [Command] {
    guard case .list = screen, let edge = queue.wanted(height: listHeight) else { return [] }
    queue.loading = edge
    switch edge {
    case .end: return queue.rows.last.map { [.page(query, .after, from: $0.position)] } ?? []
    case .start: return queue.rows.first.map { [.page(query, .before, from: $0.position)] } ?? []
    }
  }

  mutating func scrollToCursor() { queue.scroll(height: listHeight) }

  mutating func scrollText(by distance: Int, _ care: CareSettings) -> [Command] {
    detailTop = max(0, min(detailTop + distance, DetailText.lines(of: self, care).count - 1))
    return []
  }

  mutating func importMoved(to progress: ImportProgress) -> [Command] {
    let firstRows = queue.rows.isEmpty && progress.new > 0
    let isFirst = importing == nil
    importing = progress.finished ? nil : progress
    if let problem = progress.problem { notice = .problem(problem) }
    // The import has the lock to itself: it is what the person waits for.
    guard progress.finished else { return (isFirst ? [.pauseIndex] : []) + (firstRows ? refresh() : []) }
    if progress.problem == nil {
      let skipped = progress.skipped == 0 ? "" : ", \(progress.skipped) could not be read"
      let changed = progress.changed == 0 ? "" : ", \(progress.changed) edited"
      let news = "\(progress.new) new comments\(changed)\(skipped)."
      let fold = touched && progress.new + progress.changed > 0 ? " ^L folds them into the list." : ""
      notice = .done(news + fold)
    }
    return (touched ? [.backlog] : refresh()) + [.index]
  }
}
