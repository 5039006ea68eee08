/// What became of one feed: kept with the import, so that a later reader knows what was not read, and why.
public struct ImportAccount: Sendable, Equatable {
  public var file: String
  /// SHA-256 of the bytes read, hex.
  public var sha256: String
  public var bytes: Int
  /// `youtube-api@1`.
  public var format: String
  public var read: Int
  public var new: Int
  public var changed: Int
  public var same: Int
  public var skipped: [FeedProblem]
  /// Profile and contact fields that were left at the door, by name.
  public var droppedFields: [String]
  /// What else a reader should know of the feed, a sentence each: what it was packed in, which column was taken for what,
  /// what the export says is missing. Never a citizen's words.
  public var notes: [String]

  public init(
    file: String, sha256: String = "", bytes: Int = 0, format: String = "", read: Int = 0, new: Int = 0,
    changed: Int = 0, same: Int = 0, skipped: [FeedProblem] = [], droppedFields: [String] = [], notes: [String] = []
  ) {
    self.file = file
    self.sha256 = sha256
    self.bytes = bytes
    self.format = format
    self.read = read
    self.new = new
    self.changed = changed
    self.same = same
    self.skipped = skipped
    self.droppedFields = droppedFields
    self.notes = notes
  }
}

/// Something in a feed that could not be read. Says where and why, never what the citizen wrote.
public struct FeedProblem: Error, Sendable, Equatable, CustomStringConvertible {
  public var file: String
  /// From 1; nil when it is the file as a whole.
  public var line: Int?
  public var why: String

  public init(file: String, line: Int?, why: String) {
    self.file = file
    self.line = line
    self.why = why
  }

  /// `FILE:LINE: why`.
  public var description: String { line.map { "\(file):\($0): \(why)" } ?? "\(file): \(why)" }
}
