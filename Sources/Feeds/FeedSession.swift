import Glibc
import Moderation

/// One reading of one feed: numbers the comments, keeps the account, and hands out what the formats find.
struct FeedSession: ~Copyable {
  let file: String
  let window: FeedWindow
  private(set) var read = 0
  private(set) var skipped = 0
  private(set) var droppedFields: [String] = []
  private(set) var notes: [String] = []
  private(set) var truncated = false
  /// What generic JSON's keys stand for.
  var keys = JSONKeyCache()
  var generic = GenericRecord()
  /// What one record said that a later one needs: names by account, ids by number. Bounded.
  var memory = FeedMemory()
  var progress: FeedProgress?
  private var lines: LineCounter
  private let onComment: (Comment) throws -> Void
  private let onProblem: (FeedProblem) -> Void

  private static let noteLimit = 20

  init(
    file: String, window: FeedWindow, onComment: @escaping (Comment) throws -> Void,
    onProblem: @escaping (FeedProblem) -> Void
  ) {
    self.file = file
    self.window = window
    self.lines = LineCounter(window)
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
    if comment.parent == comment.id { comment.parent = nil }
    if let name = comment.authorName, Self.isMailAddress(name) {
      comment.authorName = nil
      drop("authorName (e-mail address)")
    }
    if let handle = comment.authorHandle, Self.isMailAddress(handle) {
      comment.authorHandle = nil
      drop("authorHandle (e-mail address)")
    }
    read += 1
    progress?.reached(offset)
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

  /// The feed's own bytes ended before their time, or were not all to be had.
  mutating func fail(_ why: String) {
    truncated = true
    skipped += 1
    onProblem(FeedProblem(file: file, line: nil, why: why))
  }

  /// A field that stays at the door, named once.
  mutating func drop(_ name: String) {
    if !droppedFields.contains(name) { droppedFields.append(name) }
  }

  /// Names the fields of a record that stay at the door, where it has them.
  mutating func drop(_ keys: [StaticString], of node: JSONNode?) {
    guard let node else { return }
    for key in keys where node[key] != nil { drop(key.description) }
  }

  /// Something about the feed as a whole that whoever reads it should know, said once.
  mutating func note(_ text: String) {
    if notes.count < Self.noteLimit, !notes.contains(text) { notes.append(text) }
  }

  /// Nothing before this place is looked at again.
  mutating func release(before place: Int) {
    _ = lines.line(at: place)
    window.release(before: place)
  }

  consuming func summary() -> FeedSummary {
    FeedSummary(
      bytes: window.available, read: read, skipped: skipped, droppedFields: droppedFields, truncated: truncated,
      notes: notes)
  }

  private static func isMailAddress(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { utf8 in
      guard let base = utf8.baseAddress, let found = memchr(base, Int32(UInt8(ascii: "@")), utf8.count) else {
        return false
      }
      let sign = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      return sign > 0 && utf8[sign...].contains(UInt8(ascii: ".")) && !utf8.contains(UInt8(ascii: " "))
    } ?? false
  }
}
