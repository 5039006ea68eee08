import ArgumentParser
import Classifier
import FoundationEssentials
import Moderation

struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Compare the classifier's flags with what people said.",
    discussion: "EXAMPLE: docket-train evaluate --data comments --facts facts --errors 20")

  @Option(help: ArgumentHelp("A folder of labelled comments, one .jsonl an author.", valueName: "dir"))
  var data: String
  @Option(help: ArgumentHelp("A folder with addresses.tsv, health_examples.tsv and identifiers.tsv.", valueName: "dir"))
  var facts: String?
  @Option(help: ArgumentHelp("Contrast pairs: label, text with it and text without it, by tabs.", valueName: "file"))
  var pairs: String?
  @Option(help: ArgumentHelp("List this many errors of each kind.", valueName: "n"))
  var errors = 0
  @Option(help: ArgumentHelp("List the errors of this label only.", valueName: "label"))
  var label: String?
  @ArgumentParser.Flag(help: "Also as a careless hand would type: lower case, no apostrophes, emoji between words.")
  var robustness = false
  @ArgumentParser.Flag(help: "Also measure comments a second on one core.")
  var speed = false
  @Option(help: ArgumentHelp("Only the sets whose name has this in it.", valueName: "name"))
  var only: String?

  func validate() throws {
    if errors < 0 { throw ValidationError("--errors takes 0 or more") }
    if let label, Label(rawValue: label) == nil {
      throw ValidationError("--label takes one of " + Label.allCases.map(\.rawValue).joined(separator: ", "))
    }
  }

  func run() throws {
    let classifier = try Classifier()
    var scratch = Scratch()
    var labels = LabelEvaluation()
    var spans = SpanEvaluation()
    var answers: [Answer] = []
    for set in try LabelledSet.all(in: data) where only.map({ set.name.contains($0) }) ?? true {
      for comment in set.comments {
        let answer = Answer(
          set: set.name, comment: comment, flags: classifier.flags(for: comment.text, scratch: &scratch))
        labels.add(answer)
        spans.add(answer)
        answers.append(answer)
      }
    }
    print(labels.summary)
    for label in [Label.health, .personal] { print("\n" + labels.bySet(label)) }
    print("\n" + spans.text + "\n")
    var reports: [FactReport] = []
    if let facts {
      let classify = { classifier.flags(for: $0) }
      reports.append(FactTables.addresses(try FactTable(path: facts + "/addresses.tsv"), classify))
      reports.append(FactTables.health(try FactTable(path: facts + "/health_examples.tsv"), classify))
    }
    if let facts {
      reports.append(
        FactTables.identifiers(try FactTable(path: facts + "/identifiers.tsv")) { classifier.explain($0).evidence })
    }
    if let pairs { reports.append(try ContrastPairs.report(pairs) { classifier.flags(for: $0) }) }
    for report in reports { print(report.line) }
    if robustness { print("\n" + Robustness.table(answers) { classifier.flags(for: $0, scratch: &scratch) }) }
    if speed {
      let texts = answers.map(\.comment.text)
      let start = Speed.processorTime()
      _ = try Classifier()
      print("\nload: \(Figure.tenths((Speed.processorTime() - start) * 1000)) ms")
      print(
        Speed.line(
          "health and personal", try Classifier(ClassifierSettings(labels: [.health, .personal])), over: texts))
      print(Speed.line("all labels", classifier, over: texts))
    }
    guard errors > 0 else { return }
    let listed = label.flatMap(Label.init(rawValue:)).map { [$0] } ?? [.health, .personal]
    for label in listed { list(label, answers) }
    for report in reports where !report.errors.isEmpty {
      print("\n\(report.line)")
      for error in report.errors.prefix(errors) { print("  \(error)") }
    }
  }

  /// The surest false flags, and misses in order.
  private func list(_ label: Label, _ answers: [Answer]) {
    let wrong = answers.filter { !$0.comment.labels.contains(label) && $0.flag(label) != nil }
      .sorted { ($0.flag(label)?.score ?? Score(0)) > ($1.flag(label)?.score ?? Score(0)) }
    print("\n\(label.rawValue): \(wrong.count) false flags")
    for answer in wrong.prefix(errors) {
      guard let flag = answer.flag(label) else { continue }
      print("  \(answer.comment.id) \(flag.score) \(flag.rule) \(oneLine(answer.comment.text))\n      \(flag.why)")
    }
    let missed = answers.filter { $0.comment.labels.contains(label) && $0.flag(label) == nil }
    print("\n\(label.rawValue): \(missed.count) missed")
    for answer in missed.prefix(errors) {
      let gold = answer.comment.spans.map { "\($0.type.rawValue):\($0.quote)" }.joined(separator: " | ")
      print("  \(answer.comment.id) \(oneLine(answer.comment.text))\n      [\(oneLine(gold))]")
    }
  }

  private func oneLine(_ text: String) -> String { text.split(separator: "\n").joined(separator: " / ") }
}
