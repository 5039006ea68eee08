import Casework
import Desk
import Moderation

/// A record's metadata: the least that Archives New Zealand asks for (16/G7) under the names of facts § 1.1, and beside them
/// what a record of a posting needs (BC L152) and the nearest Dublin Core terms.
enum RecordMetadata {
  static func json(_ entry: RecordEntry, _ package: RecordPackage) -> JSONText {
    let (file, content) = (entry.file, entry.content)
    var line = JSONText()
    line.add("record_id", file.id)
    line.add("name", content?.title)
    line.add("created_at", file.capturedAt.iso8601())
    line.add("creator", content?.creator)
    line.add("captured_by", file.capturedBy)
    line.add("activity", content?.activity)
    line.add("software", "docket")
    line.add("software_version", package.software)
    line.add("form", file.form.rawValue)
    line.add("publisher", package.agency)
    line.add("audience", content?.audience)
    line.add("need", content?.need)
    line.addRaw("privacy_worksheet", content.map { json($0.worksheet) })
    line.add("kept_because", content?.keptBecause)
    line.add("transitory", content?.transitory)
    line.add("restriction", file.restriction.rawValue)
    line.add("disposal_class", file.retention)
    line.add("disposal_authority", package.retention.first { $0.code == file.retention }?.authority)
    line.add("legal_holds", entry.holds)
    line.add("state", file.state.rawValue)
    line.add("filed_in", file.system)
    line.add("filed_as", entry.reference)
    line.add("sha256", file.sha256)
    line.add("summary", content?.summary)
    line.addRaw("comments", content.map { JSONText.array($0.parts.map(json)) })
    line.addRaw("events", JSONText.array(events(of: entry, package).map(json)))
    line.add("marking", package.label.marking)
    return line
  }

  /// One row a record; RFC 4180.
  static func csv(_ package: RecordPackage) -> String {
    let header = [
      "record_id", "name", "created_at", "creator", "captured_by", "activity", "software", "software_version", "form",
      "audience", "posted", "places", "restriction", "disposal_class", "filed_in", "filed_as", "need", "marking",
    ]
    let rows = package.records.map { entry in
      let (file, content) = (entry.file, entry.content)
      let parts = content?.parts ?? []
      return [
        file.id, content?.title ?? "", file.capturedAt.iso8601(), content?.creator ?? "", file.capturedBy,
        content?.activity ?? "", "docket", package.software, file.form.rawValue, content?.audience ?? "",
        parts.compactMap(\.posted).joined(separator: " "), parts.map(\.channel).joined(separator: " "),
        file.restriction.rawValue, file.retention, file.system ?? "", entry.reference ?? "", content?.need ?? "",
        package.label.marking,
      ].map(CSVLine.guarded)
    }
    return ([header] + rows).map(CSVLine.text).joined()
  }

  /// What was done to a record, or to what it records, oldest first.
  static func events(of entry: RecordEntry, _ package: RecordPackage) -> [Event] {
    package.events.filter { event in
      event.matter == entry.file.id || event.item.map(entry.file.items.contains) ?? false
    }
  }

  private static func json(_ event: Event) -> String {
    var line = JSONText()
    line.add("seq", event.sequence)
    line.add(
      "type", ([event.type.rawValue] + [event.verb?.rawValue ?? event.step].compactMap { $0 }).joined(separator: " "))
    line.add("agent", event.actor)
    line.add("role", event.role)
    line.add("at", event.at.iso8601())
    return line.object
  }

  private static func json(_ worksheet: PrivacyWorksheet) -> String {
    var line = JSONText()
    line.add("image", worksheet.image)
    line.add("about_individual", worksheet.aboutIndividual)
    line.add("opinion", worksheet.opinion)
    line.add("business_contact", worksheet.businessContact)
    return line.object
  }

  private static func json(_ part: RecordPart) -> String {
    var line = JSONText()
    line.add("item", part.item)
    line.add("revision", part.revision)
    line.add("channel", part.channel)
    line.add("platform", part.platform)
    line.add("posted_at", part.posted)
    line.add("learned_at", part.learned)
    line.add("text", part.text)
    line.add("text_sha256", part.textSHA256)
    line.addRaw(
      "redactions",
      part.redactions.isEmpty
        ? nil
        : JSONText.array(
          part.redactions.map { redacted in
            var line = JSONText()
            line.add("start", redacted.start)
            line.add("end", redacted.end)
            line.add("label", redacted.label)
            return line.object
          }))
    return line.object
  }
}
