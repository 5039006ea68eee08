import ArgumentParser
import Classifier
import Moderation

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Say why a text is flagged, and why not.",
    discussion: """
      The text is never kept and never sent anywhere.

      EXAMPLE: docket explain "my wife is sick of your excuses"
      """)

  @Argument(help: ArgumentHelp("The comment, in quotation marks; - reads it from standard input.", valueName: "text"))
  var text: String
  @ArgumentParser.Flag(name: .long, help: "Also print a copy with private details masked.")
  var mask = false
  @Option(
    name: .long,
    help: ArgumentHelp("Mask with this ground for withholding instead of the kind: s9(2)(a).", valueName: "ground"))
  var ground: String?

  @Option(name: .long, help: ArgumentHelp("As it would be shown on this channel.", valueName: "id"))
  var channel: String?

  func run() throws {
    let comment = text == "-" ? Self.standardInput() : text
    let policy = try Setting.load().policy
    var explanation = try FeedCommandRules.classifier(policy).explain(comment)
    let shown = FeedCommandRules.flagRules(policy).applied(to: explanation.flags, text: comment, channel: channel)
    let unshown = explanation.flags.filter { !shown.contains($0) }
    explanation.flags = shown
    for sentence in explanation.sentences { StandardOutput.write(sentence + "\n") }
    for flag in unshown {
      StandardOutput.write("not shown, by the policy's [flagging]: \(flag.label.rawValue) \(flag.score)\n")
    }
    guard mask || ground != nil else { return }
    let spans = explanation.flags.flatMap(\.spans).filter(\.type.isPrivate)
    let masked =
      ground.map { Redaction(of: comment, hiding: spans, under: $0) } ?? Redaction(of: comment, hiding: spans)
    StandardOutput.write("\n" + masked.text + "\n")
  }

  private static func standardInput() -> String {
    var lines: [String] = []
    while let line = readLine() { lines.append(line) }
    return lines.joined(separator: "\n")
  }
}
