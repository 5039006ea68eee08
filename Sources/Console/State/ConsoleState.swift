import Desk
import Moderation
import Terminal

/// Everything that the screen depends on, as a value. Only `update` changes it; `view` only reads it.
public struct ConsoleState: Sendable, Equatable {
  var size: TerminalSize
  var now: Timestamp
  var screen: ScreenName = .list(.queue)
  var queue = ListWindow<QueueRow>()
  var log = LogScreen()
  var cases = CasesScreen()
  var reports = ReportsScreen()
  var channels = ChannelsScreen()
  /// The item under the cursor, once it has been read.
  var detail: ItemDetail?
  /// First line of the detail's text that is shown.
  var detailTop = 0
  /// Whether the masked words of the item under the cursor are shown.
  var unmasked = false
  /// Items of which the ledger has it already that their words were shown here.
  var unmaskedBefore: Set<ItemID> = []
  var backlog = Backlog()
  var overlay: Overlay?
  var notice: Notice?
  /// The keys pressed so far of a sequence that wants more.
  var pending: [Key] = []
  /// What narrows the lists, and in what order they are.
  var filters = Filters()
  var order: QueueQuery.Order?
  var marks = Marks()
  /// What the last bulk decision was about: undoing it marks them again.
  var lastBulk: [ItemID: Marks.Marked] = [:]
  /// Marks, filters and moves that can be taken back.
  var past = ViewHistory()
  var search = Search()
  /// The count for a line that is being typed, while it is not answered.
  var countAsked: QueueQuery?
  /// Whether one comment has the whole screen.
  var isFocused = false
  /// What `.` does again.
  var lastDecision: Decision?
  /// Commands that were run from the palette, the last one first.
  var recentCommands: [String] = []
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

  var exposure: Exposure
  /// How often the list was asked to be read anew: who listens wants everything told again then.
  var refreshes = 0

  public init(size: TerminalSize, now: Timestamp) {
    exposure = Exposure(since: now)
    self.size = size
    self.now = now
  }

  var view: QueueView {
    switch screen {
    case .list(let view): view
    case .log, .cases, .reports, .channels: .queue
    }
  }

  /// The list that is shown, with its filters and order.
  var query: QueueQuery { filters.query(view, order: order) }

  /// Whether the item of a row still waits in the list that is shown.
  func waits(_ row: QueueRow) -> Bool {
    switch query.view {
    case .queue: row.state.status == .open
    case .escalated: row.state.status == .escalated
    case .snoozed: row.state.status == .snoozed
    case .untaken: row.state.stage == .notApplied || row.state.stage == .changed
    case .all: row.state.status == .open
    }
  }
}
