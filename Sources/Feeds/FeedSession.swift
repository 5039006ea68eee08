import Moderation

/// One reading of one feed: numbers the comments, keeps the account, and hands out what the formats find.
struct FeedSession: ~Copyable {
  let file: String
  let bytes: UnsafeRawBufferPointer
  private(set) var read = 0
  private(set) var skipped = 0
  private(set) var droppedFields: [String] = []
  private(set) var truncated = false
  /// What generic JSON's keys stand for.
  var keys = JSONKeyCache()
  private var lines: LineCounter
  private let onComment: (Comment) throws -> Void
  private let onProblem: (FeedProblem) -> Void

  init(
    file: String, bytes: UnsafeRawBufferPointer, onComment: @escaping (Comment) throws -> Void,
    onProblem: @escaping (FeedProblem) -> Void
  ) {
    self.file = file
    self.bytes = bytes
    self.lines = LineCounter(bytes)
    self.onComment = onComment
    self.onProblem = onProblem
  }

  /// Hands over a comment that begins at a byte of the feed. An id that is empty is derived from what the comment says.
  mutating func emit(_ comment: consuming Comment, at offset: Int) throws {
    comment.source = SourcePosition(file: file, line: lines.line(at: offset), index: read)
    if comment.id.isEmpty {
      comment.id = DerivedID.of(comment)
      comment.idIsDerived = true
    }
    if let name = comment.authorName, Self.isMailAddress(name) {
      comment.authorName = nil
      drop("authorName (e-mail address)")
    }
    if let handle = comment.authorHandle, Self.isMailAddress(handle) {
      comment.authorHandle = nil
      drop("authorHandle (e-mail address)")
    }
    read += 1
    try onComment(comment)
  }

  /// A record that could not be read.
  mutating func skip(at offset: Int, _ why: String) {
    skipped += 1
    onProblem(FeedProblem(file: file, line: lines.line(at: offset), why: why))
  }

  /// The feed ends inside the record that begins there.
  mutating func cut(at offset: Int) {
    truncated = true
    skip(at: offset, "the file ends inside this record: it was cut off; export it again")
  }

  /// A field that stays at the door, named once.
  mutating func drop(_ name: String) {
    if !droppedFields.contains(name) { droppedFields.append(name) }
  }

  consuming func summary() -> FeedSummary {
    FeedSummary(
      bytes: bytes.count, read: read, skipped: skipped, droppedFields: droppedFields, truncated: truncated)
  }

  private static func isMailAddress(_ text: String) -> Bool {
    let utf8 = text.utf8
    guard let sign = utf8.firstIndex(of: UInt8(ascii: "@")), sign != utf8.startIndex else { return false }
    return utf8[sign...].contains(UInt8(ascii: ".")) && !utf8.contains(UInt8(ascii: " "))
  }
}

/// What one feed came to.
public struct FeedSummary: Sendable, Equatable {
  public var bytes: Int
  /// Comments handed over.
  public var read: Int
  /// Records that could not be read; each was reported as a problem.
  public var skipped: Int
  /// Contact and profile fields that were left at the door, by the feed's own names, in the order they were met.
  public var droppedFields: [String]
  /// The file ends inside a record.
  public var truncated: Bool

  public init(bytes: Int, read: Int, skipped: Int, droppedFields: [String], truncated: Bool) {
    self.bytes = bytes
    self.read = read
    self.skipped = skipped
    self.droppedFields = droppedFields
    self.truncated = truncated
  }
}
