/// Says what changed: lines to be printed, and the line on which the person then stands.
struct PlainSpeaker {
  private var last: PlainScreen?
  private var standing: String?

  /// What is to be written; nothing where nothing to be told has changed.
  struct Speech: Equatable {
    var lines: [String] = []
    /// The line where the person is; nil where they are where they were.
    var standing: String?
    var isTyping = false
    /// Whether the line is the same one, with something more typed.
    var isInPlace = false

    var isEmpty: Bool { lines.isEmpty && standing == nil }
  }

  /// - Parameter all: everything again, for whoever asks where they are.
  mutating func speech(_ state: ConsoleState, _ surroundings: Surroundings, all: Bool = false) -> Speech {
    let screen = PlainScreen(state, surroundings)
    let before = all ? nil : last
    last = screen
    var speech = Speech()
    if screen.title != before?.title {
      speech.lines.append(screen.title)
      if case .list(.queue) = state.screen { speech.lines.append(Self.backlog(state)) }
    }
    if let notice = screen.notice, notice != before?.notice { speech.lines.append(notice) }
    if let dialog = screen.dialog {
      if dialog.title != before?.dialog?.title { speech.lines.append(dialog.title) }
      // Choices are read out when the dialog opens; then only the one that is pointed at.
      if dialog.title != before?.dialog?.title || dialog.lines != before?.dialog?.lines && dialog.isTyping {
        speech.lines += dialog.lines
      }
    } else if screen.detail != before?.detail || before?.dialog != nil && all {
      // Of a comment that was told already, only what is new about it.
      let isSame = before?.dialog == nil && screen.key?.item != nil && screen.key?.item == before?.key?.item
      let told = isSame ? before?.detail ?? [] : []
      speech.lines += screen.detail.filter { !told.contains($0) }
    }
    var now = screen.dialog?.standing ?? screen.row
    // Where nothing can be pointed at, the person stands on what was said last.
    if now.isEmpty, screen.dialog?.isTyping == false { now = speech.lines.popLast() ?? standing ?? "" }
    let isSameRow = screen.dialog == nil && before?.dialog == nil && screen.key == before?.key && before != nil
    if !speech.lines.isEmpty || now != standing && !isSameRow {
      speech.isTyping = screen.dialog?.isTyping ?? false
      speech.isInPlace = speech.lines.isEmpty && speech.isTyping && before?.dialog?.isTyping == true
      speech.standing = now
      standing = now
    }
    return speech
  }

  private static func backlog(_ state: ConsoleState) -> String {
    var parts = ["\(state.backlog.open) open", "\(state.backlog.urgent) urgent"]
    if state.backlog.escalated > 0 { parts.append("\(state.backlog.escalated) escalated") }
    if let oldest = Age.words(since: state.backlog.oldest, now: state.now) { parts.append("oldest \(oldest)") }
    return parts.joined(separator: ", ") + "."
  }
}
