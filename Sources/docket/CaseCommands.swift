import ArgumentParser
import Casework
import Desk
import Moderation

struct CaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "case", abstract: "What is due on requests, complaints and breaches.",
    subcommands: [
      CaseListCommand.self, CaseOpenCommand.self, CaseShowCommand.self, CaseStepCommand.self, CasePartsCommand.self,
      CaseClockCommand.self, CaseAddressCommand.self,
    ],
    defaultSubcommand: CaseListCommand.self)
}

struct CaseListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "What is open, the soonest due first.")

  @ArgumentParser.Flag(name: .long, help: "Closed ones as well.") var all = false
  @ArgumentParser.Flag(name: .long, help: "One JSON object a line.") var json = false
  @Option(name: .long, help: ArgumentHelp("Of this kind alone: \(CaseKind.words).", valueName: "kind"))
  var kind: [CaseKind] = []
  @Option(name: .long, help: ArgumentHelp("Under this statute alone.", valueName: "regime")) var regime: String?
  @Option(name: .long, help: ArgumentHelp("On this channel alone.", valueName: "name")) var channel: String?
  @OptionGroup var desk: DeskOptions

  func run() throws {
    let opened = try desk.openExisting()
    try OpenedDesk.reporting {
      let rows = try opened.desk.cases(
        CaseQuery(openOnly: !all, kinds: kind.isEmpty ? nil : Set(kind), regime: regime, channel: channel))
      if rows.isEmpty, !json { return StandardOutput.write("No case is open.\n") }
      for row in rows { StandardOutput.write((json ? CaseLines.json(row).object : CaseLines.line(row)) + "\n") }
    }
  }
}

struct CaseOpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open a case from a comment; its words are kept as they are.",
    discussion: """
      The clock runs from when the comment was posted on the agency's page, whenever somebody sees what it is.

      EXAMPLE: docket case open 4411 --reason INFO-REQ
      """)

  @Argument(help: ArgumentHelp("The comment, by its own id.", valueName: "item")) var item: String
  @Option(name: .long, help: ArgumentHelp("A code of the policy; `docket reasons` lists them.", valueName: "code"))
  var reason: [String]
  @Option(name: .long, help: ArgumentHelp("\(CaseKind.words); else what the reason opens.", valueName: "kind"))
  var kind: CaseKind?
  @Option(name: .long, help: ArgumentHelp("Why, in your own words.", valueName: "text")) var rationale: String?
  @ArgumentParser.Flag(name: .long, help: "One JSON object.") var json = false
  @OptionGroup var desk: DeskOptions

  func run() throws {
    let opened = try desk.openExisting()
    try OpenedDesk.reporting {
      let located = try ItemReference.locate(item, on: opened.desk)
      let decision = Decision(
        item: located.item, revision: located.revision, verb: .openCase, reasons: reason.map { ReasonCode($0) },
        caseKind: kind, rationale: rationale, automation: .command)
      let events = try opened.desk.commit([decision], by: opened.user)
      for row in try opened.desk.cases(of: located.item) where row.file.cause == events.first?.sequence {
        StandardOutput.write((json ? CaseLines.json(row).object : CaseLines.line(row)) + "\n")
      }
    }
  }
}

struct CaseShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "A case as a story in dates, with what is due and how that was counted.",
    discussion: "EXAMPLE: docket case show C-2026-0007")

  @Argument(help: ArgumentHelp("The case.", valueName: "id")) var id: String
  @ArgumentParser.Flag(name: .long, help: "One JSON object.") var json = false
  @OptionGroup var desk: DeskOptions

  func run() throws {
    let opened = try desk.openExisting()
    try OpenedDesk.reporting {
      let detail = try CaseReference.detail(id, opened)
      StandardOutput.write(json ? CaseLines.json(detail).object + "\n" : CaseLines.page(detail))
    }
  }
}

struct CaseStepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "step", abstract: "Take the next step of a case; without one, list what could come next.",
    discussion: """
      What a step asks for is given as key=value. Words (words=…, address=…) go to the vault, never into the log.

      EXAMPLES
        docket case step C-2026-0007
        docket case step C-2026-0007 part_decided part=1 outcome=part grounds='s9(2)(a)' public_interest_weighed=yes \
      words='Names of staff are left out.'
        docket case step C-2026-0007 extended to=2027-01-29 reason=consultation on=2026-12-10 \
      review_right_stated=yes words='We must consult two other agencies.'
        docket case step C-2026-0007 sent mode=email address='…' review_right_stated=yes
      """)

  @Argument(help: ArgumentHelp("The case.", valueName: "id")) var id: String
  @Argument(help: ArgumentHelp("acknowledged, extended, decided …", valueName: "step")) var step: String?
  @Argument(help: ArgumentHelp("What it asks for.", valueName: "key=value")) var values: [String] = []
  @ArgumentParser.Flag(name: .long, help: "JSON.") var json = false
  @OptionGroup var desk: DeskOptions

  func run() throws {
    let opened = try desk.openExisting()
    try OpenedDesk.reporting {
      let detail = try CaseReference.detail(id, opened)
      guard let step else {
        for option in detail.options {
          StandardOutput.write((json ? CaseLines.json(option).object : CaseLines.line(option)) + "\n")
        }
        return
      }
      try CaseReference.take(step, values, detail.file, opened, json: json)
    }
  }
}

struct CasePartsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parts", abstract: "The parts of a request; with texts, split it into them.",
    discussion: "EXAMPLE: docket case parts C-2026-0007 \"what it cost\" \"who decided\"")

  @Argument(help: ArgumentHelp("The case.", valueName: "id")) var id: String
  @Argument(help: ArgumentHelp("Each part, in the requester's words.", valueName: "text")) var texts: [String] = []
  @ArgumentParser.Flag(name: .long, help: "JSON.") var json = false
  @OptionGroup var desk: DeskOptions

  func run() throws {
    let opened = try desk.openExisting()
    try OpenedDesk.reporting {
      let detail = try CaseReference.detail(id, opened)
      if texts.isEmpty {
        for part in detail.parts {
          StandardOutput.write((json ? CaseLines.json(part).object : CaseLines.line(part)) + "\n")
        }
        return
      }
      let events = try opened.desk.take(
        StepEntry(.split, [.parts: .texts(texts)]), onCase: detail.file.id, by: opened.user)
      StandardOutput.write("\(events.first?.sequence ?? 0)\t\(detail.file.id)\tsplit into \(texts.count) parts\n")
    }
  }
}

struct CaseClockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clock", abstract: "Every clock of a case, day by day, as it was counted when it was set.")

  @Argument(help: ArgumentHelp("The case.", valueName: "id")) var id: String
  @ArgumentParser.Flag(name: .long, help: "One JSON object a clock.") var json = false
  @OptionGroup var desk: DeskOptions

  func run() throws {
    let opened = try desk.openExisting()
    try OpenedDesk.reporting {
      let detail = try CaseReference.detail(id, opened)
      for deadline in detail.file.deadlines {
        StandardOutput.write(json ? CaseLines.json(deadline).object + "\n" : CaseLines.page(deadline))
      }
      if detail.file.deadlines.isEmpty {
        throw Failure(
          message: "\(detail.file.id) has no clock: the policy names no statute for it; "
            + "docket case step \(detail.file.id) statute_set regime=… words=… sets one")
      }
    }
  }
}

struct CaseAddressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "address", abstract: "Show where the answer goes, for a purpose that is written down.",
    discussion: "EXAMPLE: docket case address C-2026-0007 --purpose \"posting the decision\"")

  @Argument(help: ArgumentHelp("The case.", valueName: "id")) var id: String
  @Option(name: .long, help: "Why you need to know.") var purpose: String
  @OptionGroup var desk: DeskOptions

  func run() throws {
    let opened = try desk.openExisting()
    try OpenedDesk.reporting {
      let addresses = try opened.desk.addresses(ofCase: id.uppercased(), purpose: purpose, by: opened.user)
      if addresses.isEmpty { StandardOutput.write("No address was given.\n") }
      for address in addresses { StandardOutput.write(JSONText.quoted(address) + "\n") }
    }
  }
}

/// What ID means on the command line.
enum CaseReference {
  static func detail(_ id: String, _ opened: OpenedDesk) throws -> CaseDetail {
    guard let detail = try opened.desk.caseDetail(id.uppercased(), for: opened.user) else {
      throw Failure(message: "there is no such case on this desk; `docket case list --all` shows all")
    }
    return detail
  }

  static func take(
    _ step: String, _ values: [String], _ file: CaseFile, _ opened: OpenedDesk, json: Bool
  ) throws {
    // A comment is named as everywhere else, by its own id.
    let values = try values.map { value in
      guard value.hasPrefix("comment=") else { return value }
      let located = try ItemReference.locate(String(value.dropFirst("comment=".count)), on: opened.desk)
      return "comment=" + located.item.rawValue
    }
    let entry: StepEntry
    switch StepEntry.read(step, values, in: file.kind, moment: SystemClock.moment) {
    case .success(let read): entry = read
    case .failure(let refusal): throw Failure.usage(refusal.message)
    }
    let events = try opened.desk.take(entry, onCase: file.id, by: opened.user)
    for event in events { StandardOutput.write(json ? CaseLines.json(event).object + "\n" : CaseLines.line(event)) }
  }
}

extension CaseKind: ExpressibleByArgument {
  static var words: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
