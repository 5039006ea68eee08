import Moderation

/// A day or a time as somebody writes it on the command line.
enum FilterTime: Equatable {
  case day(CivilTime)
  case local(CivilTime)
  case instant(Timestamp)

  /// `2026-11-01`, `2026-11-01T14:00`, `2026-11-01T14:00:05`, and with `Z` or `+13:00` behind a time; a blank for the `T`.
  init?(_ text: String) {
    if let day = CivilDate(text), let time = CivilTime(year: day.year, month: day.month, day: day.day) {
      self = .day(time)
      return
    }
    let bytes = Array(text.utf8)
    guard bytes.count >= 16, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
      let day = CivilDate(String(decoding: bytes[..<10], as: UTF8.self))
    else { return nil }
    var rest = bytes[11...]
    guard let hour = Self.number(&rest), Self.take(":", &rest), let minute = Self.number(&rest) else { return nil }
    var second = 0
    if Self.take(":", &rest) {
      guard let seconds = Self.number(&rest) else { return nil }
      second = seconds
    }
    let time = CivilTime(year: day.year, month: day.month, day: day.day, hour: hour, minute: minute, second: second)
    guard let time else { return nil }
    if rest.isEmpty {
      self = .local(time)
    } else if rest.elementsEqual("Z".utf8) {
      self = .instant(time.timestamp())
    } else {
      guard let offset = Self.offset(rest) else { return nil }
      self = .instant(time.timestamp(offsetMinutes: offset))
    }
  }

  /// The moment at which it begins.
  func start(_ localTime: (Timestamp) -> CivilTime) -> Timestamp {
    switch self {
    case .day(let time), .local(let time): LocalClock.moment(of: time, localTime)
    case .instant(let moment): moment
    }
  }

  /// The moment before which it ends: a day is whole, a time is the moment itself.
  func end(_ localTime: (Timestamp) -> CivilTime) -> Timestamp {
    guard case .day(let time) = self else { return start(localTime) }
    let next = Timestamp(milliseconds: time.timestamp().milliseconds + 86_400_000).civil()
    return LocalClock.moment(of: next, localTime)
  }

  /// Two digits.
  private static func number(_ rest: inout ArraySlice<UInt8>) -> Int? {
    let digits = rest.prefix(2)
    guard digits.count == 2, digits.allSatisfy(IDShape.isDigit) else { return nil }
    rest = rest.dropFirst(2)
    return Int(String(decoding: digits, as: UTF8.self))
  }

  private static func take(_ sign: Unicode.Scalar, _ rest: inout ArraySlice<UInt8>) -> Bool {
    guard rest.first == UInt8(ascii: sign) else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// `+13:00`, `-0330`.
  private static func offset(_ text: ArraySlice<UInt8>) -> Int? {
    var rest = text
    let isNegative = rest.first == UInt8(ascii: "-")
    guard take("-", &rest) || take("+", &rest), let hours = number(&rest) else { return nil }
    _ = take(":", &rest)
    guard let minutes = number(&rest), rest.isEmpty, hours < 24, minutes < 60 else { return nil }
    return (hours * 60 + minutes) * (isNegative ? -1 : 1)
  }
}

/// From a zone's civil time back to the moment.
enum LocalClock {
  /// The earlier one where clocks go back over it; where they jump over it, the time as it would have been by the clock
  /// before.
  static func moment(of time: CivilTime, _ localTime: (Timestamp) -> CivilTime) -> Timestamp {
    let asUTC = time.timestamp().milliseconds
    func offset(at moment: Int64) -> Int64 {
      localTime(Timestamp(milliseconds: moment)).timestamp().milliseconds - moment
    }
    // No zone is more than a day from UTC, so one of these lies before any change near that time, the other after it.
    let day: Int64 = 86_400_000
    let before = asUTC - offset(at: asUTC - day)
    let after = asUTC - offset(at: asUTC + day)
    let fitting = [before, after].filter { $0 + offset(at: $0) == asUTC }
    return Timestamp(milliseconds: fitting.min() ?? before)
  }
}
