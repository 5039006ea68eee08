import Desk
import Moderation
import Terminal

/// The console without a terminal: the same update and view, keys from a script, the screen as text. For tests and bug
/// reports; what is decided in it is decided.
///
/// Every command is answered before the next key, so that a script gives the same screens each time. What only a clock or
/// another hand would bring does not come: the watch and the index for words do not run.
public struct ScriptedConsole {
  private var state: ConsoleState
  private let worker: DeskWorker
  private let surroundings: Surroundings
  private let clock: @Sendable () -> Timestamp
  private var speaker = PlainSpeaker()
  private var refreshes = 0
  /// What `--plain` would have written so far, where the script is run so; each line on which the person stood begins `> `.
  public private(set) var transcript: [String] = []
  private let isPlain: Bool
  /// Whether the script has quit.
  public private(set) var hasQuit = false

  /// Reads the first page.
  public init(
    desk: Desk, surroundings: Surroundings, size: TerminalSize, isPlain: Bool = false,
    clock: @escaping @Sendable () -> Timestamp
  ) {
    self.isPlain = isPlain
    state = ConsoleState(size: isPlain ? PlainFace.size : size, now: clock())
    worker = DeskWorker(
      desk: desk, user: surroundings.user, explain: surroundings.explain, export: surroundings.export,
      localTime: surroundings.localTime)
    self.surroundings = surroundings
    self.clock = clock
    carryOut(state.start(surroundings))
    speak()
  }

  /// Presses a key and waits for everything that follows from it. After a quit nothing happens any more.
  public mutating func press(_ key: Key) {
    guard !hasQuit else { return }
    carryOut(update(&state, .tick(clock()), surroundings) + update(&state, .key(key), surroundings))
    speak()
  }

  private mutating func speak() {
    guard isPlain else { return }
    let speech = speaker.speech(state, surroundings, all: state.refreshes != refreshes)
    refreshes = state.refreshes
    if speech.isInPlace, !transcript.isEmpty { transcript.removeLast() }
    transcript += speech.lines + (speech.standing.map { ["> " + $0] } ?? [])
  }

  /// Lets go of what is held: the script is over.
  public func close() { worker.close() }

  /// Where the person is, as it would be kept.
  var session: ConsoleSession { state.session }

  /// What the screen shows.
  public var canvas: Canvas { view(state, surroundings) }

  private mutating func carryOut(_ commands: [Command]) {
    var waiting = commands[...]
    while let command = waiting.popFirst() {
      switch command {
      case .quit: hasQuit = true
      case .index, .pauseIndex, .tourIsOver: break
      case .keep(let filters): _ = surroundings.keepFilters(filters)
      default:
        guard let answer = worker.carryOut(command) else { continue }
        waiting += update(&state, answer, surroundings)
      }
    }
  }
}
