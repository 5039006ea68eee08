import ArgumentParser
import Classifier
import Moderation

struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Compare the classifier's flags and scores with what people said.",
    discussion: """
      Intervals hold 95 % of resamples, drawn by comment. No text is shown unless --show-text asks for it.

      EXAMPLES:
        docket-train evaluate --data ../data --facts ../facts --errors 20 --label offensive
        docket-train evaluate --data ../data --save before.jsonl
        docket-train evaluate --data ../data --against before.jsonl
      """)

  @Option(
    help: ArgumentHelp(
      "A folder of labelled comments, one .jsonl an author, or with civic/ and train/.", valueName: "dir"))
  var data: String
  @Option(help: ArgumentHelp("Measure these weights instead of the shipped ones.", valueName: "file"))
  var model: String?
  @Option(help: ArgumentHelp("Measure these predictions instead of the classifier.", valueName: "file"))
  var predictions: String?
  @Option(help: ArgumentHelp("Compare with these predictions or weights, label by label.", valueName: "file"))
  var against: String?
  @Option(help: ArgumentHelp("Write every comment's scores and flags here, without its text.", valueName: "file"))
  var save: String?
  @Option(help: ArgumentHelp("A folder with addresses.tsv, health_examples.tsv and identifiers.tsv.", valueName: "dir"))
  var facts: String?
  @Option(help: ArgumentHelp("Contrast pairs: label, text with it and text without it, by tabs.", valueName: "file"))
  var pairs: String?
  @Option(help: ArgumentHelp("List this many errors of each kind, the worst first.", valueName: "n"))
  var errors = 0
  @Option(help: ArgumentHelp("List the errors of this label only.", valueName: "label"))
  var label: String?
  @ArgumentParser.Flag(help: "Show the texts of listed errors: they may be private and distressing.")
  var showText = false
  @ArgumentParser.Flag(help: "Also as a careless hand would type: lower case, no apostrophes, emoji between words.")
  var robustness = false
  @ArgumentParser.Flag(help: "Also measure comments a second on one core.")
  var speed = false
  @Option(help: ArgumentHelp("Only the sets whose name has this in it.", valueName: "name"))
  var only: String?
  @Option(help: ArgumentHelp("How many resamples the intervals rest on; 0 leaves them out.", valueName: "n"))
  var resamples = 1000
  @Option(help: ArgumentHelp("Where the resamples' order begins.", valueName: "n"))
  var seed: UInt64 = 1
  @ArgumentParser.Flag(help: "One JSON object a row of every table.")
  var json = false

  func validate() throws {
    if errors < 0 { throw ValidationError("--errors takes 0 or more") }
    if resamples != 0, resamples < 100 { throw ValidationError("--resamples takes 0, or 100 and more") }
    if let label, Label(rawValue: label) == nil {
      throw ValidationError("--label takes one of " + Label.allCases.map(\.rawValue).joined(separator: ", "))
    }
    if predictions != nil, model != nil { throw ValidationError("--model and --predictions: choose one") }
    if predictions != nil, facts != nil || pairs != nil || robustness || speed {
      throw ValidationError("--facts, --pairs, --robustness and --speed need a classifier; leave --predictions out")
    }
  }

  func run() throws {
    let sets = try EvaluationData(folder: data, only: only)
    let bootstrap = Bootstrap(resamples: resamples, seed: seed)
    let classifier = try model.map { try Classifier(model: LinearModel(path: $0)) } ?? Classifier()
    let contender =
      try predictions.map { Contender.predictions(try Predictions(path: $0), file: $0) }
      ?? .classifier(classifier)
    let civic = try contender.judge(sets.civic)
    let open = try contender.judge(sets.open)
    if let save { try Predictions(civic + open).write(to: save) }
    for table in Evaluation.tables(civic: civic, open: open, bootstrap) { show(table) }
    if let against {
      let other = try Contender(path: against)
      let others = (civic: try other.judge(sets.civic), open: try other.judge(sets.open))
      for table in Evaluation.comparisons(civic, open, against: others, bootstrap) { show(table) }
    }
    if predictions == nil { try describe(classifier, sets) }
    guard errors > 0, !json else { return }
    let worst = WorstErrors(most: errors, showsText: showText)
    for label in label.flatMap(Label.init(rawValue:)).map({ [$0] }) ?? Label.allCases {
      print("\n" + worst.text(label, civic + open))
    }
  }

  private func show(_ table: FigureTable) { print(json ? table.json : table.text + "\n") }

  private func note(_ line: String) {
    guard json else { return print(line) }
    var object = JSONText()
    object.add("report", line)
    print(object.object)
  }

  /// What can only be asked of a classifier: spans, tables of facts, spelling, speed.
  private func describe(_ classifier: Classifier, _ sets: EvaluationData) throws {
    var scratch = Scratch()
    var spans = SpanEvaluation()
    var answers: [Answer] = []
    for set in sets.civic {
      for comment in set.comments {
        let answer = Answer(
          set: set.name, comment: comment, flags: classifier.flags(for: comment.text, scratch: &scratch))
        spans.add(answer)
        answers.append(answer)
      }
    }
    show(spans.table)
    var reports: [FactReport] = []
    if let facts {
      let classify = { classifier.flags(for: $0) }
      reports.append(FactTables.addresses(try FactTable(path: facts + "/addresses.tsv"), classify))
      reports.append(FactTables.health(try FactTable(path: facts + "/health_examples.tsv"), classify))
      reports.append(
        FactTables.identifiers(try FactTable(path: facts + "/identifiers.tsv")) { classifier.explain($0).evidence })
    }
    if let pairs { reports.append(try ContrastPairs.report(pairs) { classifier.flags(for: $0) }) }
    for report in reports {
      note(report.line)
      if !json { for error in report.errors.prefix(errors) { print("  \(error)") } }
    }
    if robustness { show(Robustness.table(answers) { classifier.flags(for: $0, scratch: &scratch) }) }
    if speed { try measureSpeed(classifier, answers.map(\.comment.text)) }
  }

  private func measureSpeed(_ classifier: Classifier, _ texts: [String]) throws {
    let start = Speed.processorTime()
    _ = try Classifier()
    note("load: \(Figure.tenths((Speed.processorTime() - start) * 1000)) ms")
    note(
      Speed.line(
        "health and personal", try Classifier(ClassifierSettings(labels: [.health, .personal])), over: texts))
    note(Speed.line("all labels", classifier, over: texts))
  }
}
