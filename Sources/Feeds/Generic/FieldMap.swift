/// Which columns of a table, or keys of plain JSON, hold which fields: what `--map text=Comment,created=Posted` says.
///
///     let map = try FieldMap(parsing: "text=Your message,created=Posted")
///
/// Fields that it does not name are found as always. A name with a comma or quotes in it stands in double quotes, these
/// doubled within; `#3` is the third column, for tables without a header.
public struct FieldMap: Sendable, Equatable {
  /// The field's name and the column's, as they were given.
  public let entries: [Entry]

  public struct Entry: Sendable, Equatable {
    public var field: String
    public var column: String
  }

  /// The fields that a map may name: those of the common record that a column can hold.
  public static var fieldNames: [String] { Field.allCases.filter { $0 != .extra }.map(\.label) }

  /// - Throws: what is wrong with the words, and what to write instead.
  public init(parsing text: String) throws(FieldMapError) {
    var entries: [Entry] = []
    for part in Self.parts(text) {
      guard let sign = part.firstIndex(of: "="), sign != part.startIndex else { throw .noSign(part) }
      let name = FeedText.trimmed(String(part[..<sign]))
      let column = Self.unquoted(FeedText.trimmed(String(part[part.index(after: sign)...])))
      guard let field = Field.labelled(name) else { throw .unknownField(name, known: Self.fieldNames) }
      guard !column.isEmpty else { throw .noColumn(field: field.label) }
      guard !entries.contains(where: { $0.field == field.label }) else { throw .twice(field: field.label) }
      entries.append(Entry(field: field.label, column: column))
    }
    guard !entries.isEmpty else { throw .empty }
    self.entries = entries
  }

  /// The words that `parsing` takes back.
  public var text: String {
    entries.map { entry in
      let plain = !entry.column.contains(where: { $0 == "," || $0 == "\"" })
      return entry.field + "=" + (plain ? entry.column : "\"" + entry.column.replacing("\"", with: "\"\"") + "\"")
    }.joined(separator: ",")
  }

  /// The field that a column was named for.
  func field(of column: String) -> Field? {
    let exact = entries.first { $0.column == column }
    let loose = exact ?? entries.first { Field.normalized($0.column) == Field.normalized(column) }
    return loose.flatMap { Field.labelled($0.field) }
  }

  func names(_ field: Field) -> Bool { entries.contains { $0.field == field.label } }

  private static func parts(_ text: String) -> [String] {
    var parts: [String] = []
    var part = ""
    var isQuoted = false
    for scalar in text.unicodeScalars {
      if scalar == "\"" { isQuoted.toggle() }
      if scalar == ",", !isQuoted {
        parts.append(part)
        part = ""
      } else {
        part.unicodeScalars.append(scalar)
      }
    }
    parts.append(part)
    return parts.map(FeedText.trimmed).filter { !$0.isEmpty }
  }

  private static func unquoted(_ text: String) -> String {
    guard text.utf8.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return text }
    return String(text.dropFirst().dropLast()).replacing("\"\"", with: "\"")
  }
}

/// What is wrong with the words of a `FieldMap`.
public enum FieldMapError: Error, Sendable, Equatable, CustomStringConvertible {
  case empty
  case noSign(String)
  case unknownField(String, known: [String])
  case noColumn(field: String)
  case twice(field: String)

  public var message: String {
    switch self {
    case .empty: "no column is named; write FIELD=COLUMN, for instance text=Comment"
    case .noSign(let part): "\(Visible.name(part)): expected FIELD=COLUMN, for instance text=Comment"
    case .unknownField(let name, let known):
      "there is no field \(Visible.name(name)); known are \(known.joined(separator: ", "))"
    case .noColumn(let field): "\(field)=: name the column after the sign"
    case .twice(let field): "\(field) is named twice; name one column for it"
    }
  }

  public var description: String { message }
}

/// What a column of a table was taken for.
public struct ColumnMapping: Sendable, Equatable {
  /// The column's name in the header; `#3` where there is none.
  public var column: String
  /// The field of the common record: `text`, `created`.
  public var field: String
  public var reason: Reason

  public enum Reason: String, Sendable {
    /// A `FieldMap` said so.
    case told
    /// Its name is one that the field goes by.
    case name
    /// Its cells look like it.
    case content
  }
}
