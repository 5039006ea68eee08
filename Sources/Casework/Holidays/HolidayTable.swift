import Crypto
import Glibc
import Moderation

/// A day, or a run of days, that a calendar leaves out of the count.
public struct Holiday: Sendable, Equatable {
  public var name: String
  public var first: CivilDate
  public var last: CivilDate
  /// Not proclaimed yet, or not checked against a text: who counts past it is told.
  public var isUnverified: Bool

  public init(name: String, first: CivilDate, last: CivilDate? = nil, isUnverified: Bool = false) {
    self.name = name
    self.first = first
    self.last = last ?? first
    self.isUnverified = isUnverified
  }
}

/// The days that do not count, by calendar; a version of the rules, known by the digest of the file it came from.
///
/// The shipped table is `HolidayTable.shipped()`; an agency may put a file of its own in its place (`load(path:)`) or
/// change single days (`amended`). A deadline keeps the digest of the table it was counted with: a new table counts
/// what comes after it, and never what was counted before.
public struct HolidayTable: Sendable, Equatable {
  /// What holds on one day of one calendar.
  struct Entry: Sendable, Equatable {
    var name: String
    var isUnverified: Bool
  }

  /// SHA-256 of the file, in hex; of the table before and the change, where single days were changed.
  public let digest: String
  /// Where it is from: `shipped`, or a path.
  public let source: String
  private var days: [String: [Int: Entry]]
  /// Years of which a calendar has a day.
  private var years: [String: Set<Int>]

  init(digest: String, source: String, days: [String: [Int: Entry]], years: [String: Set<Int>]) {
    self.digest = digest
    self.source = source
    self.days = days
    self.years = years
  }

  /// The first twelve digits of the digest: enough to tell tables apart on a screen.
  public var version: String { String(digest.prefix(12)) }

  /// The calendars that the table has.
  public var calendars: [String] { days.keys.sorted() }

  /// What the table says of a day; nil when it is not listed.
  func entry(_ day: CivilDate, in calendar: String) -> Entry? { days[calendar]?[day.dayNumber] }

  /// Whether the table speaks of a year: when it has a day of it.
  public func covers(year: Int, of calendar: String) -> Bool { years[calendar]?.contains(year) ?? false }

  /// First and last year that a calendar has days of; nil for one that the table lacks.
  public func span(of calendar: String) -> ClosedRange<Int>? {
    guard let years = years[calendar], let first = years.min(), let last = years.max() else { return nil }
    return first...last
  }

  /// The table with days added to calendars, and others made working days again: a day of mourning, a closedown, an
  /// anniversary that the district keeps on another day. Its digest differs.
  public func amended(
    adding added: [Holiday] = [], removing removed: [CivilDate] = [], in calendars: [String]
  ) -> HolidayTable {
    guard !added.isEmpty || !removed.isEmpty else { return self }
    var changed = days
    for calendar in calendars {
      for day in removed { changed[calendar]?[day.dayNumber] = nil }
      for holiday in added {
        for number in holiday.first.dayNumber...max(holiday.first.dayNumber, holiday.last.dayNumber) {
          changed[calendar, default: [:]][number] = Entry(name: holiday.name, isUnverified: holiday.isUnverified)
        }
      }
    }
    let change =
      added.map { "+\($0.first)..\($0.last) \($0.isUnverified ? "?" : "")\($0.name)" } + removed.map { "-\($0)" }
    let text = ([digest, calendars.joined(separator: " ")] + change).joined(separator: "\n")
    return HolidayTable(
      digest: Self.sha256(Array(text.utf8)), source: source + ", amended", days: changed, years: years)
  }

  static func sha256(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: SHA256.hash(data: bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}

extension HolidayTable {
  /// The table that ships with docket. Read once; later calls cost nothing.
  public static func shipped() throws(HolidayProblem) -> HolidayTable { try shippedTable.get() }

  private static let shippedTable: Result<HolidayTable, HolidayProblem> = Result { () throws(HolidayProblem) in
    try HolidayTable(csv: PackageResources.holidays_csv, source: "shipped")
  }

  /// An agency's own table, in place of the one that ships.
  public static func load(path: String) throws(HolidayProblem) -> HolidayTable {
    guard let bytes = SmallFile.read(path, limit: 16 << 20) else { throw .unreadable(path, errno: errno) }
    return try HolidayTable(csv: bytes, source: path)
  }

  /// A table from its file's bytes (UTF-8).
  ///
  /// The first line that is not a comment names the columns: `calendars`, `date` and `name`, and if wanted `until` for
  /// the last day of a period and `status`, which is empty or `unverified`. A line is refused rather than guessed at.
  public init(csv bytes: [UInt8], source: String) throws(HolidayProblem) {
    var reader = HolidayReader(source: source)
    try reader.read(bytes)
    self.init(digest: Self.sha256(bytes), source: source, days: reader.days, years: reader.years)
  }
}
