import Moderation

/// Which events the log shows. An empty filter shows all; every term must fit. The terms are those of `docket log`.
public struct LogFilter: Sendable, Equatable {
  var person: String?
  var role: String?
  var channel: String?
  var type: Event.Kind?
  var verb: Verb?
  /// With or without its version.
  var reason: String?
  /// An item's id, or how it begins.
  var item: String?
  var batch: String?
  /// A case, escalation or record: `C-2026-0007`.
  var matter: String?
  /// The first day that fits, and the last.
  var since: CivilDate?
  var until: CivilDate?
  var reversalsOnly = false

  var isEmpty: Bool { self == LogFilter() }

  /// As it is typed.
  var text: String {
    let terms: [(String, String?)] = [
      ("person", person), ("role", role), ("channel", channel), ("type", type?.rawValue), ("verb", verb?.rawValue),
      ("reason", reason), ("item", item), ("batch", batch), ("matter", matter), ("since", since?.description),
      ("until", until?.description), ("is", reversalsOnly ? "reversal" : nil),
    ]
    return terms.compactMap { name, value in
      value.map { $0.contains(" ") ? "\(name):\"\($0)\"" : "\(name):\($0)" }
    }.joined(separator: " ")
  }

  static let help =
    "person: role: channel: type: verb: reason: item: batch: matter: since:2026-07-01 until: is:reversal"

  func matches(_ event: Event, _ localTime: (Timestamp) -> CivilTime) -> Bool {
    func fits(_ wanted: String?, _ value: String?) -> Bool { wanted.map { $0 == value } ?? true }
    guard fits(person, event.actor), fits(role, event.role), fits(channel, event.channel), fits(batch, event.batch),
      fits(matter, event.matter), type.map({ $0 == event.type }) ?? true,
      verb.map({ $0 == event.verb || $0 == event.attempted }) ?? true, fitsReason(event),
      item.map({ event.item?.rawValue.hasPrefix($0) ?? false }) ?? true,
      !reversalsOnly || event.type == .undone || event.undoOf != nil
        || event.type == .decided && event.supersedes != nil
    else { return false }
    guard since != nil || until != nil else { return true }
    let day = CivilDate(localTime(event.at))
    return (since.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
  }

  private func fitsReason(_ event: Event) -> Bool {
    guard let reason else { return true }
    return event.reasons.contains { $0 == reason || $0.prefix { $0 != "@" } == reason }
  }

  // MARK: Reading

  /// Reads what was typed, or says what is wrong with it.
  static func read(_ text: String, today: CivilDate) -> Result<LogFilter, CaseFilter.Problem> {
    var filter = LogFilter()
    for term in terms(of: text) {
      guard let colon = term.firstIndex(of: ":"), term.index(after: colon) < term.endIndex else {
        return .failure(CaseFilter.Problem("write terms with a colon: \(help)"))
      }
      if let problem = filter.take(String(term[..<colon]), String(term[term.index(after: colon)...]), today) {
        return .failure(CaseFilter.Problem(problem))
      }
    }
    return .success(filter)
  }

  private mutating func take(_ key: String, _ value: String, _ today: CivilDate) -> String? {
    switch key {
    case "person", "by": person = value
    case "role": role = value
    case "channel": channel = value
    case "reason": reason = value.uppercased()
    case "item": item = value
    case "batch": batch = value
    case "matter", "case": matter = value.uppercased()
    case "type":
      guard let found = Event.Kind(rawValue: value) else {
        return "there is no such type; write \(Event.Kind.allCases.map(\.rawValue).joined(separator: ", "))"
      }
      type = found
    case "verb":
      guard let found = Verb(rawValue: value) else {
        return "there is no such verb; write \(Verb.allCases.map(\.rawValue).joined(separator: ", "))"
      }
      verb = found
    case "since", "until":
      guard let day = value == "today" ? today : CivilDate(value) else {
        return "write \(key):today or \(key):2026-07-01"
      }
      if key == "since" { since = day } else { until = day }
    case "is":
      guard value == "reversal" else { return "write is:reversal" }
      reversalsOnly = true
    default: return "there is no such term; write \(Self.help)"
    }
    return nil
  }

  /// Words with blanks between, what is in quotation marks as one.
  private static func terms(of text: String) -> [String] {
    var terms: [String] = []
    var term = ""
    var isQuoted = false
    for character in text {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == " ", !isQuoted {
        if !term.isEmpty { terms.append(term) }
        term = ""
      } else {
        term.append(character)
      }
    }
    return term.isEmpty ? terms : terms + [term]
  }
}
