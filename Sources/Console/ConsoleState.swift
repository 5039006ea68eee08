import Desk
import Moderation
import Terminal

/// Everything that the screen depends on, as a value. Only `update` changes it; `view` only reads it.
public struct ConsoleState: Sendable, Equatable {
  var size: TerminalSize
  var now: Timestamp
  var screen: ScreenName = .list(.queue)
  var queue = ListWindow<QueueRow>()
  var log = ListWindow<Event>()
  /// The item under the cursor, once it has been read.
  var detail: ItemDetail?
  /// First line of the detail's text that is shown.
  var detailTop = 0
  var unmasked = false
  var backlog = Backlog()
  var verification: Verification?
  var overlay: Overlay?
  var notice: Notice?
  var lastSearch = ""
  /// A commit or an undo is on its way. Keys wait, so that none acts on an item that is about to leave.
  var committing = false
  var waitingKeys: [Key] = []
  var importing: ImportProgress?
  /// Whether any key was pressed: until then, an import may still reorder the list.
  var touched = false

  public init(size: TerminalSize, now: Timestamp) {
    self.size = size
    self.now = now
  }

  /// What to ask for before the first key.
  public static var start: [Command] { [.page(.queue, .first, from: nil), .backlog] }

  var view: QueueView {
    switch screen {
    case .list(let view): view
    case .log: .queue
    }
  }
}

/// The screens; those without data behind them yet are not here.
enum ScreenName: Sendable, Hashable {
  case list(QueueView)
  case log
}

/// What lies over the screen and takes the keys.
enum Overlay: Sendable, Equatable {
  case help(top: Int)
  case picker(ReasonPicker)
  case rationale(ReasonPicker, text: String)
  case search(text: String)
}

/// One line at the foot of the screen.
struct Notice: Sendable, Equatable {
  var text: String
  var kind: Kind

  enum Kind: Sendable, Equatable { case done, problem }

  static func done(_ text: String) -> Notice { Notice(text: text, kind: .done) }
  static func problem(_ text: String) -> Notice { Notice(text: text, kind: .problem) }
}

/// What the console is told once: the rules, who sits here, and how to read a clock.
public struct Surroundings: Sendable {
  public var policy: AgencyPolicy
  public var authority: Authority
  /// Civil time in the agency's zone.
  public var localTime: @Sendable (Timestamp) -> CivilTime
  /// Shown until the agency has a policy of its own.
  public var usesShippedPolicy: Bool

  public init(
    policy: AgencyPolicy, authority: Authority, usesShippedPolicy: Bool,
    localTime: @escaping @Sendable (Timestamp) -> CivilTime
  ) {
    self.policy = policy
    self.authority = authority
    self.usesShippedPolicy = usesShippedPolicy
    self.localTime = localTime
  }
}
