import ArgumentParser
import Classifier
import Desk
import Glibc
import Moderation
import Publishing

struct OwnInformationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "own-information", abstract: "Gather everything held on one author, for that person.",
    discussion: """
      Comments with all revisions, flags, decisions, notes, cases and records; as text to read and as JSON. Details of \
      others are masked, staff are numbered, and nothing of other authors is in it. The log says who gathered it and why. \
      Read it before it is handed out: what masks cannot see every name.

      EXAMPLE: docket own-information weka-2207 --purpose "Privacy Act request C-2026-0004" --out folder \
      --audience "the requester" --approver "Privacy officer" --marking "IN CONFIDENCE"
      """)

  @Argument(help: ArgumentHelp("An alias, or a comment of the author.", valueName: "alias|item")) var what: String
  @Option(name: .long, help: ArgumentHelp("What it is gathered for.", valueName: "text")) var purpose: String
  @Option(name: .long, help: ArgumentHelp("A folder that is not there yet.", valueName: "folder")) var out: String
  @Option(name: .long, help: ArgumentHelp("Of an alias on this channel.", valueName: "name")) var channel: String?
  @OptionGroup var label: ExportLabelOptions
  @OptionGroup var desk: DeskOptions

  func validate() throws {
    guard ![label.audience, label.approver, label.marking].contains("") else {
      throw ValidationError("every export says --audience, --approver and --marking")
    }
  }

  func run() throws {
    try TextFile.mustNotExist(out)
    let opened = try desk.openExisting()
    let classifier = try FeedCommandRules.classifier(opened.setting.policy)
    try OpenedDesk.reporting {
      let located = try opened.desk.locate(what)
      let held =
        if located.count == 1, channel == nil {
          try opened.desk.ownInformation(ofAuthorOf: located[0].item, purpose: purpose, by: opened.user)
        } else {
          try opened.desk.ownInformation(ofAlias: what, channel: channel, purpose: purpose, by: opened.user)
        }
      let text = OwnInformationText(held, label: label.label) { classifier.flags(for: $0).flatMap(\.spans) }
      guard mkdir(out, 0o700) == 0 else {
        throw Failure(message: "cannot make \(out): \(String(cString: strerror(errno)))")
      }
      try TextFile.write(text.text, to: out + "/own-information.txt", mode: 0o600)
      try TextFile.write(text.json, to: out + "/own-information.json", mode: 0o600)
      StandardOutput.write("\(out): \(held.comments.count) of \(held.alias), event \(held.event)\n")
    }
  }
}
