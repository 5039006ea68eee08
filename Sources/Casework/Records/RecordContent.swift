import FoundationEssentials
import Moderation

/// What a record says: all of it in the vault, as one entry, so that destroying it is destroying one row.
public struct RecordContent: Sendable, Equatable, Codable {
  public var title: String
  /// The business activity that it documents (Archives New Zealand 16/G7, element 5).
  public var activity: String
  /// Who made what is recorded: an alias, or a staff role. Never a name.
  public var creator: String
  public var audience: String
  /// Why the programme needs it (BC L112).
  public var need: String
  public var worksheet: PrivacyWorksheet
  /// Why it need not be kept, where it is transitory (BC L147).
  public var transitory: String?
  /// Why private details were kept, where any were.
  public var keptBecause: String?
  public var summary: String?
  public var parts: [RecordPart]

  public init(
    title: String, activity: String, creator: String, audience: String, need: String, worksheet: PrivacyWorksheet,
    transitory: String? = nil, keptBecause: String? = nil, summary: String? = nil, parts: [RecordPart]
  ) {
    self.title = title
    self.activity = activity
    self.creator = creator
    self.audience = audience
    self.need = need
    self.worksheet = worksheet
    self.transitory = transitory
    self.keptBecause = keptBecause
    self.summary = summary
    self.parts = parts
  }

  /// As the vault has it. Keys are sorted, so that the same content has the same digest.
  public var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  public init?(json: String) {
    guard let read = try? JSONDecoder().decode(RecordContent.self, from: Data(json.utf8)) else { return nil }
    self = read
  }
}

/// One comment in a record: what was needed of it, and where the rest was.
public struct RecordPart: Sendable, Equatable, Codable {
  /// The item's id.
  public var item: String
  public var revision: Int
  public var channel: String
  public var platform: String
  /// Where it was posted.
  public var place: String?
  /// When it was posted, with the feed's offset; nil when the feed does not say.
  public var posted: String?
  /// When the desk learned of it, UTC.
  public var learned: String?
  /// The words with labels in place of what is not needed; nil in a summary.
  public var text: String?
  /// SHA-256 over the item's salt and the whole text: what the log knows it by.
  public var textSHA256: String?
  /// What was replaced, in scalars of the original.
  public var redactions: [Redacted]

  public struct Redacted: Sendable, Equatable, Codable {
    public var start: Int
    public var end: Int
    public var label: String

    public init(start: Int, end: Int, label: String) {
      self.start = start
      self.end = end
      self.label = label
    }
  }

  public init(
    item: String, revision: Int, channel: String, platform: String, place: String? = nil, posted: String? = nil,
    learned: String? = nil, text: String? = nil, textSHA256: String? = nil, redactions: [Redacted] = []
  ) {
    self.item = item
    self.revision = revision
    self.channel = channel
    self.platform = platform
    self.place = place
    self.posted = posted
    self.learned = learned
    self.text = text
    self.textSHA256 = textSHA256
    self.redactions = redactions
  }
}
