import Moderation

/// Times as feeds write them, read from bytes (FORMATS § 5.4): RFC 3339, ISO with a blank, epochs, RFC 822 and the form of
/// `EEE MMM dd HH:mm:ss Z yyyy`, and dates with slashes or dots where the order of day and month is known.
enum TimeParser {
  enum DayOrder: Sendable { case dayFirst, monthFirst }

  /// Nil for what is no time, `0000-00-00 00:00:00` included. `isUTC` says that a time without a zone is UTC by its format.
  static func parse(_ text: String, isUTC: Bool = false, order: DayOrder = .dayFirst) -> PlatformTime? {
    var text = text
    return text.withUTF8 { parse(UnsafeRawBufferPointer($0), isUTC: isUTC, order: order) }
  }

  /// The same from bytes.
  static func parse(_ raw: UnsafeRawBufferPointer, isUTC: Bool = false, order: DayOrder = .dayFirst) -> PlatformTime? {
    var cursor = TimeCursor(FeedText.trimmed(raw))
    guard let time = cursor.parse(order) else { return nil }
    guard isUTC, time.zone == .unknown else { return time }
    return PlatformTime(time.instant, precision: time.precision, zone: .utc)
  }
}

/// A place in a time's text.
struct TimeCursor {
  let bytes: UnsafeRawBufferPointer
  var at = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var peek: UInt8? { at < bytes.count ? bytes[at] : nil }
  var isAtEnd: Bool { at >= bytes.count }

  mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: byte) else { return false }
    at += 1
    return true
  }

  mutating func skipBlank() {
    while let byte = peek, byte == 0x20 || byte == 0x09 { at += 1 }
  }

  /// Between `least` and `most` digits.
  mutating func digits(_ least: Int, _ most: Int) -> Int? {
    var value = 0
    let start = at
    while at - start < most, let byte = peek, (0x30...0x39).contains(byte) {
      value = value * 10 + Int(byte - 0x30)
      at += 1
    }
    guard at - start >= least else {
      at = start
      return nil
    }
    return value
  }

  /// A word's letters in lower case, at most the first three.
  mutating func word() -> String? {
    var letters = ""
    let start = at
    while let byte = peek, (0x41...0x5A).contains(byte & 0xDF) {
      if at - start < 3 { letters.unicodeScalars.append(Unicode.Scalar(byte | 0x20)) }
      at += 1
    }
    return letters.isEmpty ? nil : letters
  }

  mutating func parse(_ order: TimeParser.DayOrder) -> PlatformTime? {
    guard bytes.count >= 8, bytes.count <= 64, let first = peek else { return nil }
    if (0x41...0x5A).contains(first & 0xDF) { return parseWithNames() }
    let run = bytes.prefix { (0x30...0x39).contains($0) }.count
    if run == bytes.count || (run >= 9 && bytes[run] == UInt8(ascii: ".")) { return parseEpoch(run) }
    if run == 4, bytes[4] == UInt8(ascii: "-") || bytes[4] == UInt8(ascii: "/") { return parseISO() }
    if run <= 2, run < bytes.count, bytes[run] == UInt8(ascii: " ") { return parseWithNames() }
    return parseNumeric(order)
  }

  /// `2024-09-01T06:13:38`, whose digits stand where they always do.
  private func fixed() -> (civil: CivilTime, end: Int)? {
    guard bytes.count >= 19, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      bytes[10] == UInt8(ascii: "T") || bytes[10] == 0x20, bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":")
    else { return nil }
    var isNumber = true
    func two(_ at: Int) -> Int {
      let (a, b) = (bytes[at] &- 0x30, bytes[at + 1] &- 0x30)
      if a > 9 || b > 9 { isNumber = false }
      return Int(a) * 10 + Int(b)
    }
    let year = two(0) * 100 + two(2)
    let (month, day, hour, minute, second) = (two(5), two(8), two(11), two(14), two(17))
    guard isNumber,
      let civil = CivilTime(year: year, month: month, day: day, hour: hour, minute: minute, second: second)
    else { return nil }
    return (civil, 19)
  }

  private mutating func parseISO() -> PlatformTime? {
    if let (civil, end) = fixed() {
      if end == bytes.count { return PlatformTime(civil.timestamp(), zone: .unknown) }
      if end + 1 == bytes.count, bytes[end] == UInt8(ascii: "Z") { return PlatformTime(civil.timestamp(), zone: .utc) }
    }
    guard let year = digits(4, 4), take("-") || take("/"), let month = digits(1, 2), take("-") || take("/"),
      let day = digits(1, 2)
    else { return nil }
    if isAtEnd { return finish(CivilTime(year: year, month: month, day: day), .day) }
    guard take("T") || take("t") || take(" ") else { return nil }
    skipBlank()
    return parseClock(year, month, day)
  }

  /// The time of day and the zone, to the end of the text.
  private mutating func parseClock(_ year: Int, _ month: Int, _ day: Int) -> PlatformTime? {
    guard var hour = digits(1, 2), take(":"), let minute = digits(2, 2) else { return nil }
    var second = 0
    var millisecond = 0
    var precision = PlatformTime.Precision.minute
    if take(":") {
      guard let value = digits(2, 2) else { return nil }
      second = value
      precision = .exact
      if take(".") || take(",") {
        let start = at
        guard let fraction = digits(1, 9) else { return nil }
        var scaled = fraction
        for _ in (at - start)..<max(3, at - start) { scaled *= 10 }
        for _ in 3..<max(3, at - start) { scaled /= 10 }
        millisecond = scaled
      }
    }
    // A narrow or other no-break space before AM or PM (U+202F, U+00A0).
    if peek == 0xE2, at + 2 < bytes.count, bytes[at + 1] == 0x80, bytes[at + 2] == 0xAF { at += 3 }
    if peek == 0xC2, at + 1 < bytes.count, bytes[at + 1] == 0xA0 { at += 2 }
    skipBlank()
    if let letter = peek.map({ $0 | 0x20 }), letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p"),
      at + 1 < bytes.count, bytes[at + 1] | 0x20 == UInt8(ascii: "m")
    {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (letter == UInt8(ascii: "p") ? 12 : 0)
      at += 2
      skipBlank()
    }
    let civil = CivilTime(
      year: year, month: month, day: day, hour: hour, minute: minute, second: second, millisecond: millisecond)
    return finish(civil, precision)
  }

  private mutating func finish(_ civil: CivilTime?, _ precision: PlatformTime.Precision) -> PlatformTime? {
    guard let civil, let zone = zone(), isAtEnd else { return nil }
    var offset = 0
    if case .offset(let minutes) = zone { offset = minutes }
    return PlatformTime(civil.timestamp(offsetMinutes: offset), precision: precision, zone: zone)
  }

  /// `Z`, `+00:00`, `+0000`, `+00`, `UTC`, `GMT`, `EST`, or nothing. Nil for any other word: its offset is a guess.
  mutating func zone() -> PlatformTime.Zone? {
    skipBlank()
    guard let byte = peek else { return .unknown }
    if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") {
      at += 1
      guard let hours = digits(2, 2) else { return nil }
      _ = take(":")
      let minutes = digits(2, 2) ?? 0
      guard hours <= 14, minutes < 60 else { return nil }
      return .offset(minutes: (byte == UInt8(ascii: "-") ? -1 : 1) * (hours * 60 + minutes))
    }
    switch word() {
    case "z", "utc", "gmt", "ut": return .utc
    // The names that RFC 822 defines.
    case "est": return .offset(minutes: -300)
    case "edt": return .offset(minutes: -240)
    case "cst": return .offset(minutes: -360)
    case "cdt": return .offset(minutes: -300)
    case "mst": return .offset(minutes: -420)
    case "mdt": return .offset(minutes: -360)
    case "pst": return .offset(minutes: -480)
    case "pdt": return .offset(minutes: -420)
    default: return nil
    }
  }

  /// Seconds, milli-, micro- or nanoseconds since 1970, by the number of digits.
  private mutating func parseEpoch(_ run: Int) -> PlatformTime? {
    guard let value = Int64(String(decoding: bytes.prefix(run), as: UTF8.self)) else { return nil }
    switch run {
    case 9, 10:
      var fraction: Int64 = 0
      at = run + 1
      if run < bytes.count {
        for _ in 0..<3 { fraction = fraction * 10 + Int64(digits(1, 1) ?? 0) }
      }
      return PlatformTime(Timestamp(milliseconds: value * 1000 + fraction), zone: .utc)
    case 12, 13: return PlatformTime(Timestamp(milliseconds: value), zone: .utc)
    case 16: return PlatformTime(Timestamp(milliseconds: value / 1000), zone: .utc)
    case 18:
      // Ticks of 100 ns since the year 1.
      let milliseconds = value / 10_000 - 62_135_596_800_000
      return (631_152_000_000..<4_102_444_800_000).contains(milliseconds)
        ? PlatformTime(Timestamp(milliseconds: milliseconds), zone: .utc) : nil
    case 19: return PlatformTime(Timestamp(milliseconds: value / 1_000_000), zone: .utc)
    default: return nil
    }
  }

  /// `01/09/2024 18:13`, `9/1/2024 6:13 PM`, `01.09.24`.
  private mutating func parseNumeric(_ order: TimeParser.DayOrder) -> PlatformTime? {
    guard let a = digits(1, 2), let mark = peek, mark == UInt8(ascii: "/") || mark == UInt8(ascii: ".") else {
      return nil
    }
    at += 1
    guard let b = digits(1, 2), peek == mark else { return nil }
    at += 1
    guard var year = digits(2, 4) else { return nil }
    if year < 100 { year += year < 70 ? 2000 : 1900 }
    // Dots are only ever written with the day first.
    let dayFirst = order == .dayFirst || mark == UInt8(ascii: ".")
    let (day, month) = dayFirst ? (a, b) : (b, a)
    if isAtEnd { return finish(CivilTime(year: year, month: month, day: day), .day) }
    _ = take(",")
    skipBlank()
    return parseClock(year, month, day)
  }

  /// `Sun, 01 Sep 2024 18:13:38 +1200`, `Sun Sep 01 18:13:38 +0000 2024`, `Sep 1, 2024 6:13:38 PM`.
  private mutating func parseWithNames() -> PlatformTime? {
    var day: Int?
    var month: Int?
    while month == nil || day == nil {
      if let word = word() {
        if let number = Self.months.firstIndex(of: word) { month = number + 1 }
      } else if day == nil, let number = digits(1, 2) {
        day = number
      } else {
        return nil
      }
      _ = take(",")
      skipBlank()
    }
    guard let day, let month else { return nil }
    if let year = year() {
      _ = take(",")
      skipBlank()
      // "1 September 2024 at 6:13 PM"
      let place = at
      if word() != "at" { at = place }
      skipBlank()
      return isAtEnd ? finish(CivilTime(year: year, month: month, day: day), .day) : parseClock(year, month, day)
    }
    // The year is at the end, after the zone.
    guard bytes.count - at > 5, let year = Int(String(decoding: bytes.suffix(4), as: UTF8.self)) else { return nil }
    var clock = TimeCursor(FeedText.trimmed(UnsafeRawBufferPointer(rebasing: bytes[at..<(bytes.count - 4)])))
    return clock.parseClock(year, month, day)
  }

  /// Four digits, or two where no time of day begins with them (RFC 822).
  private mutating func year() -> Int? {
    if let year = digits(4, 4) { return year }
    let start = at
    guard let short = digits(2, 2), peek != UInt8(ascii: ":") else {
      at = start
      return nil
    }
    return short + (short < 70 ? 2000 : 1900)
  }

  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
}
