import Moderation

/// Reads one feed, whatever its format, as a stream of comments.
///
///     let reader = try FeedReader(path: "comments.json")
///     let summary = try reader.read({ comment in … }, problem: { print($0) })
///
/// The format is found from the content, never from the name. Bytes that are not UTF-8 become U+FFFD. A regular file is
/// mapped; standard input and other pipes are held in memory, up to 2 GiB.
public struct FeedReader: Sendable {
  /// `youtube-api@1`, `facebook-graph@1`, `wxr@1`, `csv@1` or `jsonl@1`.
  public var formatName: String { format.name }
  /// The names that `format` may be.
  public static var formatNames: [String] { FeedFormat.names }

  private let path: String
  private let feed: OpenedFeed
  private let format: FeedFormat

  /// Opens a file, or standard input for `-`, and finds its format.
  ///
  /// - Parameter format: takes a format by name, with or without its version, instead of looking.
  public init(path: String, format name: String? = nil) throws(FeedError) {
    var asked: FeedFormat?
    if let name {
      guard let known = FeedFormat.named(name) else {
        throw .unknownFormatName(name, known: FeedFormat.names)
      }
      asked = known
    }
    let feed = try OpenedFeed(path: path)
    self.path = path
    self.feed = feed
    self.format = try Sniffer(path: path, bytes: feed.text, start: feed.start).format(asked: asked)
  }

  /// SHA-256 of the file's own bytes, in hex: which export it was. Reads the whole feed once.
  public func digest() -> String { FeedDigest.of(feed.original ?? feed.text) }

  /// Streams the comments in feed order.
  ///
  /// A record that cannot be read is handed to `problem` and counted; the rest is read. A problem names the line where
  /// its record begins, and never quotes it.
  ///
  /// - Throws: only what `comment` throws; nothing more is read then.
  public func read(
    _ comment: (Comment) throws -> Void, problem: (FeedProblem) -> Void = { _ in }
  ) throws -> FeedSummary {
    try withoutActuallyEscaping(comment) { onComment in
      try withoutActuallyEscaping(problem) { onProblem in
        var session = FeedSession(file: path, bytes: feed.text, onComment: onComment, onProblem: onProblem)
        switch format.notation {
        case .json(let json): try json.read(feed.text, from: feed.start, into: &session)
        case .xml(let xml): try xml.read(feed.text, from: feed.start, into: &session)
        case .table: try TableFormat.read(feed.text, from: feed.start, into: &session)
        }
        var summary = session.summary()
        if let original = feed.original {
          summary.bytes = original.count
        }
        return summary
      }
    }
  }
}
