import Terminal

/// One line that is being typed. The cursor stands at its end unless it was moved.
struct TextField: Sendable, Equatable {
  private(set) var text: String
  /// Characters before the cursor.
  private(set) var cursor: Int

  init(_ text: String = "") {
    self.text = text
    cursor = text.count
  }

  /// What stands before the cursor.
  var head: String { String(text.prefix(cursor)) }

  /// Whether the key was one that edits.
  mutating func press(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .backspace: remove(1)
    case .delete: if cursor < text.count { text.remove(at: index(cursor)) }
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(text.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = text.count
    case .control("u"): remove(cursor)
    case .control("w"): remove(lastWord)
    default: return false
    }
    return true
  }

  /// What was pasted: one line, whatever it holds.
  mutating func insert(_ more: String) {
    let line = String(more.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    text.insert(contentsOf: line, at: index(cursor))
    cursor += line.count
    // A mark that joins the letter before it makes no character of its own.
    cursor = min(cursor, text.count)
  }

  /// Puts other words in the place of some scalars; the cursor stands behind them.
  mutating func replace(_ scalars: Range<Int>, with words: String) {
    let all = text.unicodeScalars
    let start = all.index(all.startIndex, offsetBy: min(scalars.lowerBound, all.count))
    let end = all.index(all.startIndex, offsetBy: min(scalars.upperBound, all.count))
    let head = String(all[..<start]) + words
    text = head + String(all[end...])
    cursor = min(head.count, text.count)
  }

  private mutating func remove(_ count: Int) {
    let count = min(count, cursor)
    text.removeSubrange(index(cursor - count)..<index(cursor))
    cursor -= count
  }

  /// How many characters the word before the cursor has, with the blanks behind it.
  private var lastWord: Int {
    var kept = Substring(head)
    while kept.last == " " { kept.removeLast() }
    while let last = kept.last, last != " " { kept.removeLast() }
    return cursor - kept.count
  }

  private func index(_ offset: Int) -> String.Index { text.index(text.startIndex, offsetBy: offset) }
}
