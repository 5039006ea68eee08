/// A filter that somebody gave a name to.
public struct SavedFilter: Sendable, Hashable {
  public var name: String
  public var filter: QueueFilter

  public init(name: String, filter: QueueFilter) {
    self.name = name
    self.filter = filter
  }
}

/// The filters that a person saved, as their file has them: one `name = "query"` a line, which is TOML.
///
/// They are the person's own. What a query looks for may be a citizen's words, so it stays out of the ledger.
public struct SavedFilters: Sendable, Hashable {
  /// In the file's order.
  public private(set) var all: [SavedFilter]

  public init(_ all: [SavedFilter] = []) { self.all = all }

  public subscript(name: String) -> QueueFilter? { all.first { $0.name == name }?.filter }

  /// Saves a filter, in the place of one of the same name.
  public mutating func save(_ filter: QueueFilter, as name: String) {
    if let index = all.firstIndex(where: { $0.name == name }) {
      all[index].filter = filter
    } else {
      all.append(SavedFilter(name: name, filter: filter))
    }
  }

  /// Forgets one; false when there is none of that name.
  @discardableResult
  public mutating func remove(_ name: String) -> Bool {
    let count = all.count
    all.removeAll { $0.name == name }
    return all.count < count
  }

  // MARK: The file

  /// The file's text.
  public var text: String {
    "# Saved filters: name = \"query\"\n"
      + all.map { "\(Self.key($0.name)) = \(TOMLString.literal($0.filter.text))\n" }.joined()
  }

  private static func key(_ name: String) -> String {
    let isBare = !name.isEmpty && name.utf8.allSatisfy(TOMLString.isOfBareKey)
    return isBare ? name : TOMLString.literal(name)
  }

  /// Reads a file's text.
  public init(text: String) throws(SavedFilterError) {
    all = []
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    for (index, line) in lines.enumerated() {
      var rest = line.drop(while: Self.isBlank)
      if rest.isEmpty || rest.first == "#" { continue }
      let name: String
      if let quoted = TOMLString.read(&rest) {
        name = quoted
      } else {
        let key = rest.prefix { $0.utf8.allSatisfy(TOMLString.isOfBareKey) }
        rest = rest.dropFirst(key.count)
        name = String(key)
      }
      rest = rest.drop(while: Self.isBlank)
      guard !name.isEmpty, rest.first == "=" else { throw SavedFilterError(.notALine, line: index + 1) }
      rest = rest.dropFirst().drop(while: Self.isBlank)
      guard let query = TOMLString.read(&rest), Self.isRemark(rest.drop(while: Self.isBlank)) else {
        throw SavedFilterError(.notALine, line: index + 1)
      }
      guard self[name] == nil else { throw SavedFilterError(.twice(name), line: index + 1) }
      do {
        all.append(SavedFilter(name: name, filter: try QueueFilter(query)))
      } catch {
        throw SavedFilterError(.query(name, query, error), line: index + 1)
      }
    }
  }

  private static func isBlank(_ character: Character) -> Bool {
    character == " " || character == "\t" || character == "\r"
  }

  private static func isRemark(_ rest: Substring) -> Bool { rest.isEmpty || rest.first == "#" }
}

/// What is wrong with a file of saved filters.
public struct SavedFilterError: Error, Sendable, Hashable {
  public var problem: Problem
  /// From 1.
  public var line: Int

  init(_ problem: Problem, line: Int) {
    self.problem = problem
    self.line = line
  }

  public enum Problem: Sendable, Hashable {
    case notALine
    case twice(String)
    /// The name, the query, and what is wrong with it.
    case query(String, String, QueryError)
  }

  /// What is wrong, and what to write instead. The file's name and `line` go in front.
  public var message: String {
    switch problem {
    case .notALine: "not a saved filter; write name = \"query\", e.g. urgent = \"severity>=high age<2h\""
    case .twice(let name): "\(name) is there twice; leave one out"
    case .query(let name, let query, let error): "\(name): \(error.message)\n\(error.pointing(into: query))"
    }
  }
}

/// Strings as TOML writes them (toml.io, v1.0.0, "String"): basic and literal ones, of one line.
private enum TOMLString {
  static func isOfBareKey(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  static func literal(_ text: String) -> String {
    var literal = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": literal += "\\\""
      case "\\": literal += "\\\\"
      case "\n": literal += "\\n"
      case "\t": literal += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        literal += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: literal.unicodeScalars.append(scalar)
      }
    }
    return literal + "\""
  }

  /// The string that a line goes on with, which is taken off it; nil, and nothing taken, for anything else.
  static func read(_ line: inout Substring) -> String? {
    guard let quote = line.unicodeScalars.first, quote == "\"" || quote == "'" else { return nil }
    var scalars = line.unicodeScalars.dropFirst()
    var text = String.UnicodeScalarView()
    while let scalar = scalars.popFirst() {
      if scalar == quote {
        line = Substring(scalars)
        return String(text)
      }
      if scalar != "\\" || quote == "'" {
        text.append(scalar)
      } else if let escaped = scalars.popFirst(), let meant = escape(escaped, &scalars) {
        text.append(meant)
      } else {
        return nil
      }
    }
    return nil
  }

  private static func escape(
    _ scalar: Unicode.Scalar, _ rest: inout Substring.UnicodeScalarView
  ) -> Unicode.Scalar? {
    switch scalar {
    case "\"", "\\": return scalar
    case "n": return "\n"
    case "t": return "\t"
    case "r": return "\r"
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "u", "U":
      let count = scalar == "u" ? 4 : 8
      let digits = String(String.UnicodeScalarView(rest.prefix(count)))
      guard digits.unicodeScalars.count == count,
        digits.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") })
      else { return nil }
      rest = rest.dropFirst(count)
      return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
    default: return nil
    }
  }
}
