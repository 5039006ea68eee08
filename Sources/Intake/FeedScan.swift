import Classifier
import Feeds
import Moderation

/// Classifies feeds without a desk: one JSON object a comment, in input order.
public struct FeedScan: Sendable {
  private let classifier: ParallelClassifier

  /// Comments classified together: enough to keep every core busy, few enough that a pipe sees output soon.
  private static let batchSize = 1024

  public init(
    classifier: Classifier, rules: FlagRules = FlagRules(FlaggingPolicy()), threads: Int? = nil
  ) {
    self.classifier = ParallelClassifier(classifier, rules: rules, threads: threads)
  }

  /// Scans one file, or `-` for standard input.
  ///
  /// - Parameters:
  ///   - output: takes finished lines, many at a time, each with its line end.
  ///   - problem: takes what could not be read; the rest is scanned.
  /// - Throws: `FeedError` when the file cannot be read at all, and whatever `output` throws.
  public func scan(
    _ path: String, format: String? = nil, map: FieldMap? = nil, output: (String) throws -> Void,
    problem: (FeedProblem) -> Void
  ) throws -> FeedSummary {
    let reader = try FeedReader(path: path, format: format, map: map)
    var batch: [Comment] = []
    batch.reserveCapacity(Self.batchSize)
    func flush() throws {
      guard !batch.isEmpty else { return }
      var lines = ""
      for (comment, flags) in zip(batch, classifier.flags(for: batch)) {
        lines += ScanLine.json(id: comment.idIsDerived ? String(comment.source.line) : comment.id, flags: flags)
        lines += "\n"
      }
      batch.removeAll(keepingCapacity: true)
      try output(lines)
    }
    let summary = try reader.read { comment in
      batch.append(comment)
      if batch.count == Self.batchSize { try flush() }
    } problem: {
      problem($0)
    }
    try flush()
    return summary
  }
}

/// What `docket scan` writes of one comment. Offsets count Unicode scalars.
public enum ScanLine {
  public static func json(id: String, flags: [Flag]) -> String {
    var line = JSONText()
    line.add("id", id)
    line.addRaw("flags", JSONText.array(flags.map(flag)))
    return line.object
  }

  private static func flag(_ flag: Flag) -> String {
    var json = JSONText()
    json.add("label", flag.label.rawValue)
    json.addRaw("score", flag.score.description)
    json.add("severity", flag.severity.rawValue)
    json.add("why", flag.why)
    json.addRaw("spans", JSONText.array(flag.spans.map(span)))
    return json.object
  }

  private static func span(_ span: Span) -> String {
    var json = JSONText()
    json.add("start", span.start)
    json.add("end", span.end)
    json.add("type", span.type.rawValue)
    json.add("subject", span.subject?.rawValue)
    return json.object
  }
}
