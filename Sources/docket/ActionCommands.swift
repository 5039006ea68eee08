import ArgumentParser
import Desk
import Moderation
import Publishing

struct ActionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "actions", abstract: "Write what is to be done on platforms; take reports.",
    subcommands: [ActionsListCommand.self, ActionsExportCommand.self, ActionsReportCommand.self],
    defaultSubcommand: ActionsListCommand.self)
}

struct ActionsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Show what a sheet would hold now, without marking anything.")

  @Option(name: .long, help: ArgumentHelp("Of this channel alone.", valueName: "name")) var channel: String?
  @Option(name: .long, help: "csv or jsonl.") var format: ActionSheet.Format = .csv
  @OptionGroup var desk: DeskOptions

  func run() throws {
    let opened = try desk.openExisting()
    try OpenedDesk.reporting {
      StandardOutput.write(ActionSheet.text(try opened.desk.pendingActions(channel: channel), format))
    }
  }
}

struct ActionsExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write an action sheet and mark its decisions as sent out.",
    discussion: ActionSheet.guide + """


      From then on only another decision reverses them. The next import of the channel says which of them took.

      EXAMPLE: docket actions export sheet.csv --channel "Facebook page" --audience "page administrators"
      """)

  @Argument(help: "The file to write: .csv, or .jsonl for JSON Lines.") var file: String
  @Option(name: .long, help: ArgumentHelp("Of this channel alone.", valueName: "name")) var channel: String?
  @Option(name: .long, help: "For whom the sheet is.") var audience = "channel administrators"
  @Option(name: .long, help: "csv or jsonl; else by the file's name.") var format: ActionSheet.Format?
  @OptionGroup var desk: DeskOptions

  func run() throws {
    let opened = try desk.openExisting()
    let format = format ?? (file.hasSuffix(".jsonl") ? .jsonl : .csv)
    try OpenedDesk.reporting {
      try TextFile.mustNotExist(file)
      let sheet = try opened.desk.exportActions(channel: channel, audience: audience, by: opened.user) { actions in
        try TextFile.write(ActionSheet.text(actions, format), to: file, mode: 0o600)
      }
      guard sheet.actions > 0 else {
        StandardOutput.write("Nothing waits to be sent out.\n")
        return
      }
      StandardOutput.write("\(file): \(sheet.actions) actions, sheet \(sheet.id)\n")
    }
  }
}

struct ActionsReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Take back a sheet with what became of its rows.",
    discussion: "The status column says done or failed. EXAMPLE: docket actions report sheet.csv")

  @Argument(help: "The sheet.") var file: String
  @OptionGroup var desk: DeskOptions

  func run() throws {
    let opened = try desk.openExisting()
    let bytes = try TextFile.bytes(file)
    let reading: SheetReading
    do {
      reading = try ActionSheet.reports(bytes, file: file)
    } catch {
      throw Failure(message: error.description)
    }
    for problem in reading.problems { StandardError.write(problem.description + "\n") }
    try OpenedDesk.reporting {
      let noted = try opened.desk.note(reading.reports, sheetSHA256: TextFile.sha256(bytes), by: opened.user)
      StandardOutput.write(
        "\(noted) of \(reading.reports.count) reports noted; \(reading.planned) rows are still to be done\n")
    }
    if !reading.problems.isEmpty { throw ExitCode(ExitStatus.someUnread) }
  }
}

extension ActionSheet.Format: ExpressibleByArgument {}
