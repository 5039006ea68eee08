import ArgumentParser
import Casework
import Desk
import Moderation

struct HoldCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hold",
    abstract: "Legal holds: keep words from being destroyed.",
    subcommands: [HoldListCommand.self, HoldPlaceCommand.self, HoldLiftCommand.self],
    defaultSubcommand: HoldListCommand.self)
}

struct HoldListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "The holds in force.")

  @ArgumentParser.Flag(name: .long, help: "Lifted ones as well.") var all = false
  @ArgumentParser.Flag(name: .long, help: "One JSON object a line.") var json = false
  @OptionGroup var desk: DeskOptions

  func run() throws {
    let opened = try desk.openExisting()
    try OpenedDesk.reporting {
      let holds = try opened.desk.holds(inForceOnly: !all)
      if holds.isEmpty, !json { return StandardOutput.write("No hold is in force.\n") }
      for entry in holds { StandardOutput.write((json ? Self.json(entry) : Self.line(entry)) + "\n") }
    }
  }

  private static func line(_ entry: HoldEntry) -> String {
    let hold = entry.hold
    return [
      hold.id, hold.scope.text, entry.authority ?? "", entry.reason.map(JSONText.quoted) ?? "",
      "by \(hold.placedBy), \(CaseLines.moment(hold.placedAt))",
      hold.liftedAt.map { "lifted by \(hold.liftedBy ?? ""), \(CaseLines.moment($0))" } ?? "",
    ].filter { !$0.isEmpty }.map(\.escapedForTerminal).joined(separator: "\t")
  }

  private static func json(_ entry: HoldEntry) -> String {
    var line = JSONText()
    line.add("id", entry.hold.id)
    line.add("covers", entry.hold.scope.text)
    line.add("items", entry.hold.scope.items.map(\.rawValue))
    line.add("authority", entry.authority)
    line.add("reason", entry.reason)
    line.add("placed", entry.hold.placedAt.iso8601())
    line.add("placed_by", entry.hold.placedBy)
    line.add("lifted", entry.hold.liftedAt?.iso8601())
    line.add("lifted_by", entry.hold.liftedBy)
    return line.object
  }
}

struct HoldPlaceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "place", abstract: "Place a hold on comments, an author, a case or a channel.",
    discussion: """
      Comments are named by their own ids; - reads ids from standard input, one a line, so that whatever a search or a \
      filter finds can be held. A hold on an author or a channel covers what is still to come.

      EXAMPLES
        docket hold place 4411 4412 --reason "a claim is made" --authority "High Court, CIV-2026-485"
        docket hold place --find 'ramp channel:page' --reason "…" --authority "…"
        docket hold place --author weka-2207 --reason "…" --authority "…"
        docket hold place --channel page --from 2026-07-01T00:00 --to 2026-07-31T23:59 --reason "…" --authority "…"
      """)

  @Argument(help: ArgumentHelp("Comments; - for standard input.", valueName: "item")) var items: [String] = []
  @Option(name: .long, help: ArgumentHelp("What a query finds now; see docket find.", valueName: "query"))
  var find: String?
  @Option(name: .long, help: ArgumentHelp("Everything of this author.", valueName: "alias")) var author: String?
  @Option(name: .customLong("case"), help: ArgumentHelp("A case, and what it is about.", valueName: "id"))
  var matter: String?
  @Option(name: .long, help: ArgumentHelp("Everything on this channel, or of the author there.", valueName: "name"))
  var channel: String?
  @Option(name: .long, help: ArgumentHelp("On the channel: posted from then.", valueName: "time")) var from: String?
  @Option(name: .long, help: ArgumentHelp("On the channel: posted until then.", valueName: "time")) var to: String?
  @Option(name: .long, help: ArgumentHelp("Why.", valueName: "text")) var reason: String
  @Option(name: .long, help: ArgumentHelp("Whose order it rests on.", valueName: "text")) var authority: String
  @OptionGroup var desk: DeskOptions

  func validate() throws {
    let named = [!items.isEmpty, find != nil, author != nil, matter != nil, channel != nil && author == nil].filter {
      $0
    }.count
    guard named == 1 else { throw ValidationError("name comments, --find, --author, --case or --channel, one of them") }
    if from != nil || to != nil, channel == nil || author != nil {
      throw ValidationError("--from and --to go with --channel alone")
    }
  }

  func run() throws {
    let opened = try desk.openExisting()
    try OpenedDesk.reporting {
      let event = try opened.desk.hold(try scope(opened), reason: reason, authority: authority, by: opened.user)
      EscalationLines.say(event)
    }
  }

  private func scope(_ opened: OpenedDesk) throws -> LegalHold.Scope {
    if let author { return .author(channel: channel, alias: author) }
    if let matter { return .matter(matter.uppercased()) }
    if let channel { return .channel(channel, from: try Self.moment(from), to: try Self.moment(to)) }
    if let find {
      do {
        let query = QueueQuery(.all, filter: try QueueFilter(find))
        return .items(try opened.desk.page(query, after: nil, limit: 1_000_000).map(\.item))
      } catch let error as QueryError {
        throw Failure.usage(error.message + "\n" + error.pointing(into: find))
      }
    }
    var references = items.filter { $0 != "-" }
    if items.contains("-") { while let line = readLine() { if !line.isEmpty { references.append(line) } } }
    return .items(try references.map { try ItemReference.locate($0, on: opened.desk).item })
  }

  private static func moment(_ text: String?) throws -> Timestamp? {
    guard let text else { return nil }
    guard let moment = SystemClock.moment(text) else {
      throw Failure.usage("\(text) is no time; write one like 2026-11-30T09:00")
    }
    return moment
  }
}

struct HoldLiftCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lift", abstract: "End a hold.",
    discussion: "EXAMPLE: docket hold lift H-2026-0002 --reason \"settled\"")

  @Argument(help: ArgumentHelp("The hold.", valueName: "id")) var id: String
  @Option(name: .long, help: ArgumentHelp("Why.", valueName: "text")) var reason: String
  @OptionGroup var desk: DeskOptions

  func run() throws {
    let opened = try desk.openExisting()
    try OpenedDesk.reporting {
      EscalationLines.say(try opened.desk.lift(id.uppercased(), reason: reason, by: opened.user))
    }
  }
}
