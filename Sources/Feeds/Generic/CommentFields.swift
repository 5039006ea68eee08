import Moderation

/// Names that stand for nobody.
enum DeletedAuthor {
  static func matches(_ name: String) -> Bool {
    guard let first = name.utf8.first, first == UInt8(ascii: "[") || first == UInt8(ascii: "D") else { return false }
    return name == "[deleted]" || name == "Deleted User" || name == "[deleted user]" || name == "Deleted Account"
  }
}

/// Language tags that say something.
enum Language {
  static func known(_ tag: String) -> String? {
    switch tag {
    case "", "und", "qme", "zxx", "qht", "qam", "qct", "qst", "art", "un": nil
    default: tag
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

  /// A comment whose place is not known yet.
  init(_ id: String?, on platform: String, text: String = "") {
    self.init(id: id ?? "", platform: platform, text: text, source: .unplaced)
  }

  /// Keeps a scalar that the format lets in.
  mutating func keep(_ key: String, _ value: String?) {
    if let value, !value.isEmpty { extra.append(.init(key: key, value: value)) }
  }

  /// Takes an author's name, or marks an author who is gone.
  mutating func setAuthor(_ name: String?) {
    guard let name, !name.isEmpty else { return }
    if DeletedAuthor.matches(name) { authorDeleted = true } else { authorName = name }
  }

  /// Adds an address, once.
  mutating func attach(_ address: String?) {
    if let address, !address.isEmpty, !attachments.contains(address) { attachments.append(address) }
  }
}
