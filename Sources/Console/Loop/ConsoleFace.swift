import Moderation
import Terminal

/// What shows the console to a person and waits for their keys: a screen that is repainted, or lines that are read aloud.
@MainActor
protocol ConsoleFace {
  var size: TerminalSize { get }
  mutating func show(_ state: ConsoleState, _ surroundings: Surroundings)
  func wait(timeoutMilliseconds: Int?) -> TerminalEvent
}

/// The whole terminal as one canvas.
struct ScreenFace: ConsoleFace {
  let screen: Screen

  var size: TerminalSize { screen.size }
  mutating func show(_ state: ConsoleState, _ surroundings: Surroundings) { screen.draw(view(state, surroundings)) }
  func wait(timeoutMilliseconds: Int?) -> TerminalEvent { screen.wait(timeoutMilliseconds: timeoutMilliseconds) }
}

/// Lines, each written once.
struct PlainFace: ConsoleFace {
  /// A comment is one line, however long: whoever reads aloud breaks it, not docket.
  nonisolated static let size = TerminalSize(columns: 10_000, rows: 60)

  let terminal: LineTerminal
  private var speaker = PlainSpeaker()
  private var refreshes = 0

  init(terminal: LineTerminal) { self.terminal = terminal }

  var size: TerminalSize { Self.size }

  mutating func show(_ state: ConsoleState, _ surroundings: Surroundings) {
    let speech = speaker.speech(state, surroundings, all: state.refreshes != refreshes)
    refreshes = state.refreshes
    guard !speech.isEmpty else { return }
    if !speech.isInPlace { terminal.leaveLine() }
    terminal.write(speech.lines)
    if let standing = speech.standing {
      terminal.stand(on: standing, typing: speech.isTyping, replacing: speech.isInPlace)
    }
  }

  func wait(timeoutMilliseconds: Int?) -> TerminalEvent { terminal.wait(timeoutMilliseconds: timeoutMilliseconds) }
}
