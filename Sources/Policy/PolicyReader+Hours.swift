import Moderation
import TOMLSource

/// Hours of the week, and times as a person writes them.
extension PolicyReader {
  private static let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

  /// `{ weekdays = "08:30-17:00", saturday = ["09:00-12:00", "13:00-16:00"], observes_holidays = true }`. A day that is not
  /// named has no hours.
  mutating func readHours(_ section: Section) -> WeeklyHours {
    refuseUnknownKeys(of: section, allowed: ["weekdays", "every_day"] + Self.days + ["observes_holidays"])
    var days: [[ClosedRange<Int>]] = Array(repeating: [], count: 7)
    if let stretches = readStretches("every_day", of: section) { days = Array(repeating: stretches, count: 7) }
    if let stretches = readStretches("weekdays", of: section) { for day in 0..<5 { days[day] = stretches } }
    for (place, day) in Self.days.enumerated() {
      if let stretches = readStretches(day, of: section) { days[place] = stretches }
    }
    let observes = section.table["observes_holidays"] == nil || flag("observes_holidays", of: section)
    return WeeklyHours(days: days, observesHolidays: observes)
  }

  private mutating func readStretches(_ key: String, of section: Section) -> [ClosedRange<Int>]? {
    guard let value = section.table[key] else { return nil }
    let texts = value.string.map { [$0] } ?? value.array?.compactMap(\.string)
    let stretches = texts?.map(Self.stretch) ?? [nil]
    let found = stretches.compactMap { $0 }
    let isRising = zip(found, found.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound }
    guard found.count == stretches.count, isRising else {
      report(.wrongType(key: key, expected: "hours like \"08:30-17:00\", or a list of them"), at: section.path.key(key))
      return nil
    }
    return found
  }

  /// Minutes after midnight; `24:00` ends a day.
  private static func stretch(_ text: String) -> ClosedRange<Int>? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map(minute)
    guard ends.count == 2, let from = ends[0], let to = ends[1], from < to else { return nil }
    return from...to
  }

  private static func minute(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map {
      $0.allSatisfy(\.isNumber) ? Int($0) : nil
    }
    guard parts.count == 2, let hour = parts[0], let minute = parts[1], hour <= 24, minute < 60,
      hour * 60 + minute <= 1440
    else {
      return nil
    }
    return hour * 60 + minute
  }
}

extension AcknowledgementTime {
  /// `2 working hours`, `same working day`, `next working day`.
  init?(_ text: String) {
    let words = text.split(separator: " ").map { $0.lowercased() }
    switch words {
    case ["same", "working", "day"]: self = .sameWorkingDay
    case ["next", "working", "day"]: self = .nextWorkingDay
    case let words where words.count == 3 && words[1] == "working" && words[2].hasPrefix("hour"):
      guard let hours = Int(words[0]), (1...100).contains(hours) else { return nil }
      self = .workingHours(hours)
    default: return nil
    }
  }

  /// As the policy file writes it.
  var spelling: String {
    switch self {
    case .workingHours(let hours): "\(hours) working hour\(hours == 1 ? "" : "s")"
    case .sameWorkingDay: "same working day"
    case .nextWorkingDay: "next working day"
    }
  }
}

extension RetentionClass.Duration {
  /// `7 years`, `1 year 6 months`, `30 days`.
  init?(_ text: String) {
    self.init()
    let words = text.split(separator: " ").map { $0.lowercased() }
    guard !words.isEmpty, words.count.isMultiple(of: 2) else { return nil }
    for place in stride(from: 0, to: words.count, by: 2) {
      guard let count = Int(words[place]), (0...200).contains(count) || words[place + 1].hasPrefix("day"),
        (0...36_500).contains(count), words.count <= 6
      else { return nil }
      switch words[place + 1] {
      case "year", "years": years += count
      case "month", "months": months += count
      case "day", "days": days += count
      default: return nil
      }
    }
  }

  var spelling: String {
    let parts = [(years, "year"), (months, "month"), (days, "day")].filter { $0.0 > 0 }
    return parts.isEmpty
      ? "0 days" : parts.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: " ")
  }
}
