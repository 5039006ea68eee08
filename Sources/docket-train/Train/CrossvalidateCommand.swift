import ArgumentParser
import Classifier
import FoundationEssentials
import Moderation

struct CrossvalidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "crossvalidate", abstract: "Leave one author's comments out in turn, train on the rest, test on them.",
    discussion: "EXAMPLE: docket-train crossvalidate --data ../data")

  @Option(help: ArgumentHelp("A folder with civic/ and train/.", valueName: "dir"))
  var data: String
  @Option(help: ArgumentHelp("Where random orders begin.", valueName: "n"))
  var seed: UInt64 = 1
  @Option(help: ArgumentHelp("Write what the weights said of every comment here, by tabs.", valueName: "file"))
  var sums: String?

  func run() throws {
    let corpus = try Corpus(folder: data)
    let trainer = try Trainer(corpus, seed: seed)
    let folds = Folds(trainer, authors: corpus.authors, each: 1) { Report.progress("held back \($0)") }
    if let sums { try SumTable.write(folds.samples, to: sums) }
    var total = LabelEvaluation()
    var table = TextTable(
      "held back", "offensive", "complaint", "request", "welfare", "spam", "legal", "health", "personal", "macro-F1",
      "flagged/1000 harmless", "recall")
    let sets = try LabelledSet.all(in: data) + LabelledSet.bundled()
    for author in corpus.authors {
      guard let weights = folds.weights[author], let set = sets.first(where: { $0.name == author }) else { continue }
      let calibration = Calibration(
        folds.samples.filter { $0.source != author })
      let classifier = try Classifier(
        model: LinearModel(trainer.parts(weights, calibration, digest: 0).bytes()))
      var scratch = Scratch()
      var evaluation = LabelEvaluation()
      for comment in set.comments {
        let answer = Answer(
          set: set.name, comment: comment, flags: classifier.flags(for: comment.text, scratch: &scratch))
        evaluation.add(answer)
        total.add(answer)
      }
      let labels = Lane.shown.compactMap(\.label) + [.health, .personal]
      table.add(
        [author] + labels.map { Figure.share(evaluation.counts($0).f(1)) } + [
          Figure.share(evaluation.macro), Figure.tenths(evaluation.flaggedHarmless), Figure.share(evaluation.recall),
        ])
    }
    print(table.text)
    print("\nAll held-back comments together:\n" + total.summary)
  }
}
