import Moderation

/// One event of the ledger as a line for a person: number, when, who, what, why.
public enum EventText {
  /// - Parameter localTime: civil time in the agency's zone.
  public static func line(_ event: Event, localTime: (Timestamp) -> CivilTime) -> String {
    let local = localTime(event.at)
    let when = local.iso8601.prefix(10) + " " + local.clock
    let columns = [padded(String(event.sequence), 5), String(when), padded(event.actor, 12), what(event)]
    return columns.joined(separator: "  ")
  }

  private static func what(_ event: Event) -> String {
    var parts: [String] = []
    switch event.type {
    case .deskCreated: parts.append("desk created")
    case .imported:
      guard let counts = event.imported else { return "imported" }
      parts.append("imported \(counts.new) new, \(counts.changed) edited, \(counts.same) known (\(counts.format))")
    case .decided: parts.append(event.verb?.rawValue ?? "decided")
    case .undone: parts.append("undone: event \(event.undoOf.map { String($0) } ?? "?")")
    case .refused: parts.append("refused: \(event.attempted?.rawValue ?? "?") (\(event.refusal ?? "not allowed"))")
    }
    if let role = event.escalatedTo { parts.append("to \(role)") }
    parts += event.reasons
    if let item = event.item { parts.append("item \(item.rawValue.prefix(12)) r\(event.revision ?? 1)") }
    return parts.joined(separator: "  ")
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
