import ArgumentParser
import Casework
import Moderation

struct ClockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clock", abstract: "Work out a statutory date, and show how it is counted.",
    discussion: """
      A time with Z or an offset is a moment and is taken to the regime's own zone; without one it is what the clock showed \
      there, or in --zone. The day of receipt is never counted. With --extend the response and extension clocks run on by \
      so many of the regime's own units (working days, days or months).

      EXAMPLES
        docket clock --regime nz-oia --received 2026-11-27T16:40
        docket clock --regime nz-lgoima-otago --received 2026-11-27T03:40Z --clock transfer --json
        docket clock --regime uk-foia --received 2026-06-01 --pause 2026-06-08..2026-06-12
        docket clock --list
      """)

  @Option(name: .long, help: ArgumentHelp("The law: nz-oia, uk-foia …; --list shows all.", valueName: "id"))
  var regime: String?
  @Option(
    name: .long,
    help: ArgumentHelp("When it came in: 2026-11-27, 2026-11-27T16:40, with Z or +13:00.", valueName: "time"))
  var received: String?
  @Option(
    name: .long,
    help: ArgumentHelp("The zone in which --received is said; the regime's own if left out.", valueName: "name"))
  var zone: String?
  @Option(name: .long, help: ArgumentHelp("response, transfer, acknowledge, extension, review …", valueName: "clock"))
  var clock: String?
  @Option(name: .long, help: ArgumentHelp("An extension by so many working days, days or months.", valueName: "count"))
  var extend: Int?
  @Option(name: .long, help: ArgumentHelp("An extension to a day that the notice names.", valueName: "date"))
  var extendTo: String?
  @Option(name: .long, help: ArgumentHelp("When the extension was notified.", valueName: "date"))
  var notified: String?
  @Option(
    name: .long, help: ArgumentHelp("When the request was passed on: the other agency's last day.", valueName: "date"))
  var transferred: String?
  @Option(name: .long, help: ArgumentHelp("When the requester was known to be eligible.", valueName: "date"))
  var eligible: String?
  @Option(name: .long, help: ArgumentHelp("When clarification was asked for and came.", valueName: "from..to"))
  var clarified: String?
  @Option(name: .long, help: ArgumentHelp("Days on which the clock stood still, both counted.", valueName: "from..to"))
  var pause: [String] = []
  @Option(
    name: .long,
    help: ArgumentHelp("A table of holidays, in place of the policy's or the one that ships.", valueName: "file"))
  var holidays: String?
  @Option(name: .long, help: ArgumentHelp("A day or days to leave out besides: a closedown.", valueName: "from..to"))
  var closed: [String] = []
  @ArgumentParser.Flag(name: .long, help: "List the regimes and their clocks.")
  var list = false
  @ArgumentParser.Flag(name: .long, help: "One JSON object.")
  var json = false

  func validate() throws {
    if list { return }
    if extend != nil, extendTo != nil { throw ValidationError("say --extend or --extend-to, not both") }
    guard regime != nil, received != nil else {
      throw ValidationError(
        "say --regime and --received, as in --regime nz-oia --received 2026-11-27T16:40; --list shows the regimes")
    }
  }

  func run() throws {
    if list { return StandardOutput.write(RegimeList(asJSON: json).text) }
    do {
      let answer = try ClockAnswer(self)
      StandardOutput.write(json ? answer.deadline.json + "\n" : answer.text)
    } catch let error as ClockError {
      throw Failure(message: error.message, status: error.isUsage ? ExitStatus.usage : ExitStatus.failed)
    } catch let error as HolidayProblem {
      throw Failure(message: error.message)
    }
  }
}

extension ClockError {
  /// Whether the command was asked for something that does not exist, rather than for something not known.
  fileprivate var isUsage: Bool {
    switch self {
    case .unknownRegime, .noSuchClock, .unreadableTime, .outOfRange: true
    case .zone(let error):
      switch error {
      case .badName, .unknown: true
      case .noDatabase, .unreadable: false
      }
    case .yearNotCovered, .neverMonitored: false
    }
  }
}
