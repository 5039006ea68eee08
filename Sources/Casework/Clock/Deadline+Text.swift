import Moderation

extension Deadline {
  /// The derivation as people read it, a line a day; days that are left out for one reason run together:
  ///
  ///     day  6  Mon 6 July
  ///     day  7  Tue 7 July
  ///       –     Fri 10 July        Matariki Observance Day: not counted
  public var lines: [String] {
    var lines: [String] = []
    var index = 0
    while index < derivation.count {
      let first = derivation[index]
      var last = first
      while index + 1 < derivation.count, Self.runsTogether(last, derivation[index + 1]) {
        index += 1
        last = derivation[index]
      }
      lines.append(Self.line(first, last))
      index += 1
    }
    return lines
  }

  /// In one sentence: `day 20 is Fri 24 July 2026; Fri 10 July is Matariki Observance Day and not counted`. Weekends are
  /// left out of it.
  public var sentence: String {
    var parts: [String] = []
    if let last = derivation.last(where: { $0.number != nil }), let number = last.number, case .day = due {
      parts.append("day \(number) is \(last.date.text)")
      if due.day != last.date { parts.append("the next working day is \(due.day.text)") }
    } else {
      let deciding = derivation.last { $0.counted }
      parts.append("due \(due.day.text)" + (deciding.map { ": " + $0.why } ?? ""))
    }
    var index = 1
    while index < derivation.count {
      let first = derivation[index]
      var last = first
      while index + 1 < derivation.count, Self.runsTogether(last, derivation[index + 1]) {
        index += 1
        last = derivation[index]
      }
      index += 1
      if first.counted || first.date == due.day || Self.areWeekend(first, last) { continue }
      parts.append(
        first.date == last.date
          ? "\(first.date.shortText) is \(first.why) and not counted"
          : "\(first.date.shortText) to \(last.date.shortText) are not counted: \(first.why)")
    }
    return parts.joined(separator: "; ")
  }

  private static func isWeekend(_ day: DerivationDay) -> Bool { day.why == day.date.weekday.name }

  /// Whether a run of days is of a weekend, whatever else falls on it.
  private static func areWeekend(_ first: DerivationDay, _ last: DerivationDay) -> Bool {
    first.date.weekday.isWeekend && last.date.weekday.isWeekend && last.date.days(since: first.date) < 2
  }

  /// Whether two days are left out for the same reason, one after the other.
  private static func runsTogether(_ a: DerivationDay, _ b: DerivationDay) -> Bool {
    guard !a.counted, !b.counted, b.date.days(since: a.date) == 1 else { return false }
    return a.why == b.why || (isWeekend(a) && isWeekend(b))
  }

  private static func line(_ first: DerivationDay, _ last: DerivationDay) -> String {
    let mark =
      first.number.map { "day " + padded(String($0), to: 2, right: false) } ?? (first.counted ? "   ✓  " : "   –  ")
    if first.counted {
      let extra =
        first.why.hasPrefix("day ") ? String(first.why.dropFirst("day \(first.number ?? 0)".count)) : first.why
      let note = extra.hasPrefix(", ") ? String(extra.dropFirst(2)) : extra
      return trimmed("\(mark)  \(padded(first.date.text, to: 27, right: true))  \(note)")
    }
    let days =
      first.date == last.date
      ? first.date.text : "\(first.date.shortText) – \(last.date.shortText)"
    let why = isWeekend(first) ? "weekend" : first.why
    return trimmed("\(mark)  \(padded(days, to: 27, right: true))  \(why)")
  }

  private static func padded(_ text: String, to width: Int, right: Bool) -> String {
    let fill = String(repeating: " ", count: max(0, width - text.count))
    return right ? text + fill : fill + text
  }

  private static func trimmed(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }

  /// One compact object: what `docket clock --json` prints, and what an export holds.
  public var json: String {
    var object = JSONText()
    object.add("regime", regime)
    object.add("received", received)
    object.add("clock", clock.rawValue)
    object.add("due", due.iso8601)
    object.add("start", start.description)
    object.addRaw(
      "derivation",
      JSONText.array(
        derivation.map { day in
          var entry = JSONText()
          entry.add("date", day.date.description)
          entry.add("counted", day.counted)
          entry.add("number", day.number)
          entry.add("why", day.why)
          return entry.object
        }))
    object.add("assumptions", assumptions)
    object.add("holidays", holidaysVersion)
    return object.object
  }
}
