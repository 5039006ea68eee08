import Moderation

extension Desk {
  /// Events, newest first: those before a sequence, or the last ones.
  public func events(before sequence: Int64?, limit: Int) throws(DeskError) -> [Event] {
    guard limit > 0 else { return [] }
    return try store.read { try $0.events(before: sequence, limit: limit) }
  }

  /// Hands over every event from a sequence on, oldest first, one at a time and from one snapshot. What `body` throws
  /// comes through as it is; what the desk throws is a `DeskError`.
  public func eachEvent(from sequence: Int64, _ body: (Event) throws -> Void) throws {
    var own: (any Error)?
    do {
      try store.read { desk in
        try desk.eachEvent(from: sequence) { event in
          do {
            try body(event)
          } catch {
            own = error
            throw error
          }
        }
      }
    } catch {
      throw own ?? error
    }
  }

  /// Where the chain ends: the last event's sequence.
  public func lastSequence() throws(DeskError) -> Int64 { try store.read { try $0.chain().last } }

  /// Checks the whole ledger: every hash, every link, the sequence, and the end against the counter.
  public func verify() throws(DeskError) -> Verification { try store.read { try $0.verifyChain() } }

  /// The same, on a desk that is opened for reading only.
  public static func verify(path: String) throws(DeskError) -> Verification {
    try Desk.existing(path: path).verify()
  }

  /// Makes every view anew from the events and says which rows are not as stored; none when all are. At most 100.
  public func compareViews() throws(DeskError) -> [ViewDifference] { try store.read { try $0.compareViews() } }
}
