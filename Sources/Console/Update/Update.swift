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
  case .paste(let text): return state.paste(text, surroundings)
  case .pointed(let place): return state.point(at: place, surroundings)
  case .wheel(let steps): return state.wheel(steps, surroundings)
  case .resized(let size): return state.resize(to: size, surroundings)
  case .tick(let now): return state.timePassed(to: now)
  case .page(let query, let rows, let fetch): return state.receive(rows, of: query, fetch)
  case .detail(let detail, let item):
    guard state.queue.current?.item == item else { return [] }
    state.take(detail, surroundings)
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
  case .failed(let why): return state.giveUp(why) + state.releaseUnlessOpen()
  case .found(let row, let place, let needle): return state.goTo(row, place: place, needle: needle, surroundings)
  case .recalled(let rows): _ = state.marks.add(rows)
  case .counted(let count, let query): return state.learn(count, of: query, surroundings)
  case .gathered(let rows, let what): return state.mark(rows, as: what)
  case .events(let events, let fetch): state.log.receive(events, fetch, state.room(surroundings))
  case .verified(let verification): state.log.verification = verification
  case .importing(let progress): return state.importMoved(to: progress)
  case .news(let news): return state.receive(news, surroundings)
  case .others(let events, let rows, let backlog):
    return state.othersDid(events, rows, backlog, surroundings)
  case .rows(let rows): state.refreshRows(rows)
  case .claimed(let outcome): return state.receive(outcome, surroundings)
  case .noted(let item):
    state.notice = .done("The note is kept.")
    return state.queue.current?.item == item ? [.detail(item)] : []
  case .unmaskNoted(let item):
    state.unmaskedBefore.insert(item)
    if state.detail?.item == item { state.unmasked = true }
  case .side(let answer): return state.receive(answer, surroundings)
  case .indexing(let progress): state.indexing = progress.isComplete ? nil : progress
  }
  return []
}

extension ConsoleState {
  /// Presses the keys that wait, as far as they can be pressed: none while the desk is writing, and none that decides about
  /// an item that has not been read yet. So a person who types ahead decides about what comes up, in order.
  mutating func pressWaitingKeys(_ surroundings: Surroundings) -> [Command] {
    var commands: [Command] = []
    while !committing, let key = waitingKeys.first, !mustWait(key, surroundings.keys) {
      waitingKeys.removeFirst()
      commands += press(key, surroundings)
    }
    return commands
  }

  private func mustWait(_ key: Key, _ keys: KeyMap) -> Bool {
    guard overlay == nil, sideScreen == nil, let current = queue.current?.item, detail?.item != current,
      case .instruction(let instruction) = keys.answer(to: pending + [key])
    else { return false }
    return instruction.action.needsDetail
  }

  mutating func resize(to size: TerminalSize, _ surroundings: Surroundings) -> [Command] {
    self.size = size
    scrollToCursor()
    let room = room(surroundings)
    return withSideScreen { $0.fit(room) } ?? readMoreIfNeeded()
  }

  mutating func take(_ read: ItemDetail?, _ surroundings: Surroundings) {
    if let held = detail, let read, held.item == read.item, held.revision != read.revision {
      // Other words than those that somebody asked to see.
      unmasked = false
      unmaskedBefore.remove(read.item)
    }
    detail = read
    detailTop = max(0, min(detailTop, DetailText.lines(of: self, surroundings.care).count - 1))
    if let read, exposure.note(read, at: now, surroundings.care) {
      notice = .news(
        "You have read \(exposure.count) hard comments since \(surroundings.localTime(exposure.since).clock). "
          + "A pause is a good idea; the queue keeps.")
    }
  }

  /// Says what went wrong and forgets keys that were typed ahead: they were meant for a screen that did not come.
  mutating func giveUp(_ why: String) -> [Command] {
    notice = .problem(why)
    committing = false
    waitingKeys = []
    pending = []
    queue.loading = nil
    search.asked = nil
    return []
  }

  mutating func press(_ key: Key, _ surroundings: Surroundings) -> [Command] {
    notice = nil
    if let overlay { return press(key, in: overlay, surroundings) }
    // Escape closes a sequence that was begun before it does anything else.
    if !pending.isEmpty, key == .escape {
      pending = []
      return []
    }
    let keys = pending + [key]
    pending = []
    switch surroundings.keys.answer(to: keys) {
    case .instruction(let instruction): return perform(instruction, surroundings)
    case .prefix:
      pending = keys
      return []
    case .nothing:
      notice = .problem("\(keys.title) does nothing here; \(surroundings.keys.title(of: .help)) shows the keys.")
      return []
    }
  }

  private mutating func press(_ key: Key, in open: Overlay, _ surroundings: Surroundings) -> [Command] {
    switch open {
    case .help(let page): return press(key, in: page, surroundings)
    case .palette(let palette): return press(key, in: palette, surroundings)
    case .snooze(let menu, let target): return press(key, in: menu, target, surroundings)
    case .picker(let picker): return press(key, in: picker, surroundings)
    case .rationale(let picker, let field): return press(key, in: picker, rationale: field, surroundings)
    case .confirm(let plan): return press(key, in: plan)
    case .search(let field): return press(key, search: field, surroundings)
    case .query(let line): return press(key, in: line, surroundings)
    case .filters(let panel): return press(key, in: panel, surroundings)
    case .note(let dialog): return press(key, in: dialog)
    case .tour(let page): return press(key, inTour: page)
    case .side(let dialog): return press(key, in: dialog, surroundings)
    case .why(let sentences, let top):
      overlay = scrolled(key, top, surroundings.keys).map { .why(sentences, top: $0) }
    case .page(var page):
      overlay = scrolled(key, page.top, surroundings.keys).map { top in
        page.top = top
        return .page(page)
      }
    }
    return []
  }

  /// Where a text that takes the keys stands after one; nil when the key closes it.
  private func scrolled(_ key: Key, _ top: Int, _ keys: KeyMap) -> Int? {
    guard case .instruction(let instruction) = keys.answer(to: [key]) else { return nil }
    switch instruction.action {
    case .down, .textDown: return top + 1
    case .up, .textUp: return max(0, top - 1)
    case .pageDown: return top + 10
    case .pageUp: return max(0, top - 10)
    default: return nil
    }
  }

  /// What was pasted is text, never keys: a clipboard with `d` in it must not delete, nor a `1` choose a reason.
  mutating func paste(_ text: String, _ surroundings: Surroundings) -> [Command] {
    notice = nil
    switch overlay {
    case .help(var page):
      page.field.insert(text)
      page.selected = 0
      overlay = .help(page)
    case .palette(var palette):
      palette.field.insert(text)
      palette.selected = 0
      overlay = .palette(palette)
    case .picker(var picker):
      picker.filter.insert(text)
      picker.selected = 0
      overlay = .picker(picker)
    case .rationale(let picker, var field):
      field.insert(text)
      overlay = .rationale(picker, field)
    case .note(var dialog):
      dialog.field.insert(text)
      overlay = .note(dialog)
    case .side(let dialog): overlay = .side(dialog.inserting(text))
    case .search(var field):
      field.insert(text)
      overlay = .search(field)
      return lookAsTyped(field.text)
    case .query(var line):
      line.field.insert(text)
      line.read(vocabulary(surroundings))
      overlay = .query(line)
      return count(of: line)
    case .snooze, .confirm, .filters, .why, .page, .tour, nil:
      notice = .problem("Pasted text is not taken for keys. Open a line to paste it into.")
    }
    return []
  }
}
