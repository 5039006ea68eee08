/// Everything that can be done, by a key or by name in the palette. Its raw value is the name that keys.toml and `:` use.
///
/// Which keys do it is the `KeyMap`'s to say; dispatch, hint line, help, which-key, palette and the documents read both.
public enum Action: String, CaseIterable, Sendable {
  // About the comment under the cursor.
  case accept, hide, delete, escalate, record, leave, snooze, skip, hold
  case same = "same-as-last"
  case undo
  // About all that are marked.
  case hideMarked = "hide-marked"
  case deleteMarked = "delete-marked"
  case escalateMarked = "escalate-marked"
  case recordMarked = "record-marked"
  case leaveMarked = "leave-marked"
  case snoozeMarked = "snooze-marked"
  case skipMarked = "skip-marked"
  case holdMarked = "hold-marked"
  // Marks.
  case mark
  case markRange = "mark-range"
  case markList = "mark-list"
  case markThread = "mark-thread"
  case markAuthor = "mark-author"
  case markSimilar = "mark-similar"
  case unmark = "unmark-all"
  // What is in the list.
  case filter, toggle, filters
  case filtersOff = "filters-on-off"
  case dropFilters = "drop-filters"
  case saveFilter = "save-filter"
  case useFilter = "use-filter"
  case search
  case nextHit = "next-hit"
  case previousHit = "previous-hit"
  case order
  case undoView = "undo-view"
  // Closer looks.
  case focus, why
  case policyText = "policy-text"
  case thread, versions, raw, note, unmask
  // Moving.
  case down, up
  case pageDown = "page-down"
  case pageUp = "page-up"
  case first, last
  case textDown = "text-down"
  case textUp = "text-up"
  // In the screens beside the lists.
  case step = "take-step"
  case goToComment = "go-to-comment"
  case checklist
  case part = "other-part"
  case nextChoice = "next-choice"
  case previousChoice = "previous-choice"
  case closedToo = "closed-too"
  case exportView = "export-view"
  // Screens and the program.
  case queue, escalated, cases, log, reports, channels, snoozed, untaken
  case everything = "all"
  case palette, help, tour, refresh, close, quit

  /// What kind of thing it is, as help and documents group it.
  public enum Group: String, CaseIterable, Sendable {
    case decide = "Decide"
    case decideMarked = "Decide about all marked"
    case mark = "Mark"
    case find = "Filter and search"
    case look = "Look closer"
    case move = "Move"
    case beside = "In cases, log, reports and channels"
    case screen = "Screens"
    case program = "The program"
  }

  /// What may stand behind its name in the palette and in keys.toml.
  enum Argument: Sendable, Equatable {
    case query, words, reason, name, order
  }

  /// A word or two for the hint line.
  var hint: String { words.hint }
  /// A sentence for the help.
  var sentence: String { words.sentence }

  var group: Group {
    switch self {
    case .accept, .hide, .delete, .escalate, .record, .leave, .snooze, .skip, .hold, .same, .undo: .decide
    case .hideMarked, .deleteMarked, .escalateMarked, .recordMarked, .leaveMarked, .snoozeMarked, .skipMarked,
      .holdMarked:
      .decideMarked
    case .mark, .markRange, .markList, .markThread, .markAuthor, .markSimilar, .unmark: .mark
    case .filter, .toggle, .filters, .filtersOff, .dropFilters, .saveFilter, .useFilter, .search, .nextHit,
      .previousHit, .order,
      .undoView:
      .find
    case .focus, .why, .policyText, .thread, .versions, .raw, .note, .unmask: .look
    case .down, .up, .pageDown, .pageUp, .first, .last, .textDown, .textUp: .move
    case .step, .goToComment, .checklist, .part, .nextChoice, .previousChoice, .closedToo, .exportView: .beside
    case .queue, .escalated, .cases, .log, .reports, .channels, .snoozed, .untaken, .everything: .screen
    case .palette, .help, .tour, .refresh, .close, .quit: .program
    }
  }

  var argument: Argument? {
    switch self {
    case .hide, .delete, .escalate, .record, .leave, .skip, .hold, .hideMarked, .deleteMarked, .escalateMarked,
      .recordMarked, .leaveMarked, .skipMarked, .holdMarked:
      .reason
    case .filter, .toggle: .query
    case .search: .words
    case .saveFilter, .useFilter: .name
    case .order: .order
    case .accept, .snooze, .same, .undo, .snoozeMarked, .mark, .markRange, .markList, .markThread, .markAuthor,
      .markSimilar, .unmark, .filters, .filtersOff, .dropFilters, .nextHit, .previousHit, .undoView, .focus, .why,
      .policyText, .thread, .versions, .raw, .note, .unmask, .down, .up, .pageDown, .pageUp, .first, .last, .textDown,
      .textUp, .step, .goToComment, .checklist, .part, .nextChoice, .previousChoice, .closedToo, .exportView, .queue,
      .escalated, .cases, .log, .reports, .channels, .snoozed, .untaken, .everything, .palette, .help, .tour, .refresh,
      .close,
      .quit:
      nil
    }
  }

  /// Whether it decides about, or looks into, the comment under the cursor, which must have been read for that.
  var needsDetail: Bool {
    switch self {
    case .accept, .hide, .delete, .escalate, .record, .leave, .snooze, .skip, .hold, .same, .unmask, .policyText,
      .note, .versions, .markAuthor, .markThread, .markSimilar:
      true
    default: false
    }
  }

  private var words: (hint: String, sentence: String) {
    switch self {
    case .accept: ("accept", "Accept the suggestion and go to the next undecided comment.")
    case .hide: ("hide", "Hide it: choose the reason. On a hidden one: show it again.")
    case .delete: ("delete", "Delete: choose the reason, then Enter. It never acts alone.")
    case .escalate: ("escalate", "Hand it on: choose the reason; Tab changes to whom.")
    case .record: ("record", "Keep it as a business record: choose the reason.")
    case .leave: ("leave up", "Leave it up, which is logged too: choose the reason.")
    case .snooze: ("snooze", "Put it off: choose until when, then the reason.")
    case .skip: ("skip", "Go on undecided: choose the reason. It stays in the queue.")
    case .hold: ("hold", "Hold it back; Tab asks somebody. On a held one: publish it.")
    case .same: ("same again", "Decide as you did last: same verb, same reason.")
    case .undo: ("undo", "Take the last decision back. Again goes one further back.")
    case .hideMarked: ("hide marked", "Hide all that are marked, under one reason.")
    case .deleteMarked: ("delete marked", "Delete all that are marked, under one reason.")
    case .escalateMarked: ("escalate marked", "Hand on all that are marked.")
    case .recordMarked: ("record marked", "Keep all that are marked as records.")
    case .leaveMarked: ("leave marked", "Leave all that are marked up.")
    case .snoozeMarked: ("snooze marked", "Put off all that are marked.")
    case .skipMarked: ("skip marked", "Skip all that are marked.")
    case .holdMarked: ("hold marked", "Hold back all that are marked.")
    case .mark: ("mark", "Mark it, or take its mark away, and go down.")
    case .markRange: ("range", "Mark from the last mark to here.")
    case .markList: ("all in the list", "Mark everything that the filters let through.")
    case .markThread: ("thread", "Mark the whole conversation.")
    case .markAuthor: ("author", "Mark everything in this list by the same author.")
    case .markSimilar: ("similar text", "Mark what says nearly the same.")
    case .unmark: ("none", "Take all marks away.")
    case .filter: ("filter", "Show only what a query lets through; filters stack.")
    case .toggle: ("toggle", "Put a filter on, or off again: toggle label:health.")
    case .filters: ("filters", "List the filters: digits switch them, x drops, s saves.")
    case .filtersOff: ("all on or off", "Switch all filters off, or on again.")
    case .dropFilters: ("drop all", "Drop all filters.")
    case .saveFilter: ("save", "Save the filters under a name: save-filter floods.")
    case .useFilter: ("saved filter", "Put a saved filter on the others: use-filter floods.")
    case .search: ("search", "Search the list for words, as you type.")
    case .nextHit: ("next hit", "Go to the next hit of the search.")
    case .previousHit: ("previous hit", "Go to the hit before.")
    case .order: ("order", "Order the list: order urgent, oldest or newest.")
    case .undoView: ("undo view", "Take back the last mark, filter, order or change of screen.")
    case .focus: ("focus", "One comment on the whole screen, same keys; again: back.")
    case .why: ("why", "Why it is flagged, and why not, sentence by sentence.")
    case .policyText: ("policy", "What the policy says of the suggested reason.")
    case .thread: ("thread", "The conversation above and below.")
    case .versions: ("versions", "What an edited comment said before, word by word.")
    case .note: ("note", "Write a note for colleagues; it stays with the comment.")
    case .raw: ("raw text", "The text with its invisible characters spelt out.")
    case .unmask: ("unmask", "Show the masked words, which is logged, or mask them again.")
    case .down: ("down", "Next comment.")
    case .up: ("up", "Previous comment.")
    case .pageDown: ("page down", "One screen down.")
    case .pageUp: ("page up", "One screen up.")
    case .first: ("first", "First comment.")
    case .last: ("last", "Last comment.")
    case .textDown: ("scroll text", "Scroll a long comment down.")
    case .textUp: ("scroll back", "Scroll it back up.")
    case .queue: ("Queue", "Open comments, most urgent first.")
    case .escalated: ("Escalated", "Comments that wait for somebody else.")
    case .step: ("take a step", "Take a step of the case, or answer the escalation.")
    case .goToComment: ("comment", "Go to the comment that it is about.")
    case .checklist: ("checklist", "Walk the playbook, step by step.")
    case .part: ("other part", "Change to the other list or chart of the screen.")
    case .nextChoice: ("next", "The next kind of case, range of time or channel's part.")
    case .previousChoice: ("previous", "The one before.")
    case .closedToo: ("closed too", "What is over as well, or only what is open.")
    case .exportView: ("export", "Write exactly what is shown to a file.")
    case .cases: ("Cases", "Cases by the working days left, and escalations.")
    case .reports: ("Reports", "Flags, backlog, decisions and times as charts.")
    case .channels: ("Channels", "The register of channels, and which nobody has seen to.")
    case .log: ("Log", "Every event, newest first, and whether the chain holds.")
    case .snoozed: ("Snoozed", "Comments that were put off until a time.")
    case .untaken: ("Did not take", "Decisions that were sent out and did not take.")
    case .everything: ("All", "Everything on the desk, decided or not, newest first.")
    case .palette: ("commands", "Type the name of anything docket can do.")
    case .help: ("help", "This page.")
    case .tour: ("tour", "Show the first steps again.")
    case .refresh: ("refresh", "Read the list anew and redraw.")
    case .close: ("close", "Close whatever is open. It never quits.")
    case .quit: ("quit", "Quit. Everything decided is already on disk.")
    }
  }
}
