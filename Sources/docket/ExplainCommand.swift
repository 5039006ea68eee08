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

  func run() throws {
    let comment = text == "-" ? Self.standardInput() : text
    let explanation = try FeedCommandRules.classifier(Setting.load().policy).explain(comment)
    for sentence in explanation.sentences { StandardOutput.write(sentence + "\n") }
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
