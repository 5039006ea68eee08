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
  /// Whether the masked words of the item under the cursor are shown.
  var unmasked = false
  /// Items of which the ledger has it already that their words were shown here.
  var unmaskedBefore: Set<ItemID> = []
  var backlog = Backlog()
  var verification: Verification?
  var overlay: Overlay?
  var notice: Notice?
  var lastSearch = ""
  /// A commit or an undo is on its way. Keys wait, so that none acts on an item that is about to leave.
  var committing = false
  var waitingKeys: [Key] = []
  var importing: ImportProgress?
  /// How far the index for words is, while it is behind.
  var indexing: IndexProgress?
  /// Whether any key was pressed: until then, an import may still reorder the list.
  var touched = false
  /// The last event that this console has heard of; nil before the first look.
  var sequence: Int64?
  /// Everybody who has the desk open.
  var people: [Presence] = []
  /// What others are deciding about just now.
  var claims: [ItemID: Claim] = [:]
  /// The item that this console took up.
  var claiming: ItemID?

  public init(size: TerminalSize, now: Timestamp) {
    self.size = size
    self.now = now
  }

  /// What to ask for before the first key.
  public static var start: [Command] {
    [.news, .page(QueueQuery(.queue), .first, from: nil), .backlog, .wake, .index]
  }

  var view: QueueView {
    switch screen {
    case .list(let view): view
    case .log: .queue
    }
  }

  /// Whether the item of a row still waits in the list that is shown.
  func waits(_ row: QueueRow) -> Bool {
    switch view {
    case .queue: row.state.status == .open
    case .escalated: row.state.status == .escalated
    case .snoozed: row.state.status == .snoozed
    case .untaken: row.state.stage == .notApplied || row.state.stage == .changed
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
  case snooze(SnoozeMenu, Shown)
  case picker(ReasonPicker)
  case rationale(ReasonPicker, text: String)
  case search(text: String)
  /// Why the comment is flagged, and why not.
  case why([String], top: Int)

  /// The item that is being decided about in it.
  var item: ItemID? {
    switch self {
    case .snooze(_, let shown): shown.item
    case .picker(let picker), .rationale(let picker, _): picker.shown.item
    case .help, .search, .why: nil
    }
  }
}

/// One line at the foot of the screen.
struct Notice: Sendable, Equatable {
  var text: String
  var kind: Kind

  enum Kind: Sendable, Equatable {
    case done, problem
    /// What somebody else did.
    case news
  }

  static func done(_ text: String) -> Notice { Notice(text: text, kind: .done) }
  static func problem(_ text: String) -> Notice { Notice(text: text, kind: .problem) }
  static func news(_ text: String) -> Notice { Notice(text: text, kind: .news) }
}
