import Classifier
import Desk
import Dispatch
import Feeds
import Moderation

/// Brings feeds onto the desk: reads them, classifies each comment, hands batches over.
///
/// Comments are classified on all cores, a batch at a time; the desk sees them in feed order, so that the same feed makes the
/// same ledger on any number of threads.
public struct FeedIntake: Sendable {
  private let desk: Desk
  private let classifier: ParallelClassifier
  private let authority: Authority

  /// Comments handed to the desk in one transaction and recorded by one event.
  public static let batchSize = 2000

  public init(desk: Desk, classifier: Classifier, threads: Int? = nil, by authority: Authority) {
    self.desk = desk
    self.classifier = ParallelClassifier(classifier, threads: threads)
    self.authority = authority
  }

  /// Imports one file, or `-` for standard input.
  ///
  /// - Parameters:
  ///   - channel: the channel to file the comments under; nil takes the feed's own word, else the platform's name.
  ///   - progress: called after each batch.
  /// - Returns: the account of the import, which the desk keeps too.
  /// - Throws: `FeedError` when the file cannot be read at all, `DeskError` when the desk cannot write.
  public func importFeed(
    _ path: String, format: String? = nil, channel: String? = nil, progress: (ImportAccount) -> Void = { _ in }
  ) throws -> ImportAccount {
    let reader = try FeedReader(path: path, format: format)
    var account = ImportAccount(file: path, format: reader.formatName)
    var batch: [Comment] = []
    batch.reserveCapacity(Self.batchSize)
    let feed = FeedIdentity(
      sha256: reader.digest(), format: reader.formatName, rules: Classifier.version)
    // How many of the skipped records an event has counted: those after the last comment are counted too.
    var counted = 0
    func flush() throws {
      guard !batch.isEmpty || counted < account.skipped.count else { return }
      let flags = classifier.flags(for: batch)
      let received = zip(batch, flags).map { comment, flags in
        ReceivedComment(comment: comment, channel: channel ?? comment.channel ?? comment.platform, flags: flags)
      }
      let counts = try desk.receive(received, feed: feed, skipped: account.skipped.count - counted, by: authority)
      counted = account.skipped.count
      account.read += batch.count
      account.new += counts.new
      account.changed += counts.changed
      account.same += counts.same
      batch.removeAll(keepingCapacity: true)
      progress(account)
    }
    let summary = try reader.read { comment in
      batch.append(comment)
      if batch.count == Self.batchSize { try flush() }
    } problem: { problem in
      account.skipped.append(problem)
    }
    try flush()
    account.sha256 = feed.sha256
    account.bytes = summary.bytes
    account.droppedFields = summary.droppedFields
    try desk.keep(account, by: authority)
    return account
  }
}
