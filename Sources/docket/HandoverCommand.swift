import ArgumentParser
import Casework
import Desk
import Moderation

struct HandoverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "handover", abstract: "The sheet for whoever is on call next, to be printed.",
    discussion: """
      Escalations that wait, clocks, what is held or asked, threads to watch, and what happened in the shift. Comments are named
      by their ids and authors by their aliases.

      EXAMPLE: docket handover --for c.tui --since 2026-11-21T08:30
      """)

  @Option(name: .customLong("for"), help: ArgumentHelp("For whom it is.", valueName: "person")) var person: String?
  @Option(name: .long, help: ArgumentHelp("When the shift began; else twelve hours ago.", valueName: "time"))
  var since: String?
  @ArgumentParser.Flag(name: .long, help: "One JSON object.") var json = false
  @OptionGroup var desk: DeskOptions

  func run() throws {
    let opened = try desk.openExisting()
    let from = try since.map { text in
      guard let time = SystemClock.moment(text) else {
        throw Failure.usage("since is no time; write one like 2026-11-30T08:30")
      }
      return time
    }
    if let person, opened.setting.policy.namesPeople, opened.setting.policy.person(person) == nil {
      throw Failure.usage("the policy names nobody of the id \(person)")
    }
    let shift: Int64 = 12 * 3_600_000
    let start = from ?? Timestamp(milliseconds: SystemClock.now().milliseconds - shift)
    try OpenedDesk.reporting {
      let sheet = try opened.desk.handover(for: person, since: start)
      StandardOutput.write(json ? sheet.json + "\n" : sheet.text(localTime: SystemClock.localTime))
    }
  }
}
