import Moderation

/// What is due in a case, and how that was worked out; kept with the step that set it, so that no later table of holidays
/// changes it.
public struct CaseDeadline: Sendable, Equatable {
  public var deadline: Deadline
  /// The last moment of it.
  public var until: Timestamp
  /// The more generous reading of the law, where there are two; the agency works to the other.
  public var isOtherReading: Bool
  /// When it was done, so that it is not due any more.
  public internal(set) var metAt: Timestamp?
  public internal(set) var wasLate = false
  /// It does not matter any more: the request was passed on, or taken back.
  public internal(set) var isOff = false

  public var clock: ClockKind { deadline.clock }
  public var isOpen: Bool { metAt == nil && !isOff && !isOtherReading }

  init(_ deadline: Deadline, until: Timestamp, isOtherReading: Bool = false) {
    self.deadline = deadline
    self.until = until
    self.isOtherReading = isOtherReading
  }

  /// Whether an event's clock runs the same; when it was met is not part of that.
  func isSame(as other: CaseDeadline) -> Bool {
    deadline == other.deadline && isOtherReading == other.isOtherReading
  }
}

/// Deadlines as an event's details: a line for each, one for each day of its derivation, one for each assumption.
extension CaseDeadline {
  static let key = "deadline"
  static let dayKey = "day"
  static let assumptionKey = "assumed"

  /// `response`, or `response/other`.
  private var name: String { clock.rawValue + (isOtherReading ? "/other" : "") }

  var details: [String] {
    let due: String
    switch deadline.due {
    case .day(let day): due = day.description
    case .moment(let moment, let offset): due = "\(moment.milliseconds)/\(offset)"
    }
    let head = [
      name, due, deadline.start.description, String(until.milliseconds), deadline.regime, deadline.holidaysVersion,
      deadline.received,
    ]
    return ["\(Self.key)=\(head.joined(separator: " "))"]
      + deadline.derivation.map { day in
        "\(Self.dayKey)=\(name) \(day.date) \(day.number.map(String.init) ?? (day.counted ? "+" : "-")) \(day.why)"
      }
      + deadline.assumptions.map { "\(Self.assumptionKey)=\(name) \($0)" }
  }

  /// The deadlines that an event set, in its order.
  static func read(_ details: StepDetails) -> [CaseDeadline] {
    let days = details.all(dayKey).map { $0.split(separator: " ", maxSplits: 3).map(String.init) }
    let assumptions = details.all(assumptionKey).map { $0.split(separator: " ", maxSplits: 1).map(String.init) }
    return details.all(key).compactMap { head in
      let words = head.split(separator: " ", maxSplits: 6).map(String.init)
      guard words.count == 7, let name = words[0].split(separator: "/").first.map(String.init),
        let clock = ClockKind(rawValue: name), let due = due(words[1]), let start = CivilDate(words[2]),
        let until = Int64(words[3])
      else { return nil }
      let derivation = days.compactMap { $0.first == words[0] ? day($0) : nil }
      let deadline = Deadline(
        regime: words[4], clock: clock, received: words[6], start: start, due: due, derivation: derivation,
        assumptions: assumptions.compactMap { $0.count == 2 && $0[0] == words[0] ? $0[1] : nil },
        holidaysVersion: words[5])
      return CaseDeadline(
        deadline, until: Timestamp(milliseconds: until), isOtherReading: words[0].hasSuffix("/other"))
    }
  }

  private static func due(_ text: String) -> Deadline.Due? {
    if let day = CivilDate(text) { return .day(day) }
    let parts = text.split(separator: "/")
    guard parts.count == 2, let moment = Int64(parts[0]), let offset = Int(parts[1]) else { return nil }
    return .moment(Timestamp(milliseconds: moment), offsetMinutes: offset)
  }

  private static func day(_ words: [String]) -> DerivationDay? {
    guard words.count >= 3, let date = CivilDate(words[1]) else { return nil }
    return DerivationDay(
      date: date, counted: words[2] != "-", number: Int(words[2]), why: words.count > 3 ? words[3] : "")
  }
}
