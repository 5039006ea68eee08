import Moderation

/// A comment from fields that were found by name: what CSV and JSON Lines have in common.
enum GenericRecord {
  /// Keys of `extra` that are let in: they decide which actions can be offered.
  static let extraKeys = ["can_hide", "can_remove", "can_reply_privately", "comment_type"]

  /// - Parameter value: a field's text, nil where the record has none. Empty text counts as none but for `text` itself.
  static func comment(
    platform: String, order: TimeParser.DayOrder = .dayFirst, stateName: String?, _ value: (Field) -> String?
  ) -> Comment {
    func text(_ field: Field) -> String? {
      guard let text = value(field).map(FeedText.trimmed), !text.isEmpty else { return nil }
      return text
    }
    var comment = Comment(id: text(.id).flatMap(usableID) ?? "", platform: platform, text: "", source: .unplaced)
    comment.text = value(.text) ?? ""
    if let name = text(.platform) { comment.platform = name.lowercased() }
    comment.parent = text(.parent).flatMap { noParent.contains($0.lowercased()) ? nil : $0 }
    comment.thread = text(.thread)
    if comment.parent == comment.thread { comment.parent = nil }
    comment.threadTitle = text(.threadTitle)
    comment.channel = text(.channel)
    comment.permalink = text(.permalink)
    comment.authorID = text(.authorID)
    comment.authorName = text(.authorName)
    comment.authorHandle = text(.authorHandle)
    comment.authorDeleted = text(.authorDeleted) == "true" || comment.authorName == "[deleted]"
    if comment.authorDeleted { comment.authorName = nil }
    comment.created = text(.created).flatMap { TimeParser.parse($0, order: order) }
    if let precision = text(.createdPrecision).flatMap(PlatformTime.Precision.init) {
      comment.created?.precision = precision
    }
    comment.edited = text(.edited).flatMap { TimeParser.parse($0, order: order) }
    comment.textSource = text(.textSource).flatMap(Comment.Markup.init) ?? .plain
    comment.raw = text(.raw)
    comment.language = text(.language).flatMap { ["und", "qme", "zxx", "qht", "art"].contains($0) ? nil : $0 }
    comment.state = text(.state).map { state($0, column: stateName) } ?? .unknown
    comment.likes = text(.likes).flatMap(Counts.parse)
    comment.replies = text(.replies).flatMap(Counts.parse)
    comment.kind = text(.kind).flatMap(Comment.Kind.init) ?? .comment
    return comment
  }

  private static let noParent: Set<String> = ["0", "root", "null", "none", "false", "-"]

  /// Nil for an id that a spreadsheet has turned into a float: its digits are gone.
  private static func usableID(_ id: String) -> String? {
    let utf8 = id.utf8
    guard let e = utf8.firstIndex(where: { $0 == UInt8(ascii: "E") || $0 == UInt8(ascii: "e") }) else { return id }
    let digits = utf8[..<e].allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") || $0 == 0x2C }
    return digits && utf8[utf8.index(after: e)...].first == UInt8(ascii: "+") ? nil : id
  }

  /// State words of § 5.2; in a column named after a state, yes and no.
  static func state(_ word: String, column: String?) -> Comment.PlatformState {
    let word = word.lowercased()
    let isYes = ["true", "1", "yes"].contains(word)
    if isYes || ["false", "0", "no"].contains(word) {
      switch column {
      case "hidden", "ishidden": return isYes ? .hidden : .published
      default: return isYes ? .published : .held
      }
    }
    switch word {
    case "approved", "published", "visible", "new", "open", "ok": return .published
    case "hidden", "removed", "rejected", "hide", "unapproved-by-moderator": return .hidden
    case "pending", "held", "hold", "awaiting", "require approval", "heldforreview": return .held
    case "spam", "likelyspam": return .spam
    case "deleted", "trash", "trashed": return .deleted
    default: return .unknown
    }
  }
}

extension SourcePosition {
  /// Until the session says where a comment stands.
  static let unplaced = SourcePosition(file: "", line: 0, index: 0)
}

extension Comment {
  /// Takes a text from HTML, keeping the markup where it differs.
  mutating func setHTML(_ html: String) {
    text = HTMLText.plain(html)
    textSource = .html
    raw = html == text ? nil : html
  }
}
