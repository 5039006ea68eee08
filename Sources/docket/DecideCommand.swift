import ArgumentParser
import Desk
import Moderation

struct DecideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide", abstract: "Decide about comments without a screen.",
    discussion: """
      ITEM is the comment's own id, or channel:id where that is not unique. Several are decided together or not at all.

      With --from, each line of a file is a decision of its own, made as soon as it is read: {"verb":"hide","item":"4411",\
      "reasons":["SPAM"]}, and if need be "rationale", "to", "until". What is refused is said, and the rest goes on.

      EXAMPLE: docket decide escalate 4411 --reason COMPLAINT --to duty_manager
      """)

  @Argument(help: ArgumentHelp("leave, hide, unhide, delete, escalate, record, hold, snooze …", valueName: "verb"))
  var verb: Verb?
  @Argument(help: ArgumentHelp("Comments, by their own ids.", valueName: "item"))
  var items: [String] = []
  @Option(name: .long, help: ArgumentHelp("A code of the policy; `docket reasons` lists them.", valueName: "code"))
  var reason: [String] = []
  @Option(name: .long, help: ArgumentHelp("Why, in your own words.", valueName: "text"))
  var rationale: String?
  @Option(name: .long, help: ArgumentHelp("The role to escalate to, or the person to ask.", valueName: "role"))
  var to: String?
  @Option(
    name: .long, help: ArgumentHelp("For snooze: when it comes back, as 2026-11-30T09:00 local.", valueName: "time"))
  var until: String?
  @Option(name: .long, help: ArgumentHelp("JSON Lines of decisions; - for standard input.", valueName: "file"))
  var from: String?
  @OptionGroup var desk: DeskOptions

  func validate() throws {
    if from != nil {
      if verb != nil || !reason.isEmpty { throw ValidationError("--from says verbs, items and reasons itself") }
    } else if verb == nil || items.isEmpty {
      throw ValidationError("say a verb and at least one comment: docket decide hide 4411 --reason SPAM")
    }
  }

  func run() throws {
    let opened = try desk.openExisting()
    if let from { return try DecisionLines(file: from, opened: opened).run() }
    guard let verb else { return }
    let line = DecisionLine(verb: verb, item: "", reasons: reason, rationale: rationale, to: to, until: until)
    try OpenedDesk.reporting {
      let decisions = try items.map { try line.decision(about: $0, on: opened.desk) }
      let events = try opened.desk.commit(decisions, by: opened.user)
      for (reference, event) in zip(items, events) { StandardOutput.write(line.answer(event, reference)) }
    }
  }
}

/// What ITEM means on the command line.
enum ItemReference {
  static func locate(_ reference: String, on desk: Desk) throws -> LocatedItem {
    let found = try desk.locate(reference)
    guard let first = found.first else {
      throw Failure(message: "no comment on this desk has the id \(reference)")
    }
    guard found.count == 1 else {
      let channels = found.map { "\($0.channel):\($0.externalID)" }.joined(separator: ", ")
      throw Failure(message: "\(reference) is not unique; write one of \(channels)")
    }
    return first
  }
}

extension Verb: ExpressibleByArgument {}

struct ReasonsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reasons", abstract: "List the policy's reasons and what each allows.")

  @ArgumentParser.Flag(name: .long, help: "One JSON object a line.")
  var json = false

  func run() throws {
    for reason in try Setting.load().policy.reasons {
      StandardOutput.write((json ? Self.jsonLine(reason) : Self.line(reason)) + "\n")
    }
  }

  private static func jsonLine(_ reason: Reason) -> String {
    var line = JSONText()
    line.add("code", reason.code.rawValue)
    line.add("title", reason.title)
    line.add("verbs", reason.verbs.map(\.rawValue))
    line.add("head", reason.head.rawValue)
    line.add("basis", reason.basis)
    line.add("citizen", reason.citizenText.isEmpty ? nil : reason.citizenText)
    line.add("rationale_required", reason.rationaleRequired)
    line.add("second_person_for", reason.secondPersonFor.map(\.rawValue).sorted())
    line.add("escalates_to", reason.escalatesTo?.rawValue)
    line.add("class", reason.escalationClass?.rawValue)
    return line.object
  }

  private static func line(_ reason: Reason) -> String {
    let code = reason.code.rawValue
    let verbs = reason.verbs.map(\.rawValue).joined(separator: " ")
    func padded(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(1, width - text.count))
    }
    return padded(code, 18) + padded(reason.title, 50) + verbs
  }
}
