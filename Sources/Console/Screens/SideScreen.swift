import Moderation
import Terminal

/// A screen that is no list of comments: the log, and whatever joins it.
///
/// To add one: a type that conforms to this in a folder of its own here (its state and update in one file, its view in
/// another), a property for it in `ConsoleState`, and a case in `ScreenName`, in `Action` with its key, and in the
/// exhaustive switches that the compiler then names. What it must read, it asks for with a `Command` that the worker
/// answers with a `Message`, which `update` hands to `receive`. A screen without data behind it is left out of
/// `ConsoleState.tabs`.
protocol SideScreen: Sendable, Equatable {
  /// What to ask for when the screen is opened, or is to be read anew.
  mutating func open(_ room: ScreenRoom) -> [Command]
  /// Does what a key stands for; what the screen has no use for it says in `notice`.
  mutating func perform(_ instruction: Instruction, _ room: ScreenRoom) -> ScreenOutcome
  /// Keeps the cursor on the screen after a change of size.
  mutating func fit(_ room: ScreenRoom) -> [Command]
  /// What the hint line offers.
  var hints: [Action] { get }
  /// Draws list and detail.
  func draw(_ room: ScreenRoom, on canvas: inout Canvas)
  /// The row under the cursor as a sentence, and what the screen says besides, for `--plain`.
  func spoken(_ room: ScreenRoom) -> Spoken
}

/// What a screen needs to know of where it stands.
struct ScreenRoom: Sendable {
  var surroundings: Surroundings
  var layout: Layout
  var now: Timestamp
}

/// What became of a key.
struct ScreenOutcome: Sendable {
  var commands: [Command] = []
  var notice: Notice?
  /// What opens over the screen.
  var overlay: Overlay?
  /// The comment that is gone to.
  var goTo: ItemID?

  static func ask(_ commands: [Command]) -> ScreenOutcome { ScreenOutcome(commands: commands) }
  static func ask(_ question: SideDialog) -> ScreenOutcome { ScreenOutcome(overlay: .side(question)) }
  static func say(_ notice: Notice) -> ScreenOutcome { ScreenOutcome(notice: notice) }
}

/// A screen in lines that are read aloud.
struct Spoken: Sendable, Equatable {
  /// What the screen is: `Queue: 142 open, 6 urgent`.
  var title: String
  /// The row under the cursor.
  var row: String
  /// What belongs to the row.
  var detail: [String]
}

extension ConsoleState {
  /// Lets the screen that is shown change itself, where it is no list.
  mutating func withSideScreen<Value>(_ body: (inout any SideScreen) -> Value) -> Value? {
    switch screen {
    case .list: return nil
    case .log:
      var side: any SideScreen = log
      defer { log = side as? LogScreen ?? log }
      return body(&side)
    case .reports:
      var side: any SideScreen = reports
      defer { reports = side as? ReportsScreen ?? reports }
      return body(&side)
    case .channels:
      var side: any SideScreen = channels
      defer { channels = side as? ChannelsScreen ?? channels }
      return body(&side)
    case .cases:
      var side: any SideScreen = cases
      defer { cases = side as? CasesScreen ?? cases }
      return body(&side)
    }
  }

  /// The screen that is shown, where it is no list.
  var sideScreen: (any SideScreen)? {
    switch screen {
    case .list: nil
    case .log: log
    case .cases: cases
    case .reports: reports
    case .channels: channels
    }
  }

  func room(_ surroundings: Surroundings) -> ScreenRoom {
    ScreenRoom(surroundings: surroundings, layout: layout, now: now)
  }
}
