import Desk
import Moderation

/// The log's own questions to the desk, carried out beside the thread that draws.
extension LogFilter {
  /// The events that pass, newest first, as many as a page or until the ledger's beginning.
  func page(of desk: Desk, before sequence: Int64?, _ localTime: (Timestamp) -> CivilTime) throws -> [Event] {
    var found: [Event] = []
    var before = sequence
    while found.count < ListWindow<Event>.page {
      let events = try desk.events(before: before, limit: 1000)
      found += events.filter { matches($0, localTime) }
      guard events.count == 1000, let last = events.last else { break }
      before = last.sequence
    }
    return Array(found.prefix(ListWindow<Event>.page))
  }

  /// All that pass, oldest first.
  func each(of desk: Desk, _ localTime: (Timestamp) -> CivilTime, _ body: (Event) -> Void) throws {
    try desk.eachEvent(from: 1) { if matches($0, localTime) { body($0) } }
  }
}

/// The log as comma-separated values: what the list and the fields of each event say.
enum LogTable {
  static let header = [
    "event", "at", "type", "person", "role", "authority", "what", "before", "after", "reasons", "item", "revision",
    "channel", "matter", "batch", "undoes", "shown", "masked", "suggested", "policy", "rules", "house rules", "hash",
  ]

  static func csv(_ events: [Event], _ surroundings: Surroundings) -> String {
    ReportChart(
      kind: .people, headline: "", header: header,
      rows: events.map { event in
        [
          String(event.sequence), surroundings.localTime(event.at).iso8601, event.type.rawValue, event.actor,
          event.role,
          event.authority, EventText.line(event, surroundings), event.before.map(DecisionText.standing(of:)) ?? "",
          event.after.map(DecisionText.standing(of:)) ?? "", event.reasons.joined(separator: " "),
          event.item?.rawValue ?? "", event.revision.map(String.init) ?? "", event.channel ?? "", event.matter ?? "",
          event.batch ?? "", event.undoOf.map(String.init) ?? "", event.flags.joined(separator: "; "),
          event.masked.map { $0 ? "masked" : "shown" } ?? "", event.suggested.joined(separator: "; "),
          event.policy ?? "", event.rules ?? "", event.houseRules ?? "", event.hash,
        ]
      }
    ).csv
  }
}
