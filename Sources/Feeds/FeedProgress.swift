import Synchronization

/// How far a reader has come, for whoever looks on from another thread.
public final class FeedProgress: Sendable {
  private let offset = Atomic<Int>(0)
  /// Bytes of text that there will be; nil of a pipe and of what is unpacked on the way.
  private let total: Int?

  init(total: Int?) { self.total = total }

  /// From 0 to 1; nil where the end is not known beforehand.
  public var fraction: Double? {
    total.map { $0 == 0 ? 1 : min(1, Double(offset.load(ordering: .relaxed)) / Double($0)) }
  }

  func reached(_ offset: Int) { self.offset.store(offset, ordering: .relaxed) }
}
