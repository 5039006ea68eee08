import ArgumentParser
import Casework
import Desk
import Moderation

struct NoteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note", abstract: "Write or read a note on a comment, thread or case.",
    discussion: """
      The words go to the vault. Without any, the notes about the comment are listed.

      EXAMPLES
        docket note 4411 "the author rang; all sorted"
        docket note 4411 "turning ugly" --watch
        docket note C-2026-0007 "archives are searching"
      """)

  @Argument(help: ArgumentHelp("A comment, a case or an escalation.", valueName: "what")) var what: String
  @Argument(help: ArgumentHelp("The note.", valueName: "words")) var words: String?
  @ArgumentParser.Flag(name: .long, help: "About the whole thread.") var thread = false
  @ArgumentParser.Flag(name: .long, help: "The thread is to be watched; the handover sheet names it.") var watch = false
  @ArgumentParser.Flag(name: .long, help: "Keep it in sight.") var sticky = false
  @ArgumentParser.Flag(name: .long, help: "Take this note down.") var drop = false
  @Option(name: .long, help: ArgumentHelp("Until when to watch, as 2026-11-30T09:00.", valueName: "time"))
  var until: String?
  @OptionGroup var desk: DeskOptions

  func run() throws {
    let opened = try desk.openExisting()
    try OpenedDesk.reporting {
      let id = what.uppercased()
      if drop {
        EscalationLines.say(try opened.desk.dropNote(id, by: opened.user))
      } else if let words, Self.isMatter(id) {
        EscalationLines.say(try opened.desk.note(words, onMatter: id, by: opened.user))
      } else {
        try noteOrList(opened)
      }
    }
  }

  private func noteOrList(_ opened: OpenedDesk) throws {
    let item = try ItemReference.locate(what, on: opened.desk).item
    guard let words else {
      for entry in try opened.desk.notes(on: item) {
        StandardOutput.write(
          "\(entry.note.id)\t\(entry.note.about.rawValue)\t\(entry.note.by)\t"
            + (entry.words.map(JSONText.quoted) ?? "(disposed of)") + "\n")
      }
      return
    }
    let moment = try until.map { text in
      guard let time = SystemClock.moment(text) else {
        throw Failure.usage("until is no time; write one like 2026-11-30T09:00")
      }
      return time
    }
    let about: Note.About = watch ? .watch : thread ? .thread : .item
    EscalationLines.say(
      try opened.desk.note(words, on: item, about: about, sticky: sticky, until: moment, by: opened.user))
  }

  private static func isMatter(_ id: String) -> Bool {
    let parts = id.split(separator: "-")
    return parts.count == 3 && ["C", "E"].contains(parts[0]) && parts[1].count == 4
      && parts.dropFirst().allSatisfy { Int($0) != nil }
  }
}
