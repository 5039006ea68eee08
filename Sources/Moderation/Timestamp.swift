/// A moment: milliseconds since 1970-01-01T00:00:00Z. Leap seconds do not exist here, as in POSIX.
public struct Timestamp: Sendable, Hashable, Comparable {
  public let milliseconds: Int64

  public init(milliseconds: Int64) { self.milliseconds = milliseconds }
  public init(seconds: Int64) { self.milliseconds = seconds * 1000 }

  public static func < (a: Timestamp, b: Timestamp) -> Bool { a.milliseconds < b.milliseconds }

  /// The civil date and time at an offset from UTC.
  public func civil(offsetMinutes: Int = 0) -> CivilTime {
    CivilTime(millisecondsSince1970: milliseconds + Int64(offsetMinutes) * 60_000)
  }

  /// ISO 8601 with the offset, or `Z` for none: `2026-07-10T14:02:05Z`. Milliseconds are written only when there are any.
  public func iso8601(offsetMinutes: Int? = nil) -> String {
    let text = civil(offsetMinutes: offsetMinutes ?? 0).iso8601
    guard let offset = offsetMinutes else { return text + "Z" }
    let minutes = abs(offset)
    return text + (offset < 0 ? "-" : "+") + CivilTime.two(minutes / 60) + ":" + CivilTime.two(minutes % 60)
  }
}

/// A date and time of day without a zone, in the proleptic Gregorian calendar.
public struct CivilTime: Sendable, Hashable {
  public var year: Int
  public var month: Int
  public var day: Int
  public var hour: Int
  public var minute: Int
  public var second: Int
  public var millisecond: Int

  /// Nil when a field is out of range, 30 February included.
  public init?(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0, millisecond: Int = 0) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...CivilTime.days(inMonth: month, of: year)).contains(day),
      (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second), (0...999).contains(millisecond)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
    self.hour = hour
    self.minute = minute
    self.second = min(second, 59)
    self.millisecond = millisecond
  }

  init(millisecondsSince1970 total: Int64) {
    let perDay: Int64 = 86_400_000
    var days = total / perDay
    var rest = total % perDay
    if rest < 0 {
      rest += perDay
      days -= 1
    }
    // Days to civil date: shift the era to 1 March 0000 so that the leap day is the last of its year.
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = Int(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    month = Int(shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9)
    year = Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0)
    hour = Int(rest / 3_600_000)
    minute = Int(rest / 60_000 % 60)
    second = Int(rest / 1000 % 60)
    millisecond = Int(rest % 1000)
  }

  /// The moment this is at an offset from UTC.
  public func timestamp(offsetMinutes: Int = 0) -> Timestamp {
    let y = Int64(month <= 2 ? year - 1 : year)
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = Int64((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1)
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    let days = era * 146_097 + dayOfEra - 719_468
    let seconds = days * 86_400 + Int64(hour * 3600 + minute * 60 + second) - Int64(offsetMinutes) * 60
    return Timestamp(milliseconds: seconds * 1000 + Int64(millisecond))
  }

  /// `2026-07-10T14:02:05`, with `.123` when there are milliseconds.
  public var iso8601: String {
    let year4 = String(year)
    var text = String(repeating: "0", count: max(0, 4 - year4.count)) + year4
    text += "-" + Self.two(month) + "-" + Self.two(day)
    text += "T" + Self.two(hour) + ":" + Self.two(minute) + ":" + Self.two(second)
    if millisecond != 0 {
      text += "." + (millisecond < 100 ? "0" : "") + (millisecond < 10 ? "0" : "") + String(millisecond)
    }
    return text
  }

  /// `14:02`.
  public var clock: String { Self.two(hour) + ":" + Self.two(minute) }

  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
