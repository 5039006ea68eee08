import Classifier
import Dispatch
import Moderation
import Synchronization

/// Classifies a batch on several threads and gives the flags in the batch's order, as the agency's policy shows them.
public struct ParallelClassifier: Sendable {
  private let classifier: Classifier
  private let rules: FlagRules
  private let threads: Int

  /// Fewer than this many comments a thread are not worth a thread.
  private static let least = 64

  /// - Parameters:
  ///   - rules: thresholds and watched words of the policy.
  ///   - threads: nil takes as many as there are cores.
  public init(_ classifier: Classifier, rules: FlagRules = FlagRules(FlaggingPolicy()), threads: Int? = nil) {
    self.classifier = classifier
    self.rules = rules
    self.threads = max(1, threads ?? Int(Processor.count))
  }

  /// What flags rest on: the classifier's version, and a digest of the policy's say where it has one.
  var version: String {
    rules.changesNothing ? Classifier.version : "\(Classifier.version)+\(rules.fingerprint)"
  }

  /// - Parameter channels: under which name the desk knows each comment's channel; nil takes the feed's own word.
  public func flags(for comments: [Comment], channels: [String]? = nil) -> [[Flag]] {
    @Sendable func flags(at place: Int, _ scratch: inout Scratch) -> [Flag] {
      let comment = comments[place]
      let found = classifier.flags(for: comment.text, scratch: &scratch)
      if rules.changesNothing { return found }
      let channel = channels?[place] ?? comment.channel ?? comment.platform
      return rules.applied(to: found, text: comment.text, channel: channel)
    }
    let parts = max(1, min(threads, comments.count / Self.least))
    guard parts > 1 else {
      var scratch = Scratch()
      return comments.indices.map { flags(at: $0, &scratch) }
    }
    let size = (comments.count + parts - 1) / parts
    let results = Mutex([[[Flag]]](repeating: [], count: parts))
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      var scratch = Scratch()
      let range = min(part * size, comments.count)..<min((part + 1) * size, comments.count)
      let found = range.map { flags(at: $0, &scratch) }
      results.withLock { $0[part] = found }
    }
    return results.withLock { $0.flatMap { $0 } }
  }
}
