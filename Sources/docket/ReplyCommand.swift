import ArgumentParser
import Casework
import Desk
import Moderation

struct ReplyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reply", abstract: "Draft a reply, have it checked, and copy it out.",
    discussion: """
      EXAMPLE
        docket reply templates --reason INFO-REQ
        docket reply draft 4411 --template ask-address --case C-2026-0007
        docket reply approve P-2026-0004 --reason "the court's decision is published"
        docket reply copy P-2026-0004
      """,
    subcommands: [
      ReplyTemplatesCommand.self, ReplyDraftCommand.self, ReplyCheckCommand.self, ReplyShowCommand.self,
      ReplyApproveCommand.self, ReplyCopyCommand.self,
    ])
}

struct ReplyTemplatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "templates", abstract: "List the replies that the agency has approved.")

  @Option(name: .long, help: ArgumentHelp("Those that fit this reason first.", valueName: "code"))
  var reason: [String] = []
  @ArgumentParser.Flag(name: .long, help: "One JSON object a line.") var json = false

  func run() throws {
    for template in try Setting.load().policy.templates(for: reason.map { ReasonCode($0) }) {
      StandardOutput.write((json ? Self.object(template) : Self.line(template)) + "\n")
    }
  }

  private static func line(_ template: ReplyTemplate) -> String {
    let marks = [
      template.isPublic ? nil : "private", template.needsApproval ? "second person" : nil,
      template.texts.keys.sorted().joined(separator: " "),
    ]
    let id = template.id + String(repeating: " ", count: max(1, 28 - template.id.count))
    return "\(id)\(template.title)  (\(marks.compactMap { $0 }.joined(separator: ", ")))"
  }

  private static func object(_ template: ReplyTemplate) -> String {
    var line = JSONText()
    line.add("id", template.id)
    line.add("version", template.version)
    line.add("title", template.title)
    line.add("purpose", template.purpose.rawValue)
    line.add("languages", template.texts.keys.sorted())
    line.add("reasons", template.reasons.map(\.rawValue))
    line.add("public", template.isPublic)
    line.add("approval", template.needsApproval)
    return line.object
  }
}

struct ReplyDraftCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft", abstract: "Draft a reply to a comment and see what the guard says.",
    discussion: """
      What stands in two braces in a template is yours to fill: --set "the new day=7 August". It blocks the reply until it is.

      EXAMPLE: docket reply draft 4411 --template holding --set day=Friday
      """)

  @Argument(help: ArgumentHelp("The comment; left out for a post of its own.", valueName: "item")) var item: String?
  @Option(name: .long, help: ArgumentHelp("`docket reply templates` lists them.", valueName: "id"))
  var template: String?
  @Option(name: .long, help: ArgumentHelp("Words of your own instead; - for standard input.", valueName: "words"))
  var text: String?
  @Option(name: .long, help: ArgumentHelp("Fill a gap.", valueName: "name=words")) var set: [String] = []
  @Option(name: .long, help: ArgumentHelp("The case that it is about.", valueName: "id")) var `case`: String?
  @Option(name: .long, help: ArgumentHelp("Instead of the comment's own: mi, en.", valueName: "tag"))
  var language: String?
  @OptionGroup var desk: DeskOptions

  func validate() throws {
    if (template == nil) == (text == nil) { throw ValidationError("name a --template, or write words with --text") }
    for pair in set where !pair.contains("=") {
      throw ValidationError("--set takes name=words, and \"\(pair)\" has no =")
    }
  }

  func run() throws {
    let opened = try desk.openExisting()
    try OpenedDesk.reporting {
      let policy = opened.setting.policy
      let detail = try item.flatMap { try opened.desk.detail(ItemReference.locate($0, on: opened.desk).item) }
      let tongue = language ?? detail.flatMap { ReplyLanguage.guess($0.text) }
      let facts = try facts(opened)
      let draft: ReplyDraft
      if let text {
        draft = policy.draft(ownWords: text == "-" ? StandardInput.all() : text, language: tongue)
      } else {
        guard let found = policy.casework.templates.first(where: { $0.id == template }) else {
          throw Failure(message: "there is no template of that id; `docket reply templates` lists them")
        }
        draft = policy.draft(found, language: tongue, facts: facts, filled: filled)
      }
      let personal = try ReplyLines.personal(in: draft.text, policy)
      let (reply, findings) = try opened.desk.draftReply(
        draft, about: detail?.item, personal: personal, by: opened.user)
      let platform = detail.map(\.platform) ?? ""
      StandardOutput.write(ReplyLines.preview(draft.text, on: platform))
      StandardOutput.write(ReplyLines.state(reply, missing: draft.missing))
      StandardOutput.write(ReplyLines.findings(findings, in: draft.text))
    }
  }

  private var filled: [String: String] {
    var filled: [String: String] = [:]
    for pair in set {
      guard let equals = pair.firstIndex(of: "=") else { continue }
      filled[String(pair[..<equals])] = String(pair[pair.index(after: equals)...])
    }
    return filled
  }

  /// What the desk knows of the case.
  private func facts(_ opened: OpenedDesk) throws -> ReplyFacts {
    guard let id = `case` else { return ReplyFacts() }
    guard let file = try opened.desk.caseDetail(id, for: opened.user)?.file else {
      throw Failure(message: "there is no case of that id on this desk")
    }
    let role = file.role.flatMap { opened.setting.policy.escalationRole(RoleName($0)) }
    return ReplyFacts(
      caseID: file.id, owner: role.map { "our \($0.title.lowercased())" },
      received: CivilDate(SystemClock.localTime(file.dates.received)),
      due: file.nextDeadline.map { CivilDate(SystemClock.localTime($0.until)) })
  }
}

struct ReplyCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Say what a text must not say, which sentence, why, and where that is written.",
    discussion: """
      WHAT is a file, - for standard input, or a reply of the desk (P-2026-0004), whose check is logged. Exit status 1 where \
      something holds it back.

      EXAMPLE: echo "The court found him guilty." | docket reply check
      """)

  @Argument(help: ArgumentHelp("A file, - or a reply.", valueName: "what")) var what: String = "-"
  @ArgumentParser.Flag(name: .long, help: "One JSON object a finding.") var json = false
  @OptionGroup var desk: DeskOptions

  func run() throws {
    let text: String
    let findings: [GuardFinding]
    if what.hasPrefix("P-") {
      let opened = try desk.openExisting()
      (text, findings) = try OpenedDesk.reporting {
        let words = try ReplyLines.words(what, on: opened.desk)
        let personal = try ReplyLines.personal(in: words, opened.setting.policy)
        return (words, try opened.desk.checkReply(what, personal: personal, by: opened.user))
      }
    } else {
      let policy = try Setting.load().policy
      text = what == "-" ? StandardInput.all() : try TextFile.read(what)
      findings = ReplyGuard(policy).check(text, personal: try ReplyLines.personal(in: text, policy))
    }
    StandardOutput.write(json ? ReplyLines.json(findings) : ReplyLines.findings(findings, in: text))
    if !findings.blocking.isEmpty { throw ExitCode(ExitStatus.failed) }
  }
}

struct ReplyShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a reply, or the replies to a comment.")

  @Argument(help: ArgumentHelp("A reply or a comment.", valueName: "what")) var what: String
  @OptionGroup var desk: DeskOptions

  func run() throws {
    let opened = try desk.openExisting()
    try OpenedDesk.reporting {
      let entries =
        what.hasPrefix("P-")
        ? try opened.desk.reply(what).map { [$0] } ?? []
        : try opened.desk.replies(to: ItemReference.locate(what, on: opened.desk).item)
      guard !entries.isEmpty else { return StandardOutput.write("There is no reply.\n") }
      for entry in entries {
        StandardOutput.write(ReplyLines.preview(entry.text ?? "(disposed of)", on: ""))
        StandardOutput.write(ReplyLines.state(entry.reply, missing: entry.text.map(ReplyTemplate.gaps) ?? []))
      }
    }
  }
}

struct ReplyApproveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve", abstract: "Let a draft leave, as the second person or in spite of the guard.")

  @Argument(help: ArgumentHelp("The reply.", valueName: "reply")) var reply: String
  @Option(name: .long, help: ArgumentHelp("Why, in your own words.", valueName: "words")) var reason: String?
  @OptionGroup var desk: DeskOptions

  func run() throws {
    let opened = try desk.openExisting()
    try OpenedDesk.reporting { try opened.desk.approveReply(reply, reason: reason, by: opened.user) }
    StandardOutput.write("\(reply) may leave: docket reply copy \(reply)\n")
  }
}

struct ReplyCopyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "copy", abstract: "Print a reply's words for posting, and log that they left.",
    discussion: "EXAMPLE: docket reply copy P-2026-0004 | wl-copy")

  @Argument(help: ArgumentHelp("The reply.", valueName: "reply")) var reply: String
  @OptionGroup var desk: DeskOptions

  func run() throws {
    let opened = try desk.openExisting()
    let text = try OpenedDesk.reporting { try opened.desk.exportReply(reply, by: opened.user) }
    StandardOutput.write(text + "\n")
  }
}

/// Standard input as one text.
enum StandardInput {
  static func all() -> String {
    var text = ""
    while let line = readLine(strippingNewline: false) { text += line }
    return text
  }
}
