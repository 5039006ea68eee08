import GRDB
import Moderation

/// A desk in one SQLite file. Everything in this folder knows SQLite, and nothing outside it does.
///
/// What is returned as done is on the disk (write-ahead log, `synchronous=FULL`); reading never waits for writing.
struct SQLiteStore: DeskStore {
  let path: String
  private let memory = FilterMemory()
  private let reader: any DatabaseReader
  /// Nil on a desk that was opened for reading only.
  private let writer: (any DatabaseWriter)?

  /// Opens a desk to be read and written, and brings an older schema up to this one. `migrated` is the event that says so.
  init(path: String, migrated: Event, patience: Double) throws(DeskError) {
    self.path = path
    do {
      let pool = try DatabasePool(path: path, configuration: Self.configuration(patience: patience))
      try Self.checkSchema(pool, path)
      try Migration.run(pool, migrated)
      reader = pool
      writer = pool
    } catch {
      throw DeskError(error, path: path)
    }
  }

  /// Opens a desk for reading only: whoever verifies or exports a log leaves no trace in it.
  init(reading path: String) throws(DeskError) {
    self.path = path
    writer = nil
    do {
      let (queue, schema) = try Self.openForReading(path)
      // Reading must leave no trace, and migrating is writing.
      guard schema == Schema.version else { throw DeskError.older(path: path, schema: schema, known: Schema.version) }
      reader = queue
    } catch {
      throw DeskError(error, path: path)
    }
  }

  private static func openForReading(_ path: String) throws -> (DatabaseQueue, Int) {
    var configuration = configuration()
    configuration.readonly = true
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      return (queue, try checkSchema(queue, path))
    } catch let error as DatabaseError
      where [.SQLITE_READONLY, .SQLITE_CANTOPEN].contains(error.resultCode) && !DeskFile.hasLog(path)
    {
      // Beside the file SQLite wants an index of its log, which a medium that takes no writing does not take. Where there
      // is no log, the file is all there is.
      let escaped = path.replacing("%", with: "%25").replacing("?", with: "%3f").replacing("#", with: "%23")
      let queue = try DatabaseQueue(path: "file:\(escaped)?immutable=1", configuration: configuration)
      return (queue, try checkSchema(queue, path))
    }
  }

  func read<Value>(_ body: (any DeskReader) throws -> Value) throws(DeskError) -> Value {
    do {
      return try reader.read { db in try body(SQLiteSession(db, memory)) }
    } catch {
      throw DeskError(error, path: path)
    }
  }

  func write<Value>(_ body: (any DeskWriter) throws -> Value) throws(DeskError) -> Value {
    guard let writer else { throw .readOnly(path: path) }
    do {
      return try writer.writeWithoutTransaction { db in
        var result: Result<Value, any Error>?
        // Immediate: two programs that both read first and then write could otherwise each wait for the other.
        try db.inTransaction(.immediate) {
          result = .success(try body(SQLiteSession(db, memory)))
          return .commit
        }
        guard let result else { throw UnreadableEvent(sequence: nil) }
        return try result.get()
      }
    } catch {
      throw DeskError(error, path: path)
    }
  }

  func wipe() throws(DeskError) {
    guard let writer else { throw .readOnly(path: path) }
    do {
      // VACUUM builds the new file in memory (`temp_store`): no copy of what is kept lies about on another disk.
      try writer.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA secure_delete = ON; VACUUM")
        let isBusy = try Bool.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)") ?? true
        if isBusy { throw DeskError.busy(path: path) }
      }
    } catch {
      throw DeskError(error, path: path)
    }
  }

  /// Copies the desk as it is at one moment to another file, while others go on writing.
  func copy(to other: String) throws(DeskError) {
    do {
      let target = try DatabaseQueue(path: other)
      try reader.backup(to: target)
      // The copy is one file that can be filed away: no log beside it.
      try target.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA journal_mode = DELETE") }
      try target.close()
    } catch {
      throw DeskError(error, path: other)
    }
  }

  /// Folds a desk's log into its file, which only works while nobody has the desk open. One that cannot be read at all is
  /// left as it is: there is nothing to fold.
  static func shut(_ path: String) throws(DeskError) {
    guard try DeskFile.kind(of: path) == .desk else { return }
    do {
      var configuration = Configuration()
      configuration.busyMode = .timeout(1)
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      defer { try? queue.close() }
      let mode = try queue.writeWithoutTransaction { db in
        try String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE")
      }
      guard mode == "delete" else { throw DeskError.busy(path: path) }
    } catch {
      switch DeskError(error, path: path) {
      case .damaged, .notADesk: return
      case let error: throw error
      }
    }
  }

  static func configuration(patience: Double = 10) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience)
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { db in
      // GRDB's pool takes NORMAL under WAL, which may lose the last commits when the power fails. An import touches pages
      // all over its indexes: a roomy cache and fewer checkpoints made it twice as fast.
      try db.execute(
        sql: """
          PRAGMA synchronous = FULL; PRAGMA recursive_triggers = ON; PRAGMA trusted_schema = OFF;
          PRAGMA wal_autocheckpoint = 8192; PRAGMA cache_size = \(db.configuration.readonly ? -16384 : -131072);
          PRAGMA temp_store = MEMORY
          """)
    }
    return configuration
  }

  /// The schema and the first event in one transaction, before the file goes into WAL mode: the header then names it a
  /// desk whatever happens next. Of two programs that create at once the second finds the work done.
  static func create(_ path: String, first event: Event, patience: Double) throws(DeskError) {
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration(patience: patience))
      // Pages twice as large as SQLite's own: a hundredth less file, and a twentieth less time for an import.
      try queue.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA page_size = 8192") }
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

  @discardableResult
  private static func checkSchema(_ reader: any DatabaseReader, _ path: String) throws -> Int {
    let schema = try reader.read { db in try Int.fetchOne(db, sql: "PRAGMA user_version") } ?? 0
    guard schema <= Schema.version else {
      throw DeskError.newer(path: path, schema: schema, known: Schema.version)
    }
    return schema
  }
}
