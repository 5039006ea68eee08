import ArgumentParser
import Desk
import Moderation
import Policy
import Publishing

struct ReasonsStatementCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reasons-statement",
    abstract: "Say why a comment was decided on so (OIA s 23).",
    discussion: """
      Made from the log and the policies that were in force, never from the comment's words.

      EXAMPLE: docket reasons-statement 4411
      """)

  @Argument(help: ArgumentHelp("The comment, by its own id.", valueName: "item")) var item: String
  @OptionGroup var desk: DeskOptions

  func run() throws {
    let setting = try Setting.load(desk: try desk.existing())
    let opened = try OpenedDesk.reporting { try Desk.existing(path: desk.path) }
    try OpenedDesk.reporting {
      let located = try ItemReference.locate(item, on: opened)
      let history = try opened.detail(located.item)?.history ?? []
      var policies: [String: AgencyPolicy] = [:]
      for digest in Set(history.compactMap(\.policy)) {
        // One that this program cannot read any more is named by its digest.
        policies[digest] =
          digest == setting.policy.digest
          ? setting.policy
          : try opened.policy(digest: digest).flatMap { try? PolicyFile.parse($0.text, file: "an earlier policy") }
      }
      let statement = ReasonsStatement(
        of: located.item, history: history, agency: setting.policy.agency,
        review: setting.policy.casework.contacts.filter {
          $0.id == setting.policy.casework.reviewBody || $0.id == setting.policy.casework.privacyAuthority
        },
        localTime: SystemClock.localTime
      ) { digest, code in digest.flatMap { policies[$0]?.reason(code) } }
      guard let text = statement.text else { throw Failure(message: "nothing was decided about \(item)") }
      StandardOutput.write(
        text.split(separator: "\n", omittingEmptySubsequences: false)
          .map { String($0).escapedForTerminal }.joined(separator: "\n"))
    }
  }
}
