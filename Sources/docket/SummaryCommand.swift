import ArgumentParser
import Casework
import Desk
import Moderation

struct SummaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "summary", abstract: "One page for executives: what is open, late and due.",
    discussion: "Numbers and ids alone. EXAMPLE: docket summary --days 30")

  @Option(name: .long, help: ArgumentHelp("How many days it counts over, today included.", valueName: "number"))
  var days = 30
  @ArgumentParser.Flag(name: .long, help: "One JSON object.") var json = false
  @OptionGroup var desk: DeskOptions

  func validate() throws {
    if !(1...3660).contains(days) { throw ValidationError("--days takes 1 to 3660") }
  }

  func run() throws {
    let opened = try desk.openExisting()
    try OpenedDesk.reporting {
      let summary = try opened.desk.summary(days: days)
      StandardOutput.write(json ? summary.json + "\n" : summary.text)
    }
  }
}
