import ArgumentParser
import Casework
import Classifier
import Desk
import Moderation
import Publishing

struct RecordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "records", abstract: "Capture records, file them, export them as a bag.",
    subcommands: [
      RecordListCommand.self, RecordShowCommand.self, RecordCaptureCommand.self, RecordFileCommand.self,
      RecordTransferCommand.self, RecordExportCommand.self, RecordCheckCommand.self,
    ],
    defaultSubcommand: RecordListCommand.self)
}

struct RecordListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Records that are not transferred or destroyed, and comments that wait for theirs.")

  @ArgumentParser.Flag(name: .long, help: "Those that are done with as well.") var all = false
  @ArgumentParser.Flag(name: .long, help: "One JSON object a line.") var json = false
  @Option(name: .long, help: ArgumentHelp("On this channel alone.", valueName: "name")) var channel: String?
  @OptionGroup var desk: DeskOptions

  func run() throws {
    let opened = try desk.openExisting()
    try OpenedDesk.reporting {
      for entry in try opened.desk.records(openOnly: !all, channel: channel) {
        StandardOutput.write((json ? RecordLines.json(entry).object : RecordLines.line(entry)) + "\n")
      }
      let waiting = try opened.desk.uncaptured()
      if json { return }
      for item in waiting {
        let id = try opened.desk.externalID(of: item)?.id ?? item.rawValue
        StandardOutput.write("-\tto be captured\t\(id.escapedForTerminal)\n")
      }
    }
  }
}

struct RecordShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "One record with all that it says.")

  @Argument(help: ArgumentHelp("The record.", valueName: "id")) var id: String
  @ArgumentParser.Flag(name: .long, help: "One JSON object.") var json = false
  @OptionGroup var desk: DeskOptions

  func run() throws {
    let opened = try desk.openExisting()
    try OpenedDesk.reporting {
      guard let entry = try opened.desk.record(id.uppercased()) else {
        throw Failure(message: CaseworkRefusal.recordUnknown(id).message)
      }
      StandardOutput.write(json ? RecordLines.json(entry).object + "\n" : RecordLines.page(entry))
    }
  }
}

struct RecordCaptureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "capture", abstract: "Make a record of comments; what it still has to say is asked for by name.",
    discussion: """
      Form: structured (with its metadata), copy (only what is needed) or summary (in your own words, signed). Private \
      details are left out unless --keep names their kind.

      EXAMPLES
        docket records capture 4411 --form copy --need "the council decides on this advice" \
      --worksheet image=no,about=yes,opinion=no --restriction restricted
        docket records capture 4411 4412 --form summary --summary "…" --need "…" --worksheet image=no,about=no,opinion=no
        docket records capture 4411 --form copy --transitory "a greeting" --need "…" --worksheet …
      """)

  @Argument(help: ArgumentHelp("The comments, by their own ids.", valueName: "item")) var items: [String]
  @Option(name: .long, help: ArgumentHelp("structured, copy or summary.", valueName: "form"))
  var form: RecordForm = .structured
  @Option(name: .long, help: ArgumentHelp("Why the programme needs it.", valueName: "text")) var need: String?
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The three questions: image=no,about=yes,opinion=no, and business_contact=yes where it is only that.",
      valueName: "answers"))
  var worksheet: String?
  @Option(name: .long, help: ArgumentHelp("What was said, for a summary.", valueName: "text")) var summary: String?
  @Option(name: .long, help: ArgumentHelp("Instead of the title by rule.", valueName: "text")) var title: String?
  @Option(name: .long, help: ArgumentHelp("The business activity that it documents.", valueName: "text"))
  var activity: String?
  @Option(name: .long, help: ArgumentHelp("Whom the posting was for.", valueName: "text")) var audience: String?
  @Option(name: .long, help: ArgumentHelp("Who made it: an alias or a role.", valueName: "text")) var creator: String?
  @Option(name: .long, help: ArgumentHelp("A retention class of the policy.", valueName: "class")) var retention:
    String?
  @Option(name: .long, help: ArgumentHelp("open, restricted or confidential.", valueName: "who"))
  var restriction: RecordRestriction?
  @Option(name: .long, help: ArgumentHelp("It need not be kept; why.", valueName: "reason")) var transitory: String?
  @Option(
    name: .long, help: ArgumentHelp("A kind of private detail that is needed: \(Self.kinds).", valueName: "kind"))
  var keep: [SpanType] = []
  @Option(name: .customLong("kept-because"), help: ArgumentHelp("Why those details are needed.", valueName: "text"))
  var keptBecause: String?
  @ArgumentParser.Flag(name: .customLong("dry-run"), help: "Say what is missing, and make nothing.") var dryRun = false
  @OptionGroup var desk: DeskOptions

  static var kinds: String { SpanType.allCases.filter(\.isPrivate).map(\.rawValue).joined(separator: ", ") }

  func run() throws {
    let opened = try desk.openExisting()
    let classifier = try FeedCommandRules.classifier(opened.setting.policy)
    try OpenedDesk.reporting {
      let located = try items.map { try ItemReference.locate($0, on: opened.desk).item }
      guard var draft = try opened.desk.recordDraft(of: located, form: form) else { return }
      try fill(&draft)
      if dryRun {
        for field in draft.missing { StandardOutput.write("\(field.rawValue)\t\(field.question)\n") }
        return
      }
      let event = try opened.desk.capture(
        draft, hiding: { classifier.flags(for: $0).flatMap(\.spans) }, by: opened.user)
      StandardOutput.write("\(event.sequence)\t\(event.matter ?? "")\tcaptured as a \(form.title)\n")
    }
  }

  private func fill(_ draft: inout RecordDraft) throws {
    if let need { draft.need = need }
    if let worksheet {
      guard let read = PrivacyWorksheet(worksheet) else {
        throw Failure.usage("the worksheet has three answers; write --worksheet image=no,about=yes,opinion=no")
      }
      draft.worksheet = read
    }
    if let summary { draft.summary = summary }
    if let title { draft.title = title }
    if let activity { draft.activity = activity }
    if let audience { draft.audience = audience }
    if let creator { draft.creator = creator }
    if let restriction { draft.restriction = restriction }
    draft.keeps = Set(keep)
    if let keptBecause { draft.keptBecause = keptBecause }
    if let transitory {
      draft.isTransitory = true
      draft.transitoryReason = transitory
      draft.retention = nil
    }
    if let retention { draft.retention = retention }
  }
}

struct RecordFileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "file", abstract: "Say where a record was filed.",
    discussion: "EXAMPLE: docket records file R-2026-0007 --in Objective --as WT/26/114")

  @Argument(help: ArgumentHelp("The record.", valueName: "id")) var id: String
  @Option(name: .customLong("in"), help: ArgumentHelp("The records system.", valueName: "system")) var system: String
  @Option(name: .customLong("as"), help: ArgumentHelp("Its reference there.", valueName: "reference"))
  var reference: String
  @OptionGroup var desk: DeskOptions

  func run() throws {
    let opened = try desk.openExisting()
    try OpenedDesk.reporting {
      EscalationLines.say(try opened.desk.file(id.uppercased(), in: system, under: reference, by: opened.user))
    }
  }
}

struct RecordTransferCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "transfer", abstract: "Say that a record went to an archive or another body for good.",
    discussion: "EXAMPLE: docket records transfer R-2026-0007 --to \"Archives New Zealand\" --as A-1187")

  @Argument(help: ArgumentHelp("The record.", valueName: "id")) var id: String
  @Option(name: .customLong("to"), help: ArgumentHelp("Who has it now.", valueName: "body")) var system: String
  @Option(name: .customLong("as"), help: ArgumentHelp("Its reference there.", valueName: "reference"))
  var reference: String
  @OptionGroup var desk: DeskOptions

  func run() throws {
    let opened = try desk.openExisting()
    try OpenedDesk.reporting {
      EscalationLines.say(try opened.desk.transfer(id.uppercased(), to: system, under: reference, by: opened.user))
    }
  }
}

struct RecordExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write records as a BagIt bag (RFC 8493, SHA-256).",
    discussion: """
      Authors' names stay out unless --names says what they are needed for; then they are in a file of their own. Without \
      ids, all records that are not transferred or destroyed go into the bag.

      EXAMPLE: docket records export R-2026-0007 --to bag --audience "Archives" --approver "Records manager" \
      --marking "IN CONFIDENCE"
      """)

  @Argument(help: ArgumentHelp("The records.", valueName: "id")) var ids: [String] = []
  @Option(name: .customLong("to"), help: ArgumentHelp("A folder that is not there yet.", valueName: "folder"))
  var folder: String
  @OptionGroup var label: ExportLabelOptions
  @Option(name: .long, help: ArgumentHelp("Authors' names too; what they are needed for.", valueName: "purpose"))
  var names: String?
  @OptionGroup var desk: DeskOptions

  func run() throws {
    try TextFile.mustNotExist(folder)
    let opened = try desk.openExisting()
    try OpenedDesk.reporting {
      let wanted = try ids.isEmpty ? opened.desk.records().map(\.file.id) : ids.map { $0.uppercased() }
      guard !wanted.isEmpty else {
        throw Failure(message: "there is no record to export; `docket records capture` makes one")
      }
      do {
        let events = try opened.desk.exportRecords(wanted, label: label.label, namesFor: names, by: opened.user) {
          try RecordBag.write($0, to: folder)
        }
        StandardOutput.write(
          "\(folder): \(wanted.count) record\(wanted.count == 1 ? "" : "s"), bag SHA-256 \(events.first?.sha256 ?? "")\n"
        )
      } catch let error as BagError {
        throw Failure(message: error.message)
      }
    }
    let problems = BagCheck.problems(of: folder)
    if !problems.isEmpty { throw Failure(message: problems.joined(separator: "\n")) }
  }
}

struct RecordCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check a bag by RFC 8493, more strictly than the reference implementation.",
    discussion: "EXAMPLE: docket records check bag")

  @Argument(help: "The bag's folder.") var folder: String

  func run() throws {
    let problems = BagCheck.problems(of: folder)
    if problems.isEmpty { return StandardOutput.write("\(folder): complete and valid\n") }
    throw Failure(message: problems.joined(separator: "\n"))
  }
}

/// What every export has to say of itself.
struct ExportLabelOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("For whom it is.", valueName: "who")) var audience = ""
  @Option(name: .long, help: ArgumentHelp("Who approved it.", valueName: "who")) var approver = ""
  @Option(name: .long, help: ArgumentHelp("How it is marked: IN CONFIDENCE.", valueName: "marking")) var marking = ""

  var label: ExportLabel { ExportLabel(audience: audience, approver: approver, marking: marking) }
}

extension RecordForm: ExpressibleByArgument {}
extension RecordRestriction: ExpressibleByArgument {}
extension SpanType: ExpressibleByArgument {}

/// Records as lines, a page and JSON.
enum RecordLines {
  static func line(_ entry: RecordEntry) -> String {
    let file = entry.file
    return [
      file.id, file.state.rawValue, file.form.rawValue, file.retention + (file.isTransitory ? ", transitory" : ""),
      entry.content?.title ?? "words destroyed", entry.reference ?? "",
      entry.holds.isEmpty ? "" : "held by \(entry.holds.joined(separator: ", "))",
    ].filter { !$0.isEmpty }.map(\.escapedForTerminal).joined(separator: "\t")
  }

  static func page(_ entry: RecordEntry) -> String {
    let (file, content) = (entry.file, entry.content)
    var lines = [line(entry), "  captured by \(file.capturedBy), \(CaseLines.moment(file.capturedAt))"]
    lines.append("  restriction: \(file.restriction.rawValue)")
    if let system = file.system { lines.append("  filed in \(system) as \(entry.reference ?? "")") }
    guard let content else { return lines.joined(separator: "\n") + "\n" }
    lines += [
      "  activity: \(content.activity)", "  creator: \(content.creator)", "  audience: \(content.audience)",
      "  need: \(content.need)", "  worksheet: \(content.worksheet.text)",
    ]
    if let why = content.transitory { lines.append("  transitory: \(why)") }
    if let why = content.keptBecause { lines.append("  private details kept: \(why)") }
    if let summary = content.summary { lines.append("  summary: \(summary)") }
    for part in content.parts {
      lines.append("  comment \(part.item) r\(part.revision) on \(part.channel), posted \(part.posted ?? "unknown")")
      if let text = part.text { lines.append("    " + JSONText.quoted(text)) }
    }
    return lines.map(\.escapedForTerminal).joined(separator: "\n") + "\n"
  }

  static func json(_ entry: RecordEntry) -> JSONText {
    let (file, content) = (entry.file, entry.content)
    var line = JSONText()
    line.add("id", file.id)
    line.add("state", file.state.rawValue)
    line.add("form", file.form.rawValue)
    line.add("title", content?.title)
    line.add("items", file.items.map(\.rawValue))
    line.add("retention", file.retention)
    line.add("transitory", file.isTransitory)
    line.add("restriction", file.restriction.rawValue)
    line.add("captured", file.capturedAt.iso8601())
    line.add("captured_by", file.capturedBy)
    line.add("need", content?.need)
    line.add("worksheet", content?.worksheet.text)
    line.add("summary", content?.summary)
    line.add("texts", content?.parts.compactMap(\.text) ?? [])
    line.add("system", file.system)
    line.add("reference", entry.reference)
    line.add("holds", entry.holds)
    return line
  }
}

extension String {
  /// One line that a terminal shows as it is: what it would obey becomes U+FFFD.
  var escapedForTerminal: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { scalar in
          switch scalar {
          case "\u{0}"..."\u{1F}" where scalar != "\t", "\u{7F}"..."\u{9F}", "\u{2028}"..."\u{202E}",
            "\u{2066}"..."\u{2069}":
            "\u{FFFD}"
          default: scalar
          }
        }))
  }
}
