import Moderation
import TOMLKit
import TOMLSource

/// Single values, each with its problem where it is not what the key takes.
extension PolicyReader {
  /// Text that must be there; it may be empty.
  mutating func text(_ key: String, of section: Section) -> String? {
    guard section.table[key] != nil else {
      report(.missing(key: key, in: section.name), at: section.path)
      return nil
    }
    return optionalText(key, of: section)
  }

  /// Text that must be there and say something.
  mutating func name(_ key: String, of section: Section) -> String? {
    guard let text = text(key, of: section) else { return nil }
    if text.allSatisfy(\.isWhitespace) {
      report(.missing(key: key, in: section.name), at: section.path.key(key))
      return nil
    }
    return text
  }

  mutating func optionalText(_ key: String, of section: Section) -> String? {
    guard let value = section.table[key] else { return nil }
    if value.string == nil { report(.wrongType(key: key, expected: "text in quotes"), at: section.path.key(key)) }
    return value.string
  }

  mutating func texts(_ key: String, of section: Section) -> [String]? {
    guard let value = section.table[key] else { return nil }
    let texts = value.array?.map(\.string)
    guard let texts, texts.allSatisfy({ $0 != nil }) else {
      report(.wrongType(key: key, expected: "a list like [\"a\", \"b\"]"), at: section.path.key(key))
      return nil
    }
    return texts.compactMap { $0 }
  }

  mutating func number(_ key: String, of section: Section, else standard: Int) -> Int {
    guard let value = section.table[key] else { return standard }
    if value.int == nil { report(.wrongType(key: key, expected: "a whole number"), at: section.path.key(key)) }
    return value.int ?? standard
  }

  mutating func flag(_ key: String, of section: Section) -> Bool {
    guard let value = section.table[key] else { return false }
    if value.bool == nil { report(.wrongType(key: key, expected: "true or false"), at: section.path.key(key)) }
    return value.bool ?? false
  }

  /// A day, as TOML writes one or as text.
  mutating func date(_ key: String, of section: Section) -> CivilDate? {
    guard let value = section.table[key] else { return nil }
    let date =
      value.date.flatMap { CivilDate(year: $0.year, month: $0.month, day: $0.day) }
      ?? value.string.flatMap { CivilDate($0) }
    if date == nil { report(.wrongType(key: key, expected: "a day like 2026-07-01"), at: section.path.key(key)) }
    return date
  }

  mutating func word<Word: CaseIterable & RawRepresentable>(
    _ key: String, of section: Section, as type: Word.Type
  ) -> Word? where Word.RawValue == String {
    guard let found = text(key, of: section) else { return nil }
    return word(found, key: key, at: section.path.key(key))
  }

  mutating func optionalWord<Word: CaseIterable & RawRepresentable>(
    _ key: String, of section: Section, as type: Word.Type
  ) -> Word? where Word.RawValue == String {
    section.table[key] == nil ? nil : word(key, of: section, as: type)
  }

  /// A list of words; each that is unknown is named at its own line.
  mutating func words<Word: CaseIterable & RawRepresentable>(
    _ key: String, of section: Section, as type: Word.Type
  ) -> [Word]? where Word.RawValue == String {
    guard let value = section.table[key] else { return nil }
    let path = section.path.key(key)
    guard let array = value.array else {
      let example = Word.allCases.first.map { "[\"\($0.rawValue)\"]" } ?? "[]"
      report(.wrongType(key: key, expected: "a list like \(example)"), at: path)
      return nil
    }
    return array.enumerated().compactMap { place, element in
      word(element.string ?? "a value that is not text", key: key, at: path.index(place))
    }
  }

  private mutating func word<Word: CaseIterable & RawRepresentable>(
    _ found: String, key: String, at path: SourcePath
  ) -> Word? where Word.RawValue == String {
    if let word = Word(rawValue: found) { return word }
    report(.unknownWord(key: key, found: found, allowed: Word.allCases.map(\.rawValue)), at: path)
    return nil
  }
}

/// Tables within tables.
extension PolicyReader {
  mutating func section(_ key: String, of parent: Section, name: String) -> Section? {
    if parent.table[key] == nil { report(.missing(key: name, in: parent.name), at: parent.path) }
    return optionalSection(key, of: parent, name: name)
  }

  mutating func optionalSection(_ key: String, of parent: Section, name: String) -> Section? {
    guard let value = parent.table[key] else { return nil }
    let path = parent.path.key(key)
    guard let table = value.table else {
      report(.wrongType(key: key, expected: "a table, { key = value, … }"), at: path)
      return nil
    }
    return Section(table: table, path: path, name: name)
  }

  /// An array of tables; none where the key is absent.
  mutating func sections(_ key: String, of parent: Section, name: String) -> [Section] {
    guard let value = parent.table[key] else { return [] }
    let path = parent.path.key(key)
    let tables = value.array?.map(\.table)
    guard let tables, tables.allSatisfy({ $0 != nil }) else {
      report(.wrongType(key: key, expected: "a list of tables"), at: path)
      return []
    }
    return tables.enumerated().compactMap { place, table in
      table.map { Section(table: $0, path: path.index(place), name: name) }
    }
  }

  mutating func refuseUnknownKeys(of section: Section, allowed: [String]) {
    for key in section.table.keys where !allowed.contains(key) {
      report(.unknownKey(key, in: section.name, allowed: allowed), at: section.path.key(key))
    }
  }
}
