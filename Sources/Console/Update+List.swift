import Moderation
import Terminal

extension ConsoleState {
  mutating func show(_ name: ScreenName) -> [Command] {
    guard name != screen else { return [] }
    screen = name
    detailTop = 0
    switch name {
    case .list(let view):
      queue = ListWindow()
      detail = nil
      return [.page(QueueQuery(view), .first, from: nil), .backlog]
    case .log:
      log = ListWindow()
      verification = nil
      return [.events(before: nil, .first), .verify]
    }
  }

  /// Reads the list anew; the cursor stays on its row number.
  mutating func refresh() -> [Command] {
    switch screen {
    case .list(let view):
      guard let row = queue.current, !queue.reachedStart || queue.cursor >= ListWindow<QueueRow>.page else {
        return [.page(QueueQuery(view), .again(cursor: queue.cursor), from: nil), .backlog]
      }
      return readAround(row, view) + [.backlog]
    case .log: return [.events(before: nil, .first), .verify]
    }
  }

  mutating func receive(_ rows: [QueueRow], of view: QueueView, _ fetch: Fetch) -> [Command] {
    guard screen == .list(view) else { return [] }
    switch fetch {
    case .first: queue.replace(with: rows, edge: .start)
    case .again(let cursor): queue.replace(with: rows, edge: .start, cursor: cursor)
    case .last: queue.replace(with: rows, edge: .end)
    case .after: queue.append(rows)
    case .before: queue.prepend(rows)
    }
    scrollToCursor()
    return readDetail() + readMoreIfNeeded()
  }

  mutating func moveCursor(by distance: Int) -> [Command] {
    switch screen {
    case .list:
      let before = queue.current?.item
      queue.move(by: distance)
      scrollToCursor()
      return (queue.current?.item == before ? [] : readDetail()) + readMoreIfNeeded()
    case .log:
      log.move(by: distance)
      scrollToCursor()
      return readMoreIfNeeded()
    }
  }

  mutating func goToEdge(_ edge: ListWindow<QueueRow>.Edge) -> [Command] {
    switch (screen, edge) {
    case (.list(let view), .start) where !queue.reachedStart: return [.page(QueueQuery(view), .first, from: nil)]
    case (.list(let view), .end) where !queue.reachedEnd: return [.page(QueueQuery(view), .last, from: nil)]
    case (.list, .start): return moveCursor(by: -queue.rows.count)
    case (.list, .end): return moveCursor(by: queue.rows.count)
    case (.log, .start): return moveCursor(by: -log.rows.count)
    case (.log, .end): return moveCursor(by: log.rows.count)
    }
  }

  /// Goes to what a search found: in the rows that are held, or by reading the list from there.
  mutating func goTo(_ row: QueueRow?, needle: String) -> [Command] {
    guard let row, case .list(let view) = screen else {
      notice = .problem("Nothing in this list has “\(needle)”.")
      return []
    }
    if let index = queue.rows.firstIndex(where: { $0.item == row.item }) {
      queue.move(to: index)
      scrollToCursor()
      return readDetail() + readMoreIfNeeded()
    }
    return readAround(row, view)
  }

  /// Reads the list anew around a row, which stays under the cursor.
  private mutating func readAround(_ row: QueueRow, _ view: QueueView) -> [Command] {
    queue.replaceAround(row)
    return readDetail() + [
      .page(QueueQuery(view), .after, from: row.position), .page(QueueQuery(view), .before, from: row.position),
    ]
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
    switch screen {
    case .list(let view):
      guard let edge = queue.wanted(height: listHeight) else { return [] }
      queue.loading = edge
      switch edge {
      case .end: return queue.rows.last.map { [.page(QueueQuery(view), .after, from: $0.position)] } ?? []
      case .start: return queue.rows.first.map { [.page(QueueQuery(view), .before, from: $0.position)] } ?? []
      }
    case .log:
      guard log.wanted(height: listHeight) == .end, let last = log.rows.last else { return [] }
      log.loading = .end
      return [.events(before: last.sequence, .after)]
    }
  }

  mutating func scrollToCursor() {
    queue.scroll(height: listHeight)
    log.scroll(height: listHeight)
  }

  mutating func scrollText(by distance: Int) -> [Command] {
    let lines = screen == .log ? 0 : DetailText.lines(of: self).count
    detailTop = max(0, min(detailTop + distance, lines - 1))
    return []
  }

  mutating func receive(_ events: [Event], _ fetch: Fetch) {
    switch fetch {
    case .after: log.append(events)
    case .first, .again, .last, .before: log.replace(with: events, edge: .start)
    }
    scrollToCursor()
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
