import ArgumentParser
import Desk
import Moderation

struct DecideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide", abstract: "Decide about comments without a screen.",
    discussion: """
      ITEM is the comment's own id, or channel:id where that is not unique.
      EXAMPLE: docket decide escalate 4411 --reason COMPLAINT --to duty_manager
      """)

  @Argument(help: ArgumentHelp("leave, hide, unhide, delete, escalate, record …", valueName: "verb"))
  var verb: Verb
  @Argument(help: ArgumentHelp("Comments, by their own ids.", valueName: "item"))
  var items: [String]
  @Option(name: .long, help: ArgumentHelp("A code of the policy; `docket reasons` lists them.", valueName: "code"))
  var reason: [String] = []
  @Option(name: .long, help: ArgumentHelp("Why, in your own words.", valueName: "text"))
  var rationale: String?
  @Option(name: .long, help: ArgumentHelp("The role to escalate to.", valueName: "role"))
  var to: String?
  @OptionGroup var desk: DeskOptions

  func run() throws {
    let setting = try Setting.load()
    _ = try desk.existing()
    let opened = try desk.open(setting)
    do {
      let decisions = try items.map { reference in
        let located = try locate(reference, on: opened)
        return Decision(
          item: located.item, revision: located.revision, verb: verb, reasons: reason.map { ReasonCode($0) },
          escalateTo: to.map { RoleName($0) }, rationale: rationale, automation: .command)
      }
      let events = try opened.commit(decisions, by: setting.authority)
      for (reference, event) in zip(items, events) {
        let role = event.escalatedTo.map { " to \($0)" } ?? ""
        StandardOutput.write(
          "\(event.sequence)\t\(verb.rawValue)\(role)\t\(event.reasons.joined(separator: " "))\t\(reference)\n")
      }
    } catch let error as CommitError {
      switch error {
      case .refused(let refusal): throw Failure(message: refusal.message)
      case .failed(let error): throw Failure(message: error.message)
      }
    } catch let error as DeskError {
      throw Failure(message: error.message)
    }
  }

  private func locate(_ reference: String, on desk: Desk) throws -> LocatedItem {
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
