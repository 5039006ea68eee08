import Synchronization

/// A way to stop a question that nobody waits for any more: a newer one has taken its place.
///
/// ```swift
/// let interruption = Interruption()
/// Task.detached { try desk.count(query, unless: interruption) }  // throws DeskError.interrupted
/// interruption.interrupt()
/// ```
public final class Interruption: Sendable {
  private let flag = Atomic(false)

  public init() {}

  public func interrupt() { flag.store(true, ordering: .relaxed) }

  public var isInterrupted: Bool { flag.load(ordering: .relaxed) }

  /// Looks once in a thousand turns, which costs nothing and is soon enough.
  func check(every turn: Int) throws(Interrupted) {
    if turn & 1023 == 0, isInterrupted { throw Interrupted() }
  }
}

/// Before the path is known.
struct Interrupted: Error {}
