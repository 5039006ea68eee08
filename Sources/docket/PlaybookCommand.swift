import ArgumentParser
import Casework
import Desk
import Moderation

struct PlaybookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "playbook", abstract: "Walk the steps for when something went wrong.",
    discussion: """
      The policy's playbook for a case or an escalation, by its reason or its class.

      EXAMPLES
        docket playbook E-2026-0004
        docket playbook E-2026-0004 --done contain
        docket playbook E-2026-0004 --skip press --words "nobody asked"
      """)

  @Argument(help: ArgumentHelp("The case or escalation.", valueName: "id")) var id: String
  @Option(name: .long, help: ArgumentHelp("This step is done.", valueName: "step")) var done: String?
  @Option(name: .long, help: ArgumentHelp("This step is left out; say why.", valueName: "step")) var skip: String?
  @Option(name: .long, help: ArgumentHelp("A note, or why.", valueName: "text")) var words: String?
  @ArgumentParser.Flag(name: .long, help: "One JSON object a step.") var json = false
  @OptionGroup var desk: DeskOptions

  func validate() throws {
    if done != nil && skip != nil { throw ValidationError("--done and --skip do not go together") }
  }

  func run() throws {
    let opened = try desk.openExisting()
    let id = id.uppercased()
    try OpenedDesk.reporting {
      if let step = done ?? skip {
        try opened.desk.mark(step, ofPlaybookFor: id, isDone: done != nil, words: words, by: opened.user)
      }
      guard let walk = try opened.desk.playbook(of: id) else {
        throw Failure(message: PlaybookRefusal.none.message)
      }
      if json {
        for step in walk.playbook.steps { StandardOutput.write(Self.json(step, walk).object + "\n") }
        return
      }
      StandardOutput.write("\(id)  \(walk.playbook.title)\n")
      for line in EscalationLines.lines(walk) { StandardOutput.write(line + "\n") }
    }
  }

  private static func json(_ step: Playbook.Step, _ walk: PlaybookWalk) -> JSONText {
    var line = JSONText()
    line.add("playbook", walk.playbook.id)
    line.add("step", step.id)
    line.add("text", step.text)
    line.add("role", step.role?.rawValue)
    line.add("optional", step.isOptional)
    let mark = walk.marks[step.id]
    line.add("state", mark.map { $0.isDone ? PlaybookWalk.done : PlaybookWalk.skipped } ?? "open")
    line.add("by", mark?.by)
    line.add("at", mark?.at.iso8601())
    return line
  }
}
