/// One line of a list: what is needed to draw it, and nothing more.
public struct QueueRow: Sendable, Equatable {
  public var item: ItemID
  public var revision: Int
  public var state: ItemState
  /// The most urgent flag's, or nil for an item without flags.
  public var label: Label?
  public var severity: Severity?
  public var posted: Timestamp?
  /// The first 200 scalars of the text, unsafe characters and all.
  public var excerpt: String
  /// Stretches of `excerpt` that private or offensive spans cover, clipped to it.
  public var spans: [Span]
  public var channel: String
  /// Who is deciding about it just now.
  public var claimedBy: String?
  /// When a snoozed item comes back.
  public var until: Timestamp?
  public var position: QueuePosition

  public init(
    item: ItemID, revision: Int, state: ItemState, label: Label?, severity: Severity?, posted: Timestamp?,
    excerpt: String, spans: [Span], channel: String, claimedBy: String? = nil,
    until: Timestamp? = nil, position: QueuePosition
  ) {
    self.item = item
    self.revision = revision
    self.state = state
    self.label = label
    self.severity = severity
    self.posted = posted
    self.excerpt = excerpt
    self.spans = spans
    self.channel = channel
    self.claimedBy = claimedBy
    self.until = until
    self.position = position
  }
}

/// A place in a list's order, for paging from a key: unique, and it stays true when rows leave.
public struct QueuePosition: Sendable, Hashable, Comparable {
  /// Greater comes first.
  public var urgency: Int
  /// Smaller comes first.
  public var order: Int64
  /// Row number, the last tie-breaker.
  public var row: Int64

  public init(urgency: Int, order: Int64, row: Int64) {
    self.urgency = urgency
    self.order = order
    self.row = row
  }

  public static func < (a: QueuePosition, b: QueuePosition) -> Bool {
    (-a.urgency, a.order, a.row) < (-b.urgency, b.order, b.row)
  }
}

/// The numbers of the status line.
public struct Backlog: Sendable, Equatable {
  public var open: Int
  /// Open items with a flag of severity high or critical.
  public var urgent: Int
  public var escalated: Int
  /// Decisions to be carried out on a platform that no action sheet has yet.
  public var unexported: Int
  /// Decisions that did not take on the platform.
  public var untaken: Int
  /// When the oldest open item was posted, or came in where the feed does not say.
  public var oldest: Timestamp?

  public init(
    open: Int = 0, urgent: Int = 0, escalated: Int = 0, unexported: Int = 0, untaken: Int = 0,
    oldest: Timestamp? = nil
  ) {
    self.open = open
    self.urgent = urgent
    self.escalated = escalated
    self.unexported = unexported
    self.untaken = untaken
    self.oldest = oldest
  }
}

/// Everything about one item that a screen shows.
public struct ItemDetail: Sendable, Equatable {
  public var item: ItemID
  public var externalID: String
  public var channel: String
  public var platform: String
  /// The author's stable alias within the channel: `weka-2207`. The name itself stays in the vault.
  public var alias: String
  public var threadTitle: String?
  public var posted: PlatformTime?
  public var revision: Int
  public var text: String
  public var flags: [Flag]
  public var state: ItemState
  public var platformState: Comment.PlatformState
  /// Earlier and later comments of the same thread around this one, oldest first, this one included.
  public var thread: [ThreadEntry]
  /// Events about this item, oldest first.
  public var history: [Event]
  public var attachments: [String]
  /// What colleagues wrote about it, oldest first.
  public var notes: [ItemNote] = []
  /// What it said before it was edited, oldest first.
  public var earlier: [EarlierText] = []

  public init(
    item: ItemID, externalID: String, channel: String, platform: String, alias: String, threadTitle: String?,
    posted: PlatformTime?, revision: Int, text: String, flags: [Flag], state: ItemState,
    platformState: Comment.PlatformState, thread: [ThreadEntry], history: [Event], attachments: [String]
  ) {
    self.item = item
    self.externalID = externalID
    self.channel = channel
    self.platform = platform
    self.alias = alias
    self.threadTitle = threadTitle
    self.posted = posted
    self.revision = revision
    self.text = text
    self.flags = flags
    self.state = state
    self.platformState = platformState
    self.thread = thread
    self.history = history
    self.attachments = attachments
  }
}

/// One comment of a thread, as context.
public struct ThreadEntry: Sendable, Equatable {
  public var item: ItemID
  public var alias: String
  public var posted: Timestamp?
  public var text: String
  /// The item that it answers, where that is on the desk.
  public var parent: ItemID?
  public var state: ItemState
  /// What its flags marked in it, so that its neighbours' screens can mask it as its own does.
  public var spans: [Span]

  public init(
    item: ItemID, alias: String, posted: Timestamp?, text: String, parent: ItemID?, state: ItemState,
    spans: [Span] = []
  ) {
    self.spans = spans
    self.item = item
    self.alias = alias
    self.posted = posted
    self.text = text
    self.parent = parent
    self.state = state
  }
}

/// What a colleague wrote about an item. The words are in the vault.
public struct ItemNote: Sendable, Equatable {
  public var person: String
  public var at: Timestamp
  public var text: String

  public init(person: String, at: Timestamp, text: String) {
    self.person = person
    self.at = at
    self.text = text
  }
}

/// A text that an item had before it was edited.
public struct EarlierText: Sendable, Equatable {
  /// From 1.
  public var revision: Int
  public var text: String

  public init(revision: Int, text: String) {
    self.revision = revision
    self.text = text
  }
}
