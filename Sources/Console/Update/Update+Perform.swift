import Moderation
import Terminal

extension ConsoleState {
  /// Does what a key or the palette says.
  mutating func perform(_ instruction: Instruction, _ surroundings: Surroundings) -> [Command] {
    if let name = ScreenName(instruction.action) { return open(name, surroundings) }
    switch instruction.action {
    case .quit: return [.quit]
    case .close: return close()
    case .help:
      overlay = .help(HelpPage())
      return []
    case .palette:
      overlay = .palette(Palette(recent: recentCommands))
      return []
    case .undoView: return undoView(surroundings)
    case .tour:
      overlay = .tour(page: 0)
      return []
    default: break
    }
    let room = room(surroundings)
    if let outcome = withSideScreen({ $0.perform(instruction, room) }) {
      if let told = outcome.notice { notice = told }
      if let opened = outcome.overlay { overlay = opened }
      if let item = outcome.goTo { return goToComment(item, surroundings) }
      return outcome.commands
    }
    return performInList(instruction, surroundings)
  }

  private mutating func performInList(_ instruction: Instruction, _ surroundings: Surroundings) -> [Command] {
    switch instruction.action {
    case .refresh: return refresh()
    case .down: return moveCursor(by: 1)
    case .up: return moveCursor(by: -1)
    case .pageDown: return moveCursor(by: max(1, listHeight - 1))
    case .pageUp: return moveCursor(by: -max(1, listHeight - 1))
    case .first: return leap(.start)
    case .last: return leap(.end)
    case .textDown: return scrollText(by: max(1, textHeight / 2), surroundings.care)
    case .textUp: return scrollText(by: -max(1, textHeight / 2), surroundings.care)
    case .mark, .markRange, .markList, .markThread, .markAuthor, .markSimilar, .unmark:
      return performMark(instruction.action)
    case .filter, .toggle, .filters, .filtersOff, .dropFilters, .saveFilter, .useFilter:
      return performFilter(instruction, surroundings)
    case .search, .nextHit, .previousHit, .order: return performFind(instruction, surroundings)
    case .focus:
      past.note(.focus(isFocused), isFocused ? "back to the list" : "one comment on the whole screen")
      isFocused.toggle()
      scrollToCursor()
      return readMoreIfNeeded()
    case .why, .policyText, .thread, .versions, .raw, .note, .unmask: return look(instruction.action, surroundings)
    case .accept, .hide, .delete, .escalate, .record, .leave, .undo, .snooze, .skip, .hold, .same:
      return decide(instruction, surroundings)
    case .hideMarked, .deleteMarked, .escalateMarked, .recordMarked, .leaveMarked, .snoozeMarked, .skipMarked,
      .holdMarked:
      return decideAboutMarked(instruction, surroundings)
    case .step, .goToComment, .checklist, .part, .nextChoice, .previousChoice, .closedToo, .exportView:
      let screens = [Action.cases, .log, .reports, .channels].map { surroundings.keys.title(of: $0) }.joined(
        separator: " ")
      return say(.problem("“\(instruction.action.hint)” is for the screens \(screens)."))
    case .queue, .escalated, .cases, .log, .reports, .channels, .snoozed, .untaken, .everything, .palette, .help, .tour,
      .close, .quit, .undoView:
      return []
    }
  }

  private mutating func decide(_ instruction: Instruction, _ surroundings: Surroundings) -> [Command] {
    switch instruction.action {
    case .accept: return acceptSuggestion(surroundings)
    case .snooze: return openSnooze(surroundings)
    case .same: return decideAsLast(surroundings)
    case .undo:
      committing = true
      return [.undo]
    default:
      return verb(of: instruction.action).map { pick($0, under: instruction.argument, surroundings) } ?? []
    }
  }

  /// Escape with nothing open: what narrows the view goes, the last first. It never quits.
  private mutating func close() -> [Command] {
    if isFocused {
      isFocused = false
      scrollToCursor()
      return readMoreIfNeeded()
    }
    if !search.needle.isEmpty { search = Search() }
    return []
  }

  private mutating func open(_ name: ScreenName, _ surroundings: Surroundings) -> [Command] {
    guard name != screen else { return [] }
    past.note(.screen(screen, at: sideScreen == nil ? queue.current?.item : nil), "the screen \(name.action.hint)")
    return show(name, at: nil, surroundings)
  }

  /// Shows one comment among all of the desk. What narrows the lists would hide it, so it is switched off first.
  private mutating func goToComment(_ item: ItemID, _ surroundings: Surroundings) -> [Command] {
    past.note(.screen(screen, at: nil), "the screen \(Action.everything.hint)")
    let off = filters.isActive ? performFilter(Instruction(.filtersOff), surroundings) : []
    return off + show(.list(.all), at: item, surroundings)
  }

  // MARK: Palette and help

  mutating func press(_ key: Key, in open: Palette, _ surroundings: Surroundings) -> [Command] {
    var palette = open
    let choices = palette.choices(surroundings.keys)
    switch key {
    case .escape:
      overlay = nil
      return []
    case .up: palette.selected = max(0, palette.selected - 1)
    case .down: palette.selected = min(max(0, choices.count - 1), palette.selected + 1)
    case .tab: palette.complete(surroundings.keys)
    case .enter:
      guard choices.indices.contains(palette.selected) else {
        notice = .problem("There is no command “\(palette.field.text)”.")
        overlay = open.field.text.isEmpty ? nil : .palette(open)
        return []
      }
      return run(choices[palette.selected].instruction, surroundings)
    default: if palette.field.press(key) { palette.selected = 0 }
    }
    overlay = .palette(palette)
    return []
  }

  private mutating func run(_ instruction: Instruction, _ surroundings: Surroundings) -> [Command] {
    if case .failure(let problem) = Instruction.parse(instruction.text) {
      notice = .problem(DecisionText.capitalised(problem.message) + ".")
      return []
    }
    overlay = nil
    recentCommands.removeAll { $0 == instruction.text }
    recentCommands.insert(instruction.text, at: 0)
    recentCommands = Array(recentCommands.prefix(20))
    guard !instruction.action.needsDetail || detail?.item == queue.current?.item else {
      notice = .problem("This comment is still being read.")
      return []
    }
    return perform(instruction, surroundings)
  }

  mutating func press(_ key: Key, in open: HelpPage, _ surroundings: Surroundings) -> [Command] {
    var page = open
    let entries = page.entries(surroundings.keys)
    switch key {
    case .escape, .function(1):
      overlay = nil
      return []
    case .up: page.selected = max(0, page.selected - 1)
    case .down: page.selected = min(max(0, entries.count - 1), page.selected + 1)
    case .pageUp: page.selected = max(0, page.selected - 10)
    case .pageDown: page.selected = min(max(0, entries.count - 1), page.selected + 10)
    case .home: page.selected = 0
    case .end: page.selected = max(0, entries.count - 1)
    case .enter:
      guard entries.indices.contains(page.selected),
        case .success(let instruction) = Instruction.parse(entries[page.selected].command)
      else { return [] }
      return run(instruction, surroundings)
    default: if page.field.press(key) { page.selected = 0 }
    }
    overlay = .help(page)
    return []
  }
}
