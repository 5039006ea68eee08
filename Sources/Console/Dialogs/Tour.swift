import Terminal

/// The first steps, a page at a time. They can be left for good at once, and called back by name.
enum Tour {
  struct Page: Sendable, Equatable {
    var title: String
    var lines: [String]
  }

  static func pages(_ keys: KeyMap) -> [Page] {
    func key(_ action: Action) -> String { keys.title(of: action) }
    return [
      Page(
        title: "What you see",
        lines: [
          "Comments wait on the left, the most urgent first; the one under",
          "the cursor is on the right: its text with what was found marked,",
          "why it was flagged, and what the policy suggests.", "",
          "\(key(.down)) and \(key(.up)), or the arrows, move. Nothing is posted anywhere: what you",
          "decide goes into a log, and onto a sheet when you export it.",
        ]),
      Page(
        title: "Deciding",
        lines: [
          "\(key(.accept))  accepts what is suggested: one key where it is right.",
          "\(key(.hide)) \(key(.delete)) \(key(.escalate)) \(key(.record)) \(key(.leave))"
            + "  hide, delete, escalate, record, leave up. Each asks for the",
          "   reason: a digit takes it, or type some letters of it.",
          "\(key(.same))  does the same as last time.",
          "\(key(.undo))  takes the last decision back, as often as you like.",
        ]),
      Page(
        title: "Many at once",
        lines: [
          "\(key(.mark)) marks a comment; m shows what else can be marked at once.",
          "\(key(.hideMarked)), \(key(.leaveMarked)) and the other capitals decide about all that are marked.",
          "\(key(.filter)) shows only some: label:health age<2h \"exact words\".",
          "\(key(.undoView)) takes marks, filters and leaps back.",
        ]),
      Page(
        title: "When you are stuck, or it is too much",
        lines: [
          "\(key(.help)) shows every key, \(key(.palette)) finds anything by its name.",
          "Words that may distress are masked: \(key(.unmask)) shows them, and the log",
          "notes it. Nobody has to read them to decide.",
          "Esc closes whatever is open. \(key(.quit)) quits; everything is saved already.",
        ]),
    ]
  }
}

extension ConsoleState {
  mutating func press(_ key: Key, inTour page: Int) -> [Command] {
    switch key {
    case .escape, .character("q"):
      overlay = nil
      return [.tourIsOver]
    case .left, .up, .pageUp, .backspace: overlay = .tour(page: max(0, page - 1))
    default:
      guard page + 1 < Tour.pages(.standard).count else {
        overlay = nil
        return [.tourIsOver]
      }
      overlay = .tour(page: page + 1)
    }
    return []
  }
}

enum TourView {
  static func draw(_ page: Int, _ keys: KeyMap, on canvas: inout Canvas) {
    let pages = Tour.pages(keys)
    guard pages.indices.contains(page) else { return }
    let foot = "\(page + 1) of \(pages.count) · any key goes on · ← back · esc ends it for good"
    let lines = pages[page].lines + ["", foot]
    let plain = lines.map { [DetailText.Piece(text: $0, style: $0 == foot ? "text.dim" : "dialog")] }
    let box = TextBox.area(rows: lines.count + 2, on: canvas)
    PickerView.clear(box, on: &canvas)
    canvas.box(
      row: box.row, column: box.column, rows: box.rows, columns: box.columns, title: pages[page].title,
      style: "dialog", titleStyle: "dialog.title")
    let inside = box.inside
    for (index, line) in plain.enumerated() where index < inside.rows {
      canvas.put(line, row: inside.row + index, column: inside.column + 1, width: inside.columns - 2)
    }
  }
}
