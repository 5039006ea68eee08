import Casework
import Moderation

/// What is kept of the comments and of what people did about them: ledger, vault and views in one file.
///
/// ```swift
/// let desk = try Desk(path: path, policy: policy, by: UserName("akereru"), surroundings: here)
/// let rows = try desk.page(QueueQuery(.queue), after: nil, limit: 50)
/// try desk.commit([Decision(item: rows[0].item, revision: 1, verb: .hide, reasons: [code])], by: UserName("akereru"))
/// ```
/// What is returned as done is on the disk, reading never waits for writing, and several programs may have the same desk
/// open. Every change is an event first; see `StandingItem.after`. Who may do what is worked out here, from the policy and
/// the operating system's user, for every call that writes.
/// Whoever can write the file can rewrite ledger and counter together: only seals filed elsewhere show that.
public final class Desk: Sendable {
  public let path: String
  let store: any DeskStore
  /// Nil on a desk that was opened for reading only.
  let bench: DeskBench?
  /// What the time is for filters on a desk that was opened for reading only.
  let queryClock: (@Sendable () -> QueryClock)?

  /// Opens a desk, and makes one where there is none: the folder 0700, the files 0600 whatever the umask.
  ///
  /// A policy that is not the adopted one is adopted on the way when that one names nobody; otherwise somebody whom it lets
  /// has to do so first: see `adopt`.
  public init(path: String, policy: AgencyPolicy, by user: UserName, surroundings: DeskSurroundings) throws(DeskError) {
    self.path = path
    let creator = DeskBench(policy: policy, surroundings: surroundings, aliases: nil)
    switch try DeskFile.kind(of: path) {
    case .other: throw .notADesk(path: path)
    case .desk where !DeskFile.wasCutOff(path): break
    case .desk, .absent, .empty:
      try DeskFile.create(path)
      try SQLiteStore.create(
        path, first: creator.event(.deskCreated, by: creator.standing(of: user)), patience: surroundings.patience)
    }
    let store = try SQLiteStore(
      path: path, migrated: creator.event(.migrated, by: .system), patience: surroundings.patience)
    self.store = store
    let secret = try store.read { try $0.secret() }
    let bench = DeskBench(policy: policy, surroundings: surroundings, aliases: AuthorAlias(secret: secret))
    self.bench = bench
    queryClock = nil
    let adopted = try store.read { try $0.adoptedPolicy() }
    if adopted?.digest == policy.digest { return }
    if let adopted, adopted.namesPeople { throw .policyDiffers(path: path, adopted: adopted.digest) }
    _ = try store.write { desk in
      // Somebody else may have adopted it since.
      guard try desk.adoptedPolicy()?.digest == adopted?.digest else { return }
      _ = try bench.adopt(policy, by: bench.standing(of: user), desk)
    }
  }

  private init(reading path: String, clock: (@Sendable () -> QueryClock)?) throws(DeskError) {
    self.path = path
    bench = nil
    queryClock = clock
    switch try DeskFile.kind(of: path) {
    case .other: throw .notADesk(path: path)
    case .absent, .empty: throw .missing(path: path)
    case .desk: break
    }
    store = try SQLiteStore(reading: path)
  }

  /// Opens a desk that exists, for reading only: whoever verifies or exports a log leaves no trace in it. A broken or
  /// tampered ledger opens as well. What writes throws `DeskError.readOnly`.
  ///
  /// - Parameter clock: what filters by age and day go by; nil takes the time of the last event, in UTC.
  public static func existing(
    path: String, clock: (@Sendable () -> QueryClock)? = nil
  ) throws(DeskError) -> Desk {
    try Desk(reading: path, clock: clock)
  }

  /// Makes the empty file of a desk that a group of this machine's users shares: the folder 2770, the file 0660.
  public static func prepareFile(at path: String, forGroup group: String) throws(DeskError) {
    try DeskFile.create(path, group: group)
  }

  /// Writes in one transaction: all of it is durable on return, or none of it happened.
  func writing<Value>(_ body: (any DeskWriter, DeskBench) throws -> Value) throws(DeskError) -> Value {
    guard let bench else { throw .readOnly(path: path) }
    return try store.write { desk in try body(desk, bench) }
  }

  /// The same, for what may be refused. A refusal is committed too, so it leaves the transaction as a value.
  func committing<Value>(
    _ body: (any DeskWriter, DeskBench) throws -> Result<Value, Refusal>
  ) throws(CommitError) -> Value {
    let outcome: Result<Value, Refusal>
    do {
      outcome = try writing(body)
    } catch {
      throw .failed(error)
    }
    switch outcome {
    case .success(let value): return value
    case .failure(let refusal): throw .refused(refusal)
    }
  }
}

/// What a desk is told of the place that it is opened in.
public struct DeskSurroundings: Sendable {
  /// The program's version, for the events.
  public var version: String
  /// The machine, by a digest of its name.
  public var host: String?
  /// Gives the time now.
  public var clock: @Sendable () -> Timestamp
  /// Civil time in the agency's zone: authorisations run by its days.
  public var localTime: @Sendable (Timestamp) -> CivilTime
  /// This program among all that have the desk open.
  public var console: String
  /// How many seconds to wait while another program writes.
  public var patience: Double
  /// Which days do not count.
  public var holidays: HolidayTable

  public init(
    version: String, host: String? = nil, clock: @escaping @Sendable () -> Timestamp,
    localTime: @escaping @Sendable (Timestamp) -> CivilTime = { $0.civil() }, console: String? = nil,
    patience: Double = 10, holidays: HolidayTable = .standard
  ) {
    self.version = version
    self.host = host
    self.clock = clock
    self.localTime = localTime
    self.console = console ?? Hex.random(bytes: 8)
    self.patience = patience
    self.holidays = holidays
  }
}
