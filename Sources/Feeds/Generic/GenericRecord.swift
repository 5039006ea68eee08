import Glibc
import Moderation

/// A field's value as a feed has it: bytes that are its text already, or something that must be decoded first.
protocol FieldValue {
  /// The text's bytes, where they stand in the feed as they are.
  var plain: UnsafeRawBufferPointer? { get }
  var string: String { get }
}

/// Makes comments from fields that were found by name: what CSV and JSON Lines have in common.
struct GenericRecord {
  /// Keys of `extra` that are let in: those that the formats' readers keep.
  static let extraKeys: Set<String> = [
    "alignment", "author_is_uploader", "can_hide", "can_remove", "can_reply_privately", "cid", "comment_type",
    "distinguished", "forwarded_from", "isBot", "latitude", "links", "locked", "longitude", "media_type", "num_reports",
    "organization", "paid", "price", "published", "quoted", "replied_to", "reply_to_post_number", "revisionId",
    "stickied", "sticker_emoji", "trackingNbr", "truncated", "versions", "visibility",
  ]

  var stateName: String?
  var order: TimeParser.DayOrder = .dayFirst
  /// A time without a zone is UTC.
  var isUTC = false
  /// Of the time whose field may come before or after.
  private var precision: PlatformTime.Precision?
  private var lastThread = LastText()
  private var lastTitle = LastText()
  private var lastChannel = LastText()
  /// The state's word that was met last: most rows of a feed have the same.
  private var lastState: (word: [UInt8], state: Comment.PlatformState) = ([], .unknown)

  /// Gives a comment a field's value. Empty text counts as none but for `text` itself.
  mutating func set<Value: FieldValue>(_ field: Field, _ value: Value, on comment: inout Comment) {
    switch field {
    case .text: comment.text = value.string
    case .raw: comment.raw = Self.text(value)
    case .created: comment.created = time(value)
    case .edited: comment.edited = time(value)
    case .likes: comment.likes = Self.count(value)
    case .replies: comment.replies = Self.count(value)
    case .state: comment.state = state(value)
    case .id: comment.id = Self.id(value)
    case .parent: comment.parent = Self.text(value).flatMap { Self.isNoParent($0) ? nil : $0 }
    case .thread: comment.thread = lastThread.text(value)
    case .threadTitle: comment.threadTitle = lastTitle.text(value)
    case .channel: comment.channel = lastChannel.text(value)
    case .permalink: comment.permalink = ExcelLink.address(value.string) ?? Self.text(value)
    case .authorID: comment.authorID = Self.text(value)
    case .authorName: comment.setAuthor(Self.text(value))
    case .authorHandle: comment.authorHandle = Self.text(value)
    case .platform:
      let name = Self.lowered(value)
      if !name.isEmpty { comment.platform = name }
    case .language: comment.language = Self.text(value).flatMap(Language.known)
    case .attachments:
      comment.attachments = value.string.split { $0 == " " || $0 == "," || $0 == ";" || $0 == "\n" || $0 == "|" }.map(
        String.init)
    case .kind: comment.kind = Comment.Kind(rawValue: value.string) ?? .comment
    case .textSource: comment.textSource = Comment.Markup(rawValue: value.string) ?? .plain
    case .createdPrecision:
      precision = PlatformTime.Precision(rawValue: value.string)
    case .authorDeleted: if Self.lowered(value) == "true" { comment.authorDeleted = true }
    case .extra: break
    }
  }

  /// When all fields are set.
  mutating func finish(_ comment: inout Comment) {
    if let precision = precision.take() { comment.created?.precision = precision }
    if let parent = comment.parent, parent == comment.thread { comment.parent = nil }
    if comment.authorDeleted { comment.authorName = nil }
    // Reddit's full names: t3 is the post, t1 a comment.
    if let parent = comment.parent, parent.utf8.first == UInt8(ascii: "t") {
      if parent.hasPrefix("t3_") { comment.parent = nil }
      if parent.hasPrefix("t1_"), !comment.id.hasPrefix("t1_") { comment.parent = String(parent.dropFirst(3)) }
    }
    // YouTube's replies tell by their ids alone what they answer.
    if comment.parent == nil, comment.id.utf8.count > 26, comment.id.hasPrefix("Ug") {
      comment.parent = YouTube.parent(of: comment.id)
    }
  }

  private static func isNoParent(_ text: String) -> Bool {
    guard text.utf8.count <= 5, let first = text.utf8.first, !(0x31...0x39).contains(first) else { return false }
    switch text {
    case "0", "root", "null", "NULL", "none", "None", "false", "-", "---", "nan": return true
    default: return false
    }
  }

  static func text(_ value: some FieldValue) -> String? {
    if let plain = value.plain {
      let trimmed = FeedText.trimmed(plain)
      if trimmed.first == UInt8(ascii: "=") { return ExcelLink.unwrapped(FeedText.decoded(trimmed)) }
      return trimmed.isEmpty ? nil : FeedText.decoded(trimmed)
    }
    let text = FeedText.trimmed(value.string)
    return text.isEmpty ? nil : ExcelLink.unwrapped(text)
  }

  private static func lowered(_ value: some FieldValue) -> String {
    if let plain = value.plain { return FeedText.lowered(FeedText.trimmed(plain)) }
    return FeedText.trimmed(value.string).lowercased()
  }

  private func time(_ value: some FieldValue) -> PlatformTime? {
    if let plain = value.plain, let time = TimeParser.parse(plain, isUTC: isUTC, order: order) { return time }
    let text = FeedText.trimmed(value.string)
    if let time = TimeParser.parse(text, isUTC: isUTC, order: order) { return time }
    // Days since 1899-12-30, as a spreadsheet writes a date whose format was lost.
    guard text.utf8.prefix(while: { (0x30...0x39).contains($0) }).count == 5, let serial = Double(text) else {
      return nil
    }
    return TimeParser.parse(ExcelDate.iso(serial), isUTC: isUTC)
  }

  private static func count(_ value: some FieldValue) -> Int? {
    if let plain = value.plain, plain.count < 10, !plain.isEmpty {
      var count = 0
      for byte in plain {
        guard (0x30...0x39).contains(byte) else { return text(value).flatMap(Counts.parse) }
        count = count * 10 + Int(byte - 0x30)
      }
      return count
    }
    return text(value).flatMap(Counts.parse)
  }

  private mutating func state(_ value: some FieldValue) -> Comment.PlatformState {
    guard let plain = value.plain else { return Self.state(Self.lowered(value), column: stateName) }
    if lastState.word.count == plain.count, let start = plain.baseAddress,
      lastState.word.withUnsafeBytes({ $0.baseAddress.map { memcmp($0, start, plain.count) == 0 } ?? true })
    {
      return lastState.state
    }
    let state = Self.state(Self.lowered(value), column: stateName)
    if plain.count < 64 { lastState = (Array(plain), state) }
    return state
  }

  private static func id(_ value: some FieldValue) -> String {
    guard let plain = value.plain else { return text(value) ?? "" }
    let raw = FeedText.trimmed(plain)
    return isFloat(raw) ? "" : FeedText.decoded(raw)
  }

  /// Whether a spreadsheet has turned an id into a float, whose digits are gone: `1.78E+16`, or whole with decimals put on.
  private static func isFloat(_ raw: UnsafeRawBufferPointer) -> Bool {
    guard let first = raw.first, (0x30...0x39).contains(first), raw.count > 3 else { return false }
    let rest = raw.drop { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") || $0 == 0x2C }
    guard let mark = rest.first else {
      let point = raw[raw.count - 3]
      return raw[raw.count - 1] == 0x30 && raw[raw.count - 2] == 0x30 && (point == 0x2C || point == UInt8(ascii: "."))
    }
    return mark | 0x20 == UInt8(ascii: "e") && rest.dropFirst().first == UInt8(ascii: "+")
  }

  /// State words of § 5.2; in a column named after a state, yes and no.
  static func state(_ word: String, column: String?) -> Comment.PlatformState {
    switch word {
    case "true", "1", "yes": return column == "hidden" || column == "ishidden" ? .hidden : .published
    case "false", "0", "no": return column == "hidden" || column == "ishidden" ? .published : .held
    case "approved", "published", "visible", "new", "open", "ok", "publish": return .published
    case "hidden", "removed", "rejected", "hide", "unapproved-by-moderator": return .hidden
    case "pending", "held", "hold", "awaiting", "require approval", "heldforreview", "awaiting moderation",
      "unapproved":
      return .held
    case "spam", "likelyspam": return .spam
    case "deleted", "trash", "trashed": return .deleted
    default: return .unknown
    }
  }
}
