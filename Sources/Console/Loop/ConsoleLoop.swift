import Desk
import Moderation
import Synchronization
import Terminal

/// The console: keys and answers in, canvases out, until the person quits.
@MainActor
public struct ConsoleLoop {
  private var face: any ConsoleFace
  private let worker: DeskWorker
  private let watch: DeskWatch
  private let indexer: WordIndexer
  private let surroundings: Surroundings
  private let clock: @Sendable () -> Timestamp
  private let mailbox: Mailbox

  /// - Parameters:
  ///   - clock: gives the time now.
  ///   - mailbox: where work in the background posts what it has to say.
  public init(
    screen: Screen, desk: Desk, surroundings: Surroundings, mailbox: Mailbox,
    clock: @escaping @Sendable () -> Timestamp
  ) {
    self.init(face: ScreenFace(screen: screen), desk, surroundings, mailbox, clock)
  }

  /// The same in lines that are written once and never repainted, for a screen reader.
  public init(
    lines terminal: LineTerminal, desk: Desk, surroundings: Surroundings, mailbox: Mailbox,
    clock: @escaping @Sendable () -> Timestamp
  ) {
    self.init(face: PlainFace(terminal: terminal), desk, surroundings, mailbox, clock)
  }

  private init(
    face: any ConsoleFace, _ desk: Desk, _ surroundings: Surroundings, _ mailbox: Mailbox,
    _ clock: @escaping @Sendable () -> Timestamp
  ) {
    self.face = face
    self.surroundings = surroundings
    self.clock = clock
    self.mailbox = mailbox
    worker = DeskWorker(
      desk: desk, user: surroundings.user, explain: surroundings.explain, export: surroundings.export,
      localTime: surroundings.localTime)
    watch = DeskWatch(desk: desk, user: surroundings.user) { mailbox.post($0) }
    indexer = WordIndexer(desk: desk) { mailbox.post($0) }
  }

  /// Returns when the person quits. The screen is still the console's: the caller stops it.
  public mutating func run() {
    var state = ConsoleState(size: face.size, now: clock())
    let queues = WorkQueues()
    watch.start()
    defer {
      indexer.pause()
      watch.stop()
    }
    let keeper = SessionKeeper(surroundings.keepSession)
    defer { keeper.finish() }
    var commands = state.start(surroundings)
    while true {
      for command in commands {
        switch command {
        case .quit: return
        case .index: indexer.start()
        case .pauseIndex: indexer.pause()
        case .tourIsOver: queues.run(command) { [surroundings] in surroundings.endTour() }
        case .keep(let filters):
          queues.run(command) { [surroundings, mailbox] in
            if let problem = surroundings.keepFilters(filters) { mailbox.post(.failed(problem)) }
          }
        default:
          queues.run(command) { [worker, mailbox] in
            if let message = worker.carryOut(command) { mailbox.post(message) }
          }
        }
      }
      commands = []
      face.show(state, surroundings)
      keeper.note(state.session)
      for message in next(after: state.now) { commands += update(&state, message, surroundings) }
    }
  }

  /// Sleeps until something happens, at most until the minute turns: ages are shown in minutes. What others do comes in as
  /// mail, once a second at most and only if there is something.
  private func next(after shown: Timestamp) -> [Message] {
    let waiting = mailbox.take()
    if !waiting.isEmpty { return waiting }
    let toNextMinute = Int(60_000 - clock().milliseconds % 60_000)
    switch face.wait(timeoutMilliseconds: toNextMinute) {
    case .key(let key): return [.tick(clock()), .key(key)]
    case .resize(let size): return [.resized(size)]
    case .paste(let text): return [.tick(clock()), .paste(text)]
    case .mouse(let event): return [.tick(clock()), Message(event)]
    case .wake: return mailbox.take()
    case .timeout: return [.tick(clock())]
    }
  }
}

/// Where threads in the background leave messages for the console.
public final class Mailbox: Sendable {
  private let messages = Mutex<[Message]>([])
  private let waker: Waker

  public init(waker: Waker) { self.waker = waker }

  public func post(_ message: Message) {
    messages.withLock { $0.append(message) }
    waker.wake()
  }

  func take() -> [Message] {
    messages.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
  }
}
