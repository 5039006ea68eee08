import Desk
import FoundationEssentials
import GRDB
import Moderation
import Synchronization

/// A folder of a test's own, gone when the test is.
final class Scratch: Sendable {
  let folder: String
  let ticks = Ticks()
  var path: String { folder + "/state/desk.sqlite" }

  init() {
    // Memory where there is some: waiting for a disk some thousand times proves nothing here.
    let memory = "/dev/shm"
    let place =
      FileManager.default.isWritableFile(atPath: memory) ? memory : FileManager.default.temporaryDirectory.path
    folder = place + "/desk-" + UUID().uuidString
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// All desks of one scratch share its clock.
  func desk(
    _ policy: AgencyPolicy = Sample.policy, by user: UserName = Sample.kereru, console: String? = nil,
    patience: Double = 10
  ) throws(DeskError) -> Desk {
    let ticks = ticks
    return try Desk(
      path: path, policy: policy, by: user,
      surroundings: DeskSurroundings(
        version: "test", host: "here", clock: { ticks.next() }, console: console, patience: patience))
  }

  /// What a hand with an SQL shell can do.
  func tamper(_ sql: String, _ arguments: StatementArguments = []) throws {
    try inFile { db in try db.execute(sql: sql, arguments: arguments) }
  }

  /// Works in the file behind the desk's back, without the triggers that guard the ledger.
  func inFile<Value>(_ body: (Database) throws -> Value) throws -> Value {
    let queue = try DatabaseQueue(path: path)
    try queue.write { db in
      for name in ["ledger_no_update", "ledger_no_delete", "ledger_only_append"] {
        try db.execute(sql: "DROP TRIGGER IF EXISTS \(name)")
      }
      try db.execute(sql: "DROP INDEX IF EXISTS ledger_undo")
    }
    let value = try queue.write(body)
    try queue.close()
    return value
  }

  /// Looks into the file, and leaves it as it is.
  func look<Value>(_ body: (Database) throws -> Value) throws -> Value {
    let queue = try DatabaseQueue(path: path)
    let value = try queue.read(body)
    try queue.close()
    return value
  }

  /// The desk's files as they are now.
  func copy(to other: Scratch) throws {
    try FileManager.default.createDirectory(atPath: other.folder + "/state", withIntermediateDirectories: true)
    for suffix in ["", "-wal"] where FileManager.default.fileExists(atPath: path + suffix) {
      try FileManager.default.copyItem(atPath: path + suffix, toPath: other.path + suffix)
    }
  }
}

/// A clock that goes on by a second whenever it is asked, and can be set.
final class Ticks: Sendable {
  /// 21 September 2026, 14:13:20 UTC.
  static let start: Int64 = 1_790_000_000_000
  private let milliseconds = Mutex(start)

  func next() -> Timestamp {
    Timestamp(
      milliseconds: milliseconds.withLock { now in
        now += 1000
        return now
      })
  }

  func set(_ now: Int64) { milliseconds.withLock { $0 = now } }

  func advance(seconds: Int64) { milliseconds.withLock { $0 += seconds * 1000 } }

  /// As it was asked last.
  var now: Timestamp { Timestamp(milliseconds: milliseconds.withLock { $0 }) }
}

/// The same numbers on every machine and every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// What a test found that it cannot go on with.
struct Unexpected: Error, CustomStringConvertible {
  var description: String
  init(_ what: some Any) { description = "\(what)" }
}
