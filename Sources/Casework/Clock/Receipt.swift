import Moderation

/// When something came in: the day it was in the regime's own zone, and the moment where that is known.
public struct Receipt: Sendable, Equatable {
  /// As it was said.
  public var text: String
  /// The day in the regime's zone: day 0 of the count.
  public var day: CivilDate
  /// Nil when only a day is known.
  public var moment: Timestamp?
  /// What had to be taken for granted to get there.
  public var assumptions: [String]

  /// A day in the regime's zone.
  public init(day: CivilDate) {
    text = day.description
    self.day = day
    assumptions = []
  }

  /// A moment, told as the day and time in the regime's zone.
  public init(_ moment: Timestamp, in zone: ZoneRules) {
    text = zone.iso8601(moment)
    day = zone.day(moment)
    self.moment = moment
    assumptions = []
  }

  /// From what a person or a program wrote: `2026-11-27`, or with a time of day, with `Z` or an offset.
  ///
  /// A time with `Z` or an offset is a moment and is taken to the regime's zone. Without one it is what the clock showed
  /// in `stated`, or in the regime's zone where that is nil. Of two possible readings the earlier day is taken: it can only
  /// make the last day too early, and the assumption says so.
  public init(parsing text: String, stated: ZoneRules? = nil, zone: ZoneRules) throws(ClockError) {
    guard let written = WrittenTime(text) else { throw .unreadableTime(text) }
    self.text = text
    assumptions = []
    if let offset = written.offset {
      let moment = Timestamp(milliseconds: written.time.timestamp().milliseconds - Int64(offset) * 1000)
      self.moment = moment
      day = zone.day(moment)
    } else if !written.hasTime {
      day = CivilDate(written.time)
      if let stated, stated != zone {
        let written = day
        day = zone.day(stated.start(of: written))
        let last = zone.day(Timestamp(milliseconds: stated.start(of: written.adding(days: 1)).milliseconds - 1))
        if day != last {
          assumptions.append(
            "\(text) in \(stated.name) is \(day) and \(last) in \(zone.name); without a time of day the earlier is taken."
          )
        }
      }
    } else {
      let moments = (stated ?? zone).moments(of: written.time)
      self.moment = moments.first
      // In the regime's own zone the day is the one that was written, even where the clock skipped the hour.
      day =
        stated == nil || stated == zone
        ? CivilDate(written.time) : moments.first.map { zone.day($0) } ?? CivilDate(written.time)
      if moments.count > 1 {
        assumptions.append("The clock showed \(text) twice that day; the first time is taken.")
      }
    }
    guard (1900...9900).contains(day.year) else { throw .outOfRange(day) }
  }
}

/// A date, perhaps with a time of day, perhaps with an offset, in the extended forms of ISO 8601.
struct WrittenTime: Equatable {
  var time: CivilTime
  var hasTime = false
  /// Seconds east of UTC; nil when none is written.
  var offset: Int?

  /// Nil for anything that is not wholly such a time.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10, bytes.count <= 40, let date = CivilDate(text.prefix(10)),
      let midnight = CivilTime(year: date.year, month: date.month, day: date.day)
    else { return nil }
    time = midnight
    if bytes.count == 10 { return }
    guard [UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: " ")].contains(bytes[10]) else { return nil }
    hasTime = true
    var digits = DigitReader(bytes: bytes, position: 11)
    guard let hour = digits.two(), digits.take(":"), let minute = digits.two() else { return nil }
    var second = 0
    var millisecond = 0
    if digits.take(":") {
      guard let value = digits.two() else { return nil }
      second = value
      if digits.take(".") || digits.take(",") {
        guard let value = digits.fraction() else { return nil }
        millisecond = value
      }
    }
    guard
      let time = CivilTime(
        year: date.year, month: date.month, day: date.day, hour: hour, minute: minute, second: second,
        millisecond: millisecond)
    else { return nil }
    self.time = time
    if digits.isAtEnd { return }
    _ = digits.take(" ")
    if digits.take("Z") || digits.take("z") {
      offset = 0
    } else {
      let isWest = digits.take("-")
      guard isWest || digits.take("+"), let hours = digits.two(), hours <= 18 else { return nil }
      var seconds = hours * 3600
      if !digits.isAtEnd {
        _ = digits.take(":")
        guard let minutes = digits.two(), minutes < 60 else { return nil }
        seconds += minutes * 60
      }
      offset = isWest ? -seconds : seconds
    }
    if !digits.isAtEnd { return nil }
  }
}

private struct DigitReader {
  let bytes: [UInt8]
  var position: Int

  init(bytes: [UInt8], position: Int) {
    self.bytes = bytes
    self.position = position
  }

  var isAtEnd: Bool { position == bytes.count }

  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: scalar) else { return false }
    position += 1
    return true
  }

  private mutating func digit() -> Int? {
    guard position < bytes.count, (48...57).contains(bytes[position]) else { return nil }
    defer { position += 1 }
    return Int(bytes[position]) - 48
  }

  mutating func two() -> Int? {
    guard let tens = digit(), let ones = digit() else { return nil }
    return tens * 10 + ones
  }

  /// Decimals of a second as milliseconds, cut off.
  mutating func fraction() -> Int? {
    guard let first = digit() else { return nil }
    var value = first * 100
    for scale in [10, 1] { value += (digit() ?? 0) * scale }
    while digit() != nil {}
    return value
  }
}
