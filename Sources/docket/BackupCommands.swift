import ArgumentParser
import Desk
import Glibc

struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy the desk to a file while others go on working.",
    discussion: """
      The copy is checked, page by page and event by event, before it counts; the log says that it was made.

      EXAMPLE: docket backup /media/backup/desk-2026-11-21.sqlite
      """)

  @Argument(help: "The file to write.") var file: String
  @OptionGroup var desk: DeskOptions

  func run() throws {
    let opened = try desk.openExisting()
    try OpenedDesk.reporting {
      let backup = try opened.desk.backUp(to: file, by: opened.user)
      StandardOutput.write("\(backup.path): \(backup.last) events, SHA-256 \(backup.sha256)\n")
    }
  }
}

struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Put a backup in place of the desk.",
    discussion: """
      The backup is checked first. The desk that is there goes aside as PATH.before-restore; nobody may have it open. The \
      restored desk's log says that it was restored, and by whom.

      EXAMPLE: docket restore /media/backup/desk-2026-11-21.sqlite
      """)

  @Argument(help: "The backup.") var file: String
  @OptionGroup var desk: DeskOptions

  func run() throws {
    guard access(file, F_OK) == 0 else { throw Failure(message: "there is no backup at \(file)") }
    let setting = try Setting.load(desk: file)
    try OpenedDesk.reporting {
      let backup = try Desk.restore(
        file, to: desk.path, policy: setting.policy, by: setting.user, surroundings: Setting.surroundings)
      StandardOutput.write("\(desk.path) is as the backup has it: \(backup.last) events, SHA-256 \(backup.sha256)\n")
    }
  }
}

struct DeskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "desk", abstract: "Make a desk for a team, or bring one up to date.",
    subcommands: [DeskCreateCommand.self, DeskUpgradeCommand.self])
}

struct DeskCreateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "create", abstract: "Make a desk, for a group of this machine's users with --group.",
    discussion: """
      With a group the folder is 2770 and the files 0660; otherwise both are yours alone. Whoever can write the file can \
      bypass docket: seals filed elsewhere are what shows it.

      EXAMPLE: docket desk create --group moderators /srv/docket/desk.sqlite
      """)

  @Argument(help: "The desk's file.") var path: String
  @Option(name: .long, help: "The group whose members share it.") var group: String?

  func run() throws {
    guard access(path, F_OK) != 0 else { throw Failure(message: "there is something at \(path) already") }
    try OpenedDesk.reporting {
      if let group { try Desk.prepareFile(at: path, forGroup: group) }
      _ = try OpenedDesk(path: path)
      StandardOutput.write("\(path) is a desk\(group.map { " for the group \($0)" } ?? "").\n")
    }
  }
}

struct DeskUpgradeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "upgrade", abstract: "Bring a desk that an older docket wrote up to this version.",
    discussion: "Every command that writes does so too. There is no way back: make a copy first.")

  @OptionGroup var desk: DeskOptions

  func run() throws {
    let opened = try desk.openExisting()
    try OpenedDesk.reporting {
      StandardOutput.write("\(desk.path) is up to date: \(try opened.desk.lastSequence()) events.\n")
    }
  }
}
