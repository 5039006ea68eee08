import Classifier
import Dispatch
import Moderation
import Synchronization

/// Classifies a batch on several threads and gives the flags in the batch's order.
public struct ParallelClassifier: Sendable {
  private let classifier: Classifier
  private let threads: Int

  /// Fewer than this many comments a thread are not worth a thread.
  private static let least = 64

  /// - Parameter threads: nil takes as many as there are cores.
  public init(_ classifier: Classifier, threads: Int? = nil) {
    self.classifier = classifier
    self.threads = max(1, threads ?? Int(Processor.count))
  }

  public func flags(for comments: [Comment]) -> [[Flag]] {
    let parts = max(1, min(threads, comments.count / Self.least))
    guard parts > 1 else {
      var scratch = Scratch()
      return comments.map { classifier.flags(for: $0.text, scratch: &scratch) }
    }
    let size = (comments.count + parts - 1) / parts
    let results = Mutex([[[Flag]]](repeating: [], count: parts))
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      var scratch = Scratch()
      let range = min(part * size, comments.count)..<min((part + 1) * size, comments.count)
      let flags = comments[range].map { classifier.flags(for: $0.text, scratch: &scratch) }
      results.withLock { $0[part] = flags }
    }
    return results.withLock { $0.flatMap { $0 } }
  }
}
