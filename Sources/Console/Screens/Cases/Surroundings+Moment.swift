import Moderation

extension Surroundings {
  /// A moment of the agency's own time from `2026-07-07 14:05`; nil for what is none.
  var moment: (String) -> Timestamp? {
    { [localTime] text in
      let halves = text.split { $0 == "T" || $0 == " " }
      let clock = halves.last?.split(separator: ":").compactMap { Int($0) } ?? []
      guard halves.count == 2, clock.count == 2, let day = CivilDate(halves[0]),
        let civil = CivilTime(year: day.year, month: day.month, day: day.day, hour: clock[0], minute: clock[1])
      else { return nil }
      // The zone is only known by asking it: the second step is right even beside a change of the clocks.
      let wanted = civil.timestamp().milliseconds
      var found = wanted
      for _ in 0..<3 { found += wanted - localTime(Timestamp(milliseconds: found)).timestamp().milliseconds }
      return Timestamp(milliseconds: found)
    }
  }
}

extension String {
  /// Without the blanks around it.
  var trimmed: String {
    let start = drop { $0.isWhitespace }
    var end = start
    while end.last?.isWhitespace == true { end.removeLast() }
    return String(end)
  }
}
