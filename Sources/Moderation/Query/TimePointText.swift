/// Days and times as they are written in a query.
enum TimePointText {
  enum Problem: Error {
    case notATime
    /// Written as a day, and not one of the calendar's.
    case noSuchDay
  }

  static func point(_ text: String) throws(Problem) -> TimePoint {
    switch text.lowercased() {
    case "today": return .today
    case "yesterday": return .yesterday
    default: break
    }
    let bytes = Array(text.utf8)
    guard shape(of: bytes.prefix(7)) == "9999-99" else { throw .notATime }
    let (year, month) = (number(bytes[0..<4]), number(bytes[5..<7]))
    if bytes.count == 7 {
      guard CivilDate(year: year, month: month, day: 1) != nil else { throw .noSuchDay }
      return .month(year: year, month: month)
    }
    guard shape(of: bytes[7...].prefix(3)) == "-99" else { throw .notATime }
    guard let date = CivilDate(year: year, month: month, day: number(bytes[8..<10])) else { throw .noSuchDay }
    if bytes.count == 10 { return .day(date) }
    guard shape(of: bytes[10...]) == "T99:99" else { throw .notATime }
    guard
      let time = CivilTime(
        year: year, month: month, day: date.day, hour: number(bytes[11..<13]), minute: number(bytes[14..<16]))
    else { throw .noSuchDay }
    return .minute(time)
  }

  /// Digits as nines.
  private static func shape(of bytes: ArraySlice<UInt8>) -> String {
    String(
      decoding: bytes.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) ? UInt8(ascii: "9") : $0 },
      as: UTF8.self)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }
}
