/// What one feed came to.
public struct FeedSummary: Sendable, Equatable {
  /// Of the file itself; of a pipe, of the text in it.
  public var bytes: Int
  /// Comments handed over.
  public var read: Int
  /// Records that could not be read; each was reported as a problem.
  public var skipped: Int
  /// Contact and profile fields that were left at the door, by the feed's own names, in the order they were met.
  public var droppedFields: [String]
  /// The file ends inside a record.
  public var truncated: Bool
  /// What whoever reads the import's account should know of the feed as a whole, a sentence each: what was unpacked, what
  /// the export says is missing, what had to be repaired or assumed. Never a citizen's words.
  public var notes: [String]

  public init(
    bytes: Int, read: Int, skipped: Int, droppedFields: [String], truncated: Bool, notes: [String] = []
  ) {
    self.bytes = bytes
    self.read = read
    self.skipped = skipped
    self.droppedFields = droppedFields
    self.truncated = truncated
    self.notes = notes
  }
}
