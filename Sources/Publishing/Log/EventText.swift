import Moderation

/// One event of the ledger as a line for a person: number, when, who, what, why.
public enum EventText {
  /// Safe for a terminal: what a channel is called was written by whoever made the feed.
  ///
  /// - Parameter localTime: civil time in the agency's zone.
  public static func line(_ event: Event, localTime: (Timestamp) -> CivilTime) -> String {
    let when = minute(event.at, localTime)
    var parts = [what(event)]
    if let role = event.escalatedTo { parts.append("to \(role)") }
    if let until = event.until { parts.append("until " + minute(until, localTime)) }
    parts += event.reasons
    if let item = event.item { parts.append("item \(item.rawValue.prefix(12)) r\(event.revision ?? 1)") }
    if let person = event.onBehalfOf { parts.append("in place of \(person)") }
    if let earlier = event.supersedes { parts.append("instead of event \(earlier)") }
    let columns = [padded(String(event.sequence), 5), when, padded(event.actor, 12), parts.joined(separator: "  ")]
    return columns.joined(separator: "  ").plainLine
  }

  private static func what(_ event: Event) -> String {
    switch event.type {
    case .deskCreated: "desk created"
    case .imported:
      event.imported.map {
        "imported \($0.new) new, \($0.changed) edited, \($0.same) known (\($0.format))" + on(event.channel)
      } ?? "imported" + on(event.channel)
    case .accounted:
      "import finished" + (event.count ?? 0 == 0 ? "" : counted(event.count, " record", " records") + " not read")
    case .decided: event.verb?.rawValue ?? "decided"
    case .proposed: "proposed: \(act(event)), waits for a second person"
    case .batch: "batch: \(act(event))" + counted(event.count, " item", " items")
    case .undone: "undone: event \(number(event.undoOf))"
    case .refused: "refused: \(act(event)) (\(event.refusal ?? "not allowed"))"
    case .reopened: "reopened" + (event.cause.map { " by event \($0)" } ?? "") + why(event)
    case .exported: decision(event) + " exported" + (event.target.map { " on \($0)" } ?? "")
    case .applied: decision(event) + " reported" + stage(event) + why(event)
    case .reconciled:
      "found" + stage(event) + (event.cause.map { " by the import of event \($0)" } ?? "") + why(event)
    case .unmasked: "unmasked"
    case .revealed: "author revealed"
    case .policyAdopted: (event.target.map(short) ?? "policy") + " adopted"
    case .sheetWritten:
      (event.target.map(short) ?? "sheet") + " written" + counted(event.count, " decision", " decisions")
        + (event.audience.map { ", for \($0)" } ?? "") + on(event.channel)
    case .sealed: "sealed" + about(event.target)
    case .backedUp: "backed up" + about(event.target)
    case .restored: "restored" + about(event.target)
    case .migrated: "desk's schema migrated" + why(event)
    case .caseStep: step("case", event)
    case .escalationStep: step("escalation", event)
    case .recordStep: step("record", event)
    case .holdStep: step("hold", event)
    case .replyStep: step("reply", event)
    case .playbookStep: "playbook of " + step("?", event)
    case .noted: "note" + about(event.target)
    case .disposed: "disposed" + counted(event.count, " text", " texts") + about(event.target) + why(event)
    case .gathered: "gathered what is held on an author" + counted(event.count, " text", " texts") + about(event.target)
    }
  }

  /// What was done, or tried.
  private static func act(_ event: Event) -> String {
    (event.attempted ?? event.verb)?.rawValue ?? event.target ?? "?"
  }
  /// `C-2026-0007 extended`.
  private static func step(_ kind: String, _ event: Event) -> String {
    (event.matter ?? kind) + (event.step.map { " " + $0.replacing("_", with: " ") } ?? "") + why(event)
  }
  private static func number(_ sequence: Int64?) -> String { sequence.map { String($0) } ?? "?" }
  /// The decision that something became of.
  private static func decision(_ event: Event) -> String { event.cause.map { "event \($0)" } ?? "decision" }
  /// What became of it: "not applied".
  private static func stage(_ event: Event) -> String {
    event.after?.stage.map { " " + $0.rawValue.replacing("_", with: " ") } ?? ""
  }
  private static func why(_ event: Event) -> String { event.outcome.map { ": \($0)" } ?? "" }
  private static func on(_ channel: String?) -> String { channel.map { " on \($0)" } ?? "" }

  private static func about(_ target: String?) -> String { target.map { " (\(short($0)))" } ?? "" }

  /// A digest is cut to what tells it apart.
  private static func short(_ target: String) -> String {
    target.split(separator: " ").map { $0.utf8.count == 64 ? $0.prefix(12) : $0 }.joined(separator: " ")
  }

  private static func counted(_ count: Int?, _ one: String, _ many: String) -> String {
    count.map { ", \($0)" + ($0 == 1 ? one : many) } ?? ""
  }

  private static func minute(_ moment: Timestamp, _ localTime: (Timestamp) -> CivilTime) -> String {
    let local = localTime(moment)
    return local.iso8601.prefix(10) + " " + local.clock
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}

extension String {
  /// Without what a terminal obeys, what ends a line, and what turns the direction of writing: each becomes U+FFFD.
  var plainLine: String {
    var out = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar {
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}"..."\u{202E}", "\u{2066}"..."\u{2069}", "\u{200E}",
        "\u{200F}", "\u{061C}":
        out.append("\u{FFFD}")
      default: out.append(scalar)
      }
    }
    return String(out)
  }
}
