import GRDB
import Moderation

extension Desk {
  /// Events, newest first: those before a sequence, or the last ones.
  public func events(before sequence: Int64?, limit: Int) throws(DeskError) -> [Event] {
    guard limit > 0 else { return [] }
    return try reading { db in try LedgerTable.page(before: sequence, limit: limit, db) }
  }

  /// Hands over every event from a sequence on, oldest first, one at a time and from one snapshot. What `body` throws
  /// comes through as it is; what the desk throws is a `DeskError`.
  public func eachEvent(from sequence: Int64, _ body: (Event) throws -> Void) throws {
    var own: (any Error)?
    do {
      try reader.read { db in
        try LedgerTable.each(from: sequence, db) { event in
          do {
            try body(event)
          } catch {
            own = error
            throw error
          }
        }
      }
    } catch {
      throw own ?? DeskError(error, path: path)
    }
  }

  /// Checks the whole ledger: every hash, every link, the sequence, and the end against the counter.
  public func verify() throws(DeskError) -> Verification {
    try reading { db in try ChainCheck(db).run() }
  }

  /// The same, on a desk that is opened for reading only.
  public static func verify(path: String) throws(DeskError) -> Verification {
    try Desk.existing(path: path).verify()
  }
}
