import Desk
import Moderation
import Terminal

/// What happened: a key, the passing of time, or the answer to a command.
public enum Message: Sendable {
  case key(Key)
  case resized(TerminalSize)
  /// The time now, at most once a minute unless something else happened.
  case tick(Timestamp)
  case page(QueueView, [QueueRow], Fetch)
  case detail(ItemDetail?, for: ItemID)
  case backlog(Backlog)
  case committed([Event], [QueueRow], Backlog)
  case undone([Event], [QueueRow], Backlog)
  case refused(Refusal)
  case found(QueueRow?, needle: String)
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
  case indexing(IndexProgress)
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
}

/// Work that takes time. It runs off the main thread and comes back as a message.
public enum Command: Sendable, Equatable {
  case page(QueueQuery, Fetch, from: QueuePosition?)
  case detail(ItemID)
  case backlog
  case commit([Decision])
  case undo
  case find(String, QueueQuery, from: QueuePosition?)
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
  /// Brings back snoozed items whose time has come.
  case wake
  /// Goes on with the index for words, in the background.
  case index
  case pauseIndex
  /// Asks the classifier why.
  case explain(String, for: ItemID)
  case quit
}
