import Desk
import Moderation
import Terminal

/// The one function that changes the state. Pure: what takes time is returned as commands.
public func update(_ state: inout ConsoleState, _ message: Message, _ surroundings: Surroundings) -> [Command] {
  switch message {
  case .key(let key):
    state.touched = true
    state.waitingKeys.append(key)
    return state.pressWaitingKeys(surroundings)
  case .resized(let size):
    state.size = size
    state.scrollToCursor()
    return state.readMoreIfNeeded()
  case .tick(let now): return state.timePassed(to: now)
  case .page(let view, let rows, let fetch): return state.receive(rows, of: view, fetch)
  case .detail(let detail, let item):
    guard state.queue.current?.item == item else { return [] }
    state.take(detail)
    if detail == nil { return state.giveUp("This comment cannot be read from the desk.") }
    return state.pressWaitingKeys(surroundings)
  case .backlog(let backlog): state.backlog = backlog
  case .committed(let events, let rows, let backlog):
    return state.acknowledge(events, rows, backlog, surroundings)
  case .undone(let events, let rows, let backlog):
    return state.acknowledgeUndo(events, rows, backlog, surroundings)
  case .refused(let refusal): return state.wasRefused(refusal)
  case .explained(let sentences, let item):
    if state.queue.current?.item == item, state.overlay == nil { state.overlay = .why(sentences, top: 0) }
    return []
  case .failed(let why): return state.giveUp(why) + state.releaseUnlessOpen()
  case .found(let row, let needle): return state.goTo(row, needle: needle)
  case .events(let events, let fetch): state.receive(events, fetch)
  case .verified(let verification): state.verification = verification
  case .importing(let progress): return state.importMoved(to: progress)
  case .news(let news): return state.receive(news, surroundings)
  case .others(let events, let rows, let backlog):
    return state.othersDid(events, rows, backlog, surroundings)
  case .rows(let rows): state.refreshRows(rows)
  case .claimed(let outcome): return state.receive(outcome, surroundings)
  case .unmaskNoted(let item):
    state.unmaskedBefore.insert(item)
    if state.detail?.item == item { state.unmasked = true }
  case .indexing(let progress): state.indexing = progress.isComplete ? nil : progress
  }
  return []
}

extension ConsoleState {
  /// Presses the keys that wait, as far as they can be pressed: none while the desk is writing, and none that decides about
  /// an item that has not been read yet. So a person who types ahead decides about what comes up, in order.
  mutating func pressWaitingKeys(_ surroundings: Surroundings) -> [Command] {
    var commands: [Command] = []
    while !committing, let key = waitingKeys.first, !mustWait(key) {
      waitingKeys.removeFirst()
      commands += press(key, surroundings)
    }
    return commands
  }

  private func mustWait(_ key: Key) -> Bool {
    guard overlay == nil, let current = queue.current?.item, detail?.item != current else { return false }
    switch Action.of(key) {
    case .accept, .hide, .delete, .escalate, .record, .leave, .snooze, .skip, .hold, .unmask: return screen != .log
    default: return false
    }
  }

  mutating func take(_ read: ItemDetail?) {
    if let held = detail, let read, held.item == read.item, held.revision != read.revision {
      // Other words than those that somebody asked to see.
      unmasked = false
      unmaskedBefore.remove(read.item)
    }
    detail = read
    detailTop = max(0, min(detailTop, DetailText.lines(of: self).count - 1))
  }

  /// Says what went wrong and forgets keys that were typed ahead: they were meant for a screen that did not come.
  mutating func giveUp(_ why: String) -> [Command] {
    notice = .problem(why)
    committing = false
    waitingKeys = []
    queue.loading = nil
    return []
  }

  mutating func press(_ key: Key, _ surroundings: Surroundings) -> [Command] {
    notice = nil
    switch overlay {
    case .help(let top): return pressInHelp(key, top: top)
    case .snooze(let menu, let shown): return press(key, in: menu, shown, surroundings)
    case .picker(let picker): return press(key, in: picker)
    case .rationale(let picker, let text): return press(key, in: picker, rationale: text)
    case .search(let text): return press(key, search: text)
    case .why(let sentences, let top):
      overlay = scrolled(key, top).map { .why(sentences, top: $0) }
      return []
    case nil: break
    }
    guard let action = Action.of(key) else {
      notice = .problem("\(key.title) does nothing here; ? shows the keys.")
      return []
    }
    return perform(action, surroundings)
  }

  private mutating func perform(_ action: Action, _ surroundings: Surroundings) -> [Command] {
    switch action {
    case .quit: return [.quit]
    case .close: return []
    case .help:
      overlay = .help(top: 0)
      return []
    case .queue: return show(.list(.queue))
    case .escalated: return show(.list(.escalated))
    case .snoozed: return show(.list(.snoozed))
    case .untaken: return show(.list(.untaken))
    case .log: return show(.log)
    case .refresh: return refresh()
    case .down: return moveCursor(by: 1)
    case .up: return moveCursor(by: -1)
    case .pageDown: return moveCursor(by: max(1, listHeight - 1))
    case .pageUp: return moveCursor(by: -max(1, listHeight - 1))
    case .first: return goToEdge(.start)
    case .last: return goToEdge(.end)
    case .textDown: return scrollText(by: max(1, textHeight / 2))
    case .textUp: return scrollText(by: -max(1, textHeight / 2))
    case .accept, .hide, .delete, .escalate, .record, .leave, .undo, .snooze, .skip, .hold, .why, .search, .unmask:
      guard screen != .log else {
        notice = .problem("The log is read-only. 1 goes back to the queue.")
        return []
      }
      return performOnItem(action, surroundings)
    }
  }

  private mutating func performOnItem(_ action: Action, _ surroundings: Surroundings) -> [Command] {
    switch action {
    case .accept: return acceptSuggestion(surroundings)
    case .hide, .delete, .escalate, .record, .leave, .skip, .hold:
      return verb(of: action).map { pick($0, surroundings) } ?? []
    case .snooze: return openSnooze(surroundings)
    case .undo:
      committing = true
      return [.undo]
    case .why:
      guard let detail, queue.current?.item == detail.item else { return [] }
      return [.explain(detail.text, for: detail.item)]
    case .search:
      overlay = .search(text: "")
      return []
    case .unmask: return unmask(surroundings)
    case .down, .up, .pageDown, .pageUp, .first, .last, .textDown, .textUp, .refresh, .queue, .escalated, .log,
      .snoozed, .untaken, .help, .close, .quit:
      return []
    }
  }

  /// Shows the masked words of the item under the cursor, once it is in the ledger that somebody asked for them.
  private mutating func unmask(_ surroundings: Surroundings) -> [Command] {
    guard let detail, queue.current?.item == detail.item else { return [] }
    guard detail.flags.contains(where: { $0.spans.contains { $0.type.isDistressing } }) else {
      notice = .problem("Nothing is masked in this comment.")
      return []
    }
    if unmasked || unmaskedBefore.contains(detail.item) {
      unmasked.toggle()
      notice = .done(unmasked ? "Masked words are shown. v masks them again." : "Distressing words are masked.")
      return []
    }
    if let refusal = surroundings.rights(at: now).refusal(of: .unmask, on: detail.channel) {
      notice = .problem("Not allowed: \(refusal.message).")
      return []
    }
    return [.noteUnmasked(detail.item)]
  }

  private mutating func pressInHelp(_ key: Key, top: Int) -> [Command] {
    overlay = scrolled(key, top).map { .help(top: $0) }
    return []
  }

  /// Where a text that takes the keys stands after one; nil when the key closes it.
  private func scrolled(_ key: Key, _ top: Int) -> Int? {
    switch Action.of(key) {
    case .down: top + 1
    case .up: max(0, top - 1)
    case .pageDown: top + 10
    case .pageUp: max(0, top - 10)
    default: nil
    }
  }
}
