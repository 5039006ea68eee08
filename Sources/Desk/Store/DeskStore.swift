import Casework
import Moderation

/// What the desk asks of its database: append with projection, page, count, search, claim, reveal. No rule lives behind
/// it and no SQL in front of it, so that a desk shared by a team across machines is a second conformance.
protocol DeskStore: Sendable {
  /// Reads from one snapshot.
  func read<Value>(_ body: (any DeskReader) throws -> Value) throws(DeskError) -> Value
  /// Writes in one transaction: all of it is durable on return, or none of it happened.
  func write<Value>(_ body: (any DeskWriter) throws -> Value) throws(DeskError) -> Value
  /// Overwrites what was deleted: free pages, pages that are partly free, and the log of writes. Costs about as much as
  /// copying the desk. Throws `busy` while another program reads; it can be done again.
  func wipe() throws(DeskError)
}

/// What can be read of a desk, from one snapshot.
protocol DeskReader: AnyObject {
  // The ledger.
  func chain() throws -> ChainHead
  func event(_ sequence: Int64) throws -> Event?
  /// Newest first, those before a sequence.
  func events(before sequence: Int64?, limit: Int) throws -> [Event]
  /// Oldest first, one at a time.
  func eachEvent(from sequence: Int64, _ body: (Event) throws -> Void) throws
  func history(of item: ItemID) throws -> [Event]
  /// The steps of a case, escalation, record or hold, oldest first.
  func history(ofMatter matter: String) throws -> [Event]
  /// The last decision of an actor that is not taken back, with the rest of its batch, newest first.
  func lastDecision(by actor: String) throws -> [Event]
  /// The decisions of a batch that are not taken back, newest first.
  func decisions(ofBatch batch: String) throws -> [Event]
  func isTakenBack(_ sequence: Int64) throws -> Bool
  /// The decision after an event, by whomever, that still holds and is of no such batch.
  func laterDecision(of item: ItemID, after sequence: Int64, outside batch: String?) throws -> Event?

  // Items.
  func find(_ item: ItemID) throws -> KnownItem?
  /// What was before the actor: nil once the text has been disposed of.
  func evidence(of known: KnownItem) throws -> Evidence?
  func page(
    _ query: QueueQuery, _ stretch: Stretch, forward: Bool, limit: Int, _ asking: Asking
  ) throws -> QueueLook
  func row(_ item: ItemID) throws -> QueueRow?
  func count(_ query: QueueQuery, _ asking: Asking) throws -> Int
  /// How many rows of a list come before an item; nil when it is not in the list.
  func place(of item: ItemID, in query: QueueQuery, _ asking: Asking) throws -> Int?
  /// Where an item stands in the order of a list, or would; nil when it is not on the desk.
  func position(of item: ItemID, in query: QueueQuery) throws -> QueuePosition?
  /// The first items of a list, without what a row shows.
  func listed(_ query: QueueQuery, limit: Int, _ asking: Asking) throws -> [ListedItem]
  /// Items that have something in common with one.
  func listed(_ kin: Kinship, limit: Int, _ asking: Asking) throws -> [ListedItem]
  /// Items whose texts are nearly the same, the most alike first.
  func similar(to item: ItemID, limit: Int, _ asking: Asking) throws -> [SimilarItem]
  /// Reads what filters ask of every item, before one is asked.
  func prepareFilters() throws
  /// Items whose current text has all of the words, the latest to come in first.
  func search(_ words: SearchWords, before row: Int64?, limit: Int) throws -> [QueueRow]
  /// The first row of a stretch whose text holds the needle.
  func first(
    _ query: QueueQuery, _ stretch: Stretch, forward: Bool, _ needle: FoldedNeedle, _ asking: Asking
  ) throws -> QueueRow?
  func backlog() throws -> Backlog
  func detail(_ item: ItemID) throws -> ItemDetail?
  func located(_ external: String?, or items: [ItemID]) throws -> [LocatedItem]
  /// Snoozed items whose time has come.
  func due(at now: Timestamp, limit: Int) throws -> [KnownItem]

  // What goes out to the platforms and comes back.
  /// What a sheet needs of the items whose decision no sheet has yet, by row, from after one.
  func unexported(channel: String?, after row: Int64, limit: Int) throws -> [OutgoingItem]
  /// Items of a channel whose decision is out and not settled.
  func outstanding(channel: String) throws -> [KnownItem]
  func threadKey(of known: KnownItem) throws -> String?

  // Hands.
  func claim(on item: ItemID, at now: Timestamp) throws -> HeldClaim?
  func claims(at now: Timestamp) throws -> [Claim]
  func presences(since: Timestamp) throws -> [Presence]

  // Matters: cases, escalations, records, holds.
  func matter(_ id: String) throws -> MatterRow?
  /// The soonest due first, then the oldest.
  func matters(_ query: MatterQuery) throws -> [MatterRow]
  func matters(of item: ItemID) throws -> [MatterRow]
  /// Every matter that the ledger tells of, by id.
  func matterIDs() throws -> [String]
  /// The text of a revision; nil once it has been disposed of.
  func text(of known: KnownItem, revision: Int) throws -> [UInt8]?
  /// When the comment was posted, as its feed says, and when the desk first had it.
  func arrival(of known: KnownItem) throws -> ItemArrival
  /// The number of the next matter whose id begins so: 8 after `C-2026-0007`.
  func nextMatterNumber(_ prefix: String) throws -> Int

  // Disposal.
  /// Items that still have words, by row, from after one.
  func keptItems(after row: Int64, limit: Int) throws -> [KeptItem]
  /// The same of one item, whether it has words or not.
  func keptItem(_ known: KnownItem) throws -> KeptItem?
  /// The items of an author, by row.
  func items(byAuthorOf known: KnownItem) throws -> [KnownItem]
  func items(byAlias alias: String) throws -> [KnownItem]
  func flags(of known: KnownItem, revision: Int) throws -> [Flag]
  func permalink(of known: KnownItem) throws -> String?
  /// Recorded items that no record has captured yet, by row.
  func uncaptured(limit: Int) throws -> [ItemID]
  /// Every event of a kind, oldest first.
  func events(of type: Event.Kind) throws -> [Event]
  /// Every event of a batch, oldest first.
  func events(ofBatch batch: String) throws -> [Event]

  // The vault's other contents.
  func rationale(_ key: String) throws -> String?
  func secret() throws -> [UInt8]
  func identity(behind item: ItemID) throws -> AuthorIdentity?
  func adoptedPolicy() throws -> AdoptedPolicy?
  func policy(digest: String) throws -> AdoptedPolicy?
  func accounts() throws -> [ImportAccount]
  /// When a feed of these bytes first arrived, as the sequence of its account.
  func firstAccount(ofFeed sha256: String) throws -> Int64?

  /// What reports are made of.
  func reportRows() throws -> ReportRows
  func channelFigures() throws -> [ChannelFigures]

  // Checks.
  func verifyChain() throws -> Verification
  /// What the ledger says of itself up to an event, or to its end.
  func extent(upTo last: Int64?) throws -> LedgerExtent
  func compareViews() throws -> [ViewDifference]
  /// Whether every page of the database holds together.
  func pagesHold() throws -> Bool
  /// How many texts are in the index for words, and how many there are.
  func indexProgress() throws -> IndexProgress
}

/// What can be written, inside one transaction.
protocol DeskWriter: DeskReader {
  /// Gives the event its place in the chain and stores it.
  func append(_ event: Event) throws -> Event
  /// The same, and moves the item to where the event leaves it.
  func append(_ event: Event, moving known: inout KnownItem) throws -> Event
  /// Stores several items' arrivals in front of the event that brings them; the event is appended last.
  func intake(_ event: Event, aliases: AuthorAlias, rules: String) throws -> any ArrivalWriter
  func keepRationale(_ text: String) throws -> String
  /// Destroys an item's words and what would tell them: texts of all revisions, salt, why and spans of its flags, where it
  /// was posted. What the ledger and the views need to hold together stays.
  func destroyWords(of known: KnownItem) throws -> DisposalCertificate.Counts
  /// Destroys words of staff. False when they were gone already.
  func destroyRationale(_ key: String) throws -> Bool
  /// Destroys the names of authors and the titles of threads that no words refer to any more, and rewrites the index for
  /// words without what was taken out.
  func destroyUnused() throws -> DisposalCertificate.Counts
  /// Stores where a matter stands, in place of where it stood.
  func keep(_ matter: MatterRow) throws
  func claim(_ claim: Claim, console: String) throws
  func release(_ item: ItemID, console: String) throws
  func appear(_ presence: Presence, console: String) throws
  func disappear(console: String) throws
  func keepPolicy(_ policy: AdoptedPolicy) throws
  func keep(_ account: ImportAccount, at sequence: Int64, _ time: Timestamp, by actor: String) throws
  /// Puts up to so many more texts into the index for words. Returns how many it did.
  func indexWords(limit: Int) throws -> Int
}

/// Takes a batch's comments in, one after the other.
protocol ArrivalWriter: AnyObject {
  /// The item of a channel's comment, if it is known.
  func find(_ item: ItemID) throws -> KnownItem?
  func text(of known: KnownItem) throws -> [UInt8]?
  func flags(of known: KnownItem) throws -> KeptFlags
  /// These return the salt that the text is hashed with.
  func insert(_ received: ReceivedComment, item: ItemID, standing: StandingItem) throws -> [UInt8]
  func revise(_ received: ReceivedComment, _ known: KnownItem, to standing: StandingItem) throws -> [UInt8]
  /// Flags that the present text was not given before.
  func addFlags(_ flags: [Flag], to known: KnownItem, standing: StandingItem) throws
  /// Brings the counts of the status line up to date.
  func finish() throws
}

/// Where the chain ends.
struct ChainHead: Sendable, Equatable {
  var last: Int64
  var head: String
  /// When the last event was written.
  var at: Timestamp
}

/// Which part of a list.
enum Stretch {
  case all
  case after(QueuePosition)
  case from(QueuePosition)
  case before(QueuePosition)
  case upTo(QueuePosition)

  /// Where it ends, whether the row there belongs to it, and whether the rest lies after it.
  var end: (position: QueuePosition, isIncluded: Bool, isAhead: Bool)? {
    switch self {
    case .all: nil
    case .after(let position): (position, false, true)
    case .from(let position): (position, true, true)
    case .before(let position): (position, false, false)
    case .upTo(let position): (position, true, false)
    }
  }
}

/// What a decision rests on.
struct Evidence: Sendable, Equatable {
  var text: [UInt8]
  /// Over the item's salt and the text, hex.
  var textSHA256: String
  var flags: [Flag]
  var rules: String
  /// When the event that brought the text was written.
  var learnedAt: Timestamp?
}

/// The flags of an item's current text, and the version of what raised the last of them.
struct KeptFlags: Sendable, Equatable {
  var flags: [Flag]
  var rules: String
}

/// A claim, with the console that holds it.
struct HeldClaim: Sendable, Equatable {
  var claim: Claim
  var console: String
}

/// An item with what an action sheet says of it, but for the decision's own words.
struct OutgoingItem: Sendable {
  var known: KnownItem
  var platform: String
  var thread: String?
  var comment: String
  var platformRevision: String?
  var permalink: String?
  var author: String?
  var text: [UInt8]
}

/// When an item was posted and when it came onto the desk.
struct ItemArrival: Sendable, Equatable {
  var posted: PlatformTime?
  var noticed: Timestamp?
}

/// An item with what decides how long it is kept.
struct KeptItem: Sendable, Equatable {
  var known: KnownItem
  var alias: String?
  var posted: Timestamp?
  /// Sequence of the event that brought it first.
  var arrived: Int64
  /// False once its words have been destroyed.
  var hasWords: Bool
}
