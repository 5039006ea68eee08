import Moderation

extension Deadline {
  /// The derivation as people read it, a line a day; days that are left out for one reason run together:
  ///
  ///     day  9  Wed 8 July 2026
  ///     day 10  Thu 9 July 2026
  ///        –    Fri 10 July 2026             Matariki Observance Day
  ///        –    Sat 11 July – Sun 12 July 2026  weekend
  public var lines: [String] {
    let rows = runs.map { (mark: $0.mark, days: $0.days, why: $0.why) }
    let width = rows.map(\.days.count).max() ?? 0
    return rows.map { row in
      let days = row.why.isEmpty ? row.days : row.days + String(repeating: " ", count: width + 2 - row.days.count)
      return row.mark + "  " + days + row.why
    }
  }

  /// In one sentence: `day 20 is Fri 24 July 2026; Fri 10 July is Matariki Observance Day and not counted`. Weekends are
  /// left out of it.
  public var sentence: String {
    var parts: [String] = []
    if let last = derivation.last(where: { $0.number != nil }), let number = last.number {
      parts.append("day \(number) is \(last.date.text)")
      if due.day != last.date { parts.append("the next working day is \(due.day.text)") }
    } else {
      let deciding = derivation.last { $0.counted }
      parts.append("due \(due.day.text)" + (deciding.map { ": " + $0.why } ?? ""))
    }
    for run in runs.dropFirst() where !run.first.counted && run.first.date != due.day && !run.isWithinWeekend {
      parts.append(
        run.first.date == run.last.date
          ? "\(run.first.date.shortText) is \(run.first.why) and not counted"
          : "\(run.first.date.shortText) to \(run.last.date.shortText) are not counted: \(run.first.why)")
    }
    return parts.joined(separator: "; ")
  }

  /// The derivation with days that are left out for one reason, one after the other, as one.
  private var runs: [DerivationRun] {
    var runs: [DerivationRun] = []
    for day in derivation {
      if let last = runs.last?.last, DerivationRun.joins(last, day) {
        runs[runs.count - 1].last = day
      } else {
        runs.append(DerivationRun(first: day, last: day))
      }
    }
    return runs
  }
}

/// Days of a derivation that are told as one.
private struct DerivationRun {
  var first: DerivationDay
  var last: DerivationDay

  static func joins(_ a: DerivationDay, _ b: DerivationDay) -> Bool {
    guard !a.counted, !b.counted, b.date.days(since: a.date) == 1 else { return false }
    return a.why == b.why || (isWeekend(a) && isWeekend(b))
  }

  /// `day 10`, or a sign that it is not counted.
  var mark: String {
    if let number = first.number { return "day " + (number < 10 ? " " : "") + String(number) }
    return first.counted ? "   ✓  " : "   –  "
  }

  var days: String {
    first.date == last.date ? first.date.text : "\(first.date.shortText) – \(last.date.text)"
  }

  /// What there is to say beside the mark: nothing of a day that is only counted.
  var why: String {
    if Self.isWeekend(first) { return "weekend" }
    guard let number = first.number, first.why.hasPrefix("day \(number)") else { return first.why }
    return String(first.why.dropFirst("day \(number)".count).drop { ",; ".contains($0) })
  }

  /// Whether all of it is a weekend, whatever else falls on it.
  var isWithinWeekend: Bool {
    first.date.weekday.isWeekend && last.date.weekday.isWeekend && last.date.days(since: first.date) < 2
  }

  private static func isWeekend(_ day: DerivationDay) -> Bool { day.why == day.date.weekday.name }
}
