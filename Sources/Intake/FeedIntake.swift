import Classifier
import Desk
import Feeds
import Moderation

/// Brings feeds onto the desk: reads them, classifies each comment, hands batches over.
///
/// Reading, classifying and writing each have a thread of their own; the desk sees comments in feed order, so that the same
/// feed makes the same ledger on any number of threads.
public struct FeedIntake: Sendable {
  private let desk: Desk
  private let classifier: ParallelClassifier
  private let user: UserName
  private let channelID: @Sendable (String) -> String

  /// Comments handed to the desk in one transaction and recorded by one event.
  public static let batchSize = 16_000

  /// - Parameters:
  ///   - rules: what the policy says about flags.
  ///   - threads: how many classify at once; nil takes one, which keeps up with the desk.
  ///   - channelID: the name under which a feed's channel is known, where the register gives it another.
  public init(
    desk: Desk, classifier: Classifier, rules: FlagRules = FlagRules(FlaggingPolicy()), threads: Int? = nil,
    by user: UserName,
    channelID: @escaping @Sendable (String) -> String = { $0 }
  ) {
    self.desk = desk
    self.classifier = ParallelClassifier(classifier, rules: rules, threads: threads ?? 1)
    self.user = user
    self.channelID = channelID
  }

  /// Imports one file, or `-` for standard input.
  ///
  /// - Parameters:
  ///   - map: says which columns hold what, where the guess is wrong.
  ///   - channel: the channel to file the comments under; nil takes the feed's own word, else the platform's name.
  ///   - isStopped: asked before each comment: true ends the import as if the feed ended there, but throws.
  ///   - progress: called after each batch, on another thread, with how far the feed is, where that is known.
  /// - Returns: the account of the import, which the desk keeps too.
  /// - Throws: `FeedError` when the file cannot be read at all, `CommitError` when the desk cannot or will not take it, `ImportStopped`. What
  ///   was acknowledged by `progress` is on the desk all the same, and importing again goes on from there.
  public func importFeed(
    _ path: String, format: String? = nil, map: FieldMap? = nil, channel: String? = nil,
    isStopped: () -> Bool = { false },
    progress: @escaping @Sendable (ImportAccount, Double?) -> Void = { _, _ in }
  ) throws -> ImportAccount {
    let reader = try FeedReader(path: path, format: format, map: map)
    let feed = FeedIdentity(sha256: try reader.digest(), format: reader.formatName, rules: classifier.version)
    let line = IntakeLine(
      account: ImportAccount(file: path, sha256: feed.sha256, format: reader.formatName)
    ) { account in progress(account, reader.progress.fraction) }
    let batches = IntakeBatches(classifier: classifier, desk: desk, feed: feed, user: user, line: line)
    let name = channel.map(channelID)
    var batch: [Comment] = []
    batch.reserveCapacity(Self.batchSize)
    var problems: [FeedProblem] = []
    func flush() throws {
      guard !batch.isEmpty || !problems.isEmpty else { return }
      let channels = batch.map { name ?? channelID($0.channel ?? $0.platform) }
      try batches.put(batch, channels: channels, problems: problems)
      batch = []
      batch.reserveCapacity(Self.batchSize)
      problems = []
    }
    let summary: FeedSummary
    do {
      summary = try reader.read { comment in
        batch.append(comment)
        if isStopped() { throw ImportStopped() }
        guard batch.count == Self.batchSize else { return }
        try flush()
      } problem: { problem in
        problems.append(problem)
      }
      try flush()
    } catch {
      // What was read is written first, so that nothing is under way when the caller hears of it.
      try batches.finish()
      throw error
    }
    try batches.finish()
    var (account, coverage) = line.result
    account.bytes = summary.bytes
    account.droppedFields = summary.droppedFields
    account.notes = summary.notes + ColumnNote.sentences(reader.columns)
    try desk.close(account, coverage: coverage, by: user)
    return account
  }
}

/// Somebody asked for an import to stop. What came before is on the desk; importing again goes on from there.
public struct ImportStopped: Error, Sendable {}

/// What the columns of a table were taken for, for the account.
enum ColumnNote {
  static func sentences(_ columns: [ColumnMapping]) -> [String] {
    guard !columns.isEmpty else { return [] }
    return [
      "columns: " + columns.map { "\($0.field) from \($0.column) (by \($0.reason.rawValue))" }.joined(separator: ", ")
    ]
  }
}
