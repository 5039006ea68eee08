/// One public comment, as a feed had it: the record that every format is mapped to.
///
/// Nil means that the feed does not say; it never means zero, empty or false.
public struct Comment: Sendable, Equatable {
  /// The platform's id, unchanged. Never a number: ids above 2^53 lose digits in a Double.
  public var id: String
  /// True when the feed had no id and one was made from what the comment says.
  public var idIsDerived = false
  /// The comment that this one answers; nil at top level.
  public var parent: String?
  /// The post, video, article or topic.
  public var thread: String?
  public var threadTitle: String?
  public var platform: String
  /// The page or account the comment was posted on, as the feed names it.
  public var channel: String?
  public var permalink: String?
  public var authorID: String?
  public var authorName: String?
  public var authorHandle: String?
  public var authorDeleted = false
  public var created: PlatformTime?
  public var edited: PlatformTime?
  /// Plain text: what the moderator reads and the classifier sees.
  public var text: String
  public var textSource: Markup = .plain
  /// The markup the text was made from, where it differs.
  public var raw: String?
  /// BCP 47.
  public var language: String?
  public var state: PlatformState = .unknown
  public var likes: Int?
  public var replies: Int?
  /// Addresses only; nothing is ever fetched.
  public var attachments: [String] = []
  public var kind: Kind = .comment
  public var source: SourcePosition
  /// Further scalar fields that the format's reader lets in, in feed order.
  public var extra: [ExtraField] = []

  public init(id: String, platform: String, text: String, source: SourcePosition) {
    self.id = id
    self.platform = platform
    self.text = text
    self.source = source
  }

  public enum Markup: String, Sendable { case plain, html, markdown, bbcode }

  /// What the platform had already done to the comment.
  public enum PlatformState: String, Sendable { case published, hidden, held, spam, deleted, unknown }

  public enum Kind: String, Sendable { case comment, post, repost, ping, system }

  public struct ExtraField: Sendable, Equatable {
    public var key: String
    public var value: String
    public init(key: String, value: String) {
      self.key = key
      self.value = value
    }
  }
}

/// A time as a platform gave it, with what is known of its zone and precision.
public struct PlatformTime: Sendable, Equatable {
  public var instant: Timestamp
  public var precision: Precision
  public var zone: Zone

  public init(_ instant: Timestamp, precision: Precision = .exact, zone: Zone) {
    self.instant = instant
    self.precision = precision
    self.zone = zone
  }

  public enum Precision: String, Sendable { case exact, minute, day, relative, unknown }

  public enum Zone: Sendable, Equatable {
    /// The format is defined as UTC, or the feed wrote `Z`.
    case utc
    /// The feed wrote an offset.
    case offset(minutes: Int)
    /// The feed gave none: `instant` is the civil time read as UTC.
    case unknown
  }

  /// ISO 8601 with the feed's own offset, `Z` for UTC, and no suffix where the zone is unknown.
  public var iso8601: String {
    switch zone {
    case .utc: instant.iso8601()
    case .offset(let minutes): instant.iso8601(offsetMinutes: minutes)
    case .unknown: instant.civil().iso8601
    }
  }
}

/// Where in a feed a comment stands, for messages and for writing back.
public struct SourcePosition: Sendable, Equatable {
  /// The file as the user named it; `-` for standard input.
  public var file: String
  /// From 1: the line on which the record begins.
  public var line: Int
  /// From 0: the record's number in the file.
  public var index: Int

  public init(file: String, line: Int, index: Int) {
    self.file = file
    self.line = line
    self.index = index
  }
}
