import Moderation

/// The keys are those of ``Deadline/json``: what was printed or kept can be read again.
extension Deadline: Codable {
  private enum Key: String, CodingKey {
    case regime, received, clock, due, start, derivation, assumptions, holidays
  }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    regime = try values.decode(String.self, forKey: .regime)
    received = try values.decode(String.self, forKey: .received)
    clock = try values.decode(ClockKind.self, forKey: .clock)
    start = try values.decodeDay(.start)
    guard let due = Due(iso8601: try values.decode(String.self, forKey: .due)) else {
      throw DecodingError.dataCorruptedError(forKey: .due, in: values, debugDescription: "neither a day nor a moment")
    }
    self.due = due
    derivation = try values.decode([DerivationDay].self, forKey: .derivation)
    assumptions = try values.decodeIfPresent([String].self, forKey: .assumptions) ?? []
    holidaysVersion = try values.decode(String.self, forKey: .holidays)
  }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(regime, forKey: .regime)
    try values.encode(received, forKey: .received)
    try values.encode(clock, forKey: .clock)
    try values.encode(start.description, forKey: .start)
    try values.encode(due.iso8601, forKey: .due)
    try values.encode(derivation, forKey: .derivation)
    if !assumptions.isEmpty { try values.encode(assumptions, forKey: .assumptions) }
    try values.encode(holidaysVersion, forKey: .holidays)
  }
}

extension DerivationDay: Codable {
  private enum Key: String, CodingKey { case date, counted, number, why }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    self.init(
      date: try values.decodeDay(.date), counted: try values.decode(Bool.self, forKey: .counted),
      number: try values.decodeIfPresent(Int.self, forKey: .number), why: try values.decode(String.self, forKey: .why))
  }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(date.description, forKey: .date)
    try values.encode(counted, forKey: .counted)
    try values.encodeIfPresent(number, forKey: .number)
    try values.encode(why, forKey: .why)
  }
}

extension Deadline.Due {
  /// From what `iso8601` writes; nil for anything else.
  public init?(iso8601 text: String) {
    guard let written = WrittenTime(text) else { return nil }
    guard written.hasTime else {
      self = .day(CivilDate(written.time))
      return
    }
    guard let offset = written.offset else { return nil }
    let moment = Timestamp(milliseconds: written.time.timestamp().milliseconds - Int64(offset) * 1000)
    self = .moment(moment, offsetMinutes: offset / 60)
  }
}

extension KeyedDecodingContainer {
  /// A day written as `2026-07-10`.
  fileprivate func decodeDay(_ key: Key) throws -> CivilDate {
    let text = try decode(String.self, forKey: key)
    guard let day = CivilDate(text) else {
      throw DecodingError.dataCorruptedError(forKey: key, in: self, debugDescription: "not a day: write 2026-07-10")
    }
    return day
  }
}
