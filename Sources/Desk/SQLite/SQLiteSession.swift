import Casework
import GRDB
import Moderation

/// One snapshot or transaction: hands each request to the table that answers it.
final class SQLiteSession: DeskWriter {
  private let db: Database
  private let memory: FilterMemory

  init(_ db: Database, _ memory: FilterMemory) {
    self.db = db
    self.memory = memory
  }

  // MARK: The ledger

  func chain() throws -> ChainHead { try LedgerTable.chain(db) }
  func event(_ sequence: Int64) throws -> Event? { try LedgerTable.event(sequence, db) }
  func events(before sequence: Int64?, limit: Int) throws -> [Event] {
    try LedgerTable.page(before: sequence, limit: limit, db)
  }
  func eachEvent(from sequence: Int64, _ body: (Event) throws -> Void) throws {
    try LedgerTable.each(from: sequence, db, body)
  }
  func history(of item: ItemID) throws -> [Event] { try LedgerTable.history(of: item, db) }
  func history(ofMatter matter: String) throws -> [Event] { try LedgerTable.history(ofMatter: matter, db) }
  func lastDecision(by actor: String) throws -> [Event] { try LedgerTable.lastDecision(by: actor, db) }
  func decisions(ofBatch batch: String) throws -> [Event] { try LedgerTable.decisions(ofBatch: batch, db) }
  func isTakenBack(_ sequence: Int64) throws -> Bool { try LedgerTable.isTakenBack(sequence, db) }
  func laterDecision(of item: ItemID, after sequence: Int64, outside batch: String?) throws -> Event? {
    try LedgerTable.laterDecision(of: item, after: sequence, outside: batch, db)
  }
  func append(_ event: Event) throws -> Event { try LedgerTable.append(event, db) }
  func append(_ event: Event, moving known: inout KnownItem) throws -> Event {
    let event = try LedgerTable.append(event, db)
    if let standing = StandingItem.after(event, known.standing), standing != known.standing {
      try ItemTable.move(known, to: standing, db)
      known.standing = standing
    }
    return event
  }

  func reportRows() throws -> ReportRows { try ReportTable.rows(db) }

  func channelFigures() throws -> [ChannelFigures] { try ChannelTable.figures(db) }

  // MARK: Items

  func find(_ item: ItemID) throws -> KnownItem? { try ItemTable.find(item, db) }
  func evidence(of known: KnownItem) throws -> Evidence? { try VaultTable.evidence(of: known, db) }
  func page(
    _ query: QueueQuery, _ stretch: Stretch, forward: Bool, limit: Int, _ asking: Asking
  ) throws -> QueueLook {
    try QueueTable.page(query, stretch, forward: forward, limit: limit, asking, memory, db)
  }
  func row(_ item: ItemID) throws -> QueueRow? { try QueueTable.row(item, db) }
  func count(_ query: QueueQuery, _ asking: Asking) throws -> Int {
    try QueueSource(query, asking, memory, db).count()
  }
  func place(of item: ItemID, in query: QueueQuery, _ asking: Asking) throws -> Int? {
    guard let known = try find(item) else { return nil }
    return try QueueSource.run(query, asking, memory, db).place(of: Int(known.row))
  }
  func position(of item: ItemID, in query: QueueQuery) throws -> QueuePosition? {
    try QueueTable.position(of: item, in: query, db)
  }
  func listed(_ query: QueueQuery, limit: Int, _ asking: Asking) throws -> [ListedItem] {
    try QueueSource(query, asking, memory, db).keys(.all, forward: true, limit: limit).keys
      .compactMap { try KinTable.listed($0.row, db) }
  }
  func listed(_ kin: Kinship, limit: Int, _ asking: Asking) throws -> [ListedItem] {
    try KinTable.listed(kin, limit: limit, asking, memory, db)
  }
  func similar(to item: ItemID, limit: Int, _ asking: Asking) throws -> [SimilarItem] {
    try SimilarTexts(asking: asking, db: db).find(item, limit: limit)
  }
  func prepareFilters() throws {
    _ = try memory.columns(db, nil)
    _ = try memory.comments(db, nil)
    _ = try memory.decisions(db, nil)
  }
  func search(_ words: SearchWords, before row: Int64?, limit: Int) throws -> [QueueRow] {
    try WordIndex.search(words, before: row, limit: limit, db)
  }
  func first(
    _ query: QueueQuery, _ stretch: Stretch, forward: Bool, _ needle: FoldedNeedle, _ asking: Asking
  ) throws -> QueueRow? {
    try QueueTable.first(query, stretch, forward: forward, needle, asking, memory, db)
  }
  func backlog() throws -> Backlog { try ItemTable.backlog(db) }
  func detail(_ item: ItemID) throws -> ItemDetail? { try DetailTable.detail(item, db) }
  func located(_ external: String?, or items: [ItemID]) throws -> [LocatedItem] {
    try DetailTable.located(external, or: items, db)
  }
  func due(at now: Timestamp, limit: Int) throws -> [KnownItem] { try ItemTable.due(at: now, limit: limit, db) }

  // MARK: Platforms

  func unexported(channel: String?, after row: Int64, limit: Int) throws -> [OutgoingItem] {
    try OutgoingTable.unexported(channel: channel, after: row, limit: limit, db)
  }
  func outstanding(channel: String) throws -> [KnownItem] { try OutgoingTable.outstanding(channel: channel, db) }
  func threadKey(of known: KnownItem) throws -> String? { try OutgoingTable.threadKey(of: known, db) }

  // MARK: Hands

  func claim(on item: ItemID, at now: Timestamp) throws -> HeldClaim? { try ClaimTable.claim(on: item, at: now, db) }
  func claims(at now: Timestamp) throws -> [Claim] { try ClaimTable.claims(at: now, db) }
  func presences(since: Timestamp) throws -> [Presence] { try ClaimTable.presences(since: since, db) }
  func claim(_ claim: Claim, console: String) throws { try ClaimTable.put(claim, console: console, db) }
  func release(_ item: ItemID, console: String) throws { try ClaimTable.release(item, console: console, db) }
  func appear(_ presence: Presence, console: String) throws { try ClaimTable.appear(presence, console: console, db) }
  func disappear(console: String) throws { try ClaimTable.disappear(console: console, db) }

  // MARK: Matters

  func matter(_ id: String) throws -> MatterRow? { try MatterTable.row(id, db) }
  func matters(_ query: MatterQuery) throws -> [MatterRow] { try MatterTable.rows(query, db) }
  func matters(of item: ItemID) throws -> [MatterRow] { try MatterTable.rows(of: item, db) }
  func matterIDs() throws -> [String] { try MatterTable.ids(db) }
  func text(of known: KnownItem, revision: Int) throws -> [UInt8]? { try VaultTable.text(known.row, revision, db) }
  func arrival(of known: KnownItem) throws -> ItemArrival { try MatterTable.arrival(of: known, db) }
  func nextMatterNumber(_ prefix: String) throws -> Int { try MatterTable.nextNumber(prefix, db) }
  func keep(_ matter: MatterRow) throws { try MatterTable.put(matter, db) }

  // MARK: Disposal

  func keptItems(after row: Int64, limit: Int) throws -> [KeptItem] {
    try DisposalTable.kept(after: row, limit: limit, db)
  }
  func keptItem(_ known: KnownItem) throws -> KeptItem? { try DisposalTable.kept(known, db) }
  func items(byAuthorOf known: KnownItem) throws -> [KnownItem] { try DisposalTable.items(byAuthorOf: known, db) }
  func items(byAlias alias: String) throws -> [KnownItem] { try DisposalTable.items(byAlias: alias, db) }
  func flags(of known: KnownItem, revision: Int) throws -> [Flag] { try VaultTable.flags(known.row, revision, db) }
  func permalink(of known: KnownItem) throws -> String? { try DisposalTable.permalink(of: known, db) }
  func uncaptured(limit: Int) throws -> [ItemID] { try DisposalTable.uncaptured(limit: limit, db) }
  func events(of type: Event.Kind) throws -> [Event] { try LedgerTable.events(of: type, db) }
  func events(ofBatch batch: String) throws -> [Event] { try LedgerTable.events(ofBatch: batch, db) }
  func destroyWords(of known: KnownItem) throws -> DisposalCertificate.Counts {
    try DisposalTable.destroyWords(of: known, db)
  }
  func destroyRationale(_ key: String) throws -> Bool { try DisposalTable.destroyRationale(key, db) }
  func destroyUnused() throws -> DisposalCertificate.Counts { try DisposalTable.destroyUnused(db) }

  // MARK: The vault's other contents

  func rationale(_ key: String) throws -> String? { try VaultTable.rationale(key, db) }
  func secret() throws -> [UInt8] { try VaultTable.secret(db) }
  func identity(behind item: ItemID) throws -> AuthorIdentity? { try VaultTable.identity(behind: item, db) }
  func keepRationale(_ text: String) throws -> String { try VaultTable.insertRationale(text, db) }
  func adoptedPolicy() throws -> AdoptedPolicy? { try PolicyTable.latest(db) }
  func policy(digest: String) throws -> AdoptedPolicy? { try PolicyTable.policy(digest: digest, db) }
  func keepPolicy(_ policy: AdoptedPolicy) throws { try PolicyTable.insert(policy, db) }
  func accounts() throws -> [ImportAccount] { try AccountTable.all(db) }
  func firstAccount(ofFeed sha256: String) throws -> Int64? { try AccountTable.first(ofFeed: sha256, db) }
  func keep(_ account: ImportAccount, at sequence: Int64, _ time: Timestamp, by actor: String) throws {
    try AccountTable.insert(account, at: sequence, time, by: actor, db)
  }
  func intake(_ event: Event, aliases: AuthorAlias, rules: String) throws -> any ArrivalWriter {
    try VaultWriter(db, event: event, aliases: aliases, rules: rules)
  }

  // MARK: Checks

  func extent(upTo last: Int64?) throws -> LedgerExtent { try LedgerTable.extent(upTo: last, db) }
  func verifyChain() throws -> Verification { try ChainCheck(db).run() }
  func compareViews() throws -> [ViewDifference] { try ViewComparison(db).run() }
  func pagesHold() throws -> Bool { try String.fetchOne(db, sql: "PRAGMA quick_check(1)") == "ok" }
  func indexProgress() throws -> IndexProgress { try WordIndex.progress(db) }
  func indexWords(limit: Int) throws -> Int { try WordIndex.index(limit: limit, db) }
}
