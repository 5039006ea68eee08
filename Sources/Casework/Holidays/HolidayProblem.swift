import Glibc
import Moderation

/// What is wrong with a table of holidays.
public enum HolidayProblem: Error, Sendable, Equatable {
  case unreadable(String, errno: Int32)
  case notUTF8(String)
  /// Lines count from 1.
  case badLine(file: String, line: Int, What)

  public enum What: Sendable, Equatable {
    case noHeader
    case badColumn(String)
    case missingColumn(String)
    case fieldCount(found: Int, expected: [String])
    case openQuote
    case noCalendar
    case unknownCalendar(String)
    case badDate(String)
    case endsBeforeItBegins(from: CivilDate, until: CivilDate)
    case crossesYear(Int)
    case noName
    case badStatus(String)
    case listedTwice(CivilDate, calendar: String, firstLine: Int)
    case noDays
  }

  /// What the person is told: where, what, and what to write instead.
  public var message: String {
    switch self {
    case .unreadable(let path, let code): "cannot read the holidays \(path): \(String(cString: strerror(code)))"
    case .notUTF8(let path): "\(path): not UTF-8 text; save it again as UTF-8"
    case .badLine(let file, let line, let what): "\(file):\(line): \(Self.text(what))"
    }
  }

  private static func text(_ what: What) -> String {
    switch what {
    case .noHeader: "no line names the columns; begin with calendars,date,until,name,status"
    case .badColumn(let name):
      "\(JSONText.quoted(name)) is not a column, or is there twice; columns are calendars,date,until,name,status"
    case .missingColumn(let name): "the column \(name) is missing; calendars, date and name must be there"
    case .fieldCount(let found, let expected):
      "\(found) fields where the columns are \(expected.joined(separator: ",")); put a name with a comma in double quotes"
    case .openQuote: "a double quote is not closed, or something follows it; write \"\" for a quote inside a name"
    case .noCalendar: "no calendar; write one such as nz-oia, or several with spaces between"
    case .unknownCalendar(let name):
      "there is no calendar \(JSONText.quoted(name)); \(ClockError.nearest(name, among: CalendarName.known)), "
        + "or begin an own one with agency-"
    case .badDate(let text): "\(JSONText.quoted(text)) is not a day; write it as 2026-07-10"
    case .endsBeforeItBegins(let from, let until): "the period ends on \(until), before it begins on \(from)"
    case .crossesYear(let year): "a period ends with its year; split it after \(year)-12-31"
    case .noName: "the day has no name; people are told it when the day is not counted"
    case .badStatus(let text): "status \(JSONText.quoted(text)) is not known; leave it empty or write unverified"
    case .listedTwice(let day, let calendar, let line): "\(day) is in \(calendar) already, by line \(line)"
    case .noDays: "no day is listed"
    }
  }
}
