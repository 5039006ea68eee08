import Terminal

/// How keys are written: in keys.toml and scripts (`C-l`, `Enter`), and on the screen (`^L`, `⏎`).
extension Key {
  private static let named: [(name: String, key: Key, title: String)] = [
    ("Enter", .enter, "⏎"), ("Esc", .escape, "esc"), ("Tab", .tab, "tab"), ("S-Tab", .backTab, "shift-tab"),
    ("Backspace", .backspace, "backspace"), ("Delete", .delete, "del"), ("Up", .up, "↑"), ("Down", .down, "↓"),
    ("Left", .left, "←"), ("Right", .right, "→"), ("Home", .home, "home"), ("End", .end, "end"),
    ("PageUp", .pageUp, "PgUp"), ("PageDown", .pageDown, "PgDn"), ("Space", .character(" "), "space"),
    ("lt", .character("<"), "<"),
  ]

  /// From `h`, `Space`, `C-l`, `F1`; nil for what is no key.
  public init?(notation: some StringProtocol) {
    if notation.count == 1, let character = notation.first {
      self = .character(character)
      return
    }
    if let known = Self.named.first(where: { $0.name.lowercased() == notation.lowercased() }) {
      self = known.key
      return
    }
    let rest = notation.dropFirst(2)
    if notation.hasPrefix("C-") || notation.hasPrefix("c-"), rest.count == 1, let letter = rest.lowercased().first,
      letter.isASCII
    {
      self = .control(letter)
      return
    }
    guard notation.hasPrefix("F") || notation.hasPrefix("f"), let number = Int(notation.dropFirst()),
      (1...12).contains(number)
    else { return nil }
    self = .function(number)
  }

  /// As `init(notation:)` reads it.
  public var notation: String {
    if let known = Self.named.first(where: { $0.key == self && $0.name != "lt" }) { return known.name }
    return switch self {
    case .character(let character): String(character)
    case .function(let number): "F\(number)"
    case .control(let character): "C-\(character)"
    default: ""
    }
  }

  /// As the screen writes it.
  var title: String {
    if let known = Self.named.first(where: { $0.key == self }) { return known.title }
    return switch self {
    case .character(let character): String(character)
    case .function(let number): "F\(number)"
    case .control(let character): "^\(String(character).uppercased())"
    default: ""
    }
  }

  /// A sequence with blanks between the keys: `m r`; nil where one of them is no key, or there is none.
  static func sequence(_ text: String) -> [Key]? {
    let keys = text.split(separator: " ").map { Key(notation: $0) }
    guard !keys.isEmpty, keys.allSatisfy({ $0 != nil }) else { return nil }
    return keys.compactMap { $0 }
  }

  /// What a script presses: characters stand for themselves, names are in angle brackets: `hspam<Enter>j`.
  public static func script(_ text: String) throws(KeyScriptError) -> [Key] {
    var keys: [Key] = []
    var rest = Substring(text)
    while let character = rest.first {
      rest = rest.dropFirst()
      guard character == "<" else {
        keys.append(character == "\n" ? .enter : .character(character))
        continue
      }
      guard let close = rest.firstIndex(of: ">") else { throw .unclosed(String(rest)) }
      guard let key = Key(notation: rest[..<close]) else { throw .unknownKey(String(rest[..<close])) }
      keys.append(key)
      rest = rest[rest.index(after: close)...]
    }
    return keys
  }
}

/// What is wrong with a script of keys.
public enum KeyScriptError: Error, Sendable, Equatable {
  case unclosed(String)
  case unknownKey(String)

  public var message: String {
    switch self {
    case .unclosed(let rest): "“<\(rest)” is not closed: write <Enter>, and <lt> for the sign itself"
    case .unknownKey(let name): "<\(name)> is no key: write <Enter>, <Esc>, <Tab>, <Space>, <PageDown>, <C-l>, <F1>…"
    }
  }
}

extension [Key] {
  /// `m r` as the screen writes it.
  var title: String { map(\.title).joined(separator: " ") }
  /// `m r` as keys.toml writes it.
  var notation: String { map(\.notation).joined(separator: " ") }
}
