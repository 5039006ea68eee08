import Moderation

/// The rule that a zone keeps every year, as the footer of a TZif file writes it (POSIX `TZ`, RFC 9636 § 3.3):
/// `NZST-12NZDT,M9.5.0,M4.1.0/3`.
struct YearlyZoneRule: Sendable, Equatable {
  var standard: Int
  var daylight: Daylight?

  struct Daylight: Sendable, Equatable {
    var offset: Int
    var start: Change
    var end: Change
  }

  /// A day of the year and a time of that day, in seconds of the clock that is then in force.
  struct Change: Sendable, Equatable {
    var day: Day
    var time: Int
  }

  enum Day: Sendable, Equatable {
    /// `Mm.w.d`: weekday `d` (0 is Sunday) of week `w` of month `m`; week 5 is the last.
    case weekday(month: Int, week: Int, day: Int)
    /// `Jn`: 1 to 365, 29 February never counted.
    case julian(Int)
    /// `n`: 0 to 365, 29 February counted.
    case ordinal(Int)
  }

  func offset(at second: Int64) -> Int {
    guard let daylight else { return standard }
    let year = Timestamp(seconds: second + Int64(standard)).civil().year
    // Daylight time may run over the year's end (south) or be "negative" (Dublin): ask in which half of the year this is.
    let start = Self.second(of: daylight.start, year: year, offset: standard)
    let end = Self.second(of: daylight.end, year: year, offset: daylight.offset)
    let isDaylight = start < end ? (start..<end).contains(second) : !(end..<start).contains(second)
    return isDaylight ? daylight.offset : standard
  }

  private static func second(of change: Change, year: Int, offset: Int) -> Int64 {
    Int64(dayNumber(change.day, year: year)) * 86_400 + Int64(change.time) - Int64(offset)
  }

  private static func dayNumber(_ day: Day, year: Int) -> Int {
    let isLeap = CivilTime.days(inMonth: 2, of: year) == 29
    switch day {
    case .julian(let number):
      return firstDay(of: year, month: 1) + number - 1 + (isLeap && number >= 60 ? 1 : 0)
    case .ordinal(let number):
      return firstDay(of: year, month: 1) + number
    case .weekday(let month, let week, let weekday):
      let first = firstDay(of: year, month: month)
      // Day 0 of the count was a Thursday.
      let firstWeekday = ((first + 4) % 7 + 7) % 7
      var date = (weekday - firstWeekday + 7) % 7 + (week - 1) * 7
      while date >= CivilTime.days(inMonth: month, of: year) { date -= 7 }
      return first + date
    }
  }

  private static func firstDay(of year: Int, month: Int) -> Int {
    CivilDate(year: year, month: month, day: 1)?.dayNumber ?? 0
  }
}

extension YearlyZoneRule {
  /// Reads a footer; nil when it is not one.
  init?(footer: some StringProtocol) {
    var reader = FooterReader(bytes: Array(footer.utf8))
    guard reader.skipName(), let west = reader.time() else { return nil }
    standard = -west
    if reader.isAtEnd { return }
    guard reader.skipName() else { return nil }
    var offset = standard + 3600
    if !reader.isAt(",") {
      guard let west = reader.time() else { return nil }
      offset = -west
    }
    guard let start = reader.change(), let end = reader.change(), reader.isAtEnd else { return nil }
    daylight = Daylight(offset: offset, start: start, end: end)
  }
}

/// Reads the parts of a footer one after the other.
private struct FooterReader {
  let bytes: [UInt8]
  var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  func isAt(_ scalar: Unicode.Scalar) -> Bool { position < bytes.count && bytes[position] == UInt8(ascii: scalar) }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard isAt(scalar) else { return false }
    position += 1
    return true
  }

  /// `NZST`, or `<+1245>`.
  mutating func skipName() -> Bool {
    if take("<") {
      while position < bytes.count, !isAt(">") { position += 1 }
      return take(">")
    }
    let start = position
    while position < bytes.count, (bytes[position] | 0x20) >= UInt8(ascii: "a"),
      (bytes[position] | 0x20) <= UInt8(ascii: "z")
    {
      position += 1
    }
    return position - start >= 3
  }

  private mutating func number() -> Int? {
    let start = position
    var value = 0
    while position < bytes.count, case let digit = Int(bytes[position]) - 48, (0...9).contains(digit),
      position - start < 4
    {
      value = value * 10 + digit
      position += 1
    }
    return position > start ? value : nil
  }

  /// `[+-]h[h[h]][:mm[:ss]]` in seconds.
  mutating func time() -> Int? {
    let isNegative = take("-")
    if !isNegative { _ = take("+") }
    guard let hours = number(), hours <= 167 else { return nil }
    var seconds = hours * 3600
    for unit in [60, 1] {
      guard take(":") else { break }
      guard let value = number(), value < 60 else { return nil }
      seconds += value * unit
    }
    return isNegative ? -seconds : seconds
  }

  /// `,M9.5.0/2`.
  mutating func change() -> YearlyZoneRule.Change? {
    guard take(","), let day = day() else { return nil }
    guard take("/") else { return YearlyZoneRule.Change(day: day, time: 7200) }
    return time().map { YearlyZoneRule.Change(day: day, time: $0) }
  }

  private mutating func day() -> YearlyZoneRule.Day? {
    if take("M") {
      guard let month = number(), (1...12).contains(month), take("."), let week = number(), (1...5).contains(week),
        take("."), let weekday = number(), weekday <= 6
      else { return nil }
      return .weekday(month: month, week: week, day: weekday)
    }
    if take("J") {
      guard let day = number(), (1...365).contains(day) else { return nil }
      return .julian(day)
    }
    guard let day = number(), day <= 365 else { return nil }
    return .ordinal(day)
  }
}
