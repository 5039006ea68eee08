import GRDB
import Moderation

/// What is kept of the comments and of what people did about them: ledger, vault and views in one file.
///
/// ```swift
/// let desk = try Desk(path: path, policy: policy, version: "1.0", by: me, clock: now)
/// let rows = try desk.page(.queue, after: nil, limit: 50)
/// try desk.commit([Decision(item: rows[0].item, revision: 1, verb: .hide, reasons: [code])], by: me)
/// ```
/// What is returned as done is on the disk (write-ahead log, `synchronous=FULL`). Reading never waits for writing, and
/// several programs may have the same desk open. Every change is an event first; see `StandingItem.after`.
/// Whoever can write the file can rewrite ledger and counter together: only seals filed elsewhere show that.
public final class Desk: Sendable {
  public let path: String
  let reader: any DatabaseReader
  /// Nil on a desk that was opened for reading only.
  let writing: Writing?

  struct Writing: Sendable {
    var database: any DatabaseWriter
    var policy: AgencyPolicy
    var version: String
    var clock: @Sendable () -> Timestamp
    var aliases: AuthorAlias
  }

  /// Opens a desk, and makes one where there is none: the folder 0700, the files 0600 whatever the umask, and the first
  /// event. `clock` gives now; `version` is the program's, for the events.
  public init(
    path: String, policy: AgencyPolicy, version: String, by authority: Authority,
    clock: @escaping @Sendable () -> Timestamp
  ) throws(DeskError) {
    self.path = path
    switch try DeskFile.kind(of: path) {
    case .other: throw .notADesk(path: path)
    case .desk: break
    case .absent, .empty:
      try DeskFile.create(path)
      var event = Event(
        sequence: 0, id: Hex.random(bytes: 16), at: clock(), zone: policy.zone, type: .deskCreated,
        actor: authority.actor, role: authority.role, authority: authority.reference, version: version)
      event.policy = policy.digest
      try Self.create(path, first: event)
    }
    do {
      let pool = try DatabasePool(path: path, configuration: Self.configuration())
      try Self.checkSchema(pool, path)
      reader = pool
      writing = Writing(
        database: pool, policy: policy, version: version, clock: clock,
        aliases: AuthorAlias(secret: try pool.read(VaultTable.secret)))
    } catch {
      throw DeskError(error, path: path)
    }
  }

  private init(reading path: String) throws(DeskError) {
    self.path = path
    writing = nil
    switch try DeskFile.kind(of: path) {
    case .other: throw .notADesk(path: path)
    case .absent, .empty: throw .missing(path: path)
    case .desk: break
    }
    do {
      var configuration = Self.configuration()
      configuration.readonly = true
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try Self.checkSchema(queue, path)
      reader = queue
    } catch {
      throw DeskError(error, path: path)
    }
  }

  /// Opens a desk that exists, for reading only: whoever verifies or exports a log leaves no trace in it. A broken or
  /// tampered ledger opens as well. What writes throws `DeskError.readOnly`.
  public static func existing(path: String) throws(DeskError) -> Desk { try Desk(reading: path) }

  private static func configuration() -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { db in
      // GRDB's pool takes NORMAL under WAL, which may lose the last commits when the power fails. An import touches pages
      // all over its indexes: a roomy cache and fewer checkpoints made it twice as fast.
      try db.execute(
        sql: """
          PRAGMA synchronous = FULL; PRAGMA recursive_triggers = ON; PRAGMA trusted_schema = OFF;
          PRAGMA wal_autocheckpoint = 16384; PRAGMA cache_size = \(db.configuration.readonly ? -8192 : -65536)
          """)
    }
    return configuration
  }

  /// The schema and the first event in one transaction, before the file goes into WAL mode: the header then names it a
  /// desk whatever happens next. Of two programs that create at once the second finds the work done.
  private static func create(_ path: String, first event: Event) throws(DeskError) {
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration())
      try queue.inTransaction(.exclusive) { db in
        guard try Int32.fetchOne(db, sql: "PRAGMA application_id") == 0 else { return .rollback }
        try Schema.create(db)
        try VaultTable.insertSecret(db)
        _ = try LedgerTable.append(event, db)
        return .commit
      }
      try queue.close()
    } catch {
      throw DeskError(error, path: path)
    }
  }

  private static func checkSchema(_ reader: any DatabaseReader, _ path: String) throws {
    let schema = try reader.read { db in try Int.fetchOne(db, sql: "PRAGMA user_version") } ?? 0
    guard schema <= Schema.version else {
      throw DeskError.newer(path: path, schema: schema, known: Schema.version)
    }
  }

  /// Reads from one snapshot.
  func reading<Value>(_ body: (Database) throws -> Value) throws(DeskError) -> Value {
    do {
      return try reader.read(body)
    } catch {
      throw DeskError(error, path: path)
    }
  }

  /// Writes in one transaction: all of it is durable on return, or none of it happened.
  func writing<Value>(_ body: (Database, Writing) throws -> Value) throws(DeskError) -> Value {
    guard let writing else { throw .readOnly(path: path) }
    do {
      return try writing.database.write { db in try body(db, writing) }
    } catch {
      throw DeskError(error, path: path)
    }
  }
}

extension Desk.Writing {
  /// An event of now, to be filled in.
  func event(_ type: Event.Kind, by authority: Authority) -> Event {
    var event = Event(
      sequence: 0, id: Hex.random(bytes: 16), at: clock(), zone: policy.zone, type: type, actor: authority.actor,
      role: authority.role, authority: authority.reference, version: version)
    event.policy = policy.digest
    return event
  }
}
