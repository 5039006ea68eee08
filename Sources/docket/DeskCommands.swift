import ArgumentParser
import Desk
import Moderation

struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take back your last decision, a batch, or one event.",
    discussion: """
      What is on an action sheet already is reversed by another decision, not by this.

      EXAMPLE: docket undo --batch 5f0c2a… 4411 4412
      """)

  @Argument(help: ArgumentHelp("Of the batch, only these comments.", valueName: "item")) var items: [String] = []
  @Option(name: .long, help: ArgumentHelp("A batch, as the log names it.", valueName: "id")) var batch: String?
  @Option(name: .long, help: ArgumentHelp("One decision, by its number in the log.", valueName: "seq"))
  var event: Int64?
  @OptionGroup var desk: DeskOptions

  func validate() throws {
    if batch != nil && event != nil { throw ValidationError("--batch and --event do not go together") }
    if !items.isEmpty && batch == nil { throw ValidationError("ITEM takes a --batch to take it out of") }
  }

  func run() throws {
    let opened = try desk.openExisting()
    try OpenedDesk.reporting {
      let undone: [Event]
      if let event {
        undone = try opened.desk.undo(event: event, by: opened.user)
      } else if let batch {
        let only = try items.map { try ItemReference.locate($0, on: opened.desk).item }
        undone = try opened.desk.undo(batch: batch, only: only.isEmpty ? nil : Set(only), by: opened.user)
      } else {
        undone = try opened.desk.undo(by: opened.user)
      }
      for event in undone { StandardOutput.write("\(event.sequence)\tundone\tevent \(event.undoOf ?? 0)\n") }
    }
  }
}

struct RevealCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reveal", abstract: "Show who stands behind an alias, for a stated purpose.",
    discussion: "EXAMPLE: docket reveal 4411 --purpose \"police request 2026/118, threat to staff\"")

  @Argument(help: ArgumentHelp("The comment.", valueName: "item")) var item: String
  @Option(name: .long, help: "Why you need to know.") var purpose: String
  @OptionGroup var desk: DeskOptions

  func run() throws {
    let opened = try desk.openExisting()
    try OpenedDesk.reporting {
      let located = try ItemReference.locate(item, on: opened.desk)
      guard let author = try opened.desk.reveal(located.item, purpose: purpose, by: opened.user) else {
        StandardOutput.write("The feed did not say who wrote it.\n")
        return
      }
      // A JSON string shows whatever a citizen calls themselves without letting it reach the terminal as a control.
      for (name, value) in [("name", author.name), ("handle", author.handle), ("id", author.platformID)] {
        if let value { StandardOutput.write("\(name)\t\(JSONText.quoted(value))\n") }
      }
    }
  }
}

struct ImportsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "imports", abstract: "List what was brought in, and what could not be read.")

  @OptionGroup var desk: DeskOptions

  func run() throws {
    let path = try desk.existing()
    try OpenedDesk.reporting {
      for account in try Desk.existing(path: path).accounts() { StandardOutput.write(AccountText.lines(account)) }
    }
  }
}
