import Desk
import Moderation
import Terminal

/// What happened: a key, the passing of time, or the answer to a command.
public enum Message: Sendable {
  case key(Key)
  /// What came from the clipboard: text, never keys.
  case paste(String)
  /// A click, on the canvas.
  case pointed(CanvasPosition)
  /// A mouse wheel, in rows; negative is up.
  case wheel(Int)
  case resized(TerminalSize)
  /// The time now, at most once a minute unless something else happened.
  case tick(Timestamp)
  case page(QueueQuery, [QueueRow], Fetch)
  case detail(ItemDetail?, for: ItemID)
  case backlog(Backlog)
  case committed([Event], [QueueRow], Backlog)
  case undone([Event], [QueueRow], Backlog)
  case refused(Refusal)
  /// The next hit of a search, with how many come before it in the list.
  case found(QueueRow?, place: Int?, needle: String)
  /// The rows that were marked when the console was left.
  case recalled([QueueRow])
  /// Exactly how many comments a list holds.
  case counted(Int, QueueQuery)
  /// What is to be marked, and what it is: `the whole conversation`.
  case gathered([QueueRow], what: String)
  case events([Event], Fetch)
  case verified(Verification)
  case failed(String)
  /// Why a comment is flagged, and why not, a sentence each.
  case explained([String], for: ItemID)
  case importing(ImportProgress)
  /// Who else is here, what they are deciding about, and how long the ledger is.
  case news(DeskNews)
  /// What was written since, and the rows that are held as they are now.
  case others([Event], [QueueRow], Backlog)
  case rows([QueueRow])
  case claimed(ClaimOutcome)
  /// It is in the ledger that this person lets an item's words be shown.
  case unmaskNoted(ItemID)
  case noted(ItemID)
  case indexing(IndexProgress)
  /// What a screen beside the lists asked for.
  case side(SideAnswer)
}

extension Message {
  /// What a mouse did. A double click means no more than a click: nothing is decided by one.
  init(_ event: MouseEvent) {
    switch event.action {
    case .press, .doublePress: self = .pointed(CanvasPosition(row: event.row, column: event.column))
    case .wheelUp: self = .wheel(-3)
    case .wheelDown: self = .wheel(3)
    }
  }
}

/// How far a background import is.
public struct ImportProgress: Sendable, Equatable {
  public var read: Int
  public var new: Int
  public var changed: Int
  public var skipped: Int
  public var finished: Bool
  /// What could not be read at all, ready to be shown.
  public var problem: String?

  public init(read: Int, new: Int, changed: Int, skipped: Int, finished: Bool, problem: String? = nil) {
    self.read = read
    self.new = new
    self.changed = changed
    self.skipped = skipped
    self.finished = finished
    self.problem = problem
  }
}

/// Which rows of a list are meant.
public enum Fetch: Sendable, Equatable {
  /// From the top; the cursor goes to the first row.
  case first
  /// From the top, but the cursor stays on this row's number.
  case again(cursor: Int)
  case last
  case after
  case before
  /// What lies around a place, itself included. The answer is a `split`.
  case around
  /// So many rows lie before the place, the rest from it on.
  case split(Int)
}

/// Work that takes time. It runs off the main thread and comes back as a message.
public enum Command: Sendable, Equatable {
  case page(QueueQuery, Fetch, from: QueuePosition?)
  /// What lies around an item, or where it would be, in whatever order the list is. The answer is a `split`.
  case pageAt(QueueQuery, ItemID)
  /// Reads what filters ask of every item, so that the first one does not wait for it.
  case prepare
  case detail(ItemID)
  case backlog
  /// With a note of what a batch was chosen by.
  case commit([Decision], note: String?)
  case undo
  /// The next row, or the one before, of a list that is narrowed to the hits. Goes round at the end.
  case find(String, QueueQuery, from: QueuePosition?, forward: Bool)
  case count(QueueQuery)
  /// Keeps the filters that the person gave names to.
  case keep(SavedFilters)
  /// The first steps need not be shown again.
  case tourIsOver
  /// All rows of a list, as many as may be marked.
  case gather(QueueQuery, what: String)
  /// What waits of the conversation that an item stands in.
  case gatherThread(ItemID)
  /// What waits and says nearly the same as an item.
  case gatherSimilar(ItemID)
  case recall([ItemID])
  case events(before: Int64?, Fetch)
  case verify
  /// Where the ledger ends and who is here, as a beginning.
  case news
  /// What was written after an event, as far as it is about these items or is news to a person.
  case others(after: Int64, about: Set<ItemID>)
  case rows([ItemID])
  /// Takes an item up, or goes on holding it.
  case claim(ItemID)
  case release(ItemID)
  case noteUnmasked(ItemID)
  case note(String, on: ItemID)
  /// Brings back snoozed items whose time has come.
  case wake
  /// Goes on with the index for words, in the background.
  case index
  case pauseIndex
  /// Asks the classifier why.
  case explain(String, for: ItemID)
  /// What a screen beside the lists asks for.
  case side(SideCommand)
  case quit
}
