import Casework
import Desk
import Moderation

/// The events in the terms of PREMIS 3.0, so that an archive's system can read what happened to a record.
enum PremisText {
  static func xml(_ package: RecordPackage) -> String {
    var out = """
      <?xml version="1.0" encoding="UTF-8"?>
      <premis xmlns="http://www.loc.gov/premis/v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="3.0">

      """
    for entry in package.records {
      out += """
          <object xsi:type="intellectualEntity">
        \(identifier("object", entry.file.id, 4))
          </object>

        """
    }
    for event in package.events { out += text(event, package) }
    for actor in Set(package.events.map(\.actor)).sorted() {
      out += """
          <agent>
        \(identifier("agent", actor, 4))
            <agentType>\(actor == Authority.system.actor ? "software" : "person")</agentType>
          </agent>

        """
    }
    return out + "</premis>\n"
  }

  private static func text(_ event: Event, _ package: RecordPackage) -> String {
    let objects = package.records.filter { entry in
      event.matter == entry.file.id || event.item.map(entry.file.items.contains) ?? false
    }.map(\.file.id)
    let isRefused = event.type == .refused
    let links = objects.map { id in
      """

          <linkingObjectIdentifier>
            <linkingObjectIdentifierType>docket</linkingObjectIdentifierType>
            <linkingObjectIdentifierValue>\(escaped(id))</linkingObjectIdentifierValue>
          </linkingObjectIdentifier>
      """
    }.joined()
    return """
        <event>
      \(identifier("event", String(event.sequence), 4))
          <eventType>\(kind(event))</eventType>
          <eventDateTime>\(event.at.iso8601())</eventDateTime>
          <eventDetailInformation>
            <eventDetail>\(escaped(detail(event)))</eventDetail>
          </eventDetailInformation>
          <eventOutcomeInformation>
            <eventOutcome>\(isRefused ? "fail" : "success")</eventOutcome>
          </eventOutcomeInformation>
          <linkingAgentIdentifier>
            <linkingAgentIdentifierType>docket</linkingAgentIdentifierType>
            <linkingAgentIdentifierValue>\(escaped(event.actor))</linkingAgentIdentifierValue>
          </linkingAgentIdentifier>\(links)
        </event>

      """
  }

  private static func identifier(_ what: String, _ value: String, _ indent: Int) -> String {
    let space = String(repeating: " ", count: indent)
    return """
      \(space)<\(what)Identifier>
      \(space)  <\(what)IdentifierType>docket</\(what)IdentifierType>
      \(space)  <\(what)IdentifierValue>\(escaped(value))</\(what)IdentifierValue>
      \(space)</\(what)Identifier>
      """
  }

  /// The nearest term of the Library of Congress's list of event types (facts/records § 4).
  private static func kind(_ event: Event) -> String {
    switch event.type {
    case .imported: "ingestion"
    case .decided, .proposed, .undone, .reopened, .exported, .applied, .reconciled:
      switch event.verb {
      case .delete: "deletion"
      case .hide, .unhide, .hold, .publish: "modification"
      default: "policy assignment"
      }
    case .recordStep:
      switch event.step.flatMap(RecordStep.init(rawValue:)) {
      case .captured: "capture"
      case .transferred, .filed: "transfer"
      case .exported: "packaging"
      case .disposed: "deletion"
      case nil: "modification"
      }
    case .disposed: "deletion"
    case .unmasked, .revealed, .gathered: "access"
    case .sealed: "message digest calculation"
    case .deskCreated, .refused, .batch, .policyAdopted, .accounted, .sheetWritten, .backedUp, .restored, .migrated,
      .caseStep, .escalationStep, .playbookStep, .holdStep, .replyStep, .noted:
      "policy assignment"
    }
  }

  /// `decided hide SPAM@3`, with the words that stay in the ledger and no others.
  private static func detail(_ event: Event) -> String {
    let what = [event.verb?.rawValue, event.step, event.outcome].compactMap { $0 }
    return ([event.type.rawValue] + what + event.reasons + ["hash \(event.hash)"]).joined(separator: " ")
  }

  /// XML 1.0 has no way to write most control characters.
  static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "\t", "\n", "\r": out += " "
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": out += "\u{FFFD}"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
