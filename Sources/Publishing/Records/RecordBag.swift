import Casework
import Desk
import Moderation

/// Records as a BagIt bag: the records, their metadata, the events that concern them, what was captured, and the rules under
/// which it happened. Authors' names are in a file of their own, which is only there when somebody said what for.
public enum RecordBag {
  /// Writes a bag to a folder that is not there yet.
  ///
  /// - Returns: SHA-256 of its tag manifest, hex, which stands for the whole bag.
  public static func write(_ package: RecordPackage, to folder: String) throws(BagError) -> String {
    var bag = try BagWriter(at: folder)
    let lines = package.records.map { RecordMetadata.json($0, package).object }
    try bag.add("records.jsonl", lines.map { $0 + "\n" }.joined())
    try bag.add("metadata.csv", RecordMetadata.csv(package))
    try bag.add("metadata.json", JSONText.array(lines) + "\n")
    try bag.add("events.jsonl", package.events.map { EventLine.json($0) + "\n" }.joined())
    try bag.add("premis.xml", PremisText.xml(package))
    for entry in package.records { try bag.add("captures/\(entry.file.id).txt", RecordCapture.text(entry, package)) }
    for rules in package.rules { try bag.add("rules/\(rules.digest.prefix(16)).toml", rules.text) }
    if !package.authors.isEmpty { try bag.add("authors.csv", authors(package)) }
    try bag.add("README.txt", readme(package))
    return try bag.finish(info(package))
  }

  static func info(_ package: RecordPackage) -> BagInfo {
    let ids = package.records.map(\.file.id)
    return BagInfo(
      organization: package.agency, contactEmail: package.contact,
      identifier: ids.count == 1 ? ids[0] : "\(ids.first ?? "") to \(ids.last ?? "")",
      description: "\(ids.count) record\(ids.count == 1 ? "" : "s") of public comments and what was done about them",
      date: package.day.description, software: "docket \(package.software)", marking: package.label.marking,
      more: [
        BagInfo.Entry("Audience", package.label.audience), BagInfo.Entry("Approved-By", package.label.approver),
        BagInfo.Entry("Ledger-Head", "event \(package.chainLast), \(package.chainHead)"),
      ])
  }

  private static func authors(_ package: RecordPackage) -> String {
    CSVLine.text(["alias", "platform_id", "name", "handle"])
      + package.authors.map { author in
        CSVLine.text(
          [author.alias, author.platformID ?? "", author.name ?? "", author.handle ?? ""].map(CSVLine.guarded))
      }.joined()
  }

  private static func readme(_ package: RecordPackage) -> String {
    let names =
      package.authors.isEmpty
      ? "Authors are named by alias; their names were left out." : "authors.csv        the names behind the aliases"
    return """
      \(package.label.marking)

      Records of \(package.agency), exported on \(package.day) (\(package.at.iso8601())) by docket \(package.software).
      For: \(package.label.audience)
      Approved by: \(package.label.approver)

      records.jsonl      one record a line, with the metadata that Archives New Zealand asks for (16/G7)
      metadata.csv       the same as a table; metadata.json as one list
      events.jsonl       the events of the ledger that concern them; each has the hash of the one before it
      premis.xml         the same events in the terms of PREMIS 3
      captures/          what was captured, with labels in place of what was not needed
      rules/             the policies that were in force, by the first digits of their digest
      \(names)

      Each event's hash is SHA-256 over the hash before it and its own fields; the ledger ended at event \
      \(package.chainLast), \(package.chainHead).
      The bag follows RFC 8493: `python3 -m bagit --validate FOLDER` and `docket records check FOLDER` prove that it is whole.

      """
  }
}

/// A capture as text: what stands in it is what was needed.
enum RecordCapture {
  static func text(_ entry: RecordEntry, _ package: RecordPackage) -> String {
    guard let content = entry.content else { return "" }
    var lines = [package.label.marking, "", "\(entry.file.id)  \(content.title)", "Form: \(entry.file.form.title)"]
    if let summary = content.summary {
      lines += ["", summary, "", "Signed: \(entry.file.capturedBy), \(entry.file.capturedAt.iso8601())"]
      lines.append("by event \(entry.file.captured) of the ledger")
    }
    for part in content.parts {
      lines += ["", "Comment \(part.item), revision \(part.revision)"]
      lines.append("On \(part.channel) (\(part.platform)), posted \(part.posted ?? "at an unknown time")")
      guard let text = part.text else { continue }
      lines += ["", text]
      if part.redactions.isEmpty { continue }
      lines += ["", "Left out, in characters of the original:"]
      lines += part.redactions.map { "  \($0.start)-\($0.end)  \($0.label)" }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
