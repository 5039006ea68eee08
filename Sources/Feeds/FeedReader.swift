import Moderation
import Synchronization

/// Reads one feed, whatever its format, as a stream of comments.
///
///     let reader = try FeedReader(path: "comments.json")
///     let summary = try reader.read({ comment in … }, problem: { print($0) })
///
/// The format is found from the content, never from the name. gzip, Zstandard and zip are unpacked on the way, UTF-16 and
/// Windows-1252 become UTF-8, and bytes that are wrong become U+FFFD. A feed of any size costs some megabytes of memory; a file that somebody
/// shortens while it is read ends early, and that is all. Standard input flows through, and can be read once.
public struct FeedReader: Sendable {
  /// `youtube-api@1`: the format, and the version of its mapping.
  public var formatName: String { format.name }
  /// The names that `format` may be.
  public static var formatNames: [String] { FeedFormat.names }
  /// Which column holds what, where the feed is a table: what was found or told, for the person to check. Empty otherwise.
  public var columns: [ColumnMapping] { layout?.mappings ?? [] }

  private let path: String
  private let input: FeedInput
  private let format: FeedFormat
  /// Of a table: where its header ends and which column holds what.
  private let layout: TableLayout?
  private let map: FieldMap?
  private let pending: Opened
  /// How far `read` has come.
  public let progress: FeedProgress

  /// The text that was opened to look at it: the first reading goes on with it.
  private final class Opened: Sendable {
    let text: Mutex<FeedInput.Text?>
    init(_ text: sending FeedInput.Text) { self.text = Mutex(text) }
  }

  /// Opens a file, a member of a zip archive (`export.zip/data/tweets.js`), or standard input for `-`, and finds its format.
  ///
  /// - Parameters:
  ///   - format: takes a format by name, with or without its version, instead of looking.
  ///   - map: says which columns, or keys of plain JSON, hold which fields, where the guess is wrong.
  public init(path: String, format name: String? = nil, map: FieldMap? = nil) throws(FeedError) {
    var asked: FeedFormat?
    if let name {
      guard let known = FeedFormat.named(name) else {
        throw .unknownFormatName(name, known: FeedFormat.names)
      }
      asked = known
    }
    let input = try FeedInput(path: path)
    let text = try input.open()
    progress = FeedProgress(total: text.wrappings.isEmpty ? input.size : nil)
    let found = try Sniffer(path: path, text: text).format(asked: asked, map: map)
    self.path = path
    self.input = input
    self.format = found.format
    self.layout = found.layout
    self.map = map
    pending = Opened(text)
  }

  /// SHA-256 of the file's own bytes, in hex: which export it was. Reads the whole feed once; of a pipe, keeps a copy in a
  /// file without a name until the reader is gone.
  public func digest() throws(FeedError) -> String {
    let wasFlowing = input.size == nil
    let digest = try input.digest()
    if wasFlowing { pending.text.withLock { $0 = nil } }
    return digest
  }

  /// Streams the comments in feed order.
  ///
  /// A record that cannot be read is handed to `problem` and counted; the rest is read. A problem names the line where
  /// its record begins, and never quotes it.
  ///
  /// - Throws: what `comment` throws, after which nothing more is read; `FeedError` when the file cannot be opened again.
  public func read(
    _ comment: (Comment) throws -> Void, problem: (FeedProblem) -> Void = { _ in }
  ) throws -> FeedSummary {
    let text = try takeText()
    return try withoutActuallyEscaping(comment) { onComment in
      try withoutActuallyEscaping(problem) { onProblem in
        let window = text.window
        var session = FeedSession(file: path, window: window, onComment: onComment, onProblem: onProblem)
        if !text.wrappings.isEmpty { session.note("unpacked or decoded: " + text.wrappings.joined(separator: ", ")) }
        session.keys.map = map
        session.progress = progress
        let start = Sniffer.start(of: format, text)
        switch format.notation {
        case .json(let json): try json.read(window, from: start, into: &session)
        case .xml(let xml): try xml.read(window, from: start, into: &session)
        case .text(let format): try format.run(window, start, &session)
        case .table(let table):
          if let layout { try TableReader.read(window, layout, as: table, into: &session) }
        }
        if let fault = window.fault { session.fail(fault) }
        var summary = session.summary()
        if let size = input.size { summary.bytes = size }
        return summary
      }
    }
  }

  private func takeText() throws -> FeedInput.Text {
    if let text = pending.text.withLock({ $0.take() }) {
      input.commit()
      return text
    }
    return try input.open()
  }
}
