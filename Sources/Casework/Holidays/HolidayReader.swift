import Moderation

/// Reads a table of holidays, line by line, and refuses what it does not understand.
struct HolidayReader {
  let source: String
  private(set) var days: [String: [Int: HolidayTable.Entry]] = [:]
  private(set) var years: [String: Set<Int>] = [:]
  /// Where each day was first listed, for the message about the second time.
  private var lines: [String: [Int: Int]] = [:]
  private var columns: [Column]?

  private enum Column: String, CaseIterable {
    case calendars, date, until, name, status
  }

  init(source: String) { self.source = source }

  mutating func read(_ bytes: [UInt8]) throws(HolidayProblem) {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8(source) }
    // Lines are scalars here: to Swift a carriage return and a line feed are one character.
    let rows = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, row) in rows.enumerated() {
      var line = String(row)
      if index == 0, line.unicodeScalars.first == "\u{FEFF}" { line.unicodeScalars.removeFirst() }
      if line.unicodeScalars.last == "\r" { line.unicodeScalars.removeLast() }
      if line.isEmpty || line.hasPrefix("#") { continue }
      try read(line: line, number: index + 1)
    }
    if columns == nil { throw bad(1, .noHeader) }
    if days.isEmpty { throw bad(rows.count, .noDays) }
  }

  private mutating func read(line: String, number: Int) throws(HolidayProblem) {
    guard let fields = Self.fields(line) else { throw bad(number, .openQuote) }
    guard let columns else {
      self.columns = try header(fields, line: number)
      return
    }
    guard fields.count == columns.count else {
      throw bad(number, .fieldCount(found: fields.count, expected: columns.map(\.rawValue)))
    }
    func field(_ column: Column) -> String { columns.firstIndex(of: column).map { fields[$0] } ?? "" }
    let first = try date(field(.date), line: number)
    let last = field(.until).isEmpty ? first : try date(field(.until), line: number)
    guard last >= first else { throw bad(number, .endsBeforeItBegins(from: first, until: last)) }
    guard last.year == first.year else { throw bad(number, .crossesYear(first.year)) }
    guard !field(.name).isEmpty else { throw bad(number, .noName) }
    guard ["", "unverified"].contains(field(.status)) else { throw bad(number, .badStatus(field(.status))) }
    let entry = HolidayTable.Entry(name: field(.name), isUnverified: field(.status) == "unverified")
    let calendars = field(.calendars).split(separator: " ").map(String.init)
    guard !calendars.isEmpty else { throw bad(number, .noCalendar) }
    for calendar in calendars {
      guard CalendarName.isKnown(calendar) else { throw bad(number, .unknownCalendar(calendar)) }
      years[calendar, default: []].insert(first.year)
      for day in first.dayNumber...last.dayNumber {
        if let earlier = lines[calendar]?[day] {
          throw bad(number, .listedTwice(CivilDate(dayNumber: day), calendar: calendar, firstLine: earlier))
        }
        lines[calendar, default: [:]][day] = number
        days[calendar, default: [:]][day] = entry
      }
    }
  }

  private func header(_ fields: [String], line: Int) throws(HolidayProblem) -> [Column] {
    var found: [Column] = []
    for field in fields {
      guard let column = Column(rawValue: field), !found.contains(column) else { throw bad(line, .badColumn(field)) }
      found.append(column)
    }
    for column in [Column.calendars, .date, .name] where !found.contains(column) {
      throw bad(line, .missingColumn(column.rawValue))
    }
    return found
  }

  private func date(_ text: String, line: Int) throws(HolidayProblem) -> CivilDate {
    guard let date = CivilDate(text) else { throw bad(line, .badDate(text)) }
    return date
  }

  private func bad(_ line: Int, _ what: HolidayProblem.What) -> HolidayProblem {
    .badLine(file: source, line: line, what)
  }

  /// Fields between commas; one in double quotes may hold commas, and a quote twice for one. Nil for a quote that is not
  /// closed, or that is followed by anything but a comma.
  private static func fields(_ line: String) -> [String]? {
    var fields: [String] = []
    var rest = line.unicodeScalars[...]
    while true {
      var field = String.UnicodeScalarView()
      if rest.first == "\"" {
        rest.removeFirst()
        while true {
          guard let next = rest.popFirst() else { return nil }
          if next != "\"" {
            field.append(next)
          } else if rest.first == "\"" {
            field.append(next)
            rest.removeFirst()
          } else {
            break
          }
        }
        guard rest.isEmpty || rest.first == "," else { return nil }
      } else {
        while let next = rest.first, next != "," {
          field.append(next)
          rest.removeFirst()
        }
      }
      fields.append(String(field))
      guard rest.popFirst() != nil else { return fields }
    }
  }
}

/// The calendars that a table may speak of: a misspelt one would otherwise leave days in the count without a word.
enum CalendarName {
  /// Those of the regimes, and the general public holidays of a country for rosters.
  static let known: Set<String> = Set(Regime.all.flatMap(\.calendars)).union(["nz-public"])

  /// An agency's own calendars, for its opening hours, begin with `agency-`.
  static func isKnown(_ name: String) -> Bool { known.contains(name) || name.hasPrefix("agency-") }
}
