import ArgumentParser
import Casework
import Desk
import Moderation

struct EscalationsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "escalations", abstract: "What was handed on, who has it, and by when.",
    subcommands: [
      EscalationListCommand.self, EscalationShowCommand.self, AcknowledgeCommand.self, NextStepsCommand.self,
      ReassignCommand.self,
      ResolveCommand.self, LapseCommand.self,
    ],
    defaultSubcommand: EscalationListCommand.self)
}

struct EscalationListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "What waits for somebody, the soonest due first.")

  @ArgumentParser.Flag(name: .long, help: "Those that have ended as well.") var all = false
  @ArgumentParser.Flag(name: .long, help: "One JSON object a line.") var json = false
  @OptionGroup var desk: DeskOptions

  func run() throws {
    let opened = try desk.openExisting()
    try OpenedDesk.reporting {
      let entries = try opened.desk.escalations(openOnly: !all)
      if entries.isEmpty, !json { return StandardOutput.write("No escalation waits.\n") }
      for entry in entries {
        StandardOutput.write((json ? EscalationLines.json(entry).object : EscalationLines.line(entry)) + "\n")
      }
    }
  }
}

struct EscalationShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "One escalation: who has it, how its time was counted, and what happened to it.")

  @Argument(help: ArgumentHelp("The escalation.", valueName: "id")) var id: String
  @OptionGroup var desk: DeskOptions

  func run() throws {
    let opened = try desk.openExisting()
    let id = id.uppercased()
    try OpenedDesk.reporting {
      guard let entry = try opened.desk.escalation(id) else {
        throw Failure(message: EscalationRefusal.unknown(id).message)
      }
      var lines = [EscalationLines.line(entry)] + entry.escalation.derivation.map { "  " + $0 }
      lines.append("STORY")
      for (event, words) in try opened.desk.story(ofEscalation: id) {
        let what = (event.step ?? event.type.rawValue).replacing("_", with: " ")
        lines.append("  \(CaseLines.moment(event.at))  \(event.actor)  \(what)\(event.outcome.map { ", \($0)" } ?? "")")
        if let words { lines.append("      " + JSONText.quoted(words)) }
      }
      if let walk = try opened.desk.playbook(of: id) {
        lines += ["PLAYBOOK"] + EscalationLines.lines(walk).map { "  " + $0 }
      }
      StandardOutput.write(lines.joined(separator: "\n") + "\n")
    }
  }
}

struct AcknowledgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ack", abstract: "Say that you have it.", discussion: "EXAMPLE: docket escalations ack E-2026-0004")

  @Argument(help: ArgumentHelp("The escalation.", valueName: "id")) var id: String
  @Argument(help: ArgumentHelp("A note.", valueName: "words")) var words: String?
  @OptionGroup var desk: DeskOptions

  func run() throws {
    let opened = try desk.openExisting()
    try OpenedDesk.reporting {
      EscalationLines.say(try opened.desk.acknowledge(id.uppercased(), words: words, by: opened.user))
    }
  }
}

struct NextStepsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "note", abstract: "Say what is done next.")

  @Argument(help: ArgumentHelp("The escalation.", valueName: "id")) var id: String
  @Argument(help: ArgumentHelp("What is done next.", valueName: "words")) var words: String
  @OptionGroup var desk: DeskOptions

  func run() throws {
    let opened = try desk.openExisting()
    try OpenedDesk.reporting {
      EscalationLines.say(try opened.desk.addNextSteps(words, to: id.uppercased(), by: opened.user))
    }
  }
}

struct ReassignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reassign", abstract: "Hand it to another role or person.",
    discussion: "EXAMPLE: docket escalations reassign E-2026-0004 legal \"a question of law\"")

  @Argument(help: ArgumentHelp("The escalation.", valueName: "id")) var id: String
  @Argument(help: ArgumentHelp("A role of the policy, or a person's id.", valueName: "to")) var to: String
  @Argument(help: ArgumentHelp("Why.", valueName: "words")) var words: String?
  @OptionGroup var desk: DeskOptions

  func run() throws {
    let opened = try desk.openExisting()
    try OpenedDesk.reporting {
      EscalationLines.say(try opened.desk.reassign(id.uppercased(), to: to, words: words, by: opened.user))
    }
  }
}

struct ResolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "resolve", abstract: "End it, with what came of it.")

  @Argument(help: ArgumentHelp("The escalation.", valueName: "id")) var id: String
  @Argument(help: ArgumentHelp("What came of it.", valueName: "words")) var words: String
  @OptionGroup var desk: DeskOptions

  func run() throws {
    let opened = try desk.openExisting()
    try OpenedDesk.reporting {
      EscalationLines.say(try opened.desk.resolve(id.uppercased(), words: words, by: opened.user))
    }
  }
}

struct LapseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lapse", abstract: "Let lapse what nobody acknowledged in time; it goes one level up.",
    discussion: "Every command and every open console does so by itself. Without ID, all whose time is over.")

  @Argument(help: ArgumentHelp("The escalation.", valueName: "id")) var id: String?
  @OptionGroup var desk: DeskOptions

  func run() throws {
    let opened = try desk.openExisting()
    try OpenedDesk.reporting {
      guard let id else {
        for event in try opened.desk.runTimers() { EscalationLines.say(event) }
        return
      }
      for event in try opened.desk.lapse(id.uppercased(), by: opened.user) { EscalationLines.say(event) }
    }
  }
}

/// Escalations and playbooks as lines and JSON.
enum EscalationLines {
  static func say(_ event: Event) {
    let to = event.step == EscalationStep.raised.rawValue ? event.escalatedTo.map { " to \($0)" } ?? "" : ""
    StandardOutput.write(
      "\(event.sequence)\t\(event.matter ?? "")\t\((event.step ?? "").replacing("_", with: " "))\(to)"
        + "\(event.outcome.map { ", \($0)" } ?? "")\n")
  }

  static func line(_ entry: EscalationEntry) -> String {
    let escalation = entry.escalation
    let due =
      switch escalation.state {
      case .raised: "acknowledge by \(CaseLines.moment(escalation.due))"
      case .acknowledged: "acknowledged by \(escalation.acknowledgedBy ?? "")"
      case .lapsed: escalation.lapsedInto.map { "raised again as \($0)" } ?? "lapsed, nobody above"
      case .resolved, .withdrawn: ""
      }
    let who = [escalation.person, escalation.role, entry.contact].compactMap { $0 }.filter { !$0.isEmpty }
    return CaseLines.columns([
      entry.isOverdue ? "!" : " ", escalation.id, escalation.level.rawValue, escalation.state.rawValue, due,
      who.joined(separator: ", "), escalation.caseID ?? "", entry.externalID ?? "",
      escalation.isBreached ? "breached" : "",
    ])
  }

  static func json(_ entry: EscalationEntry) -> JSONText {
    let escalation = entry.escalation
    var line = JSONText()
    line.add("id", escalation.id)
    line.add("class", escalation.level.rawValue)
    line.add("state", escalation.state.rawValue)
    line.add("role", escalation.role)
    line.add("person", escalation.person)
    line.add("contact", entry.contact.isEmpty ? nil : entry.contact)
    line.add("channel", escalation.channel)
    line.add("comment", entry.externalID)
    line.add("case", escalation.caseID)
    line.add("from", escalation.from)
    line.add("reasons", escalation.reasons)
    line.add("raised", escalation.raisedAt.iso8601())
    line.add("raised_by", escalation.raisedBy)
    line.add("due", escalation.due.iso8601())
    line.add("derivation", escalation.derivation)
    line.add("acknowledged", escalation.acknowledgedAt?.iso8601())
    line.add("acknowledged_by", escalation.acknowledgedBy)
    line.add("lapsed", escalation.lapsedAt?.iso8601())
    line.add("lapsed_into", escalation.lapsedInto)
    line.add("resolved", escalation.resolvedAt?.iso8601())
    line.add("outcome", escalation.outcome)
    line.add("overdue", entry.isOverdue)
    line.add("breached", escalation.isBreached)
    return line
  }

  static func lines(_ walk: PlaybookWalk) -> [String] {
    walk.playbook.steps.map { step in
      let mark = walk.marks[step.id].map { $0.isDone ? "[x]" : "[-]" } ?? "[ ]"
      let role = step.role.map { " (\($0.rawValue))" } ?? ""
      let by = walk.marks[step.id].map { "  \($0.by), \(CaseLines.moment($0.at))" } ?? ""
      return "\(mark) \(step.id): \(step.text)\(role)\(step.isOptional ? ", optional" : "")\(by)"
    }
  }
}
