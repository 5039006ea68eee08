import Moderation

extension EventFilter {
  /// What was written on the command line. Each option may be given several times, and takes several values with commas
  /// between them but for channels, whose names may hold commas.
  public struct Values: Sendable, Equatable {
    public var actors: [String] = []
    public var roles: [String] = []
    public var channels: [String] = []
    public var types: [String] = []
    public var verbs: [String] = []
    public var reasons: [String] = []
    /// Ids as the log gives them, whole or how they begin.
    public var items: [String] = []
    public var batches: [String] = []
    /// A day, `2026-11-01`, which it begins with; or a time, `2026-11-01T14:00`, with `Z` or an offset where it is not
    /// the agency's own.
    public var since: String?
    /// A day, with which it ends, or a time, before which.
    public var until: String?
    public var reversalsOnly = false

    public init() {}
  }

  /// Reads what was written.
  ///
  /// - Parameter localTime: civil time in the agency's zone.
  public init(_ values: Values, localTime: (Timestamp) -> CivilTime) throws(EventFilterError) {
    self.init()
    actors = Set(Self.words(values.actors))
    channels = Set(values.channels)
    batches = Set(Self.words(values.batches))
    reversalsOnly = values.reversalsOnly
    for word in Self.words(values.roles) {
      guard Self.knownRoles.contains(word) else { throw .roleUnknown(word) }
      roles.insert(word)
    }
    for word in Self.words(values.types) {
      guard let type = Event.Kind(rawValue: word) else { throw .typeUnknown(word) }
      types.insert(type)
    }
    for word in Self.words(values.verbs) {
      guard let verb = Verb(rawValue: word) else { throw .verbUnknown(word) }
      verbs.insert(verb)
    }
    for word in Self.words(values.reasons) { reasons.insert(try Self.reason(word)) }
    for word in Self.words(values.items) {
      let digits = word.lowercased()
      guard (6...32).contains(digits.utf8.count), digits.utf8.allSatisfy(Self.isHexDigit) else {
        throw .itemInvalid(word)
      }
      items.insert(digits)
    }
    if let text = values.since {
      guard let moment = FilterTime(text)?.start(localTime) else { throw .timeInvalid(option: "since", text) }
      since = moment
    }
    if let text = values.until {
      guard let moment = FilterTime(text)?.end(localTime) else { throw .timeInvalid(option: "until", text) }
      until = moment
    }
    if let since, let until, since >= until { throw .rangeEmpty(since: values.since ?? "", until: values.until ?? "") }
  }

  /// The roles that events can have.
  static let knownRoles = StaffRole.allCases.map(\.rawValue) + ["system", "none"]

  private static func words(_ values: [String]) -> [String] {
    values.flatMap { $0.split(separator: ",") }.map(trimmed).filter { !$0.isEmpty }
  }

  private static func trimmed(_ word: Substring) -> String {
    var word = word
    while word.last?.isWhitespace ?? false { word.removeLast() }
    return String(word.drop(while: \.isWhitespace))
  }

  /// `health-3p@2` is `HEALTH-3P@2`. A code that the policy no longer has is fine: old events have it.
  private static func reason(_ word: String) throws(EventFilterError) -> String {
    let parts = word.split(separator: "@", omittingEmptySubsequences: false)
    let isVersioned = parts.count == 2 && !parts[1].isEmpty && parts[1].utf8.allSatisfy(IDShape.isDigit)
    guard !parts[0].isEmpty, parts.count == 1 || isVersioned else { throw .reasonInvalid(word) }
    return word.uppercased()
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    IDShape.isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }
}

/// Why a filter could not be read from what was written.
public enum EventFilterError: Error, Sendable, Equatable {
  case roleUnknown(String)
  case typeUnknown(String)
  case verbUnknown(String)
  case reasonInvalid(String)
  case itemInvalid(String)
  case timeInvalid(option: String, String)
  case rangeEmpty(since: String, until: String)

  /// What is wrong and what to write instead.
  public var message: String {
    switch self {
    case .roleUnknown(let word):
      "there is no role \(word); write one of \(EventFilter.knownRoles.joined(separator: ", "))"
    case .typeUnknown(let word):
      "there is no event type \(word); write one of \(Event.Kind.allCases.map(\.rawValue).joined(separator: ", "))"
    case .verbUnknown(let word):
      "there is no verb \(word); write one of \(Verb.allCases.map(\.rawValue).joined(separator: ", "))"
    case .reasonInvalid(let word): "\(word) is no reason code; write it as HEALTH-3P, or HEALTH-3P@2 for one version"
    case .itemInvalid(let word): "\(word) is no item of the log; write the first 6 to 32 digits of its id there"
    case .timeInvalid(let option, let text):
      "--\(option) \(text) is no time; write a day, 2026-11-01, or a time, 2026-11-01T14:00, with Z or an offset if it is not local"
    case .rangeEmpty(let since, let until): "nothing lies between --since \(since) and --until \(until)"
    }
  }
}
